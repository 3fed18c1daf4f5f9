//! `Intl.PluralRules`.

use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::data::LocaleData;
use super::number::round_number;
use super::number_options::NumberOptions;
use super::plural::PluralNumber;

/// A number for `Intl.PluralRules`.
#[derive(Deserialize)]
pub(super) struct PluralRequest {
    ordinal: bool,
    value: String,
    options: NumberOptions,
}

/// Selects the plural category of a number.
///
/// # Errors
/// Never; the type is that of the other functions.
pub(super) fn select_category(data: &LocaleData, request: &PluralRequest) -> Result<Json, String> {
    let Some(rounded) = round_number(data, &request.options, &request.value) else {
        return Ok(json!("other"));
    };
    let number = PluralNumber::new(&rounded.whole, &rounded.fraction);
    let category = if request.ordinal {
        number.ordinal(data.language())
    } else {
        number.cardinal(data.plural_language())
    };
    Ok(json!(category))
}
