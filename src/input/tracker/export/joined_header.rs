//! The header of several tables of one tracker, each of which may have other columns: exports of Jira have a column for each sprint
//! of an item.

use ::csv::StringRecord;

/// The columns of the tables that have begun, each name as often as the table has it that has it most often.
pub(super) struct JoinedHeader {
    pub(super) columns: StringRecord,
    /// The positions of the current table's columns; `None` for the first table, whose columns are where they are.
    positions: Option<Vec<usize>>,
}

impl JoinedHeader {
    pub(super) fn from_first(header: &StringRecord) -> Self {
        Self { columns: header.clone(), positions: None }
    }

    /// Begins another table. A column belongs to the same column of the tables before: to the second `Sprint` the second one.
    pub(super) fn begin_table(&mut self, header: &StringRecord) {
        let mut is_taken = vec![false; self.columns.len()];
        let mut positions = Vec::with_capacity(header.len());
        for name in header {
            let is_same = |(known, is_taken): (&str, &bool)| !is_taken && known.trim() == name.trim();
            let position = self.columns.iter().zip(&is_taken).position(is_same);
            if position.is_none() {
                self.columns.push_field(name);
                is_taken.push(false);
            }
            let position = position.unwrap_or(self.columns.len() - 1);
            if let Some(is_taken) = is_taken.get_mut(position) {
                *is_taken = true;
            }
            positions.push(position);
        }
        self.positions = Some(positions);
    }

    /// Returns a row of the current table with its cells in the joined columns.
    pub(super) fn arrange_row(&self, row: StringRecord) -> StringRecord {
        let Some(positions) = &self.positions else { return row };
        let mut cells = vec![""; self.columns.len()];
        for (cell, position) in row.iter().zip(positions) {
            if let Some(joined) = cells.get_mut(*position) {
                *joined = cell;
            }
        }
        let mut arranged = StringRecord::from(cells);
        arranged.set_position(row.position().cloned());
        arranged
    }
}
