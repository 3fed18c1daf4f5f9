//! The accessible name of a picture and its alt text.

use crate::chart::{Chart, Guide};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::resolve::config::Config;
use crate::limits::MAX_ALT_CHARS;

/// The number of datasets that the alt text names.
const MAX_NAMED_DATASETS: usize = 8;

/// The accessible name: the last title of the chart, or its type.
pub(crate) fn chart_title(config: &Config, chart: &Chart) -> String {
    let title = chart.guides.iter().rev().find_map(|guide| match guide {
        Guide::Title(title) if title.display && !title.text.is_empty() => Some(title.text.join(" ")),
        _ => None,
    });
    title.unwrap_or_else(|| type_text(config).to_owned())
}

/// The alt text: the type of the chart, then its visible datasets with the number of their values.
pub(crate) fn alt_text(config: &Config, chart: &Chart) -> String {
    let datasets = chart.datasets.iter().filter(|dataset| dataset.visible);
    let names: Vec<String> = datasets
        .clone()
        .take(MAX_NAMED_DATASETS)
        .map(|dataset| {
            let count = dataset.data.iter().filter(|value| value.value.is_some()).count();
            let values = if count == 1 { "1 value".to_owned() } else { format!("{count} values") };
            if dataset.label == "undefined" { values } else { format!("{} ({values})", dataset.label) }
        })
        .collect();
    let more = match datasets.count().saturating_sub(MAX_NAMED_DATASETS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let text = format!("{}: {}{more}.", type_text(config), names.join(", "));
    text.chars().take(MAX_ALT_CHARS).collect()
}

fn type_text(config: &Config) -> &'static str {
    match config.chart_type() {
        Some(ChartType::Bar) => "Bar chart",
        Some(ChartType::Doughnut) => "Doughnut chart",
        Some(ChartType::Pie) => "Pie chart",
        Some(ChartType::PolarArea) => "Polar area chart",
        Some(ChartType::Radar) => "Radar chart",
        Some(ChartType::Scatter) => "Scatter chart",
        Some(ChartType::Bubble) => "Bubble chart",
        Some(ChartType::Line) => "Line chart",
        None => "Chart",
    }
}
