//! The stand-in for numbers in other languages in a build without an engine for scripts: there are none.

use serde_json::{Map, Value as Json};

/// The format of numbers in a locale, of which there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum LocaleNumbers {}

/// The digits and the notation of one number.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "nothing is written with it here")]
pub struct NumberDigits {
    pub min_fraction: usize,
    pub max_fraction: usize,
    pub is_scientific: bool,
}

impl LocaleNumbers {
    pub(crate) fn new(_locale: &str, _options: &Map<String, Json>) -> Option<Self> {
        None
    }

    pub(crate) fn is_known(locale: &str) -> bool {
        // Other countries write English numbers in other ways.
        locale.eq_ignore_ascii_case("en") || locale.eq_ignore_ascii_case("en-US")
    }

    pub fn format(&self, _value: f64, _digits: NumberDigits) -> Option<String> {
        match *self {}
    }
}
