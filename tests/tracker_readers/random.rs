//! Properties of the readers for every export: the order of its lists does not matter, the ledger adds up, and no change of the input
//! makes the reader panic.

use emberline::{Format, Moment, ReadOptions, read_sprint};
use proptest::prelude::*;
use serde_json::{Deserializer, Value};

use super::{read_answer, read_fixture};

pub const FIXTURES: [(&str, Format); 14] = [
    ("github/timeline.json", Format::GitHub),
    ("github/boards.json", Format::GitHub),
    ("github/graphql.json", Format::GitHub),
    ("github/issues.json", Format::GitHub),
    ("github/board-events.json", Format::GitHub),
    ("gitlab/events.json", Format::GitLab),
    ("azure/snapshots.json", Format::Azure),
    ("azure/work-items.json", Format::Azure),
    ("jira/bulk-changelogs.json", Format::Jira),
    ("jira/done-undated.json", Format::Jira),
    ("linear/issues.json", Format::Linear),
    ("trello/actions.json", Format::Trello),
    ("taiga/milestone.json", Format::Taiga),
    ("taiga/stats.json", Format::Taiga),
];

/// Options with which a fixture is read.
pub fn fixture_options(name: &str) -> ReadOptions {
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    let (sprint, start, end) = match name {
        "github/timeline.json" => (Some("v2.0"), at("2024-05-06"), None),
        "github/boards.json" => (Some("Iteration 8"), None, None),
        "github/graphql.json" => (Some("Sprint 3"), None, None),
        "github/issues.json" => (None, at("2024-06-17"), None),
        "gitlab/events.json" => (Some("v1.2"), None, None),
        "azure/hours-items.json" => (Some("Sprint 9"), None, None),
        "trello/actions.json" => (None, at("2024-04-08"), at("2024-04-19")),
        _ => (None, None, None),
    };
    let mut options = ReadOptions::default();
    options.sprint = sprint.map(str::to_owned);
    options.start = start;
    options.end = end;
    options.estimate_field = (name == "jira/no-history.json").then(|| "customfield_10036".to_owned());
    options.name = (name == "jira/burndown-remaining-time.json").then(|| "Week".to_owned());
    options
}

fn fixture_documents(name: &str) -> Vec<Value> {
    Deserializer::from_str(&read_fixture(name)).into_iter().map(Result::unwrap).collect()
}

fn documents_text(documents: &[Value]) -> String {
    documents.iter().map(|document| format!("{document}\n")).collect()
}

/// Rotates every list by `by` places, and reverses it if the remainder is odd. Lists of numbers are series, which have an order.
pub fn shuffle_lists(value: &mut Value, by: usize) {
    match value {
        Value::Array(list) if list.iter().all(Value::is_number) => {}
        Value::Array(list) => {
            list.iter_mut().for_each(|entry| shuffle_lists(entry, by));
            let by = by % list.len().max(1);
            list.rotate_left(by);
            if by % 2 == 1 {
                list.reverse();
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(|entry| shuffle_lists(entry, by)),
        _ => {}
    }
}

/// Replaces a value, which is found by a number of steps through the nested values.
fn replace_value(value: &mut Value, steps: &mut usize, other: &Value) {
    if *steps == 0 {
        *value = other.clone();
    }
    *steps = steps.wrapping_sub(1);
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| replace_value(entry, steps, other)),
        Value::Object(fields) => fields.values_mut().for_each(|entry| replace_value(entry, steps, other)),
        _ => {}
    }
}

fn any_replacement() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(Value::Bool(true)),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(Value::from("")),
        Just(Value::from("9999-12-31T23:59:59Z")),
        Just(Value::from("2024-04-10")),
        Just(Value::from("Done")),
        Just(Value::from("ééééééééééééé")),
        Just(Value::Array(Vec::new())),
        Just(Value::Object(serde_json::Map::new())),
    ]
}

/// Asserts that the flow of each day leads to its closing level, and that no level is negative.
pub fn assert_balanced(sprint: &emberline::Sprint) {
    let ledger = sprint.ledger();
    let mut level = ledger.opening;
    for day in &ledger.days {
        level += day.flow;
        assert!(day.closing.is_none_or(|closing| closing == level), "{day:?}");
        assert!(!level.remaining().is_negative() && !level.done.is_negative(), "{day:?}");
    }
    assert_eq!(level, ledger.latest_level());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_lists_does_not_matter(by in 1_usize..50, which in 0..FIXTURES.len()) {
        let (name, _) = FIXTURES[which];
        let mut documents = fixture_documents(name);
        let told = format!("{:?}", read_answer(&documents_text(&documents), &fixture_options(name)));
        documents.iter_mut().for_each(|document| shuffle_lists(document, by));
        let again = read_answer(&documents_text(&documents), &fixture_options(name));
        assert_balanced(&again);
        prop_assert_eq!(told, format!("{again:?}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn randomly_changed_answers_never_panic(
        which in 0..FIXTURES.len(),
        changes in proptest::collection::vec((0_usize..600, any_replacement()), 1..4),
    ) {
        let (name, format) = FIXTURES[which];
        let mut documents = fixture_documents(name);
        for (steps, other) in changes {
            let mut steps = steps;
            documents.iter_mut().for_each(|document| replace_value(document, &mut steps, &other));
        }
        let mut options = fixture_options(name);
        options.format = Some(format);
        if let Ok(sprint) = read_sprint(documents_text(&documents).as_bytes(), &options) {
            assert_balanced(&sprint);
        }
    }
}
