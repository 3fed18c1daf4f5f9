//! The example files, and a real sprint whose values are known.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use std::path::Path;

use emberline::sprint::{Amount, Caveat, Ledger, Resolution, Sprint};
use emberline::{Format, Moment, ReadOptions, read_sprint};
use serde_json::{Value, json};

fn read_example(name: &str) -> Sprint {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let bytes = std::fs::read(path).unwrap();
    read_sprint(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn closing_levels(ledger: &Ledger) -> Vec<Option<f64>> {
    ledger.days.iter().map(|day| day.closing.map(|level| level.remaining().to_f64())).collect()
}

fn local_time(sprint: &Sprint, at: jiff::Timestamp) -> String {
    at.to_zoned(sprint.calendar.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// Cumulative counts per day in UTC, from 23 August to 6 September 2023 (HHS/simpler-grants-gov, Sprint 5).
const CREATED: [i32; 15] = [28, 28, 28, 28, 28, 28, 29, 31, 33, 38, 38, 38, 40, 40, 43];
const CLOSED: [i32; 15] = [5, 5, 8, 8, 8, 8, 9, 11, 12, 14, 14, 14, 14, 17, 20];
const OPEN: [i32; 15] = [23, 23, 20, 20, 20, 20, 20, 20, 21, 24, 24, 24, 26, 23, 23];

fn assert_known_values(ledger: &Ledger) {
    assert_eq!(ledger.days.len(), 15);
    for (index, day) in ledger.days.iter().enumerate() {
        let level = day.closing.unwrap();
        let figures = [level.scope, level.done, level.remaining()].map(Amount::to_f64);
        let expected = [CREATED[index], CLOSED[index], OPEN[index]].map(f64::from);
        assert_eq!(figures, expected, "{}", day.day.date);
    }
}

#[test]
fn a_flat_burndown_with_15_added_and_15_completed_items_has_the_known_values() {
    let sprint = read_example("flat-but-busy.json");
    let ledger = sprint.ledger();
    assert_known_values(&ledger);
    assert_eq!(sprint.committed().to_f64(), 23.0);
    assert_eq!(ledger.total_flow().added.to_f64(), 15.0);
    assert_eq!(ledger.total_flow().completed.to_f64(), 15.0);
    assert_eq!(sprint.resolution, Resolution::Day);
    assert_eq!(sprint.as_of, sprint.end);
    assert!(sprint.caveats.is_empty() && sprint.gaps.is_empty());
}

/// The values of the example were counted from these issues.
#[test]
fn the_issues_of_the_same_sprint_give_the_same_values() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/github");
    let issues = std::fs::read(data.join("hhs_issues_2023-09-06.json")).unwrap();
    let issues: Vec<Value> = serde_json::from_slice(&issues).unwrap();
    let board = std::fs::read(data.join("hhs_project-items_2023-09-06.json")).unwrap();
    let board: Value = serde_json::from_slice(&board).unwrap();
    let of_sprint = |number: &Value| {
        let mut items = board["items"].as_array().unwrap().iter();
        items.any(|item| item["content"]["number"] == *number && item["sprint"]["title"] == "Sprint 5")
    };
    let items: Vec<Value> = issues
        .iter()
        .filter(|issue| of_sprint(&issue["number"]))
        .map(|issue| {
            let mut events = vec![json!({ "at": issue["createdAt"], "event": "added" })];
            if issue["closedAt"].is_string() {
                events.push(json!({ "at": issue["closedAt"], "event": "completed" }));
            }
            json!({ "id": issue["number"], "events": events })
        })
        .collect();
    assert_eq!(items.len(), 43);
    let document = json!({
        "name": "Sprint 5", "start": "2023-08-23", "end": "2023-09-06", "as_of": "2023-09-06", "unit": "items", "items": items
    });
    let sprint = read_sprint(document.to_string().as_bytes(), &ReadOptions::default()).unwrap();
    let ledger = sprint.ledger();
    assert_known_values(&ledger);
    let after_day_one = ledger.days.iter().skip(1).map(|day| day.flow);
    let flow: emberline::sprint::Flow = after_day_one.sum();
    assert_eq!((flow.added.to_f64(), flow.completed.to_f64()), (15.0, 15.0));
    assert_eq!(sprint.resolution, Resolution::Instant);
    assert_eq!(sprint.item_counts().unestimated, 0);
}

#[test]
fn a_running_sprint_in_points_has_the_known_values() {
    let sprint = read_example("points.json");
    let ledger = sprint.ledger();
    assert_eq!(sprint.committed().to_f64(), 40.0);
    let total = ledger.total_flow();
    let figures = [total.added, total.removed, total.reestimated, total.reopened, total.completed];
    assert_eq!(figures.map(Amount::to_f64), [5.0, 5.0, 5.0, 5.0, 24.0]);
    assert_eq!(ledger.latest_level().remaining().to_f64(), 26.0);
    assert_eq!(sprint.caveats, [Caveat::Unestimated { items: 1, of: 12 }]);
    assert_eq!(local_time(&sprint, sprint.start), "2026-03-02T10:00:00+01:00");
    assert_eq!(ledger.days.len(), 12);
    assert_eq!(ledger.days.iter().filter(|day| day.closing.is_some()).count(), 9);
}

#[test]
fn a_sprint_in_hours_with_a_missing_day_has_the_known_values() {
    let sprint = read_example("hours.csv");
    let ledger = sprint.ledger();
    let expected = [151.0, 139.5, 136.0, 122.5, 112.0, 112.0, 112.0, 97.5];
    let mut expected: Vec<Option<f64>> = expected.into_iter().map(Some).collect();
    expected.extend([None, Some(74.0), None, None]);
    assert_eq!(closing_levels(&ledger), expected);
    assert_eq!(sprint.caveats, [Caveat::Gaps(1)]);
    assert_eq!(local_time(&sprint, sprint.as_of), "2026-05-21T00:00:00-04:00");
}

#[test]
fn a_sprint_with_holidays_and_a_clock_change_has_the_known_values() {
    let sprint = read_example("holidays-dst.json");
    let ledger = sprint.ledger();
    assert_eq!(ledger.latest_level().remaining().to_f64(), 3.0);
    // There are ten weekdays and a working Saturday before the last border, and 6.5 hours of the last day.
    let days = sprint.calendar.working_days_between(sprint.start, sprint.end);
    assert!((days - (11.0 + 6.5 / 24.0)).abs() < 1e-12, "{days}");
    let clocks = ledger.days.iter().find(|day| day.day.date.to_string() == "2026-03-28").unwrap();
    assert_eq!(clocks.day.to.duration_since(clocks.day.from).as_hours(), 23);
    assert!(clocks.day.is_working_day);
}

#[test]
fn a_sprint_that_was_closed_late_has_the_known_values() {
    let sprint = read_example("late.json");
    assert_eq!(local_time(&sprint, sprint.end), "2026-06-13T00:00:00+05:30");
    assert_eq!(sprint.closed, Some(sprint.as_of));
    assert_eq!(sprint.calendar.working_days_between(sprint.end, sprint.as_of), 4.0);
    assert_eq!(sprint.caveats, [Caveat::NetOnly]);
    assert_eq!(sprint.ledger().latest_level().remaining().to_f64(), 0.0);
    assert_eq!(sprint.ideal_remaining(sprint.end), Some(0.0));
    assert_eq!(sprint.ideal_remaining(sprint.as_of), Some(0.0));
}

#[test]
fn read_options_override_the_input() {
    let csv = "date;remaining\n2023-08-23;4,5\n2023-08-24;3\n";
    let mut options = ReadOptions::default();
    options.name = Some("Sprint 1".to_owned());
    options.end = Some("2023-08-25".parse().unwrap());
    options.as_of = Some(Moment::Date("2023-08-23".parse().unwrap()));
    options.time_zone = Some("America/New_York".to_owned());
    let sprint = read_sprint(csv.as_bytes(), &options).unwrap();
    assert_eq!(sprint.name, "Sprint 1");
    assert_eq!(local_time(&sprint, sprint.end), "2023-08-26T00:00:00-04:00");
    assert_eq!(closing_levels(&sprint.ledger()), [Some(4.5), None, None]);
    let mut forced = options;
    forced.format = Some(Format::Json);
    assert!(read_sprint(csv.as_bytes(), &forced).is_err());
}
