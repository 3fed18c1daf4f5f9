//! The sprint: the active one, or by its number or its name.

use serde_json::Value;

use super::board::Board;
use super::connection::JiraConnection;
use super::{ACTIVE, text};
use crate::fetch_error::FetchError;
use crate::session::Session;

/// Finds a sprint of a board.
///
/// # Errors
/// There is no such sprint: the error has the nearest names, or says when the next sprint starts.
pub(super) fn find_sprint(
    jira: &JiraConnection,
    session: &mut Session<'_>,
    board: &Board,
    name: &str,
) -> Result<Value, FetchError> {
    if name.eq_ignore_ascii_case(ACTIVE) {
        return active_sprint(jira, session, board);
    }
    let sprints = list_sprints(jira, session, board, "active,closed,future")?;
    let named = |sprint: &&Value| text(sprint, "name") == name || text(sprint, "id") == name;
    match sprints.iter().find(named) {
        Some(sprint) => Ok(sprint.clone()),
        None => {
            let names: Vec<String> = sprints.iter().map(|sprint| text(sprint, "name")).collect();
            Err(FetchError::unknown_name("sprint", name, &names))
        }
    }
}

/// The active sprint; of several the one that began last, which is said.
fn active_sprint(
    jira: &JiraConnection,
    session: &mut Session<'_>,
    board: &Board,
) -> Result<Value, FetchError> {
    let mut sprints = list_sprints(jira, session, board, ACTIVE)?;
    sprints.sort_by_key(|sprint| text(sprint, "startDate"));
    let Some(sprint) = sprints.pop() else {
        return Err(no_active_sprint(jira, session, board)?);
    };
    if !sprints.is_empty() {
        let others: Vec<String> =
            sprints.iter().map(|sprint| format!("\"{}\"", text(sprint, "name"))).collect();
        session.add_note(format!(
            "several sprints are active; took \"{}\", which began last, not {}: --sprint NAME takes another",
            text(&sprint, "name"),
            others.join(", ")
        ));
    }
    Ok(sprint)
}

fn no_active_sprint(
    jira: &JiraConnection,
    session: &Session<'_>,
    board: &Board,
) -> Result<FetchError, FetchError> {
    let mut future = list_sprints(jira, session, board, "future")?;
    future.retain(|sprint| !text(sprint, "startDate").is_empty());
    future.sort_by_key(|sprint| text(sprint, "startDate"));
    let remedy = match future.first() {
        Some(next) => {
            let start = text(next, "startDate");
            format!(
                "the next one, \"{}\", starts on {}",
                text(next, "name"),
                start.get(..10).unwrap_or(&start)
            )
        }
        None => "start one, or name a closed one: --sprint NAME".to_owned(),
    };
    Ok(FetchError::NotFound {
        field: "sprint",
        found: format!("board {} has no active sprint", board.id),
        remedy: Some(remedy),
    })
}

fn list_sprints(
    jira: &JiraConnection,
    session: &Session<'_>,
    board: &Board,
    states: &str,
) -> Result<Vec<Value>, FetchError> {
    let path = format!("/rest/agile/1.0/board/{}/sprint", board.id);
    let pages = jira.pages(session, &path, "values", &[("state", states)])?;
    Ok(pages
        .into_iter()
        .filter_map(|mut page| Some(page.get_mut("values")?.as_array_mut()?.split_off(0)))
        .flatten()
        .collect())
}
