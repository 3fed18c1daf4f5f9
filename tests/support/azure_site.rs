//! Azure DevOps, as much of it as an iteration needs: the iterations of a team, and Analytics in pages. Its data are small
//! enough to add up by hand.

#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::needless_pass_by_value, reason = "values of json! are made for a call")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use serde_json::{Value, json};

use super::replay_server::{Answer, ReplayServer, SeenRequest};

/// Answers of the site. Tests change what they need.
#[derive(Clone, Debug)]
pub struct AzureSite {
    pub page_rows: usize,
    /// A column that no process has.
    pub missing_column: Option<&'static str>,
    pub has_snapshots: bool,
    pub iterations: Vec<Value>,
}

impl Default for AzureSite {
    /// Sprint 9, two weeks from 2 March 2026. Committed: 5 + 3 + 8 points. On 3 March #4 (2) joined; on 4 March #1 (5) was done; on
    /// 5 March #3 (8) left. #11 is a task of #1.
    fn default() -> Self {
        let iteration = |name: &str, start: &str, finish: &str| {
            json!({ "id": name, "name": name, "path": format!("Shop\\{name}"), "attributes": {
                "startDate": format!("{start}T00:00:00Z"), "finishDate": format!("{finish}T00:00:00Z") } })
        };
        Self {
            page_rows: 4,
            missing_column: None,
            has_snapshots: true,
            iterations: vec![
                iteration("Sprint 8", "2026-02-16", "2026-02-27"),
                iteration("Sprint 9", "2026-03-02", "2026-03-13"),
                iteration("Sprint 10", "2026-03-16", "2026-03-27"),
            ],
        }
    }
}

/// A work item: its points, and the days of March from which on it is in the sprint, done, and out of the sprint.
struct Item {
    id: u64,
    points: Option<u64>,
    joins: u64,
    done: Option<u64>,
    leaves: Option<u64>,
}

const ITEMS: [Item; 5] = [
    Item { id: 1, points: Some(5), joins: 2, done: Some(4), leaves: None },
    Item { id: 11, points: None, joins: 2, done: Some(4), leaves: None },
    Item { id: 2, points: Some(3), joins: 2, done: None, leaves: None },
    Item { id: 3, points: Some(8), joins: 2, done: None, leaves: Some(5) },
    Item { id: 4, points: Some(2), joins: 3, done: None, leaves: None },
];

impl Item {
    fn row(&self, day: u64) -> Value {
        let is_done = self.done.is_some_and(|done| done <= day);
        json!({ "WorkItemId": self.id, "WorkItemType": if self.points.is_some() { "User Story" } else { "Task" },
            "ParentWorkItemId": if self.points.is_some() { Value::Null } else { 1.into() },
            "State": if is_done { "Closed" } else { "New" }, "StateCategory": if is_done { "Completed" } else { "Proposed" },
            "Iteration": { "IterationPath": "Shop\\Sprint 9" } })
    }
}

impl AzureSite {
    /// Starts a server of the site.
    pub fn start(self) -> ReplayServer {
        ReplayServer::start(move |request| self.answer(request))
    }

    /// Answers a request.
    pub fn answer(&self, request: &SeenRequest) -> Answer {
        // The name is empty, the secret is "token".
        if request.header("authorization") != Some("Basic OnRva2Vu") {
            return Answer::new(401, r#"{"message": "TF400813: The user is not authorized."}"#);
        }
        match request.decoded_path().as_str() {
            "/Shop/Team Red/_apis/work/teamsettings/iterations" => {
                Answer::json(&json!({ "count": self.iterations.len(), "value": self.iterations }))
            }
            "/_apis/projects" => Answer::json(&json!({ "value": [{ "name": "Shop" }, { "name": "Web" }] })),
            "/_apis/projects/Shop/teams" => {
                Answer::json(&json!({ "value": [{ "name": "Team Red" }, { "name": "Team Blue" }] }))
            }
            "/Shop/_odata/v4.0-preview/Iterations" => {
                assert_eq!(request.parameter("$filter"), "IterationPath eq 'Shop\\Sprint 9'");
                Answer::json(&json!({ "@odata.context": "https://acme.example/x", "value": [{
                    "IterationName": "Sprint 9", "IterationPath": "Shop\\Sprint 9",
                    "StartDate": "2026-03-02T00:00:00+01:00", "EndDate": "2026-03-13T23:59:59.999+01:00" }] }))
            }
            "/Shop/_odata/v4.0-preview/WorkItemSnapshot" => self.snapshots(request),
            "/Shop/_odata/v4.0-preview/WorkItems" => self.work_items(request),
            _ => Answer::new(404, r#"{"message": "TF200016: The following project does not exist."}"#),
        }
    }

    fn snapshots(&self, request: &SeenRequest) -> Answer {
        let apply = request.parameter("$apply");
        assert!(
            apply.contains(
                "Iteration/IterationPath eq 'Shop\\Sprint 9' and Teams/any(x:x/TeamName eq 'Team Red')"
            ),
            "{apply}"
        );
        let mut rows = Vec::new();
        for day in (2..=5).filter(|_| self.has_snapshots) {
            for item in
                ITEMS.iter().filter(|item| item.joins <= day && item.leaves.is_none_or(|left| day < left))
            {
                let mut row = item.row(day);
                row["DateValue"] = format!("2026-03-{day:02}T00:00:00+01:00").into();
                for (column, amount) in
                    [("StoryPoints", item.points), ("Effort", None), ("Size", None), ("RemainingWork", None)]
                {
                    if apply.contains(&format!("{column} with sum as Total{column}")) {
                        row[format!("Total{column}")] = json!(amount);
                    }
                }
                if apply.contains(",Title") {
                    row["Title"] = "A secret plan".into();
                }
                rows.push(row);
            }
        }
        self.page(request, &apply, &rows)
    }

    fn work_items(&self, request: &SeenRequest) -> Answer {
        let select = request.parameter("$select");
        let rows: Vec<Value> = ITEMS
            .iter()
            .filter(|item| item.leaves.is_none())
            .map(|item| {
                let mut row = item.row(5);
                row["StoryPoints"] = json!(item.points);
                row["CreatedDate"] = "2026-02-20T09:00:00Z".into();
                row["ClosedDate"] = json!(item.done.map(|day| format!("2026-03-{day:02}T10:00:00Z")));
                row
            })
            .collect();
        self.page(request, &select, &rows)
    }

    /// A page with the address of the next one, or an error about a column.
    fn page(&self, request: &SeenRequest, columns: &str, rows: &[Value]) -> Answer {
        if let Some(column) = self.missing_column.filter(|column| columns.contains(column)) {
            let message = format!(
                "VS403483: The query is not valid: Could not find a property named '{column}' on type 'WorkItemSnapshot'."
            );
            return Answer::new(400, json!({ "error": { "code": "0", "message": message } }).to_string());
        }
        let start: usize = request.parameter("$skip").parse().unwrap_or(0);
        let end = (start + self.page_rows).min(rows.len());
        let mut page = json!({ "@odata.context": "https://acme.example/x", "value": rows[start..end] });
        if end < rows.len() {
            let host = request.header("host").expect("a host");
            let path = request.path.split("&%24skip=").next().unwrap_or_default();
            page["@odata.nextLink"] = format!("http://{host}{path}&%24skip={end}").into();
        }
        Answer::json(&page)
    }
}
