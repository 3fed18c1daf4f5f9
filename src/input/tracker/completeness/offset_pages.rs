//! Pages of Jira with `startAt` and `total`: each says at which entry it starts, and how many there are.

use std::collections::BTreeSet;

use super::missing_part::{MissingPart, describe_given};
use super::next_request::{jira_command, jira_site};
use crate::input::ReadOptions;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// A page of a list.
struct OffsetPage<'a> {
    document: &'a TrackerDocument<'a>,
    entries: &'a [JsonValue<'a>],
    start: usize,
    total: usize,
}

impl OffsetPage<'_> {
    /// The index of the first entry after the page.
    fn end(&self) -> usize {
        self.start.saturating_add(self.entries.len())
    }

    /// True if this page goes on where `page` ends. Another search may begin at 0 as well, so that the page that goes on
    /// starts later, or belongs to the same total.
    fn continues(&self, page: &OffsetPage<'_>) -> bool {
        let is_same_list = self.start > page.start || self.total == page.total;
        is_same_list && self.start <= page.end() && self.end() > page.end()
    }

    /// The first entry that no page has; `None` if this page is the end of its list, or another one goes on.
    fn first_missing(&self, pages: &[OffsetPage<'_>]) -> Option<usize> {
        if self.start > 0
            && !pages.iter().any(|before| before.start < self.start && self.start <= before.end())
        {
            let before = pages.iter().filter(|page| page.end() <= self.start).map(OffsetPage::end).max();
            return Some(before.unwrap_or(0));
        }
        let is_end = self.end() >= self.total || pages.iter().any(|page| page.continues(self));
        (!is_end).then(|| self.end())
    }
}

/// Returns the pages of the lists that are called `list` in their documents.
fn offset_pages<'a>(documents: &'a [TrackerDocument<'a>], list: &str) -> Vec<OffsetPage<'a>> {
    let number = |value: &JsonValue<'_>, name: &str| value.get(name).and_then(JsonValue::as_usize);
    let page = |document: &'a TrackerDocument<'a>| {
        let entries = document.value.get(list)?.as_list()?;
        let total = number(&document.value, "total")?;
        let start = number(&document.value, "startAt").unwrap_or(0);
        Some(OffsetPage { document, entries, start, total })
    };
    documents.iter().filter_map(page).collect()
}

/// Returns the issues that the pages of issues lack.
pub(super) fn find_missing_issues<'a>(documents: &'a [TrackerDocument<'a>]) -> Option<MissingPart<'a>> {
    let pages = offset_pages(documents, "issues");
    let (page, start) = pages.iter().find_map(|page| Some((page, page.first_missing(&pages)?)))?;
    let given = count_issues(documents);
    let all = page.total;
    if has_single_issues(documents) && given >= all {
        return None;
    }
    let path = format!(
        "/rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names&startAt={start}&maxResults={MAX_PAGE}"
    );
    let command = jira_command(&jira_site(page.entries), &path, "next.json");
    Some(MissingPart {
        document: page.document,
        path: "total".to_owned(),
        found: describe_given(given.min(all), Some(all), "issues"),
        expected: "all of them".to_owned(),
        remedy: format!("ask for the next page and give it with --with next.json: {command}"),
        caveat: Caveat::Partial { given: given.min(all), of: Some(all) },
    })
}

/// The entries of a page that the commands ask for.
const MAX_PAGE: usize = 100;

/// Returns the sprints that the pages of sprints lack. They matter only if the latest sprint is to be shown.
pub(super) fn find_missing_sprints<'a>(
    documents: &'a [TrackerDocument<'a>],
    options: &ReadOptions,
) -> Option<MissingPart<'a>> {
    let is_page = |document: &&TrackerDocument<'_>| {
        let first = document.value.get("values").and_then(JsonValue::first);
        first.is_some_and(|sprint| sprint.has("state") && sprint.has("name"))
    };
    let pages: Vec<_> = documents.iter().filter(is_page).collect();
    let is_last = |document: &&&TrackerDocument<'_>| {
        let value = &document.value;
        value.get("isLast").and_then(JsonValue::as_bool) != Some(false)
    };
    if options.sprint.is_some() || pages.iter().any(|page| is_last(&page)) {
        return None;
    }
    let entries =
        |document: &&'a TrackerDocument<'a>| document.value.get("values").and_then(JsonValue::as_list);
    let document = *pages.first()?;
    let given: usize = pages.iter().filter_map(entries).map(<[_]>::len).sum();
    let path = format!("/rest/agile/1.0/board/BOARD/sprint?startAt={given}");
    let command = jira_command(&jira_site(entries(&document).unwrap_or_default()), &path, "next.json");
    Some(MissingPart {
        document,
        path: "isLast".to_owned(),
        found: describe_given(given, None, "sprints"),
        expected: "all of them, since the latest is shown".to_owned(),
        remedy: format!("choose with --sprint, or ask for the next page: {command}"),
        caveat: Caveat::Partial { given, of: None },
    })
}

/// Returns the number of issues in all documents, each counted once.
pub(super) fn count_issues(documents: &[TrackerDocument<'_>]) -> usize {
    let mut keys = BTreeSet::new();
    for document in documents {
        let value = &document.value;
        let list = value.get("issues").and_then(JsonValue::as_list).or_else(|| value.as_list());
        let entries = list.unwrap_or_else(|| std::slice::from_ref(value));
        keys.extend(entries.iter().filter_map(|issue| issue.get("key")?.as_str()));
    }
    keys.len()
}

/// True if there are issues beside the pages, one by one or in lists that a script has joined.
fn has_single_issues(documents: &[TrackerDocument<'_>]) -> bool {
    documents.iter().any(|document| {
        let first = document.value.first().unwrap_or(&document.value);
        first.has("key") && first.has("fields")
    })
}
