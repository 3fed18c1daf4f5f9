//! Instants and dates as trackers write them.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::input::moment::Moment;
use crate::limits::{MAX_YEAR, MIN_YEAR};

/// When something happened: an instant (`2016-10-01T22:39:11.2Z`, `2015-01-26T19:44:28+0000`), or a date where a tracker keeps
/// no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(pub(super) Moment);

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Stamp;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an instant with offset (2023-08-23T10:00:00Z)")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Stamp, E> {
                match text.parse() {
                    Ok(moment @ (Moment::Instant(_) | Moment::Date(_))) => Ok(Stamp(moment)),
                    _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
                }
            }
        }
        from.deserialize_str(Written)
    }
}

/// Where a moment stands among others, as far as that can be told without the team's calendar: of a date its end.
pub(super) fn rank(moment: Moment) -> Timestamp {
    let midnight = |date: Date| date.at(23, 59, 59, 999_999_999);
    match moment {
        Moment::Instant(at) => at,
        Moment::Date(date) => utc(midnight(date)),
        Moment::Local(clock) => utc(clock),
    }
}

fn utc(clock: jiff::civil::DateTime) -> Timestamp {
    // Fails only at the ends of time, far from the years that are read.
    TimeZone::UTC.to_timestamp(clock).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The date of a moment, in UTC.
pub(super) fn date_of(moment: Moment) -> Date {
    TimeZone::UTC.to_datetime(rank(moment)).date()
}

/// The date a text begins with: trackers write a date as its midnight somewhere (`2019-05-23T07:00:00Z`, Pacific time;
/// `2016-04-04T00:00:00-07:00`), and their clock is no clock of the team's.
pub(super) fn date_part(text: &str) -> Option<Date> {
    let date: Date = text.get(.."2019-05-23".len())?.parse().ok()?;
    (MIN_YEAR..=MAX_YEAR).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    #[test]
    fn instants_come_in_many_spellings() {
        for (text, is) in [
            ("2016-10-01T22:39:11.2Z", "2016-10-01T22:39:11.2Z"),
            ("2016-10-01T01:00:00.00Z", "2016-10-01T01:00:00Z"),
            ("2015-01-26T19:44:28+0000", "2015-01-26T19:44:28Z"),
            ("2016-04-04T00:00:00-07:00", "2016-04-04T07:00:00Z"),
            ("2024-11-07", "2024-11-07"),
        ] {
            let Stamp(at) = serde_json::from_str(&format!("{text:?}")).unwrap();
            assert_eq!(at.to_string(), is);
        }
        for bad in ["0001-01-01T00:00:00Z", "yesterday", "2016-10-01T22:39:11", ""] {
            assert!(serde_json::from_str::<Stamp>(&format!("{bad:?}")).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_date_is_what_the_text_says_wherever_its_midnight_is() {
        for text in ["2019-05-23T07:00:00Z", "2019-05-23T00:00:00+14:00", "2019-05-23"] {
            assert_eq!(date_part(text).unwrap().to_string(), "2019-05-23");
        }
        assert_eq!(date_part(""), None);
        assert_eq!(date_part("soon"), None);
    }
}
