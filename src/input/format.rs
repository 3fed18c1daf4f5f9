//! The formats by name, and what there is to say about each.

use super::tracker;

/// How an input is written, or which tracker it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The JSON document.
    Json,
    /// A table: a header line, then one line a day.
    Csv,
    /// Answers of Jira's REST API.
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
}

/// What a user has to know about a format.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name, as `--from` takes it.
    pub name: &'static str,
    /// What is read.
    pub reads: &'static [&'static str],
    /// How to get it: commands, or addresses of the tracker's API.
    pub get: &'static [&'static str],
    /// What the input cannot tell, and what stands in for it.
    pub cannot_tell: &'static [&'static str],
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 9] = [
        Self::Json,
        Self::Csv,
        Self::Jira,
        Self::GitHub,
        Self::GitLab,
        Self::Azure,
        Self::Linear,
        Self::Trello,
        Self::Taiga,
    ];

    /// What there is to know about it.
    pub const fn about(self) -> &'static About {
        match self {
            Self::Json => &JSON,
            Self::Csv => &CSV,
            Self::Jira => &tracker::jira::ABOUT,
            Self::GitHub => &tracker::github::ABOUT,
            Self::GitLab => &tracker::gitlab::ABOUT,
            Self::Azure => &tracker::azure::ABOUT,
            Self::Linear => &tracker::linear::ABOUT,
            Self::Trello => &tracker::trello::ABOUT,
            Self::Taiga => &tracker::taiga::ABOUT,
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.about().name == name)
    }
}

const JSON: About = About {
    name: "json",
    reads: &["a sprint document of Emberline's own: `days`, `items` or `changes`"],
    get: &["emberline schema sprint"],
    cannot_tell: &["with `days` of remaining work alone: what was added and what was done on one day"],
};

const CSV: About = About {
    name: "csv",
    reads: &["the same `days` as a table: date,remaining,added,removed,reestimated,completed,reopened"],
    get: &["any spreadsheet; `# name: Sprint 12` and other fields stand above the table"],
    cannot_tell: &["as json"],
};
