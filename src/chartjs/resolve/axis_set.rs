//! The axes of a configuration while its data are parsed.

use crate::chart::{
    AnnotationCoord, AxisId, DataPoint, DatasetId, IdList, LayoutPosition, RadialAxisId, ScaleLimits,
};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value, config_path};
use crate::chartjs::script::{OptionTarget, is_hook_name};
use crate::input::InputError;

use super::axis_direction::AxisDirection;
use super::config::Config;
use super::data_points::{DatasetReaders, parse_points};
use super::datasets::ResolvedDataset;
use super::decimation::{Decimation, decimate};
use super::scale_id::{ScaleId, ScalePair};
use super::scale_type::ScaleType;
use super::scales::{ScaleConfig, axis_name, index_direction, resolve_scales};
use super::value_reader::{LabelList, ValueReader};

/// The options of an axis that are objects.
const PART_NAMES: [&str; 8] =
    ["adapters", "angleLines", "border", "grid", "pointLabels", "ticks", "time", "title"];

/// The axes of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DatasetAxes {
    /// The index axis and the value axis; `None` for a dataset on a radial axis or in a ring.
    pub(crate) pair: Option<ScalePair>,
    /// The radial axis, if there is one.
    pub(crate) radial: Option<RadialAxisId>,
}

/// The axes of a configuration and the lists of labels that they share.
pub(crate) struct AxisSet {
    axes: AxisEntries,
    label_lists: Vec<LabelList>,
}

/// The axes of a configuration, in lists as those of a chart.
#[derive(Default)]
struct AxisEntries {
    cartesian: IdList<AxisId, AxisEntry>,
    radial: IdList<RadialAxisId, AxisEntry>,
    /// The ids of all axes, in the order in which they are laid out.
    order: Vec<ScaleId>,
}

/// An axis of the set.
struct AxisEntry {
    scale: ScaleConfig,
    reader: ValueReader,
    /// The index of its list of labels.
    label_list: usize,
    limits: ScaleLimits,
}

/// An axis after all data have been parsed.
pub(crate) struct ResolvedAxisData<'a> {
    pub(crate) scale: &'a ScaleConfig,
    pub(crate) reader: &'a ValueReader,
    pub(crate) position: LayoutPosition,
    pub(crate) limits: ScaleLimits,
    pub(crate) labels: &'a [Value],
}

impl AxisSet {
    /// Resolves the axes of a configuration.
    ///
    /// # Errors
    /// An axis without a direction or of an unknown type, and too many axes.
    pub(crate) fn from_config(config: &Config) -> Result<Self, Box<InputError>> {
        let mut set = Self { axes: AxisEntries::default(), label_lists: Vec::new() };
        let mut sources: Vec<*const Value> = Vec::new();
        let mut scales = resolve_scales(config)?;
        call_scale_functions(config, &mut scales);
        for scale in scales {
            let source = label_source(config, &scale);
            let pointer = source.map_or(std::ptr::null(), std::ptr::from_ref);
            let label_list = sources.iter().position(|known| *known == pointer).unwrap_or_else(|| {
                sources.push(pointer);
                let list = source.and_then(Value::as_list).unwrap_or_default();
                set.label_lists.push(LabelList::new(list.to_vec()));
                sources.len() - 1
            });
            let reader = ValueReader::new(&scale, label_list, config.session.as_ref());
            set.axes.push(AxisEntry { scale, reader, label_list, limits: ScaleLimits::default() });
        }
        for id in set.ids() {
            if let Some(axis) = set.axes.get_mut(id) {
                axis.read_limits(&mut set.label_lists);
            }
        }
        Ok(set)
    }

    /// The ids of all axes, in the order in which they are laid out.
    pub(crate) fn ids(&self) -> Vec<ScaleId> {
        self.axes.order.clone()
    }

    /// Finds the axes of a dataset. A dataset that names a cartesian axis for a radial one is on the next radial axis.
    ///
    /// # Errors
    /// The dataset names an axis that does not exist.
    pub(crate) fn axes_of_dataset(
        &self,
        config: &Config,
        dataset: &ResolvedDataset,
        id: DatasetId,
    ) -> Result<DatasetAxes, Box<InputError>> {
        let find = |direction: AxisDirection| {
            let Some(name) = axis_name(dataset.raw, direction) else {
                return Ok(self.axes.find(|axis| axis.scale.direction == direction));
            };
            let known = self.axes.find(|axis| axis.scale.id == name);
            known.map(Some).ok_or_else(|| {
                let entries = self.axes.order.iter().filter_map(|id| self.axes.get(*id));
                let names: Vec<&str> = entries.map(|axis| axis.scale.id.as_str()).collect();
                let position = id.position();
                let place = config_path(&format!("data.datasets[{position}].{}AxisID", direction.name()));
                InputError::new(
                    place,
                    format!("{name:?}"),
                    format!("an axis of options.scales: {}", names.join(", ")),
                )
            })
        };
        match dataset.chart_type {
            ChartType::Doughnut | ChartType::Pie => Ok(DatasetAxes { pair: None, radial: None }),
            ChartType::PolarArea | ChartType::Radar => {
                let found = find(AxisDirection::R)?;
                let mut from_found = self.axes.order.iter().skip_while(|id| Some(**id) != found);
                Ok(DatasetAxes { pair: None, radial: from_found.find_map(|id| id.radial()) })
            }
            chart_type => {
                let direction = index_direction(config, dataset.raw, Some(chart_type));
                let found = find(direction)?.zip(find(direction.across())?);
                let pair = found.map(|(index_scale, value_scale)| ScalePair { index_scale, value_scale });
                Ok(DatasetAxes { pair, radial: None })
            }
        }
    }

    /// Parses the values of a dataset on its axes.
    pub(crate) fn parse_dataset(&mut self, dataset: &ResolvedDataset, pair: ScalePair) -> Vec<DataPoint> {
        let ScalePair { index_scale, value_scale } = pair;
        let Some(data) = dataset.raw.get("data") else { return Vec::new() };
        let (Some(index), Some(value)) = (self.axes.get(index_scale), self.axes.get(value_scale)) else {
            return Vec::new();
        };
        let (mut index_reader, mut value_reader) = (index.reader.clone(), value.reader.clone());
        let mut readers = DatasetReaders {
            index_reader: &mut index_reader,
            value_reader: &mut value_reader,
            index_is_x: index.scale.direction == AxisDirection::X,
            allows_floating_bars: dataset.chart_type == ChartType::Bar,
            label_list: index.label_list,
            label_count: self.label_lists.get(index.label_list).map_or(0, |labels| labels.list.len()),
        };
        let points = parse_points(data, dataset.options.raw("parsing"), &mut readers, &mut self.label_lists);
        for (id, reader) in [(index_scale, index_reader), (value_scale, value_reader)] {
            if let Some(axis) = self.axes.get_mut(id) {
                axis.reader = reader;
            }
        }
        points
    }

    /// Decimates the points of a line; `None` if decimation does not apply or keeps all points.
    pub(crate) fn decimate_points(
        &self,
        dataset: &ResolvedDataset,
        pair: ScalePair,
        points: &[DataPoint],
        decimation: Decimation,
    ) -> Option<Vec<DataPoint>> {
        let axis = self.axes.get(pair.index_scale)?;
        let applies = dataset.chart_type == ChartType::Line
            && axis.scale.direction == AxisDirection::X
            && matches!(axis.scale.scale_type, ScaleType::Linear | ScaleType::Time);
        if !applies || dataset.options.flag("parsing") {
            return None;
        }
        decimate(points, axis.limits, decimation)
    }

    /// The cartesian axis with a name in `options.scales`.
    pub(crate) fn cartesian_by_name(&self, name: &str) -> Option<AxisId> {
        self.find_cartesian(|axis| axis.scale.id == name)
    }

    /// The first cartesian axis of a direction.
    pub(crate) fn first_cartesian(&self, direction: AxisDirection) -> Option<AxisId> {
        self.find_cartesian(|axis| axis.scale.direction == direction)
    }

    fn find_cartesian(&self, is_wanted: impl Fn(&AxisEntry) -> bool) -> Option<AxisId> {
        self.axes.cartesian.entries().find(|(_, axis)| is_wanted(axis)).map(|(id, _)| id)
    }

    pub(crate) fn direction_of(&self, axis: AxisId) -> AxisDirection {
        self.axes.cartesian.get(axis).map_or(AxisDirection::X, |axis| axis.scale.direction)
    }

    /// True for an x axis.
    pub(crate) fn is_horizontal(&self, id: ScaleId) -> bool {
        self.axes.get(id).is_some_and(|axis| axis.scale.direction == AxisDirection::X)
    }

    pub(crate) fn is_reversed(&self, axis: AxisId) -> bool {
        let reverse = self.axes.cartesian.get(axis).and_then(|axis| axis.scale.options.get("reverse"));
        reverse.is_some_and(Value::is_truthy)
    }

    /// The coordinate of an annotation at a value of an axis: a number as it is, other values as data are parsed.
    pub(crate) fn annotation_coord(&mut self, axis: AxisId, raw: Option<&Value>) -> Option<AnnotationCoord> {
        let value = match raw? {
            Value::Number(value) => Some(*value),
            raw => self.read_value(ScaleId::Cartesian(axis), raw),
        };
        value.filter(|value| value.is_finite()).map(|value| AnnotationCoord::AxisValue(axis, value))
    }

    /// An axis with its position and its labels, after all data have been parsed.
    pub(crate) fn resolve_axis(&mut self, id: ScaleId) -> Option<ResolvedAxisData<'_>> {
        let position = self.axis_position(id);
        let entry = self.axes.get(id)?;
        let labels =
            self.label_lists.get(entry.label_list).map_or(&[] as &[Value], |labels| labels.list.as_slice());
        Some(ResolvedAxisData {
            scale: &entry.scale,
            reader: &entry.reader,
            position,
            limits: entry.limits,
            labels,
        })
    }

    /// The position of an axis: a side of the plot that suits its direction, the centre, or a value of another axis.
    fn axis_position(&mut self, id: ScaleId) -> LayoutPosition {
        let Some(entry) = self.axes.get(id) else { return LayoutPosition::ChartArea };
        let direction = entry.scale.direction;
        let default = match direction {
            AxisDirection::X => LayoutPosition::Bottom,
            AxisDirection::Y => LayoutPosition::Left,
            AxisDirection::R => return LayoutPosition::ChartArea,
        };
        match entry.scale.options.get("position") {
            Some(Value::Text(name)) => match (name.as_str(), direction) {
                ("top", AxisDirection::X) => LayoutPosition::Top,
                ("right", AxisDirection::Y) => LayoutPosition::Right,
                ("center", _) => LayoutPosition::Center,
                _ => default,
            },
            Some(Value::Object(object)) => {
                let Some((name, value)) =
                    object.entries().next().map(|(name, value)| (name.to_owned(), value.clone()))
                else {
                    return default;
                };
                let Some(other) = self.axes.find(|axis| axis.scale.id == name) else {
                    return default;
                };
                let value = self.read_value(other, &value);
                other
                    .cartesian()
                    .zip(value)
                    .map_or(default, |(axis, value)| LayoutPosition::AxisValue(axis, value))
            }
            _ => default,
        }
    }

    /// The number of a value on an axis.
    fn read_value(&mut self, id: ScaleId, raw: &Value) -> Option<f64> {
        self.axes.get_mut(id)?.reader.read(Some(raw), None, &mut self.label_lists)
    }
}

impl AxisEntries {
    fn push(&mut self, entry: AxisEntry) {
        self.order.push(match entry.scale.direction {
            AxisDirection::X | AxisDirection::Y => ScaleId::Cartesian(self.cartesian.push(entry)),
            AxisDirection::R => ScaleId::Radial(self.radial.push(entry)),
        });
    }

    fn get(&self, id: ScaleId) -> Option<&AxisEntry> {
        match id {
            ScaleId::Cartesian(axis) => self.cartesian.get(axis),
            ScaleId::Radial(axis) => self.radial.get(axis),
        }
    }

    fn get_mut(&mut self, id: ScaleId) -> Option<&mut AxisEntry> {
        match id {
            ScaleId::Cartesian(axis) => self.cartesian.get_mut(axis),
            ScaleId::Radial(axis) => self.radial.get_mut(axis),
        }
    }

    /// The first axis, in the order of layout, that is wanted.
    fn find(&self, is_wanted: impl Fn(&AxisEntry) -> bool) -> Option<ScaleId> {
        self.order.iter().copied().find(|id| self.get(*id).is_some_and(&is_wanted))
    }
}

impl AxisEntry {
    /// Reads the limits of the options; a text that is no label of a category axis becomes one.
    fn read_limits(&mut self, label_lists: &mut [LabelList]) {
        let Self { scale, reader, .. } = self;
        let mut read = |name: &str| {
            let value = scale.options.get(name).filter(|value| !matches!(value, Value::Bool(_)));
            reader.read(value, None, label_lists)
        };
        self.limits = ScaleLimits {
            min: read("min"),
            max: read("max"),
            suggested_min: read("suggestedMin"),
            suggested_max: read("suggestedMax"),
        };
    }
}

/// Replaces functions among the options of the axes themselves by their results. Functions in parts such as `grid` are called
/// when the option is read; hooks are called by the layout.
fn call_scale_functions(config: &Config, scales: &mut [ScaleConfig]) {
    let Some(session) = &config.session else { return };
    let names = |is_radial: bool| {
        let of_kind = scales.iter().filter(|scale| (scale.direction == AxisDirection::R) == is_radial);
        of_kind.map(ScaleConfig::axis_names).collect()
    };
    session.set_axes(names(false), names(true));
    for scale in scales {
        let call = |(name, value): (String, Value)| match value {
            Value::Function(id) if !is_hook_name(&name) && !PART_NAMES.contains(&name.as_str()) => {
                let result = session.evaluate(id, OptionTarget::Scale(&scale.id), None);
                Some((name, result?.clone()))
            }
            value => Some((name, value)),
        };
        let options = std::mem::take(&mut scale.options);
        scale.options = Object::new(options.into_entries().filter_map(call).collect());
    }
}

/// The value that holds the labels of an axis: its option `labels`, or the labels of the data for its direction.
fn label_source<'a>(config: &'a Config, scale: &'a ScaleConfig) -> Option<&'a Value> {
    let data = config.data();
    let labels_of_direction = if scale.direction == AxisDirection::X { "xLabels" } else { "yLabels" };
    [scale.options.get("labels"), data.get(labels_of_direction), data.get("labels")]
        .into_iter()
        .flatten()
        .find(|value| value.is_truthy())
}
