//! Patterns of units, also of those that are made of two.

use super::data::{NumberData, PluralText};

/// The word between the two units of a compound unit.
const PER: &str = "-per-";

/// The pattern of a unit for a plural category.
pub(super) fn unit_pattern(numbers: &NumberData, unit: &str, width: &str, category: &str) -> String {
    if let Some(pattern) = find(numbers, unit, width) {
        return pattern.get(category).to_owned();
    }
    let Some((first, second)) = unit.split_once(PER) else { return format!("{{n}} {unit}") };
    let first = unit_pattern(numbers, first, width, category);
    format!("{first}{}{}", joiner(numbers, width), unit_name(numbers, second, width))
}

fn find<'a>(numbers: &'a NumberData, unit: &str, width: &str) -> Option<&'a PluralText> {
    numbers.units.get(width)?.get(unit)
}

/// A unit without a number.
fn unit_name(numbers: &NumberData, unit: &str, width: &str) -> String {
    let pattern = find(numbers, unit, width).map_or("", |pattern| pattern.get("one"));
    pattern.replace("{n}", "").trim().to_owned()
}

/// The text between two units, from the sample of kilobytes per week.
fn joiner(numbers: &NumberData, width: &str) -> String {
    let from_sample = || {
        let sample = numbers.per.get(width)?;
        let first = ["few", "many", "other"].into_iter().find_map(|category| {
            sample.strip_prefix(find(numbers, "kilobyte", width)?.get(category))
        })?;
        let week = unit_name(numbers, "week", width);
        first.strip_suffix(week.as_str()).map(str::to_owned)
    };
    from_sample().unwrap_or_else(|| "/".to_owned())
}
