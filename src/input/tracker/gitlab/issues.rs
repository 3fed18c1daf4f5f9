//! Issues and their resource events as items with histories. The rules are those of GitLab's `Timebox::ReportService`: an issue
//! has one milestone and one iteration at a time, and a new one comes without an event that removes the old one.

use super::super::amount::amount_error;
use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::json_moment::sort_instant;
use super::super::unit_choice::{EstimateSource, choose_unit};
use super::rest_data::{Event, EventChange, GitLabData, Issue};
use super::timebox::{KnownTimebox, TimeboxId, choose_timebox};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

pub(super) fn read_issues(
    data: &GitLabData,
    documents: &[TrackerDocument<'_>],
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let Some(document) = documents.first() else {
        return Err(InputError::new(Location::EntireInput, "nothing", "an answer of GitLab"));
    };
    let known = |(id, timebox): (&TimeboxId, _)| KnownTimebox { key: *id, number: id.id, timebox };
    let chosen = choose_timebox(data.timeboxes.iter().map(known).collect(), options, document)?;
    let sprint_info = chosen.timebox.sprint_info();
    let latest_known = data.issues.values().filter_map(|issue| issue.updated.or(issue.created));
    let latest_known = latest_known.max_by_key(|at| sort_instant(*at));
    let mut completions =
        DatedCompletions::with_latest(sprint_info.start, sprint_info.end, latest_known, options);
    let mut items = Vec::new();
    let mut joined_when_created = false;
    for (number, issue) in &data.issues {
        check_weights(issue, *number, document)?;
        let Some((mut item, assumed)) = item_history(issue, *number, chosen.key) else { continue };
        joined_when_created |= assumed;
        if lacks_close(issue) {
            let dates = CompletionDates { last_change: issue.updated, ..CompletionDates::default() };
            let at = completions.date_completion(&dates);
            item.events.extend(at.map(|at| (at, StateChange::ProgressChanged(Progress::Done))));
        }
        items.push(item);
    }
    if items.is_empty() {
        let found = format!("no issue in {}", quote(&chosen.timebox.display_name().unwrap_or_default()));
        return Err(document.error_at("", found, "at least one"));
    }
    let estimate_source = EstimateSource { unit: Unit::Points, is_explicit: false };
    let (unit, items_counted) = choose_unit(&items, &estimate_source, options);
    let joined = joined_when_created.then_some(Caveat::JoinedWhenCreated);
    let choices = chosen.parallel.into_iter().chain(joined).chain(items_counted);
    let caveats = choices.chain(completions.into_caveats()).collect();
    let sprint_info = RawSprintInfo { unit: Some(unit), ..sprint_info };
    Ok(TrackerData { sprint_info, content: TrackerContent::Items(items), caveats })
}

/// True if an issue is closed, and neither an event nor the issue says when.
fn lacks_close(issue: &Issue) -> bool {
    let is_close = |event: &Event| event.change == EventChange::Closed;
    issue.is_closed && issue.closed.is_none() && !issue.events.iter().any(is_close)
}

fn check_weights(issue: &Issue, number: u64, document: &TrackerDocument<'_>) -> Result<(), Box<InputError>> {
    let weighed = issue.events.iter().filter_map(|event| match event.change {
        EventChange::WeightChanged(weight) => weight,
        _ => None,
    });
    match weighed.chain(issue.weight).find(|weight| !(0.0..=MAX_AMOUNT).contains(weight)) {
        Some(weight) => {
            let found = format!("the weight {weight} of {}", issue_key(issue, number));
            Err(amount_error(document, "", found, weight))
        }
        None => Ok(()),
    }
}

fn issue_key(issue: &Issue, number: u64) -> String {
    issue.key.clone().unwrap_or_else(|| format!("issue {number}"))
}

/// The item, and true if it only counts as joined at its creation; `None` if it never was in the sprint.
fn item_history(issue: &Issue, number: u64, sprint: TimeboxId) -> Option<(ItemHistory, bool)> {
    let (in_sprint, mut events) = collect_membership(issue, sprint);
    let has_membership_events = in_sprint.is_some() || !events.is_empty();
    let mut assumed = false;
    let mut in_sprint = in_sprint.unwrap_or(false);
    if !has_membership_events {
        if !issue.timeboxes.contains(&sprint) {
            return None;
        }
        match issue.created {
            Some(created) => {
                assumed = true;
                events.push((created, StateChange::Joined));
            }
            None => in_sprint = true,
        }
    }
    if !in_sprint && !events.iter().any(|(_, change)| *change == StateChange::Joined) {
        return None;
    }
    let has_weight_events =
        issue.events.iter().any(|event| matches!(event.change, EventChange::WeightChanged(_)));
    let estimate = issue.weight.filter(|_| !has_weight_events).and_then(Amount::from_f64);
    events.extend(issue.events.iter().filter_map(|event| match event.change {
        EventChange::WeightChanged(weight) => {
            Some((event.at, StateChange::Estimated(weight.and_then(Amount::from_f64))))
        }
        EventChange::Closed => Some((event.at, StateChange::ProgressChanged(Progress::Done))),
        EventChange::Reopened => Some((event.at, StateChange::ProgressChanged(Progress::Open))),
        EventChange::Added(_) | EventChange::Removed(_) => None,
    }));
    // Without events of its state, the issue itself has the last close.
    let is_state_change = |event: &Event| matches!(event.change, EventChange::Closed | EventChange::Reopened);
    if let Some(closed) = issue.closed.filter(|_| !issue.events.iter().any(is_state_change)) {
        events.push((closed, StateChange::ProgressChanged(Progress::Done)));
    }
    let initial_state = ItemState { in_sprint, estimate, progress: Progress::Open, ..ItemState::default() };
    Some((
        ItemHistory { key: issue_key(issue, number), title: issue.title.clone(), initial_state, events },
        assumed,
    ))
}

/// The membership before the first event, as far as the events tell, and the events of joining and leaving.
fn collect_membership(issue: &Issue, sprint: TimeboxId) -> (Option<bool>, Vec<(Moment, StateChange)>) {
    let mut initial_membership = None;
    let mut is_member = false;
    let mut events = Vec::new();
    for event in &issue.events {
        let is_member_now = match event.change {
            EventChange::Added(id) if id.is_iteration == sprint.is_iteration => id == sprint,
            EventChange::Removed(id) if id == sprint => {
                if initial_membership.is_none() {
                    (initial_membership, is_member) = (Some(true), true);
                }
                false
            }
            _ => continue,
        };
        if is_member_now != is_member {
            initial_membership = initial_membership.or(Some(false));
            events.push((event.at, if is_member_now { StateChange::Joined } else { StateChange::Left }));
            is_member = is_member_now;
        }
    }
    (initial_membership, events)
}
