//! Fields without which an answer reads differently: a request that asks for certain fields may have left them out. A tracker
//! writes them in every entry, as null if there is nothing to tell.

use super::missing_part::MissingPart;
use crate::input::Format;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// A field that every entry of a kind has.
struct RequiredField {
    format: Format,
    /// The field as an error names it, after the words for the entry.
    missing: &'static str,
    /// True for an entry without the field. The name is that of the field or list that holds the object.
    is_missing: fn(&str, &JsonObject<'_>) -> bool,
    /// The request that gives it; empty for a field that is only useful.
    remedy: &'static str,
}

pub(super) const CHANGELOG_REMEDY: &str = "give the changelog as Jira answers it: expand=changelog";
const ACTIONS_REMEDY: &str = "give the actions with all their fields: /1/boards/ID/actions?limit=1000";
const MILESTONE_REMEDY: &str = "ask for the whole milestone: /api/v1/milestones/ID";

/// Fields without which the numbers are wrong.
const NEEDED: [RequiredField; 15] = [
    RequiredField {
        format: Format::Jira,
        missing: "a history without \"items\"",
        is_missing: |name, fields| matches!(name, "histories" | "changeHistories") && !fields.has("items"),
        remedy: CHANGELOG_REMEDY,
    },
    RequiredField {
        format: Format::Jira,
        missing: "a column without \"statuses\"",
        is_missing: |name, fields| name == "columns" && fields.has("name") && !fields.has("statuses"),
        remedy: "give the board as Jira answers it: /rest/agile/1.0/board/BOARD/configuration",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without \"puntedIssues\" or \"issueKeysAddedDuringSprint\"",
        is_missing: |name, fields| {
            let has_all = fields.has("puntedIssues") && fields.has("issueKeysAddedDuringSprint");
            name == "contents" && fields.has("completedIssues") && !has_all
        },
        remedy: "give the report as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without the issues that are not completed",
        is_missing: |name, fields| {
            let has_open = fields.has("issuesNotCompletedInCurrentSprint") || fields.has("incompletedIssues");
            name == "contents" && fields.has("completedIssues") && !has_open
        },
        remedy: "give the report as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a move to a column without \"notDone\"",
        is_missing: |name, fields| name == "column" && !fields.has("notDone") && !fields.has("done"),
        remedy: "give the burndown as Jira answers it",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a change of a time estimate without its values before and after",
        is_missing: |name, fields| {
            let id = fields.get("fieldId").or_else(|| fields.get("field")).and_then(JsonValue::as_str);
            let is_of_time = matches!(id, Some("timeestimate" | "timeoriginalestimate"));
            name == "items" && is_of_time && !(fields.has("from") && fields.has("to"))
        },
        remedy: CHANGELOG_REMEDY,
    },
    RequiredField {
        format: Format::Jira,
        missing: "a sprint without its id, name, state or board",
        is_missing: |name, fields| {
            let has_board = has_any(fields, &["boardId", "originBoardId"]);
            let is_of_issue = name.starts_with("customfield_") && fields.has("state");
            let is_sprint = fields.has("startDate") && (has_board || is_of_issue);
            let is_whole = ["id", "name", "state"].iter().all(|name| fields.has(name));
            is_sprint && !(is_whole && (has_board || !is_of_issue))
        },
        remedy: "give the sprints as Jira answers them",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an iteration without its title, start or duration",
        is_missing: |_, fields| {
            has_any(fields, &["startDate", "duration"])
                && !["title", "startDate", "duration"].iter().all(|name| fields.has(name))
        },
        remedy: "ask for all three: gh project item-list, or GraphQL's ProjectV2ItemFieldIterationValue { title startDate duration }",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue on a board without its \"number\", or a list without its \"nodes\"",
        is_missing: |name, fields| {
            let kind = fields.get("type").and_then(JsonValue::as_str);
            let is_issue = name == "content" && (kind == Some("Issue") || fields.has("closedAt"));
            let is_connection = matches!(name, "fieldValues" | "timelineItems");
            (is_issue && !fields.has("number")) || (is_connection && !fields.has("nodes"))
        },
        remedy: "ask for it, too: gh project item-list",
    },
    RequiredField {
        format: Format::Trello,
        missing: "an action without its card, or a list without its name",
        is_missing: |name, fields| {
            let is_list = matches!(name, "list" | "listBefore" | "listAfter");
            let has_card = || fields.get("data").is_some_and(|data| data.has("card"));
            (is_list && fields.has("id") && !fields.has("name")) || (is_card_action(fields) && !has_card())
        },
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue without \"closedAt\"",
        is_missing: |_, fields| {
            let state = fields.get("state").and_then(JsonValue::as_str);
            let is_open = state.is_some_and(|state| state.eq_ignore_ascii_case("open"));
            is_github_issue(fields) && !is_open && !has_any(fields, &["closedAt", "closed_at"])
        },
        remedy: "ask for it, too: gh issue list --state all --limit 1000 --json \
                 number,title,createdAt,closedAt,updatedAt,stateReason,milestone,labels",
    },
    RequiredField {
        format: Format::Trello,
        missing: "a move of a card without \"listAfter\"",
        is_missing: |name, fields| {
            name == "data"
                && fields.get("old").is_some_and(|old| old.has("idList"))
                && !fields.has("listAfter")
        },
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::Trello,
        missing: "a card without \"id\"",
        is_missing: |name, fields| matches!(name, "card" | "cards") && !fields.has("id"),
        remedy: ACTIONS_REMEDY,
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a closed story without \"finish_date\"",
        is_missing: |name, fields| {
            let is_closed = fields.get("is_closed").and_then(JsonValue::as_bool) == Some(true);
            name == "user_stories" && is_closed && !fields.has("finish_date")
        },
        remedy: MILESTONE_REMEDY,
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a day without \"open_points\"",
        is_missing: |name, fields| name == "days" && fields.has("day") && !fields.has("open_points"),
        remedy: "ask for the whole statistics: /api/v1/milestones/ID/stats",
    },
];

/// Fields without which some numbers may be wrong.
const USEFUL: [RequiredField; 20] = [
    RequiredField {
        format: Format::Jira,
        missing: "an issue without \"issuetype\", which may be a sub-task",
        is_missing: |name, fields| {
            name == "fields" && has_any(fields, &["summary", "status"]) && !fields.has("issuetype")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a type of issue without \"subtask\"",
        is_missing: |name, fields| name == "issuetype" && !fields.has("subtask"),
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a report without the estimates at the start or at the end",
        is_missing: |name, fields| {
            name == "contents" && fields.has("completedIssues") && lacks_estimates(fields)
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "an issue without \"created\"",
        is_missing: |name, fields| {
            name == "fields" && has_any(fields, &["summary", "status"]) && !fields.has("created")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a burndown without \"now\"",
        is_missing: |_, fields| fields.has("changes") && fields.has("startTime") && !fields.has("now"),
        remedy: "",
    },
    RequiredField {
        format: Format::Jira,
        missing: "a change in a burndown that does not say what it changed",
        is_missing: |name, fields| {
            let is_of_time = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
            is_of_time && fields.has("key") && fields.len() == 1
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Linear,
        missing: "a cycle without \"completedAt\"",
        is_missing: |_, fields| fields.has("startsAt") && fields.has("endsAt") && !fields.has("completedAt"),
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "the creation or a new name of a card without the name",
        is_missing: |_, fields| {
            let part = |name: &str| fields.get("data").and_then(|data| data.get(name));
            let is_renamed = part("old").is_some_and(|old| old.has("name"));
            let tells_name = is_renamed || is_trello_action(fields, &["createCard", "copyCard"]);
            tells_name && part("card").is_some_and(|card| !card.has("name"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an issue without the time of its creation, or a label without its name",
        is_missing: |name, fields| {
            let is_issue = fields.has("number") && has_any(fields, &["closedAt", "closed_at"]);
            let is_unnamed = name == "labels" && has_any(fields, &["id", "color"]) && !fields.has("name");
            is_unnamed || (is_issue && !has_any(fields, &["createdAt", "created_at"]))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitLab,
        missing: "an event without its milestone",
        is_missing: |name, fields| {
            let is_event = fields.has("action") && has_any(fields, &["resource_id", "resource_type"]);
            let is_told = has_any(fields, &["milestone", "iteration", "label"]);
            (is_event && !is_told) || (name == "milestone" && fields.has("title") && !fields.has("id"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an event of a milestone without its title",
        is_missing: |_, fields| {
            let kind = fields.get("event").and_then(JsonValue::as_str);
            let is_of_milestone = matches!(kind, Some("milestoned" | "demilestoned"));
            is_of_milestone && !fields.get("milestone").is_some_and(|milestone| milestone.has("title"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "a closed issue without \"stateReason\", which may be not planned",
        is_missing: |_, fields| {
            let is_closed = ["closedAt", "closed_at"].iter().any(|name| is_text(fields, name));
            is_github_issue(fields) && is_closed && !has_any(fields, &["stateReason", "state_reason"])
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "an event of a board that does not name the board",
        is_missing: |_, fields| {
            let kind = fields.get("__typename").and_then(JsonValue::as_str).unwrap_or_default();
            kind.contains("ProjectV2") && fields.has("createdAt") && !fields.has("project")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Azure,
        missing: "a work item without \"CreatedDate\"",
        is_missing: |_, fields| {
            let is_snapshot = has_any(fields, &["DateValue", "DateSK"]);
            fields.has("WorkItemId") && !is_snapshot && !fields.has("CreatedDate")
        },
        remedy: "",
    },
    RequiredField {
        format: Format::GitHub,
        missing: "a board on which no item has a \"status\"",
        is_missing: |_, fields| {
            let items = fields.get("items").and_then(JsonValue::as_list).unwrap_or_default();
            let has_content = |item: &JsonValue<'_>| item.has("content");
            items.iter().any(has_content) && !items.iter().any(|item| item.has("status"))
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "an update of a card that does not say what it changed",
        is_missing: |_, fields| {
            let old = fields.get("data").and_then(|data| data.get("old"));
            let is_empty = old.and_then(JsonValue::as_object).is_none_or(|old| old.len() == 0);
            is_trello_action(fields, &["updateCard"]) && is_empty
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "the creation of a card without its list",
        is_missing: |_, fields| {
            let has_list = fields.get("data").is_some_and(|data| data.has("list"));
            is_trello_action(fields, &["createCard", "copyCard"]) && !has_list
        },
        remedy: "",
    },
    RequiredField {
        format: Format::Trello,
        missing: "a card without \"closed\"",
        is_missing: |name, fields| name == "cards" && fields.has("name") && !fields.has("closed"),
        remedy: "",
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a story without \"created_date\"",
        is_missing: |name, fields| name == "user_stories" && !fields.has("created_date"),
        remedy: "",
    },
    RequiredField {
        format: Format::Taiga,
        missing: "a story without \"is_closed\"",
        is_missing: |name, fields| name == "user_stories" && !fields.has("is_closed"),
        remedy: "",
    },
];

fn has_any(fields: &JsonObject<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| fields.has(name))
}

fn is_text(fields: &JsonObject<'_>, name: &str) -> bool {
    fields.get(name).is_some_and(|value| value.as_str().is_some())
}

/// True for an issue with its times, unlike the one that a board or an event names.
fn is_github_issue(fields: &JsonObject<'_>) -> bool {
    fields.has("number") && has_any(fields, &["createdAt", "created_at"]) && !fields.has("open_issues")
}

fn is_trello_action(fields: &JsonObject<'_>, kinds: &[&str]) -> bool {
    let kind = fields.get("type").and_then(JsonValue::as_str);
    fields.has("data") && kind.is_some_and(|kind| kinds.contains(&kind))
}

/// True for an action on a card, whether its data are there or not.
fn is_card_action(fields: &JsonObject<'_>) -> bool {
    let kind = fields.get("type").and_then(JsonValue::as_str).unwrap_or_default();
    let is_of_card = matches!(
        kind,
        "createCard"
            | "copyCard"
            | "emailCard"
            | "convertToCardFromCheckItem"
            | "updateCard"
            | "deleteCard"
            | "moveCardToBoard"
            | "moveCardFromBoard"
    );
    is_of_card && fields.has("date")
}

/// True if no issue of a report has an estimate at the start, or none has one at the end. Jira writes no value for an issue
/// that is not estimated.
fn lacks_estimates(contents: &JsonObject<'_>) -> bool {
    const LISTS: [&str; 4] =
        ["completedIssues", "issuesNotCompletedInCurrentSprint", "incompletedIssues", "puntedIssues"];
    let issues = || LISTS.iter().filter_map(|name| contents.get(name)?.as_list()).flatten();
    let has_value = |name: &str| {
        issues().any(|issue| {
            issue
                .get(name)
                .and_then(|estimate| estimate.get("statFieldValue"))
                .is_some_and(|value| value.has("value"))
        })
    };
    issues().next().is_some() && !(has_value("estimateStatistic") && has_value("currentEstimateStatistic"))
}

/// Returns the first field of which an entry is known to lack it, with the entry.
pub(super) fn find_missing_field<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
) -> Option<MissingPart<'a>> {
    let needed: Vec<&RequiredField> = NEEDED.iter().filter(|field| field.format == format).collect();
    let (document, field) = documents.iter().find_map(|document| {
        let is_missing = |field: &&&RequiredField| any_object("", &document.value, &field.is_missing);
        Some((document, *needed.iter().find(is_missing)?))
    })?;
    Some(MissingPart {
        document,
        path: String::new(),
        found: field.missing.to_owned(),
        expected: "the field in each".to_owned(),
        remedy: field.remedy.to_owned(),
        caveat: Caveat::FieldsMissing(1),
    })
}

/// Returns the number of useful fields that an entry lacks.
pub(super) fn count_missing_fields(format: Format, documents: &[TrackerDocument<'_>]) -> usize {
    let useful = USEFUL.iter().filter(|field| field.format == format);
    let is_missing = |field: &&RequiredField| {
        documents.iter().any(|document| any_object("", &document.value, &field.is_missing))
    };
    useful.filter(is_missing).count()
}

/// True if an object at any depth is as asked; the name is that of the field that holds the object, or the list with it. The
/// recursion is limited by the depth that the parser allows.
pub(super) fn any_object(
    name: &str,
    value: &JsonValue<'_>,
    is: &dyn Fn(&str, &JsonObject<'_>) -> bool,
) -> bool {
    match value {
        JsonValue::Object(fields) => {
            is(name, fields) || fields.iter().any(|(name, inner)| any_object(name, inner, is))
        }
        JsonValue::List(list) => list.iter().any(|inner| any_object(name, inner, is)),
        _ => false,
    }
}
