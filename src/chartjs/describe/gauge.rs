//! The options of a gauge → its track and the text in its middle.

use crate::chart::{Gauge, GaugeText};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::resolve::config::Config;
use crate::chartjs::script::OptionTarget;
use crate::color::Color;

use super::title::TEXT_COLOR;

/// The padding of the middle, in pixels.
const DEFAULT_PADDING: f64 = 4.0;

/// Describes the parts of a gauge around its ring.
pub(crate) fn describe_gauge(config: &Config, options: &Object) -> Gauge {
    let texts =
        |name: &str| center_text(config, options, name).filter(Value::is_truthy).map(|text| text.to_text());
    let options = config.scopes(vec![options], OptionTarget::Chart);
    let is_shown = options.raw("displayText").is_none_or(Value::is_truthy);
    Gauge {
        track: options.color_or("trackColor", Color::from_hex(0).with_alpha(0)),
        center_fill: options.color("backgroundColor"),
        center_padding: options.number_or("padding", DEFAULT_PADDING),
        text: texts("text").filter(|_| is_shown).map(|text| GaugeText {
            text,
            sub_text: texts("subText"),
            color: options.color_or("fontColor", TEXT_COLOR),
            size: options.number("fontSize").filter(|size| *size > 0.0),
        }),
    }
}

/// A text in the middle; a function gets the value of the gauge.
fn center_text(config: &Config, options: &Object, name: &str) -> Option<Value> {
    match options.get(name)? {
        Value::Function(id) => config.session.as_ref()?.invoke(*id, &[options.get("value")?]),
        text => Some(text.clone()),
    }
}
