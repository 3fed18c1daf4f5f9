//! Answers of known trackers that lack what a sprint needs: the request was almost the right one.

use super::super::error::{InputError, Location};
use super::super::format::Format;
use super::super::json_value::JsonValue;

/// An answer that lacks something.
struct NearMiss {
    format: Format,
    is_answer: fn(&JsonValue<'_>) -> bool,
    found: &'static str,
    expected: &'static str,
    remedy: &'static str,
}

const NEAR_MISSES: [NearMiss; 12] = [
    NearMiss {
        format: Format::Jira,
        is_answer: |value| {
            let issue = first_of(value, "issues");
            let is_jira = issue.is_some_and(|issue| issue.has("key") || issue.has("self"))
                || ["isLast", "nextPageToken", "startAt"].iter().any(|name| value.has(name));
            issue.is_some_and(|issue| issue.has("id") && !issue.has("fields")) && is_jira
        },
        found: "issues without their fields and changelogs",
        expected: "both",
        remedy: "ask for them: /rest/api/3/search/jql?jql=sprint=SPRINT&fields=*all&expand=changelog,names, or \
                 /rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names",
    },
    NearMiss {
        format: Format::Jira,
        is_answer: |value| {
            first_of(value, "values").is_some_and(|board| board.has("type") && board.has("self"))
        },
        found: "a list of boards",
        expected: "the issues of a sprint",
        remedy: "ask for /rest/agile/1.0/board/BOARD/sprint?state=active, then for /rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names",
    },
    NearMiss {
        format: Format::GitHub,
        is_answer: |value| {
            value
                .first()
                .is_some_and(|issue| issue.has("number") && (issue.has("title") || issue.has("state")))
        },
        found: "issues without the times of their creation and close",
        expected: "both",
        remedy: "gh issue list --state all --limit 1000 --json number,title,createdAt,closedAt,updatedAt,stateReason,milestone,labels",
    },
    NearMiss {
        format: Format::GitHub,
        is_answer: |value| value.has("total_count") && value.has("incomplete_results"),
        found: "an answer of the search",
        expected: "a list of issues or a board",
        remedy: "gh issue list --search QUERY --state all --limit 1000 --json number,title,createdAt,closedAt,updatedAt,milestone,labels",
    },
    NearMiss {
        format: Format::GitHub,
        is_answer: |value| first_of(value, "projects").is_some_and(|project| project.has("number")),
        found: "a list of projects",
        expected: "the items of one",
        remedy: "gh project item-list NUMBER --owner OWNER --format json --limit 1000",
    },
    NearMiss {
        format: Format::Azure,
        is_answer: |value| {
            value.has("workItems")
                || first_of(value, "value").is_some_and(|item| item.has("rev") || item.has("attributes"))
        },
        found: "work items as they are today, or iterations",
        expected: "their state on each day: rows of WorkItemSnapshot of Analytics",
        remedy: "ask Analytics: https://analytics.dev.azure.com/ORGANIZATION/PROJECT/_odata/v4.0-preview/WorkItemSnapshot?$apply=…; \
                 emberline formats has the whole request",
    },
    NearMiss {
        format: Format::Linear,
        is_answer: |value| any_object(value, &["startsAt", "endsAt"], &["scopeHistory"]),
        found: "a cycle without its histories",
        expected: "\"scopeHistory\" and \"completedScopeHistory\"",
        remedy: "add scopeHistory completedScopeHistory inProgressScopeHistory issueCountHistory completedIssueCountHistory to the query",
    },
    NearMiss {
        format: Format::GitLab,
        is_answer: |value| any_object(value, &["dueDate", "startDate"], &["report"]),
        found: "a milestone or an iteration without its report",
        expected: "\"report\"",
        remedy: "add report { burnupTimeSeries { date scopeCount scopeWeight completedCount completedWeight } } to the query",
    },
    NearMiss {
        format: Format::Trello,
        is_answer: |value| value.first().is_some_and(|card| card.has("idBoard") && card.has("idList")),
        found: "cards as they are today",
        expected: "the actions of the board, which are its history",
        remedy: "ask for /1/boards/ID/actions?limit=1000, and give the lists beside them: /1/boards/ID/lists?cards=all",
    },
    NearMiss {
        format: Format::Trello,
        is_answer: |value| value.first().is_some_and(|list| list.has("idBoard") && list.has("pos")),
        found: "lists without their cards",
        expected: "the actions of the board, and the lists with their cards",
        remedy: "ask for /1/boards/ID/actions?limit=1000 and /1/boards/ID/lists?cards=all",
    },
    NearMiss {
        format: Format::Taiga,
        is_answer: |value| {
            value.first().is_some_and(|story| story.has("milestone_slug") && story.has("subject"))
        },
        found: "a list of user stories, which may be one page of several",
        expected: "the milestone with all its stories",
        remedy: "ask for /api/v1/milestones/ID",
    },
    NearMiss {
        format: Format::Taiga,
        is_answer: |value| {
            value.first().is_some_and(|milestone| {
                milestone.has("estimated_start") && milestone.has("estimated_finish")
            })
        },
        found: "a list of milestones",
        expected: "one milestone with its stories",
        remedy: "ask for /api/v1/milestones/ID",
    },
];

fn first_of<'a>(value: &'a JsonValue<'a>, list: &str) -> Option<&'a JsonValue<'a>> {
    value.get(list)?.first()
}

/// True if an object at any depth has some fields and lacks others. The recursion is limited by the depth that the parser
/// allows.
fn any_object(value: &JsonValue<'_>, has: &[&str], lacks: &[&str]) -> bool {
    match value {
        JsonValue::Object(fields) => {
            let is = has.iter().all(|name| fields.has(name)) && !lacks.iter().any(|name| fields.has(name));
            is || fields.iter().any(|(_, inner)| any_object(inner, has, lacks))
        }
        JsonValue::List(list) => list.iter().any(|inner| any_object(inner, has, lacks)),
        _ => false,
    }
}

/// Returns the error for an answer of a known tracker that lacks what a sprint needs.
pub fn refuse_near_miss(document: &JsonValue<'_>) -> Option<Box<InputError>> {
    let miss = NEAR_MISSES.iter().find(|miss| (miss.is_answer)(document))?;
    let mut error =
        InputError::new(Location::EntireInput, miss.found, miss.expected).with_remedy(miss.remedy);
    error.tracker = Some(miss.format.name());
    Some(error)
}
