//! The names of trackers as sentences have them.

use super::super::error_text::quote_message;
use super::super::format::Format;

/// The trackers that are read, in one phrase.
pub const KNOWN_TRACKERS: &str = "Jira, GitHub, GitLab, Azure DevOps, Linear, Trello, Taiga or Redmine";

/// Returns the name of a format's tracker.
pub const fn tracker_title(format: Format) -> &'static str {
    match format {
        Format::Jira => "Jira",
        Format::GitHub => "GitHub",
        Format::GitLab => "GitLab",
        Format::Azure => "Azure DevOps",
        Format::Linear => "Linear",
        Format::Trello => "Trello",
        Format::Taiga => "Taiga",
        Format::Redmine => "Redmine",
        Format::Json | Format::Csv | Format::ChartJs => "the tracker",
    }
}

/// Returns what a tracker says: `Jira says "The sprint does not exist."`.
pub fn tracker_says(format: Format, message: &str) -> String {
    format!("{} says {}", tracker_title(format), quote_message(message))
}
