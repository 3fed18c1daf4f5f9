//! Closed sets of values with names, which are the same on the command line, in JSON, in its schema and in a query.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// The error for a text that is none of the names of a type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {noun} `{found}`: expected one of {expected}")]
pub struct ParseNameError {
    /// The kind of the name, such as `language`.
    pub noun: &'static str,
    /// The text.
    pub found: String,
    /// The names, separated by commas.
    pub expected: String,
}

impl ParseNameError {
    pub(crate) fn new(noun: &'static str, found: &str, names: &[&str]) -> Self {
        Self { noun, found: found.to_owned(), expected: names.join(", ") }
    }
}

/// Declares the names of an enum: everything of [`value_names`], `FromStr` and, with the feature `clap`, the values of a
/// command-line argument (each with its help, if given).
macro_rules! named_values {
    ($type:ident, $title:literal, $description:literal, { $($name:literal => $variant:ident $(: $help:literal)?),+ $(,)? }) => {
        $crate::names::value_names!($type, $title, $description, { $($name => $variant),+ });

        impl std::str::FromStr for $type {
            type Err = $crate::names::ParseNameError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let value = Self::ALL.into_iter().find(|value| value.name() == text);
                value.ok_or_else(|| $crate::names::ParseNameError::new("name", text, &[$($name),+]))
            }
        }

        #[cfg(feature = "clap")]
        impl clap::ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                let help: &[&'static str] = match self {
                    $(Self::$variant => &[$($help)?],)+
                };
                let value = clap::builder::PossibleValue::new(self.name());
                Some(match help.first() {
                    Some(help) => value.help(*help),
                    None => value,
                })
            }
        }
    };
}

/// Declares the names of an enum: `ALL`, `name()`, `Display`, deserialisation and the JSON Schema, with its title and its
/// description.
macro_rules! value_names {
    ($type:ident, $title:literal, $description:literal, { $($name:literal => $variant:ident),+ $(,)? }) => {
        impl $type {
            /// All values, in the order of lists.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant),+];

            /// Returns the name, as on the command line and in JSON.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        $crate::names::impl_json_names!($type, $title, $description, { $($name => Self::$variant),+ });
    };
}

/// Implements deserialisation from exactly these names, and the JSON Schema.
macro_rules! impl_json_names {
    ($type:ty, $title:literal, $description:literal, { $($name:literal => $value:expr),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::names::deserialize_name(from, &[$($name),+], |name| match name {
                    $($name => Some($value),)+
                    _ => None,
                })
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $title.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $description, "enum": [$($name),+] })
            }
        }
    };
}

pub(crate) use {impl_json_names, named_values, value_names};

/// Deserializes one of a fixed set of names. For a number, serde's own deserializer of enums would report invalid JSON.
pub(crate) fn deserialize_name<'de, D: Deserializer<'de>, T>(
    from: D,
    names: &'static [&'static str],
    value: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    struct NameVisitor<T>(&'static [&'static str], fn(&str) -> Option<T>);
    impl<T> Visitor<'_> for NameVisitor<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            (self.1)(text).ok_or_else(|| E::unknown_variant(text, self.0))
        }
    }
    from.deserialize_str(NameVisitor(names, value))
}
