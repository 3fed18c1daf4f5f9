//! Jira tells one sprint in two ways: as issues with changelogs, and as its own burndown. Random histories written both ways
//! must give the same ledger, day by day, whatever the order in which Jira lists them.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests stop where they fail")]

use emberline::sprint::{Sprint, Unit};
use emberline::{Options, ReadOptions, describe, read_sprint};
use jiff::{Span, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What may happen to an issue.
#[derive(Clone, Copy, Debug)]
enum Happening {
    Joined,
    Left,
    Estimated(Option<u32>),
    Moved(usize),
}

/// Id, name, whether it is done.
const STATES: [(&str, &str, &str); 3] =
    [("1", "To Do", "new"), ("3", "In Progress", "indeterminate"), ("5", "Done", "done")];
const NOT_ESTIMATED: Option<u32> = None;

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        Just(Happening::Joined),
        Just(Happening::Left),
        prop::option::weighted(0.8, 0_u32..40).prop_map(Happening::Estimated),
        (0..STATES.len()).prop_map(Happening::Moved),
    ]
}

/// Minutes after 20 February 2026 with what happened then; the sprint runs from 2 to 13 March.
fn issue() -> impl Strategy<Value = Vec<(i64, Happening)>> {
    vec((0_i64..26 * 24 * 60, happening()), 0..12).prop_map(|mut events| {
        events.sort_by_key(|(at, _)| *at);
        events.dedup_by_key(|(at, _)| *at);
        events
    })
}

fn at(minutes: i64) -> Timestamp {
    "2026-02-20T00:00:00Z".parse::<Timestamp>().unwrap() + Span::new().minutes(minutes)
}

fn offset_without_colon(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.000+0000").to_string()
}

fn text(estimate: Option<u32>) -> Value {
    estimate.map_or(Value::Null, |points| json!(points.to_string()))
}

fn status(index: usize) -> Value {
    let (id, name, category) = STATES[index];
    json!({ "id": id, "name": name, "statusCategory": { "key": category } })
}

const SPRINT: &str = r#"{"id": 3, "name": "Sprint 3", "state": "closed", "boardId": 2, "startDate": "2026-03-02T09:00:00.000Z",
    "endDate": "2026-03-13T17:00:00.000Z", "completeDate": "2026-03-14T10:00:00.000Z"}"#;

/// An issue with its changelog, the newest first.
fn as_issue(index: usize, events: &[(i64, Happening)]) -> Value {
    let (mut member, mut estimate, mut state) = (false, NOT_ESTIMATED, 0);
    let mut histories = Vec::new();
    for (id, (minutes, happening)) in events.iter().enumerate() {
        let ids = |member: bool| if member { "2, 3" } else { "2" };
        let item = match happening {
            Happening::Joined | Happening::Left => {
                let was = std::mem::replace(&mut member, matches!(happening, Happening::Joined));
                json!({ "field": "Sprint", "fieldId": "customfield_10020", "from": ids(was), "to": ids(member) })
            }
            Happening::Estimated(new) => {
                let was = std::mem::replace(&mut estimate, *new);
                json!({ "field": "Story Points", "fieldId": "customfield_10036", "from": null, "to": null,
                        "fromString": text(was), "toString": text(*new) })
            }
            Happening::Moved(new) => {
                let was = std::mem::replace(&mut state, *new);
                json!({ "field": "status", "fieldId": "status", "from": STATES[was].0, "fromString": STATES[was].1,
                        "to": STATES[*new].0, "toString": STATES[*new].1 })
            }
        };
        histories.push(
            json!({ "id": id.to_string(), "created": offset_without_colon(at(*minutes)), "items": [item] }),
        );
    }
    histories.reverse();
    let sprints: Vec<Value> = if member { vec![serde_json::from_str(SPRINT).unwrap()] } else { Vec::new() };
    json!({ "key": format!("SP-{index}"), "fields": {
        "created": "2026-02-19T00:00:00.000+0000", "status": status(state),
        "customfield_10020": sprints, "customfield_10036": estimate,
    }, "changelog": { "total": histories.len(), "histories": histories } })
}

fn issues(histories: &[Vec<(i64, Happening)>]) -> Vec<Value> {
    histories.iter().enumerate().map(|(index, events)| as_issue(index, events)).collect()
}

fn page(issues: &[Value]) -> String {
    let page = json!({ "startAt": 0, "total": issues.len(), "issues": issues,
                       "names": { "customfield_10036": "Story Points", "customfield_10020": "Sprint" } });
    format!("{page}\n{SPRINT}\n{}", json!([status(0), status(1), status(2)]))
}

/// Jira's own answer.
fn burndown(histories: &[Vec<(i64, Happening)>]) -> String {
    let mut changes = serde_json::Map::new();
    for (index, events) in histories.iter().enumerate() {
        for (minutes, happening) in events {
            let key = format!("SP-{index}");
            let change = match happening {
                Happening::Joined => json!({ "key": key, "added": true }),
                Happening::Left => json!({ "key": key, "added": false }),
                Happening::Estimated(Some(points)) => json!({ "key": key, "statC": { "newValue": points } }),
                Happening::Estimated(None) => json!({ "key": key, "statC": {} }),
                Happening::Moved(state) => {
                    json!({ "key": key, "column": { "notDone": STATES[*state].2 != "done" } })
                }
            };
            let entry = changes.entry(at(*minutes).as_millisecond().to_string()).or_insert_with(|| json!([]));
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

fn read(text: &str) -> Result<Sprint, String> {
    // The burndown says what it counts; of issues of which few are estimated, the items would count.
    let options =
        ReadOptions { now: Some(at(60 * 24 * 40)), unit: Some(Unit::Points), ..ReadOptions::default() };
    read_sprint(text.as_bytes(), &options).map_err(|error| error.to_string())
}

/// An issue that is in the sprint from the begin, so that none of the cases is empty.
fn with_one(mut histories: Vec<Vec<(i64, Happening)>>) -> Vec<Vec<(i64, Happening)>> {
    histories.push(vec![(1, Happening::Joined), (2, Happening::Estimated(Some(5)))]);
    histories
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn issues_and_burndown_tell_the_same(histories in vec(issue(), 0..8)) {
        let histories = with_one(histories);
        let ours = read(&page(&issues(&histories))).unwrap();
        let theirs = read(&burndown(&histories)).unwrap();
        prop_assert_eq!(ours.ledger(), theirs.ledger());
        prop_assert_eq!(ours.counts(), theirs.counts());
    }

    #[test]
    fn the_order_of_a_list_changes_nothing(histories in vec(issue(), 0..8), seed in any::<u64>()) {
        let histories = with_one(histories);
        let listed = issues(&histories);
        let mut shuffled = listed.clone();
        let mut state = seed;
        for index in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, usize::try_from(state >> 33).unwrap() % (index + 1));
        }
        for issue in &mut shuffled {
            issue["changelog"]["histories"].as_array_mut().unwrap().reverse();
        }
        let said = |list: &[Value]| serde_json::to_string(&describe(&read(&page(list)).unwrap(), &Options::default())).unwrap();
        prop_assert_eq!(said(&listed), said(&shuffled));
        // Pages that overlap are one list.
        let twice = format!("{}\n{}", page(&listed), json!(&shuffled));
        let twice = serde_json::to_string(&describe(&read(&twice).unwrap(), &Options::default())).unwrap();
        prop_assert_eq!(said(&listed), twice);
    }

    #[test]
    fn the_ledger_adds_up(histories in vec(issue(), 0..8)) {
        let sprint = read(&page(&issues(&with_one(histories)))).unwrap();
        let ledger = sprint.ledger();
        let mut level = ledger.opening;
        for day in &ledger.days {
            let before = level.remaining();
            level += day.flow;
            prop_assert_eq!(level.remaining(), before + day.flow.remaining());
            prop_assert!(day.closing.is_none_or(|closing| closing == level));
        }
        prop_assert_eq!(level, ledger.latest());
    }
}
