//! The description of an export: the names of its columns and what they mean.

use crate::input::Format;
use crate::sprint::Unit;

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    /// The number that other rows name as their parent, if it is not the key.
    Id,
    /// The key or the number of the item that this one is a part of.
    Parent,
    Title,
    /// The kind of the item.
    Kind,
    State,
    /// The category of the state: to do, in progress, done.
    Category,
    /// True or false: the item is done.
    IsDone,
    Created,
    /// The time at which the item became done.
    Completed,
    /// The last change of the state, or of its category.
    StatusChange,
    Resolution,
    /// The last change of the item, whatever it was.
    Updated,
    /// The time at which the item was given up.
    Canceled,
    /// The team, where sprints of several teams have the same names.
    Team,
    Sprint,
    SprintNumber,
    SprintStart,
    SprintEnd,
    /// The offset of the wall clocks from UTC.
    UtcOffset,
}

/// The roles of columns with dates.
pub(super) const DATE_ROLES: [Role; 8] = [
    Role::Created,
    Role::Completed,
    Role::StatusChange,
    Role::Resolution,
    Role::Updated,
    Role::Canceled,
    Role::SprintStart,
    Role::SprintEnd,
];

/// Columns with estimates in one unit.
pub(super) struct EstimateColumns {
    pub(super) unit: Unit,
    /// The number in a cell for one of the unit: 3600 where hours are in seconds.
    pub(super) divisor: f64,
    /// False for columns that count only where the caller names them.
    pub(super) is_automatic: bool,
    /// True if zero means that there is no estimate.
    pub(super) zero_is_none: bool,
    pub(super) names: &'static [&'static str],
}

/// The layout of an export. All names are in lower case.
pub(super) struct ExportLayout {
    /// The tracker; `None` for one that has no other reader.
    pub(super) format: Option<Format>,
    /// The export as an error message calls it.
    pub(super) name: &'static str,
    /// Columns that tell this export from others: one of each list is there.
    pub(super) marks: &'static [&'static [&'static str]],
    pub(super) columns: &'static [(Role, &'static [&'static str])],
    /// Words before the name of a field that a team added: `Custom field (Story Points)`.
    pub(super) field_prefixes: &'static [&'static str],
    /// Estimates, the preferred ones first.
    pub(super) estimates: &'static [EstimateColumns],
    /// Categories of states, and states, whose meaning is known.
    pub(super) done: &'static [&'static str],
    pub(super) open: &'static [&'static str],
    /// States in which an item is not in the sprint.
    pub(super) removed: &'static [&'static str],
    /// Kinds of items that are parts of others.
    pub(super) parts: &'static [&'static str],
    /// True if parts are items like others, which are parts only beside the items that they belong to.
    pub(super) parts_are_items: bool,
    /// Kinds of items that have stories below them.
    pub(super) epics: &'static [&'static str],
    /// True if the wall clocks are in UTC.
    pub(super) is_utc: bool,
    /// The rows at which the tracker ends an export without a word.
    pub(super) max_rows: Option<usize>,
    /// The way to data with dates.
    pub(super) remedy: &'static str,
}

impl ExportLayout {
    /// The base of the layouts: no columns, clocks in UTC, parts that are items.
    pub(super) const EMPTY: Self = Self {
        format: None,
        name: "",
        marks: &[],
        columns: &[],
        field_prefixes: &[],
        estimates: &[],
        done: &[],
        open: &[],
        removed: &[],
        parts: &[],
        parts_are_items: true,
        epics: &[],
        is_utc: true,
        max_rows: None,
        remedy: "",
    };

    /// True if a table with these columns, in lower case, is such an export.
    pub(super) fn is_layout_of(&self, names: &[String]) -> bool {
        let has = |name: &&str| names.iter().any(|known| known == name);
        self.marks.iter().all(|alternatives| alternatives.iter().any(has))
    }

    /// Returns the name of a field: that in parentheses, if the column is one that a team added.
    pub(super) fn field_name<'n>(&self, column: &'n str) -> &'n str {
        let inner = self.field_prefixes.iter().find_map(|prefix| column.strip_prefix(prefix));
        let inner = inner.and_then(|rest| rest.trim().strip_prefix('(')?.strip_suffix(')'));
        inner.map_or(column, str::trim)
    }
}
