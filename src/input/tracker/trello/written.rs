//! What Trello writes.

use serde::Deserialize;

use super::super::stamp::Stamp;

/// Something that somebody did on a board.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Action<'a> {
    #[serde(default)]
    pub(super) id: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'a str,
    pub(super) date: Stamp,
    #[serde(borrow, default)]
    pub(super) data: Data<'a>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Data<'a> {
    #[serde(borrow)]
    pub(super) board: Option<Named<'a>>,
    #[serde(borrow)]
    pub(super) card: Option<Card<'a>>,
    #[serde(borrow)]
    pub(super) list: Option<Named<'a>>,
    #[serde(borrow)]
    pub(super) list_before: Option<Named<'a>>,
    #[serde(borrow)]
    pub(super) list_after: Option<Named<'a>>,
    #[serde(borrow)]
    pub(super) old: Option<Old<'a>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named<'a> {
    pub(super) id: &'a str,
    pub(super) name: Option<&'a str>,
}

/// A card, as far as the place tells of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Card<'a> {
    pub(super) id: &'a str,
    pub(super) name: Option<&'a str>,
    #[serde(rename = "idShort")]
    pub(super) number: Option<u64>,
    #[serde(rename = "idList")]
    pub(super) list: Option<&'a str>,
    pub(super) closed: Option<bool>,
}

/// What an update changed, as it was before.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Old<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) closed: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct List<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(borrow)]
    pub(super) cards: Vec<Card<'a>>,
}

/// A whole board.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Export<'a> {
    pub(super) name: Option<&'a str>,
    #[serde(borrow)]
    pub(super) lists: Vec<List<'a>>,
    #[serde(borrow)]
    pub(super) cards: Vec<Card<'a>>,
    #[serde(borrow)]
    pub(super) actions: Vec<Action<'a>>,
}
