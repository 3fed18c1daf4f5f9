//! Tables that trackers export: today's state of each item in one row, with a few dates.

mod columns;
mod export_dates;
mod field_lines;
mod item_rows;
mod jira_layout;
mod joined_header;
mod layout;
mod layouts;
mod newest_rows;
mod other_layouts;
mod part_rows;
mod row_findings;
mod row_state;
mod sprint_rows;
mod table;

use super::reader::build_sprint;
use crate::input::error::InputError;
use crate::input::{Format, ReadOptions};
use crate::sprint::Sprint;
use layouts::find_layout;

/// Reads the sprint in a text if it is an export, of one tracker if a format is given; `None` if it is none.
pub(super) fn read_if_export(
    text: &str,
    format: Option<Format>,
    options: &ReadOptions,
) -> Option<Result<Sprint, Box<InputError>>> {
    let layout = find_layout(&table::read_header(text)?, format)?;
    let sprint = field_lines::add_field_lines(text, options).and_then(|export| {
        let data = item_rows::read_export(text, layout, &export.options);
        build_sprint(layout.format.unwrap_or(Format::Csv), data, &export.options)
            .map_err(|error| export.locate_error(error))
    });
    Some(sprint.map_err(|mut error| {
        error.tracker = layout.format.map(Format::name);
        error
    }))
}
