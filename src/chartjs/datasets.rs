//! The datasets of a configuration → what is plotted.

use crate::chart::{DataLabels, Dataset, Fill, Label, Line, Mark, Polar, Radar, Target, Value as Place};

use super::config::{Config, TYPES};
use super::data::{amounts, nested};
use super::guides::plugin;
use super::marks;
use super::options::Scopes;
use super::value::{Object, Value};

/// Colours of datasets that have none.
const PALETTE: [[u8; 3]; 7] = [
    [54, 162, 235],
    [255, 99, 132],
    [255, 159, 64],
    [255, 205, 86],
    [75, 192, 192],
    [153, 102, 255],
    [201, 203, 207],
];

/// A dataset's options.
pub(super) struct Element<'a> {
    pub(super) kind: &'static str,
    pub(super) dataset: &'a Object,
    pub(super) label: Label,
    pub(super) visible: bool,
    pub(super) order: f64,
    /// Its own.
    pub(super) own: Scopes<'a>,
    /// Those of its line, where it has one.
    pub(super) line: Option<Scopes<'a>>,
    /// Those of what stands at its values.
    pub(super) data: Scopes<'a>,
}

/// The type of a dataset.
fn kind(config: &Config, dataset: &Object) -> &'static str {
    let name = dataset.get("type").and_then(Value::as_text).unwrap_or(config.kind());
    TYPES.into_iter().find(|known| *known == name).unwrap_or("line")
}

/// The options of all datasets; `colors` come first where they stand in for missing ones.
pub(super) fn elements<'a>(config: &'a Config, colors: &'a [Object]) -> Vec<Element<'a>> {
    let all = config.datasets().enumerate();
    all.map(|(index, dataset)| element(config, (index, dataset), colors.get(index))).collect()
}

fn element<'a>(
    config: &'a Config,
    (index, dataset): (usize, &'a Object),
    colors: Option<&'a Object>,
) -> Element<'a> {
    let kind = kind(config, dataset);
    let own = Scopes::new(scopes(config, dataset, colors, &[&format!("datasets.{kind}"), ""])).at(index);
    let of = |name: &'static str| {
        let paths = [
            &format!("datasets.{kind}.elements.{name}"),
            &format!("datasets.{kind}"),
            &format!("elements.{name}"),
            "",
        ];
        Scopes::new(scopes(config, dataset, colors, &paths)).prefixed(name)
    };
    let has_line = matches!(kind, "line" | "radar") || (kind == "scatter" && own.flag("showLine"));
    Element {
        kind,
        dataset,
        label: dataset.get("label").map_or_else(|| vec!["undefined".to_owned()], super::axes::label),
        visible: !dataset.get("hidden").is_some_and(Value::is_truthy),
        order: dataset.get("order").and_then(Value::to_number).unwrap_or(0.0),
        line: has_line.then(|| of("line").at(index)),
        data: of(match kind {
            "bar" => "bar",
            "doughnut" | "pie" | "polarArea" => "arc",
            _ => "point",
        }),
        own,
    }
}

/// The dataset, then for each path the chart's options, what its type changes, the defaults.
fn scopes<'a>(
    config: &'a Config,
    dataset: &'a Object,
    colors: Option<&'a Object>,
    paths: &[&str],
) -> Vec<&'a Object> {
    let mut list: Vec<&Object> = colors.into_iter().chain([dataset]).collect();
    let roots = [dataset, config.options(), config.overrides(config.kind()), config.defaults];
    for root in roots {
        for object in paths.iter().filter_map(|path| root.path(path)) {
            if !list.iter().any(|known| std::ptr::eq(*known, object)) {
                list.push(object);
            }
        }
    }
    list
}

/// Colours for datasets where nothing in the configuration has any (the colors plugin).
pub(super) fn colors(config: &Config) -> Vec<Object> {
    let Some(options) = plugin(config, "colors").filter(|options| options.flag("enabled")) else {
        return Vec::new();
    };
    let colored = |object: &Object| {
        ["borderColor", "backgroundColor"].iter().any(|name| object.get(name).is_some_and(Value::is_truthy))
    };
    let elements = config.options().object("elements").into_iter().flat_map(Object::entries);
    let any = config.datasets().any(colored)
        || colored(config.options())
        || elements.filter_map(|(_, element)| element.as_object()).any(colored);
    if any && !options.flag("forceOverride") {
        return Vec::new();
    }
    let color = |place: usize, opaque: bool| {
        let [r, g, b] = PALETTE.get(place % PALETTE.len()).copied().unwrap_or_default();
        Value::Text(if opaque { format!("rgb({r}, {g}, {b})") } else { format!("rgba({r}, {g}, {b}, 0.5)") })
    };
    let mut place = 0;
    let mut own = |dataset: &Object| {
        let count = dataset.get("data").and_then(Value::as_list).map_or(0, <[Value]>::len);
        let kind = kind(config, dataset);
        if matches!(kind, "doughnut" | "pie" | "polarArea") {
            let list = (place..place + count).map(|place| color(place, kind != "polarArea")).collect();
            place += count;
            return Object::new(vec![("backgroundColor".to_owned(), Value::List(list))]);
        }
        let entries = [("borderColor", true), ("backgroundColor", false)];
        let entries = entries.map(|(name, opaque)| (name.to_owned(), color(place, opaque)));
        place += 1;
        Object::new(entries.to_vec())
    };
    config.datasets().map(&mut own).collect()
}

/// The areas of all lines; one that reaches to a hidden dataset reaches to where that one's would.
pub(super) fn fills(config: &Config, elements: &[Element]) -> Vec<Option<Fill>> {
    let Some(options) = plugin(config, "filler") else { return vec![None; elements.len()] };
    let own = own_fills(elements);
    let resolve = |index: usize| {
        let fill = own.get(index).copied().flatten()?;
        let mut target = fill.target;
        let mut seen = vec![index];
        while let (Target::Dataset(other), true) = (target, options.flag("propagate")) {
            if seen.contains(&other) {
                return None;
            }
            let element = elements.get(other)?;
            element.line.as_ref()?;
            if element.visible {
                break;
            }
            seen.push(other);
            target = own.get(other).copied().flatten()?.target;
        }
        Some(Fill { target, ..fill })
    };
    (0..elements.len()).map(resolve).collect()
}

fn own_fills(elements: &[Element]) -> Vec<Option<Fill>> {
    let count = elements.len();
    let own = elements.iter().enumerate();
    own.map(|(index, element)| element.line.as_ref().and_then(|line| marks::fill(line, (index, count))))
        .collect()
}

/// The datasets to whose lines the areas of the datasets reach.
pub(super) fn fill_targets(config: &Config) -> Vec<Option<usize>> {
    let colors = colors(config);
    let fills = own_fills(&elements(config, &colors));
    let target = |fill: Option<Fill>| match fill?.target {
        Target::Dataset(other) => Some(other),
        _ => None,
    };
    fills.into_iter().map(target).collect()
}

/// What of a dataset depends on others.
pub(super) struct Placed {
    pub(super) axes: Option<(usize, usize)>,
    pub(super) radial: usize,
    pub(super) places: Vec<Place>,
    /// Points have been left out.
    pub(super) thinned: bool,
    pub(super) labels: Vec<DataLabels>,
    pub(super) fill: Option<Fill>,
}

/// A dataset, ready to be drawn.
pub(super) fn dataset(element: &Element, placed: Placed) -> Dataset {
    let Placed { axes, radial, places, thinned, labels, fill } = placed;
    let count = places.len();
    let (own, data) = (&element.own, &element.data);
    let mark = match (element.kind, &element.line) {
        ("bar", _) => Mark::Bars(marks::bars(own, data, count)),
        ("doughnut" | "pie", _) => Mark::Doughnut(marks::doughnut(own, data, count)),
        ("polarArea", _) => Mark::Polar(Polar { radial, arcs: marks::arcs(data, count, Some(own)) }),
        ("radar", Some(line)) => {
            let line = marks::line(own, line, fill);
            Mark::Radar(Radar { radial, line, points: marks::points(data, count, Vec::new()) })
        }
        (_, line) => {
            let line = line.as_ref().map(|line| marks::line(own, line, fill));
            Mark::Line(Line { line, thinned, points: marks::points(data, count, radii(element, count)) })
        }
    };
    Dataset {
        label: element.label.join(" "),
        class: None,
        kind: element.kind,
        visible: element.visible,
        order: element.order,
        weight: element.dataset.get("weight").and_then(Value::to_number).unwrap_or(1.0).max(0.0),
        axes,
        stack: element.dataset.get("stack").filter(|stack| **stack != Value::Null).map(Value::to_text),
        values: places,
        mark,
        clip: marks::clip(own),
        labels,
        end_label: None,
    }
}

/// The radii of bubbles.
fn radii(element: &Element, count: usize) -> Vec<f64> {
    if element.kind != "bubble" {
        return Vec::new();
    }
    let data = element.dataset.get("data").and_then(Value::as_list).unwrap_or_default();
    let name = if element.own.flag("parsing") { "r" } else { "_custom" };
    let radius = |index: usize| {
        let own = match data.get(index) {
            Some(Value::List(list)) => list.get(2),
            Some(item) => nested(item, name),
            None => None,
        };
        let usual = || element.data.at(index).number_or("radius", 3.0);
        // What is no number is no circle.
        own.map_or_else(usual, |own| own.to_number().unwrap_or(0.0)).max(0.0)
    };
    (0..count).map(radius).collect()
}

/// The values of a dataset around a centre.
pub(super) fn around(element: &Element) -> Vec<Place> {
    let data = element.dataset.get("data").unwrap_or(&Value::Null);
    let parsing = element.own.whole("parsing").and_then(Value::as_object);
    let key = parsing.and_then(|parsing| parsing.get("key")).and_then(Value::as_text);
    match element.kind {
        "doughnut" | "pie" => amounts(data, key.unwrap_or("value"), true),
        _ => amounts(data, key.unwrap_or("r"), false),
    }
}
