//! A board: its iterations, all its items with their events, and the boards of earlier days.

use serde_json::{Value, json};

use super::connection::GitHubConnection;
use super::iteration::{BOARD, ITEMS, is_in_iteration, keep_iteration, known_iterations, prune_item};
use super::snapshots::SnapshotFolder;
use super::timeline::{board_kinds, complete_timeline, event_count};
use super::{CURRENT, GitHubSource};
use crate::fetch_error::FetchError;
use crate::fetched::count_text;
use crate::json_fields::{entries_at, entries_mut, text};
use crate::pages::{Page, fetch_pages, next_cursor};
use crate::session::Session;
use crate::sprint_choice::{KnownSprint, SprintRequest, choose_sprint};

const BOARD_QUERY: &str = include_str!("queries/board.graphql");
const BOARDS_QUERY: &str = include_str!("queries/boards.graphql");
const ITEMS_QUERY: &str = concat!(
    include_str!("queries/items.graphql"),
    include_str!("queries/issue.graphql"),
    include_str!("queries/events.graphql")
);

/// Fetches a board and writes it. Returns the name of the board and the iteration.
pub(super) fn fetch_board(
    github: &GitHubConnection,
    session: &mut Session<'_>,
    source: &GitHubSource,
    owner: &str,
    number: u32,
) -> Result<String, FetchError> {
    let board = find_board(github, session, owner, number)?;
    let id = board.pointer(BOARD).map(|board| text(board, "id")).unwrap_or_default();
    // A folder of another board is refused before the many requests.
    let folder = source.snapshots.as_deref().map(|path| SnapshotFolder::open(path, &id)).transpose()?;
    let sprint = find_iteration(session, &board, source, number)?;

    let mut documents = vec![board];
    documents.extend(fetch_items(github, session, owner, number)?);
    count_items(github, session, &documents, &sprint);
    let today = session.settings.now.date();
    if let Some(folder) = folder {
        folder.keep(today, &documents)?;
        for snapshot in folder.read_earlier(today, sprint.start)? {
            write_documents(session, snapshot.documents, &sprint, Some(snapshot.day));
        }
        write_documents(session, documents, &sprint, Some(today));
    } else {
        write_documents(session, documents, &sprint, None);
    }
    Ok(format!("board {number}, {}", sprint.name))
}

/// Finds a board and returns it with its iterations.
fn find_board(
    github: &GitHubConnection,
    session: &Session<'_>,
    owner: &str,
    number: u32,
) -> Result<Value, FetchError> {
    let board = github.query(session, BOARD_QUERY, &json!({ "owner": owner, "number": number }));
    match board {
        Ok(board) if board.pointer(BOARD).is_some_and(Value::is_object) => return Ok(board),
        Err(error) if !error.is_not_found() => return Err(error),
        _ => {}
    }
    let boards = github.query(session, BOARDS_QUERY, &json!({ "owner": owner }))?;
    if !boards.pointer("/data/repositoryOwner").is_some_and(Value::is_object) {
        return Err(FetchError::NotFound {
            field: "owner",
            found: format!("GitHub knows no \"{owner}\""),
            remedy: Some("give the name of an organization or of a user, as in its address".to_owned()),
        });
    }
    let boards = entries_at(&boards, "/data/repositoryOwner/projectsV2/nodes");
    let names: Vec<String> =
        boards.map(|board| format!("{} {}", text(board, "number"), text(board, "title"))).collect();
    Err(FetchError::unknown_name("project", &number.to_string(), &names))
}

fn find_iteration(
    session: &mut Session<'_>,
    board: &Value,
    source: &GitHubSource,
    number: u32,
) -> Result<KnownSprint, FetchError> {
    let mut iterations = known_iterations(board, session.settings.now.date());
    if iterations.is_empty() {
        return Err(FetchError::NotFound {
            field: "sprint",
            found: format!("board {number} has no iterations"),
            remedy: Some(
                "add a field of the type Iteration to the board, or give --repo and --milestone".to_owned(),
            ),
        });
    }
    let place = format!("board {number}");
    let request = SprintRequest { field: "sprint", wanted: &source.sprint, running: CURRENT, place };
    let index = choose_sprint(&iterations, &request, session)?;
    Ok(iterations.swap_remove(index))
}

/// Fetches all pages of the items, each issue with all its events.
fn fetch_items(
    github: &GitHubConnection,
    session: &Session<'_>,
    owner: &str,
    number: u32,
) -> Result<Vec<Value>, FetchError> {
    let query = format!("{ITEMS_QUERY}{}", github.board_events());
    let kinds = board_kinds(github);
    let request = format!("POST {} (items of a board)", github.api.base);
    fetch_pages(&request, |after: Option<String>| {
        let variables = json!({ "owner": owner, "number": number, "after": after,
            "titles": session.settings.titles, "kinds": kinds });
        let mut answer = github.query(session, &query, &variables)?;
        for item in entries_mut(&mut answer, ITEMS) {
            prune_item(item);
            if let Some(issue) = item.get_mut("content") {
                complete_timeline(github, session, issue, kinds)?;
            }
        }
        let next = answer.pointer(BOARD).and_then(|board| next_cursor(board.get("items")?));
        Ok(Page { answer, next })
    })
}

/// Adds the counts of the board, and says what the credential may not see.
fn count_items(
    github: &GitHubConnection,
    session: &mut Session<'_>,
    documents: &[Value],
    sprint: &KnownSprint,
) {
    let items: Vec<&Value> = documents.iter().flat_map(|page| entries_at(page, ITEMS)).collect();
    let in_sprint = items.iter().filter(|item| is_in_iteration(item, &sprint.name)).count();
    let events: usize = items.iter().filter_map(|item| item.get("content")).map(event_count).sum();
    let hidden = items.iter().filter(|item| item.get("content").is_some_and(Value::is_null)).count();
    session.add_count(format!("{} of {} on the board", in_sprint, count_text(items.len(), "item")));
    session.add_count(count_text(events, "event"));
    let origin = &github.api.credential_origin;
    if hidden > 0 {
        session.add_note(format!(
            "{} of the board are hidden from the credential of {origin}, which needs {}",
            count_text(hidden, "item"),
            github.api.needed_rights
        ));
    } else if items.is_empty() {
        session.add_note(format!("the board has no items that the credential of {origin} may see"));
    }
    if !github.has_board_events {
        session.add_note("this GitHub keeps no events of boards: --snapshots DIR makes a history".to_owned());
    }
}

/// Writes the documents of a board without the iterations of other sprints. The day stands before those of a dated board.
fn write_documents(
    session: &mut Session<'_>,
    documents: Vec<Value>,
    sprint: &KnownSprint,
    day: Option<jiff::civil::Date>,
) {
    if let Some(day) = day {
        session.add_document(&json!({ "taken": day.to_string() }));
    }
    for mut document in documents {
        keep_iteration(&mut document, &sprint.name);
        if !session.settings.titles {
            for item in entries_mut(&mut document, ITEMS) {
                if let Some(issue) = item.get_mut("content").and_then(Value::as_object_mut) {
                    issue.remove("title");
                }
            }
        }
        session.add_document(&document);
    }
}
