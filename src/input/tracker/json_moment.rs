//! Instants and dates in the JSON of trackers.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use crate::input::moment::Moment;
use crate::limits::{MAX_YEAR, MIN_YEAR};

/// The time of an event: an instant (`2016-10-01T22:39:11.2Z`, `2015-01-26T19:44:28+0000`), or a date if a tracker keeps no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct JsonMoment(pub(super) Moment);

impl<'de> Deserialize<'de> for JsonMoment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        const EXPECTED: &str = "an instant with offset (2023-08-23T10:00:00Z)";
        struct MomentVisitor;
        impl Visitor<'_> for MomentVisitor {
            type Value = JsonMoment;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(EXPECTED)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<JsonMoment, E> {
                let found = Unexpected::Str(text);
                match text.parse::<Moment>() {
                    Ok(moment @ (Moment::Instant(_) | Moment::Date(_))) => Ok(JsonMoment(moment)),
                    Ok(Moment::Local(_)) => Err(E::invalid_value(found, &self)),
                    Err(error) => Err(E::invalid_value(found, &error.with_years(EXPECTED).as_str())),
                }
            }
        }
        from.deserialize_str(MomentVisitor)
    }
}

/// The instant by which a moment is sorted. The team's calendar is unknown here, so that a date counts as its end in UTC.
pub(super) fn sort_instant(moment: Moment) -> Timestamp {
    let end_of_day = |date: Date| date.at(23, 59, 59, 999_999_999);
    match moment {
        Moment::Instant(at) => at,
        Moment::Date(date) => utc_instant(end_of_day(date)),
        Moment::Local(clock) => utc_instant(clock),
    }
}

fn utc_instant(clock: jiff::civil::DateTime) -> Timestamp {
    // This fails only near the limits of time, far from the years that are read.
    TimeZone::UTC.to_timestamp(clock).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The date of a moment in UTC.
pub(super) fn utc_date(moment: Moment) -> Date {
    TimeZone::UTC.to_datetime(sort_instant(moment)).date()
}

/// The date at the beginning of a text. Trackers write a date as its midnight in some zone (`2019-05-23T07:00:00Z` for Pacific
/// time, `2016-04-04T00:00:00-07:00`), which is not that of the team.
pub(super) fn leading_date(text: &str) -> Option<Date> {
    let date: Date = text.get(.."2019-05-23".len())?.parse().ok()?;
    (MIN_YEAR..=MAX_YEAR).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    #[test]
    fn an_instant_or_a_date_is_read_in_every_tracker_s_notation() {
        for (text, is) in [
            ("2016-10-01T22:39:11.2Z", "2016-10-01T22:39:11.2Z"),
            ("2016-10-01T01:00:00.00Z", "2016-10-01T01:00:00Z"),
            ("2015-01-26T19:44:28+0000", "2015-01-26T19:44:28Z"),
            ("2016-04-04T00:00:00-07:00", "2016-04-04T07:00:00Z"),
            ("2024-11-07", "2024-11-07"),
        ] {
            let JsonMoment(at) = serde_json::from_str(&format!("{text:?}")).unwrap();
            assert_eq!(at.to_string(), is);
        }
        for bad in ["0001-01-01T00:00:00Z", "yesterday", "2016-10-01T22:39:11", ""] {
            assert!(serde_json::from_str::<JsonMoment>(&format!("{bad:?}")).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_leading_date_is_read_as_written_whatever_the_offset() {
        for text in ["2019-05-23T07:00:00Z", "2019-05-23T00:00:00+14:00", "2019-05-23"] {
            assert_eq!(leading_date(text).unwrap().to_string(), "2019-05-23");
        }
        assert_eq!(leading_date(""), None);
        assert_eq!(leading_date("soon"), None);
    }
}
