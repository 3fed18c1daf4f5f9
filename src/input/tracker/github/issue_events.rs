//! The events of issues.

use super::super::json_moment::JsonMoment;
use super::github_data::{IssueEvent, IssueState};
use super::github_entry::Entry;
use super::response::DocumentPart;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;

/// The state of an issue. REST keeps the time of the last close even if the issue is open again.
pub(super) fn issue_state(entry: &Entry) -> IssueState {
    let has_state = |name: &str| entry.state.as_deref().is_some_and(|state| state.eq_ignore_ascii_case(name));
    let is_planned = entry.reason.as_deref().is_none_or(is_planned_reason);
    let closed = entry.closed.map(|JsonMoment(at)| at);
    match closed {
        _ if has_state("open") => IssueState::Open,
        Some(_) => IssueState::Closed { at: closed, is_planned },
        None if has_state("closed") || has_state("merged") => IssueState::Closed { at: closed, is_planned },
        // `gh` and REST write null if the issue is not closed; a board writes nothing.
        None if entry.created.is_some() => IssueState::Open,
        None => IssueState::Unknown,
    }
}

fn is_planned_reason(reason: &str) -> bool {
    !(reason.eq_ignore_ascii_case("not_planned") || reason.eq_ignore_ascii_case("duplicate"))
}

/// The events inside an issue.
pub(super) fn embedded_events(
    entry: &Entry,
    part: &DocumentPart,
) -> Result<Vec<(Moment, IssueEvent)>, Box<InputError>> {
    let inside = entry.timeline.iter().flatten();
    let inside = inside.chain(entry.timeline_items.iter().flat_map(|items| &items.nodes));
    let mut all = Vec::new();
    for event in inside {
        let name = event.event.as_deref().or(event.typename.as_deref()).unwrap_or_default();
        if name.is_empty() && event.created.is_some() {
            return Err(part.error_at("an event without \"event\"", "what happened (GraphQL: __typename)"));
        }
        let listed = parse_event(name, event);
        if listed.is_none() && event.created.is_none() && is_known_event(name) {
            return Err(
                part.error_at(format!("an event {} without \"created_at\"", quote(name)), "when it happened")
            );
        }
        all.extend(listed);
    }
    Ok(all)
}

fn is_known_event(name: &str) -> bool {
    const KNOWN: [&str; 7] = [
        "milestoned",
        "demilestoned",
        "closed",
        "reopened",
        "addedtoprojectv2",
        "removedfromprojectv2",
        "projectv2itemstatuschanged",
    ];
    KNOWN.contains(&event_base_name(name).as_str())
}

/// The letters and digits of an event's name without the suffix of its GraphQL type: `MilestonedEvent` is `milestoned`,
/// `AddedToProjectV2Event` and `added_to_project_v2` are `addedtoprojectv2`.
fn event_base_name(name: &str) -> String {
    name.strip_suffix("Event").unwrap_or(name).replace('_', "").to_ascii_lowercase()
}

/// Parses an event; `None` if it changes nothing that is read, or has no time.
pub(super) fn parse_event(name: &str, event: &Entry) -> Option<(Moment, IssueEvent)> {
    let JsonMoment(at) = event.created?;
    let title = event.milestone.given().map(|milestone| milestone.title.clone());
    let title = title.or_else(|| event.milestone_title.clone());
    Some((at, event_from_name(&event_base_name(name), title, event)?))
}

pub(super) fn event_from_name(name: &str, milestone: Option<String>, event: &Entry) -> Option<IssueEvent> {
    let board = || event.project.0.clone();
    match name {
        "milestoned" => milestone.map(IssueEvent::Milestoned),
        "demilestoned" => milestone.map(IssueEvent::Demilestoned),
        "closed" => {
            Some(IssueEvent::Closed { is_planned: event.reason.as_deref().is_none_or(is_planned_reason) })
        }
        "reopened" => Some(IssueEvent::Reopened),
        "addedtoprojectv2" => Some(IssueEvent::BoardMembership { board: board(), is_member: true }),
        "removedfromprojectv2" => Some(IssueEvent::BoardMembership { board: board(), is_member: false }),
        "projectv2itemstatuschanged" => {
            Some(IssueEvent::StatusChanged { board: board(), status: event.status.0.clone() })
        }
        _ => None,
    }
}
