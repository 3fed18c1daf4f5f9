//! A configuration → the description of its picture.

use crate::chart::theme::Theme;
use crate::chart::{
    Along, AngleLine, Card, Chart, Cycle, FillTime, Font, Limits, PointLabels, Position, Radial,
    Value as Place,
};
use crate::color::Color;
use crate::geometry::{Sides, Size};
use crate::input::InputError;
use crate::limits::MAX_VALUES;
use crate::scene::Stroke;

use super::annotations::annotations;
use super::axes::{self, Known, label};
use super::config::{Config, at};
use super::data::{Labels, Reader, Readers, instant, places};
use super::data_labels;
use super::datasets::{self, Element, Placed};
use super::decimation;
use super::guides::{guides, plugin};
use super::marks;
use super::options::{Scopes, corners, join, layout_padding, sides};
use super::scales::{self, ScaleConfig, Way};
use super::value::{Object, Value};

/// The axes of a dataset, those of its places and its values, or the place of its round one.
type AxesOf = (Option<(usize, usize)>, usize);

/// The axes of a configuration while its data are read.
pub(super) struct Axes {
    scales: Vec<ScaleConfig>,
    readers: Vec<Reader>,
    /// Labels by where they stand.
    pools: Vec<Labels>,
    /// The pool of each axis.
    pool_of: Vec<usize>,
    limits: Vec<Limits>,
}

/// The description of a picture of a size, in the colours of Chart.js or of a theme; what the configuration asks for
/// and we do not have is an error.
pub fn chart(
    config: &Config,
    size: Size,
    pixel_ratio: f64,
    theme: Option<Theme>,
) -> Result<Chart, Box<InputError>> {
    let Some(theme) = theme else { return plain(config, size, pixel_ratio) };
    let chart = plain(&config.in_theme(theme), size, pixel_ratio)?;
    Ok(Chart { card: Some(Card { background: theme.background, border: None }), ..chart })
}

fn plain(config: &Config, size: Size, pixel_ratio: f64) -> Result<Chart, Box<InputError>> {
    let mut axes = Axes::of(config)?;
    let colors = datasets::colors(config);
    let elements = datasets::elements(config, &colors);
    check_values(config)?;
    let mut fills = datasets::fills(config, &elements).into_iter();
    let mut sets = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let (on, radial) = axes.of_dataset(config, element, index)?;
        let mut places = match on {
            Some(pair) => axes.read(element, pair),
            None => datasets::around(element),
        };
        let fewer = on.and_then(|(i, _)| axes.fewer(config, element, (i, &places), size.width));
        let thinned = fewer.is_some();
        places = fewer.unwrap_or(places);
        let on = on.and_then(|(i, v)| Some((axes.straight(i)?, axes.straight(v)?)));
        let fill = fills.next().flatten();
        let labels = data_labels::labels(config, element);
        sets.push(datasets::dataset(element, Placed { axes: on, radial, places, thinned, labels, fill }));
    }
    if plugin(config, "filler").is_none() {
        sets.iter_mut().for_each(marks::without_curve);
    }
    let scopes = chart_scopes(config);
    let layout = scopes.sub("layout");
    let mut chart = Chart {
        pixel_ratio,
        padding: layout.as_ref().map_or_else(Sides::default, layout_padding),
        auto_padding: layout.is_none_or(|layout| layout.flag("autoPadding")),
        guides: guides(config, &elements),
        datasets: sets,
        fill_time: fill_time(config),
        // Their values may add labels to an axis.
        annotations: annotations(config, &mut axes)?,
        ..Chart::empty(size)
    };
    axes.describe(config, &scopes, &mut chart);
    (chart.title, chart.description) = super::words::words(config, &chart);
    Ok(chart)
}

/// The options of the chart itself.
fn chart_scopes(config: &Config) -> Scopes<'_> {
    let own = config.default("datasets").object(config.kind()).unwrap_or(&config.nothing);
    Scopes::new(vec![config.options(), config.overrides(config.kind()), own, &config.defaults]).at(0)
}

fn fill_time(config: &Config) -> FillTime {
    match plugin(config, "filler").and_then(|filler| filler.text("drawTime")) {
        Some("beforeDraw") => FillTime::First,
        Some("beforeDatasetsDraw") => FillTime::Datasets,
        _ => FillTime::Dataset,
    }
}

fn check_values(config: &Config) -> Result<(), Box<InputError>> {
    let count = |dataset: &Object| match dataset.get("data") {
        Some(Value::List(list)) => list.len(),
        Some(Value::Object(object)) => object.entries().count(),
        _ => 0,
    };
    let labels = config.data().get("labels").and_then(Value::as_list).map_or(0, <[Value]>::len);
    let values: usize = config.datasets().map(count).sum::<usize>() + labels;
    if values <= MAX_VALUES {
        return Ok(());
    }
    let expected = format!("at most {MAX_VALUES} (MAX_VALUES)");
    Err(InputError::new(at("data"), format!("{values} values and labels"), expected))
}

impl Axes {
    fn of(config: &Config) -> Result<Self, Box<InputError>> {
        let scales = scales::scales(config)?;
        let mut axes =
            Self { scales, readers: Vec::new(), pools: Vec::new(), pool_of: Vec::new(), limits: Vec::new() };
        let mut sources: Vec<*const Value> = Vec::new();
        for scale in &axes.scales {
            let data = config.data();
            let side = if scale.way == Way::X { "xLabels" } else { "yLabels" };
            let present =
                |value: Option<&'static str>| value.and_then(|name| data.get(name)).filter(|v| v.is_truthy());
            let source = scale
                .options
                .get("labels")
                .filter(|value| value.is_truthy())
                .or_else(|| present(Some(side)))
                .or_else(|| present(Some("labels")));
            let pointer = source.map_or(std::ptr::null(), std::ptr::from_ref);
            let pool = sources.iter().position(|known| *known == pointer).unwrap_or_else(|| {
                sources.push(pointer);
                let list = source.and_then(Value::as_list).unwrap_or_default();
                axes.pools.push(Labels::new(list.to_vec()));
                sources.len() - 1
            });
            axes.pool_of.push(pool);
            axes.readers.push(axes::reader(scale, pool));
        }
        for (scale, reader) in axes.scales.iter().zip(&mut axes.readers) {
            let mut read = |name: &str| {
                let value = scale.options.get(name).filter(|value| !matches!(value, Value::Bool(_)));
                reader.read(value, None, &mut axes.pools)
            };
            axes.limits.push(Limits {
                min: read("min"),
                max: read("max"),
                suggested_min: read("suggestedMin"),
                suggested_max: read("suggestedMax"),
            });
        }
        Ok(axes)
    }

    /// The axes of a dataset: those of its places and its values, or a round one.
    fn of_dataset(
        &self,
        config: &Config,
        element: &Element,
        index: usize,
    ) -> Result<AxesOf, Box<InputError>> {
        let find = |way: Way| {
            let first = || self.scales.iter().position(|scale| scale.way == way);
            let Some(id) = scales::axis_id(element.dataset, way) else { return Ok(first()) };
            let known = self.scales.iter().position(|scale| scale.id == id);
            known.map(Some).ok_or_else(|| {
                let ids: Vec<&str> = self.scales.iter().map(|scale| scale.id.as_str()).collect();
                let place = at(&format!("data.datasets[{index}].{}AxisID", way.name()));
                InputError::new(
                    place,
                    format!("{id:?}"),
                    format!("an axis of options.scales: {}", ids.join(", ")),
                )
            })
        };
        let way = scales::index_way(config, element.dataset, element.kind);
        match element.kind {
            "doughnut" | "pie" => Ok((None, 0)),
            "polarArea" | "radar" => {
                let round = find(Way::R)?.unwrap_or_default();
                let before = self.scales.iter().take(round).filter(|scale| scale.way == Way::R).count();
                Ok((None, before))
            }
            _ => Ok((find(way)?.zip(find(way.other())?), 0)),
        }
    }

    /// Fewer points, where that is asked for and can be done.
    fn fewer(
        &self,
        config: &Config,
        element: &Element,
        (i, places): (usize, &[Place]),
        width: f64,
    ) -> Option<Vec<Place>> {
        let rule = decimation::rule(&plugin(config, "decimation")?, width)?;
        let scale = self.scales.get(i)?;
        let parsed = element.own.flag("parsing");
        let possible =
            element.kind == "line" && scale.way == Way::X && matches!(scale.kind(), "linear" | "time");
        if !possible || parsed {
            return None;
        }
        decimation::decimated(places, self.limits.get(i).copied()?, rule, width)
    }

    /// The axis of a name, where it is a straight one.
    pub(super) fn named(&self, id: &str) -> Option<usize> {
        self.scales.iter().position(|scale| scale.id == id && scale.way != Way::R)
    }

    /// The first axis of a direction.
    pub(super) fn first(&self, way: Way) -> Option<usize> {
        self.scales.iter().position(|scale| scale.way == way)
    }

    pub(super) fn way(&self, scale: usize) -> Way {
        self.scales.get(scale).map_or(Way::X, |scale| scale.way)
    }

    pub(super) fn is_reversed(&self, scale: usize) -> bool {
        let reverse = self.scales.get(scale).and_then(|scale| scale.options.get("reverse"));
        reverse.is_some_and(Value::is_truthy)
    }

    /// The place of a value that an annotation names: a number as it is, anything else as data are read.
    pub(super) fn along(&mut self, scale: usize, raw: Option<&Value>) -> Option<Along> {
        let axis = self.straight(scale)?;
        let value = match raw? {
            Value::Number(value) => Some(*value),
            raw => self.readers.get_mut(scale)?.read(Some(raw), None, &mut self.pools),
        };
        value.filter(|value| value.is_finite()).map(|value| Along::Value(axis, value))
    }

    /// The place of an axis among the straight ones.
    pub(super) fn straight(&self, scale: usize) -> Option<usize> {
        let way = self.scales.get(scale)?.way;
        (way != Way::R).then(|| self.scales.iter().take(scale).filter(|scale| scale.way != Way::R).count())
    }

    /// The values of a dataset on its axes.
    fn read(&mut self, element: &Element, (i, v): (usize, usize)) -> Vec<Place> {
        let Some(data) = element.dataset.get("data") else { return Vec::new() };
        let (Some(mut index), Some(mut value)) = (self.readers.get(i).cloned(), self.readers.get(v).cloned())
        else {
            return Vec::new();
        };
        let pool = self.pool_of.get(i).copied().unwrap_or_default();
        let labels = (pool, self.pools.get(pool).map_or(0, |labels| labels.list.len()));
        let mut readers = Readers {
            index: &mut index,
            value: &mut value,
            index_is_x: self.scales.get(i).is_some_and(|scale| scale.way == Way::X),
            floats: element.kind == "bar",
            labels,
        };
        let parsing = element.own.whole("parsing").and_then(Value::as_object);
        let read = places(data, parsing, &mut readers, &mut self.pools);
        for (place, reader) in [(i, index), (v, value)] {
            if let Some(known) = self.readers.get_mut(place) {
                *known = reader;
            }
        }
        read
    }

    /// Describes all axes.
    fn describe(&mut self, config: &Config, roots: &Scopes, chart: &mut Chart) {
        for place in 0..self.scales.len() {
            let position = self.position(place);
            let Some(scale) = self.scales.get(place) else { continue };
            let labels =
                self.pool_of.get(place).and_then(|pool| self.pools.get(*pool)).map(|pool| pool.list.clone());
            let (Some(reader), Some(limits)) = (self.readers.get(place), self.limits.get(place).copied())
            else {
                continue;
            };
            let labels = labels.unwrap_or_default();
            let known =
                Known { position, limits, instants: instants(reader, &labels), labels: labels.clone() };
            let axis = axes::axis(scale, roots, reader, known);
            if scale.way == Way::R {
                let labels = config.data().get("labels").and_then(Value::as_list).unwrap_or_default();
                chart.radials.push(radial(scale, roots, axis, labels));
            } else {
                chart.axes.push(axis);
            }
        }
    }

    /// Where an axis stands: a side of its direction, or inside the plot.
    fn position(&mut self, place: usize) -> Position {
        let Some(scale) = self.scales.get(place) else { return Position::Area };
        let usual = match scale.way {
            Way::X => Position::Bottom,
            Way::Y => Position::Left,
            Way::R => return Position::Area,
        };
        let horizontal = scale.way == Way::X;
        match scale.options.get("position") {
            Some(Value::Text(name)) => match (name.as_str(), horizontal) {
                ("top", true) => Position::Top,
                ("right", false) => Position::Right,
                ("center", _) => Position::Center,
                _ => usual,
            },
            Some(Value::Object(object)) => {
                let Some((id, value)) =
                    object.entries().next().map(|(id, value)| (id.to_owned(), value.clone()))
                else {
                    return usual;
                };
                let Some(other) = self.scales.iter().position(|scale| scale.id == id) else { return usual };
                let value = self
                    .readers
                    .get_mut(other)
                    .and_then(|reader| reader.read(Some(&value), None, &mut self.pools));
                self.straight(other).zip(value).map_or(usual, |(axis, value)| Position::At(axis, value))
            }
            _ => usual,
        }
    }
}

/// The labels of a time axis as instants, in order.
fn instants(reader: &Reader, labels: &[Value]) -> Vec<f64> {
    let Reader::Time { parser, .. } = reader else { return Vec::new() };
    let mut reader = reader.clone();
    let read = |label: &Value| {
        instant(label, parser.as_deref()).and_then(|_| reader.read(Some(label), None, &mut []))
    };
    let mut instants: Vec<f64> = labels.iter().filter_map(read).collect();
    instants.sort_by(f64::total_cmp);
    instants.dedup();
    instants
}

fn radial(scale: &ScaleConfig, roots: &Scopes, axis: crate::chart::Axis, labels: &[Value]) -> Radial {
    let options = Scopes::under(&scale.options, roots).at(0);
    let count = labels.len().max(1);
    let own = scale.options.get("labels").and_then(Value::as_list).unwrap_or(labels);
    let text = |value: &Value| {
        if value.is_truthy() || value.as_number().is_some() { label(value) } else { vec![String::new()] }
    };
    let lines = options.sub("angleLines").filter(|lines| lines.flag("display"));
    let line = |at: &Scopes| AngleLine {
        stroke: Stroke {
            dash: at.dash("borderDash"),
            dash_offset: at.number_or("borderDashOffset", 0.0),
            join: join("miter"),
            ..Stroke::solid(at.color_or("color", Color::hex(0).with_alpha(0)), at.number_or("lineWidth", 1.0))
        },
    };
    Radial {
        start_angle: options.number_or("startAngle", 0.0),
        circular: options.sub("grid").is_some_and(|grid| grid.flag("circular")),
        angle_lines: lines.map(|lines| lines.cycle(&["color", "lineWidth", "borderDashOffset"], count, line)),
        labels: own.iter().map(text).collect(),
        point_labels: point_labels(&options, count),
        axis,
    }
}

fn point_labels(options: &Scopes, count: usize) -> PointLabels {
    let scopes = options.sub("pointLabels").unwrap_or_else(|| options.clone());
    let font = scopes.sub("font");
    let sizes = font.as_ref().map_or(1, |font| font.period(&["size", "weight"], count));
    let style = |index: usize| -> (Font, Color, f64) {
        let at = scopes.at(index);
        (at.font("font"), at.color_or("color", Color::hex(0)), at.number_or("padding", 5.0))
    };
    let period = scopes.period(&["color", "padding"], count).max(sizes);
    let backdrop = scopes
        .color("backdropColor")
        .map(|color| (color, sides(scopes.whole("backdropPadding")), corners(scopes.whole("borderRadius"))));
    PointLabels {
        display: scopes.flag("display"),
        skip: scopes.text("display") == Some("auto"),
        centered: scopes.flag("centerPointLabels"),
        styles: Cycle::of(period, style),
        backdrop,
    }
}
