//! Time units and calendar arithmetic.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl TimeUnit {
    /// All units, the shortest first.
    pub const ALL: [Self; 9] = [
        Self::Millisecond,
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// Returns the unit with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// Returns the name in Chart.js.
    pub fn name(self) -> &'static str {
        match self {
            Self::Millisecond => "millisecond",
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// Returns the approximate length in milliseconds, as in Chart.js.
    pub fn milliseconds(self) -> f64 {
        match self {
            Self::Millisecond => 1.0,
            Self::Second => 1e3,
            Self::Minute => 6e4,
            Self::Hour => 3.6e6,
            Self::Day => 8.64e7,
            Self::Week => 6.048e8,
            Self::Month => 2.628e9,
            Self::Quarter => 7.884e9,
            Self::Year => 3.154e10,
        }
    }

    /// Returns the approximate number of these units in the next common unit; `None` for years.
    pub fn count_in_next_unit(self) -> Option<f64> {
        match self {
            Self::Millisecond => Some(1000.0),
            Self::Second | Self::Minute => Some(60.0),
            Self::Hour => Some(24.0),
            Self::Day => Some(30.0),
            Self::Week | Self::Quarter => Some(4.0),
            Self::Month => Some(12.0),
            Self::Year => None,
        }
    }

    /// True if the unit is chosen automatically.
    pub fn is_common(self) -> bool {
        !matches!(self, Self::Week | Self::Quarter)
    }

    /// Returns the default pattern of tick labels.
    pub fn default_pattern(self) -> &'static str {
        match self {
            Self::Millisecond => "h:mm:ss.SSS a",
            Self::Second => "h:mm:ss a",
            Self::Minute => "h:mm a",
            Self::Hour => "hA",
            Self::Day => "MMM D",
            Self::Week => "ll",
            Self::Month => "MMM YYYY",
            Self::Quarter => "[Q]Q - YYYY",
            Self::Year => "YYYY",
        }
    }
}

/// Converts milliseconds since 1970 to date and time in UTC; `None` if out of range.
pub(super) fn to_civil(millis: f64) -> Option<DateTime> {
    let timestamp = Timestamp::from_millisecond(millis.floor() as i64).ok()?;
    Some(timestamp.to_zoned(TimeZone::UTC).datetime())
}

/// Converts date and time in UTC to milliseconds since 1970; `None` if out of range.
pub(super) fn to_millis(civil: DateTime) -> Option<f64> {
    Some(TimeZone::UTC.to_zoned(civil).ok()?.timestamp().as_millisecond() as f64)
}

/// Returns the start of the unit that contains an instant. A week starts on `weekday` (1 for Monday), by default on
/// Sunday.
pub fn start_of_unit(millis: f64, unit: TimeUnit, weekday: Option<i8>) -> f64 {
    let Some(at) = to_civil(millis) else { return millis };
    let date = at.date();
    let start = match unit {
        TimeUnit::Millisecond => return millis.floor(),
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => {
            let length = unit.milliseconds();
            return (millis / length).floor() * length;
        }
        TimeUnit::Day => Some(date),
        TimeUnit::Week => {
            let first =
                weekday.and_then(|day| Weekday::from_monday_one_offset(day).ok()).unwrap_or(Weekday::Sunday);
            date.checked_sub(Span::new().days(date.weekday().since(first))).ok()
        }
        TimeUnit::Month => Some(date.first_of_month()),
        TimeUnit::Quarter => date.with().month((date.month() - 1) / 3 * 3 + 1).day(1).build().ok(),
        TimeUnit::Year => Some(date.first_of_year()),
    };
    start.and_then(|date| to_millis(date.at(0, 0, 0, 0))).unwrap_or(millis)
}

/// Adds `count` units to an instant. A day beyond the end of a month becomes the last day of that month.
pub fn add_units(millis: f64, count: f64, unit: TimeUnit) -> f64 {
    let months = match unit {
        TimeUnit::Month => 1.0,
        TimeUnit::Quarter => 3.0,
        TimeUnit::Year => 12.0,
        other => return millis + count.round() * other.milliseconds(),
    };
    let added_months = (count * months).round() as i64;
    let later =
        to_civil(millis).and_then(|at| at.checked_add(Span::new().try_months(added_months).ok()?).ok());
    later.and_then(to_millis).unwrap_or(f64::INFINITY)
}

/// Returns the number of whole units from `from` to `to`.
pub fn whole_units_between(to: f64, from: f64, unit: TimeUnit) -> f64 {
    let months = match unit {
        TimeUnit::Month => 1.0,
        TimeUnit::Quarter => 3.0,
        TimeUnit::Year => 12.0,
        other => return ((to - from) / other.milliseconds()).trunc(),
    };
    let (Some(a), Some(b)) = (to_civil(from), to_civil(to)) else { return 0.0 };
    let count = |date: DateTime| f64::from(date.year()) * 12.0 + f64::from(date.month());
    let mut months_between = count(b) - count(a);
    if months_between > 0.0 && add_units(from, months_between, TimeUnit::Month) > to {
        months_between -= 1.0;
    } else if months_between < 0.0 && add_units(from, months_between, TimeUnit::Month) < to {
        months_between += 1.0;
    }
    (months_between / months).trunc()
}
