//! Dates and instants as documents, options and trackers write them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::limits::{MAX_YEAR, MIN_YEAR};
use crate::sprint::{Calendar, Day};

/// A date, a local time or an instant. As text: `2023-08-23`, `2023-08-23T10:00`, `2023-08-23T10:00:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The sprint day that begins on this date.
    Date(Date),
    /// A local time in the team's time zone. A time that is skipped when the clocks go forward moves on by the skipped
    /// time; one that occurs twice is the first of the two.
    Local(DateTime),
    /// An instant.
    Instant(Timestamp),
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Local(clock) => clock.fmt(f),
            Self::Instant(at) => at.fmt(f),
        }
    }
}

/// The error for a text that is not a [`Moment`], or whose year is before [`MIN_YEAR`] or after [`MAX_YEAR`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {}", self.expected())]
pub struct ParseMomentError {
    /// The limit that the year exceeds.
    exceeded_limit: Option<&'static str>,
}

impl ParseMomentError {
    /// The error for a text that is not a moment.
    const NO_MOMENT: Self = Self { exceeded_limit: None };

    /// Returns the name in [`limits`](crate::limits) of the limit that the year exceeds; `None` for a text that is not a
    /// moment.
    pub fn exceeded_limit(self) -> Option<&'static str> {
        self.exceeded_limit
    }

    /// Returns the expectation of a moment in error messages.
    pub(super) fn expected(self) -> String {
        const EXPECTED: &str = "a date (2023-08-23) or an instant with offset (2023-08-23T10:00:00Z)";
        match self.exceeded_limit {
            Some(_) => self.with_years(EXPECTED),
            None => format!("{EXPECTED}, from {MIN_YEAR} to {MAX_YEAR}"),
        }
    }

    /// Returns an expectation, with the accepted years if the year exceeds their limit.
    pub(super) fn with_years(self, expected: &str) -> String {
        match self.exceeded_limit {
            Some(limit) => format!("{expected}, from {MIN_YEAR} to {MAX_YEAR} ({limit})"),
            None => expected.to_owned(),
        }
    }
}

/// Returns the limit that a year exceeds.
fn exceeded_year_limit(year: i16) -> Option<&'static str> {
    match year {
        ..MIN_YEAR => Some("MIN_YEAR"),
        MIN_YEAR..=MAX_YEAR => None,
        _ => Some("MAX_YEAR"),
    }
}

impl Moment {
    /// Returns the year, of an instant in UTC.
    pub(super) fn year(self) -> i16 {
        match self {
            Self::Date(date) => date.year(),
            Self::Local(clock) => clock.year(),
            Self::Instant(at) => jiff::tz::TimeZone::UTC.to_datetime(at).year(),
        }
    }

    /// Returns true for a date without a time.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// Returns the instant, or the beginning of the sprint day.
    pub(crate) fn start_instant(self, calendar: &Calendar) -> Timestamp {
        self.resolve_in(calendar).start_instant()
    }

    /// Returns the instant, or the sprint day of a date.
    pub(super) fn resolve_in(self, calendar: &Calendar) -> ResolvedMoment {
        match self {
            Self::Date(date) => ResolvedMoment::Day(calendar.day_of(date)),
            // The conversion fails only near the smallest and the largest timestamp, far outside the accepted years.
            Self::Local(clock) => {
                ResolvedMoment::Instant(calendar.zone.to_timestamp(clock).unwrap_or(Timestamp::UNIX_EPOCH))
            }
            Self::Instant(at) => ResolvedMoment::Instant(at),
        }
    }
}

impl FromStr for Moment {
    type Err = ParseMomentError;

    fn from_str(text: &str) -> Result<Self, ParseMomentError> {
        let text = text.trim();
        let (moment, year) = if text.len() == "2023-08-23".len() {
            let date: Date = text.parse().map_err(|_| ParseMomentError::NO_MOMENT)?;
            (Self::Date(date), date.year())
        } else if let Ok(at) = text.parse::<Timestamp>() {
            (Self::Instant(at), jiff::tz::TimeZone::UTC.to_datetime(at).year())
        } else {
            let local: DateTime = text.parse().map_err(|_| ParseMomentError::NO_MOMENT)?;
            (Self::Local(local), local.year())
        };
        // jiff parses a date without a time as midnight. Here it would be a compact date, which is hardly intended.
        let has_time = moment.is_date() || text.contains([':', 'T', 't']);
        // jiff ignores a time zone in brackets, but a local time is always in the team's time zone.
        let in_another_zone = matches!(moment, Self::Local(_)) && text.contains('[');
        if !has_time || in_another_zone {
            return Err(ParseMomentError::NO_MOMENT);
        }
        match exceeded_year_limit(year) {
            None => Ok(moment),
            exceeded_limit => Err(ParseMomentError { exceeded_limit }),
        }
    }
}

/// A [`Moment`] in the team's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResolvedMoment {
    Day(Day),
    Instant(Timestamp),
}

impl ResolvedMoment {
    /// Returns the instant, or the beginning of the day.
    pub(super) fn start_instant(self) -> Timestamp {
        match self {
            Self::Day(day) => day.from,
            Self::Instant(at) => at,
        }
    }

    /// Returns the instant, or the border at which the day ends.
    pub(super) fn end_instant(self) -> Timestamp {
        match self {
            Self::Day(day) => day.to,
            Self::Instant(at) => at,
        }
    }

    /// Returns the instant of an event: the last instant of the day if only the date is known.
    pub(super) fn event_instant(self) -> Timestamp {
        match self {
            Self::Day(day) => day.last_instant(),
            Self::Instant(at) => at,
        }
    }

    /// Returns the instant of an event, or `None` if the event is not known yet at `as_of`. An event with a date only
    /// was recorded during that day, so it is known as soon as the day has begun, and is placed at `as_of` at the latest.
    pub(super) fn event_instant_if_known(self, as_of: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Day(day) => (day.from < as_of).then(|| day.last_instant().min(as_of)),
            Self::Instant(at) => (at <= as_of).then_some(at),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map_err(|expected: ParseMomentError| {
            D::Error::custom(format_args!("invalid value: string {text:?}, {expected}"))
        })
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, an instant with offset, or a wall clock in the team's time zone.",
            "examples": ["2023-08-23", "2023-08-23T10:00:00Z"],
        })
    }
}
