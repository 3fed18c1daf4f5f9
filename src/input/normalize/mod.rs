//! Conversion of documents and tracker data to the event model, with validation.

mod assemble;
#[cfg_attr(not(feature = "trackers"), path = "calendar_options_stub.rs")]
mod calendar_options;
mod changes;
mod checks;
#[cfg_attr(not(feature = "trackers"), allow(dead_code, reason = "options with days off need trackers"))]
pub(super) mod dated_days_off;
mod days;
#[cfg(feature = "trackers")]
pub(super) mod days_off;
mod document_info;
mod field_values;
mod items;
mod levels;
mod partial_flow;
mod remaining_sums;
mod sorted_history;
mod sprint_events;
mod sprint_info;
mod team_calendar;
#[cfg(feature = "trackers")]
mod working_dates;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use self::assemble::assemble_sprint;
pub(super) use self::calendar_options::check_calendar_options;
use self::sprint_info::SprintInfo;
#[cfg(feature = "trackers")]
pub(super) use self::working_dates::first_working_dates;
use super::document::SprintDocument;
use super::error_text::quote;
use super::read_options::ReadOptions;
use super::tracker_data::{Planning, TrackerContent, TrackerData};
use super::validation_error::{FieldPath, ValidationError};
use crate::sprint::{Caveat, Sprint};

/// Returns the sprint of a tracker's data.
pub(super) fn sprint_from_tracker_data(
    data: TrackerData,
    options: &ReadOptions,
) -> Result<Sprint, ValidationError> {
    let TrackerData { mut sprint_info, content, mut caveats } = data;
    let snapshot_dates = sprint_info.snapshot_dates.take();
    if sprint_info.time_zone.is_none() && options.time_zone.is_none() {
        caveats.push(Caveat::ZoneAssumed);
    }
    if let TrackerContent::Levels(_) = content {
        check_lowered_estimates_option(options, "no such option with daily totals, which have no estimates")?;
    }
    sprint_info.planning = Planning::FirstDay;
    let info = SprintInfo::from_raw(sprint_info, options)?;
    caveats.extend(late_start(&info));
    let mut events = match content {
        TrackerContent::Items(mut items) => {
            // Trackers list items by rank or by date. The picture must not depend on this order.
            items.sort_by(|a, b| a.key.cmp(&b.key));
            items::events_from_items(items, &info)?
        }
        TrackerContent::Levels(levels) => {
            caveats.push(Caveat::DailyTotals);
            levels::events_from_levels(levels, &info)?
        }
        TrackerContent::RemainingSums(sums) => {
            let knows_items = sums.iter().all(|sum| sum.items.is_some());
            caveats.push(if knows_items { Caveat::DailyTotals } else { Caveat::NetOnly });
            remaining_sums::events_from_remaining_sums(sums, &info)?
        }
    };
    if let Some(dates) = snapshot_dates {
        events.gaps.extend(days_without_snapshot(&dates, &info, events.as_of));
    }
    if events.unestimated_count < events.item_count {
        let some_unestimated = Caveat::Unestimated { items: events.unestimated_count, of: events.item_count };
        caveats
            .iter_mut()
            .filter(|caveat| **caveat == Caveat::ItemsCounted)
            .for_each(|caveat| *caveat = some_unestimated);
    }
    Ok(assemble_sprint(info, events, caveats, options))
}

/// Returns the caveat that the sprint was started on a later day than planned.
fn late_start(info: &SprintInfo) -> Option<Caveat> {
    let day_of = |at: Timestamp| info.calendar.day_at(at).date;
    let days = (day_of(info.activated?) - day_of(info.start)).get_days();
    usize::try_from(days).ok().filter(|days| *days > 0).map(Caveat::StartedLate)
}

/// Returns the days up to `as_of` without a snapshot: working days, and days off after such a working day.
fn days_without_snapshot(snapshot_dates: &BTreeSet<Date>, info: &SprintInfo, as_of: Timestamp) -> Vec<usize> {
    let days = info.calendar.days_between(info.start, as_of.max(info.end));
    let mut is_gap = false;
    let mut gaps = Vec::new();
    for (index, day) in days.iter().enumerate().take_while(|(_, day)| day.from < as_of) {
        is_gap = !snapshot_dates.contains(&day.date) && (is_gap || day.is_working_day);
        if is_gap {
            gaps.push(index);
        }
    }
    gaps
}

/// Returns the sprint of a document.
pub(super) fn sprint_from_document(
    document: &SprintDocument,
    options: &ReadOptions,
) -> Result<Sprint, ValidationError> {
    check_lowered_estimates(document, options)?;
    let info = SprintInfo::from_raw(document_info::read_document_info(document, options)?, options)?;
    let events = match (&document.days, &document.items, &document.changes) {
        (Some(days), None, None) => days::events_from_days(days, document, &info)?,
        (None, Some(items), None) => {
            check_no_derived_fields(document)?;
            items::events_from_items(items::histories_from_document(items, &info)?, &info)?
        }
        (None, None, Some(changes)) => changes::events_from_changes(changes, document, &info)?,
        (None, None, None) => {
            let found = "none of the fields that tell what happened";
            let expected = "exactly one of \"days\", \"items\" and \"changes\"";
            return Err(ValidationError::new(FieldPath::Document, found, expected));
        }
        (days, items, changes) => {
            let fields =
                [("days", days.is_some()), ("items", items.is_some()), ("changes", changes.is_some())];
            let present: Vec<String> =
                fields.iter().filter(|(_, is_present)| *is_present).map(|(name, _)| quote(name)).collect();
            return Err(ValidationError::new(FieldPath::Document, present.join(" and "), "only one of them"));
        }
    };
    Ok(assemble_sprint(info, events, Vec::new(), options))
}

/// Refuses the meaning of lowered estimates in a document without items, whose movements say themselves what they are.
fn check_lowered_estimates(document: &SprintDocument, options: &ReadOptions) -> Result<(), ValidationError> {
    const REASON: &str = "without \"items\": \"completed\" and \"reestimated\" tell the two apart";
    match document.lowered_estimates {
        _ if document.items.is_some() => Ok(()),
        Some(meaning) => {
            let path = FieldPath::Field("lowered_estimates");
            Err(ValidationError::new(path, quote(meaning.name()), format!("no such field {REASON}")))
        }
        None => check_lowered_estimates_option(options, &format!("no such option {REASON}")),
    }
}

/// Refuses the option for the meaning of lowered estimates where it has no effect.
fn check_lowered_estimates_option(options: &ReadOptions, expected: &str) -> Result<(), ValidationError> {
    match options.lowered_estimates {
        Some(meaning) if !options.reads_history => {
            let path = FieldPath::Option("lowered_estimates");
            let error = ValidationError::new(path, quote(meaning.name()), expected);
            Err(error.with_remedy("leave --lowered-estimates (lowered_estimates among the options) out"))
        }
        _ => Ok(()),
    }
}

/// Refuses fields of a document with items whose values follow from the items.
fn check_no_derived_fields(document: &SprintDocument) -> Result<(), ValidationError> {
    let fields = [("committed", document.committed), ("done_at_start", document.done_at_start)];
    match fields.iter().find(|(_, value)| value.is_some()) {
        Some((field, Some(value))) => {
            let expected = "no such field with \"items\": it follows from them";
            Err(ValidationError::new(FieldPath::Field(field), format!("{value}"), expected))
        }
        _ => Ok(()),
    }
}
