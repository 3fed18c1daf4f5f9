//! The sprint, assembled from its info and its events.

use super::super::read_options::ReadOptions;
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Caveat, PastSprint, Sprint};

/// Returns the sprint, with the history of the options and with the caveats that follow from the data.
pub(super) fn assemble_sprint(
    info: SprintInfo,
    events: SprintEvents,
    mut caveats: Vec<Caveat>,
    options: &ReadOptions,
) -> Sprint {
    let mut sprint = Sprint {
        name: info.name,
        goal: info.goal,
        unit: info.unit,
        calendar: info.calendar,
        start: info.start,
        end: info.end,
        closed: info.closed,
        as_of: events.as_of,
        is_live: info.now == Some(events.as_of),
        opening: events.opening,
        items: events.items,
        item_names: events.names,
        events: events.events,
        started_work: events.started,
        resolution: events.resolution,
        gaps: events.gaps,
        caveats: Vec::new(),
        past_sprints: Vec::new(),
    };
    sprint.past_sprints = earlier_sprints(&sprint, &options.history);
    let counts = sprint.item_counts();
    let unestimated = Caveat::Unestimated { items: counts.unestimated, of: counts.items };
    let gaps = Caveat::Gaps(sprint.gaps.len());
    let observances = sprint.observances().count();
    let derived = [
        (events.is_net_only, Caveat::NetOnly),
        (!sprint.gaps.is_empty(), gaps),
        (counts.unestimated > 0, unestimated),
        (observances > 0, Caveat::ObservancesWorked(observances)),
    ];
    caveats.extend(derived.into_iter().filter(|(applies, _)| *applies).map(|(_, caveat)| caveat));
    caveats.sort_unstable();
    caveats.dedup();
    sprint.caveats = caveats;
    sprint
}

/// Returns the sprints of a history that are earlier than a sprint. A caller that draws all sprints of a folder gives
/// each of them the same history, so later sprints and the sprint itself have to be left out.
fn earlier_sprints(sprint: &Sprint, history: &[PastSprint]) -> Vec<PastSprint> {
    // A velocity report has no dates: the sprints before the one with the same name are earlier.
    let own_index = history.iter().position(|past| past.dates.is_none() && past.name == sprint.name);
    let is_earlier = |(index, past): &(usize, &PastSprint)| match past.dates {
        Some((start, _)) => start < sprint.start,
        None => own_index.is_none_or(|own| *index < own),
    };
    let mut earlier: Vec<PastSprint> =
        history.iter().enumerate().filter(is_earlier).map(|(_, past)| past.clone()).collect();
    earlier.sort_by_key(|past| past.dates);
    earlier
}
