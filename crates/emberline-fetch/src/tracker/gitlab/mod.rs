//! GitLab: a milestone or an iteration, its issues with their events, and the issues that left it.

mod connection;
mod events;
mod issues;
mod source;
mod timebox;

use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::session::Session;
use connection::GitLabConnection;
use source::Target;

pub use source::GitLabSource;

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
