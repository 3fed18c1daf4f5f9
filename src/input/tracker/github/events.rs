//! What became of an issue, in the words of GitHub's events.

use super::super::stamp::Stamp;
use super::entry::Entry;
use super::facts::{Happening, State};
use super::reading::Place;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::refusal::quote;

/// Whether the issue is closed. REST says when it was closed last even when it is open again.
pub(super) fn state(entry: &Entry) -> State {
    let is = |name: &str| entry.state.as_deref().is_some_and(|state| state.eq_ignore_ascii_case(name));
    let planned = entry.reason.as_deref().is_none_or(is_planned);
    let at = entry.closed.map(|Stamp(at)| at);
    match at {
        _ if is("open") => State::Open,
        Some(_) => State::Closed { at, planned },
        None if is("closed") || is("merged") => State::Closed { at, planned },
        // `gh` and REST write null for what is not closed; a board says nothing of it.
        None if entry.created.is_some() => State::Open,
        None => State::Unknown,
    }
}

fn is_planned(reason: &str) -> bool {
    !(reason.eq_ignore_ascii_case("not_planned") || reason.eq_ignore_ascii_case("duplicate"))
}

/// The events that an issue lists itself.
pub(super) fn events(entry: &Entry, place: &Place) -> Result<Vec<(Moment, Happening)>, Box<InputError>> {
    let inside = entry.timeline.iter().flatten();
    let inside = inside.chain(entry.timeline_items.iter().flat_map(|items| &items.nodes));
    let mut all = Vec::new();
    for event in inside {
        let name = event.event.as_deref().or(event.typename.as_deref()).unwrap_or_default();
        let listed = told(name, event);
        if listed.is_none() && event.created.is_none() && is_told(name) {
            return Err(
                place.error(format!("an event {} without \"created_at\"", quote(name)), "when it happened")
            );
        }
        all.extend(listed);
    }
    Ok(all)
}

fn is_told(name: &str) -> bool {
    ["milestoned", "demilestoned", "closed", "reopened"].contains(&plain(name).as_str())
}

/// `MilestonedEvent` is `milestoned`.
fn plain(name: &str) -> String {
    name.strip_suffix("Event").unwrap_or(name).to_ascii_lowercase()
}

/// What an event says, if it is one of those that matter.
pub(super) fn told(name: &str, event: &Entry) -> Option<(Moment, Happening)> {
    let Stamp(at) = event.created?;
    let title = event.milestone.as_ref().map(|milestone| milestone.title.clone());
    let title = title.or_else(|| event.milestone_title.clone());
    Some((at, happening(&plain(name), title, event.reason.as_deref())?))
}

pub(super) fn happening(name: &str, milestone: Option<String>, reason: Option<&str>) -> Option<Happening> {
    match name {
        "milestoned" => milestone.map(Happening::Milestoned),
        "demilestoned" => milestone.map(Happening::Demilestoned),
        "closed" => Some(Happening::Closed { planned: reason.is_none_or(is_planned) }),
        "reopened" => Some(Happening::Reopened),
        _ => None,
    }
}
