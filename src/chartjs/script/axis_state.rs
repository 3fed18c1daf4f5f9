//! Axes and marks as the libraries of the sandbox know them.

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::chart::{AxisState, PlacedAnnotation, PlacedMark, PlacedRadialAxis};
use crate::chartjs::parse::value::Value;
use crate::geometry::Rect;
use crate::scale::Normalizer;

/// What the description of an axis says, before there is a layout.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AxisNames {
    pub(crate) id: String,
    /// The type of the scale, as in the options.
    #[serde(rename = "type")]
    pub(crate) scale_type: &'static str,
    /// The direction: x, y or r.
    pub(crate) axis: &'static str,
    /// The labels, unless they are those of the script's own data; `None` before the data have been parsed, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<Vec<Value>>,
    /// 0 before the data have been parsed.
    #[serde(skip)]
    pub(crate) label_count: usize,
}

/// The state of a cartesian axis for `chart.js`.
pub(super) fn axis_json(id: &str, state: &AxisState) -> Json {
    let [left, top, right, bottom] = state.edges;
    let pixels = state.pixel_range;
    json!({
        "id": id,
        "min": state.min,
        "max": state.max,
        "width": state.width,
        "height": state.height,
        "left": left,
        "top": top,
        "right": right,
        "bottom": bottom,
        "paddingLeft": state.padding.left,
        "paddingRight": state.padding.right,
        "paddingTop": state.padding.top,
        "paddingBottom": state.padding.bottom,
        "labelRotation": state.rotation,
        "ticks": state.ticks.iter().enumerate().map(tick_json).collect::<Vec<_>>(),
        "normalizer": normalizer_json(&state.normalizer),
        "pixels": { "start": pixels.start, "length": pixels.length, "reversed": pixels.reversed },
    })
}

/// The state of a radial axis for `chart.js`.
pub(super) fn radial_axis_json(id: &str, placed: &PlacedRadialAxis) -> Json {
    let mut json = axis_json(id, &placed.state);
    if let Json::Object(entries) = &mut json {
        entries.insert("xCenter".to_owned(), json!(placed.center.0));
        entries.insert("yCenter".to_owned(), json!(placed.center.1));
        entries.insert("drawingArea".to_owned(), json!(placed.outer_radius));
        entries.insert("pointLabelCount".to_owned(), json!(placed.label_count));
    }
    json
}

fn tick_json((index, tick): (usize, &crate::scale::Tick)) -> Json {
    let label = match tick.label.as_slice() {
        [] => Json::Null,
        [line] => json!(line),
        lines => json!(lines),
    };
    let index = tick.original_index.unwrap_or(index);
    json!({ "value": tick.value, "label": label, "major": tick.major, "index": index })
}

fn normalizer_json(normalizer: &Normalizer) -> Json {
    match normalizer {
        Normalizer::Linear { start, range } => json!({ "kind": "linear", "start": start, "range": range }),
        Normalizer::Log { min, start, range } => {
            json!({ "kind": "log", "min": min, "start": start, "range": range })
        }
        Normalizer::Time { min, range, before, factor } => {
            json!({ "kind": "time", "min": min, "range": range, "before": before, "factor": factor })
        }
        Normalizer::Table { table, min, range, before, factor } => json!({
            "kind": "table", "table": table, "min": min, "range": range, "before": before, "factor": factor
        }),
    }
}

pub(super) fn rect_json(rect: Rect) -> Json {
    json!({
        "left": rect.x,
        "top": rect.y,
        "right": rect.x + rect.width,
        "bottom": rect.y + rect.height,
        "width": rect.width,
        "height": rect.height,
    })
}

/// The place of an annotation, as its element has it.
pub(super) fn annotation_json(placed: &PlacedAnnotation) -> Json {
    let PlacedAnnotation { from, to, .. } = placed;
    json!({
        "x": from.x,
        "y": from.y,
        "x2": to.x,
        "y2": to.y,
        "width": (to.x - from.x).abs(),
        "height": (to.y - from.y).abs(),
        "centerX": (from.x + to.x) / 2.0,
        "centerY": (from.y + to.y) / 2.0,
    })
}

pub(super) fn mark_json(mark: &PlacedMark) -> Json {
    match *mark {
        PlacedMark::Missing => json!({ "skip": true }),
        PlacedMark::Point { x, y } => json!({ "x": x, "y": y }),
        PlacedMark::Bar { x, y, base, width, height, horizontal } => {
            json!({ "x": x, "y": y, "base": base, "width": width, "height": height, "horizontal": horizontal })
        }
        PlacedMark::Arc { x, y, start_angle, end_angle, inner_radius, outer_radius } => json!({
            "x": x,
            "y": y,
            "startAngle": start_angle,
            "endAngle": end_angle,
            "circumference": end_angle - start_angle,
            "innerRadius": inner_radius,
            "outerRadius": outer_radius,
        }),
    }
}
