//! A JavaScript value as a configuration holds it: objects keep the order of their keys.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::limits::MAX_CONFIG_DEPTH;

/// A value.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Object),
}

/// Entries of an object that are compared with each other rather than looked up.
const FEW: usize = 16;

/// Keys and values, in JavaScript's order: whole numbers first, ascending, then as written.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Object(Vec<(String, Value)>);

impl Object {
    pub(crate) fn new(entries: Vec<(String, Value)>) -> Self {
        let indices = entries.iter().any(|(key, _)| key.starts_with(|c: char| c.is_ascii_digit()));
        // Most objects are small, and there are very many of them: a point each.
        let mut object = if entries.len() <= FEW && are_distinct(&entries) {
            Self(entries)
        } else {
            Self::of_many(entries)
        };
        if indices {
            object.0.sort_by_key(|(key, _)| index_key(key).map_or(u64::MAX, u64::from));
        }
        object
    }

    fn of_many(entries: Vec<(String, Value)>) -> Self {
        let mut object = Self(Vec::with_capacity(entries.len()));
        // Of equal keys the last one's value counts, at the first one's place. A hostile object has very many.
        let mut places: HashMap<String, usize> = HashMap::new();
        for (key, value) in entries {
            match places.get(&key).and_then(|place| object.0.get_mut(*place)) {
                Some(entry) => entry.1 = value,
                None => {
                    places.insert(key.clone(), object.0.len());
                    object.0.push((key, value));
                }
            }
        }
        object
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The object under a key.
    pub(crate) fn object(&self, key: &str) -> Option<&Self> {
        self.get(key).and_then(Value::as_object)
    }

    /// The object at the end of a dotted path; the empty path is this one.
    pub(crate) fn path(&self, path: &str) -> Option<&Self> {
        if path.is_empty() {
            return Some(self);
        }
        path.split('.').try_fold(self, |object, key| object.object(key))
    }

    pub(crate) fn set(&mut self, key: &str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some(entry) => entry.1 = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// Adds what `other` has and this one has not, object by object.
    pub(crate) fn merge_missing(&mut self, other: &Self) {
        for (key, value) in &other.0 {
            match (self.0.iter_mut().find(|(name, _)| name == key).map(|entry| &mut entry.1), value) {
                (Some(Value::Object(mine)), Value::Object(theirs)) => mine.merge_missing(theirs),
                (Some(_), _) => {}
                (None, value) => self.0.push((key.clone(), value.clone())),
            }
        }
    }
}

fn are_distinct(entries: &[(String, Value)]) -> bool {
    entries
        .iter()
        .enumerate()
        .all(|(index, (key, _))| entries.iter().skip(index + 1).all(|(other, _)| key != other))
}

/// A key that JavaScript sorts as a number.
fn index_key(key: &str) -> Option<u32> {
    key.parse::<u32>().ok().filter(|number| number.to_string() == key)
}

impl Value {
    pub(crate) fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A number proper, not one in a text.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// `+value` where that is a number.
    pub(crate) fn to_number(&self) -> Option<f64> {
        match self {
            Self::Null => Some(0.0),
            Self::Bool(yes) => Some(f64::from(u8::from(*yes))),
            Self::Number(number) => Some(*number),
            Self::Text(text) if text.trim().is_empty() => Some(0.0),
            Self::Text(text) => text.trim().parse().ok(),
            Self::List(list) => match list.as_slice() {
                [] => Some(0.0),
                [one] => one.to_number(),
                _ => None,
            },
            Self::Object(_) => None,
        }
        .filter(|number| number.is_finite())
    }

    /// What JavaScript takes as true.
    pub(crate) fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(yes) => *yes,
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::List(_) | Self::Object(_) => true,
        }
    }

    /// `'' + value`, for labels.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(yes) => yes.to_string(),
            Self::Number(number) => crate::scale::number_text(*number),
            Self::Text(text) => text.clone(),
            Self::List(list) => list.iter().map(Self::to_text).collect::<Vec<_>>().join(","),
            Self::Object(_) => "[object Object]".to_owned(),
        }
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(_) | Self::Number(_) => self.to_text(),
            Self::Text(text) => format!("{:?}", text.chars().take(40).collect::<String>()),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// How deep in the document a value stands.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    /// A hostile document ends in an error, not in the end of the stack.
    fn below<E: Error>(self) -> Result<Self, E> {
        if self.0 >= MAX_CONFIG_DEPTH {
            let message = format!("lists or objects more than {MAX_CONFIG_DEPTH} deep (MAX_CONFIG_DEPTH)");
            return Err(E::custom(message));
        }
        Ok(Self(self.0 + 1))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let level = self.below()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(level)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let level = self.below()?;
        let mut list = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            list.push((key, entries.next_value_seed(level)?));
        }
        Ok(Value::Object(Object::new(list)))
    }
}
