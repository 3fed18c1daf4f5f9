//! The history of one card.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::super::names::{progress, title_estimate};
use super::super::stamp::rank;
use super::written::{self, Action, Named};
use crate::input::moment::Moment;
use crate::input::told::{Change, ToldItem};
use crate::sprint::{Amount, ItemState, Progress};

/// What is known of a card.
#[derive(Debug, Default)]
pub(super) struct Card<'a> {
    name: Option<&'a str>,
    number: Option<u64>,
    /// The list it is in today, by id, and whether it is archived, where the board's state was read.
    list: Option<&'a str>,
    closed: bool,
    actions: Vec<Action<'a>>,
}

/// Where a card is: what matters for the sprint.
#[derive(Clone, Copy, PartialEq)]
struct Stand {
    /// On the board, in a list that is part of the sprint.
    listed: bool,
    archived: bool,
    gone: bool,
    progress: Progress,
}

impl Stand {
    /// A card that is archived when it is done stays done.
    fn inside(self) -> bool {
        self.listed && !self.gone && !(self.archived && self.progress != Progress::Done)
    }
}

impl<'a> Card<'a> {
    /// The card as it is today.
    pub(super) fn now(&mut self, card: &written::Card<'a>, list: Option<&'a str>) {
        self.name = card.name.or(self.name);
        self.number = card.number.or(self.number);
        self.list = list;
        self.closed = card.closed.unwrap_or(false);
    }

    pub(super) fn acted(&mut self, action: Action<'a>) {
        self.actions.push(action);
    }

    /// The card's history; `None` when nothing says in which list it ever was.
    pub(super) fn told(
        mut self,
        id: &str,
        lists: &BTreeMap<&str, &'a str>,
        done: &[String],
    ) -> Option<ToldItem> {
        self.actions.sort_by(|a, b| (rank(a.date.0), a.id).cmp(&(rank(b.date.0), b.id)));
        // Pages overlap.
        self.actions.dedup_by(|a, b| !a.id.is_empty() && a.id == b.id);
        let today = self.list.and_then(|list| lists.get(list).copied());
        let first = self.actions.iter().find_map(first_list).or(today)?;

        let mut stand = enter(
            first,
            Stand { listed: false, archived: false, gone: true, progress: Progress::Open },
            done,
        );
        let created = self.actions.iter().find(|action| creates(action.kind));
        let created = created.map(|action| action.date.0).or_else(|| created_by_id(id));
        let mut estimate = self.first_name().and_then(title_estimate).and_then(Amount::from_f64);
        let known_from_start = created.is_none();
        stand.gone = !known_from_start;
        let before = ItemState { in_sprint: stand.inside(), estimate, progress: stand.progress };
        let (mut inside, mut events) = (before.in_sprint, Vec::new());
        let mut ever = inside;
        if let Some(created) = created {
            stand.gone = false;
            step(created, before.progress, stand, &mut inside, &mut events);
            ever |= inside;
        }
        for action in &self.actions {
            let at = action.date.0;
            let was = stand.progress;
            stand = after(action, stand, done);
            step(at, was, stand, &mut inside, &mut events);
            ever |= inside;
            let renamed = action.data.old.as_ref().is_some_and(|old| old.name.is_some());
            let name = action.data.card.as_ref().and_then(|card| card.name);
            if let (true, Some(name)) = (renamed, name) {
                let now = title_estimate(name).and_then(Amount::from_f64);
                if now != estimate {
                    events.push((at, Change::Estimated(now)));
                    estimate = now;
                }
            }
        }
        let title = self.last_name();
        let key = self.key(id);
        ever.then_some(ToldItem { key, title, before, events })
    }

    fn key(&self, id: &str) -> String {
        let number = self.actions.iter().find_map(|action| action.data.card.as_ref()?.number);
        self.number.or(number).map_or_else(|| id.to_owned(), |number| format!("#{number}"))
    }

    /// The name before it was changed for the first time.
    fn first_name(&self) -> Option<&'a str> {
        let old = self.actions.iter().find_map(|action| action.data.old.as_ref()?.name);
        let any = || self.actions.iter().find_map(|action| action.data.card.as_ref()?.name);
        old.or(self.name).or_else(any)
    }

    fn last_name(&self) -> Option<String> {
        let last = || self.actions.iter().rev().find_map(|action| action.data.card.as_ref()?.name);
        self.name.or_else(last).map(str::to_owned)
    }
}

/// The list that a card was in before the first action that names one.
fn first_list<'a>(action: &Action<'a>) -> Option<&'a str> {
    named(action.data.list_before.as_ref()).or_else(|| named(action.data.list.as_ref()))
}

fn named<'a>(list: Option<&Named<'a>>) -> Option<&'a str> {
    list?.name
}

fn creates(kind: &str) -> bool {
    matches!(kind, "createCard" | "copyCard" | "emailCard" | "convertToCardFromCheckItem" | "moveCardToBoard")
}

/// Trello's ids begin with the second in which they were made, in hexadecimal digits.
fn created_by_id(id: &str) -> Option<Moment> {
    const ID_DIGITS: usize = 24;
    let is_id = id.len() == ID_DIGITS && id.bytes().all(|b| b.is_ascii_hexdigit());
    let seconds = i64::from_str_radix(id.get(..8).filter(|_| is_id)?, 16).ok()?;
    Timestamp::from_second(seconds).ok().map(Moment::Instant)
}

/// Lists of work that nobody has promised.
fn is_backlog(list: &str) -> bool {
    let name = list.trim().to_lowercase();
    ["backlog", "product backlog", "icebox", "ideas", "inbox", "someday"].contains(&name.as_str())
}

fn enter(list: &str, stand: Stand, done: &[String]) -> Stand {
    Stand { listed: !is_backlog(list), progress: progress(list, done), ..stand }
}

fn after(action: &Action<'_>, stand: Stand, done: &[String]) -> Stand {
    let stand = match action.kind {
        kind if creates(kind) => match named(action.data.list.as_ref()) {
            Some(list) => enter(list, Stand { gone: false, ..stand }, done),
            None => Stand { gone: false, ..stand },
        },
        "deleteCard" | "moveCardFromBoard" => Stand { gone: true, ..stand },
        "updateCard" => match named(action.data.list_after.as_ref()) {
            Some(list) => enter(list, stand, done),
            None => stand,
        },
        _ => return stand,
    };
    let was_closed = action.data.old.as_ref().and_then(|old| old.closed);
    Stand { archived: was_closed.map_or(stand.archived, |was| !was), ..stand }
}

/// Adds what a new stand changes.
fn step(at: Moment, was: Progress, stand: Stand, inside: &mut bool, events: &mut Vec<(Moment, Change)>) {
    if stand.progress != was {
        events.push((at, Change::Became(stand.progress)));
    }
    let now = stand.inside();
    if now != *inside {
        events.push((at, if now { Change::Joined } else { Change::Left }));
        *inside = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_when_it_was_made() {
        let at = created_by_id("57f03c5d3896839d574d63a7").map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2016-10-01T22:44:45Z"));
        assert_eq!(created_by_id("card-1"), None);
    }
}
