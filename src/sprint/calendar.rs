//! The team's calendar: sprint days in its time zone, and working time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::limits::MAX_FORECAST_DAYS;

/// The team's time zone, day border and working days.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// IANA name of the team's time zone.
    pub zone_name: String,
    /// The time zone itself.
    pub zone: TimeZone,
    /// The time of day at which a sprint day begins (a stand-up time, or midnight).
    pub day_border: Time,
    /// Days of the week the team works on.
    pub working_days: Vec<Weekday>,
    /// Days off in addition to the weekly ones.
    pub holidays: BTreeSet<Date>,
    /// Working days that override `working_days` and `holidays`.
    pub extra_working_days: BTreeSet<Date>,
    /// The titles of days that a calendar of days off calls observances. They change nothing: the team works on them as on other
    /// days.
    pub observances: BTreeMap<Date, String>,
}

/// One sprint day: from one day border to the next, named by the date on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date on which it begins.
    pub date: Date,
    /// The first instant of the day.
    pub from: Timestamp,
    /// The first instant of the next day.
    pub to: Timestamp,
    /// True if the team works on this day.
    pub is_working_day: bool,
}

impl Day {
    /// Returns the last instant of the day. An event with a known date but no known time is placed here.
    pub fn last_instant(&self) -> Timestamp {
        self.to.saturating_sub(Span::new().nanoseconds(1)).unwrap_or(self.to).max(self.from)
    }

    /// Returns the share of the day between two instants, from 0 to 1 of its real length, which is 23 or 25 hours
    /// when the clocks change.
    pub(super) fn share_between(&self, start: Timestamp, end: Timestamp) -> f64 {
        let length = seconds_between(self.from, self.to);
        let inside = seconds_between(self.from.max(start), self.to.min(end));
        if length > 0.0 { (inside / length).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// Returns the instant that is a share of the day's length after `from`, but not after the end of the day.
    fn instant_after_share(&self, from: Timestamp, share: f64) -> Timestamp {
        let seconds = (seconds_between(self.from, self.to) * share).round() as i64;
        from.saturating_add(Span::new().seconds(seconds)).map_or(self.to, |at| at.min(self.to))
    }
}

impl Calendar {
    /// Returns the sprint day that begins on a date. A day border that is skipped when the clocks go forward moves on
    /// by the skipped time; one that occurs twice is the first of the two.
    pub fn day_of(&self, date: Date) -> Day {
        let next = date.saturating_add(Span::new().days(1));
        Day {
            date,
            from: self.border_instant(date),
            to: self.border_instant(next),
            is_working_day: self.is_working(date),
        }
    }

    /// Returns the sprint day that contains an instant.
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

    /// Returns all sprint days that overlap the time from `start` to `end`, in full: the first may begin before
    /// `start`, the last may end after `end`. The day that begins at `end` is excluded, so a sprint of one day has
    /// one `Day`. The result is empty unless `start < end`.
    ///
    /// A date that does not exist in the time zone (Samoa, 30 December 2011) is left out.
    pub fn days_between(&self, start: Timestamp, end: Timestamp) -> Vec<Day> {
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
            let border = self.border_instant(next.saturating_add(Span::new().days(1)));
            day = Day { date: next, from: day.to, to: border, is_working_day: self.is_working(next) };
        }
        days
    }

    /// Returns the working time between two instants in working days. Each working day counts as one, spread evenly
    /// over its real length; days off count as zero. Jira's guideline uses the same measure.
    /// The result is zero unless `start < end`.
    pub fn working_days_between(&self, start: Timestamp, end: Timestamp) -> f64 {
        // `sum` of an empty iterator is −0, which would appear in the description.
        let days = self.days_between(start, end);
        days.iter().filter(|day| day.is_working_day).fold(0.0, |sum, day| sum + day.share_between(start, end))
    }

    /// Returns the number of working days that begin in `start .. end`. A day that has begun already does not count.
    pub fn working_days_begun_between(&self, start: Timestamp, end: Timestamp) -> usize {
        self.days_between(start, end).iter().filter(|day| day.is_working_day && day.from >= start).count()
    }

    /// Returns the first instant that is `working_days` of working time after `from`. Returns `None` if this takes
    /// more than [`MAX_FORECAST_DAYS`] calendar days plus one week for each working day.
    pub fn after_working_days(&self, from: Timestamp, working_days: f64) -> Option<Timestamp> {
        let mut left = working_days;
        let mut day = self.day_at(from);
        // Each week has at least one working day, and holidays are shorter than `MAX_FORECAST_DAYS`.
        let max_days = MAX_FORECAST_DAYS + 7 * libm::ceil(working_days.max(0.0)) as usize;
        for _ in 0..=max_days {
            if left <= 0.0 {
                return Some(day.from.max(from));
            }
            let share = if day.is_working_day { day.share_between(from, day.to) } else { 0.0 };
            // The tolerance absorbs rounding errors of the added shares.
            if share + 1e-9 >= left {
                return Some(day.instant_after_share(from.max(day.from), left.min(share)));
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

    /// Returns true if the team works on a date.
    pub fn is_working(&self, date: Date) -> bool {
        let usual = self.working_days.contains(&date.weekday()) && !self.holidays.contains(&date);
        usual || self.extra_working_days.contains(&date)
    }

    /// Returns true if the team works on this day of the week and not on the next one.
    pub(super) fn ends_working_week(&self, weekday: Weekday) -> bool {
        self.working_days.contains(&weekday) && !self.working_days.contains(&weekday.next())
    }

    /// Returns the instant of the day border on a date.
    fn border_instant(&self, date: Date) -> Timestamp {
        let clock = date.to_datetime(self.day_border);
        // The conversion fails only within a day of the smallest and the largest timestamp.
        self.zone.to_timestamp(clock).unwrap_or(if date.year() > 0 { Timestamp::MAX } else { Timestamp::MIN })
    }
}

impl Default for Calendar {
    /// Monday to Friday in UTC, with days that begin at midnight.
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self {
            zone_name: "UTC".to_owned(),
            zone: TimeZone::UTC,
            day_border: Time::midnight(),
            working_days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            holidays: BTreeSet::new(),
            extra_working_days: BTreeSet::new(),
            observances: BTreeMap::new(),
        }
    }
}

/// Returns the seconds between two instants. The result is exact for up to 104 days (2⁵³ nanoseconds).
fn seconds_between(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64()
}
