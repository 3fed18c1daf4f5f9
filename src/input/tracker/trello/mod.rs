//! Trello: the actions of a board, which are its history, and its lists and cards, which are its state.

mod card;
mod written;

use std::collections::BTreeMap;

use serde_json::Value;

use super::Tracker;
use super::unit::{counted, unit_of};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::told::{Content, Outline, Told};
use crate::sprint::{Caveat, Unit};
use card::Card;
use written::{Action, Export, List};

pub(super) const TRACKER: Tracker = Tracker { format: Format::Trello, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "the actions of a board or of cards, in any order",
        "beside them, in any order: the board's lists with their cards; or the board's export, which has both",
        "estimates in titles: \"(2) name\" or \"name [2]\"",
    ],
    get: &[
        "/1/boards/ID/actions?limit=1000&filter=createCard,copyCard,convertToCardFromCheckItem,emailCard,updateCard,deleteCard,moveCardToBoard,moveCardFromBoard",
        "/1/boards/ID/lists?cards=all",
        "the board's menu: Print, export and share, Export as JSON",
    ],
    cannot_tell: &[
        "a board has no sprints: give --name, --start and --end",
        "which lists are done: those called Done, or those of --done; cards in lists called Backlog or Ideas are not in the sprint",
        "what is older than the actions that are there: cards count as created when their numbers say",
    ],
};

fn recognises(value: &Value) -> bool {
    let has = |value: &Value, name: &str| value.get(name).is_some();
    match value {
        Value::Array(list) => list.first().is_some_and(|first| {
            let is_action = has(first, "type") && has(first, "date") && has(first, "data");
            is_action
                || (has(first, "cards") && has(first, "name"))
                || (first.is_array() && recognises(first))
        }),
        Value::Object(_) => has(value, "actions") && has(value, "lists"),
        _ => false,
    }
}

/// All that is known.
#[derive(Default)]
struct Facts {
    board: Option<String>,
    cards: BTreeMap<String, Card>,
    /// Names of lists by id.
    lists: BTreeMap<String, String>,
}

fn read(documents: &[Document], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let Some(document) = documents.first() else {
        return Err(InputError::new(Place::Whole, "nothing", "an answer of Trello"));
    };
    if let Some(asked) = &options.sprint {
        let expected = "no sprint: a Trello board has none";
        return Err(document
            .error("", format!("the sprint {asked:?}"), expected)
            .remedy("give --name, --start and --end (name, start, end among the options)"));
    }
    let mut facts = Facts::default();
    for document in documents {
        facts.value(document, &document.value, "")?;
    }
    let done = options.done.as_deref().unwrap_or_default();
    let lists = facts.lists;
    let items: Vec<_> =
        facts.cards.into_iter().filter_map(|(id, card)| card.told(&id, &lists, done)).collect();
    if items.is_empty() {
        let found = "no card of which an action says in which list it is";
        return Err(document
            .error("", found, "actions that create or move cards, or the board's lists with their cards")
            .remedy("emberline formats lists the addresses to ask"));
    }
    let estimated = items.iter().filter(|item| item.estimated).count();
    let unit = unit_of(estimated, items.len());
    let mut caveats = Vec::new();
    caveats.extend((options.unit.is_none() && unit == Unit::Items).then(|| counted(estimated, items.len())));
    caveats.extend(options.done.is_none().then_some(Caveat::StatesGuessed));
    Ok(Told {
        outline: Outline { name: facts.board, unit: Some(unit), ..Outline::default() },
        content: Content::Items(items.into_iter().map(|item| item.item).collect()),
        caveats,
    })
}

impl Facts {
    fn value(&mut self, document: &Document, value: &Value, path: &str) -> Result<(), Box<InputError>> {
        match value {
            Value::Array(list) if list.first().is_some_and(Value::is_array) => {
                for (index, page) in list.iter().enumerate() {
                    self.value(document, page, &format!("{path}[{index}]"))?;
                }
            }
            Value::Array(list) if list.first().is_some_and(|first| first.get("cards").is_some()) => {
                for list in document.read_part::<Vec<List>>(value, path)? {
                    self.list(list);
                }
            }
            Value::Array(_) => {
                for action in document.read_part::<Vec<Action>>(value, path)? {
                    self.action(action);
                }
            }
            _ => self.export(document.read_part(value, path)?),
        }
        Ok(())
    }

    fn export(&mut self, export: Export) {
        self.board = export.name.or_else(|| self.board.take());
        for list in export.lists {
            self.list(list);
        }
        for card in export.cards {
            let list = card.list.clone();
            self.cards.entry(card.id.clone()).or_default().now(card, list);
        }
        for action in export.actions {
            self.action(action);
        }
    }

    fn list(&mut self, list: List) {
        for card in list.cards {
            self.cards.entry(card.id.clone()).or_default().now(card, Some(list.id.clone()));
        }
        self.lists.insert(list.id, list.name);
    }

    fn action(&mut self, action: Action) {
        let board = action.data.board.as_ref().and_then(|board| board.name.clone());
        self.board = self.board.take().or(board);
        let Some(card) = action.data.card.clone() else { return };
        self.cards.entry(card.id).or_default().acted(action);
    }
}
