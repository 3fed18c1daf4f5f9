//! The input formats.

use crate::names::named_values;

/// The format of an input, or the tracker that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The JSON document.
    Json,
    /// A table with a header line and one line per day.
    Csv,
    /// Jira: responses of the REST API.
    Jira,
    /// GitHub: issues, events, project boards.
    GitHub,
    /// GitLab: issues with resource events, the series of a milestone.
    GitLab,
    /// Azure DevOps: rows of Analytics.
    Azure,
    /// Linear: cycles.
    Linear,
    /// Trello: actions of a board.
    Trello,
    /// Taiga: milestones.
    Taiga,
    /// Redmine: issues of a version with journals.
    Redmine,
    /// A Chart.js configuration: JSON, or a JavaScript literal.
    ChartJs,
}

named_values!(Format, "InputFormat", "How the sprint is written, or the tracker that it comes from.", {
    "json" => Json,
    "csv" => Csv,
    "jira" => Jira,
    "github" => GitHub,
    "gitlab" => GitLab,
    "azure" => Azure,
    "linear" => Linear,
    "trello" => Trello,
    "taiga" => Taiga,
    "redmine" => Redmine,
    "chartjs" => ChartJs,
});

/// Documentation of a format for its users.
#[cfg(feature = "trackers")]
#[derive(Clone, Copy, Debug)]
pub struct FormatInfo {
    /// The inputs that are read.
    pub reads: &'static [&'static str],
    /// Commands or addresses of the tracker's API that give the input.
    pub how_to_get: &'static [&'static str],
    /// Data that the input lacks, and its replacement.
    pub missing_data: &'static [&'static str],
}
