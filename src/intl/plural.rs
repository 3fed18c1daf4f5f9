//! Plural categories of numbers (CLDR's rules of the languages in `locales/`).

/// The parts of a written number on which its category depends.
#[derive(Clone, Copy, Debug)]
pub(super) struct PluralNumber {
    /// The whole part; only its last digits count beyond nine digits.
    whole: u64,
    /// The number of digits after the decimal point.
    fraction_digits: usize,
    fraction: u64,
}

impl PluralNumber {
    /// The number of digits before and after a decimal point.
    pub(super) fn new(whole: &str, fraction: &str) -> Self {
        // The rules look at the last six digits and at small numbers: a large number keeps its last digits and a leading one.
        let read = |digits: &str| match digits.len() {
            0 => 0,
            1..=15 => digits.parse().unwrap_or(0),
            length => {
                1_000_000_000 + digits.get(length - 9..).and_then(|last| last.parse().ok()).unwrap_or(0)
            }
        };
        Self { whole: read(whole), fraction_digits: fraction.len(), fraction: read(fraction) }
    }

    fn is_whole(self) -> bool {
        self.fraction == 0
    }

    /// The category of an amount.
    pub(super) fn cardinal(self, language: &str) -> &'static str {
        let Self { whole, fraction_digits, .. } = self;
        let no_fraction = fraction_digits == 0;
        let million = whole != 0 && whole % 1_000_000 == 0 && no_fraction;
        match language {
            "ja" | "zh" | "ko" => "other",
            "fr" if whole <= 1 => "one",
            "pt" if whole <= 1 => "one",
            "es" if whole == 1 && self.is_whole() => "one",
            "it" if whole == 1 && no_fraction => "one",
            "fr" | "pt" | "es" | "it" => {
                if million {
                    "many"
                } else {
                    "other"
                }
            }
            "da" if whole == 1 || whole == 0 && !self.is_whole() => "one",
            "nb" | "tr" if whole == 1 && self.is_whole() => "one",
            "da" | "nb" | "tr" => "other",
            "pl" | "cs" | "ru" | "uk" => self.slavic(language),
            _ => {
                if whole == 1 && no_fraction {
                    "one"
                } else {
                    "other"
                }
            }
        }
    }

    fn slavic(self, language: &str) -> &'static str {
        let (last, last_two) = (self.whole % 10, self.whole % 100);
        let few = (2..=4).contains(&last) && !(12..=14).contains(&last_two);
        match language {
            "cs" if self.fraction_digits > 0 => "many",
            "cs" if self.whole == 1 => "one",
            "cs" if (2..=4).contains(&self.whole) => "few",
            "cs" => "other",
            _ if self.fraction_digits > 0 => "other",
            "pl" if self.whole == 1 => "one",
            "ru" | "uk" if last == 1 && last_two != 11 => "one",
            _ if few => "few",
            _ => "many",
        }
    }

    /// The category of a place in an order: 1st, 2nd.
    pub(super) fn ordinal(self, language: &str) -> &'static str {
        let (last, last_two) = (self.whole % 10, self.whole % 100);
        if !self.is_whole() {
            return "other";
        }
        match (language, last) {
            ("en", 1) if last_two != 11 => "one",
            ("en", 2) if last_two != 12 => "two",
            ("en", 3) if last_two != 13 => "few",
            ("fr", _) if self.whole == 1 => "one",
            ("it", _) if matches!(self.whole, 8 | 11 | 80 | 800) => "many",
            ("sv", 1 | 2) if !matches!(last_two, 11 | 12) => "one",
            ("uk", 3) if last_two != 13 => "few",
            _ => "other",
        }
    }
}
