//! The issues of the sprint, and those that left it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::board::Board;
use super::changes::{BulkChanges, fetch_changes};
use super::connection::JiraConnection;
use super::fields::JiraFields;
use super::text;
use crate::fetch_error::FetchError;
use crate::session::Session;

/// The numbers of what was fetched.
pub(super) struct IssueCounts {
    pub(super) issue_count: usize,
    pub(super) change_count: usize,
}

/// Fetches the issues of a sprint with their changes, and the issues that left it, and writes them.
pub(super) fn fetch_issues(
    jira: &JiraConnection,
    session: &mut Session<'_>,
    board: &Board,
    sprint: &Value,
    fields: &JiraFields,
) -> Result<IssueCounts, FetchError> {
    let pages = sprint_issues(jira, session, &text(sprint, "id"), fields)?;
    let here: BTreeSet<String> = pages.iter().flat_map(issues_of).map(|issue| text(issue, "id")).collect();
    let mut candidates = Vec::new();
    for page in issues_since_start(jira, session, board, sprint, fields)? {
        candidates.extend(issues_of(&page).filter(|issue| !here.contains(&text(issue, "id"))).cloned());
    }

    if !jira.is_cloud {
        candidates.retain(|issue| issue.get("changelog").is_some_and(|log| names_sprint(log, sprint)));
        return Ok(write_issues(session, pages, candidates, fields));
    }
    let issues: Vec<&Value> = pages.iter().flat_map(issues_of).chain(&candidates).collect();
    let mut changes = fetch_changes(jira, session, &issues, fields)?;
    candidates.retain(|issue| changes.of(&text(issue, "id")).is_some_and(|log| names_sprint(log, sprint)));
    let kept: BTreeSet<String> =
        here.iter().cloned().chain(candidates.iter().map(|issue| text(issue, "id"))).collect();
    changes.retain(&kept);
    let counts = write_issues(session, pages, candidates, fields);
    session.add_document(&fields.prune(changes.document()));
    Ok(IssueCounts { change_count: changes.count(), ..counts })
}

/// The pages of the sprint's issues. Cloud's newer list is asked first; sites that don't have it yet have the older one.
fn sprint_issues(
    jira: &JiraConnection,
    session: &Session<'_>,
    sprint: &str,
    fields: &JiraFields,
) -> Result<Vec<Value>, FetchError> {
    let asked = fields.issue_fields();
    let older = format!("/rest/agile/1.0/sprint/{sprint}/issue");
    if !jira.is_cloud {
        return jira.pages(session, &older, "issues", &[("fields", &asked), ("expand", "changelog")]);
    }
    let newer = format!("/rest/software/1.0/sprint/{sprint}/issue");
    match jira.pages(session, &newer, "issues", &[("fields", &asked)]) {
        Err(error) if error.is_not_found() => jira.pages(session, &older, "issues", &[("fields", &asked)]),
        pages => pages,
    }
}

/// The pages of the board's issues that changed since the day before the sprint's start: an issue that leaves changes.
fn issues_since_start(
    jira: &JiraConnection,
    session: &Session<'_>,
    board: &Board,
    sprint: &Value,
    fields: &JiraFields,
) -> Result<Vec<Value>, FetchError> {
    let start = text(sprint, "startDate");
    let Some(day) = start.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok()) else {
        // A sprint without a start has not begun, so nothing left it.
        return Ok(Vec::new());
    };
    let before = day.yesterday().unwrap_or(day);
    let (asked, jql) = (fields.issue_fields(), format!("updated >= \"{before}\""));
    let path = format!("/rest/agile/1.0/board/{}/issue", board.id);
    let mut query = vec![("fields", asked.as_str()), ("jql", jql.as_str())];
    if !jira.is_cloud {
        query.push(("expand", "changelog"));
    }
    jira.pages(session, &path, "issues", &query)
}

/// Writes the pages, each with the names of the fields, and the issues that left.
fn write_issues(
    session: &mut Session<'_>,
    pages: Vec<Value>,
    left: Vec<Value>,
    fields: &JiraFields,
) -> IssueCounts {
    let mut counts = IssueCounts { issue_count: 0, change_count: 0 };
    let mut count = |issue: &Value| {
        counts.issue_count += 1;
        counts.change_count +=
            issue.pointer("/changelog/histories").and_then(Value::as_array).map_or(0, Vec::len);
    };
    for mut page in pages {
        issues_of(&page).for_each(&mut count);
        if let Some(page) = page.as_object_mut() {
            page.insert("names".to_owned(), fields.names());
        }
        session.add_document(&fields.prune(page));
    }
    for issue in left {
        count(&issue);
        session.add_document(&fields.prune(issue));
    }
    counts
}

fn issues_of(page: &Value) -> impl Iterator<Item = &Value> {
    page.get("issues").and_then(Value::as_array).into_iter().flatten()
}

/// True if a change names the sprint: the issue was in it.
fn names_sprint(log: &Value, sprint: &Value) -> bool {
    let id = text(sprint, "id");
    let histories = log.get("histories").or(Some(log)).and_then(Value::as_array);
    histories.into_iter().flatten().filter_map(|entry| entry.get("items")?.as_array()).flatten().any(|item| {
        let is_sprint = text(item, "field").eq_ignore_ascii_case("sprint")
            || text(item, "fieldId").starts_with("customfield_");
        let ids = |field: &str| text(item, field).split(',').any(|part| part.trim() == id);
        is_sprint && (ids("from") || ids("to"))
    })
}

impl BulkChanges {
    /// The changes as Jira answers them.
    pub(super) fn document(&self) -> Value {
        let logs = self.iter().map(|(id, histories)| json!({ "issueId": id, "changeHistories": histories }));
        json!({ "issueChangeLogs": logs.collect::<Vec<_>>() })
    }
}
