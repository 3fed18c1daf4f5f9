//! Dates as tables have them: in the format of the user who exported them, in any of our languages.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::month_names::month_number;
use crate::input::moment::Moment;

/// A date of a table, as far as its own text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) enum TableDate {
    Certain(Moment),
    /// Day and month may be either way round.
    Numeric(NumericDate),
}

/// A date whose day and month are two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) struct NumericDate {
    first: i8,
    second: i8,
    year: i16,
    time: Option<Time>,
}

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::input) enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl NumericDate {
    /// Returns the date in an order; `None` if there is no such date.
    pub(in crate::input) fn in_order(&self, order: DateOrder) -> Option<Moment> {
        let (day, month) = match order {
            DateOrder::DayFirst => (self.first, self.second),
            DateOrder::MonthFirst => (self.second, self.first),
        };
        moment(self.year, month, day, self.time)
    }

    /// True if both orders give the same date.
    pub(in crate::input) fn is_symmetric(&self) -> bool {
        self.first == self.second
    }
}

/// Parses a date, with or without a time; `None` if it is none.
pub(in crate::input) fn parse_table_date(text: &str) -> Option<TableDate> {
    let text = text.trim();
    if let Ok(exact) = text.parse() {
        return Some(TableDate::Certain(exact));
    }
    if let Some(instant) = parse_script_date(text) {
        return Some(TableDate::Certain(instant));
    }
    let (text, is_utc) = match text.strip_suffix(" UTC") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let time_start = text.find(':').map_or(text.len(), |colon| {
        let before = text.get(..colon).unwrap_or_default();
        before.trim_end_matches(|c: char| c.is_ascii_digit()).len()
    });
    let (date_text, time_text) = text.split_at_checked(time_start)?;
    let time = if time_text.is_empty() { None } else { Some(parse_time(time_text)?) };
    let parsed = parse_date(date_text, time)?;
    Some(match parsed {
        TableDate::Certain(moment) if is_utc => TableDate::Certain(as_utc(moment)),
        other => other,
    })
}

/// Returns a wall clock as an instant in UTC; other moments stay.
pub(in crate::input) fn as_utc(moment: Moment) -> Moment {
    match moment {
        Moment::Local(clock) => TimeZone::UTC.to_timestamp(clock).map_or(moment, Moment::Instant),
        Moment::Date(_) | Moment::Instant(_) => moment,
    }
}

/// Parses a date as scripts print it: `Tue May 14 2024 08:53:33 GMT+0000 (Coordinated Universal Time)`.
fn parse_script_date(text: &str) -> Option<Moment> {
    let text = text.split_once(" (").map_or(text, |(date, _)| date);
    let (clock, offset) = text.split_once(" GMT")?;
    let clock = DateTime::strptime("%a %b %d %Y %H:%M:%S", clock).ok()?;
    format!("{clock}{offset}").parse().ok()
}

fn parse_date(text: &str, time: Option<Time>) -> Option<TableDate> {
    let is_filler = |word: &&str| word.is_empty() || word.eq_ignore_ascii_case("de");
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !is_filler(word)).collect();
    let words = match words.as_slice() {
        // The name of the weekday comes first.
        [weekday, rest @ ..] if rest.len() == 3 && weekday.chars().all(char::is_alphabetic) => rest,
        all => all,
    };
    let [a, b, c] = words else { return None };
    let certain = |year: &str, month: i8, day: &str| {
        let day = day.parse().ok()?;
        moment(parse_year(year)?, month, day, time).map(TableDate::Certain)
    };
    match (month_number(a), month_number(b)) {
        (Some(month), _) => certain(c, month, b),
        (None, Some(month)) if a.len() == 4 => certain(a, month, c),
        (None, Some(month)) => certain(c, month, a),
        (None, None) if a.len() == 4 => certain(a, b.parse().ok()?, c),
        (None, None) => {
            let (first, second, year) = (a.parse().ok()?, b.parse().ok()?, parse_year(c)?);
            let numeric = NumericDate { first, second, year, time };
            // Wherever dates have dots, the day comes first.
            if text.contains('.') {
                return numeric.in_order(DateOrder::DayFirst).map(TableDate::Certain);
            }
            Some(TableDate::Numeric(numeric))
        }
    }
}

/// Parses a year of two or four digits.
fn parse_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// Parses a time of 12 or 24 hours: `3:10 PM`, `3:10 p. m.`, `15:10:00`.
fn parse_time(text: &str) -> Option<Time> {
    let clock_end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let (clock, rest) = text.split_at_checked(clock_end)?;
    let mut parts = clock.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    // A fraction of a second is no matter in a sprint.
    let rest = rest.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let half: String = rest.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let hour = match (half.as_str(), hour) {
        ("", hour) => hour,
        ("am" | "a" | "vorm", 12) => 0,
        ("am" | "a" | "vorm", 1..=11) | ("pm" | "p" | "nachm", 12) => hour,
        ("pm" | "p" | "nachm", 1..=11) => hour + 12,
        _ => return None,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// Returns a date with its time; the text is parsed again to apply the same range of years as everywhere.
fn moment(year: i16, month: i8, day: i8, time: Option<Time>) -> Option<Moment> {
    let date = Date::new(year, month, day).ok()?;
    match time {
        Some(time) => date.to_datetime(time).to_string().parse().ok(),
        None => date.to_string().parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    fn certain(text: &str) -> String {
        match parse_table_date(text) {
            Some(TableDate::Certain(moment)) => moment.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_date_is_read_in_every_language_and_notation() {
        for (text, is) in [
            ("15/Apr/22 12:52 AM", "2022-04-15T00:52:00"),
            ("02/Mär/26 10:15", "2026-03-02T10:15:00"),
            ("23/sep/26 10:12 am", "2026-09-23T10:12:00"),
            ("21/maj/26 1:48 PM", "2026-05-21T13:48:00"),
            ("4/mar./26 3:10 p. m.", "2026-03-04T15:10:00"),
            ("04/févr./2026 15:10", "2026-02-04T15:10:00"),
            ("2. März 2026", "2026-03-02"),
            ("2 de marzo de 2026", "2026-03-02"),
            ("Mon, Mar 2, 2026", "2026-03-02"),
            ("02.03.2026", "2026-03-02"),
            ("2.3.26 9:05", "2026-03-02T09:05:00"),
            ("2026/03/02 17:05:47", "2026-03-02T17:05:47"),
            ("2026-03-02 10:00:00 UTC", "2026-03-02T10:00:00Z"),
            ("2024-05-14T08:53:33Z", "2024-05-14T08:53:33Z"),
            ("Tue May 14 2024 08:53:33 GMT+0000 (Coordinated Universal Time)", "2024-05-14T08:53:33Z"),
        ] {
            assert_eq!(certain(text), is, "{text}");
        }
        for text in ["", "soon", "31.02.2026", "02.03.", "2026", "10:15", "13:10 PM 2/3/2026", "1/2/3/4"] {
            assert_eq!(parse_table_date(text), None, "{text}");
        }
    }

    #[test]
    fn two_numbers_with_slashes_may_be_either_way_round() {
        let Some(TableDate::Numeric(date)) = parse_table_date("3/4/2026 10:15:00 AM") else {
            panic!("a date in numbers")
        };
        assert_eq!(date.in_order(DateOrder::DayFirst).unwrap().to_string(), "2026-04-03T10:15:00");
        assert_eq!(date.in_order(DateOrder::MonthFirst).unwrap().to_string(), "2026-03-04T10:15:00");
    }
}
