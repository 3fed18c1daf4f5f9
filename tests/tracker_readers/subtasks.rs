//! Sub-tasks: in the sprint with their story, and counted once. The numbers are worked out by hand.

use emberline::sprint::{Amount, Caveat, Sprint, Unit};
use emberline::{Moment, ReadOptions};
use serde_json::{Value, json};

use super::{ledger_lines, options_with, read_answer, read_fixture};

/// An issue of Jira.
struct Issue {
    key: &'static str,
    parent: Option<&'static str>,
    points: Option<u32>,
    created: &'static str,
    /// The changes of its sprint: the instant, and true if it joins.
    sprint_changes: &'static [(&'static str, bool)],
}

const STORY: Issue = Issue {
    key: "A-1",
    parent: None,
    points: None,
    created: "2026-02-20T09:00:00.000+0000",
    sprint_changes: &[("2026-02-27T09:00:00.000+0000", true)],
};

const SUBTASK: Issue = Issue { key: "A-2", parent: Some("A-1"), sprint_changes: &[], ..STORY };

/// Writes Jira's answer; the sprint is from 2 to 13 March.
fn jira_answer(issues: &[Issue]) -> String {
    let sprint = json!({
        "id": 3, "name": "Sprint 3", "state": "closed", "boardId": 1,
        "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-13T17:00:00.000Z",
        "completeDate": "2026-03-13T16:30:00.000Z",
    });
    let issue = |issue: &Issue| {
        let changes = issue.sprint_changes.iter().enumerate().map(|(index, (at, joins))| {
            let (from, to) = if *joins { ("", "3") } else { ("3", "") };
            json!({ "id": index.to_string(), "created": at,
                    "items": [{ "field": "Sprint", "fieldId": "customfield_2", "from": from, "to": to }] })
        });
        let changes: Vec<Value> = changes.collect();
        let mut fields = json!({
            "summary": "Work", "created": issue.created, "customfield_1": issue.points, "customfield_2": [sprint],
            "issuetype": { "name": "Any", "subtask": issue.parent.is_some() },
            "status": { "id": "1", "name": "To Do", "statusCategory": { "key": "new" } },
        });
        if let Some(parent) = issue.parent {
            fields["parent"] = json!({ "key": parent });
        }
        json!({ "key": issue.key, "fields": fields,
                "changelog": { "startAt": 0, "total": changes.len(), "histories": changes } })
    };
    let issues: Vec<Value> = issues.iter().map(issue).collect();
    let names = json!({ "customfield_1": "Story Points", "customfield_2": "Sprint" });
    json!({ "startAt": 0, "total": issues.len(), "names": names, "issues": issues }).to_string()
}

fn read_with(answer: &str, unit: Option<Unit>, subtasks: Option<bool>) -> Sprint {
    let set = |options: &mut ReadOptions| (options.unit, options.subtasks) = (unit, subtasks);
    read_answer(answer, &options_with(set))
}

/// The committed work, the work that was added and removed since, and the notes on sub-tasks.
fn amounts(sprint: &Sprint) -> ([f64; 3], Vec<&Caveat>) {
    let flow = sprint.ledger().total_flow();
    let is_note =
        |caveat: &&Caveat| matches!(caveat, Caveat::SubtasksLeftOut(_) | Caveat::SubtasksCounted(_));
    let amounts = [sprint.committed(), flow.added, flow.removed].map(Amount::to_f64);
    (amounts, sprint.caveats.iter().filter(is_note).collect())
}

#[test]
fn a_sub_task_joins_and_leaves_with_its_story() {
    const JOINED: &[(&str, bool)] =
        &[("2026-03-06T09:00:00.000+0000", true), ("2026-03-11T09:00:00.000+0000", false)];
    let committed = Issue { key: "A-9", ..STORY };
    let answer = jira_answer(&[Issue { sprint_changes: JOINED, ..STORY }, SUBTASK, committed]);
    let sprint = read_with(&answer, Some(Unit::Items), Some(true));
    let lines = ledger_lines(&sprint);
    assert_eq!(lines[0], "03-02 = 1 of 1");
    assert_eq!(lines[4], "03-06 +2 = 3 of 3", "the story and its sub-task");
    assert_eq!(lines[9], "03-11 -2 = 1 of 1");
    assert_eq!(amounts(&sprint), ([1.0, 2.0, 2.0], vec![&Caveat::SubtasksCounted(1)]));
    let stories = read_with(&answer, Some(Unit::Items), None);
    assert_eq!(amounts(&stories), ([1.0, 1.0, 1.0], vec![&Caveat::SubtasksLeftOut(1)]));
}

#[test]
fn a_sub_task_that_is_created_in_the_sprint_joins_then() {
    let late = Issue { created: "2026-03-05T09:00:00.000+0000", ..SUBTASK };
    let own = Issue { key: "A-3", sprint_changes: &[("2026-03-09T09:00:00.000+0000", true)], ..SUBTASK };
    let sprint = read_with(&jira_answer(&[STORY, late, own]), Some(Unit::Items), Some(true));
    let lines = ledger_lines(&sprint);
    assert_eq!(
        [&lines[0], &lines[3], &lines[7]],
        ["03-02 = 1 of 1", "03-05 +1 = 2 of 2", "03-09 +1 = 3 of 3"]
    );
    assert!(!sprint.caveats.contains(&Caveat::JoinedWhenCreated));
}

#[test]
fn points_of_a_story_and_of_its_sub_tasks_are_not_added_up() {
    // Story 1 has 5 points, of which its sub-task has 2. Story 4 has none of its own, but its sub-task has 3.
    let answer = jira_answer(&[
        Issue { points: Some(5), ..STORY },
        Issue { points: Some(2), ..SUBTASK },
        Issue { key: "A-4", ..STORY },
        Issue { key: "A-5", parent: Some("A-4"), points: Some(3), ..SUBTASK },
    ]);
    let default = read_with(&answer, None, None);
    assert_eq!(amounts(&default), ([5.0, 0.0, 0.0], vec![&Caveat::SubtasksLeftOut(2)]));
    let counted = read_with(&answer, None, Some(true));
    assert_eq!(amounts(&counted), ([8.0, 0.0, 0.0], vec![&Caveat::SubtasksLeftOut(1)]));
    assert!(!counted.caveats.iter().any(|caveat| matches!(caveat, Caveat::Unestimated { .. })));
}

#[test]
fn hours_of_sub_tasks_count_where_the_story_has_none() {
    let answer = read_fixture("jira/hours-remaining.json");
    // The stories alone have the 10 hours of H-4 at the start; H-5 joins with 12 and H-6, its sub-task, with 2.
    let without = read_with(&answer, Some(Unit::Hours), Some(false));
    assert_eq!(amounts(&without), ([10.0, 12.0, 7.0], vec![&Caveat::SubtasksLeftOut(3)]));
    let with = read_with(&answer, Some(Unit::Hours), None);
    assert_eq!(amounts(&with), ([24.0, 14.0, 7.0], vec![]));
}

#[test]
fn jiras_sum_of_a_story_and_its_sub_tasks_is_not_added_to_theirs() {
    let mut answer: Value = serde_json::from_str(&read_fixture("jira/hours-remaining.json")).unwrap();
    let sums = [1, 0, 1, 7, 11, 2];
    for (issue, hours) in answer["issues"].as_array_mut().unwrap().iter_mut().zip(sums) {
        issue["fields"]["aggregatetimeestimate"] = json!(hours * 3_600);
    }
    let options = options_with(|options| {
        options.estimate_field = Some("aggregatetimeestimate".to_owned());
        options.subtasks = Some(true);
    });
    let sprint = read_answer(&answer.to_string(), &options);
    // H-1 and H-4 at the start, and H-5; Jira keeps no earlier sums.
    assert_eq!(amounts(&sprint), ([8.0, 11.0, 7.0], vec![&Caveat::SubtasksLeftOut(3)]));
    assert!(sprint.caveats.contains(&Caveat::EstimatesOfToday));
}

/// In `burndown-subtasks.json`, the story C-1 has the sub-tasks C-2 with 8 hours, worked down to 6 on the 3rd and closed with them on
/// the 6th, and C-3 with 3, which joins on the 5th. The story C-4 has 5, worked down to 0 and closed on the 5th.
#[test]
fn jiras_own_chart_of_remaining_time_has_that_of_sub_tasks() {
    let answer = read_fixture("jira/burndown-subtasks.json");
    let read = |subtasks| {
        read_answer(
            &answer,
            &options_with(|options| {
                options.name = Some("Week".to_owned());
                options.subtasks = subtasks;
            }),
        )
    };
    let sprint = read(None);
    assert_eq!(
        ledger_lines(&sprint)[..5],
        [
            "03-02 = 13 of 13",
            "03-03 v2 = 11 of 13",
            "03-04 = 11 of 13",
            "03-05 +3 v5 = 9 of 16",
            "03-06 v6 = 3 of 16"
        ]
    );
    assert_eq!(sprint.caveats, []);
    let stories = read(Some(false));
    assert_eq!(ledger_lines(&stories)[3], "03-05 v5 = 0 of 5");
    // The hours of C-1 are those of its sub-tasks.
    assert_eq!(stories.caveats, [Caveat::Unestimated { items: 1, of: 2 }, Caveat::SubtasksLeftOut(2)]);
}

#[test]
fn sub_tasks_of_jiras_own_chart_are_items_only_on_request() {
    let answer = read_fixture("jira/burndown-subtasks.json");
    let read = |subtasks| {
        let set = |options: &mut ReadOptions| {
            options.name = Some("Week".to_owned());
            (options.unit, options.subtasks) = (Some(Unit::Items), subtasks);
        };
        read_answer(&answer, &options_with(set))
    };
    // C-3 joins on the 5th.
    assert_eq!(amounts(&read(None)), ([2.0, 0.0, 0.0], vec![&Caveat::SubtasksLeftOut(2)]));
    assert_eq!(amounts(&read(Some(true))), ([3.0, 1.0, 0.0], vec![&Caveat::SubtasksCounted(2)]));
}

#[test]
fn points_of_sub_tasks_in_jiras_own_chart_are_a_part_of_those_of_their_story() {
    // Story 1 has 5 points, of which its sub-task has 2. Story 4 has none of its own, but its sub-task has 3.
    let joined = |key: &str, points: Option<u32>| {
        let estimate = points.map(|points| json!({ "key": key, "statC": { "newValue": points } }));
        [Some(json!({ "key": key, "added": true })), estimate].into_iter().flatten()
    };
    let issues = [("C-1", Some(5)), ("C-2", Some(2)), ("C-4", None), ("C-5", Some(3))];
    let changes: Vec<Value> = issues.into_iter().flat_map(|(key, points)| joined(key, points)).collect();
    let answer = json!({
        "changes": { "1772182800000": changes }, "startTime": 1_772_438_400_000_u64, "endTime": 1_773_421_200_000_u64,
        "now": 1_773_061_200_000_u64, "issueToParentKeys": { "C-2": "C-1", "C-5": "C-4" },
        "statisticField": { "typeId": "field", "fieldId": "customfield_1", "name": "Story Points" },
    });
    let read = |subtasks| {
        let set = |options: &mut ReadOptions| {
            (options.name, options.subtasks) = (Some("Week".to_owned()), subtasks);
        };
        read_answer(&answer.to_string(), &options_with(set))
    };
    assert_eq!(amounts(&read(None)), ([5.0, 0.0, 0.0], vec![&Caveat::SubtasksLeftOut(2)]));
    assert_eq!(amounts(&read(Some(true))), ([8.0, 0.0, 0.0], vec![&Caveat::SubtasksLeftOut(1)]));
}

#[test]
fn gaps_in_sub_tasks_that_do_not_count_are_not_told() {
    // The sub-task of story 1 is a part of its points, that of story 4 counts. Both have more changes than the answer.
    let answer = jira_answer(&[
        Issue { points: Some(5), ..STORY },
        Issue { points: Some(2), ..SUBTASK },
        Issue { key: "A-4", ..STORY },
        Issue { key: "A-5", parent: Some("A-4"), points: Some(3), ..SUBTASK },
    ]);
    let mut answer: Value = serde_json::from_str(&answer).unwrap();
    for issue in answer["issues"].as_array_mut().unwrap() {
        if issue["fields"]["issuetype"]["subtask"] == json!(true) {
            issue["changelog"]["total"] = json!(100);
        }
    }
    let cut = |subtasks| {
        let sprint = read_with(&answer.to_string(), None, subtasks);
        sprint
            .caveats
            .into_iter()
            .filter(|caveat| matches!(caveat, Caveat::HistoryCut(_)))
            .collect::<Vec<_>>()
    };
    assert_eq!(cut(None), []);
    assert_eq!(cut(Some(true)), [Caveat::HistoryCut(1)]);
}

/// Rows of Azure DevOps on 2 March: a story with two tasks, and a bug.
fn azure_answer(story_points: Option<u32>, task_points: Option<u32>, knows_parents: bool) -> String {
    let row = |id: u32, kind: &str, points: Option<u32>, hours: Option<u32>, parent: Option<u32>| {
        let mut row = json!({
            "DateValue": "2026-03-02T00:00:00Z", "WorkItemId": id, "WorkItemType": kind, "State": "New",
            "StoryPoints": points, "RemainingWork": hours,
            "Iteration": { "IterationPath": "S", "StartDate": "2026-03-02T00:00:00Z", "EndDate": "2026-03-13T23:59:59Z" },
        });
        if knows_parents {
            row["ParentWorkItemId"] = json!(parent);
        }
        row
    };
    let rows = [
        row(1, "User Story", story_points, None, None),
        row(2, "Task", task_points, Some(4), Some(1)),
        row(3, "Task", task_points, Some(6), Some(1)),
        row(4, "Bug", Some(1), Some(2), None),
    ];
    json!({ "value": rows }).to_string()
}

#[test]
fn tasks_of_azure_count_once() {
    for knows_parents in [true, false] {
        let answer = azure_answer(Some(5), None, knows_parents);
        let committed = |unit, subtasks| {
            let options = options_with(|options| {
                options.as_of = "2026-03-02".parse::<Moment>().ok();
                (options.unit, options.subtasks) = (unit, subtasks);
            });
            let sprint = read_answer(&answer, &options);
            let ([committed, ..], notes) = amounts(&sprint);
            (committed, notes.into_iter().copied().collect::<Vec<_>>())
        };
        assert_eq!(committed(None, None), (6.0, vec![Caveat::SubtasksLeftOut(2)]), "5 and 1 points");
        assert_eq!(committed(Some(Unit::Hours), None), (12.0, vec![]), "4, 6 and 2 hours");
        assert_eq!(committed(Some(Unit::Hours), Some(false)), (2.0, vec![Caveat::SubtasksLeftOut(2)]));
        assert_eq!(committed(Some(Unit::Items), None), (4.0, vec![Caveat::SubtasksCounted(2)]));
        assert_eq!(committed(Some(Unit::Items), Some(false)), (2.0, vec![Caveat::SubtasksLeftOut(2)]));
    }
}

#[test]
fn points_of_an_azure_story_and_of_its_tasks_are_not_added_up() {
    let committed = |story_points, knows_parents| {
        let sprint =
            read_answer(&azure_answer(story_points, Some(2), knows_parents), &ReadOptions::default());
        assert_eq!(sprint.unit, Unit::Points);
        sprint.committed().to_f64()
    };
    assert_eq!(committed(Some(5), true), 6.0, "the story's 5 and the bug's 1");
    assert_eq!(committed(None, true), 5.0, "the tasks' 2 and 2 and the bug's 1");
    assert_eq!(committed(Some(5), false), 10.0, "nobody knows whose tasks they are");
}
