//! A JavaScript value as a configuration holds it: objects keep the order of their keys.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::input::Location;
use crate::limits::MAX_CONFIG_DEPTH;
use crate::scene::{Drawing, Paint};

/// A JSON or JavaScript value.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Object(Object),
    /// A function of a script.
    Function(FunctionId),
    /// A gradient or a pattern, which only a function can return.
    Paint(Paint),
    /// A canvas on which a script has drawn.
    Drawing(Arc<Drawing>),
}

/// The number of a function in its script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FunctionId(pub(crate) u32);

/// The greatest number of entries whose keys are compared pairwise; larger objects use a hash map.
const MAX_PAIRWISE_COMPARED: usize = 16;

/// Keys and values in JavaScript's order: array indices first, ascending, then the others as written.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Object(Vec<(String, Value)>);

impl Object {
    pub(crate) fn new(entries: Vec<(String, Value)>) -> Self {
        let indices = entries.iter().any(|(key, _)| key.starts_with(|c: char| c.is_ascii_digit()));
        // Most objects are small, and there are very many of them: one for each data point.
        let mut object = if entries.len() <= MAX_PAIRWISE_COMPARED && have_distinct_keys(&entries) {
            Self(entries)
        } else {
            Self::from_many_entries(entries)
        };
        if indices {
            object.0.sort_by_key(|(key, _)| array_index_key(key).map_or(u64::MAX, u64::from));
        }
        object
    }

    fn from_many_entries(entries: Vec<(String, Value)>) -> Self {
        let mut object = Self(Vec::with_capacity(entries.len()));
        // A repeated key keeps its first position and takes its last value. The map keeps the time linear for hostile
        // objects with very many keys.
        let mut positions: HashMap<String, usize> = HashMap::new();
        for (key, value) in entries {
            match positions.get(&key).and_then(|position| object.0.get_mut(*position)) {
                Some(entry) => entry.1 = value,
                None => {
                    positions.insert(key.clone(), object.0.len());
                    object.0.push((key, value));
                }
            }
        }
        object
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The value of a key, if it is an object.
    pub(crate) fn get_object(&self, key: &str) -> Option<&Self> {
        self.get(key).and_then(Value::as_object)
    }

    /// The object at the end of a dotted path; the empty path is this object.
    pub(crate) fn object_at_path(&self, path: &str) -> Option<&Self> {
        if path.is_empty() {
            return Some(self);
        }
        path.split('.').try_fold(self, |object, key| object.get_object(key))
    }

    pub(crate) fn set(&mut self, key: &str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| name == key) {
            Some(entry) => entry.1 = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    /// Removes a key and returns its value.
    pub(crate) fn remove(&mut self, key: &str) -> Option<Value> {
        let position = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(position).1)
    }

    /// Sets the value of a key that is missing or null.
    pub(crate) fn set_missing(&mut self, key: &str, value: Value) {
        if matches!(self.get(key), None | Some(Value::Null)) {
            self.set(key, value);
        }
    }

    /// Applies a change to the object of a key, which is created if it is missing.
    pub(crate) fn change_object(&mut self, key: &str, change: impl FnOnce(&mut Self)) {
        let own = self.0.iter_mut().find(|(name, _)| name == key);
        let mut object = match own {
            Some((_, Value::Object(object))) => std::mem::take(object),
            _ => Self::default(),
        };
        change(&mut object);
        self.set(key, Value::Object(object));
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn into_entries(self) -> impl Iterator<Item = (String, Value)> {
        self.0.into_iter()
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Adds the entries of `other` whose keys are missing here; objects under equal keys are merged recursively.
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

fn have_distinct_keys(entries: &[(String, Value)]) -> bool {
    entries
        .iter()
        .enumerate()
        .all(|(index, (key, _))| entries.iter().skip(index + 1).all(|(other, _)| key != other))
}

/// The number of a key that JavaScript sorts as an array index.
fn array_index_key(key: &str) -> Option<u32> {
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

    /// The value if it is a number; `None` for a text that holds a number.
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// JavaScript's `+value`; `None` if the result is not finite.
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
            Self::Object(_) | Self::Function(_) | Self::Paint(_) | Self::Drawing(_) => None,
        }
        .filter(|number| number.is_finite())
    }

    /// True if JavaScript takes the value as true.
    pub(crate) fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(yes) => *yes,
            Self::Number(number) => *number != 0.0 && !number.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::List(_) | Self::Object(_) | Self::Function(_) | Self::Paint(_) | Self::Drawing(_) => true,
        }
    }

    /// JavaScript's `'' + value`, the text of a label.
    pub(crate) fn to_text(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(yes) => yes.to_string(),
            Self::Number(number) => crate::scale::js_number_text(*number),
            Self::Text(text) => text.clone(),
            Self::List(list) => list.iter().map(Self::to_text).collect::<Vec<_>>().join(","),
            Self::Object(_) => "[object Object]".to_owned(),
            Self::Function(_) => "function".to_owned(),
            Self::Paint(Paint::Pattern(..)) => "[object CanvasPattern]".to_owned(),
            Self::Paint(_) => "[object CanvasGradient]".to_owned(),
            Self::Drawing(_) => "[object HTMLCanvasElement]".to_owned(),
        }
    }

    /// A short text of the value for error messages.
    pub(crate) fn short_description(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(_) | Self::Number(_) => self.to_text(),
            Self::Text(text) => format!("{:?}", text.chars().take(40).collect::<String>()),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
            Self::Function(_) => "a function".to_owned(),
            Self::Paint(_) => "a gradient or a pattern".to_owned(),
            Self::Drawing(_) => "a canvas".to_owned(),
        }
    }
}

/// The location of an error at a dotted path of a configuration.
pub(crate) fn config_path(path: &str) -> Location {
    Location::Path(path.to_owned())
}

/// True if a text looks like a JavaScript function.
pub(crate) fn is_function_text(text: &str) -> bool {
    let text = text.trim_start();
    let is_arrow = text.split_once("=>").is_some_and(|(before, _)| {
        let before = before.trim();
        before.starts_with('(') && before.ends_with(')')
            || before.chars().all(|c| c.is_alphanumeric() || c == '_')
    });
    is_arrow || text.starts_with("function(") || text.starts_with("function (")
}

/// The integer that a number is, if it is one that every number of this size can tell from its neighbours.
fn whole_number(number: f64) -> Option<i64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    (number.fract() == 0.0 && number.abs() <= LARGEST).then_some(number as i64)
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Function(_) | Self::Paint(_) | Self::Drawing(_) => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => match whole_number(*number) {
                Some(whole) => serializer.serialize_i64(whole),
                None => serializer.serialize_f64(*number),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(object) => serializer.collect_map(object.entries()),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        NestingLevel(0).deserialize(deserializer)
    }
}

/// The message for more levels than [`MAX_CONFIG_DEPTH`], as the beginning of serde's error.
pub(super) const TOO_DEEP: &str = "more levels than MAX_CONFIG_DEPTH";

/// The nesting depth of a value in its document.
#[derive(Clone, Copy)]
struct NestingLevel(usize);

impl NestingLevel {
    /// The level of the items of a list or an object.
    ///
    /// # Errors
    /// More levels than `MAX_CONFIG_DEPTH`: a hostile document must not exhaust the stack.
    fn next_level<E: Error>(self) -> Result<Self, E> {
        if self.0 >= MAX_CONFIG_DEPTH {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(Self(self.0 + 1))
    }
}

impl<'de> DeserializeSeed<'de> for NestingLevel {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NestingLevel {
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
        let level = self.next_level()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(level)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let level = self.next_level()?;
        let mut list = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            list.push((key, entries.next_value_seed(level)?));
        }
        Ok(Value::Object(Object::new(list)))
    }
}
