//! The JSON of Trello's API.

use serde::Deserialize;

use super::super::json_moment::JsonMoment;

/// An action of a user on a board.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Action<'a> {
    #[serde(default)]
    pub(super) id: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'a str,
    pub(super) date: JsonMoment,
    #[serde(borrow, default)]
    pub(super) data: ActionData<'a>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct ActionData<'a> {
    #[serde(borrow)]
    pub(super) board: Option<NamedRef<'a>>,
    #[serde(borrow)]
    pub(super) card: Option<WireCard<'a>>,
    #[serde(borrow)]
    pub(super) list: Option<NamedRef<'a>>,
    #[serde(borrow)]
    pub(super) list_before: Option<NamedRef<'a>>,
    #[serde(borrow)]
    pub(super) list_after: Option<NamedRef<'a>>,
    #[serde(borrow)]
    pub(super) old: Option<OldValues<'a>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NamedRef<'a> {
    pub(super) id: &'a str,
    pub(super) name: Option<&'a str>,
}

/// A card. Each response has only some of the fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct WireCard<'a> {
    pub(super) id: &'a str,
    pub(super) name: Option<&'a str>,
    #[serde(rename = "idShort")]
    pub(super) number: Option<u64>,
    #[serde(rename = "idList")]
    pub(super) list: Option<&'a str>,
    pub(super) closed: Option<bool>,
    #[serde(rename = "dateLastActivity")]
    pub(super) last_activity: Option<JsonMoment>,
}

/// The previous values of what an update changed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct OldValues<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) closed: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct BoardList<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(borrow)]
    pub(super) cards: Vec<WireCard<'a>>,
}

/// The export of an entire board.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct BoardExport<'a> {
    pub(super) name: Option<&'a str>,
    #[serde(borrow)]
    pub(super) lists: Vec<BoardList<'a>>,
    #[serde(borrow)]
    pub(super) cards: Vec<WireCard<'a>>,
    #[serde(borrow)]
    pub(super) actions: Vec<Action<'a>>,
}
