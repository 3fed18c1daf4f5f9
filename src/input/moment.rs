//! Dates and instants as people and trackers write them.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::limits::{MAX_YEAR, MIN_YEAR};
use crate::sprint::{Calendar, Day};

/// What a date field can hold. As text: `2023-08-23`, `2023-08-23T10:00`, `2023-08-23T10:00:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A sprint day: the one that begins on this date.
    Date(Date),
    /// A wall clock in the team's time zone. A time the clocks jump over moves on by the jump, one that comes
    /// twice is the first of the two.
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

/// A text is no date, or one of a year before [`MIN_YEAR`] or after [`MAX_YEAR`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {}", Moment::EXPECTED)]
pub struct NoMoment;

impl Moment {
    pub(super) const EXPECTED: &str =
        "a date (2023-08-23) or an instant with offset (2023-08-23T10:00:00Z), from 1970 to 2999";

    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Date(_))
    }

    /// The instant, or the begin of the sprint day.
    pub(crate) fn begin(self, calendar: &Calendar) -> Timestamp {
        self.place(calendar).start()
    }

    /// The instant, or the sprint day when only that is known.
    pub(super) fn place(self, calendar: &Calendar) -> Placed {
        match self {
            Self::Date(date) => Placed::Day(calendar.day_of(date)),
            // Fails only at the ends of time, far from the years that are read.
            Self::Local(clock) => {
                Placed::Instant(calendar.zone.to_timestamp(clock).unwrap_or(Timestamp::UNIX_EPOCH))
            }
            Self::Instant(at) => Placed::Instant(at),
        }
    }
}

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let text = text.trim();
        let (moment, year) = if text.len() == "2023-08-23".len() {
            let date: Date = text.parse().map_err(|_| NoMoment)?;
            (Self::Date(date), date.year())
        } else if let Ok(at) = text.parse::<Timestamp>() {
            (Self::Instant(at), jiff::tz::TimeZone::UTC.to_datetime(at).year())
        } else {
            let clock: DateTime = text.parse().map_err(|_| NoMoment)?;
            (Self::Local(clock), clock.year())
        };
        // jiff reads a lone date as its midnight; here it would be a compact date, which nobody means.
        let has_time = moment.is_date() || text.contains([':', 'T', 't']);
        // jiff passes over a zone in brackets; a clock is one of the team's zone, whatever it says.
        let in_another_zone = matches!(moment, Self::Local(_)) && text.contains('[');
        (has_time && !in_another_zone && (MIN_YEAR..=MAX_YEAR).contains(&year))
            .then_some(moment)
            .ok_or(NoMoment)
    }
}

/// A [`Moment`] in a team's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    Day(Day),
    Instant(Timestamp),
}

impl Placed {
    /// The instant; of a day its first.
    pub(super) fn start(self) -> Timestamp {
        match self {
            Self::Day(day) => day.from,
            Self::Instant(at) => at,
        }
    }

    /// The instant; of a day the border at which it ends.
    pub(super) fn end(self) -> Timestamp {
        match self {
            Self::Day(day) => day.to,
            Self::Instant(at) => at,
        }
    }

    /// Where an event stands: of a day, its last instant.
    pub(super) fn event(self) -> Timestamp {
        match self {
            Self::Day(day) => day.last_instant(),
            Self::Instant(at) => at,
        }
    }

    /// Where an event stands if it is known at `as_of`. One of which only the day is known was
    /// written down during that day, so it is known as soon as the day has begun, and then stands at `as_of` at the latest.
    pub(super) fn known_by(self, as_of: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Day(day) => (day.from < as_of).then(|| day.last_instant().min(as_of)),
            Self::Instant(at) => (at <= as_of).then_some(at),
        }
    }
}
