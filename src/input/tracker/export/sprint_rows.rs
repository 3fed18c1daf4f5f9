//! The sprint of an export: that which the caller names, else the current one, else the last one of most rows.

use std::collections::BTreeMap;

use ::csv::StringRecord;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::json_moment::sort_instant;
use super::columns::ExportColumns;
use super::export_dates::ExportDates;
use super::layout::Role;
use super::table::{Table, cell_text};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::zones;

/// The sprint of an export, as far as the table has it.
#[derive(Clone, Debug, Default)]
pub(super) struct ExportedSprint {
    pub(super) name: Option<String>,
    pub(super) start: Option<Date>,
    /// The last day.
    pub(super) end: Option<Date>,
}

/// The sprints that a row has been in, oldest first. A path ends with the name of the sprint.
pub(super) fn row_sprints<'r>(
    columns: &'r ExportColumns,
    row: &'r StringRecord,
) -> impl DoubleEndedIterator<Item = String> + 'r {
    let cells = columns.sprint_columns(row).filter_map(|column| cell_text(row, column));
    let named: Vec<String> = cells.map(str::to_owned).collect();
    let number = columns.cell(row, Role::SprintNumber).filter(|_| named.is_empty());
    named.into_iter().chain(number.map(|number| format!("Cycle {number}")))
}

/// True if a sprint of a row is the one that is asked for: by its name, its path, or its number.
fn is_requested(columns: &ExportColumns, row: &StringRecord, requested: &str) -> bool {
    row_sprints(columns, row).any(|name| name == requested || last_part(&name) == requested)
        || columns.cell(row, Role::SprintNumber) == Some(requested)
}

/// The name at the end of a path: `Fabrikam\Release 1\Sprint 21`.
fn last_part(path: &str) -> &str {
    path.rsplit('\\').next().unwrap_or(path)
}

/// Chooses the sprint of a table, and returns the rows that have been in it.
pub(super) fn choose_sprint_rows<'t>(
    table: &'t Table<'t>,
    columns: &ExportColumns,
    dates: &ExportDates<'_>,
    options: &ReadOptions,
) -> Result<(ExportedSprint, Vec<&'t StringRecord>), Box<InputError>> {
    let chosen = match &options.sprint {
        Some(requested) => Some(requested.clone()),
        None => current_sprint(table, columns, dates, options)?
            .or_else(|| most_common_last_sprint(table, columns)),
    };
    let Some(name) = chosen else { return Ok((ExportedSprint::default(), table.rows.iter().collect())) };
    let rows: Vec<_> = table.rows.iter().filter(|row| is_requested(columns, row, &name)).collect();
    let Some(first) = rows.first() else { return Err(no_sprint_error(table, columns, &name)) };
    let own = row_sprints(columns, first).find(|own| *own == name || last_part(own) == name);
    let named_zone = options.time_zone.as_deref().and_then(zones::find_zone);
    let zone = named_zone.unwrap_or(TimeZone::UTC);
    let date = |role| -> Result<Option<Date>, Box<InputError>> {
        let moment = dates.read_role(first, columns, role)?;
        Ok(moment.map(|moment| match moment {
            Moment::Date(date) => date,
            other => nearest_date(sort_instant(other), &zone),
        }))
    };
    let (start, after) = (date(Role::SprintStart)?, date(Role::SprintEnd)?);
    let named = own.or_else(|| row_sprints(columns, first).next()).unwrap_or(name);
    let sprint = ExportedSprint {
        name: Some(last_part(&named).to_owned()),
        start,
        end: after.map(|after| after.saturating_sub(1.day())),
    };
    Ok((sprint, rows))
}

/// The date whose midnight is nearest: cycles begin and end at midnight in the team's zone, which an export does not have.
fn nearest_date(at: Timestamp, zone: &TimeZone) -> Date {
    let noon = at.saturating_add(12.hours()).unwrap_or(at);
    zone.to_datetime(noon).date()
}

/// The sprint of the shown instant, else the one that began last before it; `None` if the table has no dates of sprints.
fn current_sprint(
    table: &Table<'_>,
    columns: &ExportColumns,
    dates: &ExportDates<'_>,
    options: &ReadOptions,
) -> Result<Option<String>, Box<InputError>> {
    let now = options.as_of.map(sort_instant).or(options.now);
    let mut begun: BTreeMap<Timestamp, String> = BTreeMap::new();
    for row in &table.rows {
        let start = dates.read_role(row, columns, Role::SprintStart)?.map(sort_instant);
        let name = row_sprints(columns, row).next_back();
        if let (Some(start), Some(name)) = (start, name)
            && now.is_none_or(|now| start <= now)
        {
            begun.insert(start, name);
        }
    }
    Ok(begun.pop_last().map(|(_, name)| name))
}

/// The last sprint of most rows; an export does not say which sprint is active.
fn most_common_last_sprint(table: &Table<'_>, columns: &ExportColumns) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in &table.rows {
        if let Some(last) = row_sprints(columns, row).next_back() {
            *counts.entry(last).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name)
}

/// Returns the error for a sprint that no row has been in.
fn no_sprint_error(table: &Table<'_>, columns: &ExportColumns, name: &str) -> Box<InputError> {
    /// The sprints that the error lists.
    const LISTED_SPRINTS: usize = 10;
    let all = table.rows.iter().flat_map(|row| row_sprints(columns, row));
    let mut names: Vec<String> = all.map(|name| quote(last_part(&name))).collect();
    names.sort();
    names.dedup();
    names.truncate(LISTED_SPRINTS);
    let expected = match names.as_slice() {
        [] => "a table with sprints".to_owned(),
        names => format!("one of {}", names.join(", ")),
    };
    InputError::new(Location::EntireInput, format!("no sprint {}", quote(name)), expected)
        .with_remedy("choose with --sprint (sprint, among the options)")
}
