//! GitHub's GraphQL, as much of it as a board and a milestone need, in pages. Its data are small enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct GitHubSite {
    /// Entries of a page of items or issues.
    pub page_entries: usize,
    /// Entries of a page of events.
    pub page_events: usize,
    /// True for a server with the events of boards.
    pub has_board_events: bool,
    pub iterations: Vec<Value>,
    pub items: Vec<Value>,
    pub issues: Vec<Value>,
}

/// The iterations of an item and the numbers in its fields.
#[derive(Clone, Copy)]
pub struct Planned {
    pub sprint: &'static str,
    pub points: u64,
    pub status: &'static str,
}

impl Default for GitHubSite {
    /// Board 7: Sprint 9, two weeks from 2 March 2026. Committed: 5 + 3 points. On 3 March issue 3 (2) joined; on 4 March issue 1
    /// (5) was closed.
    ///
    /// Milestone 3 of acme/app: from 2 March, 3 + 5 + 8 points are committed. On 3 March issue 13 (2) joined; on 4 March issue 11
    /// (3) was closed; on 5 March issue 14 (8) left; issue 15 was never in it.
    fn default() -> Self {
        let added = |day: &str| event("AddedToProjectV2Event", day, json!({ "project": { "id": "PVT_7" } }));
        let closed = |day: &str| event("ClosedEvent", day, json!({ "stateReason": "COMPLETED" }));
        let planned =
            |sprint: &'static str, points: u64, status: &'static str| Planned { sprint, points, status };
        let joined = |day: &str| event("MilestonedEvent", day, json!({ "milestoneTitle": "v1.2" }));
        let left = |day: &str| event("DemilestonedEvent", day, json!({ "milestoneTitle": "v1.2" }));
        let later = |day: &str| event("MilestonedEvent", day, json!({ "milestoneTitle": "v2" }));
        Self {
            page_entries: 2,
            page_events: 1,
            has_board_events: true,
            iterations: vec![
                iteration("Sprint 8", "2026-02-16"),
                iteration("Sprint 9", "2026-03-02"),
                iteration("Sprint 10", "2026-03-16"),
            ],
            items: vec![
                item(
                    planned("Sprint 9", 5, "Done"),
                    issue(1, Some("2026-03-04"), vec![added("2026-02-27"), closed("2026-03-04")]),
                ),
                item(planned("Sprint 9", 3, "Todo"), issue(2, None, vec![added("2026-02-27")])),
                item(planned("Sprint 9", 2, "Todo"), issue(3, None, vec![added("2026-03-03")])),
                item(planned("Sprint 10", 8, "Todo"), issue(4, None, vec![added("2026-02-27")])),
                item(
                    planned("Sprint 8", 1, "Done"),
                    issue(5, Some("2026-02-20"), vec![added("2026-02-16"), closed("2026-02-20")]),
                ),
                item(
                    planned("Sprint 9", 1, "Todo"),
                    json!({ "__typename": "PullRequest", "number": 6, "repository": { "nameWithOwner": "acme/app" } }),
                ),
            ],
            issues: vec![
                labelled(
                    3,
                    Some(3),
                    issue(11, Some("2026-03-04"), vec![joined("2026-02-25"), closed("2026-03-04")]),
                ),
                labelled(5, Some(3), issue(12, None, vec![joined("2026-02-25")])),
                labelled(2, Some(3), issue(13, None, vec![joined("2026-03-03")])),
                labelled(
                    8,
                    Some(4),
                    issue(14, None, vec![joined("2026-02-25"), left("2026-03-05"), later("2026-03-05")]),
                ),
                labelled(1, None, issue(15, None, vec![])),
            ],
        }
    }
}

fn iteration(title: &str, start: &str) -> Value {
    json!({ "title": title, "startDate": start, "duration": 12 })
}

/// An item of the board.
pub fn item(planned: Planned, content: Value) -> Value {
    let start = if planned.sprint == "Sprint 9" { "2026-03-02" } else { "2026-03-16" };
    let named = |name: &str| json!({ "name": name });
    json!({
        "id": format!("PVTI_{}", content["number"]),
        "fieldValues": { "nodes": [
            {},
            { "name": planned.status, "field": named("Status") },
            { "name": "A secret customer", "field": named("Customer") },
            { "number": planned.points, "field": named("Points") },
            { "title": planned.sprint, "startDate": start, "duration": 12, "field": named("Sprint") },
        ] },
        "content": content,
    })
}

fn event(kind: &str, day: &str, mut fields: Value) -> Value {
    fields["__typename"] = kind.into();
    fields["createdAt"] = format!("{day}T10:00:00Z").into();
    fields
}

/// An issue with its events.
pub fn issue(number: u64, closed: Option<&str>, events: Vec<Value>) -> Value {
    json!({
        "__typename": "Issue", "id": format!("I_{number}"), "number": number, "title": "A secret plan",
        "createdAt": "2026-02-16T09:00:00Z", "updatedAt": "2026-03-05T10:00:00Z",
        "closedAt": closed.map(|day| format!("{day}T10:00:00Z")),
        "state": if closed.is_some() { "CLOSED" } else { "OPEN" },
        "stateReason": closed.map(|_| "COMPLETED"),
        "repository": { "nameWithOwner": "acme/app" },
        "labels": { "nodes": [{ "name": "customer secret" }] },
        "timelineItems": events,
    })
}

/// An issue with its estimate in a label, in a milestone.
fn labelled(points: u64, milestone: Option<u64>, mut issue: Value) -> Value {
    issue["labels"]["nodes"]
        .as_array_mut()
        .expect("a list")
        .push(json!({ "name": format!("points: {points}") }));
    issue["milestone"] = json!(milestone);
    issue
}

/// An answer with an error.
pub fn graphql_error(kind: &str, message: &str) -> Answer {
    Answer::json(&json!({ "data": null, "errors": [{ "type": kind, "message": message }] }))
}

impl GitHubSite {
    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        if request.path != "/graphql" {
            return Answer::new(404, r#"{"message": "Not Found"}"#);
        }
        if request.header("authorization") != Some("Bearer token") {
            return Answer::new(401, r#"{"message": "Bad credentials"}"#);
        }
        let body = request.json();
        let (query, variables) = (body["query"].as_str().expect("a query"), &body["variables"]);
        if !self.has_board_events && query.contains("AddedToProjectV2Event") {
            return graphql_error("undefinedType", "No such type AddedToProjectV2Event");
        }
        let operation = query.strip_prefix("query ").and_then(|rest| rest.split(['(', ' ']).next());
        let data = match operation.expect("an operation") {
            "Viewer" => json!({ "viewer": { "login": "ada" },
                "__type": self.has_board_events.then(|| json!({ "name": "ProjectV2ItemStatusChangedEvent" })) }),
            "Board" | "Boards" | "Items" if variables["owner"] != "acme" => {
                json!({ "repositoryOwner": null })
            }
            "Boards" => json!({ "repositoryOwner": { "projectsV2": { "nodes": [
                { "number": 7, "title": "Team" }, { "number": 8, "title": "Roadmap" }] } } }),
            "Board" if variables["number"] != 7 => {
                return graphql_error("NOT_FOUND", "Could not resolve to a ProjectV2 with the number 9.");
            }
            "Board" => {
                let (completed, open) = self.iterations.split_at(self.iterations.len().min(1));
                json!({ "repositoryOwner": { "projectV2": { "id": "PVT_7", "number": 7, "title": "Team", "fields": { "nodes": [
                    {}, { "configuration": { "iterations": open, "completedIterations": completed } }] } } } })
            }
            "Items" => json!({ "repositoryOwner": { "projectV2": { "id": "PVT_7", "number": 7,
                "items": self.page(&self.items, variables) } } }),
            "Timeline" => self.events_of(variables),
            "Milestones" => json!({ "repository": { "milestones": self.page(&milestones(), variables) } }),
            "MilestoneIssues" => {
                let is_in = |issue: &&Value| issue["milestone"] == variables["number"];
                let issues: Vec<Value> = self.issues.iter().filter(is_in).cloned().collect();
                json!({ "repository": { "milestone": { "number": 3, "title": "v1.2", "dueOn": "2026-03-13T00:00:00Z",
                    "issues": self.page(&issues, variables) } } })
            }
            "RepositoryIssues" => {
                assert_eq!(variables["since"], "2026-02-20T09:00:00Z");
                json!({ "repository": { "issues": self.page(&self.issues, variables) } })
            }
            other => panic!("an unknown query {other}"),
        };
        Answer::json(&json!({ "data": data }))
    }

    /// A page of a list, each issue with the first page of its events.
    fn page(&self, entries: &[Value], variables: &Value) -> Value {
        let mut page = cursor_page(entries, &variables["after"], self.page_entries);
        for entry in page["nodes"].as_array_mut().expect("a list") {
            let issue = if entry["content"].is_object() { &mut entry["content"] } else { entry };
            if let Some(fields) = issue.as_object_mut().filter(|fields| fields.contains_key("timelineItems"))
            {
                fields.remove("milestone");
                if variables["titles"] != true {
                    fields.remove("title");
                }
                let events = wanted_events(&fields["timelineItems"], variables);
                fields["timelineItems"] = cursor_page(&events, &Value::Null, self.page_events);
            }
        }
        page
    }

    /// A further page of the events of an issue.
    fn events_of(&self, variables: &Value) -> Value {
        let contents = self.items.iter().map(|item| &item["content"]);
        let mut issues = contents.chain(&self.issues);
        let issue = issues.find(|issue| issue["id"] == variables["id"]).expect("an issue");
        let events = wanted_events(&issue["timelineItems"], variables);
        json!({ "node": { "timelineItems": cursor_page(&events, &variables["after"], self.page_events) } })
    }
}

fn milestones() -> Vec<Value> {
    let milestone = |number: u64, title: &str| json!({ "number": number, "title": title, "createdAt": "2026-02-20T09:00:00Z" });
    vec![milestone(2, "v1.1"), milestone(3, "v1.2"), milestone(4, "v2")]
}

/// The events of the kinds that a query asks for.
fn wanted_events(events: &Value, variables: &Value) -> Vec<Value> {
    let kinds = variables["kinds"].to_string().replace('_', "").to_lowercase();
    let is_wanted =
        |event: &&Value| kinds.contains(&event["__typename"].as_str().expect("a kind").to_lowercase());
    events.as_array().expect("a list").iter().filter(is_wanted).cloned().collect()
}

/// A page after a cursor, which is the number of the entries before it.
pub fn cursor_page(entries: &[Value], after: &Value, size: usize) -> Value {
    let start = after.as_str().map_or(0, |after| after.parse().expect("a cursor"));
    let end = (start + size).min(entries.len());
    json!({ "pageInfo": { "hasNextPage": end < entries.len(), "endCursor": end.to_string() }, "nodes": entries[start..end] })
}
