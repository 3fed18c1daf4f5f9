//! Jira, Cloud and Data Center: the board, the sprint, its issues, and their changes.

mod board;
mod changes;
mod connection;
mod fields;
mod issues;
mod source;
mod sprint;

use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::json_fields::text;
use crate::session::Session;
use connection::JiraConnection;
use fields::JiraFields;
use source::ACTIVE;

pub use source::JiraSource;

/// The requests in order; `[Cloud]` and `[Data Center]` are sent to one of them.
const REQUESTS: [&str; 10] = [
    "GET /rest/api/2/serverInfo",
    "GET /rest/api/2/myself",
    "GET /rest/agile/1.0/board/{board}/configuration",
    "GET /rest/agile/1.0/board/{board}/sprint?state={state}",
    "GET /rest/api/2/field",
    "GET /rest/api/2/status",
    "GET /rest/software/1.0/sprint/{sprint}/issue [Cloud]",
    "POST /rest/api/3/changelog/bulkfetch [Cloud]",
    "GET /rest/agile/1.0/sprint/{sprint}/issue?expand=changelog [Data Center]",
    "GET /rest/agile/1.0/board/{board}/issue?jql=updated >= {start} (issues that left the sprint)",
];

pub(crate) fn planned_requests(source: &JiraSource) -> Vec<String> {
    let site = source.site.as_str().trim_end_matches('/');
    let fill =
        |request: &str| request.replacen(" /", &format!(" {site}/"), 1).replace("{board}", &source.board);
    REQUESTS.iter().map(|request| fill(request)).collect()
}

pub(crate) fn verify(source: &JiraSource, session: &Session<'_>) -> Result<String, FetchError> {
    let jira = JiraConnection::open(source, session)?;
    let user = jira.user(session)?;
    Ok(format!("{} as {user}", jira.edition()))
}

/// Fetches the sprint, its issues with their changes, and the issues that left it.
pub(crate) fn fetch(source: &JiraSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let jira = JiraConnection::open(source, &session)?;
    jira.user(&session)?;
    let (board, configuration) = board::find_board(&jira, &session, &source.board)?;
    let sprint = sprint::find_sprint(&jira, &mut session, &board, &source.sprint)?;
    let fields = JiraFields::fetch(&jira, &session, &configuration)?;
    let statuses = jira.get(&session, "/rest/api/2/status", &[])?;

    session.add_document(&fields.prune(configuration));
    session.add_document(&fields.prune(sprint.clone()));
    session.add_document(&fields.prune(statuses));
    let name = text(&sprint, "name");
    let found = issues::fetch_issues(&jira, &mut session, &board, &sprint, &fields)?;
    session.add_count(count_text(found.issue_count, "issue"));
    session.add_count(count_text(found.change_count, "change"));
    if found.issue_count == 0 {
        session.add_note(format!(
            "\"{name}\" has no issues that the credential of {} may see; it needs {}",
            jira.api.credential_origin, jira.api.needed_rights
        ));
    }
    Ok(session.finish(format!("board {}, {name}", board.id)))
}
