//! Conversion of sums of remaining hours, which tell neither what was done nor what joined and left.
//!
//! A sum that falls is work done, unless there are fewer items than before: then it left with them. A sum that rises is
//! re-estimated where the number of items is the same, else it was added. If the caller says that lowered estimates are no work,
//! each change is one of scope.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::tracker_data::{DailyLevels, GapPolicy, RemainingSum};
use super::super::validation_error::ValidationError;
use super::levels::{events_by_day, flow_between_levels};
use super::sprint_events::SprintEvents;
use super::sprint_info::SprintInfo;
use crate::sprint::{Amount, Flow, Level};

/// Returns the events of sums of remaining hours.
pub(super) fn events_from_remaining_sums(
    sums: Vec<RemainingSum>,
    info: &SprintInfo,
) -> Result<SprintEvents, ValidationError> {
    let by_date: BTreeMap<Date, RemainingSum> = sums.into_iter().map(|sum| (sum.date, sum)).collect();
    let last_planned = info.calendar.day_at(info.planning_until);
    let planned_until = if last_planned.last_instant() <= info.planning_until {
        Some(last_planned.date)
    } else {
        last_planned.date.yesterday().ok()
    };
    let series = SumSeries::from_sums(&by_date, info, planned_until);
    let levels = DailyLevels {
        opening: series.opening,
        days: series.days,
        started: by_date.values().map(|sum| (sum.date, sum.started)).collect(),
        gap_policy: GapPolicy::Unknown,
    };
    events_by_day(levels, info, |date, before, after| {
        let flow = flow_between_levels(before, after);
        if series.reestimated.contains(&date) {
            let reestimated = flow.added - flow.removed;
            Flow { added: Amount::ZERO, removed: Amount::ZERO, reestimated, ..flow }
        } else {
            flow
        }
    })
}

/// The levels that follow from the sums.
struct SumSeries {
    /// The level at the start, with the scope of the end of the planning; `None` without sums.
    opening: Option<Level>,
    days: Vec<(Date, Level)>,
    /// The dates on which the scope was re-estimated.
    reestimated: BTreeSet<Date>,
}

impl SumSeries {
    fn from_sums(
        by_date: &BTreeMap<Date, RemainingSum>,
        info: &SprintInfo,
        planned_until: Option<Date>,
    ) -> Self {
        let first_date = info.calendar.day_at(info.start).date;
        let at_start = by_date.range(..first_date).next_back().or_else(|| by_date.iter().next());
        let mut series = Self { opening: None, days: Vec::new(), reestimated: BTreeSet::new() };
        let Some((_, mut previous)) = at_start else { return series };
        let mut level = Level { scope: previous.remaining, done: Amount::ZERO };
        let mut opening = level;
        for (date, sum) in by_date.range(previous.date..) {
            let change = sum.remaining - previous.remaining;
            if info.burns_estimates && change.is_negative() && !has_fewer_items(previous, sum) {
                level.done -= change;
            } else {
                level.scope += change;
                if previous.items.is_some() && previous.items == sum.items {
                    series.reestimated.insert(*date);
                }
            }
            series.days.push((*date, level));
            previous = sum;
            if planned_until.is_some_and(|until| *date <= until) {
                opening.scope = level.scope;
            }
        }
        // The scope of the planning is that of the start.
        for (date, day_level) in &mut series.days {
            if planned_until.is_some_and(|until| *date <= until) {
                day_level.scope = opening.scope;
            }
        }
        series.opening = Some(opening);
        series
    }
}

/// Returns true if there are fewer items than at the reading before.
fn has_fewer_items(before: &RemainingSum, after: &RemainingSum) -> bool {
    matches!((before.items, after.items), (Some(before), Some(after)) if after < before)
}
