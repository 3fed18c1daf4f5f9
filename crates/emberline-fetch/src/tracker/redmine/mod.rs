//! Redmine: a version, its issues with their journals, and the issues that left it.

mod connection;
mod issues;
mod source;
mod version;

use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::prune::keep_fields;
use crate::session::Session;
use connection::RedmineConnection;
use source::OPEN;

pub use source::RedmineSource;

/// The requests in order.
const REQUESTS: [&str; 6] = [
    "GET /users/current.json",
    "GET /projects/{project}/versions.json",
    "GET /issue_statuses.json",
    "GET /issues.json?fixed_version_id={version}&status_id=*",
    "GET /issues.json?project_id={project}&status_id=*&updated_on=>={created} (issues that left the version)",
    "GET /issues/{issue}.json?include=journals, for each issue",
];

pub(crate) fn planned_requests(source: &RedmineSource) -> Vec<String> {
    let server = source.url.as_str().trim_end_matches('/');
    let fill = |request: &str| {
        request.replacen(" /", &format!(" {server}/"), 1).replace("{project}", &source.project)
    };
    REQUESTS.iter().map(|request| fill(request)).collect()
}

pub(crate) fn verify(source: &RedmineSource, session: &Session<'_>) -> Result<String, FetchError> {
    let redmine = RedmineConnection::open(source, session)?;
    Ok(format!("Redmine as {}", redmine.user(session)?))
}

/// Fetches the version, the statuses, the issues with their journals, and the issues that left.
pub(crate) fn fetch(source: &RedmineSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let redmine = RedmineConnection::open(source, &session)?;
    redmine.user(&session)?;
    let version = version::find_version(&redmine, &mut session, source)?;
    let mut statuses = redmine.get(&session, "/issue_statuses.json", &[])?;
    keep_fields(&mut statuses, &|name| ["issue_statuses", "id", "name", "is_closed"].contains(&name));
    session.add_document(&version.document());
    session.add_document(&statuses);
    let counts = issues::fetch_issues(&redmine, &mut session, &version)?;
    session.add_count(count_text(counts.issue_count, "issue"));
    session.add_count(count_text(counts.change_count, "change"));
    if counts.issue_count == 0 {
        session.add_note(format!(
            "\"{}\" has no issues that the credential of {} may see; it needs {}",
            version.name, redmine.api.credential_origin, redmine.api.needed_rights
        ));
    }
    Ok(session.finish(format!("{}, {}", source.project, version.name)))
}
