//! The second shape: items and what happened to them.

use std::collections::HashMap;

use super::super::document::{self, EventKind, Item};
use super::super::moment::Placed;
use super::super::object::Object;
use super::super::refusal::{Refusal, Spot, quote};
use super::frame::{Frame, moment, text};
use super::{Story, event_count, optional, within};
use crate::limits::MAX_ITEMS;
use crate::sprint::{Amount, Event, Flow, ItemName, ItemState, Level, Progress, Resolution, Unit, What};

const LIST: &str = "items";

/// Something that happened to an item, checked.
struct Happening {
    at: Placed,
    kind: EventKind,
    /// The new estimate, where the event gives one.
    estimate: Option<Option<Amount>>,
}

/// An item, checked, its events in order of time.
struct History {
    estimate: Option<Amount>,
    happenings: Vec<Happening>,
}

pub(super) fn story(items: &[Object<Item>], frame: &Frame) -> Result<Story, Refusal> {
    if items.is_empty() {
        return Err(Refusal::new(Spot::Field(LIST), "an empty list", "at least one item"));
    }
    within(MAX_ITEMS, "MAX_ITEMS", items.len(), Spot::Field(LIST))?;
    event_count(items.iter().map(|item| item.events.len()).sum(), Spot::Field(LIST))?;
    check_ids(items)?;
    let read = |(index, item): (usize, &Object<Item>)| history(index, item, frame);
    let histories = items.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;

    let ends = histories.iter().filter_map(|history| history.happenings.last()).map(|last| last.at.end());
    let last = ends.max().unwrap_or(frame.start);
    let as_of = frame.as_of(frame.now.unwrap_or(last));

    let mut story = Story {
        as_of,
        opening: Level::default(),
        items: Vec::with_capacity(items.len()),
        names: items.iter().map(|item| name(item)).collect(),
        events: Vec::new(),
        resolution: Resolution::Instant,
        gaps: Vec::new(),
        net_only: false,
    };
    for (item, history) in histories.iter().enumerate() {
        replay(item, history, frame, &mut story);
    }
    // Stable: what happened to one item at one time keeps its order.
    story.events.sort_by_key(|event| event.at);
    Ok(story)
}

/// What an item is called, cleaned as every text is; `check_ids` has refused what is too long.
fn name(item: &Item) -> ItemName {
    let clean = |given: &str| text(given, Spot::Field(LIST)).unwrap_or_default();
    ItemName {
        key: clean(&item.id),
        title: item.title.as_deref().map(clean).filter(|title| !title.is_empty()),
    }
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

fn history(index: usize, item: &Item, frame: &Frame) -> Result<History, Refusal> {
    let estimate = optional(item.estimate, Spot::In(LIST, index, "estimate"))?;
    let read = |(event, given): (usize, &Object<document::Event>)| happening((index, event), given, frame);
    let mut happenings = item.events.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    happenings.sort_by_key(|happening| happening.at.event());
    Ok(History { estimate, happenings })
}

fn happening(
    (item, event): (usize, usize),
    given: &document::Event,
    frame: &Frame,
) -> Result<Happening, Refusal> {
    let spot = |field| Spot::Event(item, event, field);
    let at = moment(&given.at, spot("at"))?.place(&frame.calendar);
    let kind = given.event;
    let allowed = matches!(kind, EventKind::Added | EventKind::Estimated);
    let estimate = match given.estimate {
        None if kind == EventKind::Estimated => {
            let expected = "the new estimate (null takes it away)";
            return Err(Refusal::new(spot("estimate"), "nothing", expected));
        }
        Some(value) if !allowed => {
            let found = value.map_or_else(|| "null".to_owned(), |value| value.to_string());
            let expected = "no estimate with this event: only \"estimated\" and \"added\" have one";
            return Err(Refusal::new(spot("estimate"), found, expected));
        }
        Some(value) => Some(optional(value, spot("estimate"))?),
        None => None,
    };
    Ok(Happening { at, kind, estimate })
}

/// Adds an item's state at the start and what happened to it from then to `as_of`.
fn replay(item: usize, history: &History, frame: &Frame, story: &mut Story) {
    let membership = |happening: &&Happening| matches!(happening.kind, EventKind::Added | EventKind::Removed);
    let first = history.happenings.iter().find(membership);
    let mut state = ItemState {
        in_sprint: first.is_none_or(|first| first.kind != EventKind::Added),
        estimate: frame.unit.weight(history.estimate),
        progress: Progress::Open,
    };
    let mut happenings = history.happenings.iter().peekable();
    while let Some(past) = happenings.next_if(|happening| happening.at.event() <= frame.start) {
        state = after(state, past, frame.unit);
    }
    story.items.push(state);
    story.opening += Flow::between(&ItemState::default(), &state);
    for happening in happenings {
        let Some(at) = happening.at.known_by(story.as_of) else { continue };
        if !matches!(happening.at, Placed::Instant(_)) {
            story.resolution = Resolution::Day;
        }
        let next = after(state, happening, frame.unit);
        if next != state {
            state = next;
            story.events.push(Event { at, what: What::Item { item, state } });
        }
    }
}

fn after(state: ItemState, happening: &Happening, unit: Unit) -> ItemState {
    let estimate = happening.estimate.map_or(state.estimate, |estimate| unit.weight(estimate));
    let state = ItemState { estimate, ..state };
    match happening.kind {
        EventKind::Added => ItemState { in_sprint: true, ..state },
        EventKind::Removed => ItemState { in_sprint: false, ..state },
        EventKind::Estimated => state,
        EventKind::Started => ItemState { progress: Progress::Started, ..state },
        EventKind::Completed => ItemState { progress: Progress::Done, ..state },
        EventKind::Reopened => ItemState { progress: Progress::Open, ..state },
    }
}
