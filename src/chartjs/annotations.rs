//! Annotations (chartjs-plugin-annotation 3.1.0): options → what is drawn at which places.

use crate::chart::{
    Along, Annotation, AnnotationShape, ArrowHead, Depth, DrawTime, Extent, Region, RuleStyle, SymbolStyle,
};
use crate::color::Color;
use crate::input::InputError;
use crate::limits::MAX_ANNOTATIONS;
use crate::scene::{Cap, Stroke};

use super::axes::extent;
use super::chart::Axes;
use super::config::{Config, at};
use super::guides::plugin;
use super::marks::symbol_of;
use super::notes::{note, percent};
use super::options::{Scopes, corners, join};
use super::scales::Way;
use super::value::{Object, Value};

/// A polygon of more sides is round.
const MOST_SIDES: f64 = 360.0;

/// The types of annotations there are.
pub(super) const TYPES: [&str; 6] = ["line", "box", "ellipse", "point", "polygon", "label"];

/// A type that the plugin knows, too.
pub(super) const NOT_DRAWN: &str = "doughnutLabel";

/// Where options of an annotation are looked up, in this order.
pub(super) struct Sources<'a> {
    pub(super) own: &'a Object,
    /// `options.elements`, the defaults, the plugin's `common`.
    pub(super) shared: Vec<&'a Object>,
    pub(super) config: &'a Config,
}

impl<'a> Sources<'a> {
    fn list(&self) -> Vec<&'a Object> {
        std::iter::once(self.own).chain(self.shared.iter().copied()).collect()
    }

    pub(super) fn scopes(&self) -> Scopes<'a> {
        self.with_fonts(self.list())
    }

    /// The options under names, after which those around them are asked; of the annotation itself, too, or not.
    pub(super) fn nested(&self, paths: &[&str], own: bool) -> Scopes<'a> {
        let under = |path: &&str| self.list().into_iter().filter_map(|object| object.path(path)).collect();
        let inner = paths.iter().flat_map(|path| -> Vec<&Object> { under(path) });
        let around = if own { self.list() } else { self.shared.clone() };
        self.with_fonts(inner.chain(around).collect())
    }

    /// Fonts alone fall back to those of the chart.
    fn with_fonts(&self, list: Vec<&'a Object>) -> Scopes<'a> {
        let roots = Scopes::new(vec![self.config.options(), &self.config.defaults]);
        Scopes::within(list, &roots).at(0)
    }
}

/// All annotations of a configuration: those of a list, or those under names.
pub(super) fn given(config: &Config) -> Vec<(String, &Object)> {
    let own = config.options().path("plugins.annotation").and_then(|plugin| plugin.get("annotations"));
    match own {
        Some(Value::List(list)) => {
            let named = list.iter().enumerate();
            named.filter_map(|(index, one)| Some((format!("[{index}]"), one.as_object()?))).collect()
        }
        Some(Value::Object(object)) => {
            object.entries().filter_map(|(id, one)| Some((format!(".{id}"), one.as_object()?))).collect()
        }
        _ => Vec::new(),
    }
}

/// What is drawn at places of the plot.
pub(super) fn annotations(config: &Config, axes: &mut Axes) -> Result<Vec<Annotation>, Box<InputError>> {
    let Some(options) = plugin(config, "annotation") else { return Ok(Vec::new()) };
    let given = given(config);
    if given.len() > MAX_ANNOTATIONS {
        let place = at("options.plugins.annotation.annotations");
        let expected = format!("at most {MAX_ANNOTATIONS} (MAX_ANNOTATIONS)");
        return Err(InputError::new(place, format!("{} annotations", given.len()), expected));
    }
    let common = options.whole("common").and_then(Value::as_object);
    let clip = options.flag("clip");
    let mut all = Vec::new();
    let drawn =
        given.into_iter().filter(|(_, own)| own.get("type").and_then(Value::as_text) != Some(NOT_DRAWN));
    for (_, own) in drawn {
        let kind = kind(own);
        let element = format!("{kind}Annotation");
        let elements = config.options().object("elements").and_then(|all| all.object(&element));
        let usual = config.default("elements").object(&element);
        let usual_common = config.default("plugins.annotation.common");
        let shared = [elements, usual, common, Some(usual_common)].into_iter().flatten().collect();
        let sources = Sources { own, shared, config };
        all.extend(annotation(kind, &sources, axes).map(|annotation| Annotation { clip, ..annotation }));
    }
    Ok(all)
}

/// A type that there is; what is none is a line, as in the plugin.
pub(super) fn kind(own: &Object) -> &'static str {
    let kind = own.get("type").and_then(Value::as_text);
    TYPES.into_iter().find(|known| Some(*known) == kind).unwrap_or("line")
}

fn annotation(kind: &str, sources: &Sources, axes: &mut Axes) -> Option<Annotation> {
    let options = sources.scopes();
    let ([x, y], label) = match kind {
        "line" => (rule_places(&options, axes)?, true),
        "box" | "ellipse" => (area(&options, axes)?, true),
        _ if ["xValue", "yValue"].iter().any(|name| options.whole(name).is_some()) => {
            (point(&options, axes), false)
        }
        _ => (area(&options, axes)?, false),
    };
    let shape = match kind {
        "line" => AnnotationShape::Line(rule(sources)),
        "box" => AnnotationShape::Box(region(&options, true), corners(options.whole("borderRadius"))),
        "ellipse" => AnnotationShape::Ellipse(region(&options, false)),
        "point" => symbol(&options),
        "polygon" => polygon(&options),
        _ => AnnotationShape::Text(note(kind, &options, sources)?),
    };
    options.flag("display").then_some(())?;
    Some(Annotation {
        depth: depth(&options)?,
        clip: true,
        widens: options.flag("adjustScaleRange"),
        x,
        y,
        shape,
        label: if label { sub_label(kind, sources) } else { None },
    })
}

fn sub_label(kind: &str, sources: &Sources) -> Option<crate::chart::Note> {
    let options = sources.nested(&["label"], true);
    options.flag("display").then(|| note(kind, &options, sources)).flatten()
}

/// When it is drawn; `None` for never.
pub(super) fn depth(options: &Scopes) -> Option<Depth> {
    let time = match options.whole("drawTime")? {
        Value::Number(dataset) if *dataset >= 0.0 => DrawTime::Dataset(*dataset as usize),
        Value::Text(name) => match name.as_str() {
            "beforeDraw" => DrawTime::First,
            "beforeDatasetsDraw" => DrawTime::Datasets,
            "afterDatasetsDraw" => DrawTime::AfterDatasets,
            "afterDraw" => DrawTime::Last,
            _ => return None,
        },
        _ => return None,
    };
    Some(Depth { time, z: options.number_or("z", 0.0) })
}

/// From where to where a line goes: over the whole plot at a value of an axis, or from point to point.
fn rule_places(options: &Scopes, axes: &mut Axes) -> Option<[[Along; 2]; 2]> {
    let whole = [Along::Plot(0.0), Along::Plot(1.0)];
    if let Some(scale) = options.text("scaleID").and_then(|id| axes.named(id)) {
        let start = axes.along(scale, options.whole("value"))?;
        let end = axes.along(scale, options.whole("endValue")).unwrap_or(start);
        let across = axes.way(scale) == Way::X;
        return Some(if across { [[start, end], whole] } else { [whole, [start, end]] });
    }
    let [x, y] = [Way::X, Way::Y].map(|way| span(way, options, axes).unwrap_or(whole));
    Some([x, y])
}

/// Between which places an area lies; `None` where there is no axis.
fn area(options: &Scopes, axes: &mut Axes) -> Option<[[Along; 2]; 2]> {
    let whole = [Along::Plot(0.0), Along::Plot(1.0)];
    let [x, y] = [Way::X, Way::Y].map(|way| span(way, options, axes));
    (x.is_some() || y.is_some()).then(|| [x.unwrap_or(whole), y.unwrap_or(whole)])
}

fn point(options: &Scopes, axes: &mut Axes) -> [[Along; 2]; 2] {
    [Way::X, Way::Y].map(|way| {
        let scale = axis(way, options, axes);
        let value = options.whole(if way == Way::X { "xValue" } else { "yValue" });
        let middle =
            scale.and_then(|scale| axes.straight(scale)).map_or(Along::HalfPlot, |i| Along::Axis(i, 0.5));
        [scale.and_then(|scale| axes.along(scale, value)).unwrap_or(middle); 2]
    })
}

/// The axis of a direction: the named one, or the first there is.
fn axis(way: Way, options: &Scopes, axes: &Axes) -> Option<usize> {
    let name = if way == Way::X { "xScaleID" } else { "yScaleID" };
    match options.text(name).filter(|id| !id.is_empty()) {
        Some(id) => axes.named(id),
        None => axes.first(way),
    }
}

/// From the least value to the greatest, or from end to end of the axis.
fn span(way: Way, options: &Scopes, axes: &mut Axes) -> Option<[Along; 2]> {
    let scale = axis(way, options, axes)?;
    let names = if way == Way::X { ["xMin", "xMax"] } else { ["yMin", "yMax"] };
    let from_top = axes.is_reversed(scale) != (way == Way::Y);
    let ends = if from_top { [1.0, 0.0] } else { [0.0, 1.0] };
    let index = axes.straight(scale)?;
    let [low, high] = names.map(|name| axes.along(scale, options.whole(name)));
    Some([low.unwrap_or(Along::Axis(index, ends[0])), high.unwrap_or(Along::Axis(index, ends[1]))])
}

/// A border whose ends and corners cannot be chosen.
fn plain_border(options: &Scopes) -> Stroke {
    Stroke { cap: Cap::Butt, join: join("miter"), ..options.border() }
}

fn region(options: &Scopes, corners: bool) -> Region {
    Region {
        fill: options.color("backgroundColor"),
        stroke: if corners { options.border() } else { plain_border(options) },
        rotation: options.number_or("rotation", 0.0),
    }
}

fn symbol(options: &Scopes) -> AnnotationShape {
    let style = options.whole("pointStyle").filter(|style| **style != Value::Bool(false));
    let radius = radius(options);
    AnnotationShape::Symbol {
        style: SymbolStyle {
            symbol: symbol_of(style),
            radius: radius.unwrap_or(0.0),
            hover_radius: 0.0,
            rotation: options.number_or("rotation", 0.0),
            fill: options.color_or("backgroundColor", Color::hex(0).with_alpha(0)),
            stroke: plain_border(options),
        },
        fits: radius.is_none(),
        shift: shift(options),
    }
}

fn polygon(options: &Scopes) -> AnnotationShape {
    AnnotationShape::Polygon {
        region: region(options, true),
        sides: options.whole("sides").and_then(Value::to_number).unwrap_or(0.0).clamp(0.0, MOST_SIDES)
            as usize,
        radius: radius(options),
        shift: shift(options),
    }
}

/// A radius; none, and 0 too, where it follows from the places.
fn radius(options: &Scopes) -> Option<f64> {
    options.number("radius").filter(|radius| *radius != 0.0)
}

pub(super) fn shift(options: &Scopes) -> (f64, f64) {
    (options.number_or("xAdjust", 0.0), options.number_or("yAdjust", 0.0))
}

fn rule(sources: &Sources) -> RuleStyle {
    let options = sources.scopes();
    let stroke = plain_border(&options);
    let arrows = ["arrowHeads.start", "arrowHeads.end"].map(|path| arrow(sources, path, &stroke));
    RuleStyle { arrows, curve: options.flag("curve").then(|| bend(&options)), stroke }
}

fn arrow(sources: &Sources, path: &str, line: &Stroke) -> Option<ArrowHead> {
    let options = sources.nested(&[path, "arrowHeads"], true);
    options.flag("display").then_some(())?;
    let stroke = plain_border(&options);
    let fill = options.whole("fill") == Some(&Value::Bool(true));
    Some(ArrowHead {
        length: options.number_or("length", 0.0),
        width: options.number_or("width", 0.0),
        fill: fill.then(|| options.color("backgroundColor").unwrap_or(stroke.color)),
        stroke: if stroke.width > 0.0 { stroke } else { line.clone() },
    })
}

/// How far a curve's point is from the middle of the line, along it and across it.
fn bend(options: &Scopes) -> (Extent, Extent) {
    let size = |value: Option<&Value>| match value {
        Some(Value::Number(pixels)) => Extent::Pixels(*pixels),
        Some(Value::Text(text)) if text.ends_with('%') => extent(value, 0.0),
        Some(Value::Null) | None => Extent::Pixels(0.0),
        Some(_) => Extent::Share(1.0),
    };
    match options.sub("controlPoint") {
        Some(point) => (size(point.whole("x")), size(point.whole("y"))),
        None => (size(options.whole("controlPoint")), size(options.whole("controlPoint"))),
    }
}

/// A length: a number of pixels, a share up to the whole, or the whole.
pub(super) fn length(value: Option<&Value>) -> Extent {
    match value {
        Some(Value::Number(pixels)) => Extent::Pixels(*pixels),
        value => Extent::Share(percent(value).unwrap_or(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use crate::chartjs::{chart, config};
    use crate::geometry::Size;
    use crate::limits::MAX_ANNOTATIONS;

    #[test]
    fn too_many_are_refused_with_their_place() {
        let text = |count: usize| {
            let annotations = vec!["{}"; count].join(",");
            format!(
                r#"{{"type": "bar", "data": {{"datasets": []}},
                    "options": {{"plugins": {{"annotation": {{"annotations": [{annotations}]}}}}}}}}"#
            )
        };
        let draw = |count: usize| {
            let config = config(text(count).as_bytes()).expect("a configuration");
            chart(&config, Size { width: 300.0, height: 200.0 }, 1.0, None)
        };
        assert_eq!(draw(MAX_ANNOTATIONS).expect("a figure").annotations.len(), MAX_ANNOTATIONS);
        assert_eq!(
            draw(MAX_ANNOTATIONS + 1).expect_err("an error").to_string(),
            "options.plugins.annotation.annotations: found 1001 annotations, expected at most 1000 (MAX_ANNOTATIONS)"
        );
    }
}
