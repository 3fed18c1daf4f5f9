//! Items that are done, of which no history says since when: they are not done before the start, and a caveat names the time.

use emberline::ReadOptions;
use emberline::sprint::{Caveat, CompletionSource, Sprint};
use serde_json::{Value, json};

use super::{ledger_lines, options_with, read_answer, read_fixture};

fn completions(sprint: &Sprint) -> Vec<(CompletionSource, usize)> {
    let source = |caveat: &Caveat| match caveat {
        Caveat::CompletionTime { source, items } => Some((*source, *items)),
        _ => None,
    };
    sprint.caveats.iter().filter_map(source).collect()
}

/// Options for the sprint from Monday 2 March to Friday 6 March 2026.
fn week_options() -> ReadOptions {
    options_with(|options| {
        options.name = Some("S".to_owned());
        options.start = Some("2026-03-02".parse().unwrap());
        options.end = Some("2026-03-06".parse().unwrap());
    })
}

fn jira_issue(number: u32, points: u32, more: &Value) -> Value {
    let mut fields = json!({
        "created": "2026-02-20T10:00:00.000+0000", "customfield_1": points, "issuetype": { "subtask": false },
        "status": { "id": "5", "name": "Done", "statusCategory": { "key": "done" } },
        "sprint": { "id": 3, "name": "S", "state": "closed", "startDate": "2026-03-02T00:00:00.000Z",
                    "endDate": "2026-03-07T00:00:00.000Z", "completeDate": "2026-03-06T16:00:00.000Z" },
    });
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "id": number.to_string(), "key": format!("S-{number}"), "fields": fields })
}

#[test]
fn a_done_issue_of_jira_without_changelog_is_done_by_the_most_certain_of_its_times() {
    // Numbers 1 to 4 have 1, 2, 4 and 8 points, and one time less than the one before. Nothing tells when number 4 was done: it
    // counts at the last time that the answer has.
    let sprint = read_answer(&read_fixture("jira/done-undated.json"), &ReadOptions::default());
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 15 of 15", "03-03 v1 = 14 of 15", "03-04 v2 = 12 of 15", "03-05 v12 = 0 of 15"]
    );
    let expected = [
        (CompletionSource::StatusChange, 1),
        (CompletionSource::Resolution, 1),
        (CompletionSource::LastChange, 1),
        (CompletionSource::Unknown, 1),
    ];
    assert_eq!(completions(&sprint), expected);
}

#[test]
fn a_status_of_jira_without_its_category_means_what_its_name_does_in_any_language() {
    let names = [
        ("Done", true),
        (" Erledigt ", true),
        ("Terminé", true),
        ("In Arbeit", false),
        ("Zu erledigen", false),
    ];
    for (name, is_done) in names {
        let more = json!({ "status": { "id": "5", "name": name }, "resolutiondate": "2026-03-04T10:00:00.000+0000" });
        let page = json!({ "issues": [jira_issue(1, 3, &more)], "total": 1, "names": { "customfield_1": "Story Points" } });
        let sprint = read_answer(&page.to_string(), &ReadOptions::default());
        let lines = ledger_lines(&sprint);
        assert_eq!(lines[2] == "03-04 v3 = 0 of 3", is_done, "{name}: {lines:?}");
        assert_eq!(lines.iter().any(|line| line.contains('v')), is_done, "{name}: {lines:?}");
        assert!(sprint.caveats.contains(&Caveat::StatesGuessed), "{name}");
    }
}

#[test]
fn a_changelog_of_jira_without_the_change_to_done_is_completed_by_another_time() {
    let status = |id: &str, name: &str| (json!(id), json!(name));
    let change = |at: &str, from: (Value, Value), to: (Value, Value)| {
        json!({ "id": "1", "created": at, "items": [{ "field": "Status", "fieldId": "status", "from": from.0,
                "fromString": from.1, "to": to.0, "toString": to.1 }] })
    };
    let (open, review) = (status("1", "To Do"), status("3", "In Review"));
    let mut cut = jira_issue(1, 3, &json!({ "resolutiondate": "2026-03-04T10:00:00.000+0000" }));
    cut["changelog"] =
        json!({ "total": 1, "histories": [change("2026-03-03T10:00:00.000+0000", open, review)] });
    // A whole changelog without a change of the status: the issue was created in its status.
    let mut created_done = jira_issue(2, 5, &json!({ "updated": "2026-03-05T10:00:00.000+0000" }));
    created_done["changelog"] = json!({ "total": 0, "histories": [] });
    let page =
        json!({ "issues": [cut, created_done], "total": 2, "names": { "customfield_1": "Story Points" } });
    let sprint = read_answer(&page.to_string(), &ReadOptions::default());
    assert_eq!(ledger_lines(&sprint)[..3], ["03-02 = 3 of 8", "03-03 = 3 of 8", "03-04 v3 = 0 of 8"]);
    assert_eq!(completions(&sprint), [(CompletionSource::Resolution, 1)]);
}

#[test]
fn a_closed_issue_of_github_without_closed_at_is_done_by_its_last_change() {
    let iteration = json!({ "title": "S", "startDate": "2026-03-02", "duration": 5 });
    let item = |number: u32, content: Value| {
        let mut all = json!({ "type": "Issue", "number": number, "state": "CLOSED", "createdAt": "2026-02-20T10:00:00Z",
                              "closedAt": null });
        all.as_object_mut().unwrap().extend(content.as_object().unwrap().clone());
        json!({ "id": format!("PVTI_{number}"), "status": "Done", "sprint": iteration, "content": all })
    };
    let board = json!({ "items": [
        item(1, json!({ "closedAt": "2026-03-03T10:00:00Z" })),
        item(2, json!({ "updatedAt": "2026-03-04T10:00:00Z" })),
        item(3, json!({ "state": "OPEN", "updatedAt": "2026-03-05T10:00:00Z" })),
        item(4, json!({})),
    ], "totalCount": 4 });
    let sprint = read_answer(&json!([with_taken(board, "2026-03-05")]).to_string(), &ReadOptions::default());
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 4 of 4", "03-03 v1 = 3 of 4", "03-04 v1 = 2 of 4", "03-05 v1 = 1 of 4"]
    );
    assert_eq!(completions(&sprint), [(CompletionSource::LastChange, 1), (CompletionSource::Unknown, 1)]);
}

fn with_taken(mut document: Value, day: &str) -> Value {
    document["taken"] = json!(day);
    document
}

#[test]
fn a_card_of_trello_in_a_done_list_without_actions_is_done_by_its_last_activity() {
    let card = |number: u32, list: &str, more: Value| {
        let mut card = json!({ "id": format!("c{number}"), "idShort": number, "name": format!("({number}) Card"),
                               "idList": list, "closed": false });
        card.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        card
    };
    let export = json!({
        "name": "S", "actions": [],
        "lists": [{ "id": "1", "name": "Zu erledigen" }, { "id": "2", "name": "Erledigt 🎉" }],
        "cards": [
            card(1, "1", json!({ "dateLastActivity": "2026-03-05T12:00:00.000Z" })),
            card(2, "2", json!({ "dateLastActivity": "2026-03-04T10:00:00.000Z" })),
            card(3, "2", json!({ "dateLastActivity": null })),
        ],
    });
    let sprint = read_answer(&export.to_string(), &week_options());
    // Number 3 counts at the last time of the answer, the activity of number 1.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 6 of 6", "03-03 = 6 of 6", "03-04 v2 = 4 of 6", "03-05 v3 = 1 of 6"]
    );
    assert_eq!(completions(&sprint), [(CompletionSource::LastChange, 1), (CompletionSource::Unknown, 1)]);
}

#[test]
fn a_closed_story_of_taiga_without_finish_date_is_done_by_its_last_change() {
    let story = |number: u32, more: Value| {
        let mut story = json!({ "id": number, "ref": number, "subject": "Story", "total_points": number, "is_closed": true,
                                "created_date": "2026-02-20T10:00:00Z", "finish_date": null });
        story.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        story
    };
    let milestone = json!({
        "id": 1, "name": "S", "estimated_start": "2026-03-02", "estimated_finish": "2026-03-06", "closed": true,
        "user_stories": [
            story(1, json!({ "finish_date": "2026-03-03T10:00:00Z" })),
            story(2, json!({ "modified_date": "2026-03-04T10:00:00Z" })),
        ],
    });
    let sprint = read_answer(&milestone.to_string(), &ReadOptions::default());
    assert_eq!(ledger_lines(&sprint)[..3], ["03-02 = 3 of 3", "03-03 v1 = 2 of 3", "03-04 v2 = 0 of 3"]);
    assert_eq!(completions(&sprint), [(CompletionSource::LastChange, 1)]);
}

#[test]
fn a_closed_issue_of_gitlab_without_closed_at_is_done_by_its_last_change() {
    let milestone =
        json!({ "id": 3, "iid": 1, "title": "S", "start_date": "2026-03-02", "due_date": "2026-03-06" });
    let issue = |number: u32, more: Value| {
        let mut issue = json!({ "id": number, "iid": number, "title": "Issue", "labels": [], "state": "closed",
                                "created_at": "2026-02-20T10:00:00Z", "closed_at": null, "milestone": milestone });
        issue.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        issue
    };
    let issues = json!([
        issue(1, json!({ "closed_at": "2026-03-03T10:00:00Z", "updated_at": "2026-03-05T10:00:00Z" })),
        issue(2, json!({ "updated_at": "2026-03-04T10:00:00Z" })),
        issue(3, json!({ "state": "opened", "updated_at": "2026-03-04T10:00:00Z" })),
    ]);
    let sprint = read_answer(&issues.to_string(), &ReadOptions::default());
    assert_eq!(ledger_lines(&sprint)[..3], ["03-02 = 3 of 3", "03-03 v1 = 2 of 3", "03-04 v1 = 1 of 3"]);
    assert_eq!(completions(&sprint), [(CompletionSource::LastChange, 1)]);
}

#[test]
fn work_items_of_azure_are_done_by_the_most_certain_of_their_times() {
    // The points of each are its number. Number 8 was created on 4 March, number 16 is removed.
    let sprint = read_answer(&read_fixture("azure/work-items.json"), &ReadOptions::default());
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 7 of 7", "03-03 v1 = 6 of 7", "03-04 +8 v2 = 12 of 15", "03-05 v4 = 8 of 15"]
    );
    assert_eq!(
        completions(&sprint),
        [(CompletionSource::StatusChange, 1), (CompletionSource::LastChange, 1)]
    );
    assert!(sprint.caveats.contains(&Caveat::EstimatesOfToday), "{:?}", sprint.caveats);
}

#[test]
fn a_completed_issue_of_linear_without_history_is_done_by_its_last_change() {
    let issue = |number: u32, more: Value| {
        let mut issue = json!({ "identifier": format!("ENG-{number}"), "estimate": number, "createdAt": "2026-02-20T10:00:00Z",
                                "completedAt": null, "state": { "name": "Done", "type": "completed" } });
        issue.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        issue
    };
    let issues = [
        issue(1, json!({ "completedAt": "2026-03-03T10:00:00Z" })),
        issue(2, json!({ "updatedAt": "2026-03-04T10:00:00Z" })),
    ];
    let cycle = json!({ "id": "c", "number": 9, "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-07T00:00:00Z",
                        "issues": { "nodes": issues } });
    let sprint = read_answer(&json!({ "cycle": cycle }).to_string(), &ReadOptions::default());
    assert_eq!(ledger_lines(&sprint)[..3], ["03-02 = 3 of 3", "03-03 v1 = 2 of 3", "03-04 v2 = 0 of 3"]);
    assert_eq!(completions(&sprint), [(CompletionSource::LastChange, 1)]);
}
