//! The repetition of an event: each year, each week or each day (RFC 5545, section 3.3.10; other rules are refused).

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::day::{DAY_LEN, YEARS_AFTER_START, parse_day};
use crate::limits::MAX_YEAR;

/// A rule by which an event repeats.
#[derive(Debug)]
pub(super) struct Recurrence {
    first: Date,
    pattern: Pattern,
    /// Years, or days, from one occurrence to the next; from 1.
    step: i16,
    /// No occurrence is later.
    until: Option<Date>,
}

/// The days of a rule.
#[derive(Debug)]
enum Pattern {
    /// A date of the year.
    YearlyDate { month: i8, day: i8 },
    /// The nth day of the week in a month; from the end of the month for a negative number.
    YearlyWeekday { month: i8, nth: i8, weekday: Weekday },
    /// A number of days after the occurrence before.
    Days,
}

impl Recurrence {
    /// Parses the value of an `RRULE`; `None` for a rule of another kind.
    pub(super) fn parse(rule: &str, first: Date) -> Option<Self> {
        let (mut frequency, mut step, mut count, mut until) = ("", 1, None, None);
        let (mut month, mut month_day, mut week_day) = (None, None, None);
        for part in rule.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name {
                "FREQ" => frequency = value,
                "INTERVAL" => step = value.parse().ok().filter(|step| (1..=1_000).contains(step))?,
                "COUNT" => count = Some(value.parse().ok().filter(|count: &usize| *count > 0)?),
                "UNTIL" => until = Some(value.get(..DAY_LEN).and_then(parse_day)?),
                "BYMONTH" => month = Some(value.parse::<i8>().ok()?),
                "BYMONTHDAY" => month_day = Some(value.parse::<i8>().ok()?),
                "BYDAY" => week_day = Some(parse_week_day(value)?),
                // The first day of the week matters for rules with several days only.
                "WKST" => {}
                _ => return None,
            }
        }
        let is_plain = month.is_none() && month_day.is_none();
        let (pattern, step) = match (frequency, week_day) {
            ("YEARLY", None) => {
                let (month, day) = (month.unwrap_or(first.month()), month_day.unwrap_or(first.day()));
                ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(())?;
                (Pattern::YearlyDate { month, day }, step)
            }
            ("YEARLY", Some((Some(nth), weekday))) if month_day.is_none() => {
                let month = month.filter(|month| (1..=12).contains(month))?;
                (Pattern::YearlyWeekday { month, nth, weekday }, step)
            }
            ("WEEKLY", None) if is_plain => (Pattern::Days, 7 * step),
            ("WEEKLY", Some((None, weekday))) if is_plain && weekday == first.weekday() => {
                (Pattern::Days, 7 * step)
            }
            ("DAILY", None) if is_plain => (Pattern::Days, step),
            _ => return None,
        };
        let endless = Self { first, pattern, step, until: None };
        let last = count.and_then(|count| endless.nth_date(count - 1));
        Some(Self { until: until.into_iter().chain(last).min(), ..endless })
    }

    /// Returns the occurrence after `n` others; `None` if no sprint reaches it.
    fn nth_date(&self, n: usize) -> Option<Date> {
        if let Pattern::Days = self.pattern {
            let days = i64::try_from(n).ok()?.checked_mul(i64::from(self.step))?;
            return self.first.checked_add(Span::new().try_days(days).ok()?).ok();
        }
        self.dates_of_years(self.first.year(), MAX_YEAR + YEARS_AFTER_START).nth(n)
    }

    /// Returns the occurrences between two dates. Those before are skipped without a look at each.
    pub(super) fn dates_between(&self, from: Date, to: Date) -> BTreeSet<Date> {
        let to = self.until.map_or(to, |until| to.min(until));
        if let Pattern::Days = self.pattern {
            let step = i32::from(self.step);
            let skipped = ((from - self.first).get_days().max(0) + step - 1) / step;
            let start = self.first.saturating_add((skipped * step).days());
            return start.series(step.days()).take_while(|date| *date <= to).collect();
        }
        let skipped = (from.year() - self.first.year()).max(0) / self.step * self.step;
        let dates = self.dates_of_years(self.first.year() + skipped, to.year());
        dates.filter(|date| from <= *date && *date <= to).collect()
    }

    /// Returns the occurrences from a year that the rule has to another one.
    fn dates_of_years(&self, first: i16, last: i16) -> impl Iterator<Item = Date> {
        let years = (first..=last).step_by(usize::from(self.step.unsigned_abs()));
        years.filter_map(|year| self.date_in(year)).filter(|date| *date >= self.first)
    }

    /// Returns the occurrence in a year; `None` where the date does not exist, such as 29 February.
    fn date_in(&self, year: i16) -> Option<Date> {
        match self.pattern {
            Pattern::YearlyDate { month, day } => Date::new(year, month, day).ok(),
            Pattern::YearlyWeekday { month, nth, weekday } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Pattern::Days => None,
        }
    }
}

/// Parses one day of the week, with its number within the month if there is one: `4TH`, `-1MO`, `FR`.
fn parse_week_day(text: &str) -> Option<(Option<i8>, Weekday)> {
    let (number, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let nth = (!number.is_empty()).then(|| number.parse().ok());
    match nth {
        Some(nth) => Some((Some(nth?), weekday)),
        None => Some((None, weekday)),
    }
}
