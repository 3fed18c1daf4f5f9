//! The sprint: the active one, or by its number or its name.

use serde_json::Value;

use super::board::Board;
use super::connection::JiraConnection;
use super::{ACTIVE, text};
use crate::fetch_error::FetchError;
use crate::session::Session;
use crate::sprint_choice::{KnownSprint, SprintPhase, SprintRequest, choose_sprint, leading_date};

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
    let place = format!("board {}", board.id);
    let request = SprintRequest { field: "sprint", wanted: name, running: ACTIVE, place };
    let states = if request.wants_running() { "active,future" } else { "active,closed,future" };
    let mut sprints = list_sprints(jira, session, board, states)?;
    let known: Vec<KnownSprint> = sprints.iter().map(known_sprint).collect();
    let index = choose_sprint(&known, &request, session)?;
    Ok(sprints.swap_remove(index))
}

fn known_sprint(sprint: &Value) -> KnownSprint {
    let phase = match text(sprint, "state").as_str() {
        ACTIVE => SprintPhase::Running,
        "future" => SprintPhase::Ahead,
        _ => SprintPhase::Over,
    };
    let start = leading_date(&text(sprint, "startDate"));
    KnownSprint { name: text(sprint, "name"), id: text(sprint, "id"), start, phase }
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
