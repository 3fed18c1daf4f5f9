//! The history of one card.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::json_moment::{JsonMoment, sort_instant};
use super::super::naming::state_progress;
use super::super::state_names::means_backlog;
use super::super::title_estimate::title_estimate;
use super::wire::{Action, ActionData, NamedRef, WireCard};
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, ItemState, Progress};

/// The data of a card.
#[derive(Debug, Default)]
pub(super) struct CardHistory<'a> {
    name: Option<&'a str>,
    number: Option<u64>,
    /// The list that it is in today, by id, if the state of the board was read.
    list: Option<&'a str>,
    closed: bool,
    /// The time of the last change of that state, if the response has it.
    last_activity: Option<Timestamp>,
    actions: Vec<Action<'a>>,
}

/// The state of a card, as far as it matters for the sprint.
#[derive(Clone, Copy, PartialEq)]
struct CardState {
    /// True if the card is in a list that is part of the sprint.
    in_sprint_list: bool,
    is_archived: bool,
    is_removed: bool,
    progress: Progress,
}

impl CardState {
    /// A card that is archived when it is done stays done.
    fn is_in_sprint(self) -> bool {
        self.in_sprint_list && !self.is_removed && !(self.is_archived && self.progress != Progress::Done)
    }
}

impl<'a> CardHistory<'a> {
    /// Sets the state that the card has today, unless a newer one is known. Of two without the time of the last change, the
    /// later one in the input counts.
    pub(super) fn set_current_state(&mut self, card: &WireCard<'a>, list: Option<&'a str>) {
        let last_activity = card.last_activity.map(|JsonMoment(at)| sort_instant(at));
        if last_activity.zip(self.last_activity).is_some_and(|(at, known)| at < known) {
            return;
        }
        self.last_activity = last_activity.or(self.last_activity);
        self.name = card.name.or(self.name);
        self.number = card.number.or(self.number);
        self.list = list;
        self.closed = card.closed.unwrap_or(false);
    }

    pub(super) fn add_action(&mut self, action: Action<'a>) {
        self.actions.push(action);
    }

    /// The names of all lists that the actions name.
    pub(super) fn list_names(&self) -> impl Iterator<Item = &'a str> {
        self.actions.iter().flat_map(|action| {
            let ActionData { list, list_before, list_after, .. } = &action.data;
            [list, list_before, list_after].into_iter().filter_map(|list| list_name(list.as_ref()))
        })
    }

    /// Puts the actions in order of time, each once: pages overlap.
    fn sort_actions(&mut self) {
        self.actions.sort_by(|a, b| (sort_instant(a.date.0), a.id).cmp(&(sort_instant(b.date.0), b.id)));
        self.actions.dedup_by(|a, b| !a.id.is_empty() && a.id == b.id);
    }

    /// The time at which a card counts as done of which no action tells it.
    fn date_completion(&self, completions: &mut DatedCompletions) -> Option<Moment> {
        let last_change = self.last_activity.map(Moment::Instant);
        completions.date_completion(&CompletionDates { last_change, ..CompletionDates::default() })
    }

    /// Converts the card to an item; `None` if nothing says in which list it ever was.
    pub(super) fn into_item_history(
        mut self,
        id: &str,
        lists: &BTreeMap<&str, &'a str>,
        done: &[String],
        completions: &mut DatedCompletions,
    ) -> Option<ItemHistory> {
        self.sort_actions();
        let todays_list = self.list.and_then(|list| lists.get(list).copied());
        let list_of_actions = self.actions.iter().find_map(first_list_name);
        let first_list = list_of_actions.or(todays_list)?;

        let mut state = state_in_list(
            first_list,
            CardState {
                in_sprint_list: false,
                is_archived: false,
                is_removed: true,
                progress: Progress::Open,
            },
            done,
        );
        // No action says how the card came into its list.
        let is_undated = list_of_actions.is_none() && state.progress == Progress::Done;
        if is_undated {
            state.progress = Progress::Open;
        }
        let created = self.actions.iter().find(|action| is_creation(action.kind));
        let created = created.map(|action| action.date.0).or_else(|| creation_time_from_id(id));
        let mut estimate = self.original_name().and_then(title_estimate).and_then(Amount::from_f64);
        let known_from_start = created.is_none();
        state.is_removed = !known_from_start;
        let initial_state = ItemState {
            in_sprint: state.is_in_sprint(),
            estimate,
            progress: state.progress,
            ..ItemState::default()
        };
        let (mut inside, mut events) = (initial_state.in_sprint, Vec::new());
        let mut was_ever_inside = inside;
        if let Some(created) = created {
            state.is_removed = false;
            push_state_changes(created, initial_state.progress, state, &mut inside, &mut events);
            was_ever_inside |= inside;
        }
        for action in &self.actions {
            let at = action.date.0;
            let progress_before = state.progress;
            state = state_after(action, state, done);
            push_state_changes(at, progress_before, state, &mut inside, &mut events);
            was_ever_inside |= inside;
            let renamed = action.data.old.as_ref().is_some_and(|old| old.name.is_some());
            let name = action.data.card.as_ref().and_then(|card| card.name);
            if let (true, Some(name)) = (renamed, name) {
                let new_estimate = title_estimate(name).and_then(Amount::from_f64);
                if new_estimate != estimate {
                    events.push((at, StateChange::Estimated(new_estimate)));
                    estimate = new_estimate;
                }
            }
        }
        if is_undated && was_ever_inside {
            let at = self.date_completion(completions);
            events.extend(at.map(|at| (at, StateChange::ProgressChanged(Progress::Done))));
        }
        let title = self.latest_name();
        let key = self.card_key(id);
        was_ever_inside.then_some(ItemHistory { key, title, initial_state, events })
    }

    fn card_key(&self, id: &str) -> String {
        let number = self.actions.iter().find_map(|action| action.data.card.as_ref()?.number);
        self.number.or(number).map_or_else(|| id.to_owned(), |number| format!("#{number}"))
    }

    /// The name before the first change of it.
    fn original_name(&self) -> Option<&'a str> {
        let old = self.actions.iter().find_map(|action| action.data.old.as_ref()?.name);
        let any = || self.actions.iter().find_map(|action| action.data.card.as_ref()?.name);
        old.or(self.name).or_else(any)
    }

    fn latest_name(&self) -> Option<String> {
        let last = || self.actions.iter().rev().find_map(|action| action.data.card.as_ref()?.name);
        self.name.or_else(last).map(str::to_owned)
    }
}

/// The name of the list that a card was in before an action that names one.
fn first_list_name<'a>(action: &Action<'a>) -> Option<&'a str> {
    list_name(action.data.list_before.as_ref()).or_else(|| list_name(action.data.list.as_ref()))
}

fn list_name<'a>(list: Option<&NamedRef<'a>>) -> Option<&'a str> {
    list?.name
}

fn is_creation(kind: &str) -> bool {
    matches!(kind, "createCard" | "copyCard" | "emailCard" | "convertToCardFromCheckItem" | "moveCardToBoard")
}

/// The time at which a card was created: Trello's ids begin with the second, in hexadecimal digits.
fn creation_time_from_id(id: &str) -> Option<Moment> {
    const ID_DIGITS: usize = 24;
    let is_id = id.len() == ID_DIGITS && id.bytes().all(|b| b.is_ascii_hexdigit());
    let seconds = i64::from_str_radix(id.get(..8).filter(|_| is_id)?, 16).ok()?;
    Timestamp::from_second(seconds).ok().map(Moment::Instant)
}

fn state_in_list(list: &str, state: CardState, done: &[String]) -> CardState {
    CardState { in_sprint_list: !means_backlog(list), progress: state_progress(list, done), ..state }
}

fn state_after(action: &Action<'_>, state: CardState, done: &[String]) -> CardState {
    let state = match action.kind {
        kind if is_creation(kind) => match list_name(action.data.list.as_ref()) {
            Some(list) => state_in_list(list, CardState { is_removed: false, ..state }, done),
            None => CardState { is_removed: false, ..state },
        },
        "deleteCard" | "moveCardFromBoard" => CardState { is_removed: true, ..state },
        "updateCard" => match list_name(action.data.list_after.as_ref()) {
            Some(list) => state_in_list(list, state, done),
            None => state,
        },
        _ => return state,
    };
    let was_closed = action.data.old.as_ref().and_then(|old| old.closed);
    CardState { is_archived: was_closed.map_or(state.is_archived, |was| !was), ..state }
}

/// Adds the events for the changes from one state to the next.
fn push_state_changes(
    at: Moment,
    progress_before: Progress,
    state: CardState,
    inside: &mut bool,
    events: &mut Vec<(Moment, StateChange)>,
) {
    if state.progress != progress_before {
        events.push((at, StateChange::ProgressChanged(state.progress)));
    }
    let is_inside = state.is_in_sprint();
    if is_inside != *inside {
        events.push((at, if is_inside { StateChange::Joined } else { StateChange::Left }));
        *inside = is_inside;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_id_contains_its_creation_time() {
        let at = creation_time_from_id("57f03c5d3896839d574d63a7").map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2016-10-01T22:44:45Z"));
        assert_eq!(creation_time_from_id("card-1"), None);
    }
}
