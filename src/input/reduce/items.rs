//! Items and what happened to them: the second shape, and what most trackers tell.

use std::collections::HashMap;

use jiff::Timestamp;

use super::super::document::{self, EventKind, Item};
use super::super::moment::{Moment, Placed};
use super::super::object::Object;
use super::super::refusal::{Refusal, Spot, quote};
use super::super::told::{Change, ToldItem};
use super::frame::{Frame, moment, text};
use super::{Story, event_count, optional, within};
use crate::limits::MAX_ITEMS;
use crate::sprint::{Amount, Event, Flow, ItemName, ItemState, Level, Progress, Resolution, Unit, What};

const LIST: &str = "items";

/// The items of the document, checked.
pub(super) fn told(items: &[Object<Item>], frame: &Frame) -> Result<Vec<ToldItem>, Refusal> {
    counts(items.iter().map(|item| item.events.len()), items.len())?;
    check_ids(items)?;
    items.iter().enumerate().map(|(index, item)| told_item(index, item, frame)).collect()
}

/// What the items make of a sprint, in their order.
pub(super) fn story(items: Vec<ToldItem>, frame: &Frame) -> Result<Story, Refusal> {
    counts(items.iter().map(|item| item.events.len()), items.len())?;
    let mut story = Story::of(Level::default(), frame.start);
    let mut histories = Vec::with_capacity(items.len());
    for item in items {
        story.names.push(name(&item)?);
        histories.push(History::of(&item, frame));
    }
    let ends = histories.iter().filter_map(|history| history.events.last()).map(|(at, _)| at.end());
    let last = ends.max().unwrap_or(frame.start);
    story.as_of = frame.as_of(frame.known.unwrap_or(last));
    for (item, history) in histories.iter().enumerate() {
        let state = replay(item, history, frame, &mut story);
        if state.in_sprint {
            story.members += 1;
            story.unestimated += usize::from(history.estimate(story.as_of).is_none());
        }
    }
    // Stable: what happened to one item at one time keeps its order.
    story.events.sort_by_key(|event| event.at);
    Ok(story)
}

/// An item's history, in order of time.
struct History {
    /// Weighed in the sprint's unit.
    before: ItemState,
    /// Its own estimate before its first event.
    estimate: Option<Amount>,
    events: Vec<(Placed, Change)>,
}

impl History {
    fn of(item: &ToldItem, frame: &Frame) -> Self {
        let before = ItemState { estimate: frame.unit.weight(item.before.estimate), ..item.before };
        let place = |(at, change): &(Moment, Change)| (at.place(&frame.calendar), *change);
        let mut events: Vec<_> = item.events.iter().map(place).collect();
        events.sort_by_key(|(at, _)| at.event());
        Self { before, estimate: item.before.estimate, events }
    }

    /// The item's own estimate, as it is known at an instant.
    fn estimate(&self, as_of: Timestamp) -> Option<Amount> {
        let last = self.events.iter().rev().find_map(|(at, change)| match change {
            Change::Estimated(estimate) if at.known_by(as_of).is_some() => Some(*estimate),
            _ => None,
        });
        last.unwrap_or(self.estimate)
    }
}

fn counts(events: impl Iterator<Item = usize>, items: usize) -> Result<(), Refusal> {
    if items == 0 {
        return Err(Refusal::new(Spot::Field(LIST), "an empty list", "at least one item"));
    }
    within(MAX_ITEMS, "MAX_ITEMS", items, Spot::Field(LIST))?;
    event_count(events.sum(), Spot::Field(LIST))
}

fn name(item: &ToldItem) -> Result<ItemName, Refusal> {
    let spot = Spot::Field(LIST);
    let title = item.title.as_deref().map(|title| text(title, spot)).transpose()?;
    Ok(ItemName { key: text(&item.key, spot)?, title: title.filter(|title| !title.is_empty()) })
}

fn check_ids(items: &[Object<Item>]) -> Result<(), Refusal> {
    let mut seen = HashMap::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        if text(&item.id, Spot::In(LIST, index, "id"))?.is_empty() {
            return Err(Refusal::new(Spot::In(LIST, index, "id"), quote(&item.id), "the key of the item"));
        }
        if let Some(first) = seen.insert(item.id.as_str(), index) {
            let found = format!("{} a second time", quote(&item.id));
            let expected = format!("another id than that of items[{first}]");
            return Err(Refusal::new(Spot::In(LIST, index, "id"), found, expected));
        }
        if let Some(title) = &item.title {
            text(title, Spot::In(LIST, index, "title"))?;
        }
    }
    Ok(())
}

fn told_item(index: usize, item: &Item, frame: &Frame) -> Result<ToldItem, Refusal> {
    let estimate = optional(item.estimate, Spot::In(LIST, index, "estimate"))?;
    let mut events = Vec::with_capacity(item.events.len());
    for (place, event) in item.events.iter().enumerate() {
        told_event((index, place), event, &mut events)?;
    }
    // In the sprint from the start, unless the first thing that is known is that it joined.
    let membership = events.iter().filter(|(_, change)| matches!(change, Change::Joined | Change::Left));
    let first = membership.min_by_key(|(at, _)| at.place(&frame.calendar).event());
    let in_sprint = first.is_none_or(|(_, change)| *change == Change::Left);
    let before = ItemState { in_sprint, estimate, progress: Progress::Open };
    Ok(ToldItem { key: item.id.clone(), title: item.title.clone(), before, events })
}

/// One event of the document is one change, or two: an item may join with an estimate.
fn told_event(
    (item, event): (usize, usize),
    given: &document::Event,
    events: &mut Vec<(Moment, Change)>,
) -> Result<(), Refusal> {
    let spot = |field| Spot::Event(item, event, field);
    let at = moment(&given.at, spot("at"))?;
    let kind = given.event;
    let allowed = matches!(kind, EventKind::Added | EventKind::Estimated);
    match given.estimate {
        None if kind == EventKind::Estimated => {
            let expected = "the new estimate (null takes it away)";
            return Err(Refusal::new(spot("estimate"), "nothing", expected));
        }
        Some(value) if !allowed => {
            let found = value.map_or_else(|| "null".to_owned(), |value| value.to_string());
            let expected = "no estimate with this event: only \"estimated\" and \"added\" have one";
            return Err(Refusal::new(spot("estimate"), found, expected));
        }
        Some(value) => events.push((at, Change::Estimated(optional(value, spot("estimate"))?))),
        None => {}
    }
    let change = match kind {
        EventKind::Added => Change::Joined,
        EventKind::Removed => Change::Left,
        EventKind::Estimated => return Ok(()),
        EventKind::Started => Change::Became(Progress::Started),
        EventKind::Completed => Change::Became(Progress::Done),
        EventKind::Reopened => Change::Became(Progress::Open),
    };
    events.push((at, change));
    Ok(())
}

/// Adds an item's state at the start and what happened to it from then to `as_of`; gives its last state.
fn replay(item: usize, history: &History, frame: &Frame, story: &mut Story) -> ItemState {
    let mut state = history.before;
    let mut events = history.events.iter().peekable();
    while let Some((_, past)) = events.next_if(|(at, _)| at.event() <= frame.start) {
        state = after(state, *past, frame.unit);
    }
    story.items.push(state);
    story.opening += Flow::between(&ItemState::default(), &state);
    for (placed, change) in events {
        let Some(at) = placed.known_by(story.as_of) else { continue };
        if !matches!(placed, Placed::Instant(_)) {
            story.resolution = Resolution::Day;
        }
        let next = after(state, *change, frame.unit);
        if next != state {
            state = next;
            story.events.push(Event { at, what: What::Item { item, state } });
        }
    }
    state
}

fn after(state: ItemState, change: Change, unit: Unit) -> ItemState {
    match change {
        Change::Joined => ItemState { in_sprint: true, ..state },
        Change::Left => ItemState { in_sprint: false, ..state },
        Change::Estimated(estimate) => ItemState { estimate: unit.weight(estimate), ..state },
        Change::Became(progress) => ItemState { progress, ..state },
    }
}
