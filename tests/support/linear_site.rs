//! Linear's GraphQL, as much of it as a cycle needs, in pages. Its data are small enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct LinearSite {
    /// The value of `Authorization` that is accepted.
    pub authorization: &'static str,
    pub page_entries: usize,
    /// Changes of a page of a history.
    pub page_changes: usize,
    pub active_cycle: Option<&'static str>,
    pub cycles: Vec<Value>,
    pub issues: Vec<Value>,
}

impl Default for LinearSite {
    /// Cycle 12, two weeks from 2 March 2026. Committed: 5 + 3 + 8 points. On 3 March ENG-4 (2) joined; on 4 March ENG-1 (5) was
    /// done; on 5 March ENG-3 (8) left; ENG-9 was never in it.
    fn default() -> Self {
        let cycle = |number: u64, start: &str, end: &str| {
            json!({ "id": format!("c{number}"), "number": number, "name": null, "description": null,
                "startsAt": format!("{start}T00:00:00.000Z"), "endsAt": format!("{end}T00:00:00.000Z"),
                "completedAt": null, "updatedAt": "2026-03-05T10:00:00.000Z" })
        };
        let mut running = cycle(12, "2026-03-02", "2026-03-16");
        running["scopeHistory"] = json!([16, 18, 18, 10]);
        running["completedScopeHistory"] = json!([0, 0, 5, 5]);
        running["inProgressScopeHistory"] = json!([0, 0, 0, 0]);
        running["issueCountHistory"] = json!([3, 4, 4, 3]);
        running["completedIssueCountHistory"] = json!([0, 0, 1, 1]);
        let joined = |day: &str| change(day, json!({ "toCycleId": "c12" }));
        let done = change(
            "2026-03-04",
            json!({ "fromState": state("Todo", "unstarted"), "toState": state("Done", "completed") }),
        );
        let left = change("2026-03-05", json!({ "fromCycleId": "c12" }));
        Self {
            authorization: "lin_api_token",
            page_entries: 2,
            page_changes: 1,
            active_cycle: Some("c12"),
            cycles: vec![
                cycle(11, "2026-02-16", "2026-03-02"),
                running,
                cycle(13, "2026-03-16", "2026-03-30"),
            ],
            issues: vec![
                issue(1, 5, Some("c12"), Some("2026-03-04"), &[joined("2026-02-27"), done]),
                issue(2, 3, Some("c12"), None, &[joined("2026-02-27")]),
                issue(3, 8, None, None, &[joined("2026-02-27"), left]),
                issue(4, 2, Some("c12"), None, &[joined("2026-03-03")]),
                issue(9, 1, None, None, &[]),
            ],
        }
    }
}

fn state(name: &str, kind: &str) -> Value {
    json!({ "id": kind, "name": name, "type": kind })
}

fn change(day: &str, fields: Value) -> Value {
    let mut change = json!({ "createdAt": format!("{day}T10:00:00.000Z"), "fromCycleId": null, "toCycleId": null,
        "fromEstimate": null, "toEstimate": null, "fromState": null, "toState": null });
    for (name, value) in fields.as_object().expect("an object") {
        change[name] = value.clone();
    }
    change
}

fn issue(number: u64, points: u64, cycle: Option<&str>, done: Option<&str>, changes: &[Value]) -> Value {
    let with_id = |(index, change): (usize, &Value)| {
        let mut change = change.clone();
        change["id"] = format!("h{number}-{index}").into();
        change
    };
    json!({ "id": format!("i{number}"), "identifier": format!("ENG-{number}"), "title": "A secret plan", "estimate": points,
        "createdAt": "2026-02-20T09:00:00.000Z", "updatedAt": "2026-03-05T10:00:00.000Z",
        "completedAt": done.map(|day| format!("{day}T10:00:00.000Z")), "canceledAt": null,
        "state": if done.is_some() { state("Done", "completed") } else { state("Todo", "unstarted") },
        "cycle": cycle.map(|id| json!({ "id": id })),
        "history": changes.iter().enumerate().map(with_id).collect::<Vec<_>>() })
}

/// An answer with an error.
pub fn linear_error(status: u16, code: &str, message: &str) -> Answer {
    let body = json!({ "errors": [{ "message": message, "extensions": { "code": code } }] });
    Answer::new(status, body.to_string())
}

impl LinearSite {
    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        assert_eq!(request.path, "/graphql");
        if request.header("authorization") != Some(self.authorization) {
            return linear_error(401, "AUTHENTICATION_ERROR", "Authentication required, not authenticated");
        }
        let body = request.json();
        let (query, variables) = (body["query"].as_str().expect("a query"), &body["variables"]);
        let operation = query.strip_prefix("query ").and_then(|rest| rest.split(['(', ' ']).next());
        let data = match operation.expect("an operation") {
            "Team" => {
                let is_known = variables["key"].as_str().is_some_and(|key| key.eq_ignore_ascii_case("eng"));
                let cycle = self.active_cycle.map(|id| json!({ "id": id }));
                let team = is_known.then(|| json!({ "id": "t1", "key": "ENG", "activeCycle": cycle }));
                json!({ "viewer": { "name": "Ada" }, "teams": { "nodes": team.into_iter().collect::<Vec<_>>() } })
            }
            "Teams" => json!({ "teams": { "nodes": [{ "key": "ENG" }, { "key": "OPS" }] } }),
            "Cycles" => json!({ "team": { "cycles": self.page(&self.cycles, variables) } }),
            "Cycle" => {
                let is_wanted = |cycle: &&Value| cycle["id"] == variables["id"];
                let mut cycle = self.cycles.iter().find(is_wanted).expect("a cycle").clone();
                let is_in = |issue: &&Value| issue["cycle"]["id"] == cycle["id"];
                let issues: Vec<Value> = self.issues.iter().filter(is_in).cloned().collect();
                cycle["issues"] = self.page(&issues, variables);
                json!({ "cycle": cycle })
            }
            "Issues" => {
                assert_eq!(
                    (&variables["team"], &variables["since"]),
                    (&json!("t1"), &json!("2026-03-02T00:00:00.000Z"))
                );
                json!({ "issues": self.page(&self.issues, variables) })
            }
            "History" => {
                let issue =
                    self.issues.iter().find(|issue| issue["id"] == variables["id"]).expect("an issue");
                let changes = issue["history"].as_array().expect("a list");
                json!({ "issue": { "history": cursor_page(changes, &variables["after"], self.page_changes) } })
            }
            other => panic!("an unknown query {other}"),
        };
        Answer::json(&json!({ "data": data }))
    }

    /// A page of a list, each issue with the first page of its history.
    fn page(&self, entries: &[Value], variables: &Value) -> Value {
        let mut page = cursor_page(entries, &variables["after"], self.page_entries);
        for entry in page["nodes"].as_array_mut().expect("a list") {
            let Some(changes) = entry.get("history").and_then(Value::as_array).cloned() else { continue };
            entry["history"] = cursor_page(&changes, &Value::Null, self.page_changes);
            if variables["titles"] != true {
                entry.as_object_mut().expect("an object").remove("title");
            }
        }
        page
    }
}

/// A page after a cursor, which is the number of the entries before it.
fn cursor_page(entries: &[Value], after: &Value, size: usize) -> Value {
    let start = after.as_str().map_or(0, |after| after.parse().expect("a cursor"));
    let end = (start + size).min(entries.len());
    json!({ "pageInfo": { "hasNextPage": end < entries.len(), "endCursor": end.to_string() }, "nodes": entries[start..end] })
}
