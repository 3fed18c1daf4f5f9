//! The sources of sprints, whatever the tracker.

use schemars::JsonSchema;
use serde::Deserialize;

use super::fetch_error::FetchError;
use super::fetched::Fetched;
use super::session::{FetchSettings, Session};
use super::tracker::jira::{self, JiraSource};

/// A sprint in a tracker.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Subcommand))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// A sprint of a board of Jira, Cloud or Data Center.
    ///
    /// JIRA_EMAIL and JIRA_API_TOKEN (Cloud) or JIRA_PAT (Data Center) have the credential, else .netrc.
    Jira(JiraSource),
}

/// Fetches a sprint: the raw answers, without what is not read.
///
/// # Errors
/// No credential, no answer, an answer that is an error, or no such board or sprint.
pub fn fetch(source: &Source, settings: &FetchSettings) -> Result<Fetched, FetchError> {
    let session = Session::new(settings)?;
    match source {
        Source::Jira(source) => jira::fetch(source, session),
    }
}

/// Checks the credential and returns a line about it, such as `Jira Cloud as ada@acme.example`.
///
/// # Errors
/// No credential, no answer, or a credential that the tracker does not accept.
pub fn verify(source: &Source, settings: &FetchSettings) -> Result<String, FetchError> {
    let session = Session::new(settings)?;
    match source {
        Source::Jira(source) => jira::verify(source, &session),
    }
}

impl Source {
    /// Returns the source of another sprint at the same place; `None` if sprints have no names there.
    #[must_use]
    pub fn with_sprint(&self, name: &str) -> Option<Self> {
        match self {
            Self::Jira(source) => Some(Self::Jira(JiraSource { sprint: name.to_owned(), ..source.clone() })),
        }
    }

    /// Returns the requests in the order in which they would be sent, a line each. Values in braces come from answers before.
    pub fn planned_requests(&self) -> Vec<String> {
        match self {
            Self::Jira(source) => jira::planned_requests(source),
        }
    }
}
