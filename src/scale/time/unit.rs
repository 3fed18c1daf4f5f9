//! Units of time and steps of them.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
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

impl Unit {
    /// All of them, the shortest first.
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

    /// The unit of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// Its name.
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

    /// About how many milliseconds it has, as Chart.js counts.
    pub fn length(self) -> f64 {
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

    /// How many of them the next common unit has.
    pub fn steps(self) -> Option<f64> {
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

    /// One that ticks take by themselves.
    pub fn is_common(self) -> bool {
        !matches!(self, Self::Week | Self::Quarter)
    }

    /// How a tick of it is written.
    pub fn pattern(self) -> &'static str {
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

/// Date and time of an instant.
pub(super) fn civil(millis: f64) -> Option<DateTime> {
    let timestamp = Timestamp::from_millisecond(millis.floor() as i64).ok()?;
    Some(timestamp.to_zoned(TimeZone::UTC).datetime())
}

/// The instant of date and time.
pub(super) fn instant(civil: DateTime) -> Option<f64> {
    Some(TimeZone::UTC.to_zoned(civil).ok()?.timestamp().as_millisecond() as f64)
}

/// The start of the unit an instant lies in; a week starts on `weekday`, 1 for Monday, else on Sunday.
pub fn start_of(millis: f64, unit: Unit, weekday: Option<i8>) -> f64 {
    let Some(at) = civil(millis) else { return millis };
    let date = at.date();
    let start = match unit {
        Unit::Millisecond => return millis.floor(),
        Unit::Second | Unit::Minute | Unit::Hour => {
            let length = unit.length();
            return (millis / length).floor() * length;
        }
        Unit::Day => Some(date),
        Unit::Week => {
            let first =
                weekday.and_then(|day| Weekday::from_monday_one_offset(day).ok()).unwrap_or(Weekday::Sunday);
            date.checked_sub(Span::new().days(date.weekday().since(first))).ok()
        }
        Unit::Month => Some(date.first_of_month()),
        Unit::Quarter => date.with().month((date.month() - 1) / 3 * 3 + 1).day(1).build().ok(),
        Unit::Year => Some(date.first_of_year()),
    };
    start.and_then(|date| instant(date.at(0, 0, 0, 0))).unwrap_or(millis)
}

/// An instant so many units later; months that are too short end at their last day.
pub fn add(millis: f64, count: f64, unit: Unit) -> f64 {
    let months = match unit {
        Unit::Month => 1.0,
        Unit::Quarter => 3.0,
        Unit::Year => 12.0,
        other => return millis + count.round() * other.length(),
    };
    let whole = (count * months).round() as i64;
    let later = civil(millis).and_then(|at| at.checked_add(Span::new().try_months(whole).ok()?).ok());
    later.and_then(instant).unwrap_or(f64::INFINITY)
}

/// Whole units from `from` to `to`.
pub fn difference(to: f64, from: f64, unit: Unit) -> f64 {
    let months = match unit {
        Unit::Month => 1.0,
        Unit::Quarter => 3.0,
        Unit::Year => 12.0,
        other => return ((to - from) / other.length()).trunc(),
    };
    let (Some(a), Some(b)) = (civil(from), civil(to)) else { return 0.0 };
    let count = |date: DateTime| f64::from(date.year()) * 12.0 + f64::from(date.month());
    let mut whole = count(b) - count(a);
    if whole > 0.0 && add(from, whole, Unit::Month) > to {
        whole -= 1.0;
    } else if whole < 0.0 && add(from, whole, Unit::Month) < to {
        whole += 1.0;
    }
    (whole / months).trunc()
}
