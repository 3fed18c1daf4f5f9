//! The rows that are parts of others: sub-tasks of Jira, tasks of Azure DevOps below a story.

use std::collections::{BTreeMap, BTreeSet};

use ::csv::StringRecord;

use super::columns::ExportColumns;
use super::layout::{ExportLayout, Role};

/// The families of the rows of a sprint.
pub(super) struct PartRows<'t> {
    columns: &'t ExportColumns,
    layout: &'t ExportLayout,
    /// The keys of items by their numbers.
    keys_by_id: BTreeMap<&'t str, &'t str>,
    keys: BTreeSet<&'t str>,
    /// True if the rows name the parents.
    knows_parents: bool,
    /// True if some row is of a kind that is no part.
    has_wholes: bool,
}

impl<'t> PartRows<'t> {
    pub(super) fn from_rows(
        rows: &[&'t StringRecord],
        columns: &'t ExportColumns,
        layout: &'t ExportLayout,
    ) -> Self {
        let cells = |role| rows.iter().filter_map(move |row| columns.first_cell(row, role));
        let key_and_id = |row: &&'t StringRecord| {
            Some((columns.first_cell(row, Role::Id)?, columns.first_cell(row, Role::Key)?))
        };
        let mut families = Self {
            columns,
            layout,
            keys_by_id: rows.iter().filter_map(key_and_id).collect(),
            keys: cells(Role::Key).collect(),
            knows_parents: cells(Role::Parent).next().is_some(),
            has_wholes: false,
        };
        families.has_wholes = rows.iter().any(|row| !families.has_kind(row, layout.parts));
        families
    }

    /// True if a row is a part of another one. Tasks that are items like others are parts only below an item of the sprint; where
    /// the rows don't say it, beside other kinds.
    pub(super) fn is_part(&self, row: &StringRecord) -> bool {
        if self.layout.parts_are_items && self.knows_parents {
            return self.parent_of(row).is_some_and(|parent| self.keys.contains(parent));
        }
        self.has_kind(row, self.layout.parts) && (self.has_wholes || !self.layout.parts_are_items)
    }

    /// Returns the key of the item that a row is a part of, if the row names it.
    pub(super) fn parent_of<'r>(&self, row: &'r StringRecord) -> Option<&'r str>
    where
        't: 'r,
    {
        let parent = self.columns.first_cell(row, Role::Parent)?;
        Some(self.keys_by_id.get(parent).copied().unwrap_or(parent))
    }

    /// True if a row is an item that has stories below it.
    pub(super) fn is_epic(&self, row: &StringRecord) -> bool {
        self.has_kind(row, self.layout.epics)
    }

    fn has_kind(&self, row: &StringRecord, kinds: &[&str]) -> bool {
        let kind = self.columns.first_cell(row, Role::Kind).map(str::to_lowercase);
        kind.is_some_and(|kind| kinds.contains(&kind.as_str()))
    }
}
