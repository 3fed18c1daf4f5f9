//! The length of one sprint of a release.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::limits::MAX_DAYS;

/// Calendar days of one sprint of a release, from 1 to [`MAX_DAYS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SprintDays(usize);

impl SprintDays {
    /// Returns the number of days.
    pub fn days(self) -> usize {
        self.0
    }

    fn from_number(days: f64) -> Option<Self> {
        let is_valid = days.fract() == 0.0 && (1.0..=MAX_DAYS as f64).contains(&days);
        is_valid.then_some(Self(days as usize))
    }
}

/// Returns the expectation in the error for a number, with the name of the limit if the number exceeds it.
fn expected_days(days: f64) -> String {
    let limit = if days > MAX_DAYS as f64 { " (MAX_DAYS)" } else { "" };
    format!("a whole number from 1 to {MAX_DAYS}{limit}")
}

impl FromStr for SprintDays {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let days: f64 = text.parse().unwrap_or(f64::NAN);
        Self::from_number(days).ok_or_else(|| format!("expected {}", expected_days(days)))
    }
}

impl<'de> Deserialize<'de> for SprintDays {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let days = f64::deserialize(from)?;
        Self::from_number(days).ok_or_else(|| {
            D::Error::custom(format_args!("invalid value: `{days}`, expected {}", expected_days(days)))
        })
    }
}

impl JsonSchema for SprintDays {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "SprintDays".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}
