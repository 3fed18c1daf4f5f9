//! A site of GitLab, as much of it as a milestone or an iteration needs, in pages with the header `Link`. Its data are small
//! enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct GitLabSite {
    /// `milestone` or `iteration`: the kind of the timeboxes that issues have.
    pub kind: &'static str,
    pub page_entries: usize,
    /// True if the site keeps changes of weights.
    pub has_weight_events: bool,
    pub timeboxes: Vec<Value>,
    pub issues: Vec<Value>,
}

impl Default for GitLabSite {
    /// Milestone v1.2, two weeks from 2 March 2026. Committed: 5 + 3 + 8. On 3 March #4 (2) joined; on 4 March #1 (5) was closed;
    /// on 5 March #3 (8) got another milestone; #9 was never in it.
    fn default() -> Self {
        Self {
            kind: "milestone",
            page_entries: 2,
            has_weight_events: true,
            timeboxes: vec![
                timebox(60, "v1.1", "2026-02-16", "2026-02-27"),
                timebox(61, "v1.2", "2026-03-02", "2026-03-13"),
                timebox(62, "v1.3", "2026-03-16", "2026-03-27"),
            ],
            issues: vec![
                issue(1, 5, Some("2026-03-04"), Some(61), &[change(11, "2026-02-27", "add", 61)]),
                issue(2, 3, None, Some(61), &[change(21, "2026-02-27", "add", 61)]),
                issue(
                    3,
                    8,
                    None,
                    Some(62),
                    &[change(31, "2026-02-27", "add", 61), change(32, "2026-03-05", "add", 62)],
                ),
                issue(4, 2, None, Some(61), &[change(41, "2026-03-03", "add", 61)]),
                issue(9, 1, None, None, &[]),
            ],
        }
    }
}

fn timebox(id: u64, title: &str, start: &str, due: &str) -> Value {
    json!({ "id": id, "iid": id - 50, "sequence": id - 59, "title": title, "description": "A secret goal", "state": "active",
        "start_date": start, "due_date": due, "created_at": "2026-02-01T09:00:00.000Z", "updated_at": "2026-02-01T09:00:00.000Z",
        "web_url": "https://acme.example/x" })
}

/// A change of an issue's timebox. The site writes the timebox into it.
fn change(id: u64, day: &str, action: &str, timebox: u64) -> Value {
    json!({ "id": id, "user": { "name": "Ada Lovelace" }, "created_at": format!("{day}T10:00:00.000Z"),
        "resource_type": "Issue", "action": action, "timebox": timebox })
}

fn issue(iid: u64, weight: u64, closed: Option<&str>, timebox: Option<u64>, changes: &[Value]) -> Value {
    json!({ "id": 100 + iid, "iid": iid, "project_id": 5, "title": "A secret plan", "description": "secret",
        "author": { "name": "Ada Lovelace" }, "labels": [], "assignees": [],
        "state": if closed.is_some() { "closed" } else { "opened" }, "weight": weight, "issue_type": "issue",
        "created_at": "2026-02-20T09:00:00.000Z", "updated_at": "2026-03-05T10:00:00.000Z",
        "closed_at": closed.map(|day| format!("{day}T10:00:00.000Z")), "references": { "full": format!("acme/app#{iid}") },
        "timebox": timebox, "changes": changes })
}

impl GitLabSite {
    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        if request.header("private-token") != Some("token") {
            return Answer::new(401, r#"{"message": "401 Unauthorized"}"#);
        }
        let path = request.path.split('?').next().unwrap_or_default();
        let segments: Vec<&str> = path.trim_start_matches("/api/v4/").split('/').collect();
        let kind = format!("{}s", self.kind);
        match segments.as_slice() {
            ["user"] => Answer::json(&json!({ "username": "ada" })),
            ["groups", "acme"] | ["projects", "acme%2Fapp"] => Answer::json(&json!({ "id": 5 })),
            ["groups", "acme", list] | ["projects", "acme%2Fapp", list] if *list == kind => {
                // Only iterations have a position in a cadence.
                let mut timeboxes = self.timeboxes.clone();
                for timebox in timeboxes.iter_mut().filter(|_| self.kind == "milestone") {
                    timebox.as_object_mut().expect("an object").remove("sequence");
                }
                self.page(request, &timeboxes)
            }
            ["groups", "acme", "issues"] | ["projects", "acme%2Fapp", "issues"] => self.issue_page(request),
            ["projects", "5", "issues", iid, events] => self.event_page(request, iid, events),
            _ => Answer::new(404, r#"{"message": "404 Not Found"}"#),
        }
    }

    /// A page by its number, with the address of the next one.
    fn page(&self, request: &SeenRequest, entries: &[Value]) -> Answer {
        let page: usize = request.parameter("page").parse().unwrap_or(1);
        let start = ((page - 1) * self.page_entries).min(entries.len());
        let end = (start + self.page_entries).min(entries.len());
        let answer = Answer::json(&json!(entries[start..end]));
        if end == entries.len() {
            return answer;
        }
        let host = request.header("host").expect("a host");
        let rest: Vec<&str> = request.path.split('&').filter(|part| !part.starts_with("page=")).collect();
        let next = format!("http://{host}{}&page={}", rest.join("&"), page + 1);
        answer.with_header("Link", &format!("<{next}>; rel=\"next\", <{next}>; rel=\"last\""))
    }

    fn issue_page(&self, request: &SeenRequest) -> Answer {
        assert_eq!(request.parameter("scope"), "all");
        let wanted = match self.kind {
            "milestone" => request.parameter("milestone"),
            _ => request.parameter("iteration_id"),
        };
        let is_wanted =
            |timebox: &&Value| timebox["title"] == *wanted || timebox["id"].as_u64() == wanted.parse().ok();
        let timebox = self.timeboxes.iter().find(is_wanted).map(|timebox| &timebox["id"]);
        if timebox.is_none() {
            assert_eq!(request.parameter("updated_after"), "2026-03-01T00:00:00Z");
        }
        let is_in = |issue: &&Value| timebox.is_none_or(|timebox| issue["timebox"] == *timebox);
        let shown = self.issues.iter().filter(is_in).map(|issue| {
            let mut shown = self.with_timebox(issue);
            shown.as_object_mut().expect("an object").remove("changes");
            shown
        });
        self.page(request, &shown.collect::<Vec<_>>())
    }

    fn event_page(&self, request: &SeenRequest, iid: &str, events: &str) -> Answer {
        let issue =
            self.issues.iter().find(|issue| issue["iid"].as_u64() == iid.parse().ok()).expect("an issue");
        let with_issue = |mut event: Value| {
            event["resource_id"] = issue["id"].clone();
            event
        };
        if events == format!("resource_{}_events", self.kind) {
            let changes = issue["changes"].as_array().expect("a list").iter();
            let changes = changes.map(|change| with_issue(self.with_timebox(change)));
            return self.page(request, &changes.collect::<Vec<_>>());
        }
        match events {
            "resource_state_events" => {
                let closed = issue["closed_at"].as_str().map(|at| {
                    with_issue(
                        json!({ "id": 900, "created_at": at, "resource_type": "Issue", "state": "closed" }),
                    )
                });
                self.page(request, &closed.into_iter().collect::<Vec<_>>())
            }
            "resource_weight_events" if self.has_weight_events => {
                let weight = json!({ "id": 800, "created_at": "2026-02-20T09:00:01.000Z", "issue_id": issue["id"],
                    "weight": issue["weight"] });
                self.page(request, &[weight])
            }
            _ => Answer::new(404, r#"{"error": "404 Not Found"}"#),
        }
    }

    /// An issue or an event with its whole timebox in the field of the kind.
    fn with_timebox(&self, entry: &Value) -> Value {
        let mut shown = entry.clone();
        let id = shown.as_object_mut().expect("an object").remove("timebox").unwrap_or_default();
        let timebox = self.timeboxes.iter().find(|timebox| timebox["id"] == id);
        shown["milestone"] = Value::Null;
        shown[self.kind] = json!(timebox);
        shown
    }
}
