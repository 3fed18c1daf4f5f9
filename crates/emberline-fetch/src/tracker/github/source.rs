//! The place of the sprint, as arguments and profiles give it.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;
use crate::fetch_error::FetchError;

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
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address, default_value = PUBLIC_API))]
    #[serde(default = "public_api", deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub api: Url,
}

/// The value that names the iteration that runs.
pub(super) const CURRENT: &str = "current";
pub(super) const PUBLIC_API: &str = "https://api.github.com";

fn current_iteration() -> String {
    CURRENT.to_owned()
}

fn public_api() -> Url {
    public_address(PUBLIC_API)
}

/// The place of a sprint.
pub(super) enum Place<'a> {
    Board { owner: &'a str, number: u32 },
    Milestone { owner: &'a str, repository: &'a str, milestone: &'a str },
}

impl GitHubSource {
    pub(super) fn place(&self) -> Result<Place<'_>, FetchError> {
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
