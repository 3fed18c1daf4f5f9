//! The columns of an export by their meaning, and the choice of the column with the estimates.

use std::cmp::Reverse;
use std::iter;

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

    pub(super) fn first_cell<'r>(&self, row: &'r StringRecord, role: Role) -> Option<&'r str> {
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

/// A field that the caller names and that is none of the usual ones.
const OTHER_FIELD: EstimateColumns = EstimateColumns {
    unit: Unit::Points,
    divisor: 1.0,
    is_automatic: false,
    zero_is_none: false,
    names: &[],
};

/// The columns with the estimates: the one that most rows fill, and those that hold the estimates of other rows.
pub(super) struct ChosenColumns {
    main: usize,
    /// The other columns, from left to right.
    others: Vec<usize>,
    pub(super) unit: Unit,
    pub(super) divisor: f64,
    pub(super) zero_is_none: bool,
}

impl ChosenColumns {
    fn new(main: usize, others: Vec<usize>, columns: &EstimateColumns) -> Self {
        let EstimateColumns { unit, divisor, zero_is_none, .. } = *columns;
        Self { main, others, unit, divisor, zero_is_none }
    }

    /// Returns the cells of a row with estimates, the one that counts first. A row may be much shorter than the header.
    pub(super) fn filled_cells<'r>(
        &'r self,
        row: &'r StringRecord,
    ) -> impl Iterator<Item = (usize, &'r str)> {
        let others = self.others.iter().copied().take_while(|column| *column < row.len());
        iter::once(self.main).chain(others).filter_map(|column| Some((column, cell_text(row, column)?)))
    }
}

/// Chooses the columns with the estimates: the one that the caller names, else the usual ones of the unit that enough rows have. Jira
/// has different columns for projects that a company manages and for those that a team manages.
pub(super) fn choose_estimate(
    table: &Table<'_>,
    columns: &ExportColumns,
    layout: &ExportLayout,
    rows: &[&StringRecord],
    options: &ReadOptions,
) -> Result<Option<ChosenColumns>, Box<InputError>> {
    let counts = filled_counts(rows, table.header.len());
    let filled = |column: usize| counts.get(column).copied().unwrap_or_default();
    if let Some(requested) = &options.estimate_field {
        let name = requested.to_lowercase();
        let position = columns.named(&[layout.field_name(&name)]).max_by_key(|column| filled(*column));
        let position = position.ok_or_else(|| unknown_field_error(table, layout, requested))?;
        let group = layout.estimates.iter().find(|group| group.names.contains(&layout.field_name(&name)));
        return Ok(Some(ChosenColumns::new(position, Vec::new(), group.unwrap_or(&OTHER_FIELD))));
    }
    let filled_columns = |group: &EstimateColumns| {
        let mut others: Vec<usize> =
            columns.named(group.names).filter(|column| filled(*column) > 0).collect();
        // Of several that are filled alike, the first one counts.
        let main = others.iter().copied().max_by_key(|column| (filled(*column), Reverse(*column)))?;
        others.retain(|column| *column != main);
        let chosen = ChosenColumns::new(main, others, group);
        Some((rows.iter().filter(|row| chosen.filled_cells(row).next().is_some()).count(), chosen))
    };
    let groups = layout.estimates.iter().filter(|group| group.is_automatic);
    let mut choices: Vec<(usize, ChosenColumns)> = groups.filter_map(filled_columns).collect();
    if options.unit == Some(Unit::Hours) {
        choices.sort_by_key(|(_, column)| column.unit != Unit::Hours);
    }
    let is_enough = |(count, _): &(usize, ChosenColumns)| count * 2 >= rows.len();
    let chosen = choices.iter().position(is_enough).unwrap_or_default();
    Ok(choices.into_iter().nth(chosen).map(|(_, columns)| columns))
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
