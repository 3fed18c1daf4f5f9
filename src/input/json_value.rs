//! A JSON value with borrowed texts, for the untyped answers of trackers. In the worst case it takes about fifteen times
//! the bytes of the answer; `serde_json::Value` takes ninety times.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::Number;

use super::error_text::quote;

/// A JSON value that borrows texts without escapes.
#[derive(Debug, Default)]
pub(super) enum JsonValue<'t> {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Box<[Self]>),
    Object(JsonObject<'t>),
}

/// The fields of an object, sorted by name. If a name occurs twice, the last field is kept.
#[derive(Debug, Default)]
pub(super) struct JsonObject<'t>(Box<[(Cow<'t, str>, JsonValue<'t>)]>);

impl<'t> JsonObject<'t> {
    fn from_unsorted(mut fields: Box<[(Cow<'t, str>, JsonValue<'t>)]>) -> Self {
        fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        if !fields.is_sorted_by(|(a, _), (b, _)| a < b) {
            let mut list = fields.into_vec();
            list.dedup_by(|later, first| {
                let is_same = later.0 == first.0;
                if is_same {
                    std::mem::swap(&mut later.1, &mut first.1);
                }
                is_same
            });
            fields = list.into_boxed_slice();
        }
        Self(fields)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, name: &str) -> Option<&JsonValue<'t>> {
        let index = self.0.binary_search_by(|(known, _)| known.as_ref().cmp(name)).ok()?;
        self.0.get(index).map(|(_, value)| value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &JsonValue<'t>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl<'t> JsonValue<'t> {
    /// Returns the field of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Returns the first element of a list.
    pub(super) fn first(&self) -> Option<&Self> {
        self.as_list()?.first()
    }

    pub(super) fn as_object(&self) -> Option<&JsonObject<'t>> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    pub(super) fn as_usize(&self) -> Option<usize> {
        match self {
            Self::Number(number) => usize::try_from(number.as_u64()?).ok(),
            _ => None,
        }
    }

    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(super) fn is_object(&self) -> bool {
        self.as_object().is_some()
    }

    pub(super) fn is_list(&self) -> bool {
        self.as_list().is_some()
    }

    /// Returns a text or a number as it is: ids are one or the other. It must not get into a message, since nothing is redacted.
    pub(super) fn to_id(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.to_string()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Returns the value as an error message shows it.
    pub(super) fn describe_for_error(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => quote(text),
            Self::List(list) if list.is_empty() => "an empty list".to_owned(),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// The name of a field, borrowed if it has no escapes.
struct FieldName<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for FieldName<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = FieldName<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Owned(text.to_owned())))
            }
        }
        from.deserialize_str(NameVisitor)
    }
}

impl<'de: 't, 't> Deserialize<'de> for JsonValue<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        JsonValueVisitor(&mut Scratch::default()).deserialize(from)
    }
}

/// Buffers for the elements of lists and objects that are being parsed. Short lists share them, so that their final
/// allocation has the exact size.
#[derive(Default)]
struct Scratch<'t> {
    values: Vec<JsonValue<'t>>,
    fields: Vec<(Cow<'t, str>, JsonValue<'t>)>,
}

/// The largest number of elements in the shared buffer. A longer list gets a buffer of its own, so that it is never in
/// memory twice.
const MAX_SCRATCH_ELEMENTS: usize = 64;

/// Adds an element to the list that begins at index `start` of `short`, or that has moved to `long`.
fn push_element<T>(element: T, start: usize, short: &mut Vec<T>, long: &mut Vec<T>) {
    if long.is_empty() && short.len() - start < MAX_SCRATCH_ELEMENTS {
        return short.push(element);
    }
    long.extend(short.drain(start..));
    long.push(element);
}

/// Removes the list from the buffers and returns its elements.
fn take_elements<T>(start: usize, short: &mut Vec<T>, long: Vec<T>) -> Box<[T]> {
    if long.is_empty() { short.drain(start..).collect() } else { long.into_boxed_slice() }
}

/// Deserializes a value with the shared buffers.
struct JsonValueVisitor<'s, 't>(&'s mut Scratch<'t>);

impl<'de> DeserializeSeed<'de> for JsonValueVisitor<'_, 'de> {
    type Value = JsonValue<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<JsonValue<'de>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonValueVisitor<'_, 'de> {
    type Value = JsonValue<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Bool(flag))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<JsonValue<'de>, E> {
        Ok(Number::from_f64(number).map_or(JsonValue::Null, JsonValue::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<JsonValue<'de>, E> {
        Ok(JsonValue::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<JsonValue<'de>, A::Error> {
        let (start, mut long) = (self.0.values.len(), Vec::new());
        while let Some(value) = seq.next_element_seed(JsonValueVisitor(self.0))? {
            push_element(value, start, &mut self.0.values, &mut long);
        }
        Ok(JsonValue::List(take_elements(start, &mut self.0.values, long)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonValue<'de>, A::Error> {
        let (start, mut long) = (self.0.fields.len(), Vec::new());
        while let Some(FieldName(name)) = map.next_key()? {
            let value = map.next_value_seed(JsonValueVisitor(self.0))?;
            push_element((name, value), start, &mut self.0.fields, &mut long);
        }
        Ok(JsonValue::Object(JsonObject::from_unsorted(take_elements(start, &mut self.0.fields, long))))
    }
}

impl<'de> Deserializer<'de> for &'de JsonValue<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            JsonValue::Null => visitor.visit_unit(),
            JsonValue::Bool(flag) => visitor.visit_bool(*flag),
            JsonValue::Number(number) => number.deserialize_any(visitor),
            JsonValue::Text(text) => visitor.visit_borrowed_str(text),
            JsonValue::List(list) => {
                let mut seq = SeqDeserializer::new(list.iter());
                let value = visitor.visit_seq(&mut seq)?;
                seq.end().map(|()| value)
            }
            JsonValue::Object(fields) => {
                let mut map = MapDeserializer::new(fields.iter());
                let value = visitor.visit_map(&mut map)?;
                map.end().map(|()| value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            JsonValue::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, serde_json::Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct
        map struct enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, serde_json::Error> for &'de JsonValue<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    #[test]
    fn a_value_deserializes_like_its_text() {
        let text = r#"{"b": [1, -2, 2.5, null, true], "a": "x\ny", "b": [0], "\u0063": {}}"#;
        let value: JsonValue<'_> = serde_json::from_str(text).unwrap();
        let again: serde_json::Value = Deserialize::deserialize(&value).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(text).unwrap());
        assert_eq!(value.get("a").and_then(JsonValue::as_str), Some("x\ny"));
        assert!(value.get("c").is_some_and(JsonValue::is_object) && !value.has("d"));
    }

    #[test]
    fn texts_without_escapes_are_borrowed() {
        let text = r#"{"long name": "and a long text"}"#;
        let value: JsonValue<'_> = serde_json::from_str(text).unwrap();
        assert!(matches!(value.get("long name"), Some(JsonValue::Text(Cow::Borrowed(_)))));
        assert!(size_of::<JsonValue<'_>>() <= 24, "{}", size_of::<JsonValue<'_>>());
    }
}
