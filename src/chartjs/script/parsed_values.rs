//! The parsed values of a dataset, as `context.parsed` has them in Chart.js 4.6.1.

use serde_json::{Value as Json, json};

use crate::chart::DataPoint;
use crate::chartjs::parse::chart_type::ChartType;

/// The parsed value of each data point. `index_is_x` is true for a dataset whose index axis is horizontal; it has no meaning on a
/// radial axis or in a ring.
pub(crate) fn parsed_values(chart_type: ChartType, index_is_x: bool, points: &[DataPoint]) -> Vec<Json> {
    let parsed = |point: &DataPoint| match chart_type {
        ChartType::Doughnut | ChartType::Pie => json!(point.value),
        ChartType::PolarArea | ChartType::Radar => json!({ "r": point.value }),
        _ => {
            let (x, y) = if index_is_x { (point.index, point.value) } else { (point.value, point.index) };
            match point.floating_range {
                Some((start, end)) => json!({
                    "x": x,
                    "y": y,
                    "_custom": {
                        "barStart": start,
                        "barEnd": end,
                        "start": start,
                        "end": end,
                        "min": start.min(end),
                        "max": start.max(end),
                    },
                }),
                None => json!({ "x": x, "y": y }),
            }
        }
    };
    points.iter().map(parsed).collect()
}
