//! `Intl.NumberFormat`.

use serde::Deserialize;
use serde_json::Value as Json;

use super::data::{CurrencyPatterns, LocaleData, PluralText};
use super::decimal::Decimal;
use super::number_options::{
    CompactDisplay, CurrencyDisplay, CurrencySign, Grouping, Notation, NumberOptions, RoundingPriority,
    SignDisplay, Style, TrailingZeroDisplay,
};
use super::part::{Part, Piece, parts_json, push_text, split_pattern};
use super::plural::PluralNumber;
use super::unit_pattern::unit_pattern;

/// A number with its options. The number is a text, which may have more digits than JSON's numbers.
#[derive(Deserialize)]
pub(super) struct NumberRequest {
    pub(super) value: String,
    pub(super) options: NumberOptions,
}

/// A number after rounding.
pub(super) struct RoundedNumber {
    pub(super) negative: bool,
    pub(super) is_zero: bool,
    pub(super) whole: String,
    pub(super) fraction: String,
    /// The power of ten by which it was divided.
    exponent: i32,
    /// The index of the row of compact numbers.
    compact_row: Option<usize>,
}

/// A pattern and the texts of its placeholders.
struct SignedPattern {
    pattern: String,
    currency: String,
    /// The type of the pattern's own text.
    text_kind: &'static str,
}

/// Formats a number; the result is a list of parts.
///
/// # Errors
/// The text is not a number.
pub(super) fn format_number(data: &LocaleData, request: &NumberRequest) -> Result<Json, String> {
    number_parts(data, request).map(|parts| parts_json(&parts))
}

/// The parts of a formatted number.
///
/// # Errors
/// The text is not a number.
pub(super) fn number_parts(data: &LocaleData, request: &NumberRequest) -> Result<Vec<Part>, String> {
    let NumberRequest { value, options } = request;
    Ok(match value.as_str() {
        "NaN" => wrap(
            data,
            options,
            NumberSign { negative: false, is_zero: true },
            &[Part::new("nan", &data.numbers.nan)],
            None,
        ),
        "Infinity" | "-Infinity" => wrap(
            data,
            options,
            NumberSign { negative: value.starts_with('-'), is_zero: false },
            &[Part::new("infinity", "∞")],
            None,
        ),
        _ => {
            let rounded =
                round_number(data, options, value).ok_or_else(|| format!("{value:?} is not a number"))?;
            let digits = digit_parts(data, options, &rounded);
            wrap(
                data,
                options,
                NumberSign { negative: rounded.negative, is_zero: rounded.is_zero },
                &digits,
                Some(&rounded),
            )
        }
    })
}

/// Rounds a number as its options say; `None` if the text is not a finite number.
pub(super) fn round_number(data: &LocaleData, options: &NumberOptions, value: &str) -> Option<RoundedNumber> {
    let mut number = Decimal::parse(value)?;
    if options.style == Style::Percent {
        number = number.shifted(2);
    }
    let (mut exponent, mut compact_row) = scaling(data, options, number.magnitude());
    let mut rounded = number.shifted(-exponent);
    round_digits(&mut rounded, options);
    // Rounding may lead to another power of ten: 999.9 thousand is 1 million.
    let after = scaling(data, options, rounded.magnitude() + exponent);
    if after.0 != exponent && !rounded.is_zero() {
        (exponent, compact_row) = after;
        rounded = number.shifted(-exponent);
        round_digits(&mut rounded, options);
    }
    let (mut whole, mut fraction) = rounded.split(min_fraction(&rounded, options));
    if options.trailing_zero_display == TrailingZeroDisplay::StripIfInteger
        && fraction.chars().all(|c| c == '0')
    {
        fraction.clear();
    }
    while whole.len() < options.minimum_integer_digits {
        whole.insert(0, '0');
    }
    Some(RoundedNumber {
        negative: rounded.negative,
        is_zero: rounded.is_zero(),
        whole,
        fraction,
        exponent,
        compact_row,
    })
}

/// The power of ten that a number is divided by, and its row of compact numbers.
fn scaling(data: &LocaleData, options: &NumberOptions, magnitude: i32) -> (i32, Option<usize>) {
    match options.notation {
        Notation::Standard => (0, None),
        Notation::Scientific => (magnitude, None),
        Notation::Engineering => (magnitude.div_euclid(3) * 3, None),
        Notation::Compact => {
            let table = compact_table(data, options);
            let row = usize::try_from(magnitude - 3).ok().map(|row| row.min(table.len().saturating_sub(1)));
            let power = row.and_then(|row| table.get(row)).map_or(0, |row| row.0);
            (power, row)
        }
    }
}

fn compact_table<'a>(data: &'a LocaleData, options: &NumberOptions) -> &'a [super::data::CompactRow] {
    match options.compact_display {
        // Amounts of money have short forms only.
        CompactDisplay::Long if options.style != Style::Currency => &data.numbers.compact.long,
        _ => &data.numbers.compact.short,
    }
}

/// The lowest place that is kept, by fraction digits and by significant digits.
fn round_digits(number: &mut Decimal, options: &NumberOptions) {
    let by_fraction = options.maximum_fraction_digits.map(|digits| -digits);
    let by_significant = options.maximum_significant_digits.map(|digits| number.magnitude() + 1 - digits);
    let place = match (by_fraction, by_significant, options.rounding_priority) {
        (Some(fraction), Some(significant), RoundingPriority::MorePrecision) => fraction.min(significant),
        (Some(fraction), Some(significant), RoundingPriority::LessPrecision) => fraction.max(significant),
        (_, Some(significant), _) => significant,
        (Some(fraction), None, _) => fraction,
        (None, None, _) => return,
    };
    number.round(place, options.rounding_mode);
}

/// The digits after the decimal point that are written even if they are zeros.
fn min_fraction(number: &Decimal, options: &NumberOptions) -> usize {
    let significant = options.minimum_significant_digits.map(|digits| {
        usize::try_from(i32::try_from(digits).unwrap_or(i32::MAX) - 1 - number.magnitude()).unwrap_or(0)
    });
    let by_significant = options.maximum_significant_digits.map(|digits| number.magnitude() + 1 - digits);
    let by_fraction = options.maximum_fraction_digits.map(|digits| -digits);
    let uses_fraction = match (by_fraction, by_significant, options.rounding_priority) {
        (Some(fraction), Some(significant), RoundingPriority::MorePrecision) => fraction < significant,
        (Some(fraction), Some(significant), RoundingPriority::LessPrecision) => fraction >= significant,
        (_, significant, _) => significant.is_none(),
    };
    if uses_fraction { options.minimum_fraction_digits.unwrap_or(0) } else { significant.unwrap_or(0) }
}

/// The digits of a number with separators and an exponent.
fn digit_parts(data: &LocaleData, options: &NumberOptions, number: &RoundedNumber) -> Vec<Part> {
    let symbols = &data.numbers;
    let is_money = options.style == Style::Currency;
    let (group, decimal) = if is_money {
        (&symbols.money_group, &symbols.money_decimal)
    } else {
        (&symbols.group, &symbols.decimal)
    };
    let minimum = match (options.use_grouping, options.notation) {
        (Grouping::False, _) | (_, Notation::Scientific | Notation::Engineering) => usize::MAX,
        (Grouping::Always, _) => 1,
        (Grouping::Auto, _) => symbols.minimum_group,
        (Grouping::Min2, _) => symbols.minimum_group.max(2),
    };
    let mut parts = Vec::new();
    for (index, digits) in
        split_groups(&number.whole, symbols.secondary_group, minimum).into_iter().enumerate()
    {
        if index > 0 {
            parts.push(Part::new("group", group));
        }
        parts.push(Part::new("integer", digits));
    }
    if !number.fraction.is_empty() {
        parts.push(Part::new("decimal", decimal));
        parts.push(Part::new("fraction", &number.fraction));
    }
    if matches!(options.notation, Notation::Scientific | Notation::Engineering) {
        parts.push(Part::new("exponentSeparator", &symbols.exponent));
        if number.exponent < 0 {
            parts.push(Part::new("exponentMinusSign", &symbols.minus));
        }
        parts.push(Part::new("exponentInteger", number.exponent.unsigned_abs().to_string()));
    }
    parts
}

/// Splits digits into groups: the last has three digits.
fn split_groups(whole: &str, secondary: usize, minimum: usize) -> Vec<&str> {
    let mut groups = Vec::new();
    let mut rest = whole;
    if whole.len() >= minimum.saturating_add(3) {
        let mut size = 3;
        while rest.len() > size {
            let (before, last) = rest.split_at(rest.len() - size);
            groups.push(last);
            rest = before;
            size = secondary.max(1);
        }
    }
    groups.push(rest);
    groups.reverse();
    groups
}

/// The sign of a number, which its digits lack.
#[derive(Clone, Copy)]
struct NumberSign {
    negative: bool,
    is_zero: bool,
}

/// Puts a sign, a currency, a unit or a percent sign around digits.
fn wrap(
    data: &LocaleData,
    options: &NumberOptions,
    sign: NumberSign,
    digits: &[Part],
    number: Option<&RoundedNumber>,
) -> Vec<Part> {
    let NumberSign { negative, is_zero } = sign;
    let sign = match options.sign_display {
        SignDisplay::Never => None,
        SignDisplay::Auto => negative.then_some(true),
        SignDisplay::Always => Some(negative),
        SignDisplay::ExceptZero => (!is_zero).then_some(negative),
        SignDisplay::Negative => (negative && !is_zero).then_some(true),
    };
    let category = number.map_or("other", |number| {
        PluralNumber::new(&number.whole, &number.fraction).cardinal(data.plural_language())
    });
    let signed = signed_pattern(data, options, sign, number.and_then(|number| number.compact_row), category);
    let (sign_kind, sign_text) = if sign == Some(false) {
        ("plusSign", &data.numbers.plus)
    } else {
        ("minusSign", &data.numbers.minus)
    };
    let mut parts = Vec::new();
    for piece in split_pattern(&signed.pattern) {
        match piece {
            Piece::Placeholder("n") => parts.extend_from_slice(digits),
            Piece::Placeholder("s") => parts.push(Part::new(sign_kind, sign_text)),
            Piece::Placeholder("c") => parts.push(Part::new("currency", &signed.currency)),
            Piece::Placeholder(_) => parts.push(Part::new("percentSign", &data.numbers.percent)),
            Piece::Text(text) => push_text(&mut parts, signed.text_kind, text),
        }
    }
    parts
}

/// The pattern of a number with its sign: true is minus, false plus.
fn signed_pattern(
    data: &LocaleData,
    options: &NumberOptions,
    sign: Option<bool>,
    row: Option<usize>,
    category: &str,
) -> SignedPattern {
    let add_sign = |pattern: &str| match sign {
        Some(_) => pattern.replacen("{n}", "{s}{n}", 1),
        None => pattern.to_owned(),
    };
    let compact = row.and_then(|row| compact_table(data, options).get(row)).map(|row| row.1.get(category));
    let (pattern, text_kind) = match options.style {
        Style::Currency => return currency_pattern(data, options, sign, row, category),
        Style::Decimal => (add_sign(compact.unwrap_or("{n}")), "compact"),
        Style::Percent => {
            let patterns = &data.numbers.percent_patterns;
            let pattern = if sign.is_some() { &patterns.negative } else { &patterns.positive };
            (pattern.replacen("{n}", compact.unwrap_or("{n}"), 1), "literal")
        }
        Style::Unit => {
            let pattern = unit_pattern(&data.numbers, &options.unit, &options.unit_display, category);
            (add_sign(&pattern.replacen("{n}", compact.unwrap_or("{n}"), 1)), "unit")
        }
    };
    SignedPattern { pattern, currency: String::new(), text_kind }
}

fn currency_pattern(
    data: &LocaleData,
    options: &NumberOptions,
    sign: Option<bool>,
    row: Option<usize>,
    category: &str,
) -> SignedPattern {
    let numbers = &data.numbers;
    let code = &options.currency;
    let symbol = || numbers.symbols.get(code).unwrap_or(code).clone();
    let currency = match options.currency_display {
        CurrencyDisplay::Code => code.clone(),
        CurrencyDisplay::Symbol => symbol(),
        CurrencyDisplay::NarrowSymbol => numbers.narrow.get(code).cloned().unwrap_or_else(symbol),
        CurrencyDisplay::Name => {
            let name = numbers.names.get(code).map_or(code.as_str(), |name: &PluralText| name.get(category));
            let pattern = if sign.is_some() {
                numbers.currency.name.replacen("{n}", "{s}{n}", 1)
            } else {
                numbers.currency.name.clone()
            };
            return SignedPattern { pattern, currency: name.to_owned(), text_kind: "literal" };
        }
    };
    let is_prefix = numbers.currency.symbol.positive.starts_with("{c}");
    let touching = if is_prefix { currency.chars().next_back() } else { currency.chars().next() };
    let patterns = if touching.is_some_and(char::is_alphabetic) {
        &numbers.currency.code
    } else {
        &numbers.currency.symbol
    };
    let mut pattern = sign_of_currency(patterns, options, sign).to_owned();
    // The compact form stands around the number, and before the currency if that follows.
    if let Some(compact) = row.and_then(|row| numbers.compact_money.get(row)) {
        if compact.starts_with("{c}") == is_prefix {
            let around = compact.replace("{c}", "");
            pattern = pattern.replacen("{n}", around.trim_matches(char::is_whitespace), 1);
        } else {
            pattern = if sign.is_some() { format!("{{s}}{compact}") } else { compact.clone() };
        }
    }
    let text_kind = if row.is_some() { "compact" } else { "literal" };
    SignedPattern { pattern, currency, text_kind }
}

fn sign_of_currency<'a>(
    patterns: &'a CurrencyPatterns,
    options: &NumberOptions,
    sign: Option<bool>,
) -> &'a str {
    match (sign, options.currency_sign) {
        (None, _) => &patterns.positive,
        (Some(false), _) => &patterns.plus,
        (Some(true), CurrencySign::Accounting) => &patterns.accounting,
        (Some(true), CurrencySign::Standard) => &patterns.negative,
    }
}
