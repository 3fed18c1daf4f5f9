//! What holds for every answer: the order of its lists means nothing, the ledger adds up, and no change of it makes the reader panic.

use emberline::{Format, Moment, ReadOptions, read_sprint};
use proptest::prelude::*;
use serde_json::{Deserializer, Value};

use super::{fixture, read};

pub const FIXTURES: [(&str, Format); 9] = [
    ("github/timeline.json", Format::GitHub),
    ("github/boards.json", Format::GitHub),
    ("github/graphql.json", Format::GitHub),
    ("github/issues.json", Format::GitHub),
    ("gitlab/events.json", Format::GitLab),
    ("azure/snapshots.json", Format::Azure),
    ("trello/actions.json", Format::Trello),
    ("taiga/milestone.json", Format::Taiga),
    ("taiga/stats.json", Format::Taiga),
];

pub fn options(name: &str) -> ReadOptions {
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    let (sprint, start, end) = match name {
        "github/timeline.json" => (Some("v2.0"), at("2024-05-06"), None),
        "github/boards.json" => (Some("Iteration 8"), None, None),
        "github/graphql.json" => (Some("Sprint 3"), None, None),
        "github/issues.json" => (None, at("2024-06-17"), None),
        "gitlab/events.json" => (Some("v1.2"), None, None),
        "trello/actions.json" => (None, at("2024-04-08"), at("2024-04-19")),
        _ => (None, None, None),
    };
    ReadOptions { sprint: sprint.map(str::to_owned), start, end, ..ReadOptions::default() }
}

fn documents(name: &str) -> Vec<Value> {
    Deserializer::from_str(&fixture(name)).into_iter().map(Result::unwrap).collect()
}

fn text(documents: &[Value]) -> String {
    documents.iter().map(|document| format!("{document}\n")).collect()
}

/// Rotates and turns around every list.
pub fn shuffle(value: &mut Value, by: usize) {
    match value {
        Value::Array(list) => {
            list.iter_mut().for_each(|entry| shuffle(entry, by));
            let by = by % list.len().max(1);
            list.rotate_left(by);
            if by % 2 == 1 {
                list.reverse();
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(|entry| shuffle(entry, by)),
        _ => {}
    }
}

/// Puts something else in the place of the value that is reached by so many steps.
fn change(value: &mut Value, steps: &mut usize, other: &Value) {
    if *steps == 0 {
        *value = other.clone();
    }
    *steps = steps.wrapping_sub(1);
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| change(entry, steps, other)),
        Value::Object(fields) => fields.values_mut().for_each(|entry| change(entry, steps, other)),
        _ => {}
    }
}

fn others() -> impl Strategy<Value = Value> {
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

pub fn adds_up(sprint: &emberline::Sprint) {
    let ledger = sprint.ledger();
    let mut level = ledger.opening;
    for day in &ledger.days {
        level += day.flow;
        assert!(day.closing.is_none_or(|closing| closing == level), "{day:?}");
        assert!(!level.remaining().is_negative() && !level.done.is_negative(), "{day:?}");
    }
    assert_eq!(level, ledger.latest());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_lists_means_nothing(by in 1_usize..50, which in 0..FIXTURES.len()) {
        let (name, _) = FIXTURES[which];
        let mut documents = documents(name);
        let told = format!("{:?}", read(&text(&documents), &options(name)));
        documents.iter_mut().for_each(|document| shuffle(document, by));
        let again = read(&text(&documents), &options(name));
        adds_up(&again);
        prop_assert_eq!(told, format!("{again:?}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn a_change_anywhere_ends_in_a_sprint_or_an_error(
        which in 0..FIXTURES.len(),
        changes in proptest::collection::vec((0_usize..600, others()), 1..4),
    ) {
        let (name, format) = FIXTURES[which];
        let mut documents = documents(name);
        for (steps, other) in changes {
            let mut steps = steps;
            documents.iter_mut().for_each(|document| change(document, &mut steps, &other));
        }
        let options = ReadOptions { format: Some(format), ..options(name) };
        if let Ok(sprint) = read_sprint(text(&documents).as_bytes(), &options) {
            adds_up(&sprint);
        }
    }
}
