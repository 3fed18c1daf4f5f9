//! The languages of the picture.

use std::fmt;
use std::str::FromStr;

use icu_locale_core::{Locale, locale};

use super::sentences::Sentences;
use super::{de, en, es, fr, it, nl, pl, pt};

/// A language in which the picture speaks: its sentences, and its way to write dates and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English, dates as in the United States.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Portuguese as in Brazil.
    Pt,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
}

impl Lang {
    /// Every language, in the order in which a list shows them.
    pub const ALL: [Self; 8] =
        [Self::En, Self::Fr, Self::De, Self::Es, Self::Pt, Self::It, Self::Nl, Self::Pl];

    /// Its two-letter code (ISO 639-1), as `--lang` and the SVG's `lang` attribute take it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pl => "pl",
        }
    }

    pub(super) const fn locale(self) -> Locale {
        match self {
            Self::En => locale!("en"),
            Self::Fr => locale!("fr"),
            Self::De => locale!("de"),
            Self::Es => locale!("es"),
            Self::Pt => locale!("pt"),
            Self::It => locale!("it"),
            Self::Nl => locale!("nl"),
            Self::Pl => locale!("pl"),
        }
    }

    pub(super) const fn sentences(self) -> &'static Sentences {
        match self {
            Self::En => &en::SENTENCES,
            Self::Fr => &fr::SENTENCES,
            Self::De => &de::SENTENCES,
            Self::Es => &es::SENTENCES,
            Self::Pt => &pt::SENTENCES,
            Self::It => &it::SENTENCES,
            Self::Nl => &nl::SENTENCES,
            Self::Pl => &pl::SENTENCES,
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// A language that the picture does not speak.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language `{found}`: expected one of {}", Lang::ALL.map(Lang::code).join(", "))]
pub struct UnknownLang {
    /// What was asked for.
    pub found: String,
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Takes a code in any case, and a tag with a region (`de-AT`, `pt_BR`), of which only the language counts.
    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(language))
            .ok_or_else(|| UnknownLang { found: tag.to_owned() })
    }
}
