//! Fields that a request did not ask for: without a field everywhere, an answer is refused, or read to the same numbers, or the
//! sprint has another caveat than with it.

use emberline::read_sprint;
use serde_json::{Deserializer, Value};

use super::random::fixture_options;
use super::read_fixture;

const FIXTURES: [&str; 19] = [
    "jira/issues-cloud.json",
    "jira/bulk-changelogs.json",
    "jira/done-undated.json",
    "jira/hours-remaining.json",
    "github/timeline.json",
    "github/boards.json",
    "github/graphql.json",
    "github/issues.json",
    "github/board-events.json",
    "gitlab/events.json",
    "azure/snapshots.json",
    "azure/work-items.json",
    "azure/hours-items.json",
    "azure/hours-sums.json",
    "linear/cycle.json",
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

#[test]
fn without_a_field_an_answer_is_refused_or_the_same_or_has_a_caveat() {
    let mut silent = Vec::new();
    for fixture in FIXTURES {
        let documents: Vec<Value> =
            Deserializer::from_str(&read_fixture(fixture)).into_iter().map(Result::unwrap).collect();
        let read = |documents: &[Value]| {
            let text: String = documents.iter().map(|document| format!("{document}\n")).collect();
            read_sprint(text.as_bytes(), &fixture_options(fixture)).ok()
        };
        let whole = read(&documents).unwrap();
        let mut names = std::collections::BTreeSet::new();
        documents.iter().for_each(|document| collect_names(document, &mut names));
        for name in names {
            let mut without = documents.clone();
            without.iter_mut().for_each(|document| remove_field(document, &name));
            let Some(sprint) = read(&without) else { continue };
            // The axis names the unit, so that items in place of points are a word.
            let is_same = sprint.ledger().days == whole.ledger().days || sprint.unit != whole.unit;
            let is_list = LISTS.contains(&(fixture, name.as_str()));
            if !is_same && sprint.caveats == whole.caveats && !is_list {
                silent.push(format!("{fixture}: {name}"));
            }
        }
    }
    assert!(silent.is_empty(), "read differently without a word:\n{}", silent.join("\n"));
}
