//! Conversion of the document shape `changes`: dated totals by kind.

use super::super::document::{ChangeEntry, SprintDocument};
use super::super::error_text::quote;
use super::super::moment::ResolvedMoment;
use super::super::object::StrictObject;
use super::super::validation_error::{FieldPath, ValidationError};
use super::checks::{check_event_count, check_level, non_negative_amount, optional_amount};
use super::field_values::parse_moment;
use super::partial_flow::PartialFlow;
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Event, EventKind, Flow, Level, Resolution};

const LIST: &str = "changes";

/// The flow of one entry.
struct DatedFlow {
    /// Index in the list.
    entry: usize,
    at: ResolvedMoment,
    flow: Flow,
}

/// Returns the events of the entries in `changes`.
pub(super) fn events_from_changes(
    changes: &[StrictObject<ChangeEntry>],
    document: &SprintDocument,
    info: &SprintInfo,
) -> Result<SprintEvents, ValidationError> {
    check_event_count(changes.len(), FieldPath::Field(LIST))?;
    let path = FieldPath::Field("committed");
    let Some(committed) = document.committed else {
        let expected = "the remaining work at the start: \"changes\" need it";
        return Err(ValidationError::new(path, "nothing", expected));
    };
    let committed = non_negative_amount(committed, path)?;
    let done =
        optional_amount(document.done_at_start, FieldPath::Field("done_at_start"))?.unwrap_or_default();
    let opening = Level { scope: committed + done, done };

    let read = |(entry, change): (usize, &StrictObject<ChangeEntry>)| read_change(entry, change, info);
    let mut flows = changes.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    flows.sort_by_key(|dated| dated.at.event_instant());
    check_levels(&flows, opening)?;

    let last = flows.last().map_or(info.start, |dated| dated.at.end_instant());
    let as_of = info.effective_as_of(info.latest_known.unwrap_or(last));
    let known: Vec<(&DatedFlow, _)> =
        flows.iter().filter_map(|dated| Some((dated, dated.at.event_instant_if_known(as_of)?))).collect();
    let by_day = known.iter().any(|(dated, _)| matches!(dated.at, ResolvedMoment::Day(_)));
    let mut events: Vec<Event> =
        known.iter().map(|(dated, at)| Event { at: *at, kind: EventKind::Total(dated.flow) }).collect();
    events.sort_by_key(|event| event.at);
    let resolution = if by_day { Resolution::Day } else { Resolution::Instant };
    Ok(SprintEvents { events, resolution, ..SprintEvents::without_events(opening, as_of) })
}

/// Reads one entry, which must not be before the start.
fn read_change(entry: usize, change: &ChangeEntry, info: &SprintInfo) -> Result<DatedFlow, ValidationError> {
    let path_of = |field| FieldPath::EntryField(LIST, entry, field);
    let at = parse_moment(&change.at, path_of("at"))?.resolve_in(&info.calendar);
    if at.event_instant() < info.start {
        let expected = format!("a time not before the start ({})", info.format_instant(info.start));
        return Err(ValidationError::new(path_of("at"), quote(&change.at), expected)
            .with_remedy("what happened before belongs into \"committed\""));
    }
    let numbers = [change.added, change.removed, change.reestimated, change.reopened, change.completed];
    Ok(DatedFlow { entry, at, flow: PartialFlow::from_numbers(numbers, path_of)?.to_flow() })
}

/// Checks the level after each instant. Changes at the same instant count together, regardless of their order.
fn check_levels(flows: &[DatedFlow], opening: Level) -> Result<(), ValidationError> {
    let mut level = opening;
    for same_instant in flows.chunk_by(|a, b| a.at.event_instant() == b.at.event_instant()) {
        for dated in same_instant {
            level += dated.flow;
        }
        let entry = same_instant.last().map_or(0, |dated| dated.entry);
        check_level(level, FieldPath::Entry(LIST, entry))?;
    }
    Ok(())
}
