//! Jira exports a sprint in two forms: as issues with changelogs, and as its own burndown chart. Random histories that are written in
//! both forms must give the same ledger for each day, in any order of the lists.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Sprint, Unit};
use emberline::{Input, Options, ReadOptions, describe, read_sprint};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A change of an issue.
#[derive(Clone, Copy, Debug)]
enum IssueChange {
    Joined,
    Left,
    Estimated(Option<u32>),
    Moved(usize),
}

/// The states of the workflow: id, name and key of the category.
const STATES: [(&str, &str, &str); 3] =
    [("1", "To Do", "new"), ("3", "In Progress", "indeterminate"), ("5", "Done", "done")];
const NOT_ESTIMATED: Option<u32> = None;

fn any_change() -> impl Strategy<Value = IssueChange> {
    prop_oneof![
        Just(IssueChange::Joined),
        Just(IssueChange::Left),
        prop::option::weighted(0.8, 0_u32..40).prop_map(IssueChange::Estimated),
        (0..STATES.len()).prop_map(IssueChange::Moved),
    ]
}

/// The changes of an issue with their times in minutes after 20 February 2026. The sprint is from 2 to 13 March.
fn any_issue_history() -> impl Strategy<Value = Vec<(i64, IssueChange)>> {
    vec((0_i64..26 * 24 * 60, any_change()), 0..12).prop_map(|mut events| {
        events.sort_by_key(|(at, _)| *at);
        events.dedup_by_key(|(at, _)| *at);
        events
    })
}

fn instant_after(minutes: i64) -> Timestamp {
    "2026-02-20T00:00:00Z".parse::<Timestamp>().unwrap() + Span::new().minutes(minutes)
}

fn offset_without_colon(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.000+0000").to_string()
}

fn estimate_text(estimate: Option<u32>) -> Value {
    estimate.map_or(Value::Null, |points| json!(points.to_string()))
}

fn status_json(index: usize) -> Value {
    let (id, name, category) = STATES[index];
    json!({ "id": id, "name": name, "statusCategory": { "key": category } })
}

const SPRINT: &str = r#"{"id": 3, "name": "Sprint 3", "state": "closed", "boardId": 2, "startDate": "2026-03-02T09:00:00.000Z",
    "endDate": "2026-03-13T17:00:00.000Z", "completeDate": "2026-03-14T10:00:00.000Z"}"#;

/// Writes an issue with its changelog, which begins with the newest change.
fn issue_json(index: usize, events: &[(i64, IssueChange)]) -> Value {
    let (mut member, mut estimate, mut state) = (false, NOT_ESTIMATED, 0);
    let mut histories = Vec::new();
    for (id, (minutes, change)) in events.iter().enumerate() {
        let ids = |member: bool| if member { "2, 3" } else { "2" };
        let item = match change {
            IssueChange::Joined | IssueChange::Left => {
                let was = std::mem::replace(&mut member, matches!(change, IssueChange::Joined));
                json!({ "field": "Sprint", "fieldId": "customfield_10020", "from": ids(was), "to": ids(member) })
            }
            IssueChange::Estimated(new) => {
                let was = std::mem::replace(&mut estimate, *new);
                json!({ "field": "Story Points", "fieldId": "customfield_10036", "from": null, "to": null,
                        "fromString": estimate_text(was), "toString": estimate_text(*new) })
            }
            IssueChange::Moved(new) => {
                let was = std::mem::replace(&mut state, *new);
                json!({ "field": "status", "fieldId": "status", "from": STATES[was].0, "fromString": STATES[was].1,
                        "to": STATES[*new].0, "toString": STATES[*new].1 })
            }
        };
        histories.push(
            json!({ "id": id.to_string(), "created": offset_without_colon(instant_after(*minutes)), "items": [item] }),
        );
    }
    histories.reverse();
    let sprints: Vec<Value> = if member { vec![serde_json::from_str(SPRINT).unwrap()] } else { Vec::new() };
    json!({ "key": format!("SP-{index}"), "fields": {
        "created": "2026-02-19T00:00:00.000+0000", "status": status_json(state),
        "customfield_10020": sprints, "customfield_10036": estimate,
    }, "changelog": { "total": histories.len(), "histories": histories } })
}

fn issues_json(histories: &[Vec<(i64, IssueChange)>]) -> Vec<Value> {
    histories.iter().enumerate().map(|(index, events)| issue_json(index, events)).collect()
}

fn search_page(issues: &[Value]) -> String {
    let page = json!({ "startAt": 0, "total": issues.len(), "issues": issues,
                       "names": { "customfield_10036": "Story Points", "customfield_10020": "Sprint" } });
    format!("{page}\n{SPRINT}\n{}", json!([status_json(0), status_json(1), status_json(2)]))
}

/// Writes the data of Jira's burndown chart.
fn burndown_data(histories: &[Vec<(i64, IssueChange)>]) -> String {
    let mut changes = serde_json::Map::new();
    for (index, events) in histories.iter().enumerate() {
        for (minutes, change) in events {
            let key = format!("SP-{index}");
            let change = match change {
                IssueChange::Joined => json!({ "key": key, "added": true }),
                IssueChange::Left => json!({ "key": key, "added": false }),
                IssueChange::Estimated(Some(points)) => {
                    json!({ "key": key, "statC": { "newValue": points } })
                }
                IssueChange::Estimated(None) => json!({ "key": key, "statC": {} }),
                IssueChange::Moved(state) => {
                    json!({ "key": key, "column": { "notDone": STATES[*state].2 != "done" } })
                }
            };
            let entry = changes
                .entry(instant_after(*minutes).as_millisecond().to_string())
                .or_insert_with(|| json!([]));
            entry.as_array_mut().unwrap().push(change);
        }
    }
    let ms = |text: &str| text.parse::<Timestamp>().unwrap().as_millisecond();
    let answer = json!({
        "changes": changes, "startTime": ms("2026-03-02T09:00:00Z"), "endTime": ms("2026-03-13T17:00:00Z"),
        "completeTime": ms("2026-03-14T10:00:00Z"), "now": ms("2026-03-20T10:00:00Z"),
        "statisticField": { "typeId": "field", "renderer": "number" },
        "workRateData": { "timezone": "Etc/GMT", "rates": [] },
    });
    format!("{answer}\n{SPRINT}")
}

fn read_in_points(text: &str) -> Result<Sprint, String> {
    // The unit is given, because it would be items if only few of the issues were estimated.
    let mut options = ReadOptions::default();
    options.now = Some(instant_after(60 * 24 * 40));
    options.unit = Some(Unit::Points);
    read_sprint(text.as_bytes(), &options).map_err(|error| error.to_string())
}

/// Adds an issue that is in the sprint from the beginning, so that no case is empty.
fn with_planned_issue(mut histories: Vec<Vec<(i64, IssueChange)>>) -> Vec<Vec<(i64, IssueChange)>> {
    histories.push(vec![(1, IssueChange::Joined), (2, IssueChange::Estimated(Some(5)))]);
    histories
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn issues_and_burndown_data_give_the_same_ledger(histories in vec(any_issue_history(), 0..8)) {
        let histories = with_planned_issue(histories);
        let ours = read_in_points(&search_page(&issues_json(&histories))).unwrap();
        let theirs = read_in_points(&burndown_data(&histories)).unwrap();
        prop_assert_eq!(ours.ledger(), theirs.ledger());
        prop_assert_eq!(ours.item_counts(), theirs.item_counts());
    }

    #[test]
    fn the_order_of_issues_and_changes_does_not_matter(histories in vec(any_issue_history(), 0..8), seed in any::<u64>()) {
        let histories = with_planned_issue(histories);
        let listed = issues_json(&histories);
        let mut shuffled = listed.clone();
        let mut state = seed;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, usize::try_from(state >> 33).unwrap() % (index + 1));
        }
        for issue in &mut shuffled {
            issue["changelog"]["histories"].as_array_mut().unwrap().reverse();
        }
        let describe_page = |text: &str| {
            let input = Input::from(read_in_points(text).unwrap());
            serde_json::to_string(&describe(&input, &Options::default()).unwrap()).unwrap()
        };
        let said = |list: &[Value]| describe_page(&search_page(list));
        prop_assert_eq!(said(&listed), said(&shuffled));
        // Pages that overlap are read as one list.
        let twice = format!("{}\n{}", search_page(&listed), json!(&shuffled));
        prop_assert_eq!(said(&listed), describe_page(&twice));
    }

    #[test]
    fn the_flows_of_the_days_add_up_to_the_latest_level(histories in vec(any_issue_history(), 0..8)) {
        let sprint = read_in_points(&search_page(&issues_json(&with_planned_issue(histories)))).unwrap();
        let ledger = sprint.ledger();
        let mut level = ledger.opening;
        for day in &ledger.days {
            let before = level.remaining();
            level += day.flow;
            prop_assert_eq!(level.remaining(), before + day.flow.remaining());
            prop_assert!(day.closing.is_none_or(|closing| closing == level));
        }
        prop_assert_eq!(level, ledger.latest_level());
    }
}
