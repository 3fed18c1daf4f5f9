//! Trello: the actions of a board, and its lists with their cards.

mod actions;
mod connection;
mod source;
mod titles;

use serde_json::{Value, json};

use crate::api::encode_segment;
use crate::fetch_error::FetchError;
use crate::fetched::{Fetched, count_text};
use crate::json_fields::{entries_at, text};
use crate::session::Session;
use connection::TrelloConnection;

pub use source::TrelloSource;

/// The requests in order.
const REQUESTS: [&str; 3] = [
    "/1/boards/{board}",
    "/1/boards/{board}/lists?filter=all&cards=all",
    "/1/boards/{board}/actions?limit=1000&before={action}",
];

pub(crate) fn planned_requests(source: &TrelloSource) -> Vec<String> {
    let api = source.api.as_str().trim_end_matches('/');
    let board = encode_segment(&source.board);
    REQUESTS.iter().map(|request| format!("GET {api}{}", request.replace("{board}", &board))).collect()
}

pub(crate) fn verify(source: &TrelloSource, session: &Session<'_>) -> Result<String, FetchError> {
    let trello = TrelloConnection::open(source, session)?;
    let user = trello.get(session, "/1/members/me", &[("fields", "username")])?;
    Ok(format!("Trello as {}", text(&user, "username")))
}

/// Fetches the board's lists with their cards, and all of its actions.
pub(crate) fn fetch(source: &TrelloSource, mut session: Session<'_>) -> Result<Fetched, FetchError> {
    let trello = TrelloConnection::open(source, &session)?;
    let board = find_board(&trello, &session, &source.board)?;
    let path = format!("/1/boards/{}", encode_segment(&text(&board, "id")));
    let lists = trello.get(&session, &format!("{path}/lists"), &LIST_FIELDS)?;
    let actions = actions::fetch_actions(&trello, &session, &format!("{path}/actions"))?;

    let cards = entries_at(&lists, "").map(|list| entries_at(list, "/cards").count()).sum();
    session.add_count(count_text(cards, "card"));
    session.add_count(count_text(actions.len(), "action"));
    // A list or an action each: of lists of a thousand nobody could tell that they are whole.
    for mut entry in entries_at(&lists, "").cloned().chain(actions) {
        if !session.settings.titles {
            titles::keep_estimates(&mut entry);
        }
        session.add_document(&json!([entry]));
    }
    session.add_note("a board has no sprints: draw it with --name NAME --start DATE --end DATE".to_owned());
    Ok(session.finish(format!("board {}", text(&board, "name"))))
}

/// Fields of lists and of their cards that are read. Archived lists have cards that were done.
const LIST_FIELDS: [(&str, &str); 4] = [
    ("filter", "all"),
    ("fields", "name"),
    ("cards", "all"),
    ("card_fields", "name,idShort,idList,closed,dateLastActivity"),
];

/// Finds a board by its id.
///
/// # Errors
/// There is no such board: the error has the boards of the credential.
fn find_board(trello: &TrelloConnection, session: &Session<'_>, id: &str) -> Result<Value, FetchError> {
    let path = format!("/1/boards/{}", encode_segment(id));
    match trello.get(session, &path, &[("fields", "name")]) {
        Err(error @ FetchError::Answer { status: 400 | 404, .. }) => {
            let fields = [("fields", "name,shortLink")];
            let Ok(boards) = trello.get(session, "/1/members/me/boards", &fields) else { return Err(error) };
            let names: Vec<String> = entries_at(&boards, "")
                .map(|board| format!("{} {}", text(board, "shortLink"), text(board, "name")))
                .collect();
            Err(FetchError::unknown_name("board", id, &names))
        }
        board => board,
    }
}
