//! The data of a dataset → data points (Chart.js 4.6.1, `parse` of the controllers).

use crate::chart::DataPoint;
use crate::chartjs::parse::value::Value;

use super::value_reader::{LabelList, ValueReader};

/// The readers of both axes of a dataset while its data are parsed.
pub(crate) struct DatasetReaders<'a> {
    pub(crate) index_reader: &'a mut ValueReader,
    pub(crate) value_reader: &'a mut ValueReader,
    /// True if the index axis is an x axis.
    pub(crate) index_is_x: bool,
    /// True for bars, which may have two ends.
    pub(crate) allows_floating_bars: bool,
    /// The index of the index axis' list of labels.
    pub(crate) label_list: usize,
    /// The number of labels in that list before the dataset was parsed.
    pub(crate) label_count: usize,
}

/// Parses the values of a dataset on cartesian axes; `parsing` names the keys of objects, or says that there is nothing to
/// parse: then objects alone have values.
pub(crate) fn parse_points(
    data: &Value,
    parsing: Option<&Value>,
    readers: &mut DatasetReaders,
    label_lists: &mut [LabelList],
) -> Vec<DataPoint> {
    let list = match data {
        Value::List(list) => list,
        Value::Object(object) => {
            let parse = |(name, value): (&str, &Value)| {
                let name = Value::Text(name.to_owned());
                readers.parse_point(Some(&name), Some(value), None, label_lists)
            };
            return object.entries().map(parse).collect();
        }
        _ => return Vec::new(),
    };
    let key = |name: &str, default: &'static str| {
        let keys = parsing.and_then(Value::as_object);
        keys.and_then(|keys| keys.get(name)).and_then(Value::as_text).unwrap_or(default)
    };
    let needs_objects = parsing == Some(&Value::Bool(false));
    let (x_key, y_key) = (key("xAxisKey", "x"), key("yAxisKey", "y"));
    let (index_key, value_key) = if readers.index_is_x { (x_key, y_key) } else { (y_key, x_key) };
    // Chart.js takes the shape of the first item for all.
    let shape = list.first();
    let mut points = Vec::with_capacity(list.len());
    for (position, item) in list.iter().enumerate() {
        if needs_objects && item.as_object().is_none() {
            points.push(DataPoint { index: None, value: None, floating_range: None });
            continue;
        }
        let (index, value) = match shape {
            Some(Value::Object(_)) => (value_at_path(item, index_key), value_at_path(item, value_key)),
            Some(Value::List(_)) if !readers.allows_floating_bars => {
                let coordinate = |place: usize| item.as_list().and_then(|list| list.get(place));
                let (x, y) = (coordinate(0), coordinate(1));
                if readers.index_is_x { (x, y) } else { (y, x) }
            }
            _ => {
                let labels = label_lists.get(readers.label_list);
                let label = labels.and_then(|labels| labels.list.get(position)).cloned();
                let label = label.filter(|_| position < readers.label_count);
                points.push(readers.parse_point(label.as_ref(), Some(item), Some(position), label_lists));
                continue;
            }
        };
        points.push(readers.parse_point(index, value, Some(position), label_lists));
    }
    points
}

impl DatasetReaders<'_> {
    fn parse_point(
        &mut self,
        index: Option<&Value>,
        value: Option<&Value>,
        position: Option<usize>,
        label_lists: &mut [LabelList],
    ) -> DataPoint {
        // Zero has no logarithm: a value of zero is left out, an index of zero is the start of the axis.
        let number = index.filter(|raw| **raw != Value::Null).and_then(Value::to_number);
        let is_log_zero = matches!(self.index_reader, ValueReader::Logarithmic { .. }) && number == Some(0.0);
        let index = self.index_reader.read(index, position, label_lists).or(is_log_zero.then_some(0.0));
        if let Some(Value::List(ends)) = value.filter(|_| self.allows_floating_bars) {
            let mut end = |which: usize| {
                let raw = ends.get(which);
                let zero = self.value_reader.coerces_to_zero(raw).then_some(0.0);
                self.value_reader.read(raw, position, label_lists).or(zero)
            };
            let float = end(0).and_then(|from| Some((from, end(1)?)));
            let farther_end = float.map(|(from, to)| {
                let (min, max) = (from.min(to), from.max(to));
                if min.abs() > max.abs() { min } else { max }
            });
            return DataPoint { index, value: farther_end, floating_range: float };
        }
        DataPoint { index, value: self.value_reader.read(value, position, label_lists), floating_range: None }
    }
}

/// The value at the end of a dotted path; a key that contains the dots comes first.
pub(crate) fn value_at_path<'a>(item: &'a Value, path: &str) -> Option<&'a Value> {
    let object = item.as_object()?;
    if let Some(value) = object.get(path) {
        return Some(value);
    }
    path.split('.').try_fold(item, |value, key| value.as_object()?.get(key))
}

/// Parses the values of a dataset on a radial axis or in a ring: numbers, or objects that hold them under `key`.
pub(crate) fn parse_amounts(data: &Value, key: &str, null_is_zero: bool) -> Vec<DataPoint> {
    let list = data.as_list().unwrap_or_default();
    let amount = |(index, item): (usize, &Value)| {
        let value = match item {
            Value::Object(_) => value_at_path(item, key).and_then(Value::to_number),
            Value::Null if !null_is_zero => None,
            item => item.to_number(),
        };
        // An item that is neither a number nor `null` has no index either: it takes no part of the ring.
        let has_index = value.is_some() || *item == Value::Null;
        DataPoint { index: has_index.then_some(index as f64), value, floating_range: None }
    };
    list.iter().enumerate().map(amount).collect()
}
