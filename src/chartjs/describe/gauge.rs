//! The options of a gauge → its track and the text in its middle.

use crate::chart::{Gauge, GaugeText};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;

use super::title::TEXT_COLOR;

/// The padding of the middle, in pixels.
const DEFAULT_PADDING: f64 = 4.0;

/// Describes the parts of a gauge around its ring.
pub(crate) fn describe_gauge(options: &Object) -> Gauge {
    let options = Scopes::new(vec![options]);
    let is_shown = options.raw("displayText").is_none_or(Value::is_truthy);
    let sub_text = options.raw("subText").filter(|text| text.is_truthy()).map(Value::to_text);
    Gauge {
        track: options.color_or("trackColor", Color::from_hex(0).with_alpha(0)),
        center_fill: options.color("backgroundColor"),
        center_padding: options.number_or("padding", DEFAULT_PADDING),
        text: options.text("text").filter(|_| is_shown).map(|text| GaugeText {
            text: text.to_owned(),
            sub_text,
            color: options.color_or("fontColor", TEXT_COLOR),
            size: options.number("fontSize").filter(|size| *size > 0.0),
        }),
    }
}
