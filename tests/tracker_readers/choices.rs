//! Choices that a reader makes are said: one of several active sprints, one of several fields with estimates, epics among the items,
//! a sprint that was started late.

use emberline::ReadOptions;
use emberline::sprint::{Caveat, Sprint};
use serde_json::{Value, json};

use crate::{options_with, read_answer, refusal_message};

/// An issue of Jira in a sprint from its start, with more fields.
fn jira_issue(key: &str, sprint: u32, more: &Value) -> Value {
    let mut fields = json!({
        "summary": "Work", "created": "2026-02-20T09:00:00.000+0000", "issuetype": { "name": "Story", "subtask": false },
        "status": { "id": "1", "name": "To Do", "statusCategory": { "id": 2, "key": "new", "name": "To Do" } },
        "customfield_10020": [{ "id": sprint, "name": format!("Sprint {sprint}"), "state": "active", "boardId": 1, "goal": "",
            "startDate": format!("2026-03-0{sprint}T08:00:00.000Z"), "endDate": "2026-03-13T17:00:00.000Z" }],
    });
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let joined = json!({ "field": "Sprint", "fieldId": "customfield_10020", "from": "", "to": sprint.to_string(), "toString": "S" });
    json!({ "id": key, "key": key, "fields": fields, "changelog": { "startAt": 0, "maxResults": 1, "total": 1, "histories": [
        { "id": "1", "created": "2026-02-27T09:00:00.000+0000", "items": [joined] },
    ] } })
}

fn jira(issues: &[Value]) -> String {
    let names = json!({ "customfield_10016": "Story point estimate", "customfield_10036": "Story Points", "customfield_10020": "Sprint" });
    json!({ "startAt": 0, "maxResults": 50, "total": issues.len(), "names": names, "issues": issues })
        .to_string()
}

/// A card of a board of GitHub.
fn github_card(number: u32, iteration: &str, first: &str, more: &Value) -> Value {
    let content = json!({ "type": "Issue", "title": "Work", "number": number, "repository": "acme/app", "url": format!("https://github.com/acme/app/issues/{number}") });
    let iteration =
        json!({ "title": iteration, "startDate": first, "duration": 14, "iterationId": iteration });
    let mut card = json!({ "id": format!("{number}"), "title": "Work", "status": "Todo", "content": content, "iteration": iteration });
    card.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    card
}

/// A board of GitHub with the issues of its cards, all of which are open.
fn github(cards: &[Value]) -> String {
    let issue = |card: &Value| json!({ "number": card["content"]["number"], "title": "Work", "createdAt": "2026-02-20T10:00:00Z", "closedAt": null, "state": "OPEN", "stateReason": null, "url": card["content"]["url"] });
    let issues: Vec<Value> = cards.iter().map(issue).collect();
    let board = json!({ "items": cards, "totalCount": cards.len() });
    format!("{{\"taken\": \"2026-03-05\"}}\n{board}\n{}", json!(issues))
}

fn taiga(name: &str, first: &str) -> Value {
    json!({ "id": 1, "name": name, "estimated_start": first, "estimated_finish": "2026-03-13", "closed": false, "total_points": 5.0,
        "user_stories": [{ "id": 1, "ref": 1, "subject": "Work", "total_points": 5.0, "is_closed": false, "created_date": "2026-02-20T09:00:00Z", "finish_date": null }] })
}

fn linear(number: u32, first: &str) -> Value {
    json!({ "id": format!("{number}"), "number": number, "startsAt": format!("{first}T00:00:00.000Z"), "endsAt": "2026-03-16T00:00:00.000Z",
        "completedAt": null, "scopeHistory": [5, 5], "completedScopeHistory": [0, 0], "inProgressScopeHistory": [0, 0] })
}

fn gitlab_issue(number: u32, milestone: &str, state: &str) -> Value {
    json!({ "id": number, "iid": number, "project_id": 1, "title": "Work", "state": "opened", "weight": 5, "created_at": "2026-02-20T09:00:00Z",
        "closed_at": null, "milestone": { "id": number, "iid": number, "title": milestone, "start_date": format!("2026-03-0{number}"), "due_date": "2026-03-13", "state": state } })
}

fn azure_row(iteration: &str, first: &str, more: &Value) -> Value {
    let mut row = json!({ "DateValue": "2026-03-03T00:00:00Z", "State": "New", "StateCategory": "Proposed",
        "Iteration": { "IterationName": iteration, "IterationPath": format!("App\\{iteration}"), "StartDate": format!("{first}T00:00:00Z"), "EndDate": "2026-03-13T23:59:59Z" } });
    row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    row
}

fn azure(rows: &[Value]) -> String {
    json!({ "@odata.context": "https://analytics.dev.azure.com/a/_odata/$metadata#WorkItemSnapshot", "value": rows }).to_string()
}

fn on_5_march() -> ReadOptions {
    options_with(|options| options.as_of = "2026-03-05".parse().ok())
}

/// The caveats about choices.
fn choices(sprint: &Sprint) -> Vec<Caveat> {
    let is_choice = |caveat: &&Caveat| {
        matches!(
            caveat,
            Caveat::ParallelSprints(_)
                | Caveat::EstimateFields(_)
                | Caveat::EpicsCounted(_)
                | Caveat::StartedLate(_)
        )
    };
    sprint.caveats.iter().filter(is_choice).copied().collect()
}

#[test]
fn one_of_two_active_sprints_is_said_unless_it_was_requested() {
    let points = json!({ "customfield_10016": 3 });
    let card = |number, iteration, first| github_card(number, iteration, first, &json!({ "estimate": 3 }));
    let row = |iteration, first| azure_row(iteration, first, &json!({ "TotalStoryPoints": 3, "Count": 1 }));
    for (answer, shown, other) in [
        (jira(&[jira_issue("A-1", 2, &points), jira_issue("A-2", 3, &points)]), "Sprint 3", "Sprint 2"),
        (github(&[card(1, "A 1", "2026-03-02"), card(2, "B 1", "2026-03-03")]), "A 1", "B 1"),
        (
            json!([gitlab_issue(1, "M 1", "active"), gitlab_issue(2, "M 2", "active")]).to_string(),
            "M 2",
            "M 1",
        ),
        (json!([linear(7, "2026-03-02"), linear(8, "2026-03-03")]).to_string(), "Cycle 8", "Cycle 7"),
        (azure(&[row("A 1", "2026-03-02"), row("B 1", "2026-03-03")]), "B 1", "A 1"),
        (format!("{}\n{}", taiga("T 1", "2026-03-02"), taiga("T 2", "2026-03-03")), "T 2", "T 1"),
    ] {
        let sprint = read_answer(&answer, &on_5_march());
        assert_eq!(
            (sprint.name.as_str(), choices(&sprint)),
            (shown, vec![Caveat::ParallelSprints(2)]),
            "{answer}"
        );
        let mut options = on_5_march();
        options.sprint = Some(other.to_owned());
        let sprint = read_answer(&answer, &options);
        assert_eq!((sprint.name.as_str(), choices(&sprint)), (other, Vec::new()), "{answer}");
    }
    let closed = json!([gitlab_issue(1, "M 1", "active"), gitlab_issue(2, "M 2", "closed")]).to_string();
    let sprint = read_answer(&closed, &on_5_march());
    assert_eq!(
        (sprint.name.as_str(), choices(&sprint)),
        ("M 1", Vec::new()),
        "a closed milestone is not active"
    );
}

#[test]
fn estimates_in_two_fields_are_added_up_and_said() {
    // 5 in one field, 3 in the other; and 2 that both have: no choice.
    let of_teams = jira_issue("T-1", 2, &json!({ "customfield_10016": 3, "customfield_10036": null }));
    let of_companies = jira_issue("C-1", 2, &json!({ "customfield_10016": null, "customfield_10036": 5 }));
    let of_both = jira_issue("C-2", 2, &json!({ "customfield_10016": 2, "customfield_10036": 2 }));
    let committed = |answer: &str, options: &ReadOptions| {
        let sprint = read_answer(answer, options);
        (sprint.committed().to_f64(), choices(&sprint))
    };
    let two = vec![Caveat::EstimateFields(2)];
    let answer = jira(&[of_teams, of_companies.clone(), of_both.clone()]);
    assert_eq!(committed(&answer, &on_5_march()), (10.0, two.clone()));
    assert_eq!(committed(&jira(&[of_companies.clone(), of_both]), &on_5_march()), (7.0, Vec::new()));
    let contrary = jira_issue("C-3", 2, &json!({ "customfield_10016": 8, "customfield_10036": 1 }));
    assert_eq!(
        committed(&jira(&[of_companies, contrary]), &on_5_march()),
        (6.0, two.clone()),
        "most have the other field"
    );
    let mut requested = on_5_march();
    requested.estimate_field = Some("Story Points".to_owned());
    assert_eq!(committed(&answer, &requested), (7.0, Vec::new()), "one of them has no estimate there");

    let card = |number, fields| github_card(number, "A 1", "2026-03-02", &fields);
    let board = github(&[card(1, json!({ "estimate": 3 })), card(2, json!({ "story Points": 5 }))]);
    assert_eq!(committed(&board, &on_5_march()), (8.0, two.clone()));
    requested.estimate_field = Some("estimate".to_owned());
    assert_eq!(committed(&board, &requested), (3.0, Vec::new()));

    let row = |columns| azure_row("A 1", "2026-03-02", &columns);
    let rows = azure(&[
        row(json!({ "WorkItemId": 1, "StoryPoints": 3 })),
        row(json!({ "WorkItemId": 2, "Effort": 5 })),
    ]);
    let sprint = read_answer(&rows, &on_5_march());
    assert_eq!((sprint.ledger().latest_level().scope.to_f64(), choices(&sprint)), (8.0, two));
}

#[test]
fn epics_among_the_items_are_said() {
    let points = |points: u32, kind: Value| json!({ "customfield_10016": points, "issuetype": kind });
    let story = jira_issue("A-1", 2, &json!({ "customfield_10016": 3 }));
    let by_name = jira_issue("A-2", 2, &points(40, json!({ "name": "Epic", "subtask": false })));
    let by_level =
        jira_issue("A-3", 2, &points(20, json!({ "name": "Epik", "subtask": false, "hierarchyLevel": 1 })));
    let elsewhere = jira_issue("A-4", 3, &points(10, json!({ "name": "Epic", "subtask": false })));
    let mut options = on_5_march();
    options.sprint = Some("2".to_owned());
    let sprint = read_answer(&jira(&[story, by_name, by_level, elsewhere]), &options);
    assert_eq!((sprint.committed().to_f64(), choices(&sprint)), (63.0, vec![Caveat::EpicsCounted(2)]));

    let row = |columns| azure_row("A 1", "2026-03-02", &columns);
    let sums = azure(&[
        row(json!({ "WorkItemType": "Epic", "Count": 2, "TotalStoryPoints": 40 })),
        row(json!({ "WorkItemType": "User Story", "Count": 7, "TotalStoryPoints": 3 })),
    ]);
    assert_eq!(choices(&read_answer(&sums, &on_5_march())), [Caveat::EpicsCounted(2)]);
    let items = azure(&[
        row(json!({ "WorkItemId": 1, "WorkItemType": "Feature", "StoryPoints": 8 })),
        row(json!({ "WorkItemId": 2, "WorkItemType": "Bug", "StoryPoints": 3 })),
    ]);
    assert_eq!(choices(&read_answer(&items, &on_5_march())), [Caveat::EpicsCounted(1)]);
}

#[test]
fn a_sprint_that_was_started_late_is_said_unless_the_planning_is_requested() {
    let started = |at: &str| {
        let mut issue = jira_issue("A-1", 2, &json!({ "customfield_10016": 3 }));
        issue["fields"]["customfield_10020"][0]["activatedDate"] = json!(at);
        jira(&[issue])
    };
    let told = |at: &str, options: &ReadOptions| choices(&read_answer(&started(at), options));
    assert_eq!(told("2026-03-04T09:00:00.000Z", &on_5_march()), [Caveat::StartedLate(2)]);
    assert_eq!(told("2026-03-02T17:00:00.000Z", &on_5_march()), [], "on the first day");
    let mut requested = on_5_march();
    requested.planning_until = "2026-03-02".parse().ok();
    assert_eq!(told("2026-03-04T09:00:00.000Z", &requested), []);
    // Before the day border, the day before goes on.
    let mut options = on_5_march();
    options.day_border = Some("07:00".to_owned());
    assert_eq!(told("2026-03-04T06:00:00.000Z", &options), [Caveat::StartedLate(1)]);
}

fn asking_done(states: &[&str]) -> ReadOptions {
    options_with(|options| options.done = Some(states.iter().map(|state| (*state).to_owned()).collect()))
}

#[test]
fn a_done_state_of_no_item_is_said_where_the_answer_may_not_know_all_states() {
    let cards = [github_card(1, "Sprint 3", "2026-03-02", &json!({}))];
    let issue = jira_issue("A-1", 2, &json!({}));
    for text in [jira(&[issue]), github(&cards)] {
        let unseen = |states: &[&str]| {
            let caveats = read_answer(&text, &asking_done(states)).caveats;
            caveats.into_iter().find(|caveat| matches!(caveat, Caveat::DoneStatesUnseen(_)))
        };
        assert_eq!(unseen(&["Doen", "Released"]), Some(Caveat::DoneStatesUnseen(2)), "{text}");
        assert_eq!(unseen(&["todo", "To do"]), Some(Caveat::DoneStatesUnseen(1)), "{text}");
    }
}

#[test]
fn a_done_state_that_a_whole_list_of_states_lacks_is_an_error() {
    let status =
        |id: &str, name: &str| json!({ "id": id, "name": name, "statusCategory": { "key": "done" } });
    let statuses = json!([status("1", "To Do"), status("3", "Done"), status("4", "Released")]);
    let text = format!("{}\n{statuses}", jira(&[jira_issue("A-1", 2, &json!({}))]));
    assert_eq!(
        refusal_message(&text, &asking_done(&["Done", "Relaesed"])),
        "jira: option done (--done): found \"Relaesed\", expected one of \"1\", \"3\", \"4\", \"Done\", \"Released\", \"To Do\"; did you \
         mean \"Released\"?"
    );
    read_answer(&text, &asking_done(&["released", "3"]));
}

#[test]
fn a_done_state_beside_an_answer_without_states_is_an_error() {
    let text = taiga("Sprint 3", "2026-03-02").to_string();
    assert_eq!(
        refusal_message(&text, &asking_done(&["Done"])),
        "taiga: option done (--done): found \"Done\", expected no such option: the answer says what is done, and has no states"
    );
}
