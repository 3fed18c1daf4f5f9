//! Patterns of units, also of those that are made of two.

use super::data::NumberData;

/// The word between the two units of a compound unit.
const PER: &str = "-per-";

/// The pattern of a unit for a plural category.
pub(super) fn unit_pattern(numbers: &NumberData, unit: &str, width: &str, category: &str) -> String {
    if let Some(pattern) = numbers.units.get(width).and_then(|units| units.get(unit)) {
        return pattern.get(category).to_owned();
    }
    let Some((first, second)) = unit.split_once(PER) else { return format!("{{n}} {unit}") };
    let per = numbers.per.get(width).and_then(|units| units.get(second)).cloned();
    let per = per.unwrap_or_else(|| {
        // Other divisors have no text of their own: a slash and their name.
        let name = unit_pattern(numbers, second, width, "one").replace("{n}", "");
        format!("/{}", name.trim())
    });
    format!("{}{per}", unit_pattern(numbers, first, width, category))
}
