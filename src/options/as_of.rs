//! The instant up to which a picture shows the data.

use std::borrow::Cow;
use std::str::FromStr;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::input::{Moment, ParseMomentError};

/// The instant up to which a picture shows the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The time of the request.
    Now,
    /// A fixed moment.
    At(Moment),
}

impl AsOf {
    /// The moment; `None` for `Now` without a known time.
    pub fn to_moment(self, now: Option<Timestamp>) -> Option<Moment> {
        match self {
            Self::Now => now.map(Moment::Instant),
            Self::At(moment) => Some(moment),
        }
    }
}

impl FromStr for AsOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "now" => Ok(Self::Now),
            _ => text.parse().map(Self::At).map_err(|error: ParseMomentError| format!("{error}, or `now`")),
        }
    }
}

impl<'de> Deserialize<'de> for AsOf {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        text.parse().map_err(|expected: String| {
            D::Error::custom(format_args!("invalid value: string {text:?}, {expected}"))
        })
    }
}

impl JsonSchema for AsOf {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date, an instant with offset, a wall clock in the team's time zone, or \"now\".",
            "examples": ["now", "2023-08-23", "2023-08-23T10:00:00Z"],
        })
    }
}
