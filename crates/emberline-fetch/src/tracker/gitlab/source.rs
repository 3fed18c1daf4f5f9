//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;
use crate::fetch_error::FetchError;

/// A milestone or an iteration of a group or a project of GitLab.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct GitLabSource {
    /// The address of the site.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address, default_value = PUBLIC_SITE))]
    #[serde(default = "public_site", deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub site: Url,
    /// The group, as in its address: acme or acme/apps. Issues of all its projects count.
    #[cfg_attr(feature = "clap", arg(long, value_name = "PATH", required_unless_present = "project"))]
    #[serde(default)]
    pub group: Option<String>,
    /// The project, as in its address: acme/app.
    #[cfg_attr(feature = "clap", arg(long, value_name = "PATH", conflicts_with = "group"))]
    #[serde(default)]
    pub project: Option<String>,
    /// The milestone: its title, or `current`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "TITLE", required_unless_present = "iteration"))]
    #[serde(default)]
    pub milestone: Option<String>,
    /// The iteration: its number as in the API, its title, or `current`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "ID|TITLE", conflicts_with = "milestone"))]
    #[serde(default)]
    pub iteration: Option<String>,
}

pub(super) const PUBLIC_SITE: &str = "https://gitlab.com";

fn public_site() -> Url {
    public_address(PUBLIC_SITE)
}

/// The names of a place and of a timebox.
pub(super) struct Target<'a> {
    /// The group or the project.
    pub(super) path: &'a str,
    pub(super) is_group: bool,
    pub(super) kind: TimeboxKind,
    /// The title, the number, or `current`.
    pub(super) timebox: &'a str,
}

impl GitLabSource {
    pub(super) fn target(&self) -> Result<Target<'_>, FetchError> {
        let refuse =
            |field, expected| FetchError::Source { field, found: "none or both".to_owned(), expected };
        let (path, is_group) = match (&self.group, &self.project) {
            (Some(group), None) => (group, true),
            (None, Some(project)) => (project, false),
            _ => return Err(refuse("group", "either group or project")),
        };
        let (kind, timebox) = match (&self.milestone, &self.iteration) {
            (Some(title), None) => (TimeboxKind::Milestone, title),
            (None, Some(iteration)) => (TimeboxKind::Iteration, iteration),
            _ => return Err(refuse("milestone", "either milestone or iteration")),
        };
        Ok(Target { path, is_group, kind, timebox })
    }
}

/// The kind of a timebox. An issue has one of each at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeboxKind {
    Milestone,
    Iteration,
}

impl TimeboxKind {
    /// The name, as in fields and addresses.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Milestone => "milestone",
            Self::Iteration => "iteration",
        }
    }

    /// The other kind.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Milestone => Self::Iteration,
            Self::Iteration => Self::Milestone,
        }
    }
}
