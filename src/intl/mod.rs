//! Numbers, dates, plural forms and lists in the languages of scripts, as the `Intl` of Node.js 20 writes them.
//!
//! Scripts ask for any language and any combination of options, so this room has data of its own, in `locales/`; the pictures
//! of sprints have their few formats in `i18n/`.

mod data;
mod date;
mod date_options;
mod date_patterns;
mod decimal;
mod list;
mod locale_numbers;
mod locales;
mod number;
mod number_options;
mod part;
mod plural;
mod plural_rules;
mod unit_pattern;
mod zone_names;

use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};

use data::LocaleData;
pub use locale_numbers::LocaleNumbers;
use locales::load_locale;
pub use number_options::NumberDigits;

/// The functions of `Intl` for one script.
pub(crate) struct Intl {
    /// Finds a time zone by its IANA name.
    find_zone: fn(&str) -> Option<TimeZone>,
}

impl Intl {
    pub(crate) fn new(find_zone: fn(&str) -> Option<TimeZone>) -> Self {
        Self { find_zone }
    }

    /// Calls a function by its name; `None` if there is no such function.
    pub(crate) fn call(&self, name: &str, arguments: &str) -> Option<Result<String, String>> {
        let result = match name {
            "intlLocale" => read(arguments).and_then(|tags: Vec<String>| self.resolve_locale(&tags)),
            "intlNumber" => self.format(arguments, number::format_number),
            "intlDate" => self.format(arguments, |data, request: &date::DateRequest| {
                date::format_date(data, request, self.find_zone)
            }),
            "intlZone" => read(arguments).and_then(|name: String| self.zone_name(&name)),
            "intlPlural" => self.format(arguments, plural_rules::select_category),
            "intlList" => self.format(arguments, list::format_list),
            _ => return None,
        };
        Some(result.map(|json| json.to_string()))
    }

    /// Formats with the data of the locale that the arguments name.
    fn format<R: DeserializeOwned>(
        &self,
        arguments: &str,
        format: impl Fn(&LocaleData, &R) -> Result<Json, String>,
    ) -> Result<Json, String> {
        #[derive(serde::Deserialize)]
        struct Request<R> {
            locale: String,
            #[serde(flatten)]
            rest: R,
        }
        let request: Request<R> = read(arguments)?;
        format(load_locale(&request.locale)?.as_ref(), &request.rest)
    }

    /// The name of the first known locale of a list, and the facts that the libraries of the sandbox need of it.
    fn resolve_locale(&self, tags: &[String]) -> Result<Json, String> {
        let locale = locales::resolve(tags);
        let data = load_locale(&locale)?;
        Ok(json!({ "locale": locale, "hour12": data.dates.hour12 }))
    }

    fn zone_name(&self, name: &str) -> Result<Json, String> {
        let zone = (self.find_zone)(name).ok_or_else(|| format!("Invalid time zone specified: {name}"))?;
        let canonical = zone.iana_name().unwrap_or("UTC");
        Ok(json!(if matches!(canonical, "GMT" | "Etc/UTC" | "Etc/GMT") { "UTC" } else { canonical }))
    }
}

fn read<T: DeserializeOwned>(arguments: &str) -> Result<T, String> {
    serde_json::from_str(arguments).map_err(|error| error.to_string())
}
