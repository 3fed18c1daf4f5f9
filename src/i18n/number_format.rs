//! Number formats and plural forms from CLDR.

use fixed_decimal::{Decimal, Sign, UnsignedDecimal, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_plurals::{PluralCategory, PluralRules};
use icu_provider_blob::BlobDataProvider;

use super::{Lang, PluralMessage};
use crate::sprint::Amount;

/// The minus sign instead of CLDR's hyphen: it is as wide as a digit and legible at chart size.
const MINUS: &str = "\u{2212}";
const PLUS: &str = "+";

/// Maximal decimals of an amount.
const MAX_DECIMALS: i16 = 2;

/// The number format and plural rules of one language.
pub(super) struct NumberFormat {
    decimal: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
}

/// An amount rounded to the decimals that are shown, split into absolute value and sign.
pub(super) struct RoundedAmount {
    absolute: Decimal,
    is_negative: bool,
}

impl RoundedAmount {
    pub(super) fn new(amount: Amount) -> Self {
        // The conversion is exact: amounts are whole millionths, which an f64 holds up to some 10⁹ units.
        let millionths = (amount.to_f64() * 1e6).round() as i64;
        let mut absolute = UnsignedDecimal::from(millionths.unsigned_abs());
        absolute.multiply_pow10(-6);
        absolute.round_with_mode(-MAX_DECIMALS, UnsignedRoundingMode::HalfEven);
        absolute.trim_end();
        let is_negative = millionths < 0 && !absolute.is_zero();
        Self { absolute: Decimal::new(Sign::None, absolute), is_negative }
    }
}

impl NumberFormat {
    pub(super) fn new(provider: &BlobDataProvider, lang: Lang) -> Self {
        let locale = lang.locale();
        let options = DecimalFormatterOptions::default();
        Self {
            decimal: DecimalFormatter::try_new_with_buffer_provider(provider, (&locale).into(), options).ok(),
            plurals: PluralRules::try_new_cardinal_with_buffer_provider(provider, (&locale).into()).ok(),
        }
    }

    /// Plain digits with a decimal point, and the plural forms of English.
    pub(super) const PLAIN: Self = Self { decimal: None, plurals: None };

    /// Formats a number with a minus if it is negative.
    pub(super) fn format_number(&self, amount: &RoundedAmount) -> String {
        let sign = if amount.is_negative { MINUS } else { "" };
        match &self.decimal {
            Some(decimal) => format!("{sign}{}", decimal.format(&amount.absolute)),
            None => format!("{sign}{}", amount.absolute),
        }
    }

    /// Formats a number with a sign, unless it is zero.
    pub(super) fn format_signed(&self, amount: &RoundedAmount) -> String {
        let number = self.format_number(amount);
        if amount.is_negative || amount.absolute.absolute.is_zero() {
            number
        } else {
            format!("{PLUS}{number}")
        }
    }

    /// Returns the plural form for the rounded number, so that 1.001 is "1 point".
    pub(super) fn plural_form(&self, message: &PluralMessage, amount: &RoundedAmount) -> &'static str {
        let category = match &self.plurals {
            Some(rules) => rules.category_for(&amount.absolute),
            None if amount.absolute == Decimal::from(1) => PluralCategory::One,
            None => PluralCategory::Other,
        };
        match category {
            PluralCategory::One => message.one,
            PluralCategory::Few => message.few,
            PluralCategory::Many => message.many,
            // No cardinal rule of our languages uses the other two.
            PluralCategory::Zero | PluralCategory::Two | PluralCategory::Other => message.other,
        }
    }

    #[cfg(test)]
    pub(super) fn is_complete(&self) -> bool {
        self.decimal.is_some() && self.plurals.is_some()
    }
}
