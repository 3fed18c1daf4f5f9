//! The actions of a board, the newest first, each page before the last action of the one before.

use serde_json::Value;

use super::connection::TrelloConnection;
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::pages::{Page, fetch_pages};
use crate::prune::keep_fields;
use crate::session::Session;

/// Kinds of actions that are read.
const KINDS: &str = "createCard,copyCard,convertToCardFromCheckItem,emailCard,updateCard,deleteCard,moveCardToBoard,\
                     moveCardFromBoard";
/// Maximal actions of a page.
const PAGE_ACTIONS: &str = "1000";
/// Names of fields of an action that are read, at any depth.
const KEPT_FIELDS: [&str; 15] = [
    "board",
    "card",
    "closed",
    "data",
    "date",
    "dateLastActivity",
    "id",
    "idList",
    "idShort",
    "list",
    "listAfter",
    "listBefore",
    "name",
    "old",
    "type",
];

/// Fetches all actions that are read.
pub(super) fn fetch_actions(
    trello: &TrelloConnection,
    session: &Session<'_>,
    path: &str,
) -> Result<Vec<Value>, FetchError> {
    let pages = fetch_pages(&format!("GET {}{path}", trello.api.base), |before: Option<String>| {
        let mut query = vec![
            ("filter", KINDS),
            ("fields", "data,date,type"),
            ("member", "false"),
            ("memberCreator", "false"),
            ("limit", PAGE_ACTIONS),
        ];
        query.extend(before.iter().map(|id| ("before", id.as_str())));
        let answer = trello.get(session, path, &query)?;
        let next = answer.as_array().and_then(|actions| actions.last()).map(|action| text(action, "id"));
        Ok(Page { answer, next })
    })?;
    let actions = pages.into_iter().filter_map(|page| match page {
        Value::Array(actions) => Some(actions),
        _ => None,
    });
    let mut actions: Vec<Value> = actions.flatten().collect();
    for action in &mut actions {
        keep_fields(action, &|name| KEPT_FIELDS.contains(&name));
    }
    actions.retain(is_read);
    Ok(actions)
}

/// True for an action that changes what is read: updates of descriptions, labels and positions don't.
fn is_read(action: &Value) -> bool {
    let old = action.pointer("/data/old").and_then(Value::as_object);
    text(action, "type") != "updateCard" || old.is_some_and(|old| !old.is_empty())
}
