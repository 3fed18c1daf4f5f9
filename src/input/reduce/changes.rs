//! The third shape: dated totals by kind.

use super::super::document::{Change, Document};
use super::super::moment::Placed;
use super::super::object::Object;
use super::super::refusal::{Refusal, Spot, quote};
use super::frame::{Frame, moment};
use super::{Movements, Story, amount, event_count, optional, possible};
use crate::sprint::{Event, Flow, Level, Resolution, What};

const LIST: &str = "changes";

struct Moved {
    entry: usize,
    at: Placed,
    flow: Flow,
}

pub(super) fn story(
    changes: &[Object<Change>],
    document: &Document,
    frame: &Frame,
) -> Result<Story, Refusal> {
    event_count(changes.len(), Spot::Field(LIST))?;
    let spot = Spot::Field("committed");
    let Some(committed) = document.committed else {
        return Err(Refusal::new(spot, "nothing", "the remaining work at the start: \"changes\" need it"));
    };
    let committed = amount(committed, spot)?;
    let done = optional(document.done_at_start, Spot::Field("done_at_start"))?.unwrap_or_default();
    let opening = Level { scope: committed + done, done };

    let read = |(entry, change): (usize, &Object<Change>)| moved(entry, change, frame);
    let mut moved = changes.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    moved.sort_by_key(|moved| moved.at.event());
    check_levels(&moved, opening)?;

    let last = moved.last().map_or(frame.start, |moved| moved.at.end());
    let as_of = frame.as_of(frame.known.unwrap_or(last));
    let known: Vec<(&Moved, _)> =
        moved.iter().filter_map(|moved| Some((moved, moved.at.known_by(as_of)?))).collect();
    let by_day = known.iter().any(|(moved, _)| matches!(moved.at, Placed::Day(_)));
    let mut events: Vec<Event> =
        known.iter().map(|(moved, at)| Event { at: *at, what: What::Total(moved.flow) }).collect();
    events.sort_by_key(|event| event.at);
    let resolution = if by_day { Resolution::Day } else { Resolution::Instant };
    Ok(Story { events, resolution, ..Story::of(opening, as_of) })
}

fn moved(entry: usize, change: &Change, frame: &Frame) -> Result<Moved, Refusal> {
    let spot = |field| Spot::In(LIST, entry, field);
    let at = moment(&change.at, spot("at"))?.place(&frame.calendar);
    if at.event() < frame.start {
        let expected = format!("a time not before the start ({})", frame.show(frame.start));
        return Err(Refusal::new(spot("at"), quote(&change.at), expected)
            .remedy("what happened before belongs into \"committed\""));
    }
    let given = [change.added, change.removed, change.reestimated, change.reopened, change.completed];
    Ok(Moved { entry, at, flow: Movements::read(given, spot)?.flow() })
}

/// No level may be impossible. Changes of the same time count together, whatever their order.
fn check_levels(moved: &[Moved], opening: Level) -> Result<(), Refusal> {
    let mut level = opening;
    for same_time in moved.chunk_by(|a, b| a.at.event() == b.at.event()) {
        for moved in same_time {
            level += moved.flow;
        }
        let entry = same_time.last().map_or(0, |moved| moved.entry);
        possible(level, Spot::Entry(LIST, entry))?;
    }
    Ok(())
}
