//! An issue and its journals as an item with a history.

use super::super::json_moment::sort_instant;
use super::super::naming::state_progress;
use super::answers::{Detail, LocatedIssue, RedmineAnswers, Status};
use super::estimates::EstimateColumn;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, StateChange};
use crate::sprint::{Amount, ItemState, Progress};

/// The names of Redmine's fields in journals.
const STATUS: &str = "status_id";
const VERSION: &str = "fixed_version_id";

/// An item, and things to know about its history.
pub(super) struct IssueHistory {
    pub(super) item: ItemHistory,
    /// True if the issue is closed, and nothing says when.
    pub(super) lacks_close: bool,
    /// True if the journals do not lead to today's state.
    pub(super) disagrees: bool,
}

/// Reads the histories of issues of a version.
pub(super) struct HistoryReader<'a> {
    pub(super) version: u64,
    pub(super) answers: &'a RedmineAnswers<'a>,
    pub(super) column: &'a EstimateColumn,
    pub(super) options: &'a ReadOptions,
}

/// A detail of a journal, with its time and its place.
struct Change<'a> {
    at: Moment,
    detail: &'a Detail,
    path: String,
}

type Events = Vec<(Moment, StateChange)>;

impl HistoryReader<'_> {
    /// Reads an issue; `None` if it never was in the version.
    pub(super) fn read(&self, issue: &LocatedIssue<'_>) -> Result<Option<IssueHistory>, Box<InputError>> {
        let wire = &issue.wire;
        let changes = sorted_changes(issue);
        let Some(mut events) = self.membership(issue, &changes) else { return Ok(None) };
        let progress = self.progress(issue, &changes, &mut events)?;
        let estimate = self.estimate(issue, &changes, &mut events)?;
        let initial_state = ItemState { estimate, progress, ..ItemState::default() };
        let key = format!("#{}", wire.id);
        let item = ItemHistory { key, title: wire.subject.clone(), initial_state, events };
        let has_status_change = of_field(&changes, STATUS).next().is_some();
        let is_done = self.progress_today(issue) == Progress::Done;
        Ok(Some(IssueHistory {
            item,
            lacks_close: is_done && !has_status_change && wire.closed_on().is_none(),
            disagrees: self.disagrees(issue, &changes),
        }))
    }

    /// The events of joining and leaving; `None` if the issue never was in the version.
    fn membership(&self, issue: &LocatedIssue<'_>, changes: &[Change<'_>]) -> Option<Events> {
        let mut events = Vec::new();
        let was_in = match of_field(changes, VERSION).next() {
            Some(first) => self.is_version(first.detail.old_value.as_deref()),
            None => self.is_in_today(issue),
        };
        if was_in {
            events.push((issue.wire.created_on(), StateChange::Joined));
        }
        for change in of_field(changes, VERSION) {
            let joins = self.is_version(change.detail.new_value.as_deref());
            events.push((change.at, if joins { StateChange::Joined } else { StateChange::Left }));
        }
        events.iter().any(|(_, change)| *change == StateChange::Joined).then_some(events)
    }

    /// Adds the changes of the status and returns the progress before them.
    fn progress(
        &self,
        issue: &LocatedIssue<'_>,
        changes: &[Change<'_>],
        events: &mut Events,
    ) -> Result<Progress, Box<InputError>> {
        let mut first = None;
        for change in of_field(changes, STATUS) {
            let (old, new) = (change.detail.old_value.as_deref(), change.detail.new_value.as_deref());
            if first.is_none() {
                first = Some(self.progress_of_id(issue, old, &change.path)?);
            }
            let progress = self.progress_of_id(issue, new, &change.path)?;
            events.push((change.at, StateChange::ProgressChanged(progress)));
        }
        if let Some(first) = first {
            return Ok(first);
        }
        let today = self.progress_today(issue);
        if today != Progress::Done {
            return Ok(today);
        }
        events.extend(issue.wire.closed_on().map(|at| (at, StateChange::ProgressChanged(Progress::Done))));
        Ok(Progress::Open)
    }

    /// Adds the changes of the estimate and returns the one before them.
    fn estimate(
        &self,
        issue: &LocatedIssue<'_>,
        changes: &[Change<'_>],
        events: &mut Events,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let mut first = None;
        for change in changes.iter().filter(|change| self.column.is_change(change.detail)) {
            let value = |value: Option<&str>, field: &str| {
                EstimateColumn::parse_change(issue, value, || format!("{}.{field}", change.path))
            };
            if first.is_none() {
                first = Some(value(change.detail.old_value.as_deref(), "old_value")?);
            }
            let new = value(change.detail.new_value.as_deref(), "new_value")?;
            events.push((change.at, StateChange::Estimated(new)));
        }
        first.map_or_else(|| self.column.current(issue), Ok)
    }

    /// True if the last changes of the status or of the version lead elsewhere than to today's.
    fn disagrees(&self, issue: &LocatedIssue<'_>, changes: &[Change<'_>]) -> bool {
        let last = |name| of_field(changes, name).last();
        let status = last(STATUS).and_then(|change| change.detail.new_value.as_deref());
        let version = last(VERSION).map(|change| self.is_version(change.detail.new_value.as_deref()));
        status.is_some_and(|id| id != issue.wire.status.id.to_string())
            || version.is_some_and(|is_in| is_in != self.is_in_today(issue))
    }

    fn is_version(&self, value: Option<&str>) -> bool {
        value.and_then(|id| id.parse().ok()) == Some(self.version)
    }

    fn is_in_today(&self, issue: &LocatedIssue<'_>) -> bool {
        issue.wire.fixed_version.as_ref().is_some_and(|today| today.id == self.version)
    }

    /// The progress of an issue as it is. Without a list of statuses, the time of the close tells.
    fn progress_today(&self, issue: &LocatedIssue<'_>) -> Progress {
        let status = &issue.wire.status;
        self.progress_of(status).unwrap_or_else(|| match issue.wire.closed_on() {
            Some(_) => Progress::Done,
            None => state_progress(&status.name, &[]),
        })
    }

    /// The progress of a status in a journal, which has its id alone.
    fn progress_of_id(
        &self,
        issue: &LocatedIssue<'_>,
        id: Option<&str>,
        path: &str,
    ) -> Result<Progress, Box<InputError>> {
        let number = id.and_then(|id| id.parse::<u64>().ok());
        let listed = number.and_then(|number| self.answers.statuses.get(&number));
        let own = Some(&issue.wire.status).filter(|status| Some(status.id) == number);
        listed.or(own).and_then(|status| self.progress_of(status)).ok_or_else(|| {
            let found = format!("the status {}", id.map_or_else(|| "nothing".to_owned(), quote));
            issue
                .document
                .error_at(path, found, "one of the list of statuses")
                .with_remedy("give the statuses beside the issues, with --with: /issue_statuses.json")
        })
    }

    /// The progress of a status; `None` if nothing tells whether it is closed.
    fn progress_of(&self, status: &Status) -> Option<Progress> {
        if let Some(done) = self.options.done.as_deref().filter(|done| !done.is_empty()) {
            return Some(state_progress(&status.name, done));
        }
        let listed = self.answers.statuses.get(&status.id).and_then(|listed| listed.is_closed);
        match listed.or(status.is_closed)? {
            true => Some(Progress::Done),
            // The name of an open status tells whether it is in progress, never that it is done.
            false => match state_progress(&status.name, &[]) {
                Progress::Started => Some(Progress::Started),
                _ => Some(Progress::Open),
            },
        }
    }
}

/// The changes of a field of Redmine's own.
fn of_field<'a, 'b>(changes: &'b [Change<'a>], name: &'static str) -> impl Iterator<Item = &'b Change<'a>> {
    changes.iter().filter(move |change| change.detail.property == "attr" && change.detail.name == name)
}

/// The details of all journals in order of time.
fn sorted_changes<'a>(issue: &'a LocatedIssue<'_>) -> Vec<Change<'a>> {
    let journals = issue.wire.journals.iter().flatten().enumerate();
    let mut changes: Vec<Change<'a>> = journals
        .flat_map(|(at, journal)| {
            journal.details.iter().enumerate().map(move |(index, detail)| Change {
                at: journal.created_on.0,
                detail,
                path: format!("{}.journals[{at}].details[{index}]", issue.path),
            })
        })
        .collect();
    changes.sort_by_key(|change| sort_instant(change.at));
    changes
}
