//! Labels outside of a pie, each at the end of a line (chartjs-plugin-piechart-outlabels 0.1.4), as labels of
//! chartjs-plugin-datalabels.

use crate::chartjs::parse::value::{Object, Value};

use super::chart_options::{datasets, set_datasets, text, value_at, values};
use super::quickchart_type::QuickChartType;

/// The share of the radius that the plugin takes from its own types of charts, in percent.
const DEFAULT_ZOOM_OUT: f64 = 50.0;
/// The text of a label: the name of the slice and its share.
const DEFAULT_TEXT: &str = "%l %p";
/// The length of the line from the slice to the middle of the label, in pixels.
const DEFAULT_STRETCH: f64 = 40.0;
/// Half of the height of a label of one line, in pixels: the plugin measures up to its middle, datalabels up to its edge.
const HALF_LABEL: f64 = 11.0;
/// The default font size of Chart.js, in pixels.
const DEFAULT_FONT_SIZE: f64 = 12.0;
/// The defaults of the plugin whose names datalabels shares.
const STYLE: &str = r#"{"color": "white", "padding": 4, "textAlign": "center"}"#;
/// The options that both plugins have.
const SHARED_OPTIONS: [&str; 7] =
    ["color", "backgroundColor", "borderColor", "borderRadius", "borderWidth", "padding", "textAlign"];

/// Gives the rings of a configuration labels outside: all rings of QuickChart's types, others if they have options for them.
pub(crate) fn convert_outlabels(root: &mut Object, own_type: Option<QuickChartType>) {
    let is_own = own_type.is_some_and(QuickChartType::has_outlabels);
    let is_ring = matches!(root.get("type").and_then(Value::as_text), Some("pie" | "doughnut"));
    if !is_ring || own_type == Some(QuickChartType::RadialGauge) {
        return;
    }
    let mut of_chart = None;
    // Plugins may also be switched off as a whole, which must stay so.
    if root.object_at_path("options.plugins").is_some() {
        root.change_object("options", |options| {
            options.change_object("plugins", |plugins| of_chart = plugins.remove("outlabels"));
        });
    }
    let labels = root.get_object("data").and_then(|data| data.get("labels")).cloned();
    let labels = labels.as_ref().and_then(Value::as_list).unwrap_or_default();
    let mut rings = datasets(root);
    for ring in &mut rings {
        let of_ring = ring.remove("outlabels");
        let is_given = of_ring.is_some() || of_chart.is_some();
        if (is_own || is_given) && of_ring != Some(Value::Bool(false)) {
            let options = merged_options(&[of_ring, of_chart.clone()]);
            let is_shown = options.get("display").is_none_or(Value::is_truthy);
            if is_shown {
                let data_labels = data_label_options(ring, &options, labels);
                ring.set("datalabels", Value::Object(data_labels));
            }
        }
    }
    set_datasets(root, rings);
    if is_own {
        root.change_object("options", |options| {
            let zoom_out = options.remove("zoomOutPercentage").and_then(|zoom| zoom.as_number());
            let radius = 100.0 - zoom_out.filter(|zoom| *zoom != 0.0).unwrap_or(DEFAULT_ZOOM_OUT);
            options.set_missing("radius", Value::Text(format!("{}%", radius.clamp(0.0, 100.0))));
        });
    }
}

/// The options of a ring above those of the chart.
fn merged_options(layers: &[Option<Value>; 2]) -> Object {
    let mut merged = Object::default();
    for layer in layers.iter().flatten().filter_map(Value::as_object) {
        merged.merge_missing(layer);
    }
    merged
}

/// The options of datalabels for the labels of a ring.
fn data_label_options(ring: &Object, outlabels: &Object, names: &[Value]) -> Object {
    let slice_color = ring.get("backgroundColor").cloned().unwrap_or_else(|| text("#666"));
    let mut options = Object::default();
    for name in SHARED_OPTIONS {
        if let Some(value) = outlabels.get(name) {
            options.set(name, value.clone());
        }
    }
    if let Ok(Value::Object(style)) = serde_json::from_str(STYLE) {
        options.merge_missing(&style);
    }
    options.set_missing("backgroundColor", slice_color.clone());
    options.set_missing("borderColor", slice_color.clone());
    options.set("lineColor", outlabels.get("lineColor").cloned().unwrap_or(slice_color));
    options.set("lineWidth", outlabels.get("lineWidth").cloned().unwrap_or(Value::Number(2.0)));
    options.set("display", outlabels.get("display").cloned().unwrap_or(Value::Bool(true)));
    options.set("anchor", text("end"));
    options.set("align", text("end"));
    let stretch = outlabels.get("stretch").and_then(Value::to_number).unwrap_or(DEFAULT_STRETCH);
    options.set("offset", Value::Number((stretch - HALF_LABEL).max(0.0)));
    options.set("font", Value::Object(font_options(outlabels.get_object("font"))));
    options.set("formatter", label_texts(ring, outlabels, names));
    options
}

/// The font of the labels. The plugin derives the size from the height of the picture, between `minSize` and `maxSize`;
/// here it is that of Chart.js between both.
fn font_options(own: Option<&Object>) -> Object {
    let mut font = own.cloned().unwrap_or_default();
    let limit = |name: &str| font.get(name).and_then(Value::as_number);
    let size = limit("size").unwrap_or(DEFAULT_FONT_SIZE);
    let size = size.max(limit("minSize").unwrap_or(size)).min(limit("maxSize").unwrap_or(f64::INFINITY));
    font.set("size", Value::Number(size));
    font
}

/// The text of each label: `%l` is the name of the slice, `%v` its value, `%p` its share.
fn label_texts(ring: &Object, outlabels: &Object, names: &[Value]) -> Value {
    let values = values(ring);
    let numbers = || values.iter().map(|value| value.to_number().unwrap_or(0.0));
    let total: f64 = numbers().map(f64::abs).sum();
    let precision = |name: &str, default: usize| {
        let own = outlabels.get(name).and_then(Value::as_number).filter(|digits| *digits > 0.0);
        own.map_or(default, |digits| digits as usize)
    };
    let precisions = [precision("valuePrecision", 3), precision("percentPrecision", 1)];
    let label = |(index, value): (usize, f64)| {
        let pattern = value_at(outlabels.get("text"), index).and_then(Value::as_text).unwrap_or(DEFAULT_TEXT);
        let name = names.get(index).map(Value::to_text).unwrap_or_default();
        let share = if total > 0.0 { value.abs() / total * 100.0 } else { 0.0 };
        let text = replace_markers(pattern, &name, [value, share], precisions);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        Value::Text(lines.join("\n"))
    };
    Value::List(numbers().enumerate().map(label).collect())
}

/// Replaces the markers of a pattern. A marker of a number may end in `.` and its number of digits: `%p.2`.
fn replace_markers(pattern: &str, name: &str, numbers: [f64; 2], precisions: [usize; 2]) -> String {
    let ([value, share], [value_digits, share_digits]) = (numbers, precisions);
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let mut chars = after.chars();
        match chars.next() {
            Some('l' | 'L') => {
                text.push_str(name);
                rest = chars.as_str();
            }
            Some(marker @ ('v' | 'V' | 'p' | 'P')) => {
                let (digits, after) = split_digits(chars.as_str());
                rest = after;
                if matches!(marker, 'v' | 'V') {
                    text.push_str(&to_fixed(value, digits.unwrap_or(value_digits)));
                } else {
                    text.push_str(&to_fixed(share, digits.unwrap_or(share_digits)));
                    text.push('%');
                }
            }
            _ => {
                text.push('%');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    text
}

/// Splits the precision off a text that begins with `.` and digits.
fn split_digits(text: &str) -> (Option<usize>, &str) {
    let Some(after) = text.strip_prefix('.') else { return (None, text) };
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    let (digits, rest) = after.split_at(end);
    match digits.parse() {
        Ok(digits) => (Some(digits), rest),
        Err(_) => (None, text),
    }
}

/// The greatest number of fraction digits of JavaScript's `toFixed`.
const MAX_FIXED_DIGITS: usize = 100;

/// JavaScript's `toFixed`: a tie is rounded up, unlike in Rust.
fn to_fixed(value: f64, digits: usize) -> String {
    let digits = digits.min(MAX_FIXED_DIGITS);
    let exact = format!("{value:.120}");
    let rest = exact.split_once('.').and_then(|(_, fraction)| fraction.get(digits..)).unwrap_or_default();
    let is_tie = rest.strip_prefix('5').is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'));
    let value = if is_tie && value > 0.0 { value.next_up() } else { value };
    format!("{value:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_replaced_with_their_precision() {
        for (pattern, expected) in [
            ("%l %p", "Ann 12.3%"),
            ("%l\n%v", "Ann\n49.000"),
            ("%V.0 of %p.2", "49 of 12.25%"),
            ("100 %", "100 %"),
            ("%q%", "%q%"),
            ("%v.", "49.000."),
        ] {
            assert_eq!(replace_markers(pattern, "Ann", [49.0, 12.25], [3, 1]), expected, "{pattern}");
        }
    }

    #[test]
    fn ties_are_rounded_up_as_in_javascript() {
        for (value, digits, expected) in
            [(12.25, 1, "12.3"), (0.5, 0, "1"), (1.45, 1, "1.4"), (2.5, 0, "3"), (8.345, 2, "8.35")]
        {
            assert_eq!(to_fixed(value, digits), expected, "{value}");
        }
    }
}
