//! Tables that trackers export: today's state of each item in one row, with a few dates.

mod columns;
mod export_dates;
mod field_lines;
mod item_rows;
mod jira_layout;
mod layout;
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
use layout::ExportLayout;

/// All exports; if two have a header, the first one reads it.
const LAYOUTS: [&ExportLayout; 6] = [
    &jira_layout::JIRA,
    &other_layouts::LINEAR,
    &other_layouts::GITLAB,
    &other_layouts::AZURE,
    &other_layouts::SHORTCUT,
    &other_layouts::GITHUB,
];

/// Reads the sprint in a text if it is an export, of one tracker if a format is given; `None` if it is none.
pub(super) fn read_if_export(
    text: &str,
    format: Option<Format>,
    options: &ReadOptions,
) -> Option<Result<Sprint, Box<InputError>>> {
    let names: Vec<String> =
        table::column_names(text).iter().map(|name| name.trim().to_lowercase()).collect();
    let is_asked = |layout: &&&ExportLayout| format.is_none_or(|format| layout.format == Some(format));
    let layout = LAYOUTS.iter().filter(is_asked).find(|layout| layout.is_layout_of(&names))?;
    let sprint = field_lines::add_field_lines(text, options).and_then(|options| {
        let data = item_rows::read_export(text, layout, &options);
        build_sprint(layout.format.unwrap_or(Format::Csv), data, &options)
    });
    Some(sprint.map_err(|mut error| {
        error.tracker = layout.format.map(Format::name);
        error
    }))
}
