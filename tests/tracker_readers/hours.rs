//! Remaining hours: a lower estimate of open work is work done. The numbers are worked out by hand.

use emberline::sprint::{Amount, Caveat, ChangeKind, LoweredEstimates, PastSprint, Sprint, Unit};
use emberline::{Moment, ReadOptions};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::random::{assert_balanced, shuffle_lists};
use super::{ledger_lines, options_with, read_answer, read_fixture, refusal_message};

/// The flow and the level of the days on which something changed, after the opening.
fn changed_days(sprint: &Sprint) -> Vec<String> {
    let is_change = |line: &String| line.split(' ').nth(1).is_some_and(|word| word != "=" && word != "?");
    ledger_lines(sprint).into_iter().filter(is_change).collect()
}

fn reestimated() -> ReadOptions {
    options_with(|options| options.lowered_estimates = Some(LoweredEstimates::Reestimated))
}

/// The issues of `hours-remaining.json`, all in hours:
///
/// - H-1 has none, its sub-task H-2 8, worked down to 5 on the 3rd and to 0 on the 4th, when it is closed;
/// - H-3, its other sub-task, has 6, raised to 8 on the 3rd, worked down to 4 on the 5th, closed with 4 left on the 6th, reopened on
///   the 9th and worked down to 1 on that day;
/// - H-4 has 10, mistyped as 18 for five minutes on the 4th, worked down to 7 on the 5th, and leaves on the 10th;
/// - H-5 has 16, is estimated again as 12 before it joins on the 5th, and is worked down to 9 after that;
/// - H-6, its sub-task, has 2.
#[test]
fn hours_of_jira_that_are_worked_down_are_done() {
    let answer = read_fixture("jira/hours-remaining.json");
    let sprint = read_answer(&answer, &ReadOptions::default());
    assert_eq!((sprint.unit, sprint.committed().to_f64()), (Unit::Hours, 24.0), "8 + 6 + 10");
    assert_eq!(
        changed_days(&sprint),
        [
            "03-03 ~2 v3 = 23 of 26",
            "03-04 v5 = 18 of 26",
            // H-5 joins with 12 hours and H-6 with 2; 4 of H-3, 3 of H-4 and 3 of H-5 are done.
            "03-05 +14 v10 = 22 of 40",
            "03-06 v4 = 18 of 40",
            "03-09 ^1 = 19 of 40",
            "03-10 -7 = 12 of 33",
        ]
    );
    // 8 of H-2, 7 of H-3, 3 of H-4, which stay done although it left, and 3 of H-5.
    assert_eq!(PastSprint::from_sprint(&sprint).completed.to_f64(), 21.0);
    assert!(!sprint.caveats.iter().any(|caveat| matches!(caveat, Caveat::Unestimated { .. })));
}

#[test]
fn lowered_hours_are_a_change_of_scope_on_request() {
    let sprint = read_answer(&read_fixture("jira/hours-remaining.json"), &reestimated());
    assert_eq!(
        changed_days(&sprint),
        [
            // H-2 −3, H-3 +2.
            "03-03 ~-1 = 23 of 23",
            "03-04 ~-5 = 18 of 18",
            // H-5 joins with the 9 hours of the evening.
            "03-05 +11 ~-7 = 22 of 22",
            "03-06 v4 = 18 of 22",
            "03-09 ~-3 ^4 = 19 of 19",
            "03-10 -7 = 12 of 12",
        ]
    );
}

#[test]
fn original_estimates_are_scope() {
    let options = options_with(|options| options.estimate_field = Some("timeoriginalestimate".to_owned()));
    let sprint = read_answer(&read_fixture("jira/hours-remaining.json"), &options);
    // H-2, H-3 and H-4 have 8, 6 and 10 hours, of which nothing is done before they are closed.
    assert_eq!(
        changed_days(&sprint),
        [
            "03-04 v8 = 16 of 24",
            "03-05 +18 = 34 of 42",
            "03-06 v6 = 28 of 42",
            "03-09 ^6 = 34 of 42",
            "03-10 -10 = 24 of 32"
        ]
    );
}

#[test]
fn the_remaining_hours_of_the_object_timetracking_are_the_same() {
    let mut answer: Value = serde_json::from_str(&read_fixture("jira/hours-remaining.json")).unwrap();
    for issue in answer["issues"].as_array_mut().unwrap() {
        let fields = issue["fields"].as_object_mut().unwrap();
        let left = fields.remove("timeestimate").unwrap();
        fields.remove("timeoriginalestimate");
        let tracking = if left.is_null() { json!({}) } else { json!({ "remainingEstimateSeconds": left }) };
        fields.insert("timetracking".to_owned(), tracking);
    }
    let expected = read_answer(&read_fixture("jira/hours-remaining.json"), &ReadOptions::default());
    let named = options_with(|options| options.estimate_field = Some("timetracking".to_owned()));
    for options in [ReadOptions::default(), named] {
        assert_eq!(read_answer(&answer.to_string(), &options).ledger(), expected.ledger());
    }
}

/// In Jira's own chart, W-1 is worked down from 8 hours to 3 and closed with 3 left; W-2 is raised from 4 to 7; W-4 joins with 6.
#[test]
fn the_remaining_time_of_jiras_own_chart_is_worked_down() {
    let options = options_with(|options| options.name = Some("Week".to_owned()));
    let answer = read_fixture("jira/burndown-remaining-time.json");
    let sprint = read_answer(&answer, &options);
    let flow = sprint.ledger().total_flow();
    let amounts = [sprint.committed(), flow.added, flow.reestimated, flow.completed, flow.reopened];
    assert_eq!(amounts.map(Amount::to_f64), [12.0, 6.0, 3.0, 8.0, 0.0]);
    assert_eq!(sprint.ledger().latest_level().remaining().to_f64(), 13.0);
    let original = answer.replace("\"fieldId\": \"timeestimate\"", "\"fieldId\": \"timeoriginalestimate\"");
    assert!(read_answer(&original, &options).ledger().total_flow().is_zero(), "its estimates are not given");
}

/// The work items of `hours-items.json`: the story 1 has no hours. Its tasks: 11 has 8, worked down to 6 on the 3rd, closed and
/// emptied on the 4th, open again with 2 on the 9th; 12 has 5, raised to 7 on the 4th, worked down to 4 on the 5th; 13 has 4 and is in
/// the next sprint from the 5th on; 14 joins with 6 on the 6th. The bug 20 has 3 and is closed on the 6th with 3 left.
#[test]
fn remaining_work_of_azures_work_items_is_worked_down() {
    let options = options_with(|options| {
        options.as_of = "2026-03-09".parse::<Moment>().ok();
        options.time_zone = Some("Europe/Berlin".to_owned());
    });
    let answer = read_fixture("azure/hours-items.json");
    let sprint = read_answer(&answer, &options);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Sprint 9", Unit::Hours));
    assert_eq!(ledger_lines(&sprint)[0], "03-02 = 20 of 20", "8 + 5 + 4 + 3");
    assert_eq!(
        changed_days(&sprint),
        [
            "03-03 v2 = 18 of 20",
            "03-04 ~2 v6 = 14 of 22",
            "03-05 -4 v3 = 7 of 18",
            "03-06 +6 v3 = 10 of 24",
            "03-09 ^2 = 12 of 24",
        ]
    );
    assert_eq!(sprint.caveats, [Caveat::DailyTotals]);
    let mut options = options;
    options.lowered_estimates = Some(LoweredEstimates::Reestimated);
    assert_eq!(
        changed_days(&read_answer(&answer, &options))[..3],
        ["03-03 ~-2 = 18 of 18", "03-04 ~2 v6 = 14 of 20", "03-05 -4 ~-3 = 7 of 13"]
    );
}

/// The same work items in sums of each state. On the 4th, what was worked down hides what was raised; on the 5th there is a work
/// item less, so that all that is missing left with it.
#[test]
fn sums_of_remaining_work_that_fall_are_done_unless_work_items_left() {
    let zone = Some("Europe/Berlin".to_owned());
    let answer = read_fixture("azure/hours-sums.json");
    let sprint = read_answer(&answer, &options_with(|options| options.time_zone = zone.clone()));
    assert_eq!((sprint.unit, sprint.committed().to_f64()), (Unit::Hours, 20.0));
    assert_eq!(
        changed_days(&sprint),
        [
            "03-03 v2 = 18 of 20",
            "03-04 v4 = 14 of 20",
            "03-05 -7 = 7 of 13",
            "03-06 +3 = 10 of 16",
            "03-09 ~2 = 12 of 18",
        ]
    );
    let without_counts = answer.replace("\"Count\"", "\"DaysOff\"");
    let sprint = read_answer(&without_counts, &options_with(|options| options.time_zone = zone));
    assert_eq!(
        changed_days(&sprint),
        [
            "03-03 v2 = 18 of 20",
            "03-04 v4 = 14 of 20",
            "03-05 v7 = 7 of 20",
            "03-06 +3 = 10 of 23",
            "03-09 +2 = 12 of 25",
        ]
    );
}

#[test]
fn sums_of_remaining_work_on_the_day_of_the_planning_are_committed() {
    let row = |day: u32, hours: u32| {
        json!({ "DateValue": format!("2026-03-{day:02}T00:00:00Z"), "State": "Active", "TotalRemainingWork": hours,
                "Iteration": { "IterationPath": "S", "StartDate": "2026-03-02T00:00:00Z", "EndDate": "2026-03-06T23:59:59Z" } })
    };
    // The team plans 30 hours on the 2nd, and has 10 from before; on the 3rd 4 are done.
    let answer = json!({ "value": [row(1, 10), row(2, 40), row(3, 36)] }).to_string();
    let sprint = read_answer(&answer, &ReadOptions::default());
    assert_eq!(ledger_lines(&sprint)[..2], ["03-02 = 40 of 40", "03-03 v4 = 36 of 40"]);
}

fn own_document(more: &Value) -> String {
    let mut document = json!({
        "name": "S", "start": "2026-03-02", "end": "2026-03-13", "as_of": "2026-03-06", "unit": "hours",
        "items": [
            { "id": "1", "estimate": 8, "events": [
                { "at": "2026-03-02T10:00:00Z", "event": "estimated", "estimate": 6 },
                { "at": "2026-03-03T10:00:00Z", "event": "estimated", "estimate": 9 },
                { "at": "2026-03-04T10:00:00Z", "event": "estimated", "estimate": 4 },
                { "at": "2026-03-05T10:00:00Z", "event": "completed" },
            ] },
            { "id": "2", "estimate": 5, "events": [
                { "at": "2026-03-03T10:00:00Z", "event": "estimated", "estimate": null },
            ] },
        ],
    });
    document.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    document.to_string()
}

#[test]
fn a_document_of_items_says_what_lowered_estimates_mean() {
    let read = |more: &Value| changed_days(&read_answer(&own_document(more), &ReadOptions::default()));
    // An estimate that is taken away is no work in either case.
    let done = ["03-02 v2 = 11 of 13", "03-03 ~-2 = 9 of 11", "03-04 v5 = 4 of 11", "03-05 v4 = 0 of 11"];
    let scope = ["03-02 ~-2 = 11 of 11", "03-03 ~-2 = 9 of 9", "03-04 ~-5 = 4 of 4", "03-05 v4 = 0 of 4"];
    assert_eq!(read(&json!({ "lowered_estimates": "done" })), done);
    assert_eq!(read(&json!({ "lowered_estimates": "reestimated" })), scope);
    assert_eq!(read(&json!({})), scope);
    let asked = options_with(|options| options.lowered_estimates = Some(LoweredEstimates::Done));
    assert_eq!(changed_days(&read_answer(&own_document(&json!({})), &asked)), done);
    // Items count one each, whatever their hours.
    let items = options_with(|options| {
        options.unit = Some(Unit::Items);
        options.lowered_estimates = Some(LoweredEstimates::Done);
    });
    assert_eq!(changed_days(&read_answer(&own_document(&json!({})), &items)), ["03-05 v1 = 1 of 2"]);
}

#[test]
fn hours_that_are_worked_down_during_the_planning_are_done() {
    let options = options_with(|options| {
        options.planning_until = "2026-03-03".parse().ok();
        options.lowered_estimates = Some(LoweredEstimates::Done);
    });
    // Item 1: the plan is 6 + 3 hours and the 2 that are done already; item 2 lost its estimate.
    let sprint = read_answer(&own_document(&json!({})), &options);
    assert_eq!(sprint.committed().to_f64(), 11.0);
    assert_eq!(changed_days(&sprint), ["03-02 v2 = 9 of 11", "03-04 v5 = 4 of 11", "03-05 v4 = 0 of 11"]);
}

#[test]
fn an_item_that_is_worked_down_is_not_named_as_completed() {
    let read = |as_of: &str| {
        let mut options = options_with(|options| options.lowered_estimates = Some(LoweredEstimates::Done));
        options.as_of = as_of.parse().ok();
        read_answer(&own_document(&json!({})), &options)
    };
    let since = "2026-03-04T00:00:00Z".parse().unwrap();
    let change =
        |as_of| read(as_of).changes_since(since).items.first().map(|item| (item.kind, item.amount.to_f64()));
    assert_eq!(change("2026-03-04"), Some((ChangeKind::WorkedOn, 5.0)));
    assert_eq!(change("2026-03-05"), Some((ChangeKind::Completed, 9.0)));
}

/// The states of a work item on successive days: absent, or its hours and the index of its state.
type ItemDays = Vec<Option<(Option<u32>, usize)>>;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_remains_of_azures_hours_is_the_sum_of_its_open_rows(
        given in vec(vec(prop::option::weighted(0.9, (prop::option::weighted(0.9, 0_u32..20), 0_usize..3)), 8), 1..7),
        by in 0_usize..50,
        is_lowered_done in any::<bool>(),
    ) {
        const STATES: [(&str, &str); 3] = [("New", "Proposed"), ("Active", "InProgress"), ("Closed", "Completed")];
        let given: Vec<ItemDays> = given;
        let row = |id: usize, day: usize, hours: Option<u32>, state: usize| {
            json!({ "DateValue": format!("2026-03-{:02}T00:00:00+01:00", day + 2), "WorkItemId": id, "RemainingWork": hours,
                    "State": STATES[state].0, "StateCategory": STATES[state].1 })
        };
        // A work item that is there every day, so that every day has a row.
        let mut rows: Vec<Value> = (0..8).map(|day| row(99, day, Some(1), 0)).collect();
        for (id, days) in given.iter().enumerate() {
            let there = days.iter().enumerate().filter_map(|(day, state)| Some((day, (*state)?)));
            rows.extend(there.map(|(day, (hours, state))| row(id, day, hours, state)));
        }
        let mut page = json!({ "value": rows });
        shuffle_lists(&mut page, by);
        let options = options_with(|options| {
            options.name = Some("S".to_owned());
            options.start = "2026-03-02".parse().ok();
            options.end = "2026-03-13".parse().ok();
            options.lowered_estimates = (!is_lowered_done).then_some(LoweredEstimates::Reestimated);
        });
        let sprint = read_answer(&page.to_string(), &options);
        assert_balanced(&sprint);
        for (day, row) in sprint.ledger().days.iter().enumerate().take(8) {
            let open = given.iter().filter_map(|days| days[day]).filter(|(_, state)| *state < 2);
            let sum: u32 = open.filter_map(|(hours, _)| hours).sum();
            prop_assert_eq!(row.closing.map(|level| level.remaining().to_f64()), Some(f64::from(sum + 1)), "day {}", day);
        }
    }
}

#[test]
fn lowered_estimates_of_a_document_without_items_are_refused() {
    let document = json!({
        "name": "S", "start": "2026-03-02", "end": "2026-03-13", "lowered_estimates": "done", "days": [10, 8],
    });
    assert_eq!(
        refusal_message(&document.to_string(), &ReadOptions::default()),
        "lowered_estimates: found \"done\", expected no such field without \"items\": \"completed\" and \"reestimated\" tell the two apart"
    );
}

/// Issues as they are today, without changelogs: A is closed, 8 hours were estimated; B has 3 of 8 left, C 4 of 4.
#[test]
fn without_changelogs_the_first_estimates_tell_what_is_done() {
    let sprint = json!({"id": 7, "boardId": 1, "name": "Sprint 3", "state": "active", "startDate": "2026-03-02T08:00:00.000Z",
        "endDate": "2026-03-13T17:00:00.000Z", "activatedDate": "2026-03-02T08:00:00.000Z"});
    let issue = |key: &str, original: i64, remaining: i64, resolved: Value| {
        let category = if resolved.is_null() { "new" } else { "done" };
        json!({"id": key, "key": key, "fields": {"issuetype": {"name": "Story", "subtask": false},
            "created": "2026-02-20T10:00:00.000+0000", "updated": "2026-03-05T10:00:00.000+0000", "resolutiondate": resolved,
            "status": {"id": category, "name": category, "statusCategory": {"key": category}},
            "timeoriginalestimate": original * 3_600, "timeestimate": remaining * 3_600, "customfield_10020": [sprint]}})
    };
    let closed = json!("2026-03-04T15:00:00.000+0000");
    let issues =
        [issue("A-1", 8, 0, closed), issue("A-2", 8, 3, Value::Null), issue("A-3", 4, 4, Value::Null)];
    let answer = json!({"startAt": 0, "maxResults": 50, "total": 3, "names": {"customfield_10020": "Sprint"}, "issues": issues});
    let options = options_with(|options| options.as_of = Some("2026-03-06".parse().unwrap()));
    let sprint = read_answer(&answer.to_string(), &options);
    assert_eq!((sprint.unit, sprint.committed().to_f64()), (Unit::Hours, 20.0), "8 + 8 + 4");
    assert_eq!(changed_days(&sprint), ["03-04 v8 = 12 of 20"]);
    assert!(sprint.caveats.contains(&Caveat::NoHistory));
}

#[test]
fn the_option_for_lowered_estimates_is_refused_where_it_has_no_effect() {
    const REMEDY: &str = "leave --lowered-estimates (lowered_estimates among the options) out";
    let options = options_with(|options| options.lowered_estimates = Some(LoweredEstimates::Done));
    let document = json!({ "name": "S", "start": "2026-03-02", "end": "2026-03-13", "days": [10, 8] });
    let table = "# name: S\n# end: 2026-03-13\ndate,remaining\n2026-03-02,10\n2026-03-03,8\n";
    for input in [document.to_string(), table.to_owned()] {
        assert_eq!(
            refusal_message(&input, &options),
            format!(
                "option lowered_estimates (--lowered-estimates): found \"done\", expected no such option without \"items\": \"completed\" and \"reestimated\" tell the two apart; {REMEDY}"
            )
        );
        assert!(emberline::read_history(input.as_bytes(), &options.for_history()).is_ok());
    }
    let cycle = json!({
        "number": 1, "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-16T00:00:00Z",
        "scopeHistory": [10, 10], "completedScopeHistory": [2, 4], "inProgressScopeHistory": [1, 1],
    });
    assert_eq!(
        refusal_message(&json!({ "cycles": [cycle] }).to_string(), &options),
        format!(
            "linear: option lowered_estimates (--lowered-estimates): found \"done\", expected no such option with daily totals, which have no estimates; {REMEDY}"
        )
    );
}
