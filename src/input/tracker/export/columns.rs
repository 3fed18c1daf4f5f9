//! The columns of an export by their meaning, and the choice of the column with the estimates.

use std::cmp::Reverse;

use ::csv::StringRecord;

use super::layout::{DATE_ROLES, EstimateColumns, ExportLayout, Role};
use super::table::{Table, cell_text};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::sprint::Unit;

/// The positions of the columns of an export.
pub(super) struct ExportColumns {
    /// The name of the field in each column, in lower case.
    names: Vec<String>,
    /// Each column that has another meaning than a sprint; of one meaning the preferred one first.
    roles: Vec<(Role, usize)>,
    /// One column for each sprint that an item has been in, from left to right.
    sprints: Vec<usize>,
}

impl ExportColumns {
    pub(super) fn from_header(header: &StringRecord, layout: &ExportLayout) -> Self {
        let names: Vec<String> =
            header.iter().map(|cell| layout.field_name(&cell.trim().to_lowercase()).to_owned()).collect();
        let positions_of = |alternative: &'static str| {
            names
                .iter()
                .enumerate()
                .filter(move |(_, name)| *name == alternative)
                .map(|(position, _)| position)
        };
        let (mut roles, mut sprints) = (Vec::new(), Vec::new());
        for (role, alternatives) in layout.columns {
            for alternative in *alternatives {
                // Only sprints have several columns of one name.
                match role {
                    Role::Sprint => sprints.extend(positions_of(alternative)),
                    role => roles.extend(positions_of(alternative).next().map(|position| (*role, position))),
                }
            }
        }
        sprints.sort_unstable();
        let mut columns = Self { names, roles, sprints };
        columns.add_category_changes(layout);
        columns
    }

    /// Adds columns that are called after the category of the state and go on: `Categoria do status alterada`.
    fn add_category_changes(&mut self, layout: &ExportLayout) {
        if self.columns_of(Role::StatusChange).next().is_some() {
            return;
        }
        let categories = layout.columns.iter().filter(|(role, _)| *role == Role::Category);
        let categories: Vec<&str> = categories.flat_map(|(_, names)| names.iter().copied()).collect();
        let goes_on = |name: &String| {
            categories
                .iter()
                .any(|category| name.strip_prefix(category).is_some_and(|rest| rest.starts_with(' ')))
        };
        let found = self.names.iter().position(goes_on);
        self.roles.extend(found.map(|position| (Role::StatusChange, position)));
    }

    pub(super) fn columns_of(&self, role: Role) -> impl DoubleEndedIterator<Item = usize> {
        self.roles.iter().filter(move |(known, _)| *known == role).map(|(_, position)| *position)
    }

    /// Returns the columns of sprints that a row has. A row may be much shorter than the header.
    pub(super) fn sprint_columns(&self, row: &StringRecord) -> impl DoubleEndedIterator<Item = usize> {
        let there = self.sprints.partition_point(|position| *position < row.len());
        self.sprints.iter().take(there).copied()
    }

    /// Returns the column of a role that has text in a row, and the text.
    pub(super) fn filled_cell<'r>(&self, row: &'r StringRecord, role: Role) -> Option<(usize, &'r str)> {
        self.columns_of(role).find_map(|column| Some((column, cell_text(row, column)?)))
    }

    pub(super) fn cell<'r>(&self, row: &'r StringRecord, role: Role) -> Option<&'r str> {
        self.filled_cell(row, role).map(|(_, text)| text)
    }

    /// Returns the columns with dates.
    pub(super) fn date_columns(&self) -> impl Iterator<Item = usize> {
        DATE_ROLES.into_iter().flat_map(|role| self.columns_of(role))
    }

    /// Returns the columns of fields with one of some names.
    fn named<'s>(&'s self, wanted: &'s [&str]) -> impl Iterator<Item = usize> + 's {
        let is_wanted = |name: &String| wanted.iter().any(|known| known == name);
        self.names.iter().enumerate().filter(move |(_, name)| is_wanted(name)).map(|(position, _)| position)
    }
}

/// The column with the estimates.
#[derive(Clone, Copy)]
pub(super) struct EstimateColumn {
    pub(super) position: usize,
    pub(super) unit: Unit,
    pub(super) divisor: f64,
    pub(super) zero_is_none: bool,
}

impl EstimateColumn {
    fn new(position: usize, columns: &EstimateColumns) -> Self {
        let EstimateColumns { unit, divisor, zero_is_none, .. } = *columns;
        Self { position, unit, divisor, zero_is_none }
    }
}

/// Chooses the column with the estimates: the one that the caller names, else of the usual ones that which most rows fill.
pub(super) fn choose_estimate(
    table: &Table<'_>,
    columns: &ExportColumns,
    layout: &ExportLayout,
    rows: &[&StringRecord],
    options: &ReadOptions,
) -> Result<Option<EstimateColumn>, Box<InputError>> {
    let counts = filled_counts(rows, table.header.len());
    let filled = |column: usize| counts.get(column).copied().unwrap_or_default();
    if let Some(requested) = &options.estimate_field {
        let name = requested.to_lowercase();
        let position = columns.named(&[layout.field_name(&name)]).max_by_key(|column| filled(*column));
        let position = position.ok_or_else(|| unknown_field_error(table, layout, requested))?;
        let group = layout.estimates.iter().find(|group| group.names.contains(&layout.field_name(&name)));
        let points = EstimateColumn { position, unit: Unit::Points, divisor: 1.0, zero_is_none: false };
        return Ok(Some(group.map_or(points, |group| EstimateColumn::new(position, group))));
    }
    let fullest = |group: &EstimateColumns| {
        // Of several that are filled alike, the first one counts.
        let counted = columns.named(group.names).map(|column| (filled(column), column));
        let (count, position) = counted.max_by_key(|(count, column)| (*count, Reverse(*column)))?;
        (count > 0).then_some((count, EstimateColumn::new(position, group)))
    };
    let groups = layout.estimates.iter().filter(|group| group.is_automatic);
    let mut choices: Vec<(usize, EstimateColumn)> = groups.filter_map(fullest).collect();
    if options.unit == Some(Unit::Hours) {
        choices.sort_by_key(|(_, column)| column.unit != Unit::Hours);
    }
    let is_enough = |(count, _): &&(usize, EstimateColumn)| count * 2 >= rows.len();
    let chosen = choices.iter().find(is_enough).or_else(|| choices.first());
    Ok(chosen.map(|(_, column)| *column))
}

/// Returns the number of rows that have text in each column.
fn filled_counts(rows: &[&StringRecord], columns: usize) -> Vec<usize> {
    let mut counts = vec![0; columns];
    for row in rows {
        for (count, cell) in counts.iter_mut().zip(row.iter()) {
            *count += usize::from(!cell.trim().is_empty());
        }
    }
    counts
}

/// Returns the error for a field that the caller names and the table lacks.
fn unknown_field_error(table: &Table<'_>, layout: &ExportLayout, requested: &str) -> Box<InputError> {
    let is_field = |cell: &&str| {
        let name = cell.trim().to_lowercase();
        let field = layout.field_name(&name);
        field != name || layout.estimates.iter().any(|group| group.names.contains(&field))
    };
    let fields: Vec<String> = table.header.iter().filter(is_field).map(quote).collect();
    InputError::new(
        Location::TextPosition { line: 1, column: None },
        format!("no column {}", quote(requested)),
        format!("one of {}", fields.join(", ")),
    )
}
