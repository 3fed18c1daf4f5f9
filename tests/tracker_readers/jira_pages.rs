//! Builders of small answers of Jira, for the tests of pages and states.

use serde_json::{Value, json};

/// An issue in the sprint "Sprint 3" (2 to 13 March 2026) with points, in the sprint since its creation on 20 February.
pub fn issue(number: usize, points: u32) -> Value {
    json!({
        "id": format!("{}", 10_000 + number), "key": format!("AB-{number}"),
        "self": format!("https://acme.example/rest/agile/1.0/issue/{}", 10_000 + number),
        "fields": {
            "summary": format!("Work {number}"), "created": "2026-02-20T09:00:00.000+0000",
            "updated": "2026-02-20T09:00:00.000+0000",
            "issuetype": {"name": "Story", "subtask": false},
            "status": {"id": "1", "name": "To Do", "statusCategory": {"key": "new"}},
            "customfield_10016": points,
            "customfield_10020": [{
                "id": 3, "name": "Sprint 3", "state": "active", "boardId": 1,
                "startDate": "2026-03-02T08:00:00.000Z", "endDate": "2026-03-13T17:00:00.000Z"
            }]
        },
        "changelog": {"startAt": 0, "maxResults": 1, "total": 1, "histories": [{
            "id": "1", "created": "2026-02-20T09:30:00.000+0000",
            "items": [{"field": "Story Points", "fieldId": "customfield_10016", "from": null, "fromString": null,
                       "to": points.to_string(), "toString": points.to_string()}]
        }]}
    })
}

/// The same issue after it was done on 4 March.
pub fn done_issue(number: usize, points: u32) -> Value {
    let mut issue = issue(number, points);
    issue["fields"]["updated"] = json!("2026-03-04T10:00:00.000+0000");
    issue["fields"]["resolutiondate"] = json!("2026-03-04T10:00:00.000+0000");
    issue["fields"]["status"] = json!({"id": "3", "name": "Done", "statusCategory": {"key": "done"}});
    issue["changelog"]["total"] = json!(2);
    issue["changelog"]["histories"].as_array_mut().unwrap().push(json!({
        "id": "2", "created": "2026-03-04T10:00:00.000+0000",
        "items": [{"field": "status", "fieldId": "status", "from": "1", "fromString": "To Do", "to": "3", "toString": "Done"}]
    }));
    issue
}

/// A page of the agile API: `total` issues, of which `issues` begin at `start`.
pub fn offset_page(start: usize, total: usize, issues: &[Value]) -> Value {
    json!({
        "expand": "schema,names", "startAt": start, "maxResults": issues.len().max(1), "total": total, "issues": issues,
        "names": {"customfield_10016": "Story Points", "customfield_10020": "Sprint"}
    })
}

/// A page of Jira Cloud's newer endpoints.
pub fn token_page(next: Option<&str>, issues: &[Value]) -> Value {
    let names = json!({"customfield_10016": "Story Points", "customfield_10020": "Sprint"});
    match next {
        Some(token) => json!({"issues": issues, "isLast": false, "nextPageToken": token, "names": names}),
        None => json!({"issues": issues, "isLast": true, "names": names}),
    }
}
