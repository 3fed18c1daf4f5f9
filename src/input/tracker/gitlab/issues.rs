//! Issues and their resource events → items. The rules are those of GitLab's `Timebox::ReportService`: an issue has one milestone and
//! one iteration at a time, and a new one comes without an event that removes the old one.

use super::super::unit::{self, Estimates};
use super::entry::{Event, Facts, Issue, What};
use super::timebox::{BoxId, choose};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::refusal::quote;
use crate::input::told::{Change, Content, Outline, Told, ToldItem};
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

pub(super) fn told(
    facts: &Facts,
    documents: &[Document<'_>],
    options: &ReadOptions,
) -> Result<Told, Box<InputError>> {
    let Some(document) = documents.first() else {
        return Err(InputError::new(Place::Whole, "nothing", "an answer of GitLab"));
    };
    let boxes = facts.timeboxes.iter().map(|(id, timebox)| (*id, timebox, id.id));
    let (id, timebox) = choose(boxes, options, document)?;
    let mut items = Vec::new();
    let mut joined_when_created = false;
    for (number, issue) in &facts.issues {
        check_weights(issue, *number, document)?;
        let Some((item, assumed)) = history(issue, *number, id) else { continue };
        joined_when_created |= assumed;
        items.push(item);
    }
    if items.is_empty() {
        let found = format!("no issue in {}", quote(&timebox.name().unwrap_or_default()));
        return Err(document.error("", found, "at least one"));
    }
    let estimates = Estimates { unit: Unit::Points, is_named: false };
    let (unit, counted) = unit::choose(&items, &estimates, options);
    let joined = joined_when_created.then_some(Caveat::JoinedWhenCreated);
    let caveats = joined.into_iter().chain(counted).collect();
    let outline = Outline { unit: Some(unit), ..timebox.outline() };
    Ok(Told { outline, content: Content::Items(items), caveats })
}

fn check_weights(issue: &Issue, number: u64, document: &Document<'_>) -> Result<(), Box<InputError>> {
    let weighed = issue.events.iter().filter_map(|event| match event.what {
        What::Weighed(weight) => weight,
        _ => None,
    });
    match weighed.chain(issue.weight).find(|weight| !(0.0..=MAX_AMOUNT).contains(weight)) {
        Some(weight) => {
            let expected = format!("a number from 0 to {MAX_AMOUNT} (MAX_AMOUNT)");
            Err(document.error("", format!("the weight {weight} of {}", key(issue, number)), expected))
        }
        None => Ok(()),
    }
}

fn key(issue: &Issue, number: u64) -> String {
    issue.key.clone().unwrap_or_else(|| format!("issue {number}"))
}

/// The item, and whether it only counts as joined when it was created; `None` when it never was in the sprint.
fn history(issue: &Issue, number: u64, sprint: BoxId) -> Option<(ToldItem, bool)> {
    let (in_sprint, mut events) = membership(issue, sprint);
    let told = in_sprint.is_some() || !events.is_empty();
    let mut assumed = false;
    let mut in_sprint = in_sprint.unwrap_or(false);
    if !told {
        if !issue.timeboxes.contains(&sprint) {
            return None;
        }
        match issue.created {
            Some(created) => {
                assumed = true;
                events.push((created, Change::Joined));
            }
            None => in_sprint = true,
        }
    }
    if !in_sprint && !events.iter().any(|(_, change)| *change == Change::Joined) {
        return None;
    }
    let weighed = issue.events.iter().any(|event| matches!(event.what, What::Weighed(_)));
    let estimate = issue.weight.filter(|_| !weighed).and_then(Amount::from_f64);
    events.extend(issue.events.iter().filter_map(|event| match event.what {
        What::Weighed(weight) => Some((event.at, Change::Estimated(weight.and_then(Amount::from_f64)))),
        What::Closed => Some((event.at, Change::Became(Progress::Done))),
        What::Reopened => Some((event.at, Change::Became(Progress::Open))),
        What::Added(_) | What::Removed(_) => None,
    }));
    // Without events of its state, the issue itself tells of the last one.
    let told_of_state = |event: &Event| matches!(event.what, What::Closed | What::Reopened);
    if let Some(closed) = issue.closed.filter(|_| !issue.events.iter().any(told_of_state)) {
        events.push((closed, Change::Became(Progress::Done)));
    }
    let before = ItemState { in_sprint, estimate, progress: Progress::Open };
    Some((ToldItem { key: key(issue, number), title: issue.title.clone(), before, events }, assumed))
}

/// Whether the issue was in the sprint before its first event, as far as the events tell; and when it joined and left.
fn membership(issue: &Issue, sprint: BoxId) -> (Option<bool>, Vec<(crate::input::moment::Moment, Change)>) {
    let mut before = None;
    let mut is = false;
    let mut events = Vec::new();
    for event in &issue.events {
        let now = match event.what {
            What::Added(id) if id.is_iteration == sprint.is_iteration => id == sprint,
            What::Removed(id) if id == sprint => {
                if before.is_none() {
                    (before, is) = (Some(true), true);
                }
                false
            }
            _ => continue,
        };
        if now != is {
            before = before.or(Some(false));
            events.push((event.at, if now { Change::Joined } else { Change::Left }));
            is = now;
        }
    }
    (before, events)
}
