//! GitHub: a board with its items and their events, or a milestone of a repository with its issues and their events.

mod board;
mod connection;
mod iteration;
mod milestone;
mod snapshots;
mod timeline;

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;
use crate::fetch_error::FetchError;
use crate::fetched::Fetched;
use crate::session::Session;
use connection::{GitHubConnection, graphql_address};

/// An iteration of a board of GitHub, or a milestone of a repository.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct GitHubSource {
    /// The organization or the user that the board belongs to.
    #[cfg_attr(
        feature = "clap",
        arg(long, value_name = "NAME", required_unless_present = "repo", requires = "project")
    )]
    #[serde(default)]
    pub owner: Option<String>,
    /// The number of the board, as in its address.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NUMBER", requires = "owner"))]
    #[serde(default)]
    pub project: Option<u32>,
    /// The iteration of the board: its name, or `current`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME", default_value = CURRENT))]
    #[serde(default = "current_iteration")]
    pub sprint: String,
    /// A folder that keeps the board of each day as `board-2026-03-02.json`. GitHub tells little of the past: the boards of
    /// earlier days in it are given along, which makes a history. Each board needs a folder of its own.
    #[cfg_attr(feature = "clap", arg(long, value_name = "DIR", requires = "owner"))]
    #[serde(default)]
    pub snapshots: Option<PathBuf>,
    /// The repository of a milestone, instead of a board.
    #[cfg_attr(feature = "clap", arg(long, value_name = "OWNER/NAME", conflicts_with_all = ["owner", "project"], requires = "milestone"))]
    #[serde(default)]
    pub repo: Option<String>,
    /// The milestone of the repository: its number, as in its address, or its title.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NUMBER|TITLE", requires = "repo"))]
    #[serde(default)]
    pub milestone: Option<String>,
    /// The address of the API. That of GitHub Enterprise Server is https://HOST/api/v3.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", default_value = PUBLIC_API))]
    #[serde(default = "public_api")]
    #[schemars(with = "String")]
    pub api: Url,
}

/// The value that names the iteration that runs.
const CURRENT: &str = "current";
const PUBLIC_API: &str = "https://api.github.com";

fn current_iteration() -> String {
    CURRENT.to_owned()
}

fn public_api() -> Url {
    public_address(PUBLIC_API)
}

/// The place of a sprint.
enum Place<'a> {
    Board { owner: &'a str, number: u32 },
    Milestone { owner: &'a str, repository: &'a str, milestone: &'a str },
}

impl GitHubSource {
    fn place(&self) -> Result<Place<'_>, FetchError> {
        match (&self.owner, self.project, &self.repo, &self.milestone) {
            (Some(owner), Some(number), None, None) => Ok(Place::Board { owner, number }),
            (None, None, Some(repo), Some(milestone)) => match repo.split_once('/') {
                Some((owner, repository)) if !repository.contains('/') => {
                    Ok(Place::Milestone { owner, repository, milestone })
                }
                _ => Err(FetchError::Source {
                    field: "repo",
                    found: format!("\"{repo}\""),
                    expected: "the owner and the name of a repository, such as acme/app",
                }),
            },
            _ => Err(FetchError::Source {
                field: "owner",
                found: "another combination".to_owned(),
                expected: "owner and project of a board, or repo and milestone",
            }),
        }
    }
}

pub(crate) fn planned_requests(source: &GitHubSource) -> Vec<String> {
    const BOARD: [&str; 4] = [
        "viewer",
        "projectV2({project}): the iterations",
        "projectV2({project}): all items, 50 a request",
        "node({issue}): further events of an issue with more than 100",
    ];
    const MILESTONE: [&str; 5] = [
        "viewer",
        "milestones of {repo}, 100 a request",
        "milestone({milestone}): all issues, 50 a request",
        "issues of {repo} since the milestone's creation, 50 a request (issues that left the milestone)",
        "node({issue}): further events of an issue with more than 100",
    ];
    let address = graphql_address(&source.api);
    let project = source.project.map(|number| number.to_string()).unwrap_or_default();
    let fill = |request: &str| {
        let request = request.replace("{project}", &project);
        let request = request.replace("{repo}", source.repo.as_deref().unwrap_or_default());
        format!("POST {address} {request}")
    };
    let requests: &[&str] = if source.repo.is_some() { &MILESTONE } else { &BOARD };
    requests.iter().map(|request| fill(request)).collect()
}

pub(crate) fn verify(source: &GitHubSource, session: &Session<'_>) -> Result<String, FetchError> {
    let github = GitHubConnection::open(source, session)?;
    Ok(format!("GitHub as {}", github.user))
}

/// Fetches the board and the boards of earlier days, or the milestone.
pub(crate) fn fetch(source: &GitHubSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let place = source.place()?;
    let github = GitHubConnection::open(source, &session)?;
    let name = match place {
        Place::Board { owner, number } => board::fetch_board(&github, &mut session, source, owner, number)?,
        Place::Milestone { owner, repository, milestone } => {
            let repository = milestone::Repository { owner, name: repository };
            milestone::fetch_milestone(&github, &mut session, &repository, milestone)?
        }
    };
    Ok(session.finish(name))
}
