//! The border between committed and added work, and the end of a sprint that nobody closes. The numbers are worked out by hand.

use emberline::Moment;
use emberline::sprint::{Amount, Sprint};
use serde_json::{Value, json};

use crate::{options_with, read_answer, refusal_message};

/// Issues of Jira: the points of each, and the instant at which it joined the sprint.
fn jira_issues(sprint: &Value, joined: &[(u32, &str)]) -> String {
    let issue = |(index, (points, at)): (usize, &(u32, &str))| {
        json!({
            "id": format!("{index}"), "key": format!("AB-{index}"),
            "fields": {
                "summary": "Work", "created": "2026-02-20T09:00:00.000+0000",
                "issuetype": { "name": "Story", "subtask": false },
                "status": { "id": "1", "name": "To Do", "statusCategory": { "id": 2, "key": "new", "name": "To Do" } },
                "customfield_10020": [sprint], "customfield_10016": points,
            },
            "changelog": { "startAt": 0, "maxResults": 1, "total": 1, "histories": [{
                "id": format!("{index}"), "created": at,
                "items": [{ "field": "Sprint", "fieldId": "customfield_10020", "from": "", "to": "3", "toString": "Sprint 3" }],
            }] },
        })
    };
    let issues: Vec<Value> = joined.iter().enumerate().map(issue).collect();
    let names = json!({ "customfield_10016": "Story Points", "customfield_10020": "Sprint" });
    json!({ "startAt": 0, "maxResults": 50, "total": issues.len(), "names": names, "issues": issues })
        .to_string()
}

fn jira_sprint(state: &str, activated: &str) -> Value {
    json!({
        "id": 3, "name": "Sprint 3", "state": state, "boardId": 1, "goal": "",
        "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-13T17:00:00.000Z", "activatedDate": activated,
    })
}

fn committed_and_added(sprint: &Sprint) -> [f64; 2] {
    [sprint.committed(), sprint.ledger().total_flow().added].map(Amount::to_f64)
}

#[test]
fn what_joins_before_jiras_sprint_is_started_is_committed() {
    let joined = [
        (5, "2026-02-27T09:00:00.000+0000"),
        (3, "2026-03-03T09:00:00.000+0000"),
        (2, "2026-03-05T09:00:00.000+0000"),
    ];
    let options = options_with(|options| options.as_of = "2026-03-06".parse().ok());
    let read =
        |activated: &str| read_answer(&jira_issues(&jira_sprint("active", activated), &joined), &options);
    assert_eq!(committed_and_added(&read("2026-03-02T08:00:00.000Z")), [5.0, 5.0]);
    assert_eq!(committed_and_added(&read("2026-03-04T09:00:00.000Z")), [8.0, 2.0]);
    let until = |when: &str| {
        let mut options = options.clone();
        options.planning_until = when.parse::<Moment>().ok();
        read_answer(&jira_issues(&jira_sprint("active", "2026-03-02T08:00:00.000Z"), &joined), &options)
    };
    assert_eq!(committed_and_added(&until("2026-03-03")), [8.0, 2.0]);
    assert_eq!(committed_and_added(&until("2026-03-05T09:00:00Z")), [10.0, 0.0]);
}

#[test]
fn an_active_sprint_of_jira_goes_on_after_its_planned_end() {
    let joined = [(5, "2026-02-27T09:00:00.000+0000")];
    let as_of = |state: &str, now: &str| {
        let options = options_with(|options| options.now = now.parse().ok());
        let sprint =
            read_answer(&jira_issues(&jira_sprint(state, "2026-03-02T08:00:00.000Z"), &joined), &options);
        sprint.as_of.to_string()
    };
    assert_eq!(as_of("active", "2026-03-18T12:00:00Z"), "2026-03-18T12:00:00Z", "three working days late");
    assert_eq!(as_of("active", "2026-05-18T12:00:00Z"), "2026-03-13T17:00:00Z", "an old answer");
    assert_eq!(as_of("closed", "2026-03-18T12:00:00Z"), "2026-03-13T17:00:00Z", "closed, nobody knows when");
}

/// A milestone of Taiga with two stories: 5 points from before its start, 3 of its first day.
fn taiga_milestone(is_closed: bool) -> String {
    let story = |number: u32, points: f64, created: &str| {
        json!({
            "id": number, "ref": number, "subject": "Work", "total_points": points, "is_closed": false,
            "created_date": created, "finish_date": null,
        })
    };
    json!({
        "name": "Sprint 2", "estimated_start": "2026-03-02", "estimated_finish": "2026-03-13", "closed": is_closed,
        "total_points": 8.0,
        "user_stories": [story(1, 5.0, "2026-02-20T09:00:00Z"), story(2, 3.0, "2026-03-02T10:00:00Z")],
    })
    .to_string()
}

#[test]
fn what_joins_on_the_first_day_of_a_sprint_with_a_date_is_committed() {
    let options = options_with(|options| options.as_of = "2026-03-06".parse().ok());
    assert_eq!(committed_and_added(&read_answer(&taiga_milestone(false), &options)), [8.0, 0.0]);
    let at_start = options_with(|options| {
        options.as_of = "2026-03-06".parse().ok();
        options.planning_until = "2026-03-02T00:00:00Z".parse().ok();
    });
    assert_eq!(committed_and_added(&read_answer(&taiga_milestone(false), &at_start)), [5.0, 3.0]);
}

#[test]
fn an_open_milestone_of_taiga_goes_on_after_its_planned_end() {
    let as_of = |is_closed| {
        let options = options_with(|options| options.now = "2026-03-18T12:00:00Z".parse().ok());
        read_answer(&taiga_milestone(is_closed), &options).as_of.to_string()
    };
    assert_eq!(as_of(false), "2026-03-18T12:00:00Z");
    assert_eq!(as_of(true), "2026-03-14T00:00:00Z");
}

#[test]
fn a_milestone_of_taiga_that_is_not_there_is_refused() {
    let named = |name: &str| options_with(|options| options.sprint = Some(name.to_owned()));
    assert_eq!(read_answer(&taiga_milestone(true), &named("sprint 2")).name, "Sprint 2");
    let message = refusal_message(&taiga_milestone(true), &named("Sprint 3"));
    assert_eq!(message, "taiga: found no sprint \"Sprint 3\", expected one of \"Sprint 2\"; use --sprint");
}

#[test]
fn progress_during_the_planning_is_progress() {
    let document = json!({
        "name": "S", "start": "2026-03-02", "end": "2026-03-13", "as_of": "2026-03-06",
        "items": [
            { "id": "1", "estimate": 5, "events": [{ "at": "2026-03-02T10:00:00Z", "event": "added" }, { "at": "2026-03-02T15:00:00Z", "event": "completed" }] },
            { "id": "2", "estimate": 3, "events": [{ "at": "2026-03-02T11:00:00Z", "event": "removed" }] },
            { "id": "3", "estimate": 2, "events": [{ "at": "2026-03-02T11:00:00Z", "event": "estimated", "estimate": 4 }] },
        ],
    })
    .to_string();
    let flow = |until: Option<&str>| {
        let options =
            options_with(|options| options.planning_until = until.and_then(|when| when.parse().ok()));
        let sprint = read_answer(&document, &options);
        let flow = sprint.ledger().total_flow();
        [sprint.committed(), flow.added, flow.removed, flow.reestimated, flow.completed].map(Amount::to_f64)
    };
    assert_eq!(flow(None), [5.0, 5.0, 3.0, 2.0, 5.0]);
    assert_eq!(flow(Some("2026-03-02")), [9.0, 0.0, 0.0, 0.0, 5.0]);
}

#[test]
fn a_change_of_status_is_known_by_the_id_of_its_field() {
    let sprint = jira_sprint("active", "2026-03-02T08:00:00.000Z");
    let text = jira_issues(&sprint, &[(5, "2026-02-27T09:00:00.000+0000")]);
    let mut answer: Value = serde_json::from_str(&text).unwrap();
    let issue = &mut answer["issues"][0];
    issue["fields"]["status"] = json!({ "id": "3", "name": "Fertig", "statusCategory": { "id": 3, "key": "done", "name": "Fertig" } });
    let change = json!({
        "field": "Status", "fieldId": "status", "from": "1", "fromString": "To Do", "to": "3", "toString": "Fertig",
    });
    issue["changelog"]["total"] = json!(2);
    issue["changelog"]["histories"].as_array_mut().unwrap().push(json!({
        "id": "9", "created": "2026-03-04T09:00:00.000+0000", "items": [change],
    }));
    let options = options_with(|options| options.as_of = "2026-03-06".parse().ok());
    let flow = read_answer(&answer.to_string(), &options).ledger().total_flow();
    assert_eq!(flow.completed.to_f64(), 5.0);
}

/// Boards of GitHub as they were read on four days: two items of the sprint before, which join on its first day; both are closed
/// later.
#[test]
fn what_boards_show_on_the_first_day_is_committed_even_if_it_is_closed_later() {
    let card = |number: u32, points: u32, iteration: Option<&str>, status: &str| {
        let content = json!({ "type": "Issue", "title": "Work", "number": number, "repository": "acme/app" });
        let mut card = json!({ "id": format!("{number}"), "title": "Work", "status": status, "content": content, "estimate": points });
        if let Some(title) = iteration {
            card["iteration"] =
                json!({ "title": title, "startDate": "2026-03-02", "duration": 14, "iterationId": title });
        }
        card
    };
    let board = |day: &str, cards: &[Value]| {
        format!("{{\"taken\": \"{day}\"}}\n{}\n", json!({ "items": cards, "totalCount": cards.len() }))
    };
    let issue = |number: u32, closed: Option<&str>| {
        json!({ "number": number, "title": "Work", "createdAt": "2026-02-20T10:00:00Z", "closedAt": closed,
            "state": if closed.is_some() { "CLOSED" } else { "OPEN" }, "stateReason": closed.map(|_| "COMPLETED") })
    };
    let next = Some("Iteration 4");
    let boards = [
        board("2026-02-27", &[card(1, 5, None, "Todo"), card(2, 3, None, "Todo"), card(3, 2, None, "Todo")]),
        board("2026-03-02", &[card(1, 5, next, "Todo"), card(2, 3, next, "Todo"), card(3, 2, next, "Todo")]),
        board("2026-03-03", &[card(1, 5, next, "Done"), card(2, 3, next, "Todo"), card(3, 2, next, "Todo")]),
        board(
            "2026-03-04",
            &[
                card(1, 5, next, "Done"),
                card(2, 3, next, "Todo"),
                card(3, 2, next, "Done"),
                card(4, 1, next, "Done"),
            ],
        ),
    ];
    let issues = json!([
        issue(1, Some("2026-03-03T10:00:00Z")),
        issue(2, None),
        issue(3, Some("2026-03-04T10:00:00Z")),
        issue(4, Some("2026-03-04T11:00:00Z")),
    ]);
    let sprint = read_answer(&format!("{}{issues}", boards.concat()), &options_with(|_| {}));
    // The fourth item was on no board before it was closed: it joined by its close at the latest.
    assert_eq!(committed_and_added(&sprint), [10.0, 1.0]);
    assert_eq!(sprint.ledger().total_flow().completed.to_f64(), 8.0);
}
