//! The tables that other trackers export.

use super::layout::{EstimateColumns, ExportLayout, Role};
use crate::input::Format;
use crate::sprint::Unit;

/// Columns with points.
const fn points(names: &'static [&'static str]) -> EstimateColumns {
    EstimateColumns { unit: Unit::Points, divisor: 1.0, is_automatic: true, zero_is_none: false, names }
}

/// Columns with hours.
const fn hours(names: &'static [&'static str]) -> EstimateColumns {
    EstimateColumns { unit: Unit::Hours, ..points(names) }
}

pub(super) const LINEAR: ExportLayout = ExportLayout {
    format: Some(Format::Linear),
    name: "the CSV of Linear",
    marks: &[&["team"], &["cycle number"], &["cycle name"]],
    columns: &[
        (Role::Key, &["id"]),
        (Role::Title, &["title"]),
        (Role::State, &["status"]),
        (Role::Created, &["created"]),
        (Role::Completed, &["completed"]),
        (Role::Updated, &["updated"]),
        (Role::Canceled, &["canceled"]),
        (Role::Team, &["team"]),
        (Role::Sprint, &["cycle name"]),
        (Role::SprintNumber, &["cycle number"]),
        (Role::SprintStart, &["cycle start"]),
        (Role::SprintEnd, &["cycle end"]),
    ],
    estimates: &[points(&["estimate"])],
    removed: &["canceled", "duplicate"],
    remedy: "export it with the columns Created and Completed, or ask the API for the cycle with its histories: emberline formats \
             has the query",
    ..ExportLayout::EMPTY
};

pub(super) const GITLAB: ExportLayout = ExportLayout {
    format: Some(Format::GitLab),
    name: "the CSV of GitLab's issues",
    marks: &[&["issue id"], &["created at (utc)"], &["state"]],
    columns: &[
        (Role::Key, &["issue id"]),
        (Role::Title, &["title"]),
        (Role::State, &["state"]),
        (Role::Created, &["created at (utc)"]),
        (Role::Completed, &["closed at (utc)"]),
        (Role::Updated, &["updated at (utc)"]),
        (Role::Sprint, &["milestone"]),
    ],
    estimates: &[
        points(&["weight"]),
        EstimateColumns { divisor: 3_600.0, zero_is_none: true, ..hours(&["time estimate"]) },
        EstimateColumns { divisor: 3_600.0, is_automatic: false, ..hours(&["time spent"]) },
    ],
    done: &["closed"],
    open: &["open", "opened"],
    remedy: "export it again with its dates, or ask the API for the issues and their events: emberline formats has the requests",
    ..ExportLayout::EMPTY
};

pub(super) const AZURE: ExportLayout = ExportLayout {
    format: Some(Format::Azure),
    name: "a query of Azure DevOps",
    marks: &[&["id"], &["work item type"], &["state"]],
    columns: &[
        (Role::Key, &["id"]),
        (Role::Title, &["title", "title 1", "title 2", "title 3", "title 4"]),
        (Role::Parent, &["parent"]),
        (Role::Kind, &["work item type"]),
        (Role::State, &["state"]),
        (Role::Created, &["created date"]),
        (Role::Completed, &["closed date"]),
        (Role::StatusChange, &["state change date"]),
        (Role::Resolution, &["resolved date"]),
        (Role::Updated, &["changed date"]),
        (Role::Sprint, &["iteration path"]),
    ],
    estimates: &[
        points(&["story points", "effort", "size"]),
        hours(&["original estimate"]),
        EstimateColumns { is_automatic: false, ..hours(&["remaining work", "completed work"]) },
    ],
    done: &["done", "closed", "completed"],
    open: &[
        "new",
        "to do",
        "proposed",
        "approved",
        "active",
        "committed",
        "in progress",
        "doing",
        "resolved",
    ],
    removed: &["removed", "cut"],
    parts: &["task"],
    epics: &["epic", "feature"],
    is_utc: false,
    remedy: "add Created Date, Closed Date, State Change Date and Story Points (or Effort) with Column options and export again, or \
             ask Analytics for the state of each day: emberline formats has the request",
    ..ExportLayout::EMPTY
};

pub(super) const GITHUB: ExportLayout = ExportLayout {
    format: Some(Format::GitHub),
    name: "the table of a GitHub project",
    marks: &[&["title"], &["url"], &["assignees"], &["status"]],
    columns: &[
        (Role::Key, &["url"]),
        (Role::Title, &["title"]),
        (Role::State, &["status"]),
        (Role::Sprint, &["iteration", "sprint"]),
    ],
    estimates: &[points(&["estimate", "story points", "points"])],
    done: &["done"],
    remedy: "read the board every day (gh project item-list NUMBER --owner OWNER --format json --limit 1000), or the issues with their \
             dates (gh issue list --state all --limit 1000 --json number,title,createdAt,closedAt,updatedAt,stateReason,milestone,labels)",
    ..ExportLayout::EMPTY
};

pub(super) const SHORTCUT: ExportLayout = ExportLayout {
    name: "the CSV of Shortcut's stories",
    marks: &[&["id"], &["is_completed"], &["requester"]],
    columns: &[
        (Role::Key, &["id"]),
        (Role::Title, &["name"]),
        (Role::State, &["state"]),
        (Role::IsDone, &["is_completed"]),
        (Role::Created, &["created_at"]),
        (Role::Completed, &["completed_at"]),
        (Role::StatusChange, &["moved_at"]),
        (Role::Updated, &["updated_at"]),
        (Role::Sprint, &["iteration"]),
        (Role::UtcOffset, &["utc_offset"]),
    ],
    estimates: &[points(&["estimate"])],
    is_utc: false,
    remedy: "export it with created_at and completed_at",
    ..ExportLayout::EMPTY
};
