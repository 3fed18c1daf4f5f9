//! The formats by name.

#[cfg(feature = "trackers")]
mod about;

#[cfg(feature = "trackers")]
pub use about::About;

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

    /// Its name, as `--from` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Jira => "jira",
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Azure => "azure",
            Self::Linear => "linear",
            Self::Trello => "trello",
            Self::Taiga => "taiga",
        }
    }

    /// The format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}
