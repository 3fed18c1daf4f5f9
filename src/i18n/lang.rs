//! The supported languages.

use std::str::FromStr;

use icu_locale_core::{Locale, locale};

use super::messages::Messages;
use super::{de, en, es, fr, it, nl, pl, pt};
use crate::names::{ParseNameError, value_names};

/// A language of the picture: of its messages, dates and numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
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
    /// Returns the two-letter code (ISO 639-1), as in `--lang` and the SVG's `lang` attribute.
    pub const fn code(self) -> &'static str {
        self.name()
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

    pub(super) const fn messages(self) -> &'static Messages {
        match self {
            Self::En => &en::MESSAGES,
            Self::Fr => &fr::MESSAGES,
            Self::De => &de::MESSAGES,
            Self::Es => &es::MESSAGES,
            Self::Pt => &pt::MESSAGES,
            Self::It => &it::MESSAGES,
            Self::Nl => &nl::MESSAGES,
            Self::Pl => &pl::MESSAGES,
        }
    }
}

value_names!(Lang, "Lang", "Language of words, dates and numbers.", {
    "en" => En,
    "fr" => Fr,
    "de" => De,
    "es" => Es,
    "pt" => Pt,
    "it" => It,
    "nl" => Nl,
    "pl" => Pl,
});

impl FromStr for Lang {
    type Err = ParseNameError;

    /// Parses a code in any case, or a tag with a region (`de-AT`, `pt_BR`), whose region is ignored.
    fn from_str(tag: &str) -> Result<Self, ParseNameError> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        let lang = Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language));
        lang.ok_or_else(|| ParseNameError::new("language", tag, &Self::ALL.map(Self::code)))
    }
}
