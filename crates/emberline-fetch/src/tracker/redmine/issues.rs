//! The issues of the version with their journals, and those that left it. Redmine gives the journals of one issue at a time.

use std::collections::BTreeSet;

use serde_json::Value;

use super::connection::RedmineConnection;
use super::version::Version;
use crate::cache::CachedAnswer;
use crate::fetch_error::FetchError;
use crate::json_fields::{entries_at, entries_mut, text};
use crate::prune::keep_fields;
use crate::session::Session;

/// Fields that are kept at any depth.
const KEPT_FIELDS: [&str; 26] = [
    "closed_on",
    "created_on",
    "custom_fields",
    "details",
    "due_date",
    "estimated_hours",
    "fixed_version",
    "id",
    "is_closed",
    "issue",
    "issues",
    "journals",
    "limit",
    "name",
    "new_value",
    "offset",
    "old_value",
    "parent",
    "project",
    "property",
    "start_date",
    "status",
    "total_count",
    "tracker",
    "updated_on",
    "value",
];
/// Fields of Redmine's own whose changes are read.
const CHANGED_FIELDS: [&str; 3] = ["status_id", "fixed_version_id", "estimated_hours"];
/// Maximal issues outside the version whose journals are fetched, the latest changed first.
const MAX_CANDIDATES: usize = 1_000;

/// The numbers of what was fetched.
pub(super) struct IssueCounts {
    pub(super) issue_count: usize,
    pub(super) change_count: usize,
}

/// Fetches the issues and writes them.
pub(super) fn fetch_issues(
    redmine: &RedmineConnection,
    session: &mut Session<'_>,
    version: &Version,
) -> Result<IssueCounts, FetchError> {
    let pages = redmine.issue_pages(session, &[("fixed_version_id", &version.id), ("status_id", "*")])?;
    let here: Vec<Value> = pages.iter().flat_map(|page| entries_at(page, "/issues")).cloned().collect();
    let ids: BTreeSet<String> = here.iter().map(|issue| text(issue, "id")).collect();
    let mut counts = IssueCounts { issue_count: 0, change_count: 0 };
    for page in &pages {
        session.add_document(&pruned(page.clone(), session.settings.titles));
    }
    for issue in &here {
        let answer = fetch_journals(redmine, session, issue)?;
        write_issue(session, answer, &mut counts);
    }
    for issue in changed_candidates(redmine, session, version, &ids)? {
        let answer = fetch_journals(redmine, session, &issue)?;
        if names_version(&answer, &version.id) {
            write_issue(session, answer, &mut counts);
        }
    }
    Ok(counts)
}

/// The issues of the project outside the version that changed since it was created: those that left it are among them.
fn changed_candidates(
    redmine: &RedmineConnection,
    session: &mut Session<'_>,
    version: &Version,
    here: &BTreeSet<String>,
) -> Result<Vec<Value>, FetchError> {
    let Some(created) = version.created else { return Ok(Vec::new()) };
    let since = format!(">={created}");
    let project = version.project();
    let query = [("project_id", project.as_str()), ("status_id", "*"), ("updated_on", since.as_str())];
    let pages = redmine.issue_pages(session, &query)?;
    let outside = pages.iter().flat_map(|page| entries_at(page, "/issues"));
    let mut outside: Vec<Value> =
        outside.filter(|issue| !here.contains(&text(issue, "id"))).cloned().collect();
    // An issue that has not changed since it was created left nothing.
    outside.retain(|issue| text(issue, "updated_on") != text(issue, "created_on"));
    outside.sort_by_key(|issue| std::cmp::Reverse(text(issue, "updated_on")));
    if outside.len() > MAX_CANDIDATES {
        session.add_note(format!(
            "{} other issues have changed since the version was created; the journals of the latest {MAX_CANDIDATES} were looked at, so an issue that left it earlier may be missing",
            outside.len()
        ));
        outside.truncate(MAX_CANDIDATES);
    }
    Ok(outside)
}

/// The answer of one issue with its journals. That of an issue that has not changed since an earlier run comes from the cache.
fn fetch_journals(
    redmine: &RedmineConnection,
    session: &Session<'_>,
    issue: &Value,
) -> Result<Value, FetchError> {
    let (id, updated) = (text(issue, "id"), text(issue, "updated_on"));
    let key = format!("{}issues/{id}?include=journals", redmine.api.base);
    let cache = session.settings.cache.as_ref();
    if let Some(cached) = cache.and_then(|cache| cache.find(&key)).filter(|cached| cached.version == updated)
    {
        return Ok(cached.body);
    }
    let path = format!("/issues/{id}.json");
    let body = redmine.api.get(&session.client, None, &path, &[("include", "journals")])?;
    if let Some(cache) = cache {
        cache.keep(&key, &CachedAnswer { version: updated, body: body.clone(), next: None })?;
    }
    Ok(body)
}

fn write_issue(session: &mut Session<'_>, answer: Value, counts: &mut IssueCounts) {
    let issue = pruned(answer, session.settings.titles);
    counts.issue_count += 1;
    counts.change_count += entries_at(&issue, "/issue/journals").count();
    session.add_document(&issue);
}

/// Keeps what is read: of custom fields and of their changes the numbers, since the others are texts.
fn pruned(mut answer: Value, titles: bool) -> Value {
    keep_fields(&mut answer, &|name| KEPT_FIELDS.contains(&name) || titles && name == "subject");
    for journal in entries_mut(&mut answer, "/issue/journals") {
        if let Some(details) = journal.get_mut("details").and_then(Value::as_array_mut) {
            details.retain(is_read_change);
        }
    }
    // A journal without changes was a comment.
    if let Some(journals) = answer.pointer_mut("/issue/journals").and_then(Value::as_array_mut) {
        journals.retain(|journal| entries_at(journal, "/details").next().is_some());
    }
    keep_number_fields(answer.pointer_mut("/issue"));
    entries_mut(&mut answer, "/issues").for_each(|issue| keep_number_fields(Some(issue)));
    answer
}

fn keep_number_fields(issue: Option<&mut Value>) {
    if let Some(fields) = issue.and_then(|issue| issue.get_mut("custom_fields")).and_then(Value::as_array_mut)
    {
        fields.retain(|field| is_number(field.get("value")));
    }
}

fn is_read_change(detail: &Value) -> bool {
    match text(detail, "property").as_str() {
        "attr" => CHANGED_FIELDS.contains(&text(detail, "name").as_str()),
        "cf" => is_number(detail.get("old_value")) && is_number(detail.get("new_value")),
        _ => false,
    }
}

/// True for a number, also as a text, and for nothing.
fn is_number(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null | Value::Number(_)) => true,
        Some(Value::String(text)) => text.trim().is_empty() || text.trim().parse::<f64>().is_ok(),
        _ => false,
    }
}

/// True if a journal names the version: the issue was in it.
fn names_version(answer: &Value, version: &str) -> bool {
    entries_at(answer, "/issue/journals").flat_map(|journal| entries_at(journal, "/details")).any(|detail| {
        text(detail, "name") == "fixed_version_id"
            && (text(detail, "old_value") == version || text(detail, "new_value") == version)
    })
}
