//! Properties of the ledger for random inputs: the flow of a day leads exactly to its closing level, in any order of the input.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Amount, Flow, LedgerDay, Sprint};
use emberline::{ReadOptions, read_sprint};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const KINDS: [&str; 6] = ["added", "removed", "estimated", "started", "completed", "reopened"];

/// An event of an item.
#[derive(Clone, Debug)]
struct Event {
    /// Minutes after 18 August 2023. The sprint starts on the 23rd.
    minutes: i64,
    kind: &'static str,
    estimate: Option<u32>,
}

#[derive(Clone, Debug)]
struct Item {
    estimate: Option<u32>,
    events: Vec<Event>,
}

fn instant_after(minutes: i64) -> Timestamp {
    "2023-08-18T00:00:00Z".parse::<Timestamp>().unwrap() + Span::new().minutes(minutes)
}

/// An estimate in hundredths of a point, or none.
fn any_estimate() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![1 => Just(None), 4 => (0_u32..2_000).prop_map(Some)]
}

fn any_item() -> impl Strategy<Value = Item> {
    let event = (0_i64..25 * 24 * 60, 0..KINDS.len(), any_estimate());
    (any_estimate(), vec(event, 0..8)).prop_map(|(estimate, mut events)| {
        events.sort_by_key(|event| event.0);
        events.dedup_by_key(|event| event.0);
        let events = events
            .into_iter()
            .map(|(minutes, kind, estimate)| Event { minutes, kind: KINDS[kind], estimate })
            .collect();
        Item { estimate, events }
    })
}

fn estimate_in_points(estimate: Option<u32>) -> Value {
    estimate.map_or(Value::Null, |hundredths| json!(f64::from(hundredths) / 100.0))
}

fn sprint_document(zone: &str, shape: &str, entries: &[Value]) -> Value {
    json!({
        "name": "S", "start": "2023-08-23", "end": "2023-09-06", "as_of": "2023-09-08",
        "time_zone": zone, shape: entries
    })
}

fn items_document(zone: &str, unit: &str, items: &[Item]) -> Value {
    let entries = items.iter().enumerate().map(|(id, item)| {
        let events = item.events.iter().map(|event| {
            let mut given = json!({ "at": instant_after(event.minutes).to_string(), "event": event.kind });
            if event.kind == "estimated" {
                given["estimate"] = estimate_in_points(event.estimate);
            }
            given
        });
        json!({ "id": id, "estimate": estimate_in_points(item.estimate), "events": events.collect::<Vec<_>>() })
    });
    let mut document = sprint_document(zone, "items", &entries.collect::<Vec<_>>());
    document["unit"] = json!(unit);
    document
}

fn read_document(document: &Value) -> Sprint {
    read_sprint(document.to_string().as_bytes(), &ReadOptions::default())
        .unwrap_or_else(|error| panic!("{error}: {document}"))
}

/// Sums the scope and the done work over the generated events that `until` selects.
fn expected_sums(items: &[Item], unit: &str, until: impl Fn(Timestamp) -> bool) -> [Amount; 2] {
    let mut sums = [Amount::ZERO; 2];
    for item in items {
        let first = item.events.iter().find(|event| matches!(event.kind, "added" | "removed"));
        let mut member = first.is_none_or(|event| event.kind == "removed");
        let (mut estimate, mut done) = (item.estimate, false);
        for event in item.events.iter().filter(|event| until(instant_after(event.minutes))) {
            match event.kind {
                "added" => member = true,
                "removed" => member = false,
                "estimated" => estimate = event.estimate,
                kind => done = kind == "completed",
            }
        }
        let weight = if unit == "items" { Some(100) } else { estimate };
        let weight = Amount::from_f64(f64::from(weight.unwrap_or(0)) / 100.0).unwrap();
        if member {
            sums[0] += weight;
            sums[1] += if done { weight } else { Amount::ZERO };
        }
    }
    sums
}

/// Asserts that the flow of each day leads from its opening to its closing level, and that the steps are in order.
fn assert_balanced(sprint: &Sprint) {
    let ledger = sprint.ledger();
    let mut level = ledger.opening;
    for day in &ledger.days {
        let Flow { added, removed, reestimated, reopened, completed, .. } = day.flow;
        let before = level.remaining();
        level += day.flow;
        assert_eq!(before + added - removed + reestimated + reopened - completed, level.remaining());
        assert_eq!(level.scope, level.done + level.remaining());
        assert!(!level.scope.is_negative() && !level.done.is_negative() && !level.remaining().is_negative());
        for amount in [added, removed, reopened, completed] {
            assert!(!amount.is_negative(), "{:?}", day.flow);
        }
        assert!(day.closing.is_none_or(|closing| closing == level), "{day:?}");
    }
    assert_eq!(ledger.latest_level(), level);
    assert_eq!(ledger.opening + ledger.total_flow(), level);
    assert!(ledger.steps.windows(2).all(|pair| pair[0].at < pair[1].at && pair[0].level != pair[1].level));
    assert!(ledger.steps.iter().all(|step| sprint.start <= step.at && step.at <= sprint.as_of));
}

fn any_movements() -> impl Strategy<Value = Value> {
    (0..5_u32, 0..3_u32, -2..3_i32, 0..4_u32).prop_map(|(added, removed, reestimated, completed)| {
        json!({ "added": added, "removed": removed, "reestimated": reestimated, "completed": completed })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_of_items_equals_sums_over_the_events(
        given in vec(any_item(), 1..12),
        zone in prop::sample::select(vec!["UTC", "Asia/Kolkata", "America/New_York"]),
        unit in prop::sample::select(vec!["points", "items"]),
    ) {
        let sprint = read_document(&items_document(zone, unit, &given));
        assert_balanced(&sprint);
        let ledger = sprint.ledger();
        let at_start = expected_sums(&given, unit, |at| at <= sprint.start);
        prop_assert_eq!([ledger.opening.scope, ledger.opening.done], at_start);
        for day in &ledger.days {
            // An event on the border at `as_of` belongs to the day that ends there.
            let in_time = |at| at < day.day.to || (at == sprint.as_of && at == day.day.to);
            let known = expected_sums(&given, unit, |at| at <= sprint.start || (at <= sprint.as_of && in_time(at)));
            let closing = day.closing.unwrap();
            prop_assert_eq!([closing.scope, closing.done], known, "{:?}", day.day);
        }
    }

    #[test]
    fn the_order_of_items_and_events_does_not_matter(
        (given, shuffled) in vec(any_item(), 1..10).prop_flat_map(|items| (Just(items.clone()), Just(items).prop_shuffle()))
    ) {
        let mut backwards = shuffled;
        for item in &mut backwards {
            item.events.reverse();
        }
        let (a, b) = (read_document(&items_document("UTC", "points", &given)), read_document(&items_document("UTC", "points", &backwards)));
        prop_assert_eq!(a.ledger(), b.ledger());
        prop_assert_eq!(a.item_counts(), b.item_counts());
    }

    /// Hours that are worked down change neither what remains nor, unless an estimate is taken away, the scope downwards.
    #[test]
    fn burned_hours_are_done_work_in_any_order(
        (given, shuffled) in vec(any_item(), 1..6).prop_flat_map(|items| (Just(items.clone()), Just(items).prop_shuffle())),
        zone in prop::sample::select(vec!["UTC", "Asia/Kolkata", "America/New_York"]),
        planned_days in 0_i64..4,
    ) {
        let planning_until = instant_after(5 * 24 * 60 + planned_days * 24 * 60);
        let read = |items: &[Item], lowered_estimates: &str| {
            let mut document = items_document(zone, "hours", items);
            document["lowered_estimates"] = json!(lowered_estimates);
            let mut options = ReadOptions::default();
            options.planning_until = planning_until.to_string().parse().ok();
            read_sprint(document.to_string().as_bytes(), &options).unwrap_or_else(|error| panic!("{error}: {document}"))
        };
        let burned = read(&given, "done");
        assert_balanced(&burned);
        let (ledger, as_scope) = (burned.ledger(), read(&given, "reestimated").ledger());
        if planned_days == 0 {
            for (day, other) in ledger.days.iter().zip(&as_scope.days) {
                let remaining = |day: &LedgerDay| day.closing.map(|level| level.remaining());
                prop_assert_eq!(remaining(day), remaining(other), "{:?}", day.day);
            }
        }
        // An estimate that is taken away, or lowered while the item is not in the sprint, is no work.
        let is_kept = |item: &Item| {
            let is_member = item.events.iter().all(|event| !matches!(event.kind, "added" | "removed"));
            is_member && item.events.iter().all(|event| event.kind != "estimated" || event.estimate.is_some())
        };
        if given.iter().all(is_kept) {
            prop_assert!(ledger.days.iter().all(|day| !day.flow.reestimated.is_negative()));
        }
        let steps = burned.flow_steps(false);
        prop_assert!(steps.iter().all(|step| !step.state.to_do.is_negative() && !step.state.done.is_negative()));
        prop_assert_eq!(steps.last().map(|step| step.state.scope()), Some(ledger.latest_level().scope));

        let mut backwards = shuffled;
        for item in &mut backwards {
            item.events.reverse();
        }
        prop_assert_eq!(read(&backwards, "done").ledger(), ledger);
    }

    #[test]
    fn a_ledger_of_daily_readings_balances(
        committed in prop::option::of(200_u32..300),
        given in vec(prop_oneof![
            Just(Value::Null),
            (0_u32..50_000).prop_map(|hundredths| json!(f64::from(hundredths) / 100.0)),
            (any_movements(), prop::option::of(100_u32..200), 0..16_u32).prop_map(|(mut day, remaining, kept)| {
                // Some figures are left out, so that the reader must infer them.
                for (bit, field) in ["added", "removed", "reestimated", "completed"].iter().enumerate() {
                    if kept & (1 << bit) == 0 || (remaining.is_some() && *field == "reestimated") {
                        day.as_object_mut().unwrap().remove(*field);
                    }
                }
                if let Some(remaining) = remaining {
                    day["remaining"] = json!(remaining);
                }
                day
            }),
        ], 1..17),
    ) {
        let mut document = sprint_document("Europe/Warsaw", "days", &given);
        if let Some(committed) = committed {
            document["committed"] = json!(committed);
        }
        let told = read_sprint(document.to_string().as_bytes(), &ReadOptions::default());
        // Some inputs are refused: they have no first reading, or a negative amount of remaining work.
        if let Ok(sprint) = told {
            assert_balanced(&sprint);
            let ledger = sprint.ledger();
            for (entry, day) in given.iter().zip(&ledger.days) {
                let remaining = entry.as_f64().or_else(|| entry.get("remaining")?.as_f64());
                if let Some(remaining) = remaining {
                    prop_assert_eq!(day.closing.map(|level| level.remaining()), Amount::from_f64(remaining));
                }
            }
        }
    }

    #[test]
    fn a_ledger_of_changes_balances(given in vec((0_i64..16 * 24 * 60, any_movements()), 0..30)) {
        let start = 5 * 24 * 60;
        let entries = given.into_iter().map(|(minutes, mut change)| {
            change["at"] = json!(instant_after(start + minutes).to_string());
            change
        });
        let mut document = sprint_document("UTC", "changes", &entries.collect::<Vec<_>>());
        document["committed"] = json!(1_000);
        let sprint = read_document(&document);
        assert_balanced(&sprint);
        prop_assert_eq!(sprint.committed(), Amount::from_units(1_000));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,200}", bytes in vec(any::<u8>(), 0..200)) {
        for input in [text.as_bytes(), &bytes, format!("{{{text}}}").as_bytes(), format!("date,{text}").as_bytes()] {
            let _ = read_sprint(input, &ReadOptions::default());
        }
    }

    /// A valid document in which any value replaces one of its values is read or refused.
    #[test]
    fn no_value_makes_the_reader_panic(
        field in prop::sample::select(vec![
            "name", "goal", "start", "end", "closed", "as_of", "time_zone", "day_border", "holidays", "unit", "committed",
            "days", "items", "changes",
        ]),
        value in prop_oneof![
            any::<f64>().prop_map(|number| json!(number)),
            any::<i64>().prop_map(|number| json!(number)),
            "[0-9TZ:+. -]{0,30}".prop_map(|text| json!(text)),
            ("[0-9]{4}-[01][0-9]-[0-3][0-9]", "(T[0-2][0-9]:[0-5][0-9](Z|[+-][01][0-9]:00)?)?")
                .prop_map(|(date, time)| json!(format!("{date}{time}"))),
            vec(any::<f64>(), 0..20).prop_map(|numbers| json!(numbers)),
            Just(Value::Null),
        ],
    ) {
        let mut document = sprint_document("Pacific/Apia", "days", &[json!(5), json!(4), json!({ "added": 3 })]);
        document[field] = value;
        if let Ok(sprint) = read_sprint(document.to_string().as_bytes(), &ReadOptions::default()) {
            assert_balanced(&sprint);
            for (at, ideal) in sprint.ideal_line() {
                prop_assert_eq!(Some(ideal), sprint.ideal_remaining(at));
            }
            for day in sprint.days() {
                let ideal = sprint.ideal_remaining(day.to).unwrap_or(0.0);
                prop_assert!(ideal >= 0.0 && ideal <= sprint.committed().to_f64());
            }
        }
    }
}
