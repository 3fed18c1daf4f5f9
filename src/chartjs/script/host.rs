//! The functions of the program that the libraries of the sandbox call.

use crate::canvas::{TextPlace, measure_text, parse_color, parse_font};
use crate::chartjs::parse::css_color::parse_css_color;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::theme_tokens::{DefaultsVersion, chart_js_defaults};
use crate::color::Color;
use crate::font::Fonts;
use crate::input::find_zone;
use crate::intl::Intl;
use crate::limits::MAX_TEXT_CHARS;
use crate::scale::time::format_instant;
use crate::script::Host;

/// The pattern of an instant without a unit (chartjs-adapter-moment, `datetime`).
const INSTANT_PATTERN: &str = "MMM D, YYYY, h:mm:ss a";

/// The functions of the program for charts.
pub(super) struct ChartHost {
    pub(super) fonts: Fonts,
    intl: Intl,
}

impl ChartHost {
    pub(super) fn new(fonts: Fonts) -> Self {
        Self { fonts, intl: Intl::new(find_zone) }
    }
}

impl Host for ChartHost {
    fn call(&self, name: &str, arguments: &str) -> Result<String, String> {
        if let Some(result) = self.intl.call(name, arguments) {
            return result;
        }
        let argument: Value = serde_json::from_str(arguments).unwrap_or_default();
        match name {
            "defaults" => to_json(&Value::Object(chart_js_defaults(DefaultsVersion::V4).as_ref().clone())),
            "color" => color_channels(&argument),
            "canvasColor" => canvas_color(&argument),
            "isFont" => Ok(parse_font(&argument.to_text()).is_some().to_string()),
            "measureText" => measure(&argument, &self.fonts),
            "instant" => instant_text(&argument),
            _ => Err(format!("the program has no function {name}")),
        }
    }
}

fn to_json(value: &Value) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}

/// An instant as a time axis writes it in a tooltip.
fn instant_text(argument: &Value) -> Result<String, String> {
    let field = |name: &str| argument.as_object().and_then(|object| object.get(name));
    let millis = field("value").and_then(Value::as_number).unwrap_or(f64::NAN);
    let pattern = field("pattern").and_then(Value::as_text).unwrap_or(INSTANT_PATTERN);
    to_json(&Value::Text(format_instant(millis, pattern)))
}

/// Red, green, blue from 0 to 255 and opacity from 0 to 1 of a colour in CSS; black for other texts.
fn color_channels(text: &Value) -> Result<String, String> {
    let color = parse_css_color(text).unwrap_or(Color::from_hex(0));
    let [red, green, blue] = color.rgb.map(f64::from);
    to_json(&Value::List([red, green, blue, f64::from(color.alpha) / 255.0].map(Value::Number).into()))
}

/// Red, green, blue and opacity of a colour, each up to 255; null for a text that is no colour.
fn canvas_color(text: &Value) -> Result<String, String> {
    let channels = parse_color(&text.to_text()).map_or(Value::Null, |color| {
        let [red, green, blue] = color.rgb;
        Value::List([red, green, blue, color.alpha].map(|channel| Value::Number(f64::from(channel))).into())
    });
    to_json(&channels)
}

/// The measures of a text: its arguments are the text, the font, the alignment, the baseline and the direction.
fn measure(arguments: &Value, fonts: &Fonts) -> Result<String, String> {
    let texts: Vec<String> = arguments.as_list().unwrap_or_default().iter().map(Value::to_text).collect();
    let [text, font, align, baseline, direction] = texts.as_slice() else {
        return Err("measureText takes a text and four properties".to_owned());
    };
    if text.len() > MAX_TEXT_CHARS && text.chars().count() > MAX_TEXT_CHARS {
        return Err(format!("a text of more than {MAX_TEXT_CHARS} characters (MAX_TEXT_CHARS)"));
    }
    let style = parse_font(font).ok_or_else(|| format!("{font:?} is no font"))?;
    let place = TextPlace::from_properties(align, baseline, direction);
    Ok(measure_text(text, style, place, fonts).to_string())
}
