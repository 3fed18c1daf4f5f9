//! The data of a locale: `locales/generate.mjs` writes them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Patterns and names of one locale.
#[derive(Debug, Deserialize)]
pub(super) struct LocaleData {
    /// The tag of the locale: `de-CH`.
    #[serde(skip)]
    pub(super) tag: &'static str,
    pub(super) numbers: NumberData,
    pub(super) dates: DateData,
    /// The separators of lists by type and style: of two items, at the start, in the middle and at the end.
    pub(super) lists: BTreeMap<String, [String; 4]>,
}

impl LocaleData {
    /// The language without its region.
    pub(super) fn language(&self) -> &'static str {
        self.tag.split('-').next().unwrap_or(self.tag)
    }

    /// The language whose plural forms it has. European Portuguese counts as Italian does.
    pub(super) fn plural_language(&self) -> &'static str {
        if self.tag == "pt-PT" {
            return "it";
        }
        self.language()
    }
}

/// Symbols and patterns of numbers. In patterns, `{n}` is the number, `{s}` its sign, `{c}` the currency, `{p}` the percent sign.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NumberData {
    pub(super) decimal: String,
    pub(super) group: String,
    pub(super) money_decimal: String,
    pub(super) money_group: String,
    pub(super) minus: String,
    pub(super) plus: String,
    pub(super) exponent: String,
    pub(super) percent: String,
    pub(super) nan: String,
    /// Digits of each group but the last, which has three.
    pub(super) secondary_group: usize,
    /// Digits that must precede the last group for groups to be separated.
    pub(super) minimum_group: usize,
    pub(super) percent_patterns: PercentPatterns,
    pub(super) currency: CurrencyData,
    pub(super) symbols: BTreeMap<String, String>,
    pub(super) narrow: BTreeMap<String, String>,
    pub(super) names: BTreeMap<String, PluralText>,
    pub(super) compact: WidthTable<Vec<CompactRow>>,
    /// The patterns of compact amounts of money from a thousand on.
    pub(super) compact_money: Vec<String>,
    pub(super) units: UnitWidths,
    /// The text of "per" and a unit after another unit, by width and unit.
    pub(super) per: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PercentPatterns {
    pub(super) positive: String,
    pub(super) negative: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct CurrencyData {
    pub(super) symbol: CurrencyPatterns,
    /// The patterns of currencies that end in a letter.
    pub(super) code: CurrencyPatterns,
    pub(super) name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct CurrencyPatterns {
    pub(super) positive: String,
    pub(super) negative: String,
    pub(super) plus: String,
    pub(super) accounting: String,
}

/// A table for each width.
#[derive(Debug, Deserialize)]
pub(super) struct WidthTable<T> {
    pub(super) short: T,
    pub(super) long: T,
}

/// A row of compact numbers: the power of ten by which they are divided, and their pattern.
#[derive(Debug, Deserialize)]
pub(super) struct CompactRow(pub(super) i32, pub(super) PluralText);

/// The patterns of units by width and name.
pub(super) type UnitWidths = BTreeMap<String, BTreeMap<String, PluralText>>;

/// A text that depends on the plural category of a number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum PluralText {
    Same(String),
    ByCategory(BTreeMap<String, String>),
}

impl PluralText {
    /// The text for a category.
    pub(super) fn get(&self, category: &str) -> &str {
        match self {
            Self::Same(text) => text,
            Self::ByCategory(texts) => {
                texts.get(category).or_else(|| texts.get("other")).map_or("", String::as_str)
            }
        }
    }
}

/// Names and patterns of dates. In patterns, a field is a letter and a digit for its width: 1 and 2 are numbers, 3 is short, 4
/// long and 5 narrow; the letters are those of CLDR.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DateData {
    pub(super) names: BTreeMap<String, Vec<String>>,
    /// AM and PM.
    pub(super) periods: [String; 2],
    /// True if hours are counted to 12.
    pub(super) hour12: bool,
    pub(super) patterns: BTreeMap<String, String>,
    pub(super) times: BTreeMap<String, String>,
    pub(super) date_styles: BTreeMap<String, String>,
    pub(super) time_styles12: BTreeMap<String, String>,
    pub(super) time_styles24: BTreeMap<String, String>,
    /// The pattern of date and time by the style of the date.
    pub(super) style_glue: BTreeMap<String, String>,
    /// The pattern of date and time by the length of the date.
    pub(super) glue: BTreeMap<String, String>,
    pub(super) zone_time: String,
    pub(super) zone_date: String,
    /// The name of an offset of zero.
    pub(super) gmt: String,
    /// The short and the long name of UTC.
    pub(super) utc: [String; 2],
}
