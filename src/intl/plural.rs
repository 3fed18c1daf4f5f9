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
            "pl" | "cs" | "ru" | "uk" => self.slavic(language),
            _ if self.is_one(language) => "one",
            "fr" | "pt" | "es" | "it" if million => "many",
            _ => "other",
        }
    }

    /// True if the amount is one by the rules of a language that is not Slavic.
    fn is_one(self, language: &str) -> bool {
        match language {
            "fr" | "pt" => self.whole <= 1,
            "es" | "nb" | "tr" => self.whole == 1 && self.is_whole(),
            "da" => self.whole == 1 || self.whole == 0 && !self.is_whole(),
            _ => self.whole == 1 && self.fraction_digits == 0,
        }
    }

    fn slavic(self, language: &str) -> &'static str {
        let (last, last_two) = (self.whole % 10, self.whole % 100);
        let few = (2..=4).contains(&last) && !(12..=14).contains(&last_two);
        match language {
            "cs" => self.czech(),
            _ if self.fraction_digits > 0 => "other",
            "pl" if self.whole == 1 => "one",
            "ru" | "uk" if last == 1 && last_two != 11 => "one",
            _ if few => "few",
            _ => "many",
        }
    }

    fn czech(self) -> &'static str {
        match self.whole {
            _ if self.fraction_digits > 0 => "many",
            1 => "one",
            2..=4 => "few",
            _ => "other",
        }
    }

    /// The category of a place in an order: 1st, 2nd.
    pub(super) fn ordinal(self, language: &str) -> &'static str {
        let (last, last_two) = (self.whole % 10, self.whole % 100);
        if !self.is_whole() {
            return "other";
        }
        match (language, last) {
            ("fr", _) if self.whole == 1 => "one",
            ("it", _) if matches!(self.whole, 8 | 11 | 80 | 800) => "many",
            ("sv", 1 | 2) if !matches!(last_two, 11 | 12) => "one",
            _ if (11..=13).contains(&last_two) => "other",
            ("en", 1) => "one",
            ("en", 2) => "two",
            ("en" | "uk", 3) => "few",
            _ => "other",
        }
    }
}
