//! The newest row of each item: exports that are given together may overlap.

use std::collections::BTreeMap;

use ::csv::StringRecord;

use super::super::json_moment::sort_instant;
use super::columns::ExportColumns;
use super::export_dates::ExportDates;
use super::layout::Role;
use super::table::Table;
use crate::input::error::InputError;

/// Returns the rows, each item once: of several rows of an item the one that was changed last, of equal ones the last. Rows without a
/// key all count.
pub(super) fn newest_rows<'t>(
    table: &'t Table<'t>,
    columns: &ExportColumns,
    dates: &ExportDates<'_>,
) -> Result<Vec<&'t StringRecord>, Box<InputError>> {
    let mut rows: Vec<&StringRecord> = Vec::with_capacity(table.rows.len());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.rows {
        let known = columns.first_cell(row, Role::Key).map(|key| places.entry(key).or_insert(rows.len()));
        match known.and_then(|place| rows.get_mut(*place)) {
            None => rows.push(row),
            Some(known) => {
                let changed = |row: &StringRecord| -> Result<_, Box<InputError>> {
                    Ok(dates.read_role(row, columns, Role::Updated)?.map(sort_instant))
                };
                if changed(known)? <= changed(row)? {
                    *known = row;
                }
            }
        }
    }
    Ok(rows)
}
