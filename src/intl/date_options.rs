//! The options of `Intl.DateTimeFormat`, as the library of the sandbox has resolved them.

use serde::Deserialize;

/// The resolved options of a date.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct DateOptions {
    pub(super) weekday: Option<String>,
    pub(super) year: Option<String>,
    pub(super) month: Option<String>,
    pub(super) day: Option<String>,
    pub(super) hour: Option<String>,
    pub(super) minute: Option<String>,
    pub(super) second: Option<String>,
    pub(super) fractional_second_digits: Option<usize>,
    pub(super) date_style: Option<String>,
    pub(super) time_style: Option<String>,
    pub(super) time_zone_name: Option<String>,
    /// True if hours are counted to 12.
    pub(super) hour12: bool,
    /// The hours of a day, if the script chose them: h11, h12, h23 or h24.
    pub(super) hour_cycle: Option<String>,
    pub(super) time_zone: String,
}

impl DateOptions {
    /// The letters of weekday, year, month and day in the table of patterns; `None` if there are none of them.
    pub(super) fn date_key(&self) -> Option<String> {
        key_of([&self.weekday, &self.year, &self.month, &self.day])
    }

    /// The letters of hour, minute and second, and of the count of hours, in the table of patterns.
    pub(super) fn time_key(&self) -> Option<String> {
        let key = key_of([&self.hour, &self.minute, &self.second])?;
        Some(format!("{key}{}", if self.hour12 { 'a' } else { 'h' }))
    }
}

fn key_of<const N: usize>(fields: [&Option<String>; N]) -> Option<String> {
    let letter = |field: &Option<String>| match field.as_deref() {
        Some("long") => 'l',
        Some("short") => 's',
        Some("narrow") => 'w',
        Some("2-digit") => '2',
        Some(_) => 'n',
        None => '-',
    };
    let key: String = fields.into_iter().map(letter).collect();
    (key != "-".repeat(N)).then_some(key)
}
