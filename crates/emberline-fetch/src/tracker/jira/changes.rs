//! The changes of issues, from the bulk request: lists of issues have the newest 40 only.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::connection::JiraConnection;
use super::fields::JiraFields;
use super::text;
use crate::cache::CachedAnswer;
use crate::fetch_error::FetchError;
use crate::json_fields::take_entries;
use crate::pages::{Page, fetch_pages};
use crate::session::Session;

const PATH: &str = "/rest/api/3/changelog/bulkfetch";
/// Maximal issues of one request.
const MAX_ISSUES: usize = 1_000;
/// Maximal changes of one page.
const PAGE_CHANGES: usize = 10_000;

/// The body of a bulk request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BulkRequest<'a> {
    issue_ids_or_keys: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    field_ids: Option<Vec<&'a str>>,
    max_results: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_page_token: Option<String>,
}

/// The changes of issues, by the ids of these: the entries as Jira answers them, as a list.
#[derive(Default)]
pub(super) struct BulkChanges(BTreeMap<String, Value>);

impl BulkChanges {
    /// The entries of an issue.
    pub(super) fn of(&self, issue: &str) -> Option<&Value> {
        self.0.get(issue)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter()
    }

    /// Keeps the changes of these issues.
    pub(super) fn retain(&mut self, issues: &BTreeSet<String>) {
        self.0.retain(|id, _| issues.contains(id));
    }

    pub(super) fn count(&self) -> usize {
        self.0.values().filter_map(Value::as_array).map(Vec::len).sum()
    }

    fn add(&mut self, issue: String, mut entries: Vec<Value>) {
        let list = self.0.entry(issue).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            list.append(&mut entries);
        }
    }
}

/// Fetches the changes of issues. Those of an issue that has not changed since an earlier run come from the cache.
pub(super) fn fetch_changes(
    jira: &JiraConnection,
    session: &Session<'_>,
    issues: &[&Value],
    fields: &JiraFields,
) -> Result<BulkChanges, FetchError> {
    let key = |id: &str| format!("{}{PATH} {id} {:?}", jira.api.base, fields.changed_fields());
    let updated = |issue: &Value| issue.pointer("/fields/updated").and_then(Value::as_str).map(str::to_owned);
    let mut changes = BulkChanges::default();
    let mut missing: Vec<&Value> = Vec::new();
    for issue in issues {
        let id = text(issue, "id");
        let cached = session.settings.cache.as_ref().and_then(|cache| cache.find(&key(&id)));
        match cached.filter(|cached| updated(issue).is_some_and(|at| at == cached.version)) {
            Some(CachedAnswer { body: Value::Array(entries), .. }) => changes.add(id, entries),
            _ => missing.push(issue),
        }
    }
    for part in missing.chunks(MAX_ISSUES) {
        request_changes(jira, session, part, fields, &mut changes)?;
    }
    if let Some(cache) = &session.settings.cache {
        for issue in missing {
            let id = text(issue, "id");
            let body = changes.of(&id).cloned().unwrap_or_else(|| json!([]));
            if let Some(version) = updated(issue) {
                cache.keep(&key(&id), &CachedAnswer { version, body, next: None })?;
            }
        }
    }
    Ok(changes)
}

/// Asks for the changes of at most [`MAX_ISSUES`] issues, page by page.
fn request_changes(
    jira: &JiraConnection,
    session: &Session<'_>,
    issues: &[&Value],
    fields: &JiraFields,
    changes: &mut BulkChanges,
) -> Result<(), FetchError> {
    let ids: Vec<String> = issues.iter().map(|issue| text(issue, "id")).collect();
    let request = format!("POST {}{PATH}", jira.api.base);
    let pages = fetch_pages(&request, |token| {
        let body = BulkRequest {
            issue_ids_or_keys: &ids,
            field_ids: fields.changed_fields(),
            max_results: PAGE_CHANGES,
            next_page_token: token,
        };
        let answer = jira.api.query(&session.client, PATH, json!(body))?;
        let next = Some(text(&answer, "nextPageToken")).filter(|token| !token.is_empty());
        Ok(Page { answer, next })
    })?;
    for mut page in pages {
        for mut log in take_entries(&mut page, "/issueChangeLogs") {
            changes.add(text(&log, "issueId"), take_entries(&mut log, "/changeHistories"));
        }
    }
    Ok(())
}
