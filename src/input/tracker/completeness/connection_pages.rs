//! The pages of GraphQL's lists: those of one list belong together, wherever they stand in the input.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::connections::{Connection, visit_connections};
use super::missing_part::{MissingPart, describe_given};
use super::next_request::shell_safe;
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::{Format, ReadOptions};
use crate::sprint::Caveat;

/// Lists of entries: a missing one changes the numbers.
const ENTRY_LISTS: [&str; 5] = ["", "items", "issues", "search", "workItems"];
/// Lists of sprints: a missing one matters only if the latest sprint is to be shown.
const SPRINT_LISTS: [&str; 3] = ["cycles", "milestones", "iterations"];
/// Lists of an entry's own fields, which may hold its estimate or its sprint.
const FIELD_LISTS: [&str; 3] = ["labels", "fieldValues", "fields"];
/// Lists of what happened to an entry.
const HISTORY_LISTS: [&str; 4] = ["timelineItems", "history", "stateHistory", "events"];

/// A list, by the day of its document, its name and its owner.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ListKey<'a> {
    /// Boards of several days are several lists.
    snapshot_date: Option<Date>,
    name: &'a str,
    /// The owner's id. A list that is an entire document has none, and goes on in no other document.
    owner: String,
}

/// The pages of one list.
struct ListPages<'a> {
    document: &'a TrackerDocument<'a>,
    pages: Vec<Connection<'a>>,
}

impl<'a> ListPages<'a> {
    /// The number of entries, each counted once.
    fn count_entries(&self) -> usize {
        let mut ids = BTreeSet::new();
        let mut without_id = 0;
        for entry in self.pages.iter().flat_map(|page| page.entries) {
            let entry = entry.get("node").unwrap_or(entry);
            match entry.get("id").or_else(|| entry.get("number")).and_then(JsonValue::to_id) {
                Some(id) => drop(ids.insert(id)),
                None => without_id += 1,
            }
        }
        ids.len() + without_id
    }

    fn total(&self) -> Option<usize> {
        self.pages.iter().filter_map(Connection::total).max()
    }

    /// True if an entry is known to be missing: by the count, else by the last or the first page.
    fn is_partial(&self) -> bool {
        if let Some(total) = self.total() {
            return self.count_entries() < total;
        }
        let lacks = |says: fn(&Connection<'a>) -> Option<bool>| {
            let said: Vec<bool> = self.pages.iter().filter_map(says).collect();
            !said.is_empty() && said.iter().all(|has_more| *has_more)
        };
        lacks(Connection::has_next_page) || lacks(Connection::has_previous_page)
    }
}

/// Returns all lists of the documents, with the pages of each.
fn collect_lists<'a>(documents: &'a [TrackerDocument<'a>]) -> BTreeMap<ListKey<'a>, ListPages<'a>> {
    let mut lists: BTreeMap<ListKey<'a>, ListPages<'a>> = BTreeMap::new();
    for document in documents {
        let snapshot_date = document.snapshot_date;
        visit_connections(&document.value, &mut |page| {
            let owner = if page.name.is_empty() { lists.len().to_string() } else { page.owner_key() };
            let key = ListKey { snapshot_date, name: page.name, owner };
            let list = lists.entry(key).or_insert_with(|| ListPages { document, pages: Vec::new() });
            list.pages.push(page);
        });
    }
    lists
}

/// Returns the entries, sprints or fields that the pages of a list lack.
pub(super) fn find_missing_entries<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
    options: &ReadOptions,
) -> Option<MissingPart<'a>> {
    let matters = |name: &str| {
        ENTRY_LISTS.contains(&name)
            || FIELD_LISTS.contains(&name)
            || SPRINT_LISTS.contains(&name) && options.sprint.is_none()
    };
    let lists = collect_lists(documents);
    let (key, list) = lists.into_iter().find(|(key, list)| matters(key.name) && list.is_partial())?;
    let page =
        list.pages.iter().rev().find(|page| page.has_next_page() == Some(true)).or(list.pages.last())?;
    let (given, of) = (list.count_entries(), list.total());
    // The output of `gh project item-list` is the whole document.
    let is_gh_board = key.name.is_empty() && page.value.get("items").is_some_and(JsonValue::is_list);
    let found = match (is_gh_board || key.name == "items", page.owner_name(), of) {
        (true, _, Some(of)) if format == Format::GitHub => format!("{given} of the board's {of} items"),
        (_, Some(owner), _) if FIELD_LISTS.contains(&key.name) => {
            describe_given(given, of, &format!("{} of {owner}", key.name))
        }
        _ => describe_given(given, of, if key.name.is_empty() { "entries" } else { key.name }),
    };
    let remedy = match of {
        Some(of) if is_gh_board => format!("gh project item-list --limit {of}; GraphQL: all pages"),
        _ => next_page_remedy(format, key.name, page),
    };
    Some(MissingPart {
        document: list.document,
        path: if is_gh_board { String::new() } else { list.document.path_of(page.value) },
        found,
        expected: "all of them".to_owned(),
        remedy,
        caveat: Caveat::Partial { given, of },
    })
}

/// The argument with which a query asks for the next page.
fn next_page_remedy(format: Format, name: &str, page: &Connection<'_>) -> String {
    if FIELD_LISTS.contains(&name) {
        return format!("ask for {name}(first: 100)");
    }
    let pages = match format {
        Format::GitHub => "give all pages with --with, or use gh api graphql --paginate",
        _ => "give all pages with --with",
    };
    match page.end_cursor().and_then(shell_safe) {
        Some(cursor) => format!("repeat the query with {name}(first: 100, after: \"{cursor}\") and {pages}"),
        None => format!(
            "ask for {name}(first: 100) {{ pageInfo {{ hasNextPage endCursor }} }}, repeat the query with after: the \
             endCursor, and {pages}"
        ),
    }
}

/// Returns the number of entries with a history of which a page is missing.
pub(super) fn count_cut_histories(documents: &[TrackerDocument<'_>]) -> usize {
    let lists = collect_lists(documents);
    lists.iter().filter(|(key, list)| HISTORY_LISTS.contains(&key.name) && list.is_partial()).count()
}
