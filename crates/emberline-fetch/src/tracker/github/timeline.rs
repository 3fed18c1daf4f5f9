//! The events of issues, which come in pages of their own.

use serde_json::{Value, json};

use super::connection::GitHubConnection;
use crate::fetch_error::FetchError;
use crate::graphql::complete_list;
use crate::json_fields::text;
use crate::session::Session;

const TIMELINE: &str =
    concat!(include_str!("queries/timeline.graphql"), include_str!("queries/events.graphql"));

/// Kinds of events that are read of the issues of a milestone.
pub(super) const MILESTONE_KINDS: [&str; 4] =
    ["MILESTONED_EVENT", "DEMILESTONED_EVENT", "CLOSED_EVENT", "REOPENED_EVENT"];
/// Kinds of events that are read of the items of a board.
const BOARD_KINDS: [&str; 5] = [
    "CLOSED_EVENT",
    "REOPENED_EVENT",
    "ADDED_TO_PROJECT_V2_EVENT",
    "REMOVED_FROM_PROJECT_V2_EVENT",
    "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT",
];

/// The kinds of events of a board's items that the server has.
pub(super) fn board_kinds(github: &GitHubConnection) -> &'static [&'static str] {
    let (of_issues, _) = BOARD_KINDS.split_at(2);
    if github.has_board_events { &BOARD_KINDS } else { of_issues }
}

/// Adds the further events of an issue to those that it has. An entry that is no issue, or has all its events, stays as it is.
pub(super) fn complete_timeline(
    github: &GitHubConnection,
    session: &Session<'_>,
    issue: &mut Value,
    kinds: &[&str],
) -> Result<(), FetchError> {
    let id = text(issue, "id");
    let Some(timeline) = issue.get_mut("timelineItems") else { return Ok(()) };
    let query = format!("{TIMELINE}{}", github.board_events());
    complete_list(&format!("POST {} (events of an issue)", github.api.base), timeline, |after| {
        let variables = json!({ "id": id, "after": after, "kinds": kinds });
        let mut answer = github.query(session, &query, &variables)?;
        Ok(answer.pointer_mut("/data/node/timelineItems").map(Value::take).unwrap_or_default())
    })
}

/// The number of events of an issue.
pub(super) fn event_count(issue: &Value) -> usize {
    issue.pointer("/timelineItems/nodes").and_then(Value::as_array).map_or(0, Vec::len)
}
