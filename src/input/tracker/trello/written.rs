//! What Trello writes.

use serde::Deserialize;

use super::super::stamp::Stamp;

/// Something that somebody did on a board.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Action {
    #[serde(default)]
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) date: Stamp,
    #[serde(default)]
    pub(super) data: Data,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Data {
    pub(super) board: Option<Named>,
    pub(super) card: Option<Card>,
    pub(super) list: Option<Named>,
    pub(super) list_before: Option<Named>,
    pub(super) list_after: Option<Named>,
    pub(super) old: Option<Old>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    pub(super) id: String,
    pub(super) name: Option<String>,
}

/// A card, as far as the place tells of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Card {
    pub(super) id: String,
    pub(super) name: Option<String>,
    #[serde(rename = "idShort")]
    pub(super) number: Option<u64>,
    #[serde(rename = "idList")]
    pub(super) list: Option<String>,
    pub(super) closed: Option<bool>,
}

/// What an update changed, as it was before.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Old {
    pub(super) name: Option<String>,
    pub(super) closed: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct List {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) cards: Vec<Card>,
}

/// A whole board.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Export {
    pub(super) name: Option<String>,
    pub(super) lists: Vec<List>,
    pub(super) cards: Vec<Card>,
    pub(super) actions: Vec<Action>,
}
