//! Cycles of Linear: the days of their figures, and the histories of their issues.

use emberline::ReadOptions;
use emberline::sprint::{Caveat, Sprint, Unit};
use jiff::Timestamp;
use serde_json::{Deserializer, Value, json};

use super::random::assert_balanced;
use super::{ledger_lines, options_with, read_answer, read_fixture, refusal_message};

fn utc(set: impl FnOnce(&mut ReadOptions)) -> ReadOptions {
    options_with(|options| {
        options.time_zone = Some("UTC".to_owned());
        set(options);
    })
}

fn issue_options() -> ReadOptions {
    utc(|options| options.as_of = Some("2026-03-06".parse().unwrap()))
}

fn fixture_documents() -> Vec<Value> {
    Deserializer::from_str(&read_fixture("linear/issues.json")).into_iter().map(Result::unwrap).collect()
}

fn read_documents(documents: &[Value], options: &ReadOptions) -> Sprint {
    let text: String = documents.iter().map(|document| format!("{document}\n")).collect();
    read_answer(&text, options)
}

#[test]
fn the_histories_of_issues_have_the_counted_ledger() {
    let sprint = read_answer(&read_fixture("linear/issues.json"), &issue_options());
    assert_balanced(&sprint);
    assert_eq!((sprint.name.as_str(), sprint.unit), ("Cycle 9", Unit::Points));
    // Committed are 5 + 3 + 3 + 1 + 5. ENG-3 was created in the cycle, ENG-4 went to the next one, ENG-6 was cancelled, ENG-5 is
    // done and open again, ENG-2 grew from 3 to 8.
    assert_eq!(
        ledger_lines(&sprint)[..5],
        [
            "03-02 = 17 of 17",
            "03-03 +2 v1 = 18 of 19",
            "03-04 -3 v5 = 10 of 16",
            "03-05 -5 ~5 ^1 = 11 of 16",
            "03-06 = 11 of 16",
        ]
    );
    assert!(sprint.caveats.is_empty(), "{:?}", sprint.caveats);
}

#[test]
fn the_histories_of_issues_agree_with_the_figures_of_the_cycle() {
    let documents = fixture_documents();
    for unit in [Unit::Points, Unit::Items] {
        let mut options = issue_options();
        options.unit = Some(unit);
        let of_issues = read_documents(&documents, &options);
        let mut figures = documents[0].clone();
        figures["data"]["cycle"].as_object_mut().unwrap().remove("issues");
        let of_figures = read_documents(&[figures], &options);
        let closings =
            |sprint: &Sprint| sprint.ledger().days.iter().map(|day| day.closing).take(5).collect::<Vec<_>>();
        assert_eq!(closings(&of_issues), closings(&of_figures), "{unit:?}");
        assert!(of_issues.caveats.is_empty(), "{:?}", of_issues.caveats);
    }
    let mut other = documents;
    other[0]["data"]["cycle"]["scopeHistory"][2] = json!(21);
    let sprint = read_documents(&other, &issue_options());
    assert_eq!(sprint.caveats, [Caveat::FiguresDisagree(1)]);
}

#[test]
fn a_history_that_does_not_lead_to_todays_state_is_said() {
    let mut documents = fixture_documents();
    let issues = &mut documents[0]["data"]["cycle"]["issues"]["nodes"];
    // The change to done of ENG-1 is missing, and the change that brought ENG-2 back into the cycle.
    issues[0]["history"]["nodes"].as_array_mut().unwrap().remove(0);
    issues[1]["history"]["nodes"].as_array_mut().unwrap().insert(
        0,
        json!({ "id": "h99", "createdAt": "2026-03-04T20:00:00.000Z", "fromCycleId": "c9", "toCycleId": null }),
    );
    let sprint = read_documents(&documents, &issue_options());
    let lines = ledger_lines(&sprint);
    // ENG-1 was completed on 4 March (completedAt); ENG-2 left on this day with 3 points, and was back on 5 March with 8.
    assert_eq!(lines[2..4], ["03-04 -6 v5 = 7 of 13", "03-05 +8 -5 ^1 = 11 of 16"], "{lines:?}");
    // On 4 March the figures of the cycle still have ENG-2.
    assert_eq!(sprint.caveats, [Caveat::HistoryDisagrees(2), Caveat::FiguresDisagree(1)]);
}

#[test]
fn open_issues_that_go_to_the_next_cycle_at_the_close_do_not_leave() {
    let mut documents = fixture_documents();
    documents[0]["data"]["cycle"]["completedAt"] = json!("2026-03-16T00:00:05.000Z");
    for field in ["scopeHistory", "completedScopeHistory", "inProgressScopeHistory", "issueCountHistory"] {
        documents[0]["data"]["cycle"].as_object_mut().unwrap().remove(field);
    }
    let mut moved = documents[0]["data"]["cycle"]["issues"]["nodes"].as_array_mut().unwrap().remove(1);
    moved["cycle"] = json!({ "id": "c10" });
    moved["history"]["nodes"].as_array_mut().unwrap().push(
        json!({ "id": "h98", "createdAt": "2026-03-15T23:59:58.000Z", "fromCycleId": "c9", "toCycleId": "c10" }),
    );
    documents[1]["data"]["issues"]["nodes"].as_array_mut().unwrap().push(moved);
    let now: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
    let sprint = read_documents(&documents, &utc(|options| options.now = Some(now)));
    assert_eq!(ledger_lines(&sprint).last().unwrap(), "03-15 = 11 of 16");
}

#[test]
fn issues_without_histories_are_read_with_a_word() {
    let mut documents = fixture_documents();
    for document in &mut documents {
        let data = &mut document["data"];
        let owner = if data["cycle"].is_null() { data } else { &mut data["cycle"] };
        for issue in owner["issues"]["nodes"].as_array_mut().unwrap() {
            issue.as_object_mut().unwrap().remove("history");
        }
    }
    for field in ["scopeHistory", "completedScopeHistory", "inProgressScopeHistory", "issueCountHistory"] {
        documents[0]["data"]["cycle"].as_object_mut().unwrap().remove(field);
    }
    let sprint = read_documents(&documents, &issue_options());
    // Committed are ENG-1, 2, 5 and 6 with today's estimates.
    assert_eq!(
        ledger_lines(&sprint)[..4],
        ["03-02 = 19 of 19", "03-03 +2 = 21 of 21", "03-04 v5 = 16 of 21", "03-05 -5 = 11 of 16"]
    );
    assert_eq!(sprint.caveats, [Caveat::NoHistory, Caveat::JoinedWhenCreated]);
}

#[test]
fn lists_without_page_info_that_are_as_long_as_a_page_may_go_on() {
    let mut documents = fixture_documents();
    let issue = json!({ "identifier": "ENG-100", "estimate": 1, "createdAt": "2026-02-25T09:00:00.000Z",
                        "state": { "type": "unstarted" }, "history": { "nodes": [] } });
    let issues: Vec<Value> = (0..50)
        .map(|number| {
            let mut issue = issue.clone();
            issue["identifier"] = json!(format!("ENG-{}", 100 + number));
            issue
        })
        .collect();
    documents[0]["data"]["cycle"]["issues"] = json!({ "nodes": issues });
    let sprint = read_documents(&documents, &issue_options());
    assert!(sprint.caveats.contains(&Caveat::PerhapsPartial(50)), "{:?}", sprint.caveats);
    let change = json!({ "createdAt": "2026-02-26T09:00:00.000Z" });
    documents[0]["data"]["cycle"]["issues"]["nodes"][0]["history"] = json!({ "nodes": vec![change; 50] });
    let sprint = read_documents(&documents, &issue_options());
    assert!(sprint.caveats.contains(&Caveat::HistoryPerhapsCut(1)), "{:?}", sprint.caveats);
}

#[test]
fn histories_need_the_id_of_the_cycle() {
    let mut documents = fixture_documents();
    documents[0]["data"]["cycle"].as_object_mut().unwrap().remove("id");
    let text: String = documents.iter().map(|document| format!("{document}\n")).collect();
    assert_eq!(
        refusal_message(&text, &issue_options()),
        "linear: document 1: data.cycle.id: found nothing, expected the \"id\" of the cycle, which the histories of its issues name"
    );
}

#[test]
fn the_last_figure_of_a_closed_cycle_is_its_close() {
    let sprint = read_answer(&read_fixture("linear/closed.json"), &utc(|_| ()));
    let lines = ledger_lines(&sprint);
    // There are 15 figures for 14 days: the last one is of the close, which was four seconds after the last day.
    assert_eq!(lines.len(), 14);
    assert_eq!(lines[12..], ["02-28 = 10 of 25", "03-01 -1 v4 = 5 of 24"]);
}

/// A cycle from 2 to 15 March 2026 with figures.
fn cycle(scope: &Value, done: &Value, more: &Value) -> String {
    let mut cycle = json!({ "number": 9, "startsAt": "2026-03-02T00:00:00Z", "endsAt": "2026-03-16T00:00:00Z",
                            "completedAt": null, "scopeHistory": scope, "completedScopeHistory": done });
    cycle.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "cycle": cycle }).to_string()
}

#[test]
fn the_last_figure_of_a_cycle_that_was_closed_early_is_that_of_its_day() {
    let closed = json!({ "completedAt": "2026-03-05T15:00:00Z" });
    let text = cycle(&json!([9, 9, 10, 10]), &json!([0, 2, 4, 10]), &closed);
    let lines = ledger_lines(&read_answer(&text, &utc(|_| ())));
    assert_eq!(
        lines[..4],
        ["03-02 = 9 of 9", "03-03 v2 = 7 of 9", "03-04 +1 v2 = 6 of 10", "03-05 v6 = 0 of 10"]
    );
}

#[test]
fn a_single_figure_is_that_of_the_latest_day_and_nothing_was_done_before_the_start() {
    let now = |text: &str| utc(|options| options.now = Some(text.parse().unwrap()));
    let text = cycle(&json!([77]), &json!([9]), &json!({}));
    let lines = ledger_lines(&read_answer(&text, &now("2026-03-05T12:00:00Z")));
    assert_eq!(lines[..4], ["03-02 ?", "03-03 ?", "03-04 ?", "03-05 v9 = 68 of 77"]);
    // On the first day, and in an answer of the first day, it is the figure of that day.
    let first_day = json!({ "updatedAt": "2026-03-02T09:00:00Z" });
    for text in [text, cycle(&json!([77]), &json!([9]), &first_day)] {
        let lines = ledger_lines(&read_answer(&text, &now("2026-03-02T12:00:00Z")));
        assert_eq!(lines[0], "03-02 = 68 of 77");
    }
}

#[test]
fn issues_count_if_a_team_does_not_estimate() {
    let counts = json!({ "issueCountHistory": [9, 9], "completedIssueCountHistory": [0, 1] });
    let text = cycle(&json!([0, 0]), &json!([0, 0]), &counts);
    let sprint = read_answer(&text, &utc(|_| ()));
    assert_eq!((sprint.unit, ledger_lines(&sprint)[1].as_str()), (Unit::Items, "03-03 v1 = 8 of 9"));
}
