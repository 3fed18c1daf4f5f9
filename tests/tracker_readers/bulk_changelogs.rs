//! Jira's bulk changelogs, which are given beside the issues.

use emberline::ReadOptions;
use emberline::sprint::Caveat;
use serde_json::{Value, json};

use super::jira_pages::{issue, offset_page};
use super::{ledger_lines, options_with, read_answer, refusal_message};

/// An issue with its id, and with the newest of its changes only.
fn cut_issue(number: u32, points: u32) -> Value {
    let mut issue = issue(number as usize, points);
    issue["id"] = json!((10_000 + number).to_string());
    issue["changelog"] = json!({ "total": 60, "histories": [] });
    issue
}

fn change(id: u32, at: &Value, item: &Value) -> Value {
    json!({ "id": id.to_string(), "created": at, "items": [item] })
}

fn bulk_page(token: Option<&str>, logs: &[(u32, Vec<Value>)]) -> Value {
    let log = |(number, entries): &(u32, Vec<Value>)| json!({ "issueId": (10_000 + number).to_string(), "changeHistories": entries });
    let logs: Vec<Value> = logs.iter().map(log).collect();
    json!({ "issueChangeLogs": logs, "nextPageToken": token })
}

fn text(documents: &[Value]) -> String {
    documents.iter().map(|document| format!("{document}\n")).collect()
}

fn as_of() -> ReadOptions {
    options_with(|options| options.as_of = Some("2026-03-06".parse().unwrap()))
}

/// An estimate that was raised from 3 to 5 on 3 March, and a status that was done on 4 March.
fn changes() -> (Value, Value) {
    // 3 March 2026, 10:00 in UTC, in milliseconds; 4 March as a text.
    let estimate = json!({ "field": "Punkte", "fieldId": "customfield_10016", "fieldtype": "custom", "fromString": "3",
                           "toString": "5", "from": null, "to": null });
    let status = json!({ "field": "Status", "fieldId": "status", "fieldtype": "jira", "from": "1", "fromString": "Offen",
                         "to": "5", "toString": "Fertig" });
    (
        change(1, &json!(1_772_532_000_000_i64), &estimate),
        change(2, &json!("2026-03-04T10:00:00.000+0000"), &status),
    )
}

fn issues() -> Value {
    let mut page = offset_page(0, 1, &[cut_issue(1, 5)]);
    page["issues"][0]["fields"]["status"] =
        json!({ "id": "5", "name": "Fertig", "statusCategory": { "key": "done" } });
    page
}

#[test]
fn a_bulk_answer_completes_changelogs_that_are_cut() {
    let cut = read_answer(&issues().to_string(), &as_of());
    assert!(cut.caveats.contains(&Caveat::HistoryCut(1)), "{:?}", cut.caveats);
    let (estimate, status) = changes();
    // Pages overlap, and come in any order.
    let first = bulk_page(Some("next"), &[(1, vec![estimate.clone()])]);
    let last = bulk_page(None, &[(1, vec![status, estimate])]);
    for documents in [[issues(), first.clone(), last.clone()], [last, first, issues()]] {
        let sprint = read_answer(&text(&documents), &as_of());
        let lines = ledger_lines(&sprint);
        assert_eq!(lines[1..3], ["03-03 ~2 = 5 of 5", "03-04 v5 = 0 of 5"], "{lines:?}");
        let is_cut = |caveat: &Caveat| matches!(caveat, Caveat::HistoryCut(_) | Caveat::HistoryPerhapsCut(_));
        assert!(!sprint.caveats.iter().any(is_cut), "{:?}", sprint.caveats);
    }
}

#[test]
fn a_bulk_answer_without_its_last_page_or_its_issues_is_refused() {
    let (estimate, _) = changes();
    let first = bulk_page(Some("UxAQBFRF"), &[(1, vec![estimate.clone()])]);
    assert_eq!(
        refusal_message(&text(&[issues(), first]), &as_of()),
        "jira: document 2: nextPageToken: found 1 changelog with more to follow, expected the last page, too; repeat the request \
         with the token of the last page until there is none, and give all pages with --with: curl -u USER:TOKEN -H \
         'Content-Type: application/json' -d '{\"issueIdsOrKeys\": [\"KEY-1\", …], \"maxResults\": 10000, \"nextPageToken\": \
         \"UxAQBFRF\"}' 'https://SITE/rest/api/3/changelog/bulkfetch' > next.json; --partial draws what is there, and says so"
    );
    let other = bulk_page(None, &[(2, vec![estimate])]);
    let refusal = |place: &str| {
        format!(
            "jira: {place}issueChangeLogs: found changelogs of other issues only, expected the issues with their ids beside \
             them; add them with --with: /rest/agile/1.0/sprint/SPRINT/issue?expand=names"
        )
    };
    assert_eq!(refusal_message(&text(&[issues(), other.clone()]), &as_of()), refusal("document 2: "));
    assert_eq!(refusal_message(&other.to_string(), &as_of()), refusal(""));
}

#[test]
fn a_wrong_time_or_value_in_a_bulk_answer_is_refused_with_its_place() {
    let (estimate, _) = changes();
    for (at, found) in [(json!(-5), "-5"), (json!(true), "true"), (json!(0.5), "0.5")] {
        let page = bulk_page(None, &[(1, vec![change(1, &at, &estimate["items"][0])])]);
        let message = refusal_message(&text(&[issues(), page]), &as_of());
        assert_eq!(
            message,
            format!(
                "jira: document 2: issueChangeLogs[0].changeHistories[0].created: found {found}, expected an instant with offset \
                 (2023-08-23T10:00:00.000+0000), or milliseconds since 1970"
            )
        );
    }
    let mut wrong = estimate;
    wrong["items"][0]["toString"] = json!("many");
    let page = bulk_page(None, &[(1, vec![wrong])]);
    assert_eq!(
        refusal_message(&text(&[issues(), page]), &as_of()),
        "jira: document 2: issueChangeLogs[0].changeHistories[0].items[0].toString: found \"many\", expected a number from 0 to \
         1000000 (MAX_AMOUNT)"
    );
}

#[test]
fn the_sprint_of_an_issue_is_known_by_the_id_of_its_field() {
    // The site calls the field "Iteration", and another one "Sprint".
    let sprint = json!({ "id": 3, "name": "Sprint 3", "state": "closed", "boardId": 2,
                         "startDate": "2026-03-02T00:00:00.000Z", "endDate": "2026-03-07T00:00:00.000Z",
                         "completeDate": "2026-03-07T00:00:00.000Z" });
    let entry = |id: u32, at: &str, field: &str, field_id: &str, from: &str, to: &str| {
        let item = json!({ "field": field, "fieldId": field_id, "from": from, "fromString": "", "to": to, "toString": "" });
        change(id, &json!(at), &item)
    };
    let histories = [
        entry(1, "2026-03-03T10:00:00.000+0000", "Iteration", "customfield_7", "", "3"),
        entry(2, "2026-03-04T10:00:00.000+0000", "Sprint", "customfield_8", "3", ""),
    ];
    let fields = json!({
        "summary": "Card", "created": "2026-02-20T10:00:00.000+0000", "customfield_1": 3, "customfield_7": [sprint],
        "issuetype": { "subtask": false }, "status": { "id": "1", "name": "Offen", "statusCategory": { "key": "new" } },
    });
    let issue =
        json!({ "key": "S-1", "fields": fields, "changelog": { "total": 2, "histories": histories } });
    let page = json!({ "issues": [issue], "total": 1, "names": { "customfield_1": "Story Points" } });
    let lines = ledger_lines(&read_answer(&page.to_string(), &as_of()));
    assert_eq!(lines[..3], ["03-02 = 0 of 0", "03-03 +3 = 3 of 3", "03-04 = 3 of 3"]);
    let without = |history: usize, value: &str| {
        let mut page = page.clone();
        let item = &mut page["issues"][0]["changelog"]["histories"][history]["items"][0];
        item.as_object_mut().unwrap().remove(value);
        page.to_string()
    };
    let error = refusal_message(&without(0, "from"), &as_of());
    assert!(error.contains("a change without \"from\""), "{error}");
    // The other field holds no sprints, so that its raw values are not read, but those that it displays may be an estimate.
    let sprint = read_answer(&without(1, "fromString"), &as_of());
    assert!(sprint.caveats.contains(&Caveat::FieldsMissing(1)), "{:?}", sprint.caveats);
    assert!(!read_answer(&without(1, "from"), &as_of()).caveats.contains(&Caveat::FieldsMissing(1)));
}
