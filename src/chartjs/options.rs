//! Looking up options as Chart.js does: in scopes, from the dataset's own to the defaults, under a name with and
//! without the element's before it; lists repeat over the data.

use crate::chart::{BarCorners, Cycle, Font};
use crate::color::Color;
use crate::font::{Figures, TextStyle, Weight};
use crate::geometry::Sides;
use crate::limits::MAX_SIDE;
use crate::scene::{Cap, Join, Stroke};

use super::color;
use super::value::{Object, Value};

/// What a canvas takes where nothing is said.
pub(super) const CANVAS_MITER_LIMIT: f64 = 10.0;
/// Weights from here on are drawn bold.
const BOLD: f64 = 600.0;
/// Font size and line height where nothing is said.
const USUAL_FONT: (f64, f64) = (12.0, 1.2);

/// Where options are looked up, in this order.
#[derive(Clone, Debug)]
pub(super) struct Scopes<'a> {
    list: Vec<&'a Object>,
    /// Where nested objects are looked up as well.
    roots: Vec<&'a Object>,
    /// Put before a name first; an element's.
    prefix: &'static str,
    /// Which item of a list counts.
    index: Option<usize>,
}

impl<'a> Scopes<'a> {
    pub(super) fn new(list: Vec<&'a Object>) -> Self {
        Self { roots: list.clone(), list, prefix: "", index: None }
    }

    /// One object, whose nested objects fall back to those of `roots`.
    pub(super) fn under(object: &'a Object, roots: &Self) -> Self {
        Self::within(vec![object], roots)
    }

    /// Objects whose nested ones are looked up in `roots` as well.
    pub(super) fn within(list: Vec<&'a Object>, roots: &Self) -> Self {
        Self { list, roots: roots.list.clone(), prefix: "", index: None }
    }

    pub(super) fn prefixed(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// The same for one place of the data.
    pub(super) fn at(&self, index: usize) -> Self {
        Self { index: Some(index), ..self.clone() }
    }

    /// The value of an option as it stands, lists as lists.
    pub(super) fn whole(&self, name: &str) -> Option<&'a Value> {
        let prefixed = if self.prefix.is_empty() { None } else { Some(joined(self.prefix, name)) };
        let find = |name: &str| self.list.iter().find_map(|scope| scope.get(name));
        prefixed.and_then(|name| find(&name)).or_else(|| find(name))
    }

    /// The value of an option; of a list, the item for the place.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        match (self.whole(name)?, self.index) {
            (Value::List(list), Some(index)) if !list.is_empty() => {
                index.checked_rem(list.len()).and_then(|place| list.get(place))
            }
            (value, _) => Some(value),
        }
    }

    /// The scopes of a nested object; `None` where the option is none.
    pub(super) fn sub(&self, name: &str) -> Option<Self> {
        self.whole(name)?.as_object()?;
        let list = self.list.iter().chain(&self.roots).filter_map(|scope| scope.object(name)).collect();
        Some(Self { list, prefix: "", ..self.clone() })
    }

    pub(super) fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Value::Null => None,
            value => value.to_number(),
        }
    }

    pub(super) fn number_or(&self, name: &str, usual: f64) -> f64 {
        self.number(name).unwrap_or(usual)
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(Value::is_truthy)
    }

    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name).and_then(Value::as_text)
    }

    /// A colour; black where it is none that CSS knows, as on a canvas.
    pub(super) fn color(&self, name: &str) -> Option<Color> {
        self.get(name).and_then(color::of)
    }

    pub(super) fn color_or(&self, name: &str, usual: Color) -> Color {
        self.color(name).unwrap_or(usual)
    }

    /// Lengths of dashes.
    pub(super) fn dash(&self, name: &str) -> Vec<f64> {
        let list = self.whole(name).and_then(Value::as_list).unwrap_or_default();
        let dash: Vec<f64> = list.iter().filter_map(Value::to_number).collect();
        if dash.iter().all(|length| *length >= 0.0) && dash.iter().any(|length| *length > 0.0) {
            dash
        } else {
            Vec::new()
        }
    }

    /// The number of values after which lists among these options repeat; at most `most`.
    pub(super) fn period(&self, names: &[&str], most: usize) -> usize {
        let lengths = names.iter().filter_map(|name| match self.whole(name) {
            Some(Value::List(list)) if !list.is_empty() => Some(list.len()),
            _ => None,
        });
        let period = lengths.fold(1usize, |period, length| {
            period.saturating_mul(length).checked_div(divisor(period, length)).unwrap_or(period)
        });
        period.min(most.max(1))
    }

    /// What options give for each place of the data, where lists among `names` repeat.
    pub(super) fn cycle<T>(&self, names: &[&str], most: usize, make: impl Fn(&Self) -> T) -> Cycle<T> {
        match self.period(names, most) {
            1 => Cycle::one(make(&self.at(0))),
            period => Cycle::of(period, |index| make(&self.at(index))),
        }
    }

    /// A border in the element's own words.
    pub(super) fn border(&self) -> Stroke {
        let name = self.text("borderJoinStyle").unwrap_or_default();
        Stroke {
            color: self.color_or("borderColor", Color::hex(0)),
            width: self.number_or("borderWidth", 0.0).max(0.0),
            dash: self.dash("borderDash"),
            dash_offset: self.number_or("borderDashOffset", 0.0),
            cap: match self.text("borderCapStyle") {
                Some("round") => Cap::Round,
                Some("square") => Cap::Square,
                _ => Cap::Butt,
            },
            join: join(name),
        }
    }

    /// The font under a name, with what it leaves open taken from the surrounding scopes.
    pub(super) fn font(&self, name: &str) -> Font {
        self.sub(name).map_or_else(|| font(None), |scopes| font(Some(&scopes)))
    }

    /// A font of a list, with what it leaves open taken from the surrounding scopes.
    pub(super) fn font_of(&self, own: Option<&'a Object>) -> Font {
        let around = self.list.iter().chain(&self.roots).filter_map(|scope| scope.object("font"));
        font(Some(&Self::new(own.into_iter().chain(around).collect())))
    }
}

/// The corners of a border.
pub(super) fn join(name: &str) -> Join {
    match name {
        "round" => Join::Round,
        "bevel" => Join::Bevel,
        _ => Join::Miter(CANVAS_MITER_LIMIT),
    }
}

/// `point` and `radius` as `pointRadius`.
fn joined(prefix: &str, name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    prefix.chars().chain(first).chain(letters).collect()
}

fn divisor(a: usize, b: usize) -> usize {
    match a.checked_rem(b) {
        None => a,
        Some(rest) => divisor(b, rest),
    }
}

fn font(scopes: Option<&Scopes>) -> Font {
    let get = |name: &str| scopes.and_then(|scopes| scopes.get(name));
    let size = match get("size") {
        Some(Value::Text(text)) => leading_number(text),
        Some(value) => value.to_number(),
        None => None,
    };
    let size = size.filter(|size| *size > 0.0).unwrap_or(USUAL_FONT.0).min(MAX_SIDE);
    let weight = match get("weight") {
        Some(Value::Number(weight)) if *weight >= BOLD => Weight::Bold,
        Some(Value::Text(name))
            if matches!(name.as_str(), "bold" | "bolder" | "600" | "700" | "800" | "900") =>
        {
            Weight::Bold
        }
        _ => Weight::Regular,
    };
    let line_height = get("lineHeight").map_or(size * USUAL_FONT.1, |value| line_height(value, size));
    Font { style: TextStyle { size, weight, figures: Figures::Proportional }, line_height }
}

/// The number a text begins with.
pub(super) fn leading_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(text.len());
    text.get(..end)?.parse().ok()
}

/// A line height: a factor, pixels, a share.
fn line_height(value: &Value, size: f64) -> f64 {
    let text = value.to_text();
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
    let unit = text.get(digits.len()..).unwrap_or_default();
    match (digits.parse::<f64>(), unit) {
        (Ok(number), "" | "em") => size * number,
        (Ok(number), "%") => size * number / 100.0,
        (Ok(number), "px") => number,
        _ => size * USUAL_FONT.1,
    }
}

/// A length at each side: a number for all, or an object.
pub(super) fn sides(value: Option<&Value>) -> Sides {
    let Some(value) = value else { return Sides::default() };
    let Some(object) = value.as_object() else {
        return Sides::all(value.to_number().unwrap_or(0.0));
    };
    let read = |name: &str, short: &str| {
        object.get(name).or_else(|| object.get(short)).and_then(Value::to_number).unwrap_or(0.0)
    };
    Sides {
        top: read("top", "y"),
        right: read("right", "x"),
        bottom: read("bottom", "y"),
        left: read("left", "x"),
    }
}

/// Of a chart; unlike elsewhere `x` and `y` do nothing here, since the four sides have defaults that come first.
pub(super) fn layout_padding(layout: &Scopes) -> Sides {
    match layout.whole("padding").and_then(Value::as_object) {
        None => sides(layout.whole("padding")),
        Some(padding) => {
            let side = |name: &str| padding.get(name).and_then(Value::to_number).unwrap_or(0.0);
            Sides { top: side("top"), right: side("right"), bottom: side("bottom"), left: side("left") }
        }
    }
}

/// A radius at each corner: a number for all, or an object.
pub(super) fn corners(value: Option<&Value>) -> BarCorners {
    let read = |name: &str| match value {
        Some(Value::Object(object)) => object.get(name).and_then(Value::to_number).unwrap_or(0.0),
        Some(value) => value.to_number().unwrap_or(0.0),
        None => 0.0,
    };
    BarCorners {
        top_left: read("topLeft"),
        top_right: read("topRight"),
        bottom_left: read("bottomLeft"),
        bottom_right: read("bottomRight"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(json: &str) -> Object {
        let value: Value = serde_json::from_str(json).expect("JSON");
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn an_elements_own_name_comes_first_in_all_scopes() {
        let (dataset, elements) = (object(r#"{"radius": 1}"#), object(r#"{"pointRadius": [2, 3]}"#));
        let scopes = Scopes::new(vec![&dataset, &elements]).prefixed("point");
        assert_eq!(scopes.at(4).number("radius"), Some(2.0));
        assert_eq!(scopes.at(5).number("radius"), Some(3.0));
        assert_eq!(scopes.period(&["radius"], 10), 2);
    }

    #[test]
    fn nested_objects_fall_back_to_the_roots() {
        let (options, ticks) =
            (object(r#"{"font": {"size": 20}}"#), object(r#"{"font": {"weight": "bold"}}"#));
        let font = Scopes::under(&ticks, &Scopes::new(vec![&options])).font("font");
        assert_eq!((font.style.size, font.style.weight, font.line_height), (20.0, Weight::Bold, 24.0));
    }
}
