//! The data of datasets → numbers (Chart.js 4.6.1, `parse` of scales and controllers).

use std::collections::HashMap;

use crate::chart::Value as Place;
use crate::scale::time::{self, Unit};

use super::value::{Object, Value};

/// Labels that axes share; data may add to them.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    pub(super) list: Vec<Value>,
    /// First and last place of each text and number.
    places: HashMap<Name, (usize, usize)>,
}

/// What a label is found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    Text(String),
    Number(u64),
}

impl Name {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(Self::Text(text.clone())),
            // Both zeros are one.
            Value::Number(number) if !number.is_nan() => Some(Self::Number((number + 0.0).to_bits())),
            _ => None,
        }
    }
}

impl Labels {
    pub(super) fn new(list: Vec<Value>) -> Self {
        let mut labels = Self::default();
        for label in list {
            labels.push(label);
        }
        labels
    }

    fn push(&mut self, label: Value) {
        if let Some(name) = Name::of(&label) {
            let place = self.list.len();
            self.places.entry(name).and_modify(|known| known.1 = place).or_insert((place, place));
        }
        self.list.push(label);
    }

    /// First and last place of a label.
    fn find(&self, raw: &Value) -> Option<(usize, usize)> {
        if let Some(name) = Name::of(raw) {
            return self.places.get(&name).copied();
        }
        let first = self.list.iter().position(|label| label == raw)?;
        Some((first, self.list.iter().rposition(|label| label == raw).unwrap_or(first)))
    }

    /// The place of a label; a text that is none becomes one.
    fn place(&mut self, raw: &Value, index: Option<usize>) -> Option<f64> {
        if index.is_some_and(|index| self.list.get(index) == Some(raw)) {
            return index.map(|index| index as f64);
        }
        let usual = index.map_or_else(|| raw.to_number(), |index| Some(index as f64));
        let place = match self.find(raw) {
            Some((first, last)) if first == last => Some(first as f64),
            Some(_) => usual,
            None if matches!(raw, Value::Text(_)) => {
                self.push(raw.clone());
                Some(self.list.len() as f64 - 1.0)
            }
            None => raw.to_number().and(usual),
        };
        place.map(|place| crate::scale::js_round(place).min(self.list.len() as f64 - 1.0).max(0.0))
    }
}

/// How an axis reads values.
#[derive(Clone, Debug)]
pub(super) enum Reader {
    /// By the place among labels, which are those of a pool.
    Category(usize),
    Linear,
    /// Zero is noticed, but has no place.
    Logarithmic {
        has_zero: bool,
    },
    Time {
        parser: Option<String>,
        round: Option<(Unit, Option<i8>)>,
    },
}

impl Reader {
    /// Whether the end of a floating bar is JavaScript's `null` here, the least or greatest of which and a number takes it as 0.
    fn takes_as_nothing(&self, raw: Option<&Value>) -> bool {
        let raw = raw.filter(|raw| **raw != Value::Null);
        match self {
            Self::Linear => raw.is_none(),
            Self::Logarithmic { .. } => {
                raw.is_none_or(|raw| raw.to_number().is_some_and(|number| number < 0.0))
            }
            Self::Category(_) | Self::Time { .. } => false,
        }
    }

    /// The number of a value.
    pub(super) fn read(
        &mut self,
        raw: Option<&Value>,
        index: Option<usize>,
        pools: &mut [Labels],
    ) -> Option<f64> {
        let raw = raw.filter(|raw| **raw != Value::Null)?;
        match self {
            Self::Category(pool) => pools.get_mut(*pool)?.place(raw, index),
            Self::Linear => raw.to_number(),
            Self::Logarithmic { has_zero } => {
                let value = raw.to_number()?;
                *has_zero |= value == 0.0;
                (value > 0.0).then_some(value)
            }
            Self::Time { parser, round } => {
                let millis = instant(raw, parser.as_deref())?;
                Some(round.map_or(millis, |(unit, weekday)| time::start_of(millis, unit, weekday)))
            }
        }
    }
}

/// The instant of a value.
pub(super) fn instant(raw: &Value, parser: Option<&str>) -> Option<f64> {
    match (raw, parser) {
        (Value::Number(millis), None) => Some(*millis).filter(|millis| millis.is_finite()),
        (Value::Number(number), Some(_)) => Some(*number).filter(|number| number.is_finite()),
        (Value::Text(text), Some(pattern)) => time::parse_with(text, pattern),
        (Value::Text(text), None) => time::parse(text),
        _ => None,
    }
}

/// The axes of a dataset while its data are read.
pub(super) struct Readers<'a> {
    pub(super) index: &'a mut Reader,
    pub(super) value: &'a mut Reader,
    /// The places are those of an x axis.
    pub(super) index_is_x: bool,
    /// Bars may have two ends.
    pub(super) floats: bool,
    /// The pool of the index axis, and how many labels it had before.
    pub(super) labels: (usize, usize),
}

/// The values of a dataset on straight axes.
pub(super) fn places(
    data: &Value,
    parsing: Option<&Object>,
    readers: &mut Readers,
    pools: &mut [Labels],
) -> Vec<Place> {
    let key = |name: &str, usual: &'static str| {
        parsing.and_then(|parsing| parsing.get(name)).and_then(Value::as_text).unwrap_or(usual).to_owned()
    };
    let (x_key, y_key) = (key("xAxisKey", "x"), key("yAxisKey", "y"));
    let (index_key, value_key) = if readers.index_is_x { (x_key, y_key) } else { (y_key, x_key) };
    let list = match data {
        Value::List(list) => list,
        Value::Object(object) => {
            let pair = |(name, value): (&str, &Value)| {
                let name = Value::Text(name.to_owned());
                readers.place((Some(&name), Some(value)), None, pools)
            };
            return object.entries().map(pair).collect();
        }
        _ => return Vec::new(),
    };
    let shape = list.first();
    let mut places = Vec::with_capacity(list.len());
    for (index, item) in list.iter().enumerate() {
        let pair = match shape {
            Some(Value::Object(_)) => (nested(item, &index_key), nested(item, &value_key)),
            Some(Value::List(_)) if !readers.floats => {
                let at = |place: usize| item.as_list().and_then(|list| list.get(place));
                if readers.index_is_x { (at(0), at(1)) } else { (at(1), at(0)) }
            }
            _ => {
                let (pool, known) = readers.labels;
                let label = pools.get(pool).and_then(|pool| pool.list.get(index)).cloned();
                let label = label.filter(|_| index < known);
                places.push(readers.place((label.as_ref(), Some(item)), Some(index), pools));
                continue;
            }
        };
        places.push(readers.place(pair, Some(index), pools));
    }
    places
}

impl Readers<'_> {
    fn place(
        &mut self,
        (index, value): (Option<&Value>, Option<&Value>),
        place: Option<usize>,
        pools: &mut [Labels],
    ) -> Place {
        // Zero has no logarithm: as a value it is left out, as a place it is the start of the axis.
        let number = index.filter(|raw| **raw != Value::Null).and_then(Value::to_number);
        let zero = matches!(self.index, Reader::Logarithmic { .. }) && number == Some(0.0);
        let index = self.index.read(index, place, pools).or(zero.then_some(0.0));
        if let Some(Value::List(ends)) = value.filter(|_| self.floats) {
            let mut end = |which: usize| {
                let raw = ends.get(which);
                let nothing = self.value.takes_as_nothing(raw).then_some(0.0);
                self.value.read(raw, place, pools).or(nothing)
            };
            let float = end(0).and_then(|from| Some((from, end(1)?)));
            let far = float.map(|(from, to)| {
                let (min, max) = (from.min(to), from.max(to));
                if min.abs() > max.abs() { min } else { max }
            });
            return Place { index, value: far, float };
        }
        Place { index, value: self.value.read(value, place, pools), float: None }
    }
}

/// The value at the end of a dotted path.
pub(super) fn nested<'a>(item: &'a Value, path: &str) -> Option<&'a Value> {
    let object = item.as_object()?;
    if let Some(value) = object.get(path) {
        return Some(value);
    }
    path.split('.').try_fold(item, |value, key| value.as_object()?.get(key))
}

/// The values of a dataset around a centre: numbers, or objects with one.
pub(super) fn amounts(data: &Value, key: &str, null_is_zero: bool) -> Vec<Place> {
    let list = data.as_list().unwrap_or_default();
    let amount = |(index, item): (usize, &Value)| {
        let value = match item {
            Value::Object(_) => nested(item, key).and_then(Value::to_number),
            Value::Null if !null_is_zero => None,
            item => item.to_number(),
        };
        // What is no number at all has no place either: slices are not shared out to it.
        let known = value.is_some() || *item == Value::Null;
        Place { index: known.then_some(index as f64), value, float: None }
    };
    list.iter().enumerate().map(amount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn labels_are_found_or_added() {
        let mut pools = [Labels::new(vec![text("a"), text("b"), text("a")])];
        let mut reader = Reader::Category(0);
        assert_eq!(reader.read(Some(&text("b")), Some(5), &mut pools), Some(1.0));
        assert_eq!(reader.read(Some(&text("a")), Some(2), &mut pools), Some(2.0));
        assert_eq!(reader.read(Some(&text("c")), Some(0), &mut pools), Some(3.0));
        assert_eq!(reader.read(Some(&Value::Null), Some(0), &mut pools), None);
        assert_eq!(pools[0].list.len(), 4);
    }
}
