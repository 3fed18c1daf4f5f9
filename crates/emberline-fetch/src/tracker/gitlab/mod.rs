//! GitLab: a milestone or an iteration, its issues with their events, and the issues that left it.

mod connection;
mod events;
mod issues;
mod timebox;

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;
use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::session::Session;
use connection::GitLabConnection;
use timebox::TimeboxKind;

/// A milestone or an iteration of a group or a project of GitLab.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct GitLabSource {
    /// The address of the site.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", default_value = PUBLIC_SITE))]
    #[serde(default = "public_site")]
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

const PUBLIC_SITE: &str = "https://gitlab.com";

fn public_site() -> Url {
    public_address(PUBLIC_SITE)
}

/// The names of a place and of a timebox.
struct Target<'a> {
    /// The group or the project.
    path: &'a str,
    is_group: bool,
    kind: TimeboxKind,
    /// The title, the number, or `current`.
    timebox: &'a str,
}

impl GitLabSource {
    fn target(&self) -> Result<Target<'_>, FetchError> {
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

/// The requests in order.
const REQUESTS: [&str; 7] = [
    "/user",
    "{place}/{timebox}s",
    "{place}/issues?{timebox}={name}&scope=all",
    "{place}/issues?updated_after={start}&scope=all (issues that left the {timebox})",
    "/projects/{project}/issues/{issue}/resource_{timebox}_events (each of these issues)",
    "/projects/{project}/issues/{issue}/resource_state_events (each issue that was in the {timebox})",
    "/projects/{project}/issues/{issue}/resource_weight_events (each issue that was in the {timebox})",
];

pub(crate) fn planned_requests(source: &GitLabSource) -> Vec<String> {
    let site = source.site.as_str().trim_end_matches('/');
    // A source that is not complete is refused later, with words.
    let Ok(target) = source.target() else { return Vec::new() };
    let fill = |request: &&str| {
        let request = request.replace("{place}", &target.api_path());
        let request = request.replace("{timebox}", target.kind.name()).replace("{name}", target.timebox);
        format!("GET {site}/api/v4{request}")
    };
    REQUESTS.iter().map(fill).collect()
}

pub(crate) fn verify(source: &GitLabSource, session: &Session<'_>) -> Result<String, FetchError> {
    let gitlab = GitLabConnection::open(source, session)?;
    Ok(format!("GitLab as {}", gitlab.user(session)?))
}

/// Fetches the timebox, its issues with their events, and the issues that left it.
pub(crate) fn fetch(source: &GitLabSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let target = source.target()?;
    let gitlab = GitLabConnection::open(source, &session)?;
    gitlab.user(&session)?;
    let timebox = timebox::find_timebox(&gitlab, &mut session, &target)?;
    session.add_document(&timebox.document());
    let counts = issues::fetch_issues(&gitlab, &mut session, &target, &timebox)?;
    session.add_count(count_text(counts.issue_count, "issue"));
    session.add_count(count_text(counts.event_count, "event"));
    if counts.issue_count == 0 {
        session.add_note(format!(
            "\"{}\" has no issues that the credential of {} may see; it needs {}",
            timebox.name, gitlab.api.credential_origin, gitlab.api.needed_rights
        ));
    }
    Ok(session.finish(format!("{}, {}", target.path, timebox.name)))
}
