//! The name of a board, as its own answer and the events of issues write it.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// The marks of a board. Each answer has only some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(default)]
pub(super) struct BoardRef {
    #[serde(deserialize_with = "read_text")]
    pub(super) id: Option<String>,
    #[serde(deserialize_with = "read_number")]
    pub(super) number: Option<u64>,
    #[serde(deserialize_with = "read_text")]
    pub(super) title: Option<String>,
}

impl BoardRef {
    /// True if nothing is known of the board.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The title of the board, or what else names it, for a message.
    pub(super) fn display_name(&self) -> String {
        let number = || Some(format!("number {}", self.number?));
        self.title.clone().or_else(number).or_else(|| self.id.clone()).unwrap_or_default()
    }
}

/// The board of an event: an object; other values are those of older boards, and not read.
#[derive(Clone, Debug, Default)]
pub(super) struct BoardField(pub(super) BoardRef);

/// A text; other values of the same name are not read.
#[derive(Clone, Debug, Default)]
pub(super) struct StatusField(pub(super) Option<String>);

impl<'de> Deserialize<'de> for BoardField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(LenientVisitor).map(|value| match value {
            LenientValue::Board(board) => Self(board),
            _ => Self::default(),
        })
    }
}

impl<'de> Deserialize<'de> for StatusField {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read_text(from).map(Self)
    }
}

/// Reads a text; `None` for any other value, and for an empty text.
pub(super) fn read_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    from.deserialize_any(LenientVisitor).map(|value| match value {
        LenientValue::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    })
}

/// Reads a number; `None` for any other value.
pub(super) fn read_number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
    from.deserialize_any(LenientVisitor).map(|value| match value {
        LenientValue::Number(number) => Some(number),
        _ => None,
    })
}

/// A value of which only texts, numbers and objects are read.
enum LenientValue {
    Text(String),
    Number(u64),
    Board(BoardRef),
    Other,
}

struct LenientVisitor;

impl<'de> Visitor<'de> for LenientVisitor {
    type Value = LenientValue;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E: Error>(self) -> Result<LenientValue, E> {
        Ok(LenientValue::Other)
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<LenientValue, E> {
        Ok(LenientValue::Other)
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<LenientValue, E> {
        Ok(LenientValue::Other)
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<LenientValue, E> {
        Ok(LenientValue::Number(number))
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<LenientValue, E> {
        Ok(LenientValue::Other)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<LenientValue, E> {
        Ok(LenientValue::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<LenientValue, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(LenientValue::Other)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LenientValue, A::Error> {
        BoardRef::deserialize(MapAccessDeserializer::new(map)).map(LenientValue::Board)
    }
}
