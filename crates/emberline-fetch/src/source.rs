//! The sources of sprints, whatever the tracker.

use schemars::JsonSchema;
use serde::Deserialize;

use super::fetch_error::FetchError;
use super::fetched::Fetched;
use super::session::{FetchSettings, Session};
use super::tracker::azure::{self, AzureSource};
use super::tracker::github::{self, GitHubSource};
use super::tracker::gitlab::{self, GitLabSource};
use super::tracker::jira::{self, JiraSource};
use super::tracker::linear::{self, LinearSource};
use super::tracker::redmine::{self, RedmineSource};
use super::tracker::trello::{self, TrelloSource};

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
    /// An iteration of a board of GitHub, or a milestone of a repository.
    ///
    /// GITHUB_TOKEN or GH_TOKEN has the credential, else .netrc.
    #[serde(rename = "github")]
    #[cfg_attr(feature = "clap", command(name = "github"))]
    GitHub(GitHubSource),
    /// A milestone or an iteration of a group or a project of GitLab.
    ///
    /// GITLAB_TOKEN has the credential, else .netrc.
    #[serde(rename = "gitlab")]
    #[cfg_attr(feature = "clap", command(name = "gitlab"))]
    GitLab(GitLabSource),
    /// A cycle of a team of Linear.
    ///
    /// LINEAR_API_KEY has the credential, else .netrc.
    Linear(LinearSource),
    /// An iteration of a team of Azure DevOps.
    ///
    /// AZURE_DEVOPS_EXT_PAT has the credential, a personal access token, else .netrc.
    Azure(AzureSource),
    /// A board of Trello.
    ///
    /// TRELLO_KEY and TRELLO_TOKEN have the credential, else .netrc (login and password).
    Trello(TrelloSource),
    /// A version of a project of Redmine.
    ///
    /// REDMINE_API_KEY has the credential, else .netrc.
    #[cfg_attr(feature = "clap", command(disable_version_flag = true))]
    Redmine(RedmineSource),
}

/// Fetches a sprint: the raw answers, without what is not read.
///
/// # Errors
/// No credential, no answer, an answer that is an error, or no such board or sprint.
pub fn fetch(source: &Source, settings: &FetchSettings) -> Result<Fetched, FetchError> {
    let session = Session::new(settings)?;
    match source {
        Source::Jira(source) => jira::fetch(source, session),
        Source::GitHub(source) => github::fetch(source, session),
        Source::GitLab(source) => gitlab::fetch(source, session),
        Source::Linear(source) => linear::fetch(source, session),
        Source::Azure(source) => azure::fetch(source, session),
        Source::Trello(source) => trello::fetch(source, session),
        Source::Redmine(source) => redmine::fetch(source, session),
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
        Source::GitHub(source) => github::verify(source, &session),
        Source::GitLab(source) => gitlab::verify(source, &session),
        Source::Linear(source) => linear::verify(source, &session),
        Source::Azure(source) => azure::verify(source, &session),
        Source::Trello(source) => trello::verify(source, &session),
        Source::Redmine(source) => redmine::verify(source, &session),
    }
}

impl Source {
    /// Returns the source of another sprint at the same place; `None` for a source that names its one sprint.
    #[must_use]
    pub fn with_sprint(&self, name: &str) -> Option<Self> {
        let name = name.to_owned();
        match self.clone() {
            Self::Jira(source) => Some(Self::Jira(JiraSource { sprint: name, ..source })),
            Self::GitHub(source) if source.project.is_some() => {
                Some(Self::GitHub(GitHubSource { sprint: name, ..source }))
            }
            Self::GitLab(source) if source.iteration.is_some() => {
                Some(Self::GitLab(GitLabSource { iteration: Some(name), ..source }))
            }
            Self::Linear(source) => Some(Self::Linear(LinearSource { sprint: name, ..source })),
            Self::Azure(source) => Some(Self::Azure(AzureSource { sprint: name, ..source })),
            Self::Redmine(source) => Some(Self::Redmine(RedmineSource { version: name, ..source })),
            // A milestone is named once and for all, and a board of Trello is one sprint.
            Self::GitHub(_) | Self::GitLab(_) | Self::Trello(_) => None,
        }
    }

    /// Returns the requests in the order in which they would be sent, a line each. Values in braces come from answers before.
    pub fn planned_requests(&self) -> Vec<String> {
        match self {
            Self::Jira(source) => jira::planned_requests(source),
            Self::GitHub(source) => github::planned_requests(source),
            Self::GitLab(source) => gitlab::planned_requests(source),
            Self::Linear(source) => linear::planned_requests(source),
            Self::Azure(source) => azure::planned_requests(source),
            Self::Trello(source) => trello::planned_requests(source),
            Self::Redmine(source) => redmine::planned_requests(source),
        }
    }
}
