//! Numbers of a chart in a language other than American English.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::data::LocaleData;
use super::locales::{load_locale, resolve};
use super::number::{NumberRequest, number_parts};
use super::number_options::{NumberDigits, NumberOptions};

/// The locale in which numbers are written if no other is known.
const DEFAULT: &str = "en-US";
/// The format of numbers in a locale.
#[derive(Clone, Debug)]
pub struct LocaleNumbers {
    data: Arc<LocaleData>,
    options: NumberOptions,
}

impl LocaleNumbers {
    /// A format from options of `Intl.NumberFormat` other than fraction digits; `None` for American English, for an unknown language, and for
    /// options that no number can be written with.
    pub(crate) fn new(locale: &str, options: &Map<String, Json>) -> Option<Self> {
        let locale = resolve(&[locale.to_owned()]);
        if locale == DEFAULT || locale == "en" {
            return None;
        }
        let mut options = options.clone();
        // The only option whose values are no texts.
        match options.get("useGrouping") {
            Some(Json::Bool(false)) => options.insert("useGrouping".to_owned(), Json::from("false")),
            Some(Json::Bool(true)) => options.insert("useGrouping".to_owned(), Json::from("always")),
            _ => None,
        };
        let options = serde_json::from_value(Json::Object(options)).ok()?;
        Some(Self { data: load_locale(&locale).ok()?, options })
    }

    /// True if there are data for the language of a tag.
    pub(crate) fn is_known(locale: &str) -> bool {
        let is_english = locale.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en"));
        is_english || resolve(&[locale.to_owned()]) != DEFAULT
    }

    /// The text of a number; `None` if it can't be written.
    pub fn format(&self, value: f64, digits: NumberDigits) -> Option<String> {
        let options = self.options.with_digits(digits);
        let request = NumberRequest { value: value.to_string(), options };
        let parts = number_parts(&self.data, &request).ok()?;
        Some(parts.into_iter().map(|part| part.text).collect())
    }
}

impl PartialEq for LocaleNumbers {
    fn eq(&self, other: &Self) -> bool {
        self.data.tag == other.data.tag && self.options == other.options
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_number_has_the_separators_and_patterns_of_its_locale() {
        let digits = NumberDigits { min_fraction: 1, max_fraction: 2, is_scientific: false };
        let exponent = NumberDigits { is_scientific: true, ..digits };
        for (locale, options, digits, value, expected) in [
            ("de-DE", json!({}), digits, 1234.5, "1.234,5"),
            ("de-CH", json!({}), digits, -1234.567, "-1'234.57"),
            ("en-IN", json!({}), digits, 1_234_567.0, "12,34,567.0"),
            ("fr", json!({"style": "currency", "currency": "EUR"}), digits, 2.5, "2,5\u{a0}€"),
            ("sv", json!({"style": "percent"}), digits, 0.5, "50,0\u{a0}%"),
            ("de", json!({"useGrouping": false}), digits, 123_456.0, "123456,0"),
            ("de", json!({}), exponent, 1e20, "1,0E20"),
            ("de", json!({"maximumSignificantDigits": 2}), digits, 1234.0, "1.200"),
        ] {
            let numbers = LocaleNumbers::new(locale, options.as_object().expect("an object"));
            let text = numbers.and_then(|numbers| numbers.format(value, digits));
            assert_eq!(text.as_deref(), Some(expected), "{locale}: {options}");
        }
    }

    #[test]
    fn american_english_and_unknown_languages_have_no_format_of_their_own() {
        for locale in ["en-US", "en", "tlh", ""] {
            assert_eq!(LocaleNumbers::new(locale, &Map::new()), None, "{locale}");
            assert_eq!(LocaleNumbers::is_known(locale), locale.starts_with("en"), "{locale}");
        }
    }
}
