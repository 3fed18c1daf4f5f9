//! The options of `Intl.NumberFormat`, as the library of the sandbox has resolved them.

use serde::Deserialize;

use super::decimal::RoundingMode;

/// The resolved options of a number.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct NumberOptions {
    pub(super) style: Style,
    pub(super) currency: String,
    pub(super) currency_display: CurrencyDisplay,
    pub(super) currency_sign: CurrencySign,
    pub(super) unit: String,
    /// The width of units: short, narrow or long.
    pub(super) unit_display: String,
    pub(super) notation: Notation,
    pub(super) compact_display: CompactDisplay,
    pub(super) use_grouping: Grouping,
    pub(super) sign_display: SignDisplay,
    pub(super) minimum_integer_digits: usize,
    pub(super) minimum_fraction_digits: Option<usize>,
    pub(super) maximum_fraction_digits: Option<i32>,
    pub(super) minimum_significant_digits: Option<usize>,
    pub(super) maximum_significant_digits: Option<i32>,
    pub(super) rounding_mode: RoundingMode,
    pub(super) rounding_priority: RoundingPriority,
    pub(super) trailing_zero_display: TrailingZeroDisplay,
}

impl Default for NumberOptions {
    fn default() -> Self {
        Self {
            style: Style::default(),
            currency: String::new(),
            currency_display: CurrencyDisplay::default(),
            currency_sign: CurrencySign::default(),
            unit: String::new(),
            unit_display: "short".to_owned(),
            notation: Notation::default(),
            compact_display: CompactDisplay::default(),
            use_grouping: Grouping::default(),
            sign_display: SignDisplay::default(),
            minimum_integer_digits: 1,
            minimum_fraction_digits: None,
            maximum_fraction_digits: None,
            minimum_significant_digits: None,
            maximum_significant_digits: None,
            rounding_mode: RoundingMode::default(),
            rounding_priority: RoundingPriority::default(),
            trailing_zero_display: TrailingZeroDisplay::default(),
        }
    }
}

/// The digits and the notation of one number.
#[derive(Clone, Copy, Debug)]
pub struct NumberDigits {
    pub min_fraction: usize,
    pub max_fraction: usize,
    /// True for an exponent, whatever the notation of the options is.
    pub is_scientific: bool,
}

impl NumberOptions {
    /// The options with other fraction digits, unless they count significant digits.
    pub(super) fn with_digits(&self, digits: NumberDigits) -> Self {
        let has_significant =
            self.minimum_significant_digits.is_some() || self.maximum_significant_digits.is_some();
        let fraction = (!has_significant).then_some(digits);
        Self {
            notation: if digits.is_scientific { Notation::Scientific } else { self.notation },
            minimum_fraction_digits: fraction.map(|digits| digits.min_fraction),
            maximum_fraction_digits: fraction.and_then(|digits| i32::try_from(digits.max_fraction).ok()),
            ..self.clone()
        }
    }
}

macro_rules! option_names {
    ($($(#[$doc:meta])* $name:ident { $first:ident $(, $other:ident)* })*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
        #[serde(rename_all = "camelCase")]
        pub(super) enum $name {
            #[default]
            $first,
            $($other,)*
        })*
    };
}

option_names! {
    Style { Decimal, Percent, Currency, Unit }
    CurrencyDisplay { Symbol, NarrowSymbol, Code, Name }
    CurrencySign { Standard, Accounting }
    Notation { Standard, Scientific, Engineering, Compact }
    CompactDisplay { Short, Long }
    /// The separation of groups: as the language does, always, from two digits before the last group on, or never.
    Grouping { Auto, Always, Min2, False }
    SignDisplay { Auto, Always, Never, ExceptZero, Negative }
    /// The choice between fraction digits and significant digits if both are given.
    RoundingPriority { Auto, MorePrecision, LessPrecision }
    TrailingZeroDisplay { Auto, StripIfInteger }
}
