//! Lists that say nothing of a next page and are exactly as long as a page of their tracker: there may be more.

use std::collections::BTreeMap;

use super::super::json_moment::{JsonMoment, sort_instant};
use crate::input::json_value::JsonValue;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::{Format, ReadOptions};
use crate::sprint::Caveat;

/// The default lengths of a tracker's pages, and the longest ones that can be asked for.
const fn page_sizes(format: Format) -> &'static [usize] {
    match format {
        Format::Jira => &[50, 100, 1_000, 5_000],
        // `gh issue list` has 30, other numbers are those that people give to --limit.
        Format::GitHub => &[30, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
        Format::GitLab => &[20, 100],
        Format::Trello => &[50, 1_000],
        Format::Azure => &[10_000, 20_000],
        _ => &[],
    }
}

/// A list of a document, and the words that tell to which other lists it belongs.
struct PlainList<'a> {
    kind: ListKind,
    /// The item that all entries are about, if there is one.
    item: Option<String>,
    entries: &'a [JsonValue<'a>],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ListKind {
    Entries,
    History,
}

/// Returns the caveats for lists that may go on. A list is whole if another one of its kind is shorter than a page: that is
/// the last page.
pub(super) fn full_pages(
    format: Format,
    documents: &[TrackerDocument<'_>],
    options: &ReadOptions,
) -> Vec<Caveat> {
    let sizes = page_sizes(format);
    let mut groups: BTreeMap<(ListKind, Option<String>), Vec<PlainList<'_>>> = BTreeMap::new();
    for list in documents.iter().filter_map(|document| plain_list(format, &document.value)) {
        groups.entry((list.kind, list.item.clone())).or_default().push(list);
    }
    let mut caveats = Vec::new();
    let mut histories = 0;
    for ((_, item), lists) in groups {
        let is_full = lists.iter().all(|list| sizes.contains(&list.entries.len()));
        if !is_full || reaches_start(&lists, options) {
            continue;
        }
        match item {
            Some(_) => histories += 1,
            None => caveats.push(Caveat::PerhapsPartial(lists.iter().map(|list| list.entries.len()).sum())),
        }
    }
    caveats.extend((histories > 0).then_some(Caveat::HistoryPerhapsCut(histories)));
    caveats
}

/// Returns the list of a document that says nothing of its length.
fn plain_list<'a>(format: Format, value: &'a JsonValue<'a>) -> Option<PlainList<'a>> {
    let list = |name: &str| value.get(name).and_then(JsonValue::as_list);
    let says_more = ["total", "isLast", "nextPageToken", "@odata.nextLink", "@odata.count"];
    let entries = match (format, value) {
        (Format::Jira, JsonValue::Object(fields)) if !says_more.iter().any(|name| fields.has(name)) => {
            list("issues")?
        }
        (Format::Azure, JsonValue::Object(fields)) if !says_more.iter().any(|name| fields.has(name)) => {
            list("value")?
        }
        (Format::Trello, JsonValue::Object(_)) => list("actions")?,
        (_, JsonValue::List(entries)) => entries,
        _ => return None,
    };
    let first = entries.first()?;
    let is_history = ["event", "action", "resource_id", "data"].iter().any(|name| first.has(name));
    let kind = if is_history { ListKind::History } else { ListKind::Entries };
    Some(PlainList { kind, item: common_item(entries), entries })
}

/// The item that all entries of a history are about.
fn common_item(entries: &[JsonValue<'_>]) -> Option<String> {
    let item = |entry: &JsonValue<'_>| {
        let id = entry.get("resource_id").or_else(|| entry.get("data")?.get("card")?.get("id"))?;
        // GitLab has a list for each kind of event.
        let kind =
            ["milestone", "iteration", "weight", "state", "label"].into_iter().find(|kind| entry.has(kind));
        Some(format!("{} {}", id.to_id()?, kind.unwrap_or_default()))
    };
    let first = item(entries.first()?)?;
    entries.iter().all(|entry| item(entry).as_ref() == Some(&first)).then_some(first)
}

/// True if the oldest entry of a history is before the requested start: what is older does not matter.
fn reaches_start(lists: &[PlainList<'_>], options: &ReadOptions) -> bool {
    let Some(start) = options.start.map(sort_instant) else { return false };
    let at = |entry: &JsonValue<'_>| {
        let text = entry.get("date").filter(|_| entry.has("data"))?;
        serde::Deserialize::deserialize(text).ok().map(|JsonMoment(at)| sort_instant(at))
    };
    lists.iter().flat_map(|list| list.entries).filter_map(at).min().is_some_and(|oldest| oldest <= start)
}
