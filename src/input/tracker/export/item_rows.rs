//! The rows of an export as items: today's state of each, and the few dates that it has.

use std::collections::BTreeMap;

use ::csv::StringRecord;

use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::unit_choice::{EstimateSource, choose_unit};
use super::columns::{EstimateColumn, ExportColumns, choose_estimate};
use super::export_dates::ExportDates;
use super::layout::{ExportLayout, Role};
use super::row_state::{RowState, RowStateKind, row_state};
use super::sprint_rows::{ExportedSprint, choose_sprint_rows};
use super::table::{Table, cell_text};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

/// The reader of the rows of one table.
struct RowReader<'a> {
    table: &'a Table<'a>,
    columns: &'a ExportColumns,
    dates: &'a ExportDates<'a>,
    layout: &'a ExportLayout,
    options: &'a ReadOptions,
    estimate: Option<EstimateColumn>,
}

/// What the reader noticed, for the caveats.
struct RowFindings {
    completions: DatedCompletions,
    states_guessed: bool,
}

/// Reads the sprint in an export.
pub(super) fn read_export(
    text: &str,
    layout: &ExportLayout,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let mut table = Table::parse(text)?;
    if table.is_cut {
        if !options.partial {
            return Err(table.cut_error());
        }
        table.rows.pop();
    }
    let columns = ExportColumns::from_header(&table.header, layout);
    if columns.date_columns().next().is_none() {
        return Err(no_dates_error(layout));
    }
    let dates = ExportDates::new(&table, &columns, layout)?;
    let (sprint, rows) = choose_sprint_rows(&table, &columns, &dates, options)?;
    let rows = without_parts(rows, &columns, layout, options)?;
    let estimate = choose_estimate(&table, &columns, layout, &rows, options)?;
    let reader = RowReader { table: &table, columns: &columns, dates: &dates, layout, options, estimate };
    let (start, end) = (sprint.start.map(Moment::Date), sprint.end.map(Moment::Date));
    let completions = DatedCompletions::with_latest(start, end, None, options);
    let mut findings = RowFindings { completions, states_guessed: false };
    let mut items: BTreeMap<String, ItemHistory> = BTreeMap::new();
    for row in rows {
        let item = reader.read_item(row, &mut findings)?;
        items.insert(item.key.clone(), item);
    }
    let items: Vec<ItemHistory> = items.into_values().collect();
    let source = EstimateSource {
        unit: estimate.map_or(Unit::Points, |column| column.unit),
        is_explicit: options.estimate_field.is_some(),
    };
    let (unit, items_counted) = choose_unit(&items, &source, options);
    let caveats = [
        (true, Caveat::NoHistory),
        (columns.columns_of(Role::Created).next().is_some(), Caveat::JoinedWhenCreated),
        (options.unit.unwrap_or(unit) != Unit::Items, Caveat::EstimatesOfToday),
        (findings.states_guessed, Caveat::StatesGuessed),
        (layout.max_rows == Some(table.rows.len()), Caveat::PerhapsPartial(table.rows.len())),
        (table.is_cut, Caveat::Partial { given: table.rows.len(), of: None }),
    ];
    let caveats = caveats.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat);
    let caveats = caveats.chain(items_counted).chain(findings.completions.into_caveats()).collect();
    Ok(TrackerData {
        sprint_info: raw_sprint_info(sprint, unit),
        content: TrackerContent::Items(items),
        caveats,
    })
}

fn raw_sprint_info(sprint: ExportedSprint, unit: Unit) -> RawSprintInfo {
    RawSprintInfo {
        name: sprint.name,
        unit: Some(unit),
        start: sprint.start.map(Moment::Date),
        end: sprint.end.map(Moment::Date),
        ..RawSprintInfo::default()
    }
}

/// Returns the error for an export without dates.
fn no_dates_error(layout: &ExportLayout) -> Box<InputError> {
    let found = format!("{} without dates: it says what is done today, not when", layout.name);
    InputError::new(Location::EntireInput, found, "the dates at which items were created and done")
        .with_remedy(layout.remedy)
}

/// Leaves out the rows that are parts of others, unless the caller wants them, or nothing else is there.
fn without_parts<'t>(
    rows: Vec<&'t StringRecord>,
    columns: &ExportColumns,
    layout: &ExportLayout,
    options: &ReadOptions,
) -> Result<Vec<&'t StringRecord>, Box<InputError>> {
    if rows.is_empty() {
        let found = format!("{} without rows", layout.name);
        return Err(InputError::new(Location::EntireInput, found, "one row an item"));
    }
    let is_part = |row: &&&StringRecord| {
        let kind = columns.cell(row, Role::Kind).map(str::to_lowercase);
        kind.is_some_and(|kind| layout.parts.contains(&kind.as_str()))
    };
    let wholes: Vec<_> = rows.iter().filter(|row| !is_part(row)).copied().collect();
    match (options.subtasks, wholes.is_empty()) {
        (Some(true), _) => Ok(rows),
        (_, true) if layout.parts_count_alone => Ok(rows),
        (_, true) => Err(InputError::new(Location::EntireInput, "sub-tasks only", "issues that count")
            .with_remedy("--subtasks (subtasks, among the options) counts them")),
        (_, false) => Ok(wholes),
    }
}

impl RowReader<'_> {
    fn read_item(
        &self,
        row: &StringRecord,
        findings: &mut RowFindings,
    ) -> Result<ItemHistory, Box<InputError>> {
        let date = |role| self.dates.read_role(row, self.columns, role);
        let created = date(Role::Created)?;
        let state = row_state(row, self.columns, self.layout, self.options);
        findings.states_guessed |= state.is_guessed;
        let mut initial_state = ItemState {
            in_sprint: created.is_none(),
            estimate: self.read_estimate(row)?,
            progress: Progress::Open,
            ..ItemState::default()
        };
        let joined = created.map(|at| (at, StateChange::Joined));
        let mut events: Vec<(Moment, StateChange)> = joined.into_iter().collect();
        match state.kind {
            RowStateKind::Open => {}
            RowStateKind::Done => match self.completion(row, state, findings)? {
                Some(at) => events.push((at, StateChange::ProgressChanged(Progress::Done))),
                None => initial_state.progress = Progress::Done,
            },
            RowStateKind::Removed => {
                let dates = [date(Role::Canceled)?, date(Role::StatusChange)?, date(Role::Updated)?];
                match dates.into_iter().flatten().next() {
                    Some(at) => events.push((at, StateChange::Left)),
                    None => {
                        initial_state.in_sprint = false;
                        events.clear();
                    }
                }
            }
        }
        let line = || format!("line {}", self.table.line_of(row));
        let key = self.columns.cell(row, Role::Key).map_or_else(line, str::to_owned);
        let title = self.columns.cell(row, Role::Title).map(str::to_owned);
        Ok(ItemHistory { key, title, initial_state, events })
    }

    /// Returns the time at which a row became done, or counts as done.
    fn completion(
        &self,
        row: &StringRecord,
        state: RowState,
        findings: &mut RowFindings,
    ) -> Result<Option<Moment>, Box<InputError>> {
        let date = |role| self.dates.read_role(row, self.columns, role);
        if let Some(at) = date(Role::Completed)?.filter(|_| state.is_of_category) {
            return Ok(Some(at));
        }
        let dates = CompletionDates {
            status_change: date(Role::StatusChange)?.filter(|_| state.is_of_category),
            resolution: date(Role::Resolution)?.filter(|_| state.is_of_category),
            last_change: date(Role::Updated)?,
        };
        Ok(findings.completions.date_completion(&dates))
    }

    fn read_estimate(&self, row: &StringRecord) -> Result<Option<Amount>, Box<InputError>> {
        let Some(column) = self.estimate else { return Ok(None) };
        let Some(text) = cell_text(row, column.position) else { return Ok(None) };
        let number: Option<f64> = text.replacen(',', ".", 1).parse().ok();
        let number = number.map(|number| number / column.divisor);
        if column.zero_is_none && number == Some(0.0) {
            return Ok(None);
        }
        let amount = number.and_then(non_negative_amount);
        amount.map(Some).ok_or_else(|| {
            let limit = number.and_then(exceeded_amount_limit);
            self.table.cell_error(row, column.position, EXPECTED_AMOUNT).with_exceeded_limit(limit)
        })
    }
}
