//! What there is to say about each format.

use super::Format;
use crate::input::tracker;

/// What a user has to know about a format.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// What is read.
    pub reads: &'static [&'static str],
    /// How to get it: commands, or addresses of the tracker's API.
    pub get: &'static [&'static str],
    /// What the input cannot tell, and what stands in for it.
    pub cannot_tell: &'static [&'static str],
}

impl Format {
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
}

const JSON: About = About {
    reads: &["a sprint document of Emberline's own: `days`, `items` or `changes`"],
    get: &["emberline schema sprint"],
    cannot_tell: &["with `days` of remaining work alone: what was added and what was done on one day"],
};

const CSV: About = About {
    reads: &["the same `days` as a table: date,remaining,added,removed,reestimated,completed,reopened"],
    get: &["any spreadsheet; `# name: Sprint 12` and other fields stand above the table"],
    cannot_tell: &["as json"],
};
