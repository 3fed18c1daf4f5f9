//! Trello: the actions of a board, which are its history, and its lists and cards, which are its state.

mod card_history;
mod wire;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;

use super::completion_time::DatedCompletions;
use super::json_moment::{JsonMoment, sort_instant};
use super::known_states::KnownStates;
use super::reader::TrackerReader;
use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Caveat, Unit};
use card_history::CardHistory;
use wire::{Action, BoardExport, BoardList};

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Trello, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "the actions of a board or of cards, in any order",
        "beside them, in any order: the board's lists with their cards; or the board's export, which has both",
        "estimates in titles: \"(2) name\", \"name (2)\" up to 100, \"name [2]\"; with a point or a comma, up to 999, so that a year is none",
    ],
    how_to_get: &[
        "/1/boards/ID/actions?limit=1000&filter=createCard,copyCard,convertToCardFromCheckItem,emailCard,updateCard,deleteCard,moveCardToBoard,moveCardFromBoard",
        "/1/boards/ID/lists?cards=all",
        "the board's menu: Print, export and share, Export as JSON",
    ],
    missing_data: &[
        "a board has no sprints: give --name, --start and --end",
        "which lists are done: those called Done or the like in eight languages, or those of --done; cards in lists called Backlog or Ideas are not in the sprint",
        "without actions, when a card came into a done list: dateLastActivity tells it, and the picture says so",
        "what is older than the actions that are there: cards count as created when their numbers say",
    ],
};

fn is_response(value: &JsonValue<'_>) -> bool {
    match value {
        JsonValue::List(list) => list.first().is_some_and(|first| {
            let is_action = first.has("type") && first.has("date") && first.has("data");
            is_action || (first.has("cards") && first.has("name")) || (first.is_list() && is_response(first))
        }),
        JsonValue::Object(_) => value.has("actions") && value.has("lists"),
        _ => false,
    }
}

/// All cards and lists of the input.
#[derive(Default)]
struct BoardData<'a> {
    board: Option<&'a str>,
    cards: BTreeMap<&'a str, CardHistory<'a>>,
    /// Names of lists by id.
    lists: BTreeMap<&'a str, &'a str>,
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let Some(document) = documents.first() else {
        return Err(InputError::new(Location::EntireInput, "nothing", "an answer of Trello"));
    };
    if let Some(requested) = &options.sprint {
        let expected = "no sprint: a Trello board has none";
        return Err(document
            .error_at("", format!("the sprint {requested:?}"), expected)
            .with_remedy("give --name, --start and --end (name, start, end among the options)"));
    }
    let mut data = BoardData::default();
    for document in documents_by_age(documents) {
        data.add_value(document, &document.value, "")?;
    }
    let done = options.done.as_deref().unwrap_or_default();
    let unseen = data.known_lists().check_done_names(options)?;
    let lists = data.lists;
    let latest_known = documents.iter().filter_map(|document| latest_time(&document.value)).max();
    let mut completions =
        DatedCompletions::with_latest(None, None, latest_known.map(Moment::Instant), options);
    let cards = data.cards.into_iter();
    let items: Vec<_> =
        cards.filter_map(|(id, card)| card.into_item_history(id, &lists, done, &mut completions)).collect();
    if items.is_empty() {
        let found = "no card of which an action says in which list it is";
        return Err(document
            .error_at("", found, "actions that create or move cards, or the board's lists with their cards")
            .with_remedy("emberline formats lists the addresses to ask"));
    }
    let estimate_source = EstimateSource { unit: Unit::Points, is_explicit: false };
    let (unit, items_counted) = choose_unit(&items, &estimate_source, options);
    let mut caveats: Vec<Caveat> = items_counted.into_iter().collect();
    caveats.extend(options.done.is_none().then_some(Caveat::StatesGuessed));
    caveats.extend(completions.into_caveats());
    caveats.extend(unseen);
    Ok(TrackerData {
        sprint_info: RawSprintInfo {
            name: data.board.map(str::to_owned),
            unit: Some(unit),
            ..RawSprintInfo::default()
        },
        content: TrackerContent::Items(items),
        caveats,
    })
}

/// The documents, the oldest first: lists are called as in the newest. A document is as old as its last action or card;
/// one without a time comes first.
fn documents_by_age<'a>(documents: &'a [TrackerDocument<'a>]) -> Vec<&'a TrackerDocument<'a>> {
    let mut dated: Vec<_> =
        documents.iter().map(|document| (latest_time(&document.value), document)).collect();
    dated.sort_by_key(|(latest, _)| *latest);
    dated.into_iter().map(|(_, document)| document).collect()
}

/// The latest time of an action or a card. The recursion is limited by the depth that the parser allows.
fn latest_time(value: &JsonValue<'_>) -> Option<Timestamp> {
    match value {
        JsonValue::Object(fields) => {
            let time = |name: &str| JsonMoment::deserialize(fields.get(name)?).ok();
            let own =
                time("date").or_else(|| time("dateLastActivity")).map(|JsonMoment(at)| sort_instant(at));
            fields.iter().map(|(_, inner)| latest_time(inner)).max().flatten().max(own)
        }
        JsonValue::List(list) => list.iter().filter_map(latest_time).max(),
        _ => None,
    }
}

impl<'a> BoardData<'a> {
    /// The lists of the board, with those of earlier names; without the board's lists only those that actions name.
    fn known_lists(&self) -> KnownStates {
        let of_cards = self.cards.values().flat_map(CardHistory::list_names);
        KnownStates::from_names(self.lists.values().copied().chain(of_cards), !self.lists.is_empty())
    }

    fn add_value(
        &mut self,
        document: &TrackerDocument<'_>,
        value: &'a JsonValue<'a>,
        path: &str,
    ) -> Result<(), Box<InputError>> {
        match value {
            JsonValue::List(list) if list.first().is_some_and(JsonValue::is_list) => {
                for (index, page) in list.iter().enumerate() {
                    self.add_value(document, page, &format!("{path}[{index}]"))?;
                }
            }
            JsonValue::List(list) if list.first().is_some_and(|first| first.has("cards")) => {
                for list in document.read_part::<Vec<BoardList<'a>>>(value, path)? {
                    self.add_list(list);
                }
            }
            JsonValue::List(_) => {
                for action in document.read_part::<Vec<Action<'a>>>(value, path)? {
                    self.add_action(action);
                }
            }
            _ => self.add_export(document.read_part(value, path)?),
        }
        Ok(())
    }

    fn add_export(&mut self, export: BoardExport<'a>) {
        self.board = export.name.or(self.board);
        for list in export.lists {
            self.add_list(list);
        }
        for card in export.cards {
            let list = card.list;
            self.cards.entry(card.id).or_default().set_current_state(&card, list);
        }
        for action in export.actions {
            self.add_action(action);
        }
    }

    fn add_list(&mut self, list: BoardList<'a>) {
        for card in list.cards {
            self.cards.entry(card.id).or_default().set_current_state(&card, Some(list.id));
        }
        self.lists.insert(list.id, list.name);
    }

    fn add_action(&mut self, action: Action<'a>) {
        let board = action.data.board.as_ref().and_then(|board| board.name);
        self.board = self.board.or(board);
        let Some(card) = &action.data.card else { return };
        self.cards.entry(card.id).or_default().add_action(action);
    }
}
