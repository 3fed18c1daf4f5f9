//! Trello: the actions of a board, which are its history, and its lists and cards, which are its state.

mod card;
mod written;

use std::collections::BTreeMap;

use super::Tracker;
use super::unit::{self, Estimates};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::told::{Content, Outline, Told};
use crate::input::value::Value;
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

fn recognises(value: &Value<'_>) -> bool {
    match value {
        Value::List(list) => list.first().is_some_and(|first| {
            let is_action = first.has("type") && first.has("date") && first.has("data");
            is_action || (first.has("cards") && first.has("name")) || (first.is_list() && recognises(first))
        }),
        Value::Object(_) => value.has("actions") && value.has("lists"),
        _ => false,
    }
}

/// All that is known.
#[derive(Default)]
struct Facts<'a> {
    board: Option<&'a str>,
    cards: BTreeMap<&'a str, Card<'a>>,
    /// Names of lists by id.
    lists: BTreeMap<&'a str, &'a str>,
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
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
        facts.cards.into_iter().filter_map(|(id, card)| card.told(id, &lists, done)).collect();
    if items.is_empty() {
        let found = "no card of which an action says in which list it is";
        return Err(document
            .error("", found, "actions that create or move cards, or the board's lists with their cards")
            .remedy("emberline formats lists the addresses to ask"));
    }
    let estimates = Estimates { unit: Unit::Points, is_named: false };
    let (unit, counted) = unit::choose(&items, &estimates, options);
    let mut caveats: Vec<Caveat> = counted.into_iter().collect();
    caveats.extend(options.done.is_none().then_some(Caveat::StatesGuessed));
    Ok(Told {
        outline: Outline { name: facts.board.map(str::to_owned), unit: Some(unit), ..Outline::default() },
        content: Content::Items(items),
        caveats,
    })
}

impl<'a> Facts<'a> {
    fn value(
        &mut self,
        document: &Document<'_>,
        value: &'a Value<'a>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        match value {
            Value::List(list) if list.first().is_some_and(Value::is_list) => {
                for (index, page) in list.iter().enumerate() {
                    self.value(document, page, &format!("{path}[{index}]"))?;
                }
            }
            Value::List(list) if list.first().is_some_and(|first| first.has("cards")) => {
                for list in document.read_part::<Vec<List<'a>>>(value, path)? {
                    self.list(list);
                }
            }
            Value::List(_) => {
                for action in document.read_part::<Vec<Action<'a>>>(value, path)? {
                    self.action(action);
                }
            }
            _ => self.export(document.read_part(value, path)?),
        }
        Ok(())
    }

    fn export(&mut self, export: Export<'a>) {
        self.board = export.name.or(self.board);
        for list in export.lists {
            self.list(list);
        }
        for card in export.cards {
            let list = card.list;
            self.cards.entry(card.id).or_default().now(&card, list);
        }
        for action in export.actions {
            self.action(action);
        }
    }

    fn list(&mut self, list: List<'a>) {
        for card in list.cards {
            self.cards.entry(card.id).or_default().now(&card, Some(list.id));
        }
        self.lists.insert(list.id, list.name);
    }

    fn action(&mut self, action: Action<'a>) {
        let board = action.data.board.as_ref().and_then(|board| board.name);
        self.board = self.board.or(board);
        let Some(card) = &action.data.card else { return };
        self.cards.entry(card.id).or_default().acted(action);
    }
}
