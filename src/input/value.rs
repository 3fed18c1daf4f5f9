//! A JSON value that borrows its texts: what a tracker's answer is before its reader knows it. `serde_json`'s own value takes ninety times
//! the bytes of the worst answer, this one some fifteen.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};
use serde_json::Number;

use super::refusal::quote;

#[derive(Debug, Default)]
pub(super) enum Value<'t> {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Box<[Self]>),
    Object(Fields<'t>),
}

/// The fields of an object, in the order of their names; of two with one name the last.
#[derive(Debug, Default)]
pub(super) struct Fields<'t>(Box<[(Cow<'t, str>, Value<'t>)]>);

impl<'t> Fields<'t> {
    fn of(mut fields: Box<[(Cow<'t, str>, Value<'t>)]>) -> Self {
        fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        if !fields.is_sorted_by(|(a, _), (b, _)| a < b) {
            let mut list = fields.into_vec();
            list.dedup_by(|later, first| {
                let same = later.0 == first.0;
                if same {
                    std::mem::swap(&mut later.1, &mut first.1);
                }
                same
            });
            fields = list.into_boxed_slice();
        }
        Self(fields)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value<'t>> {
        let index = self.0.binary_search_by(|(known, _)| known.as_ref().cmp(name)).ok()?;
        self.0.get(index).map(|(_, value)| value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (&str, &Value<'t>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl<'t> Value<'t> {
    /// The field of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The first element of a list.
    pub(super) fn first(&self) -> Option<&Self> {
        self.as_list()?.first()
    }

    pub(super) fn as_object(&self) -> Option<&Fields<'t>> {
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

    pub(super) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(is) => Some(*is),
            _ => None,
        }
    }

    pub(super) fn is_object(&self) -> bool {
        self.as_object().is_some()
    }

    pub(super) fn is_list(&self) -> bool {
        self.as_list().is_some()
    }

    /// The value as a message shows it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(is) => is.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => quote(text),
            Self::List(list) if list.is_empty() => "an empty list".to_owned(),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// A name, borrowed where it has no escapes.
struct Name<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Name<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        from.deserialize_str(Written)
    }
}

impl<'de: 't, 't> Deserialize<'de> for Value<'t> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Written(&mut Scratch::default()).deserialize(from)
    }
}

/// What is read of lists and objects that are not at their end: short ones then take what they need and no more.
#[derive(Default)]
struct Scratch<'t> {
    values: Vec<Value<'t>>,
    fields: Vec<(Cow<'t, str>, Value<'t>)>,
}

/// What is longer grows alone, so that it is never in memory twice.
const SHORT: usize = 64;

/// Adds to what begins at `from`, which stands in `short` or is in `long`.
fn add<T>(one: T, from: usize, short: &mut Vec<T>, long: &mut Vec<T>) {
    if long.is_empty() && short.len() - from < SHORT {
        return short.push(one);
    }
    long.extend(short.drain(from..));
    long.push(one);
}

fn all<T>(from: usize, short: &mut Vec<T>, long: Vec<T>) -> Box<[T]> {
    if long.is_empty() { short.drain(from..).collect() } else { long.into_boxed_slice() }
}

struct Written<'s, 't>(&'s mut Scratch<'t>);

impl<'de> DeserializeSeed<'de> for Written<'_, 'de> {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value<'de>, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Written<'_, 'de> {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, is: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(is))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        let (from, mut long) = (self.0.values.len(), Vec::new());
        while let Some(value) = seq.next_element_seed(Written(self.0))? {
            add(value, from, &mut self.0.values, &mut long);
        }
        Ok(Value::List(all(from, &mut self.0.values, long)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        let (from, mut long) = (self.0.fields.len(), Vec::new());
        while let Some(Name(name)) = map.next_key()? {
            let value = map.next_value_seed(Written(self.0))?;
            add((name, value), from, &mut self.0.fields, &mut long);
        }
        Ok(Value::Object(Fields::of(all(from, &mut self.0.fields, long))))
    }
}

impl<'de> Deserializer<'de> for &'de Value<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            Value::Null => visitor.visit_unit(),
            Value::Bool(is) => visitor.visit_bool(*is),
            Value::Number(number) => number.deserialize_any(visitor),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(list) => {
                let mut seq = SeqDeserializer::new(list.iter());
                let read = visitor.visit_seq(&mut seq)?;
                seq.end().map(|()| read)
            }
            Value::Object(fields) => {
                let mut map = MapDeserializer::new(fields.iter());
                let read = visitor.visit_map(&mut map)?;
                map.end().map(|()| read)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            Value::Null => visitor.visit_none(),
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

impl<'de> IntoDeserializer<'de, serde_json::Error> for &'de Value<'de> {
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
    fn a_value_reads_as_its_text_does() {
        let text = r#"{"b": [1, -2, 2.5, null, true], "a": "x\ny", "b": [0], "\u0063": {}}"#;
        let value: Value<'_> = serde_json::from_str(text).unwrap();
        let again: serde_json::Value = Deserialize::deserialize(&value).unwrap();
        assert_eq!(again, serde_json::from_str::<serde_json::Value>(text).unwrap());
        assert_eq!(value.get("a").and_then(Value::as_str), Some("x\ny"));
        assert!(value.get("c").is_some_and(Value::is_object) && !value.has("d"));
    }

    #[test]
    fn texts_are_borrowed_where_they_have_no_escapes() {
        let text = r#"{"long name": "and a long text"}"#;
        let value: Value<'_> = serde_json::from_str(text).unwrap();
        assert!(matches!(value.get("long name"), Some(Value::Text(Cow::Borrowed(_)))));
        assert!(size_of::<Value<'_>>() <= 24, "{}", size_of::<Value<'_>>());
    }
}
