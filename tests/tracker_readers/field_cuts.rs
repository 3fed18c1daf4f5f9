//! Answers that lack a part: without a field, everywhere or at one place, and cut at a byte, an answer is refused, or read to the same
//! numbers, or the sprint has another caveat than with it.

use emberline::read_sprint;
use emberline::sprint::Sprint;
use serde_json::{Deserializer, Value};

use super::random::fixture_options;
use super::read_fixture;

/// An answer of each kind.
const FIXTURES: [&str; 26] = [
    "jira/issues-cloud.json",
    "jira/bulk-changelogs.json",
    "jira/done-undated.json",
    "jira/hours-remaining.json",
    "jira/issues-server.json",
    "jira/no-history.json",
    "jira/report.json",
    "jira/burndown-utc.json",
    "jira/burndown-remaining-time.json",
    "github/timeline.json",
    "github/boards.json",
    "github/graphql.json",
    "github/issues.json",
    "github/board-events.json",
    "gitlab/events.json",
    "gitlab/series.json",
    "azure/snapshots.json",
    "azure/work-items.json",
    "azure/hours-items.json",
    "azure/hours-sums.json",
    "linear/cycle.json",
    "linear/closed.json",
    "linear/issues.json",
    "trello/actions.json",
    "taiga/milestone.json",
    "taiga/stats.json",
];

/// Fields that hold the data themselves: without them nothing happened, and a tracker that answers so means it.
const LISTS: [(&str, &str); 1] = [("github/timeline.json", "timeline")];

fn collect_names(value: &Value, names: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| collect_names(entry, names)),
        Value::Object(fields) => {
            names.extend(fields.keys().cloned());
            fields.values().for_each(|entry| collect_names(entry, names));
        }
        _ => {}
    }
}

fn remove_field(value: &mut Value, name: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| remove_field(entry, name)),
        Value::Object(fields) => {
            fields.remove(name);
            fields.values_mut().for_each(|entry| remove_field(entry, name));
        }
        _ => {}
    }
}

pub fn parse_documents(fixture: &str) -> Vec<Value> {
    Deserializer::from_str(&read_fixture(fixture)).into_iter().map(Result::unwrap).collect()
}

pub fn read_documents(fixture: &str, documents: &[Value]) -> Option<Sprint> {
    let text: String = documents.iter().map(|document| format!("{document}\n")).collect();
    read_sprint(text.as_bytes(), &fixture_options(fixture)).ok()
}

/// True if the picture of a part shows other numbers than that of the whole without a word about it. The axis names the unit, so that
/// items in place of points are a word.
pub fn is_silent(part: &Sprint, whole: &Sprint) -> bool {
    let is_same = part.ledger().days == whole.ledger().days || part.unit != whole.unit;
    !is_same && part.caveats == whole.caveats
}

/// True for a key of an object that holds data by their times, or by the keys of issues: each of them is an entry, no field.
fn is_key_of_data(name: &str) -> bool {
    let last = name.rsplit('-').next().unwrap_or_default();
    !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

#[test]
fn without_a_field_an_answer_is_refused_or_the_same_or_has_a_caveat() {
    let mut silent = Vec::new();
    for fixture in FIXTURES {
        let documents = parse_documents(fixture);
        let whole = read_documents(fixture, &documents).unwrap();
        let mut names = std::collections::BTreeSet::new();
        documents.iter().for_each(|document| collect_names(document, &mut names));
        for name in names {
            let mut without = documents.clone();
            without.iter_mut().for_each(|document| remove_field(document, &name));
            let Some(sprint) = read_documents(fixture, &without) else { continue };
            let is_list = LISTS.contains(&(fixture, name.as_str()));
            if is_silent(&sprint, &whole) && !is_list && !is_key_of_data(&name) {
                silent.push(format!("{fixture}: {name}"));
            }
        }
    }
    assert!(silent.is_empty(), "read differently without a word:\n{}", silent.join("\n"));
}

/// Collects the pointers (RFC 6901) of all fields of objects.
fn collect_pointers(value: &Value, pointer: &str, pointers: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            for (index, entry) in list.iter().enumerate() {
                collect_pointers(entry, &format!("{pointer}/{index}"), pointers);
            }
        }
        Value::Object(fields) => {
            for (name, entry) in fields {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                collect_pointers(entry, &pointer, pointers);
                pointers.push(pointer);
            }
        }
        _ => {}
    }
}

fn remove_at(value: &mut Value, pointer: &str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let fields = value.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    fields.remove(&name.replace("~1", "/").replace("~0", "~"));
}

/// Places at which nobody can see that a field is missing, with the reason.
const UNSEEN: [(&str, &str, &str); 13] = [
    ("github/boards.json", "status", "gh leaves out fields that are empty"),
    ("github/boards.json", "estimate", "gh leaves out fields that are empty"),
    ("github/boards.json", "runde", "gh leaves out fields that are empty: the item is in no iteration"),
    ("jira/report.json", "value", "Jira writes no value for an issue that is not estimated"),
    ("jira/burndown-utc.json", "newValue", "Jira writes no new value for an estimate that is taken away"),
    ("jira/burndown-remaining-time.json", "newEstimate", "logged work may leave the estimate as it is"),
    ("github/timeline.json", "timeline", "an issue without events"),
    ("jira/no-history.json", "customfield_10020", "an issue without a sprint"),
    ("jira/bulk-changelogs.json", "customfield_10020", "an issue without a sprint"),
    ("jira/report.json", "statFieldValue", "Jira writes none for an issue that is not estimated"),
    ("github/timeline.json", "state_reason", "servers write it since 2022 only"),
    ("github/timeline.json", "name", "a label is an object or a text"),
    ("github/board-events.json", "timelineItems", "an issue without events"),
];

/// Objects that are keyed by data, or of which an entry has one of several: without such a field an entry is another whole one.
const ENTRIES: [(&str, &str); 3] = [
    ("jira/burndown", "/changes/"),
    ("jira/report.json", "/contents/"),
    ("jira/hours-remaining.json", "/changelog"),
];

fn is_unseen(fixture: &str, pointer: &str) -> bool {
    let name = pointer.rsplit('/').next().unwrap();
    UNSEEN.iter().any(|(of, unseen, _)| *of == fixture && *unseen == name)
        || ENTRIES.iter().any(|(of, within)| {
            let part = pointer.split_once(within).map(|(_, part)| part);
            fixture.starts_with(of) && part.is_some_and(|part| part.matches('/').count() <= 2)
        })
}

#[test]
fn without_a_field_at_one_place_an_answer_is_refused_or_the_same_or_has_a_caveat() {
    /// Fields of a fixture that are tried, spread over all of it.
    const MAX_TRIED: usize = 300;
    let mut silent = Vec::new();
    for fixture in FIXTURES {
        let documents = parse_documents(fixture);
        let whole = read_documents(fixture, &documents).unwrap();
        let mut places = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            let mut pointers = Vec::new();
            collect_pointers(document, "", &mut pointers);
            places.extend(pointers.into_iter().map(|pointer| (index, pointer)));
        }
        for (index, pointer) in places.iter().step_by(places.len().div_ceil(MAX_TRIED)) {
            let mut without = documents.clone();
            remove_at(&mut without[*index], pointer);
            let is_silent = |sprint: Sprint| is_silent(&sprint, &whole) && !is_unseen(fixture, pointer);
            if read_documents(fixture, &without).is_some_and(is_silent) {
                silent.push(format!("{fixture}: document {index}: {pointer}"));
            }
        }
    }
    assert!(silent.is_empty(), "read differently without a word:\n{}", silent.join("\n"));
}

#[test]
fn an_answer_that_is_cut_at_a_byte_is_refused() {
    /// Cuts of a fixture that are tried, spread over all of it; the last bytes are all tried.
    const MAX_TRIED: usize = 200;
    const LAST_BYTES: usize = 20;
    for fixture in FIXTURES {
        let text = read_fixture(fixture);
        let text = text.trim_end();
        let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).collect();
        let spread = ends.iter().step_by(ends.len().div_ceil(MAX_TRIED));
        for end in spread.chain(ends.iter().rev().take(LAST_BYTES)) {
            let part = &text[..*end];
            // Between two documents the cut leaves whole ones, as if fewer files had been given.
            let mut documents = Deserializer::from_str(part).into_iter::<Value>();
            if documents.all(|document| document.is_ok()) && !part.trim().is_empty() {
                continue;
            }
            let result = read_sprint(part.as_bytes(), &fixture_options(fixture));
            assert!(result.is_err(), "{fixture}: cut at byte {end}: {result:?}");
        }
    }
}
