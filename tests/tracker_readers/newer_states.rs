//! The same item in two files: the newer state counts, in whatever order the files are given. Each case has an older and a newer
//! answer, and the remaining work and the scope of the newer one, worked out by hand.

use emberline::ReadOptions;
use emberline::sprint::Level;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::jira_pages::{done_issue, issue, offset_page};
use super::{options_with, read_answer};

struct Case {
    name: &'static str,
    older: Value,
    newer: Value,
    options: ReadOptions,
    /// Remaining work and scope of the newer answer.
    expected: [f64; 2],
}

fn with_dates(start: &str, end: Option<&str>, as_of: &str) -> ReadOptions {
    options_with(|options| {
        options.start = Some(start.parse().unwrap());
        options.end = end.map(|end| end.parse().unwrap());
        options.as_of = Some(as_of.parse().unwrap());
    })
}

fn cases() -> Vec<Case> {
    vec![
        jira(),
        jira_without_times(),
        github(),
        github_left_milestone(),
        gitlab(),
        azure_items(),
        azure_sums(),
        linear(),
        trello(),
        taiga(),
    ]
}

/// AB-1 (3 points) was done on 4 March after the older file: 5 of 8 points remain.
fn jira() -> Case {
    Case {
        name: "jira",
        older: offset_page(0, 2, &[issue(1, 3), issue(2, 5)]),
        newer: offset_page(0, 2, &[done_issue(1, 3), issue(2, 5)]),
        options: options_with(|options| options.as_of = Some("2026-03-06".parse().unwrap())),
        expected: [5.0, 8.0],
    }
}

/// Without `updated`, the last change tells: the same numbers.
fn jira_without_times() -> Case {
    let mut case = jira();
    for document in [&mut case.older, &mut case.newer] {
        for issue in document["issues"].as_array_mut().unwrap() {
            issue["fields"].as_object_mut().unwrap().remove("updated");
        }
    }
    Case { name: "jira without times", ..case }
}

fn github_issue(number: u32, updated: &str, closed: Option<&str>, milestone: bool) -> Value {
    let milestone =
        if milestone { json!({"title": "v2", "dueOn": "2024-03-15T00:00:00Z"}) } else { Value::Null };
    json!({"number": number, "title": "x", "createdAt": "2024-03-01T10:00:00Z", "updatedAt": updated, "closedAt": closed,
           "milestone": milestone, "labels": []})
}

/// #1 was closed on 5 March and opened again on 6 March: the newer state is open, so that 2 of 2 items remain.
fn github() -> Case {
    let closed = github_issue(1, "2024-03-05T10:00:00Z", Some("2024-03-05T10:00:00Z"), true);
    let open = github_issue(1, "2024-03-06T10:00:00Z", None, true);
    let other = github_issue(2, "2024-03-01T10:00:00Z", None, true);
    Case {
        name: "github",
        older: json!([closed, other]),
        newer: json!([open, other]),
        options: with_dates("2024-03-04", None, "2024-03-08"),
        expected: [2.0, 2.0],
    }
}

/// #1 is in no milestone any more: 1 of 1 item remains.
fn github_left_milestone() -> Case {
    let other = github_issue(2, "2024-03-01T10:00:00Z", None, true);
    Case {
        name: "github, milestone taken away",
        older: json!([github_issue(1, "2024-03-05T10:00:00Z", None, true), other]),
        newer: json!([github_issue(1, "2024-03-06T10:00:00Z", None, false), other]),
        options: with_dates("2024-03-04", None, "2024-03-08"),
        expected: [1.0, 1.0],
    }
}

/// The weight of #1 was 2 and is 3, and the milestone ends a week later: 3 + 1 of 4 remain.
fn gitlab() -> Case {
    let issue = |iid: u32, weight: u32, updated: &str, due: &str| {
        json!({"id": 100 + iid, "iid": iid, "title": "x", "state": "opened", "created_at": "2024-03-01T10:00:00Z",
               "updated_at": updated, "closed_at": null, "weight": weight,
               "milestone": {"id": 6, "title": "v1", "start_date": "2024-03-04", "due_date": due, "updated_at": updated}})
    };
    Case {
        name: "gitlab",
        older: json!([
            issue(1, 2, "2024-03-02T10:00:00Z", "2024-03-15"),
            issue(2, 1, "2024-03-02T10:00:00Z", "2024-03-15")
        ]),
        newer: json!([
            issue(1, 3, "2024-03-06T10:00:00Z", "2024-03-22"),
            issue(2, 1, "2024-03-06T10:00:00Z", "2024-03-22")
        ]),
        options: options_with(|options| options.as_of = Some("2024-03-08".parse().unwrap())),
        expected: [4.0, 4.0],
    }
}

fn azure_page(rows: &[Value]) -> Value {
    json!({"@odata.context": "x", "value": rows})
}

fn azure_row(day: u32, more: &Value) -> Value {
    let mut row = json!({"DateValue": format!("2024-03-0{day}T00:00:00Z"), "StateCategory": "InProgress", "State": "Active",
        "Iteration": {"IterationName": "S", "IterationPath": "F\\S", "StartDate": "2024-03-04T00:00:00Z", "EndDate": "2024-03-08T00:00:00Z"}});
    row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    row
}

/// Work item 1 was completed on 5 March and, at a later revision of that day, is active again: 2 of 2 remain.
fn azure_items() -> Case {
    let other = azure_row(5, &json!({"WorkItemId": 2, "Revision": 1}));
    let done = json!({"WorkItemId": 1, "Revision": 3, "State": "Closed", "StateCategory": "Completed"});
    Case {
        name: "azure, work items",
        older: azure_page(&[azure_row(5, &done), other.clone()]),
        newer: azure_page(&[azure_row(5, &json!({"WorkItemId": 1, "Revision": 4})), other]),
        options: ReadOptions::default(),
        expected: [2.0, 2.0],
    }
}

/// The older file was taken during 5 March (6 items), the newer one knows that day's end (7) and the next (8): 8 remain, not 8 + 6.
fn azure_sums() -> Case {
    Case {
        name: "azure, sums",
        older: azure_page(&[azure_row(4, &json!({"Count": 6})), azure_row(5, &json!({"Count": 6}))]),
        newer: azure_page(&[
            azure_row(4, &json!({"Count": 6})),
            azure_row(5, &json!({"Count": 7})),
            azure_row(6, &json!({"Count": 8})),
        ]),
        options: ReadOptions::default(),
        expected: [8.0, 8.0],
    }
}

/// The newer answer has a third day: 10 points, of which 4 are done.
fn linear() -> Case {
    let cycle = |scope: &[u32], done: &[u32]| {
        json!({"data": {"cycle": {"number": 3, "startsAt": "2024-03-04T00:00:00Z", "endsAt": "2024-03-18T00:00:00Z",
            "scopeHistory": scope, "completedScopeHistory": done}}})
    };
    Case {
        name: "linear",
        older: cycle(&[8, 8], &[0, 2]),
        newer: cycle(&[8, 8, 10], &[0, 2, 4]),
        options: ReadOptions::default(),
        expected: [6.0, 10.0],
    }
}

/// The card is renamed from 2 to 3 points and stands in Done; the list "Erledigt" was called "Doing" in the older file: 0 of 3 remain.
fn trello() -> Case {
    let lists = |name: &str, points: u32, active: &str| {
        json!([{"id": "l1", "name": name, "cards": [
            {"id": "65e1a0000000000000000001", "name": format!("({points}) x"), "idList": "l1", "closed": false, "dateLastActivity": active}
        ]}])
    };
    Case {
        name: "trello",
        older: lists("Doing", 2, "2024-03-05T10:00:00Z"),
        newer: lists("Done", 3, "2024-03-06T10:00:00Z"),
        options: options_with(|options| {
            *options = with_dates("2024-03-04", Some("2024-03-15"), "2024-03-08");
            options.name = Some("S".to_owned());
        }),
        expected: [0.0, 3.0],
    }
}

/// Story 1 (3 points) was finished: 5 of 8 points remain.
fn taiga() -> Case {
    let milestone = |finished: Option<&str>, modified: &str| {
        json!({"id": 1, "name": "S", "estimated_start": "2024-01-15", "estimated_finish": "2024-01-26", "user_stories": [
            {"id": 1, "ref": 1, "subject": "x", "total_points": 3, "is_closed": finished.is_some(), "finish_date": finished,
             "created_date": "2024-01-10T10:00:00Z", "modified_date": modified},
            {"id": 2, "ref": 2, "subject": "y", "total_points": 5, "is_closed": false, "finish_date": null,
             "created_date": "2024-01-10T10:00:00Z", "modified_date": "2024-01-10T10:00:00Z"}
        ]})
    };
    Case {
        name: "taiga",
        older: milestone(None, "2024-01-11T10:00:00Z"),
        newer: milestone(Some("2024-01-17T10:00:00Z"), "2024-01-17T10:00:00Z"),
        options: options_with(|options| options.as_of = Some("2024-01-20".parse().unwrap())),
        expected: [5.0, 8.0],
    }
}

#[test]
fn the_newer_state_of_an_item_counts_in_either_order() {
    for case in cases() {
        let alone = read_answer(&case.newer.to_string(), &case.options);
        let Level { scope, done } = alone.ledger().latest_level();
        assert_eq!([(scope - done).to_f64(), scope.to_f64()], case.expected, "{}", case.name);
        for documents in [[&case.older, &case.newer], [&case.newer, &case.older]] {
            let text = format!("{}\n{}", documents[0], documents[1]);
            let both = read_answer(&text, &case.options);
            assert_eq!(both.ledger().latest_level(), alone.ledger().latest_level(), "{}", case.name);
            assert_eq!(
                (both.start, both.end, &both.name),
                (alone.start, alone.end, &alone.name),
                "{}",
                case.name
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn files_of_several_days_read_the_same_in_any_order(
        which in 0..10_usize, order in Just(vec![0, 1, 2, 3]).prop_shuffle(), repeated in 0..2_usize
    ) {
        let case = &cases()[which];
        // One of the files is given twice, as overlapping pages are.
        let files = [&case.older, &case.newer, [&case.older, &case.newer][repeated], &case.newer];
        let told = |order: &[usize]| {
            let text: String = order.iter().map(|index| format!("{}\n", files[*index])).collect();
            let sprint = read_answer(&text, &case.options);
            format!("{:?} {:?} {:?}", sprint.ledger(), sprint.caveats, sprint.end)
        };
        prop_assert_eq!(told(&order), told(&[0, 1, 2, 3]), "{}", case.name);
    }
}
