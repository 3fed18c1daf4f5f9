//! The issues of the sprint, and those that left it, each with its events.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Target;
use super::connection::GitLabConnection;
use super::events::{WeightEvents, fetch_events};
use super::source::TimeboxKind;
use super::timebox::{TIMEBOX_FIELDS, Timebox, keep_timebox};
use crate::fetch_error::FetchError;
use crate::json_fields::text;
use crate::prune::keep_fields;
use crate::session::Session;

/// Fields of issues and of their events that are read, beside those of timeboxes.
const ENTRY_FIELDS: [&str; 11] = [
    "action",
    "closed_at",
    "full",
    "issue_id",
    "issue_type",
    "iteration",
    "milestone",
    "references",
    "resource_id",
    "resource_type",
    "weight",
];

/// The numbers of what was fetched.
#[derive(Default)]
pub(super) struct IssueCounts {
    pub(super) issue_count: usize,
    pub(super) event_count: usize,
}

/// Fetches the issues of the sprint with their events, and the issues that left it, and writes them.
pub(super) fn fetch_issues(
    gitlab: &GitLabConnection,
    session: &mut Session<'_>,
    target: &Target<'_>,
    sprint: &Timebox,
) -> Result<IssueCounts, FetchError> {
    let path = format!("{}/issues", target.api_path());
    let wanted = match sprint.kind {
        TimeboxKind::Milestone => ("milestone", sprint.name.as_str()),
        TimeboxKind::Iteration => ("iteration_id", sprint.id.as_str()),
    };
    let mut issues = gitlab.list(session, &path, &[wanted, ("scope", "all")])?;
    // A group finds milestones of its projects with the same title, too.
    issues.retain(|issue| is_timebox(issue, sprint));
    let here: BTreeSet<String> = issues.iter().map(|issue| text(issue, "id")).collect();
    let mut others = match sprint.first_day() {
        Some(day) => {
            let since = format!("{day}T00:00:00Z");
            gitlab.list(session, &path, &[("updated_after", &since), ("scope", "all")])?
        }
        None => Vec::new(),
    };
    others.retain(|issue| !here.contains(&text(issue, "id")));

    let (mut counts, mut weights) = (IssueCounts::default(), WeightEvents::default());
    for issue in issues.into_iter().chain(others) {
        let mut events = fetch_events(gitlab, session, &issue, sprint.kind.name())?;
        let was_in_sprint =
            here.contains(&text(&issue, "id")) || events.iter().any(|event| is_timebox(event, sprint));
        if !was_in_sprint {
            continue;
        }
        events.extend(fetch_events(gitlab, session, &issue, "state")?);
        events.extend(weights.fetch(gitlab, session, &issue)?);
        counts.issue_count += 1;
        counts.event_count += events.len();
        write_issue(session, issue, events, sprint);
    }
    Ok(counts)
}

/// True if an issue or an event has the timebox.
fn is_timebox(entry: &Value, sprint: &Timebox) -> bool {
    entry.get(sprint.kind.name()).is_some_and(|timebox| text(timebox, "id") == sprint.id)
}

/// Writes an issue and its events, a document each.
fn write_issue(session: &mut Session<'_>, mut issue: Value, events: Vec<Value>, sprint: &Timebox) {
    if let Some(fields) = issue.as_object_mut().filter(|_| !session.settings.titles) {
        fields.remove("title");
    }
    for mut entry in [issue].into_iter().chain(events) {
        keep_fields(&mut entry, &|name| ENTRY_FIELDS.contains(&name) || TIMEBOX_FIELDS.contains(&name));
        keep_timebox(&mut entry, sprint);
        session.add_document(&entry);
    }
}
