//! The events of a board among those of an issue: when it was added and removed, and when its status changed.
//!
//! GitHub writes no events for iterations and fields, and not all for statuses, so that the board of today is compared: where
//! they disagree, the board counts, and the picture says so.

use std::collections::BTreeSet;

use super::super::completion_time::CompletionDates;
use super::super::json_moment::sort_instant;
use super::super::naming::state_progress;
use super::board_index::BoardIndex;
use super::board_ref::BoardRef;
use super::github_data::{GitHubData, Issue, IssueEvent, IssueState};
use super::project_board::Card;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Progress;

/// The events of the given boards, in order of time.
#[derive(Debug, Default)]
pub(super) struct BoardEvents {
    /// True where the issue was added to a board, false where it was removed.
    pub(super) memberships: Vec<(Moment, bool)>,
    pub(super) statuses: Vec<(Moment, String)>,
    /// The last change to a status that the event does not name.
    pub(super) unnamed_status: Option<Moment>,
}

impl BoardEvents {
    /// Returns the events of an issue on the boards of the input; on any board if their names are unknown.
    pub(super) fn of_boards(events: &[(Moment, IssueEvent)], boards: &BoardIndex<'_>) -> Self {
        let is_of_boards = |event: &BoardRef| boards.may_have(event);
        let mut found = Self::default();
        for (at, event) in events {
            match event {
                IssueEvent::BoardMembership { board, is_member } if is_of_boards(board) => {
                    found.memberships.push((*at, *is_member));
                }
                IssueEvent::StatusChanged { board, status } if is_of_boards(board) => match status {
                    Some(status) => found.statuses.push((*at, status.clone())),
                    None => found.unnamed_status = Some(*at),
                },
                _ => {}
            }
        }
        found
    }

    /// True if any event tells of a status.
    pub(super) fn has_status_changes(&self) -> bool {
        !self.statuses.is_empty() || self.unnamed_status.is_some()
    }

    /// The time at which the issue was first added to a board.
    pub(super) fn first_addition(&self) -> Option<Moment> {
        self.memberships.iter().find(|(_, is_member)| *is_member).map(|(at, _)| *at)
    }

    /// The last time after the first addition at which the issue was added or removed, in a time that ends at `until`.
    pub(super) fn last_membership_between(
        &self,
        after: Option<Moment>,
        until: Moment,
        is_member: bool,
    ) -> Option<Moment> {
        let is_between = |at: Moment| {
            sort_instant(at) <= sort_instant(until)
                && after.is_none_or(|after| sort_instant(after) < sort_instant(at))
        };
        let mut all = self.memberships.iter().rev();
        all.find(|(at, is)| *is == is_member && is_between(*at)).map(|(at, _)| *at)
    }

    /// The removals and the later additions of an issue that is on the board today, and true if the last event says that it is
    /// not.
    pub(super) fn find_absences(&self) -> (Vec<(Moment, bool)>, bool) {
        let mut changes: Vec<_> =
            self.memberships.iter().copied().skip_while(|(_, is_member)| *is_member).collect();
        if self.first_addition().is_none_or(|first| {
            changes.first().is_some_and(|(at, _)| sort_instant(*at) < sort_instant(first))
        }) {
            // The history begins after the first addition.
            changes.clear();
        }
        let disagrees = changes.last().is_some_and(|(_, is_member)| !is_member);
        if disagrees {
            changes.pop();
        }
        (changes, disagrees)
    }
}

/// The status of an issue over time.
#[derive(Debug, Default)]
pub(super) struct StatusHistory {
    pub(super) steps: Vec<(Moment, Progress)>,
    /// The end of the history if it is not that of today's board.
    pub(super) correction: Option<StatusCorrection>,
}

/// Today's status, where the events lead to another one.
#[derive(Debug)]
pub(super) struct StatusCorrection {
    pub(super) progress: Progress,
    /// The time of the change, if the issue tells it.
    pub(super) at: Option<Moment>,
    /// True if events name the statuses, so that one of them is missing.
    pub(super) disagrees: bool,
}

/// Derives the history of the status from the events, and compares its end with the card of today.
pub(super) fn status_history(
    events: &BoardEvents,
    card: &Card,
    issue: &Issue,
    done: &[String],
) -> StatusHistory {
    let steps: Vec<_> =
        events.statuses.iter().map(|(at, status)| (*at, state_progress(status, done))).collect();
    let today = card.status_name().map(|status| state_progress(status, done));
    let (last_at, last) = match steps.last() {
        Some((at, progress)) => (Some(*at), *progress),
        None => (None, Progress::Open),
    };
    let correction = today.filter(|today| *today != last).map(|progress| {
        let is_later = |at: &Moment| last_at.is_none_or(|last| sort_instant(last) <= sort_instant(*at));
        let at = match (progress, issue.state) {
            (Progress::Done, IssueState::Closed { at, .. }) => at,
            (Progress::Done, _) => None,
            _ => events.unnamed_status.or(issue.updated),
        };
        let disagrees = !events.statuses.is_empty();
        StatusCorrection { progress, at: at.filter(is_later), disagrees }
    });
    StatusHistory { steps, correction }
}

/// The times at which an issue may have been done that is done today, without a time of its close.
pub(super) fn completion_dates(events: &BoardEvents, issue: &Issue) -> CompletionDates {
    CompletionDates { status_change: events.unnamed_status, resolution: None, last_change: issue.updated }
}

/// Refuses events of several boards if nothing says which of them the input has.
pub(super) fn check_boards(data: &GitHubData, document: &TrackerDocument<'_>) -> Result<(), Box<InputError>> {
    if data.boards.is_empty() || !data.board_refs.is_empty() {
        return Ok(());
    }
    let boards: BTreeSet<&BoardRef> = data
        .issues
        .values()
        .flat_map(|issue| &issue.events)
        .filter_map(|(_, event)| match event {
            IssueEvent::StatusChanged { board, .. } | IssueEvent::BoardMembership { board, .. } => {
                Some(board)
            }
            _ => None,
        })
        .filter(|board| !board.is_empty())
        .collect();
    if boards.len() < 2 {
        return Ok(());
    }
    /// Boards that the message lists.
    const MAX_LISTED: usize = 12;
    let names: Vec<String> =
        boards.iter().take(MAX_LISTED).map(|board| quote(&board.display_name())).collect();
    let found = format!("events of the boards {}", names.join(", "));
    Err(document.error_at("", found, "the name of the given board, to know its events").with_remedy(
        "ask for the board in GraphQL: projectV2(number: 7) { id number title items(first: 100) { … } }",
    ))
}
