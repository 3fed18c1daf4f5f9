//! The accessible name of a picture and its alt text.

use crate::chart::{Chart, Guide};
use crate::limits::MAX_ALT_CHARS;

use super::config::Config;

/// Datasets that the alt text names.
const NAMED: usize = 8;

/// Name and alt text.
pub(super) fn words(config: &Config, chart: &Chart) -> (String, String) {
    let kind = match config.kind() {
        "bar" => "Bar chart",
        "doughnut" => "Doughnut chart",
        "pie" => "Pie chart",
        "polarArea" => "Polar area chart",
        "radar" => "Radar chart",
        "scatter" => "Scatter chart",
        "bubble" => "Bubble chart",
        "line" => "Line chart",
        _ => "Chart",
    };
    let title = chart.guides.iter().rev().find_map(|guide| match guide {
        Guide::Title(title) if title.display && !title.text.is_empty() => Some(title.text.join(" ")),
        _ => None,
    });
    let sets = chart.datasets.iter().filter(|set| set.visible);
    let names: Vec<String> = sets
        .clone()
        .take(NAMED)
        .map(|set| {
            let count = set.values.iter().filter(|value| value.value.is_some()).count();
            let values = if count == 1 { "1 value".to_owned() } else { format!("{count} values") };
            if set.label == "undefined" { values } else { format!("{} ({values})", set.label) }
        })
        .collect();
    let more = sets.count().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let description = format!("{kind}: {}{more}.", names.join(", "));
    (title.unwrap_or_else(|| kind.to_owned()), description.chars().take(MAX_ALT_CHARS).collect())
}
