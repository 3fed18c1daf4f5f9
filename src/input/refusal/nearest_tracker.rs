//! The tracker whose answers an unknown document resembles most.

use super::super::error_text::quote;
use super::super::format::Format;
use super::super::json_value::JsonValue;
use super::tracker_title::tracker_title;

/// The fields that make a document look like one of a tracker, and those that its reader needs.
struct Likeness {
    format: Format,
    fields: &'static [&'static str],
    needs: &'static str,
}

const LIKENESSES: [Likeness; 8] = [
    Likeness {
        format: Format::Jira,
        fields: &["issues", "key", "self", "changelog", "expand", "startAt", "maxResults", "histories"],
        needs: "\"issues\" with \"key\", \"fields\" and \"changelog\"",
    },
    Likeness {
        format: Format::GitHub,
        fields: &[
            "number",
            "createdAt",
            "closedAt",
            "html_url",
            "node_id",
            "projectV2",
            "repository",
            "stateReason",
        ],
        needs: "issues with \"number\" and \"createdAt\", or a board with \"items\" and their \"content\"",
    },
    Likeness {
        format: Format::GitLab,
        fields: &[
            "iid",
            "project_id",
            "web_url",
            "created_at",
            "due_date",
            "resource_type",
            "burnupTimeSeries",
        ],
        needs: "issues with \"iid\" and their resource events, or \"report\" with \"burnupTimeSeries\"",
    },
    Likeness {
        format: Format::Azure,
        fields: &["@odata.context", "value", "DateValue", "StateCategory", "IterationPath", "WorkItemId"],
        needs: "\"value\" with rows that have \"DateValue\" and \"State\"",
    },
    Likeness {
        format: Format::Linear,
        fields: &["cycles", "cycle", "activeCycle", "startsAt", "endsAt", "identifier", "issueCountHistory"],
        needs: "a cycle with \"startsAt\" and \"scopeHistory\"",
    },
    Likeness {
        format: Format::Trello,
        fields: &["idBoard", "idList", "idShort", "cards", "actions", "lists", "idMemberCreator"],
        needs: "actions with \"type\", \"date\" and \"data\", or the export with \"lists\" and \"actions\"",
    },
    Likeness {
        format: Format::Taiga,
        fields: &[
            "user_stories",
            "milestone_slug",
            "estimated_start",
            "estimated_finish",
            "is_closed",
            "ref",
        ],
        needs: "a milestone with \"user_stories\", or statistics with \"days\"",
    },
    Likeness {
        format: Format::Redmine,
        fields: &["issue", "journals", "fixed_version", "done_ratio", "created_on", "estimated_hours"],
        needs: "\"issue\" or \"issues\" with \"status\", \"created_on\" and \"fixed_version\"",
    },
];

/// Returns the sentence about the tracker that a document resembles most; `None` if it has fewer than two fields of any.
pub fn describe_nearest(document: &JsonValue<'_>) -> Option<String> {
    let has = |name: &&&str| has_field(document, name, SEARCHED_DEPTH);
    let shared = |likeness: &Likeness| likeness.fields.iter().filter(has).count();
    // Of several that share as many, the first one counts.
    let nearest = LIKENESSES.iter().rev().max_by_key(|likeness| shared(likeness))?;
    if shared(nearest) < 2 {
        return None;
    }
    let names: Vec<String> = nearest.fields.iter().filter(has).map(|name| quote(name)).collect();
    let title = tracker_title(nearest.format);
    Some(format!("nearest is {title} by {}, which needs {}", names.join(", "), nearest.needs))
}

/// The depth to which fields are searched.
const SEARCHED_DEPTH: usize = 4;

/// True if an object has a field, on the first levels; of a list, the first entry counts.
fn has_field(value: &JsonValue<'_>, name: &str, depth: usize) -> bool {
    match value {
        _ if depth == 0 => false,
        JsonValue::Object(fields) => {
            fields.has(name) || fields.iter().any(|(_, inner)| has_field(inner, name, depth - 1))
        }
        JsonValue::List(list) => list.first().is_some_and(|first| has_field(first, name, depth - 1)),
        _ => false,
    }
}
