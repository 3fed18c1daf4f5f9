//! The issues of a cycle, and those that left it, each with its whole history.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::connection::LinearConnection;
use super::cycle::{Cycle, Team};
use crate::fetch_error::FetchError;
use crate::graphql::complete_list;
use crate::json_fields::{entries_at, entries_mut, text};
use crate::pages::{Page, fetch_pages, next_cursor};
use crate::session::Session;

const CYCLE_QUERY: &str = concat!(
    include_str!("queries/cycle.graphql"),
    include_str!("queries/issue.graphql"),
    include_str!("queries/changes.graphql")
);
const ISSUES_QUERY: &str = concat!(
    include_str!("queries/issues.graphql"),
    include_str!("queries/issue.graphql"),
    include_str!("queries/changes.graphql")
);
const HISTORY_QUERY: &str =
    concat!(include_str!("queries/history.graphql"), include_str!("queries/changes.graphql"));
/// The place of the issues in the answer about a cycle.
const CYCLE_ISSUES: &str = "/data/cycle/issues";
/// The place of the issues in the answer about a team.
const TEAM_ISSUES: &str = "/data/issues";

/// The numbers of what was fetched.
#[derive(Default)]
pub(super) struct IssueCounts {
    pub(super) issue_count: usize,
    pub(super) change_count: usize,
}

/// Fetches the issues of a cycle and those that left it, and writes them.
pub(super) fn fetch_issues(
    linear: &LinearConnection,
    session: &mut Session<'_>,
    team: &Team,
    cycle: &Cycle,
) -> Result<IssueCounts, FetchError> {
    let titles = session.settings.titles;
    let mut pages = fetch_issue_pages(
        linear,
        session,
        CYCLE_QUERY,
        CYCLE_ISSUES,
        &json!({ "id": cycle.id, "titles": titles }),
    )?;
    let issues = pages.iter().flat_map(|page| entries_at(page, &format!("{CYCLE_ISSUES}/nodes")));
    let here: BTreeSet<String> = issues.map(|issue| text(issue, "id")).collect();
    let since = json!({ "team": team.id, "since": cycle.start, "titles": titles });
    let mut others = fetch_issue_pages(linear, session, ISSUES_QUERY, TEAM_ISSUES, &since)?;
    for page in &mut others {
        if let Some(list) = page.pointer_mut("/data/issues/nodes").and_then(Value::as_array_mut) {
            list.retain(|issue| !here.contains(&text(issue, "id")) && names_cycle(issue, &cycle.id));
        }
    }
    pages.append(&mut others);
    let mut counts = IssueCounts::default();
    for page in pages {
        for list in [CYCLE_ISSUES, TEAM_ISSUES] {
            for issue in entries_at(&page, &format!("{list}/nodes")) {
                counts.issue_count += 1;
                counts.change_count += entries_at(issue, "/history/nodes").count();
            }
        }
        session.add_document(&page);
    }
    Ok(counts)
}

/// Fetches all pages of a list of issues, each with its whole history.
fn fetch_issue_pages(
    linear: &LinearConnection,
    session: &Session<'_>,
    query: &str,
    list: &str,
    variables: &Value,
) -> Result<Vec<Value>, FetchError> {
    fetch_pages(&linear.request_name("issues"), |after: Option<String>| {
        let mut variables = variables.clone();
        if let Some(variables) = variables.as_object_mut() {
            variables.insert("after".to_owned(), json!(after));
        }
        let mut answer = linear.query(session, query, &variables)?;
        for issue in entries_mut(&mut answer, &format!("{list}/nodes")) {
            complete_history(linear, session, issue)?;
        }
        let next = answer.pointer(list).and_then(next_cursor);
        Ok(Page { answer, next })
    })
}

/// Adds the further changes of an issue to those that it has.
fn complete_history(
    linear: &LinearConnection,
    session: &Session<'_>,
    issue: &mut Value,
) -> Result<(), FetchError> {
    let id = text(issue, "id");
    let Some(history) = issue.get_mut("history") else { return Ok(()) };
    complete_list(&linear.request_name("history"), history, |after| {
        let mut answer = linear.query(session, HISTORY_QUERY, &json!({ "id": id, "after": after }))?;
        Ok(answer.pointer_mut("/data/issue/history").map(Value::take).unwrap_or_default())
    })
}

/// True if a change names the cycle: the issue was in it.
fn names_cycle(issue: &Value, cycle: &str) -> bool {
    entries_at(issue, "/history/nodes")
        .any(|change| text(change, "fromCycleId") == cycle || text(change, "toCycleId") == cycle)
}
