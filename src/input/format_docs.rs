//! Documentation of each format.

use super::format::{Format, FormatInfo};
use super::tracker;

impl Format {
    /// Returns the documentation of the format.
    pub const fn info(self) -> &'static FormatInfo {
        match self {
            Self::Json => &JSON_INFO,
            Self::Csv => &CSV_INFO,
            Self::Jira => &tracker::jira::FORMAT_INFO,
            Self::GitHub => &tracker::github::FORMAT_INFO,
            Self::GitLab => &tracker::gitlab::FORMAT_INFO,
            Self::Azure => &tracker::azure::FORMAT_INFO,
            Self::Linear => &tracker::linear::FORMAT_INFO,
            Self::Trello => &tracker::trello::FORMAT_INFO,
            Self::Taiga => &tracker::taiga::FORMAT_INFO,
            Self::ChartJs => &CHART_JS_INFO,
        }
    }
}

const JSON_INFO: FormatInfo = FormatInfo {
    reads: &["a sprint document of Emberline's own: `days`, `items` or `changes`"],
    how_to_get: &["emberline schema sprint"],
    missing_data: &["with `days` of remaining work alone: what was added and what was done on one day"],
};

const CSV_INFO: FormatInfo = FormatInfo {
    reads: &["the same `days` as a table: date,remaining,added,removed,reestimated,completed,reopened"],
    how_to_get: &["any spreadsheet; `# name: Sprint 12` and other fields stand above the table"],
    missing_data: &["as json"],
};

const CHART_JS_INFO: FormatInfo = FormatInfo {
    reads: &[
        "a Chart.js configuration: {\"type\": …, \"data\": …, \"options\": …} as JSON, as a JavaScript literal or as a script",
    ],
    how_to_get: &["the second argument of `new Chart(…)` in a page"],
    missing_data: &["a sprint: the configuration is drawn as Chart.js draws it"],
};
