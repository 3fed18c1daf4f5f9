//! The annotations of a configuration and their options (chartjs-plugin-annotation 3.1.0).

use crate::chart::{DatasetId, DrawOrder, DrawTime, Length, ShadowStyle, ShapeShadows};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::script::OptionTarget;
use crate::color::Color;
use crate::geometry::Point;
use crate::limits::{MAX_SHADOW_BLUR, MAX_SIDE};

use super::config::Config;
use super::option_values::parse_percent;
use super::scopes::Scopes;

/// The type of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnnotationType {
    Line,
    Box,
    Ellipse,
    Point,
    Polygon,
    Label,
    DoughnutLabel,
}

impl AnnotationType {
    /// All types, in the order in which warnings list them.
    const ALL: [Self; 7] =
        [Self::Line, Self::Box, Self::Ellipse, Self::Point, Self::Polygon, Self::Label, Self::DoughnutLabel];

    /// The names of all types, in the order in which warnings list them.
    pub(crate) fn all_names() -> [&'static str; 7] {
        Self::ALL.map(Self::name)
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|annotation_type| annotation_type.name() == name)
    }

    /// The type of an annotation; a line if its type is missing or unknown, as in the plugin.
    pub(crate) fn of_annotation(annotation: &Object) -> Self {
        annotation.get("type").and_then(Value::as_text).and_then(Self::from_name).unwrap_or(Self::Line)
    }

    /// The name in an annotation's `type`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Box => "box",
            Self::Ellipse => "ellipse",
            Self::Point => "point",
            Self::Polygon => "polygon",
            Self::Label => "label",
            Self::DoughnutLabel => "doughnutLabel",
        }
    }

    /// True if the annotation covers an area whose label lies inside.
    pub(crate) fn is_area(self) -> bool {
        matches!(self, Self::Box | Self::Ellipse)
    }
}

/// An annotation as it is written.
pub(crate) struct AnnotationEntry<'a> {
    /// The key in an object, or the position in a list.
    pub(crate) key: String,
    /// The rest of the path: `[0]` in a list, `.id` in an object.
    pub(crate) path_end: String,
    pub(crate) own: &'a Object,
}

/// All annotations of a configuration.
pub(crate) fn annotation_entries<'a>(config: &'a Config) -> Vec<AnnotationEntry<'a>> {
    let plugin = config.options().object_at_path("plugins.annotation");
    match plugin.and_then(|plugin| plugin.get("annotations")) {
        Some(Value::List(list)) => {
            let indexed = list.iter().enumerate();
            let entry = |(index, value): (usize, &'a Value)| {
                let own = value.as_object()?;
                Some(AnnotationEntry { key: index.to_string(), path_end: format!("[{index}]"), own })
            };
            indexed.filter_map(entry).collect()
        }
        Some(Value::Object(object)) => {
            let entry = |(id, value): (&str, &'a Value)| {
                let own = value.as_object()?;
                Some(AnnotationEntry { key: id.to_owned(), path_end: format!(".{id}"), own })
            };
            object.entries().filter_map(entry).collect()
        }
        _ => Vec::new(),
    }
}

/// The objects in which the options of an annotation are looked up.
pub(crate) struct AnnotationOptions<'a> {
    own: &'a Object,
    /// The key of the annotation, by which functions are called for it.
    key: &'a str,
    /// `options.elements`, the defaults and the plugin's `common`, in this order.
    shared: Vec<&'a Object>,
    config: &'a Config,
}

impl<'a> AnnotationOptions<'a> {
    /// The options of an annotation that the configuration has under `annotations`.
    pub(crate) fn new(
        entry: &'a AnnotationEntry,
        annotation_type: AnnotationType,
        config: &'a Config,
    ) -> Self {
        Self { own: entry.own, key: &entry.key, shared: shared_objects(annotation_type, config), config }
    }

    /// The options of the points at a polygon's corners. The plugin takes the type of these options for that of an
    /// annotation: the missing one falls back to a line.
    pub(crate) fn polygon_point_scopes(&self) -> Scopes<'a> {
        let points = self.objects_at("point").into_iter();
        self.with_chart_fonts(points.chain(shared_objects(AnnotationType::Line, self.config)).collect())
    }

    fn all_objects(&self) -> Vec<&'a Object> {
        std::iter::once(self.own).chain(self.shared.iter().copied()).collect()
    }

    /// The options of the annotation itself.
    pub(crate) fn scopes(&self) -> Scopes<'a> {
        self.with_chart_fonts(self.all_objects())
    }

    /// The options under dotted paths, with a fallback to the options around them. `include_own` says if the options of
    /// the annotation itself are part of the fallback.
    pub(crate) fn nested_scopes(&self, paths: &[&str], include_own: bool) -> Scopes<'a> {
        let inner = paths.iter().flat_map(|path| self.objects_at(path));
        let around = if include_own { self.all_objects() } else { self.shared.clone() };
        self.with_chart_fonts(inner.chain(around).collect())
    }

    /// The objects at the end of a dotted path. If the first one on the way is a function, its result is the first.
    fn objects_at(&self, path: &str) -> Vec<&'a Object> {
        path.split('.').fold(self.all_objects(), |objects, name| {
            let written: Vec<&Object> = objects.iter().filter_map(|object| object.get_object(name)).collect();
            let scopes = self.with_chart_fonts(objects);
            let result = match scopes.unresolved(name) {
                Some(Value::Function(_)) => scopes.raw(name).and_then(Value::as_object),
                _ => None,
            };
            result.into_iter().chain(written).collect()
        })
    }

    /// Only fonts fall back to the options of the chart.
    fn with_chart_fonts(&self, list: Vec<&'a Object>) -> Scopes<'a> {
        let roots = vec![self.config.options(), self.config.defaults.as_ref()];
        let roots = self.config.scopes(roots, OptionTarget::Annotation(self.key));
        Scopes::with_fallbacks(list, &roots).for_index(0)
    }
}

/// The objects in which the options of all annotations of a type are looked up.
fn shared_objects(annotation_type: AnnotationType, config: &Config) -> Vec<&Object> {
    let element = format!("{}Annotation", annotation_type.name());
    let elements = config.options().get_object("elements").and_then(|all| all.get_object(&element));
    let defaults = config.default_at("elements").get_object(&element);
    let common = config.options().object_at_path("plugins.annotation.common");
    let default_common = config.default_at("plugins.annotation.common");
    [elements, defaults, common, Some(default_common)].into_iter().flatten().collect()
}

/// The shadows of an annotation's shape; a shadow that can't be seen is left out.
pub(crate) fn shape_shadows(options: &Scopes) -> ShapeShadows {
    let shadow = |name: &str| shadow_in_color(options, options.color(name)?);
    ShapeShadows { background: shadow("backgroundShadowColor"), border: shadow("borderShadowColor") }
}

/// A shadow in a colour, with the blur and the offset of the options; `None` if it can't be seen.
pub(crate) fn shadow_in_color(options: &Scopes, color: Color) -> Option<ShadowStyle> {
    let number = |name: &str| options.number(name).filter(|number| number.is_finite()).unwrap_or(0.0);
    // Farther away no shadow can be seen in a picture.
    let distance = |name: &str| number(name).clamp(-2.0 * MAX_SIDE, 2.0 * MAX_SIDE);
    let blur = number("shadowBlur").clamp(0.0, MAX_SHADOW_BLUR);
    let offset = Point::new(distance("shadowOffsetX"), distance("shadowOffsetY"));
    let style = ShadowStyle { color, deviation: blur / 2.0, offset };
    style.is_visible().then_some(style)
}

/// When an annotation is drawn; `None` if it never is.
pub(crate) fn draw_depth(options: &Scopes) -> Option<DrawOrder> {
    let time = match options.raw("drawTime")? {
        Value::Number(position) if *position >= 0.0 && position.fract() == 0.0 => {
            DrawTime::BeforeDatasetDraw(DatasetId::from_position(*position as usize))
        }
        Value::Text(name) => match name.as_str() {
            "beforeDraw" => DrawTime::BeforeDraw,
            "beforeDatasetsDraw" => DrawTime::BeforeDatasetsDraw,
            "afterDatasetsDraw" => DrawTime::AfterDatasetsDraw,
            "afterDraw" => DrawTime::AfterDraw,
            _ => return None,
        },
        _ => return None,
    };
    Some(DrawOrder { draw_time: time, z: options.number_or("z", 0.0) })
}

/// The offset of an annotation in pixels, as (x, y).
pub(crate) fn pixel_shift(options: &Scopes) -> (f64, f64) {
    (options.number_or("xAdjust", 0.0), options.number_or("yAdjust", 0.0))
}

/// Parses the start of a callout: pixels, or a percentage up to 100; the whole length by default.
pub(crate) fn parse_callout_start(value: Option<&Value>) -> Length {
    match value {
        Some(Value::Number(pixels)) => Length::Pixels(*pixels),
        value => Length::Fraction(parse_percent(value).unwrap_or(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chartjs::resolve::config::parse_config;

    fn shadows_of(options: &str) -> ShapeShadows {
        let text = format!(
            r#"{{"type": "bar", "data": {{"datasets": []}},
                "options": {{"plugins": {{"annotation": {{"annotations": [{{"type": "box", {options}}}]}}}}}}}}"#
        );
        let config = parse_config(text.as_bytes()).expect("a configuration");
        let entry = annotation_entries(&config).into_iter().next().expect("an annotation");
        shape_shadows(&AnnotationOptions::new(&entry, AnnotationType::Box, &config).scopes())
    }

    #[test]
    fn a_shadow_has_half_of_the_blur_as_its_deviation_up_to_the_limit() {
        let deviation = |blur: f64| {
            let shadows = shadows_of(&format!(r#""backgroundShadowColor": "black", "shadowBlur": {blur}"#));
            shadows.background.map(|shadow| shadow.deviation)
        };
        assert_eq!(deviation(10.0), Some(5.0));
        assert_eq!(deviation(1e9), Some(MAX_SHADOW_BLUR / 2.0));
        assert_eq!(deviation(-1.0), None);
    }

    #[test]
    fn a_shadow_without_color_or_without_blur_and_offset_is_left_out() {
        assert_eq!(shadows_of(r#""shadowBlur": 10"#), ShapeShadows::default());
        assert_eq!(shadows_of(r#""borderShadowColor": "black""#), ShapeShadows::default());
        assert!(shadows_of(r#""borderShadowColor": "black", "shadowOffsetX": 3"#).border.is_some());
    }
}
