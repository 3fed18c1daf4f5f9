//! All exports, and the choice of the one that a table is.

use super::jira_layout::JIRA;
use super::layout::ExportLayout;
use super::other_layouts::{AZURE, GITHUB, GITLAB, LINEAR, SHORTCUT};
use crate::input::Format;

/// All exports; if two have a header, the first one reads it.
const LAYOUTS: [&ExportLayout; 6] = [&JIRA, &LINEAR, &GITLAB, &AZURE, &SHORTCUT, &GITHUB];

/// Returns the layout of a table with these columns, of one tracker if a format is given; `None` if it is no export.
pub(super) fn find_layout<'n>(
    columns: impl IntoIterator<Item = &'n str>,
    format: Option<Format>,
) -> Option<&'static ExportLayout> {
    let names: Vec<String> = columns.into_iter().map(|name| name.trim().to_lowercase()).collect();
    let is_asked = |layout: &&&ExportLayout| format.is_none_or(|format| layout.format == Some(format));
    LAYOUTS.iter().filter(is_asked).find(|layout| layout.is_layout_of(&names)).copied()
}
