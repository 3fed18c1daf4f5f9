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
            Self::Redmine => &tracker::redmine::FORMAT_INFO,
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
    reads: &[
        "the same `days` as a table: date,remaining,added,removed,reestimated,completed,reopened; also with the words of German, \
         French, Spanish, Portuguese, Italian, Dutch and Polish (Datum;Rest), in UTF-8 or UTF-16, with commas, semicolons or tabs",
        "a line a task and a column a day (Task,Estimate,2026-03-02,2026-03-03 or Day 1,Day 2): what remains of each, in hours",
        "tables that trackers export: issues of Jira (in the same languages), Linear, GitLab and Shortcut, queries of Azure DevOps",
    ],
    how_to_get: &[
        "any spreadsheet; `# name: Sprint 12` and other fields stand above the table, as does `# dates: d/m/y` (or m/d/y) where no \
         date tells the order",
        "Jira: the search for the sprint, Export, CSV (all fields)",
        "Linear: the menu of a view, Export as CSV",
        "GitLab: Issues, the menu, Export as CSV",
        "Azure DevOps: a query with the columns Created Date, Closed Date, State Change Date and Story Points or Effort, Export to CSV",
        "Shortcut: Stories, Export to CSV",
    ],
    missing_data: &[
        "days: as json",
        "exports: the history. Items count as added when they were created, estimates are today's, and work in progress is unknown; \
         the sprint needs --start and --end, except Linear's",
        "exports without a time of completion: the last change of the status, the resolution or the last change of any kind \
         counts, and the picture says so",
        "the table of a GitHub project: it has no dates, and is refused",
    ],
};

const CHART_JS_INFO: FormatInfo = FormatInfo {
    reads: &[
        "a Chart.js configuration: {\"type\": …, \"data\": …, \"options\": …} as JSON, as a JavaScript literal or as a script",
    ],
    how_to_get: &["the second argument of `new Chart(…)` in a page"],
    missing_data: &["a sprint: the configuration is drawn as Chart.js draws it"],
};
