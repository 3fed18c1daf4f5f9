//! Numbers in tables, whose decimal mark is a dot or a comma.

use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;

/// Parses a number, or returns `None` for an empty cell. A comma is the decimal mark; where it may as well be that of thousands,
/// the number is refused. `NaN` and `inf` are accepted here and refused later with all numbers out of range.
pub(in crate::input) fn parse_number(
    cell: &str,
    separator: u8,
    location: Location,
) -> Result<Option<f64>, Box<InputError>> {
    if cell.is_empty() {
        return Ok(None);
    }
    let is_ambiguous = has_perhaps_comma_of_thousands(cell, separator);
    match cell.replacen(',', ".", 1).parse() {
        Ok(number) if !is_ambiguous => Ok(Some(number)),
        _ => {
            let mut error = InputError::new(location, quote(cell), "a number, or an empty cell");
            error.remedy = is_ambiguous.then(|| "write thousands without a comma".to_owned());
            Err(error)
        }
    }
}

/// True if the comma or the dot in a number may as well be that of thousands as the decimal mark: one to three digits, the mark, and
/// three digits.
pub(in crate::input) fn is_perhaps_in_thousands(number: &str) -> bool {
    let Some((whole, decimals)) = number.split_once([',', '.']) else { return false };
    let whole = whole.trim_start_matches(['-', '+']);
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped =
        decimals.len() == "000".len() && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    is_digits(whole) && is_digits(decimals) && is_grouped
}

/// True if the comma in a cell of a table with commas as separators may as well be that of thousands as the decimal mark.
pub(in crate::input) fn has_perhaps_comma_of_thousands(cell: &str, separator: u8) -> bool {
    separator == b',' && cell.split_once(',').is_some_and(|(_, decimals)| decimals.len() == "000".len())
}
