//! Numbers and plural forms as CLDR has them.

use fixed_decimal::{Decimal, Sign, UnsignedDecimal, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_plurals::{PluralCategory, PluralRules};
use icu_provider_blob::BlobDataProvider;

use super::{Lang, Plural};
use crate::sprint::Amount;

/// CLDR has the hyphen in all our languages; the real minus is as wide as a digit and can be read at chart size.
const MINUS: &str = "\u{2212}";
const PLUS: &str = "+";

/// Decimals that an amount shows at most.
const DECIMALS: i16 = 2;

pub(super) struct Numbers {
    decimal: Option<DecimalFormatter>,
    plurals: Option<PluralRules>,
}

/// An amount as it is shown: rounded, without its sign.
pub(super) struct Shown {
    size: Decimal,
    negative: bool,
}

impl Shown {
    pub(super) fn new(amount: Amount) -> Self {
        // Exact: amounts are whole millionths, and an f64 holds those up to some 10⁹ units.
        let millionths = (amount.to_f64() * 1e6).round() as i64;
        let mut size = UnsignedDecimal::from(millionths.unsigned_abs());
        size.multiply_pow10(-6);
        size.round_with_mode(-DECIMALS, UnsignedRoundingMode::HalfEven);
        size.trim_end();
        let negative = millionths < 0 && !size.is_zero();
        Self { size: Decimal::new(Sign::None, size), negative }
    }
}

impl Numbers {
    pub(super) fn new(provider: &BlobDataProvider, lang: Lang) -> Self {
        let locale = lang.locale();
        let options = DecimalFormatterOptions::default();
        Self {
            decimal: DecimalFormatter::try_new_with_buffer_provider(provider, (&locale).into(), options).ok(),
            plurals: PluralRules::try_new_cardinal_with_buffer_provider(provider, (&locale).into()).ok(),
        }
    }

    /// Digits and the English point; one and more.
    pub(super) const PLAIN: Self = Self { decimal: None, plurals: None };

    /// With a minus where it is negative.
    pub(super) fn number(&self, shown: &Shown) -> String {
        let sign = if shown.negative { MINUS } else { "" };
        match &self.decimal {
            Some(decimal) => format!("{sign}{}", decimal.format(&shown.size)),
            None => format!("{sign}{}", shown.size),
        }
    }

    /// With a sign, unless it is zero.
    pub(super) fn signed(&self, shown: &Shown) -> String {
        let number = self.number(shown);
        if shown.negative || shown.size.absolute.is_zero() { number } else { format!("{PLUS}{number}") }
    }

    /// The form that belongs to the number as it is shown, so that 1.001 is "1 point".
    pub(super) fn form(&self, plural: &Plural, shown: &Shown) -> &'static str {
        let category = match &self.plurals {
            Some(rules) => rules.category_for(&shown.size),
            None if shown.size == Decimal::from(1) => PluralCategory::One,
            None => PluralCategory::Other,
        };
        match category {
            PluralCategory::One => plural.one,
            PluralCategory::Few => plural.few,
            PluralCategory::Many => plural.many,
            // No cardinal rule of our languages has the other two.
            PluralCategory::Zero | PluralCategory::Two | PluralCategory::Other => plural.other,
        }
    }

    #[cfg(test)]
    pub(super) fn complete(&self) -> bool {
        self.decimal.is_some() && self.plurals.is_some()
    }
}
