//! The dates of an export, in the order of day and month that all of them tell together.

use ::csv::StringRecord;

use super::columns::ExportColumns;
use super::layout::{ExportLayout, Role};
use super::table::{Table, cell_text};
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::table_date::{DateOrder, TableDate, as_utc, find_order, parse_table_date};

const EXPECTED_DATE: &str = "a date such as 15/Apr/22 12:52 AM, 2022-04-15 00:52 or 2022-04-15T00:52:00Z";

/// The reader of an export's dates.
pub(super) struct ExportDates<'a> {
    table: &'a Table<'a>,
    order: DateOrder,
    is_utc: bool,
    /// The column with the offset of the wall clocks.
    offset: Option<usize>,
}

impl<'a> ExportDates<'a> {
    pub(super) fn new(
        table: &'a Table<'a>,
        columns: &ExportColumns,
        layout: &ExportLayout,
    ) -> Result<Self, Box<InputError>> {
        let cells = |column: usize| table.rows.iter().filter_map(move |row| cell_text(row, column));
        let order = find_order(columns.date_columns().flat_map(cells), table.order)?;
        Ok(Self { table, order, is_utc: layout.is_utc, offset: columns.columns_of(Role::UtcOffset).next() })
    }

    /// Reads the date in a cell. Without an offset it is the wall clock of the user who exported it, or that of UTC.
    pub(super) fn read_cell(
        &self,
        row: &StringRecord,
        column: usize,
    ) -> Result<Option<Moment>, Box<InputError>> {
        let Some(text) = cell_text(row, column) else { return Ok(None) };
        let date = match parse_table_date(text) {
            Some(TableDate::Certain(moment)) => Some(moment),
            Some(TableDate::Numeric(date)) => date.in_order(self.order),
            None => None,
        };
        let date = date.ok_or_else(|| self.table.cell_error(row, column, EXPECTED_DATE))?;
        let offset = self.offset.and_then(|at| Some((at, cell_text(row, at)?)));
        match (date, offset) {
            (Moment::Local(clock), Some((at, offset))) => {
                let instant = format!("{clock}{offset}").parse().ok();
                let expected = "the offset from UTC, such as -05:00";
                instant.map(Some).ok_or_else(|| self.table.cell_error(row, at, expected))
            }
            _ if self.is_utc => Ok(Some(as_utc(date))),
            _ => Ok(Some(date)),
        }
    }

    /// Reads the date of a role; `None` if no column of it has one.
    pub(super) fn read_role(
        &self,
        row: &StringRecord,
        columns: &ExportColumns,
        role: Role,
    ) -> Result<Option<Moment>, Box<InputError>> {
        match columns.filled_cell(row, role) {
            Some((column, _)) => self.read_cell(row, column),
            None => Ok(None),
        }
    }
}
