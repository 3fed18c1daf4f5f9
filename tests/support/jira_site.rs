//! A site of Jira, as much of it as a sprint needs: board, sprints, issues, changes; in pages, with the fields that a request
//! asks for. Its data are small enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct JiraSite {
    pub is_cloud: bool,
    /// True for a site with the newer list of a sprint's issues.
    pub has_token_pages: bool,
    pub page_entries: usize,
    pub boards: Vec<Value>,
    pub sprints: Vec<Value>,
    pub issues: Vec<Value>,
}

/// The header that the site accepts.
pub const CLOUD_AUTHORIZATION: &str = "Basic YWRhQGFjbWUuZXhhbXBsZTp0b2tlbg==";
pub const PERSONAL_AUTHORIZATION: &str = "Bearer pat";

const POINTS: &str = "customfield_10016";
const SPRINT: &str = "customfield_10020";

impl Default for JiraSite {
    /// Sprint 12, two weeks from 2 March 2026. Committed: 5 + 3 + 8 points. On 3 March A-4 (2) joined; on 4 March A-1 (5) was
    /// done; on 5 March A-3 (8) left; A-9 was never in it.
    fn default() -> Self {
        let sprint = |id: u64, name: &str, state: &str, start: &str, end: &str| {
            json!({ "id": id, "self": "https://acme.example/x", "state": state, "name": name, "originBoardId": 2,
                "startDate": format!("{start}T08:00:00.000Z"), "endDate": format!("{end}T16:00:00.000Z"), "goal": "Search" })
        };
        let issue = |id: u64, points: u64, status: &str, sprint: Option<u64>, changes: Vec<Value>| {
            json!({ "id": id.to_string(), "key": format!("A-{}", id - 100), "self": "https://acme.example/x",
                "fields": {
                    "summary": "A secret plan", "assignee": { "displayName": "Ada Lovelace", "emailAddress": "ada@acme.example" },
                    "issuetype": { "name": "Story", "subtask": false, "iconUrl": "https://acme.example/x" },
                    "status": status_of(status), "created": "2026-02-20T09:00:00.000+0000", "updated": "2026-03-05T10:00:00.000+0000",
                    "resolutiondate": null, "parent": null, "timeestimate": null, "timeoriginalestimate": null,
                    SPRINT: sprint.map_or(json!([]), |id| json!([{ "id": id, "name": "Sprint 12", "state": "active", "boardId": 2,
                        "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-13T16:00:00.000Z" }])),
                    POINTS: points,
                },
                "histories": changes })
        };
        Self {
            is_cloud: true,
            has_token_pages: true,
            page_entries: 2,
            boards: vec![
                json!({ "id": 1, "name": "Blue" }),
                json!({ "id": 2, "name": "Red" }),
                json!({ "id": 3, "name": "Old red" }),
            ],
            sprints: vec![
                sprint(11, "Sprint 11", "closed", "2026-02-16", "2026-02-27"),
                sprint(12, "Sprint 12", "active", "2026-03-02", "2026-03-13"),
                sprint(13, "Sprint 13", "future", "2026-03-16", "2026-03-27"),
            ],
            issues: vec![
                issue(
                    101,
                    5,
                    "Done",
                    Some(12),
                    vec![joined(1, "2026-02-27", 12), moved(2, "2026-03-04", "10000", "10002")],
                ),
                issue(102, 3, "To Do", Some(12), vec![joined(3, "2026-02-27", 12), renamed(4, "2026-03-03")]),
                issue(103, 8, "To Do", None, vec![joined(5, "2026-02-27", 12), left(6, "2026-03-05", 12)]),
                issue(104, 2, "To Do", Some(12), vec![joined(7, "2026-03-03", 12)]),
                issue(109, 1, "To Do", None, vec![renamed(8, "2026-03-04")]),
            ],
        }
    }
}

fn status_of(name: &str) -> Value {
    let (id, key) = if name == "Done" { ("10002", "done") } else { ("10000", "new") };
    json!({ "id": id, "name": name, "statusCategory": { "id": 1, "key": key, "name": name } })
}

fn entry(id: u64, day: &str, item: Value) -> Value {
    json!({ "id": id.to_string(), "author": { "displayName": "Ada Lovelace" }, "created": format!("{day}T10:00:00.000+0000"), "items": [item] })
}

fn joined(id: u64, day: &str, sprint: u64) -> Value {
    entry(
        id,
        day,
        json!({ "field": "Sprint", "fieldId": SPRINT, "from": "", "fromString": "", "to": sprint.to_string(), "toString": "Sprint 12" }),
    )
}

fn left(id: u64, day: &str, sprint: u64) -> Value {
    entry(
        id,
        day,
        json!({ "field": "Sprint", "fieldId": SPRINT, "from": sprint.to_string(), "fromString": "Sprint 12", "to": "", "toString": "" }),
    )
}

fn moved(id: u64, day: &str, from: &str, to: &str) -> Value {
    entry(
        id,
        day,
        json!({ "field": "status", "fieldId": "status", "from": from, "fromString": "To Do", "to": to, "toString": "Done" }),
    )
}

fn renamed(id: u64, day: &str) -> Value {
    entry(
        id,
        day,
        json!({ "field": "summary", "fieldId": "summary", "from": null, "fromString": "A secret plan", "to": null, "toString": "Another" }),
    )
}

impl JiraSite {
    /// Closes Sprint 12 on its last day, as it was on 5 March, and starts Sprint 13 with one of its issues.
    pub fn close_sprint(&mut self) {
        self.sprints[1]["state"] = json!("closed");
        self.sprints[1]["completeDate"] = json!("2026-03-13T15:00:00.000Z");
        self.sprints[2]["state"] = json!("active");
        for issue in &mut self.issues {
            for sprint in issue["fields"][SPRINT].as_array_mut().expect("a list") {
                sprint["state"] = json!("closed");
                sprint["completeDate"] = json!("2026-03-13T15:00:00.000Z");
            }
        }
        let next = json!({ "id": 13, "name": "Sprint 13", "state": "active", "boardId": 2,
            "startDate": "2026-03-16T08:00:00.000Z", "endDate": "2026-03-27T16:00:00.000Z" });
        self.issues[1]["fields"][SPRINT].as_array_mut().expect("a list").push(next);
        let joined = joined(9, "2026-03-13", 13);
        self.issues[1]["histories"].as_array_mut().expect("a list").push(joined);
    }

    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        let path = request.decoded_path();
        let parameter = |name: &str| request.parameter(name);
        if path == "/rest/api/2/serverInfo" {
            return Answer::json(
                &json!({ "deploymentType": if self.is_cloud { "Cloud" } else { "Server" } }),
            );
        }
        let accepted = if self.is_cloud { CLOUD_AUTHORIZATION } else { PERSONAL_AUTHORIZATION };
        if request.header("authorization") != Some(accepted) {
            return Answer::new(
                401,
                r#"{"errorMessages": ["Client must be authenticated to access this resource."]}"#,
            );
        }
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["rest", "api", "2", "myself"] => {
                Answer::json(&json!({ "emailAddress": "ada@acme.example", "displayName": "Ada" }))
            }
            ["rest", "api", "2", "field"] => Answer::json(&json!([
                { "id": "summary", "name": "Summary", "schema": { "type": "string" } },
                { "id": SPRINT, "name": "Sprint", "schema": { "custom": "com.pyxis.greenhopper.jira:gh-sprint" } },
                { "id": POINTS, "name": "Story point estimate", "schema": { "custom": "com.pyxis.greenhopper.jira:jsw-story-points" } },
            ])),
            ["rest", "api", "2", "status"] => Answer::json(&json!([status_of("To Do"), status_of("Done")])),
            ["rest", "agile", "1.0", "board"] => self.offset_page("values", &self.boards, &parameter),
            ["rest", "agile", "1.0", "board", id, "configuration"] => self.configuration(id),
            ["rest", "agile", "1.0", "board", _, "sprint"] => {
                let states = parameter("state");
                let chosen = self
                    .sprints
                    .iter()
                    .filter(|sprint| states.split(',').any(|state| sprint["state"] == state));
                self.offset_page("values", &chosen.cloned().collect::<Vec<_>>(), &parameter)
            }
            ["rest", "agile", "1.0", "board", _, "issue"] => {
                assert!(parameter("jql").starts_with("updated >= \"2026-03-"), "{}", parameter("jql"));
                self.issue_page(&self.issues, &parameter, false)
            }
            ["rest", kind @ ("software" | "agile"), "1.0", "sprint", id, "issue"] => {
                let has_tokens = *kind == "software";
                if has_tokens && !self.has_token_pages {
                    return Answer::new(404, r#"{"message": "null for uri"}"#);
                }
                let is_in = |issue: &&Value| {
                    issue["fields"][SPRINT].as_array().is_some_and(|list| {
                        list.iter().any(|sprint| sprint["id"].as_u64() == id.parse().ok())
                    })
                };
                self.issue_page(
                    &self.issues.iter().filter(is_in).cloned().collect::<Vec<_>>(),
                    &parameter,
                    has_tokens,
                )
            }
            ["rest", "api", "3", "changelog", "bulkfetch"] if self.is_cloud => {
                self.bulk_page(&request.json())
            }
            _ => Answer::new(404, r#"{"message": "null for uri"}"#),
        }
    }

    fn configuration(&self, id: &str) -> Answer {
        if !self.boards.iter().any(|board| board["id"].as_u64() == id.parse().ok()) {
            return Answer::new(404, r#"{"errorMessages": ["The requested board cannot be viewed."]}"#);
        }
        Answer::json(&json!({ "id": 2, "name": "Red", "columnConfig": { "columns": [
                { "name": "To Do", "statuses": [{ "id": "10000" }] }, { "name": "Done", "statuses": [{ "id": "10002" }] } ] },
            "estimation": { "type": "field", "field": { "fieldId": POINTS, "displayName": "Story point estimate" } } }))
    }

    /// A page by `startAt`, smaller than it was asked for.
    fn offset_page(&self, name: &str, entries: &[Value], parameter: &dyn Fn(&str) -> String) -> Answer {
        let start = parameter("startAt").parse().unwrap_or(0).min(entries.len());
        let end = (start + self.page_entries).min(entries.len());
        Answer::json(
            &json!({ "startAt": start, "maxResults": self.page_entries, "isLast": end == entries.len(), name: entries[start..end] }),
        )
    }

    fn issue_page(&self, issues: &[Value], parameter: &dyn Fn(&str) -> String, has_tokens: bool) -> Answer {
        let position = if has_tokens { "nextPageToken" } else { "startAt" };
        let start = parameter(position).parse().unwrap_or(0).min(issues.len());
        let end = (start + self.page_entries).min(issues.len());
        let (fields, expand) = (parameter("fields"), parameter("expand"));
        let shown: Vec<Value> =
            issues[start..end].iter().map(|issue| shown_issue(issue, &fields, &expand)).collect();
        match (has_tokens, end == issues.len()) {
            (true, true) => Answer::json(&json!({ "isLast": true, "issues": shown })),
            (true, false) => {
                Answer::json(&json!({ "isLast": false, "nextPageToken": end.to_string(), "issues": shown }))
            }
            (false, _) => Answer::json(
                &json!({ "startAt": start, "maxResults": self.page_entries, "total": issues.len(), "issues": shown }),
            ),
        }
    }

    /// A page of changes: one issue's after another, as many entries as a page has.
    fn bulk_page(&self, body: &Value) -> Answer {
        let has = |list: &Value, id: &Value| list.as_array().is_some_and(|list| list.contains(id));
        let mut entries = Vec::new();
        for issue in self.issues.iter().filter(|issue| has(&body["issueIdsOrKeys"], &issue["id"])) {
            for entry in issue["histories"].as_array().expect("a list") {
                if entry["items"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .any(|item| has(&body["fieldIds"], &item["fieldId"]))
                {
                    entries.push((issue["id"].clone(), entry.clone()));
                }
            }
        }
        let start = body["nextPageToken"].as_str().map_or(0, |token| token.parse().expect("a token"));
        let end = (start + self.page_entries).min(entries.len());
        let logs = entries[start..end]
            .iter()
            .map(|(id, entry)| json!({ "issueId": id, "changeHistories": [entry] }));
        let mut page = json!({ "issueChangeLogs": logs.collect::<Vec<_>>() });
        if end < entries.len() {
            page["nextPageToken"] = json!(end.to_string());
        }
        Answer::json(&page)
    }
}

/// An issue with the fields that were asked for.
fn shown_issue(issue: &Value, fields: &str, expand: &str) -> Value {
    let mut shown = issue.clone();
    let histories = shown.as_object_mut().expect("an object").remove("histories").expect("a list");
    if expand.contains("changelog") {
        let count = histories.as_array().expect("a list").len();
        shown["changelog"] =
            json!({ "startAt": 0, "maxResults": count, "total": count, "histories": histories });
    }
    shown["fields"]
        .as_object_mut()
        .expect("an object")
        .retain(|name, _| fields.split(',').any(|field| field == name));
    shown
}
