//! The board: by its number or by its name.

use serde_json::Value;

use super::connection::JiraConnection;
use super::text;
use crate::fetch_error::FetchError;
use crate::session::Session;

/// A board.
pub(super) struct Board {
    pub(super) id: String,
}

/// Finds a board and returns it with its configuration.
///
/// # Errors
/// There is no such board: the error has the nearest names.
pub(super) fn find_board(
    jira: &JiraConnection,
    session: &Session<'_>,
    name: &str,
) -> Result<(Board, Value), FetchError> {
    let configuration =
        |id: &str| jira.get(session, &format!("/rest/agile/1.0/board/{id}/configuration"), &[]);
    let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    let first = if is_number { Some(configuration(name)) } else { None };
    match first {
        Some(Ok(configuration)) => return Ok((Board { id: name.to_owned() }, configuration)),
        // Another error than "there is none" stands.
        Some(Err(error)) if !error.is_not_found() => return Err(error),
        _ => {}
    }
    let pages = jira.pages(session, "/rest/agile/1.0/board", "values", &[])?;
    let boards: Vec<&Value> =
        pages.iter().filter_map(|page| page.get("values")?.as_array()).flatten().collect();
    let matching: Vec<&&Value> =
        boards.iter().filter(|board| text(board, "name").eq_ignore_ascii_case(name)).collect();
    match matching.as_slice() {
        [board] => {
            let id = text(board, "id");
            configuration(&id).map(|configuration| (Board { id }, configuration))
        }
        [] => {
            let names: Vec<String> = boards.iter().map(|board| text(board, "name")).collect();
            Err(FetchError::unknown_name("board", name, &names))
        }
        several => {
            let ids: Vec<String> = several.iter().map(|board| text(board, "id")).collect();
            Err(FetchError::NotFound {
                field: "board",
                found: format!("{} boards are called \"{name}\"", several.len()),
                remedy: Some(format!("give the number of one: {}", ids.join(", "))),
            })
        }
    }
}
