//! The issues of a cycle as items with histories: what joined and left, was estimated, begun, done and cancelled.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::json_moment::{JsonMoment, sort_instant};
use super::issue::{Issue, IssueState, StateMap};
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, Caveat, ItemState, Progress};

/// The cycle of which the histories are read.
pub(super) struct HistoryCycle<'a> {
    pub(super) id: Option<&'a str>,
    /// The time of the close, or of the planned end. Open issues go to the next cycle then, which is no change of this one.
    pub(super) close: Option<Timestamp>,
    /// The last instant that a picture shows; later changes up to the close count as made then.
    pub(super) last_instant: Option<Timestamp>,
    pub(super) states: StateMap<'a>,
}

/// The items of a cycle, and what is not certain about them.
pub(super) struct CycleItems {
    pub(super) items: Vec<ItemHistory>,
    pub(super) caveats: Vec<Caveat>,
}

/// The gaps of the histories.
struct Findings {
    completions: DatedCompletions,
    no_history: bool,
    states_guessed: bool,
    /// Issues whose history leads to another state than today's.
    disagreeing: usize,
}

/// A change of one property of an issue.
#[derive(Clone, Copy, PartialEq)]
enum HistoryStep {
    Member(bool),
    Estimated(Option<Amount>),
    /// `None` for a cancelled issue.
    State(Option<Progress>),
}

/// A history that is being built: the state at creation, and the steps in order of time.
struct StepList {
    was_member: bool,
    estimate: Option<Amount>,
    steps: Vec<(Moment, HistoryStep)>,
}

impl StepList {
    fn last_membership(&self) -> bool {
        let last = self.steps.iter().rev().find_map(|(_, step)| match step {
            HistoryStep::Member(is) => Some(*is),
            _ => None,
        });
        last.unwrap_or(self.was_member)
    }

    fn last_state(&self) -> Option<Option<Progress>> {
        self.steps.iter().rev().find_map(|(_, step)| match step {
            HistoryStep::State(state) => Some(*state),
            _ => None,
        })
    }
}

/// The time before which a history is not told to change. Linear moves open issues some moments before or after the close.
const CLOSE_TOLERANCE_SECONDS: i64 = 600;

/// Reads the items that ever were in the cycle.
pub(super) fn read_items(
    issues: &BTreeMap<String, Issue>,
    cycle: &HistoryCycle<'_>,
    completions: DatedCompletions,
) -> Result<CycleItems, Box<InputError>> {
    let mut findings = Findings { completions, no_history: false, states_guessed: false, disagreeing: 0 };
    let mut items = Vec::new();
    for (key, issue) in issues {
        items.extend(cycle.read_item(key, issue, &mut findings)?);
    }
    let caveats = [
        (findings.no_history, Caveat::NoHistory),
        (findings.no_history, Caveat::JoinedWhenCreated),
        (findings.states_guessed, Caveat::StatesGuessed),
        (findings.disagreeing > 0, Caveat::HistoryDisagrees(findings.disagreeing)),
    ];
    let caveats = caveats.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat);
    Ok(CycleItems { items, caveats: caveats.chain(findings.completions.into_caveats()).collect() })
}

impl HistoryCycle<'_> {
    /// Reads an issue as an item; `None` if it never was in the cycle.
    fn read_item(
        &self,
        key: &str,
        issue: &Issue,
        findings: &mut Findings,
    ) -> Result<Option<ItemHistory>, Box<InputError>> {
        let (id, in_cycle) = (self.id, self.is_in_today(issue));
        let touches = |cycle: Option<&str>| id.is_some() && cycle == id;
        let was_ever_in = in_cycle
            || issue
                .changes
                .iter()
                .any(|change| touches(change.cycle_before()) || touches(change.cycle_after()));
        if !was_ever_in {
            return Ok(None);
        }
        findings.no_history |= !issue.has_history;
        let mut list = StepList { was_member: in_cycle, estimate: None, steps: Vec::new() };
        self.collect_memberships(issue, &mut list);
        collect_estimates(key, issue, &mut list)?;
        self.collect_states(issue, &mut list, findings);
        let must_be_in = in_cycle && !list.last_membership();
        if must_be_in {
            // A change is missing: the issue is in the cycle today.
            findings.disagreeing += 1;
            let at = issue.updated_at.or(issue.created_at).map(|JsonMoment(at)| at);
            list.steps.extend(at.map(|at| (at, HistoryStep::Member(true))));
        }
        Ok(self.derive_history(key, issue, list))
    }

    fn is_in_today(&self, issue: &Issue) -> bool {
        let of_issue = issue.cycle.as_ref().and_then(|cycle| cycle.id.as_deref());
        issue.is_listed || (self.id.is_some() && of_issue == self.id)
    }

    fn collect_memberships(&self, issue: &Issue, list: &mut StepList) {
        let changes = issue.changes.iter().filter(|change| change.has_cycle_change());
        for (index, change) in changes.enumerate() {
            let is_from = self.id.is_some() && change.cycle_before() == self.id;
            let is_to = self.id.is_some() && change.cycle_after() == self.id;
            if index == 0 {
                list.was_member = is_from;
            }
            let Some(at) = change.changed_at() else { continue };
            if is_from != is_to && !(is_from && self.is_at_close(at)) {
                list.steps.push((at, HistoryStep::Member(is_to)));
            }
        }
    }

    /// True for a time at or after the close.
    fn is_at_close(&self, at: Moment) -> bool {
        let limit = self.close.map(|close| close.as_second() - CLOSE_TOLERANCE_SECONDS);
        limit.is_some_and(|limit| sort_instant(at).as_second() >= limit)
    }

    fn collect_states(&self, issue: &Issue, list: &mut StepList, findings: &mut Findings) {
        let mut meaning = |state: &IssueState| {
            let (meaning, is_guessed) = self.states.state_progress(state);
            findings.states_guessed |= is_guessed;
            meaning
        };
        let mut is_first = true;
        for change in &issue.changes {
            let (Some((from, to)), Some(at)) = (change.state_change(), change.changed_at()) else { continue };
            if is_first && from != IssueState::default() {
                let created = issue.created_at.map_or(at, |JsonMoment(created)| created);
                list.steps.push((created, HistoryStep::State(meaning(&from))));
            }
            is_first = false;
            list.steps.push((at, HistoryStep::State(meaning(&to))));
        }
        let Some(today) = issue.state.as_ref().map(&mut meaning) else { return };
        let last = list.last_state();
        // Nothing tells when work began that is in progress today.
        let is_undated_start = last.is_none() && today == Some(Progress::Started);
        if last == Some(today) || is_undated_start {
            return;
        }
        if last.is_some() {
            findings.disagreeing += 1;
        }
        let known = |at: Option<JsonMoment>| at.map(|JsonMoment(at)| at);
        let at = match today {
            Some(Progress::Done) => known(issue.completed_at).or_else(|| {
                let dates =
                    CompletionDates { last_change: known(issue.updated_at), ..CompletionDates::default() };
                findings.completions.date_completion(&dates)
            }),
            None => known(issue.canceled_at).or(known(issue.updated_at)),
            Some(_) if last.is_none() => known(issue.created_at),
            Some(_) => known(issue.updated_at),
        };
        // The state of today is the end of the history.
        let end = list.steps.iter().map(|(at, _)| *at).max_by_key(|at| sort_instant(*at));
        let at = at.into_iter().chain(end.filter(|_| last.is_some())).max_by_key(|at| sort_instant(*at));
        list.steps.extend(at.map(|at| (at, HistoryStep::State(today))));
    }

    /// Combines the steps: a cancelled issue leaves the sprint.
    fn derive_history(&self, key: &str, issue: &Issue, mut list: StepList) -> Option<ItemHistory> {
        let mut initial_state = ItemState { estimate: list.estimate, ..ItemState::default() };
        match issue.created_at {
            Some(JsonMoment(created)) if list.was_member => {
                list.steps.insert(0, (created, HistoryStep::Member(true)));
            }
            _ => initial_state.in_sprint = list.was_member,
        }
        // The sort is stable: what is said first of one time happened first.
        list.steps.sort_by_key(|(at, _)| sort_instant(*at));
        let (mut member, mut state, mut inside) =
            (initial_state.in_sprint, Some(Progress::Open), initial_state.in_sprint);
        let mut events = Vec::with_capacity(list.steps.len());
        let mut was_ever_inside = inside;
        for (at, step) in list.steps {
            let at = self.clamp_to_end(at);
            match step {
                HistoryStep::Member(is) => member = is,
                HistoryStep::Estimated(estimate) => events.push((at, StateChange::Estimated(estimate))),
                HistoryStep::State(next) => {
                    if let Some(progress) = next.filter(|_| next != state) {
                        events.push((at, StateChange::ProgressChanged(progress)));
                    }
                    state = next;
                }
            }
            let is_inside = member && state.is_some();
            if is_inside != inside {
                events.push((at, if is_inside { StateChange::Joined } else { StateChange::Left }));
                inside = is_inside;
                was_ever_inside |= is_inside;
            }
        }
        let title = issue.title.clone();
        was_ever_inside.then(|| ItemHistory { key: key.to_owned(), title, initial_state, events })
    }

    /// The end of the cycle is a midnight in the team's zone. If another zone is taken, the last hours of the cycle are those
    /// of the day after it, which no picture shows.
    fn clamp_to_end(&self, at: Moment) -> Moment {
        match (at, self.close, self.last_instant) {
            (Moment::Instant(at), Some(close), Some(last)) if at > last && at <= close => {
                Moment::Instant(last)
            }
            _ => at,
        }
    }
}

/// Collects the estimates: that at creation, which the first change names, and the changes.
fn collect_estimates(key: &str, issue: &Issue, list: &mut StepList) -> Result<(), Box<InputError>> {
    let amount = |estimate: Option<f64>| match estimate {
        None => Ok(None),
        Some(number) => non_negative_amount(number).map(Some).ok_or_else(|| {
            let place = Location::Path(format!("issue {key}"));
            InputError::new(place, format!("the estimate {number}"), EXPECTED_AMOUNT)
                .with_exceeded_limit(exceeded_amount_limit(number))
        }),
    };
    let mut changes = issue.changes.iter().filter(|change| change.has_estimate_change()).peekable();
    list.estimate = match changes.peek() {
        Some(first) => amount(first.from_estimate)?,
        None => amount(issue.estimate)?,
    };
    for change in changes {
        let estimate = amount(change.to_estimate)?;
        list.steps.extend(change.changed_at().map(|at| (at, HistoryStep::Estimated(estimate))));
    }
    Ok(())
}
