//! Option lookup as in Chart.js: in a list of objects, from those of the dataset to the defaults, under a name with and
//! without the prefix of an element. An option that is a list repeats over the data.

use crate::chart::{Font, Indexable};
use crate::chartjs::parse::css_color::{parse_css_color, parse_paint};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::script::{OptionTarget, ScriptSession, TickFonts};
use crate::color::Color;
use crate::scene::{Paint, Stroke};

use super::option_values::{line_cap, line_join, resolve_font};

/// The objects in which an option is looked up, in this order.
#[derive(Clone, Debug)]
pub(crate) struct Scopes<'a> {
    list: Vec<&'a Object>,
    /// The objects in which nested objects are looked up as well.
    roots: Vec<&'a Object>,
    /// The name of an element, which options may have as a prefix; empty for none.
    prefix: &'static str,
    /// The index of the data point, which selects an item of a list; `None` for no data point.
    index: Option<usize>,
    /// The script that has the functions among the options.
    session: Option<&'a ScriptSession>,
    /// The thing that the options belong to, for which functions are called.
    target: OptionTarget<'a>,
    /// The font for what no other font says.
    default_font: Option<&'a Object>,
}

impl<'a> Scopes<'a> {
    pub(crate) fn new(list: Vec<&'a Object>) -> Self {
        Self {
            roots: list.clone(),
            list,
            prefix: "",
            index: None,
            session: None,
            target: OptionTarget::Chart,
            default_font: None,
        }
    }

    /// Scopes of one object, whose nested objects fall back to those of `roots`.
    pub(crate) fn with_fallback(object: &'a Object, roots: &Self) -> Self {
        Self::with_fallbacks(vec![object], roots)
    }

    /// Scopes of several objects, whose nested objects fall back to those of `roots`.
    pub(crate) fn with_fallbacks(list: Vec<&'a Object>, roots: &Self) -> Self {
        Self {
            list,
            roots: roots.list.clone(),
            prefix: "",
            index: None,
            session: roots.session,
            target: roots.target,
            default_font: roots.default_font,
        }
    }

    pub(crate) fn with_prefix(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// A copy for the data point at an index.
    pub(crate) fn for_index(&self, index: usize) -> Self {
        Self { index: Some(index), ..self.clone() }
    }

    /// A copy whose functions are those of a script and belong to a target.
    pub(crate) fn with_functions(
        mut self,
        session: Option<&'a ScriptSession>,
        target: OptionTarget<'a>,
    ) -> Self {
        (self.session, self.target) = (session, target);
        self
    }

    /// A copy whose fonts fall back to a default one.
    pub(crate) fn with_default_font(mut self, font: Option<&'a Object>) -> Self {
        self.default_font = font;
        self
    }

    /// A copy whose functions belong to another target.
    pub(crate) fn with_target(mut self, target: OptionTarget<'a>) -> Self {
        self.target = target;
        self
    }

    /// Leaves out calls of functions for some indices of the target.
    pub(crate) fn skip_calls(&self, indices: impl Iterator<Item = usize>) {
        if let Some(session) = self.session {
            session.skip_calls(self.target, indices.collect());
        }
    }

    /// The value of an option as written; a list is returned as a list, and a function as its result.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a Value> {
        match self.unresolved(name)? {
            Value::Function(id) => self.session?.evaluate(*id, self.target, self.index),
            value => Some(value),
        }
    }

    /// The value of an option as written, even if it is a function.
    pub(crate) fn unresolved(&self, name: &str) -> Option<&'a Value> {
        let prefixed = if self.prefix.is_empty() { None } else { Some(prefixed_name(self.prefix, name)) };
        let find = |name: &str| self.list.iter().find_map(|scope| scope.get(name));
        prefixed.and_then(|name| find(&name)).or_else(|| find(name))
    }

    /// The value of an option for the data point; a list yields one of its items. An item that is a function is called, since
    /// the fills of QuickChart's functions are functions.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Value> {
        match (self.raw(name)?, self.index) {
            (Value::List(list), Some(index)) if !list.is_empty() => {
                match index.checked_rem(list.len()).and_then(|position| list.get(position))? {
                    Value::Function(id) => self.session?.evaluate(*id, self.target, self.index),
                    item => Some(item),
                }
            }
            (value, _) => Some(value),
        }
    }

    /// The scopes of a nested object; `None` if the option is not an object.
    pub(crate) fn nested(&self, name: &str) -> Option<Self> {
        let own = self.raw(name)?.as_object()?;
        let is_result = matches!(self.unresolved(name), Some(Value::Function(_)));
        let written = self.list.iter().chain(&self.roots).filter_map(|scope| scope.get_object(name));
        let list = is_result.then_some(own).into_iter().chain(written).collect();
        Some(Self { list, prefix: "", ..self.clone() })
    }

    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Value::Null => None,
            value => value.to_number(),
        }
    }

    pub(crate) fn number_or(&self, name: &str, default: f64) -> f64 {
        self.number(name).unwrap_or(default)
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(Value::is_truthy)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name).and_then(Value::as_text)
    }

    /// The colour of an option; black for a text that CSS does not know, as on a canvas.
    pub(crate) fn color(&self, name: &str) -> Option<Color> {
        self.get(name).and_then(parse_css_color)
    }

    /// The paint of an option: a gradient, a pattern, or a colour as in [`Self::color`].
    pub(crate) fn paint(&self, name: &str) -> Option<Paint> {
        self.get(name).and_then(parse_paint)
    }

    pub(crate) fn paint_or(&self, name: &str, default: impl Into<Paint>) -> Paint {
        self.paint(name).unwrap_or_else(|| default.into())
    }

    /// The paint of a mark. A function that returns none leaves the colour of the canvas, which is black.
    pub(crate) fn mark_paint(&self, name: &str) -> Paint {
        let default = match self.unresolved(name) {
            Some(Value::Function(_)) => Color::from_hex(0).into(),
            _ => Paint::TRANSPARENT,
        };
        self.paint_or(name, default)
    }

    pub(crate) fn color_or(&self, name: &str, default: Color) -> Color {
        self.color(name).unwrap_or(default)
    }

    /// The lengths of dashes and gaps; empty if a length is negative or all are 0.
    pub(crate) fn dash_lengths(&self, name: &str) -> Vec<f64> {
        let list = self.raw(name).and_then(Value::as_list).unwrap_or_default();
        let dash: Vec<f64> = list.iter().filter_map(Value::to_number).collect();
        if dash.iter().all(|length| *length >= 0.0) && dash.iter().any(|length| *length > 0.0) {
            dash
        } else {
            Vec::new()
        }
    }

    /// The number of data points after which the lists among these options repeat; at most `max`.
    pub(crate) fn repeat_period(&self, names: &[&str], max: usize) -> usize {
        let is_function = |value: &Value| matches!(value, Value::Function(_));
        let lengths = names.iter().filter_map(|name| match self.unresolved(name)? {
            Value::List(list) if !list.iter().any(is_function) => (!list.is_empty()).then_some(list.len()),
            Value::List(_) | Value::Function(_) => Some(self.session?.call_count(self.target).max(1)),
            _ => None,
        });
        let period = lengths.fold(1usize, |period, length| {
            period.saturating_mul(length).checked_div(common_divisor(period, length)).unwrap_or(period)
        });
        period.min(max.max(1))
    }

    /// Makes a value for each data point; the lists among the options `names` repeat.
    pub(crate) fn resolve_indexable<T>(
        &self,
        names: &[&str],
        max: usize,
        make: impl Fn(&Self) -> T,
    ) -> Indexable<T> {
        match self.repeat_period(names, max) {
            1 => Indexable::uniform(make(&self.for_index(0))),
            period => Indexable::from_fn(period, |index| make(&self.for_index(index))),
        }
    }

    /// The stroke of a border, from the options `borderColor`, `borderWidth` and so on.
    pub(crate) fn border_stroke(&self) -> Stroke {
        let name = self.text("borderJoinStyle").unwrap_or_default();
        Stroke {
            paint: self.paint_or("borderColor", Color::from_hex(0)),
            width: self.number_or("borderWidth", 0.0).max(0.0),
            dash: self.dash_lengths("borderDash"),
            dash_offset: self.number_or("borderDashOffset", 0.0),
            cap: line_cap(self.text("borderCapStyle").unwrap_or_default()),
            join: line_join(name),
        }
    }

    /// The font under a name; missing options are taken from the surrounding scopes.
    pub(crate) fn font(&self, name: &str) -> Font {
        match self.nested(name) {
            Some(scopes) => {
                resolve_font(|option| scopes.get(option).or_else(|| self.default_font_option(option)))
            }
            None => resolve_font(|option| self.default_font_option(option)),
        }
    }

    /// The options of the font under a name, if there are functions among them.
    pub(crate) fn scripted_font(&self, name: &str) -> Option<TickFonts> {
        let function = match self.unresolved(name) {
            Some(Value::Function(id)) => Some(*id),
            _ => None,
        };
        let objects = self.list.iter().chain(&self.roots).filter_map(|scope| scope.get_object(name));
        TickFonts::new(function, objects.cloned().collect())
    }

    /// A font of a list; missing options are taken from the surrounding scopes.
    pub(crate) fn font_with_fallback(&self, own: Option<&'a Object>) -> Font {
        let surrounding = self.list.iter().chain(&self.roots).filter_map(|scope| scope.get_object("font"));
        let scopes =
            Self::new(own.into_iter().chain(surrounding).collect()).with_functions(self.session, self.target);
        resolve_font(|option| scopes.get(option).or_else(|| self.default_font_option(option)))
    }

    fn default_font_option(&self, option: &str) -> Option<&'a Value> {
        self.default_font?.get(option).filter(|value| **value != Value::Null)
    }
}

/// `pointRadius` for `point` and `radius`.
pub(crate) fn prefixed_name(prefix: &str, name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    prefix.chars().chain(first).chain(letters).collect()
}

/// The greatest common divisor.
fn common_divisor(a: usize, b: usize) -> usize {
    match a.checked_rem(b) {
        None => a,
        Some(rest) => common_divisor(b, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Weight;

    fn object(json: &str) -> Object {
        let value: Value = serde_json::from_str(json).expect("JSON");
        value.as_object().cloned().expect("an object")
    }

    #[test]
    fn a_prefixed_name_comes_first_in_all_scopes() {
        let (dataset, elements) = (object(r#"{"radius": 1}"#), object(r#"{"pointRadius": [2, 3]}"#));
        let scopes = Scopes::new(vec![&dataset, &elements]).with_prefix("point");
        assert_eq!(scopes.for_index(4).number("radius"), Some(2.0));
        assert_eq!(scopes.for_index(5).number("radius"), Some(3.0));
        assert_eq!(scopes.repeat_period(&["radius"], 10), 2);
    }

    #[test]
    fn nested_scopes_fall_back_to_the_roots() {
        let (options, ticks) =
            (object(r#"{"font": {"size": 20}}"#), object(r#"{"font": {"weight": "bold"}}"#));
        let font = Scopes::with_fallback(&ticks, &Scopes::new(vec![&options])).font("font");
        assert_eq!((font.style.size, font.style.weight, font.line_height), (20.0, Weight::Bold, 24.0));
    }
}
