//! The iterations of a board, and what of the board is read.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

use crate::json_fields::{entries_at, entries_mut, text};
use crate::sprint_choice::{KnownSprint, SprintPhase, leading_date};

/// The place of a board in an answer.
pub(super) const BOARD: &str = "/data/repositoryOwner/projectV2";
/// The place of a board's items in an answer.
pub(super) const ITEMS: &str = "/data/repositoryOwner/projectV2/items/nodes";

/// The iterations in the settings of the board's fields, finished ones included, each once.
pub(super) fn known_iterations(board: &Value, today: Date) -> Vec<KnownSprint> {
    let mut known: Vec<KnownSprint> = Vec::new();
    for field in entries_at(board, &format!("{BOARD}/fields/nodes")) {
        let lists = ["/configuration/completedIterations", "/configuration/iterations"];
        for iteration in lists.into_iter().flat_map(|list| entries_at(field, list)) {
            let name = text(iteration, "title");
            let start = leading_date(&text(iteration, "startDate"));
            let days = iteration.get("duration").and_then(Value::as_i64).unwrap_or_default();
            let last = start.map(|start| start.saturating_add(days.saturating_sub(1).days()));
            if known.iter().all(|other| other.name != name || other.start != start) {
                let phase = SprintPhase::on_day(today, start, last);
                known.push(KnownSprint { id: name.clone(), name, start, phase });
            }
        }
    }
    known
}

/// Leaves out the values of an item that are not read: those of selections other than the status, and labels without a number,
/// which can't be estimates.
pub(super) fn prune_item(item: &mut Value) {
    if let Some(values) = item.pointer_mut("/fieldValues/nodes").and_then(Value::as_array_mut) {
        values.retain(|value| {
            let field = value.get("field").map(|field| text(field, "name")).unwrap_or_default();
            let is_number = value.get("number").is_some_and(Value::is_number);
            is_number || value.get("duration").is_some() || field.eq_ignore_ascii_case("status")
        });
    }
    if let Some(content) = item.get_mut("content") {
        prune_labels(content);
    }
}

/// Leaves out the labels of an issue that have no number, and so can't be estimates.
pub(super) fn prune_labels(issue: &mut Value) {
    if let Some(labels) = issue.pointer_mut("/labels/nodes").and_then(Value::as_array_mut) {
        labels.retain(|label| text(label, "name").bytes().any(|byte| byte.is_ascii_digit()));
    }
}

/// Leaves out all iterations but one, so that the answer is one of this sprint.
pub(super) fn keep_iteration(board: &mut Value, title: &str) {
    let is_kept = |value: &Value| value.get("duration").is_none() || text(value, "title") == title;
    for field in entries_mut(board, &format!("{BOARD}/fields/nodes")) {
        for list in ["/configuration/completedIterations", "/configuration/iterations"] {
            if let Some(iterations) = field.pointer_mut(list).and_then(Value::as_array_mut) {
                iterations.retain(is_kept);
            }
        }
    }
    for item in entries_mut(board, ITEMS) {
        if let Some(values) = item.pointer_mut("/fieldValues/nodes").and_then(Value::as_array_mut) {
            values.retain(is_kept);
        }
    }
}

/// True if an item is in an iteration of this title.
pub(super) fn is_in_iteration(item: &Value, title: &str) -> bool {
    let mut values = entries_at(item, "/fieldValues/nodes");
    values.any(|value| value.get("duration").is_some() && text(value, "title") == title)
}
