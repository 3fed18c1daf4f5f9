//! Raw values of an axis → numbers (Chart.js 4.6.1, `parse` of the scales).

use std::collections::HashMap;
use std::rc::Rc;

use crate::chartjs::parse::value::{FunctionId, Object, Value};
use crate::chartjs::script::ScriptSession;
use crate::scale::time::{self, TimeUnit};

use super::scale_type::ScaleType;
use super::scales::ScaleConfig;

/// A list of labels that axes share. Reading data may add labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct LabelList {
    pub(crate) list: Vec<Value>,
    /// The first and the last position of each text and number.
    positions_by_key: HashMap<LabelKey, (usize, usize)>,
}

/// The key by which a label is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum LabelKey {
    Text(String),
    Number(u64),
}

impl LabelKey {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(Self::Text(text.clone())),
            // The addition turns -0 into 0, so both have one key.
            Value::Number(number) if !number.is_nan() => Some(Self::Number((number + 0.0).to_bits())),
            _ => None,
        }
    }
}

impl LabelList {
    pub(crate) fn new(list: Vec<Value>) -> Self {
        let mut labels = Self::default();
        for label in list {
            labels.push(label);
        }
        labels
    }

    fn push(&mut self, label: Value) {
        if let Some(key) = LabelKey::from_value(&label) {
            let position = self.list.len();
            let positions = self.positions_by_key.entry(key);
            positions.and_modify(|known| known.1 = position).or_insert((position, position));
        }
        self.list.push(label);
    }

    /// The first and the last position of a label.
    fn find_label(&self, raw: &Value) -> Option<(usize, usize)> {
        if let Some(key) = LabelKey::from_value(raw) {
            return self.positions_by_key.get(&key).copied();
        }
        let first = self.list.iter().position(|label| label == raw)?;
        Some((first, self.list.iter().rposition(|label| label == raw).unwrap_or(first)))
    }

    /// The position of a label; a text that is not in the list is added. `index` is that of the data point, which a
    /// repeated label refers to.
    fn position_of(&mut self, raw: &Value, index: Option<usize>) -> Option<f64> {
        if index.is_some_and(|index| self.list.get(index) == Some(raw)) {
            return index.map(|index| index as f64);
        }
        let default = index.map_or_else(|| raw.to_number(), |index| Some(index as f64));
        let position = match self.find_label(raw) {
            Some((first, last)) if first == last => Some(first as f64),
            Some(_) => default,
            None if matches!(raw, Value::Text(_)) => {
                self.push(raw.clone());
                Some(self.list.len() as f64 - 1.0)
            }
            None => raw.to_number().and(default),
        };
        position.map(|position| crate::scale::js_round(position).min(self.list.len() as f64 - 1.0).max(0.0))
    }
}

/// The option `parser` of a time axis.
#[derive(Clone, Debug)]
pub(crate) enum TimeParser {
    /// Texts in ISO 8601 and in common notations.
    Common,
    /// Texts in this pattern.
    Pattern(String),
    /// A function that makes an instant of each raw value.
    Function(Rc<ScriptSession>, FunctionId),
}

/// The way an axis turns raw values into numbers.
#[derive(Clone, Debug)]
pub(crate) enum ValueReader {
    /// The position in the list of labels of this index.
    Category(usize),
    Linear,
    /// Zero has no position, but the scale must know if one occurs.
    Logarithmic {
        has_zero: bool,
    },
    Time {
        parser: TimeParser,
        /// The unit to whose start instants are rounded, and the first day of the week.
        round: Option<(TimeUnit, Option<i8>)>,
    },
}

impl ValueReader {
    /// The reader of an axis; `label_list` is the index of its list of labels.
    pub(crate) fn new(scale: &ScaleConfig, label_list: usize, session: Option<&Rc<ScriptSession>>) -> Self {
        let time = scale.options.get_object("time");
        let text = |name: &str| time.and_then(|time| time.get(name)).and_then(Value::as_text);
        match scale.scale_type {
            ScaleType::Category => Self::Category(label_list),
            ScaleType::Logarithmic => Self::Logarithmic { has_zero: false },
            ScaleType::Time | ScaleType::TimeSeries => Self::Time {
                parser: match (time.and_then(|time| time.get("parser")), session) {
                    (Some(Value::Text(pattern)), _) => TimeParser::Pattern(pattern.clone()),
                    (Some(Value::Function(id)), Some(session)) => {
                        TimeParser::Function(Rc::clone(session), *id)
                    }
                    _ => TimeParser::Common,
                },
                round: text("round")
                    .and_then(TimeUnit::from_name)
                    .map(|unit| (unit, first_weekday(time).filter(|_| unit == TimeUnit::Week))),
            },
            ScaleType::Linear | ScaleType::RadialLinear => Self::Linear,
        }
    }

    /// True if the end of a floating bar is JavaScript's `null` on this axis, which `Math.min` and `Math.max` take as 0.
    pub(crate) fn coerces_to_zero(&self, raw: Option<&Value>) -> bool {
        let raw = raw.filter(|raw| **raw != Value::Null);
        match self {
            Self::Linear => raw.is_none(),
            Self::Logarithmic { .. } => {
                raw.is_none_or(|raw| raw.to_number().is_some_and(|number| number < 0.0))
            }
            Self::Category(_) | Self::Time { .. } => false,
        }
    }

    /// The number of a raw value, which is that of the data point `index`; `None` if it has no position on the axis.
    pub(crate) fn read(
        &mut self,
        raw: Option<&Value>,
        index: Option<usize>,
        label_lists: &mut [LabelList],
    ) -> Option<f64> {
        let raw = raw.filter(|raw| **raw != Value::Null)?;
        match self {
            Self::Category(label_list) => label_lists.get_mut(*label_list)?.position_of(raw, index),
            Self::Linear => raw.to_number(),
            Self::Logarithmic { has_zero } => {
                let value = raw.to_number()?;
                *has_zero |= value == 0.0;
                (value > 0.0).then_some(value)
            }
            Self::Time { parser, round } => {
                let millis = parser.read(raw)?;
                Some(round.map_or(millis, |(unit, weekday)| time::start_of_unit(millis, unit, weekday)))
            }
        }
    }

    /// The labels of a time axis as instants, ascending and without repetitions; empty for other axes.
    pub(crate) fn label_instants(&self, labels: &[Value]) -> Vec<f64> {
        let Self::Time { .. } = self else { return Vec::new() };
        let mut reader = self.clone();
        let mut instants: Vec<f64> =
            labels.iter().filter_map(|label| reader.read(Some(label), None, &mut [])).collect();
        instants.sort_by(f64::total_cmp);
        instants.dedup();
        instants
    }
}

impl TimeParser {
    /// The milliseconds of a raw value. What a function returns is a number, or a text in a common notation.
    fn read(&self, raw: &Value) -> Option<f64> {
        match (self, raw) {
            (Self::Function(session, id), raw) => Self::Common.read(&session.invoke(*id, &[raw])?),
            (_, Value::Number(millis)) => Some(*millis).filter(|millis| millis.is_finite()),
            (Self::Pattern(pattern), Value::Text(text)) => time::parse_with_pattern(text, pattern),
            (Self::Common, Value::Text(text)) => time::parse_instant(text),
            _ => None,
        }
    }
}

/// The first day of a week in the options of a time axis, from 1 for Monday to 7.
pub(crate) fn first_weekday(time: Option<&Object>) -> Option<i8> {
    match time.and_then(|time| time.get("isoWeekday"))? {
        Value::Bool(true) => Some(1),
        Value::Number(day) => Some((*day as i8).clamp(1, 7)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn a_label_is_found_or_added() {
        let mut label_lists = [LabelList::new(vec![text("a"), text("b"), text("a")])];
        let mut reader = ValueReader::Category(0);
        assert_eq!(reader.read(Some(&text("b")), Some(5), &mut label_lists), Some(1.0));
        assert_eq!(reader.read(Some(&text("a")), Some(2), &mut label_lists), Some(2.0));
        assert_eq!(reader.read(Some(&text("c")), Some(0), &mut label_lists), Some(3.0));
        assert_eq!(reader.read(Some(&Value::Null), Some(0), &mut label_lists), None);
        assert_eq!(label_lists[0].list.len(), 4);
    }
}
