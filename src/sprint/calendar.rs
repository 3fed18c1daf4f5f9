//! Sprint days in the team's time zone, working time, the way of the ideal line.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::limits::MAX_FORECAST_DAYS;

/// When the team works.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// IANA name of the team's time zone.
    pub zone_name: String,
    /// The zone.
    pub zone: TimeZone,
    /// The time of day at which a sprint day begins (a stand-up time, or midnight).
    pub day_border: Time,
    /// Days of the week the team works on.
    pub working_days: Vec<Weekday>,
    /// Days off besides.
    pub holidays: BTreeSet<Date>,
    /// Days worked although the two above say otherwise.
    pub extra_working_days: BTreeSet<Date>,
}

/// One sprint day: from one day border to the next, named by the date on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date on which it begins.
    pub date: Date,
    /// Its first instant.
    pub from: Timestamp,
    /// The first instant of the next day.
    pub to: Timestamp,
    /// Worked on.
    pub working: bool,
}

impl Day {
    /// The last instant that still belongs to the day: where an event stands of which only the date is known.
    pub fn last_instant(&self) -> Timestamp {
        self.to.saturating_sub(Span::new().nanoseconds(1)).unwrap_or(self.to).max(self.from)
    }

    /// The part of the day that lies between two instants, 0 to 1 of its real length (23 or 25 hours
    /// when the clocks change).
    pub(super) fn share(&self, a: Timestamp, b: Timestamp) -> f64 {
        let length = seconds(self.from, self.to);
        let inside = seconds(self.from.max(a), self.to.min(b));
        if length > 0.0 { (inside / length).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// The instant that lies a part of the day after another one in it.
    fn part(&self, after: Timestamp, part: f64) -> Timestamp {
        let seconds = (seconds(self.from, self.to) * part).round() as i64;
        after.saturating_add(Span::new().seconds(seconds)).map_or(self.to, |at| at.min(self.to))
    }
}

impl Calendar {
    /// The sprint day that begins on a date. A border that the clocks jump over moves on by the jump; one that
    /// comes twice is the first of the two.
    pub fn day_of(&self, date: Date) -> Day {
        let next = date.saturating_add(Span::new().days(1));
        Day { date, from: self.border(date), to: self.border(next), working: self.is_working(date) }
    }

    /// The sprint day that an instant belongs to.
    pub fn day_at(&self, at: Timestamp) -> Day {
        let date = at.to_zoned(self.zone.clone()).date();
        let day = self.day_of(date);
        if at < day.from {
            self.day_of(date.saturating_sub(Span::new().days(1)))
        } else if at >= day.to && day.to > day.from {
            self.day_of(date.saturating_add(Span::new().days(1)))
        } else {
            day
        }
    }

    /// The sprint days that a stretch of time touches, whole: the first may begin before `start`, the last may end
    /// after `end`. A stretch that ends on a border does not touch the day that begins there, so
    /// a sprint of one day has one `Day`. Empty unless `start < end`.
    ///
    /// A date that a zone has left out (Samoa, 30 December 2011) is no day.
    pub fn days(&self, start: Timestamp, end: Timestamp) -> Vec<Day> {
        let mut days = Vec::new();
        let mut day = self.day_at(start);
        while start < end && day.from < end {
            if day.to > day.from && day.to > start {
                days.push(day);
            }
            let next = day.date.saturating_add(Span::new().days(1));
            if next == day.date {
                break;
            }
            let border = self.border(next.saturating_add(Span::new().days(1)));
            day = Day { date: next, from: day.to, to: border, working: self.is_working(next) };
        }
        days
    }

    /// Working time between two instants in working days: each working sprint day counts one over its real length,
    /// time off counts nothing. Jira's guideline runs over this time (continuous, rate 0 or 1).
    /// Zero unless `a < b`.
    pub fn working_days_between(&self, a: Timestamp, b: Timestamp) -> f64 {
        // Not `sum`: of nothing it is −0, which a description would show.
        self.days(a, b).iter().filter(|day| day.working).fold(0.0, |sum, day| sum + day.share(a, b))
    }

    /// The first instant at which so many working days of working time have passed since another one; `None` where the
    /// team does not work as much within [`MAX_FORECAST_DAYS`] calendar days for each.
    pub fn after_working_days(&self, from: Timestamp, working_days: f64) -> Option<Timestamp> {
        let mut left = working_days;
        let mut day = self.day_at(from);
        // A week has one working day at least, and no holidays last as long as this.
        let most = MAX_FORECAST_DAYS + 7 * libm::ceil(working_days.max(0.0)) as usize;
        for _ in 0..=most {
            if left <= 0.0 {
                return Some(day.from.max(from));
            }
            let share = if day.working { day.share(from, day.to) } else { 0.0 };
            // What adding up shares leaves of a day is none.
            if share + 1e-9 >= left {
                return Some(day.part(from.max(day.from), left.min(share)));
            }
            left -= share;
            let next = self.day_of(day.date.saturating_add(Span::new().days(1)));
            if next.date == day.date {
                return None;
            }
            day = next;
        }
        None
    }

    /// True for a date the team works on.
    pub fn is_working(&self, date: Date) -> bool {
        let usual = self.working_days.contains(&date.weekday()) && !self.holidays.contains(&date);
        usual || self.extra_working_days.contains(&date)
    }

    fn border(&self, date: Date) -> Timestamp {
        let clock = date.to_datetime(self.day_border);
        // Fails only within a day of the ends of time.
        self.zone.to_timestamp(clock).unwrap_or(if date.year() > 0 { Timestamp::MAX } else { Timestamp::MIN })
    }
}

impl Default for Calendar {
    /// Monday to Friday in UTC, days from midnight.
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self {
            zone_name: "UTC".to_owned(),
            zone: TimeZone::UTC,
            day_border: Time::midnight(),
            working_days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            holidays: BTreeSet::new(),
            extra_working_days: BTreeSet::new(),
        }
    }
}

/// Seconds between two instants. Whole nanoseconds below 2⁵³ stay exact up to 104 days, far over a day.
fn seconds(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64()
}
