//! Conversion of items with histories: the document shape `items`, and the data of most trackers.

use std::collections::HashMap;

use super::super::document::{ItemEntry, ItemEvent, ItemEventKind};
use super::super::error_text::quote;
use super::super::moment::Moment;
use super::super::object::StrictObject;
use super::super::tracker_data::{ItemHistory, StateChange};
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::{check_entry_count, check_event_count, optional_amount};
use super::field_values::{clean_text, parse_moment};
use super::sorted_history::SortedHistory;
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::limits::MAX_ITEMS;
use crate::sprint::{ItemName, ItemState, Level, Progress};

const LIST: &str = "items";

/// Returns the validated histories of the items of a document.
pub(super) fn histories_from_document(
    items: &[StrictObject<ItemEntry>],
    info: &SprintInfo,
) -> Result<Vec<ItemHistory>, ValidationError> {
    check_counts(items.iter().map(|item| item.events.len()), items.len())?;
    check_ids(items)?;
    items.iter().enumerate().map(|(index, item)| read_item_history(index, item, info)).collect()
}

/// Returns the events of items. The items keep their order.
pub(super) fn events_from_items(
    items: Vec<ItemHistory>,
    info: &SprintInfo,
) -> Result<SprintEvents, ValidationError> {
    check_counts(items.iter().map(|item| item.events.len()), items.len())?;
    let mut events = SprintEvents::without_events(Level::default(), info.start);
    let mut histories = Vec::with_capacity(items.len());
    for item in items {
        events.names.push(item_name(&item)?);
        histories.push(SortedHistory::from_item(&item, info));
    }
    let ends = histories.iter().filter_map(|history| history.changes.last()).map(|(at, _)| at.end_instant());
    let last = ends.max().unwrap_or(info.start);
    events.as_of = info.effective_as_of(info.latest_known.unwrap_or(last));
    for (item, history) in histories.iter().enumerate() {
        let state = history.replay_into(item, info, &mut events);
        if state.in_sprint {
            events.item_count += 1;
            events.unestimated_count += usize::from(history.estimate_at(events.as_of).is_none());
        }
    }
    // The sort is stable, so the events of one item at the same instant keep their order.
    events.events.sort_by_key(|event| event.at);
    Ok(events)
}

/// Checks the numbers of items and events.
fn check_counts(event_counts: impl Iterator<Item = usize>, item_count: usize) -> Result<(), ValidationError> {
    if item_count == 0 {
        return Err(ValidationError::new(FieldPath::Field(LIST), "an empty list", "at least one item"));
    }
    check_entry_count(item_count, "MAX_ITEMS", MAX_ITEMS, FieldPath::Field(LIST))?;
    check_event_count(event_counts.sum(), FieldPath::Field(LIST))
}

/// Returns the cleaned key and title of an item.
fn item_name(item: &ItemHistory) -> Result<ItemName, ValidationError> {
    let path = FieldPath::Field(LIST);
    let title = item.title.as_deref().map(|title| clean_text(title, path)).transpose()?;
    Ok(ItemName { key: clean_text(&item.key, path)?, title: title.filter(|title| !title.is_empty()) })
}

/// Checks that all ids are present and unique, and that ids and titles are not too long.
fn check_ids(items: &[StrictObject<ItemEntry>]) -> Result<(), ValidationError> {
    let mut seen = HashMap::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let path = FieldPath::EntryField(LIST, index, "id");
        if clean_text(&item.id, path)?.is_empty() {
            return Err(ValidationError::new(path, quote(&item.id), "the key of the item"));
        }
        if let Some(first) = seen.insert(item.id.as_str(), index) {
            let found = format!("{} a second time", quote(&item.id));
            let expected = format!("another id than that of items[{first}]");
            return Err(ValidationError::new(path, found, expected));
        }
        if let Some(title) = &item.title {
            clean_text(title, FieldPath::EntryField(LIST, index, "title"))?;
        }
    }
    Ok(())
}

/// Returns the history of an item of a document.
fn read_item_history(
    index: usize,
    item: &ItemEntry,
    info: &SprintInfo,
) -> Result<ItemHistory, ValidationError> {
    let estimate = optional_amount(item.estimate, FieldPath::EntryField(LIST, index, "estimate"))?;
    let mut events = Vec::with_capacity(item.events.len());
    for (event_index, event) in item.events.iter().enumerate() {
        push_state_changes(index, event_index, event, &mut events)?;
    }
    // An item is in the sprint from the start, unless its first membership event is that it joined.
    let membership =
        events.iter().filter(|(_, change)| matches!(change, StateChange::Joined | StateChange::Left));
    let first = membership.min_by_key(|(at, _)| at.resolve_in(&info.calendar).event_instant());
    let in_sprint = first.is_none_or(|(_, change)| *change == StateChange::Left);
    let initial_state = ItemState { in_sprint, estimate, ..ItemState::default() };
    Ok(ItemHistory { key: item.id.clone(), title: item.title.clone(), initial_state, events })
}

/// Adds the state changes of an event of a document: one, or two if an item joins with an estimate.
fn push_state_changes(
    item_index: usize,
    event_index: usize,
    event: &ItemEvent,
    changes: &mut Vec<(Moment, StateChange)>,
) -> Result<(), ValidationError> {
    let path_of = |field| FieldPath::EventField(item_index, event_index, field);
    let at = parse_moment(&event.at, path_of("at"))?;
    let kind = event.event;
    let allows_estimate = matches!(kind, ItemEventKind::Added | ItemEventKind::Estimated);
    match event.estimate {
        None if kind == ItemEventKind::Estimated => {
            let expected = "the new estimate (null takes it away)";
            return Err(ValidationError::new(path_of("estimate"), "nothing", expected));
        }
        Some(value) if !allows_estimate => {
            let found = value.map_or_else(|| "null".to_owned(), |value| value.to_string());
            let expected = "no estimate with this event: only \"estimated\" and \"added\" have one";
            return Err(ValidationError::new(path_of("estimate"), found, expected));
        }
        Some(value) => {
            changes.push((at, StateChange::Estimated(optional_amount(value, path_of("estimate"))?)));
        }
        None => {}
    }
    let change = match kind {
        ItemEventKind::Added => StateChange::Joined,
        ItemEventKind::Removed => StateChange::Left,
        ItemEventKind::Estimated => return Ok(()),
        ItemEventKind::Started => StateChange::ProgressChanged(Progress::Started),
        ItemEventKind::Completed => StateChange::ProgressChanged(Progress::Done),
        ItemEventKind::Reopened => StateChange::ProgressChanged(Progress::Open),
    };
    changes.push((at, change));
    Ok(())
}
