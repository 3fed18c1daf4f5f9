//! The rows of an export as items: today's state of each, and the few dates that it has.

use std::collections::BTreeMap;

use ::csv::StringRecord;

use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::super::completion_time::{CompletionDates, DatedCompletions};
use super::super::known_states::KnownStates;
use super::super::subtasks::{CountedItems, Family, Subtask, SubtaskEstimates, SubtaskRules, count_items};
use super::super::unit_choice::EstimateSource;
use super::columns::{ChosenColumns, ExportColumns, choose_estimate};
use super::export_dates::ExportDates;
use super::layout::{ExportLayout, Role};
use super::newest_rows::newest_rows;
use super::part_rows::PartRows;
use super::row_findings::RowFindings;
use super::row_state::{RowState, RowStateKind, row_state};
use super::sprint_rows::{ExportedSprint, choose_sprint_rows};
use super::table::Table;
use crate::input::ReadOptions;
use crate::input::csv;
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
    estimate: Option<ChosenColumns>,
}

/// Reads the sprint in an export.
pub(super) fn read_export(
    text: &str,
    layout: &ExportLayout,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let mut table = Table::parse(text, layout)?;
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
    let rows = newest_rows(&table, &columns, &dates)?;
    let (sprint, rows) = choose_sprint_rows(rows, &columns, &dates, options)?;
    if rows.is_empty() {
        let found = format!("{} without rows", layout.name);
        return Err(InputError::new(Location::EntireInput, found, "one row an item"));
    }
    let families = PartRows::from_rows(&rows, &columns, layout);
    let wholes: Vec<_> = rows.iter().copied().filter(|row| !families.is_part(row)).collect();
    // Often the stories have no estimates, and their sub-tasks have hours.
    let estimate = match choose_estimate(&table, &columns, layout, &wholes, options)? {
        None => choose_estimate(&table, &columns, layout, &rows, options)?,
        chosen => chosen,
    };
    let reader = RowReader { table: &table, columns: &columns, dates: &dates, layout, options, estimate };
    let (start, end) = (sprint.start.map(Moment::Date), sprint.end.map(Moment::Date));
    let counted =
        reader.count_rows(&rows, &families, DatedCompletions::with_latest(start, end, None, options))?;
    let states = table.rows.iter().filter_map(|row| columns.first_cell(row, Role::State));
    let mut caveats = vec![Caveat::NoHistory];
    caveats.extend(KnownStates::from_names(states, false).check_done_names(options)?);
    caveats.extend(counted.caveats);
    caveats.extend(sprint.parallel);
    let of_table = [
        (columns.columns_of(Role::Created).next().is_some(), Caveat::JoinedWhenCreated),
        (options.unit.unwrap_or(counted.unit) != Unit::Items, Caveat::EstimatesOfToday),
        (layout.max_rows == Some(table.rows.len()), Caveat::PerhapsPartial(table.rows.len())),
        (table.is_cut, Caveat::Partial { given: table.rows.len(), of: None }),
    ];
    caveats.extend(of_table.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat));
    Ok(TrackerData {
        sprint_info: raw_sprint_info(sprint, counted.unit),
        content: TrackerContent::Items(counted.items),
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

impl RowReader<'_> {
    /// Reads the rows of the sprint, and chooses the sub-tasks that count.
    fn count_rows(
        &self,
        rows: &[&StringRecord],
        families: &PartRows<'_>,
        completions: DatedCompletions,
    ) -> Result<CountedItems, Box<InputError>> {
        let mut findings = RowFindings::new(completions);
        let mut subtask_findings = findings.clone();
        let (mut stories, mut subtasks) = (BTreeMap::new(), BTreeMap::new());
        for row in rows {
            if families.is_part(row) {
                let item = self.read_item(row, &mut subtask_findings)?;
                let parent = families.parent_of(row).map(str::to_owned);
                subtasks.insert(item.key.clone(), Subtask { item, parent });
            } else {
                let item = self.read_item(row, &mut findings)?;
                findings.epics += usize::from(families.is_epic(row));
                stories.insert(item.key.clone(), item);
            }
        }
        let story_count = stories.len();
        let estimate = self.estimate.as_ref();
        let unit = estimate.map_or(Unit::Points, |columns| columns.unit);
        let estimates =
            if unit == Unit::Hours { SubtaskEstimates::Separate } else { SubtaskEstimates::PartOfStory };
        let rules = SubtaskRules { estimates, are_items: self.layout.parts_are_items };
        let source = EstimateSource { unit, is_explicit: self.options.estimate_field.is_some() };
        let family =
            Family { stories: stories.into_values().collect(), subtasks: subtasks.into_values().collect() };
        let mut counted = count_items(family, rules, &source, self.options);
        if counted.items.is_empty() {
            let expected = "issues that count";
            return Err(InputError::new(Location::EntireInput, "sub-tasks only", expected)
                .with_remedy("--subtasks (subtasks, among the options) counts them"));
        }
        if counted.items.len() > story_count {
            findings.add(subtask_findings);
        }
        counted.caveats.extend(findings.into_caveats(self.options.unit.unwrap_or(counted.unit)));
        Ok(counted)
    }

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
            estimate: self.read_estimate(row, findings)?,
            progress: Progress::Open,
            ..ItemState::default()
        };
        let joined = created.map(|at| (at, StateChange::Joined));
        let mut events: Vec<(Moment, StateChange)> = joined.into_iter().collect();
        match state.kind {
            RowStateKind::Open => {}
            RowStateKind::Done => match self.date_completion(row, state, findings)? {
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
        let key = self.columns.first_cell(row, Role::Key).map_or_else(line, str::to_owned);
        let title = self.columns.first_cell(row, Role::Title).map(str::to_owned);
        Ok(ItemHistory { key, title, initial_state, events })
    }

    /// Returns the time at which a row became done, or counts as done.
    fn date_completion(
        &self,
        row: &StringRecord,
        state: RowState,
        findings: &mut RowFindings,
    ) -> Result<Option<Moment>, Box<InputError>> {
        let date = |role| self.dates.read_role(row, self.columns, role);
        if let Some(at) = date(Role::Completed)?.filter(|_| state.has_completion_dates) {
            return Ok(Some(at));
        }
        let dates = CompletionDates {
            status_change: date(Role::StatusChange)?.filter(|_| state.has_completion_dates),
            resolution: date(Role::Resolution)?.filter(|_| state.has_completion_dates),
            last_change: date(Role::Updated)?,
        };
        Ok(findings.completions.date_completion(&dates))
    }

    /// Reads the first estimate of a row, and notes the columns that hold it or contradict it.
    fn read_estimate(
        &self,
        row: &StringRecord,
        findings: &mut RowFindings,
    ) -> Result<Option<Amount>, Box<InputError>> {
        let Some(columns) = &self.estimate else { return Ok(None) };
        let mut chosen = None;
        for (column, text) in columns.filled_cells(row) {
            let amount = self.parse_estimate(row, column, text, columns)?;
            let Some(amount) = amount else { continue };
            if chosen.is_none_or(|chosen| chosen != amount) {
                findings.estimate_columns.insert(column);
            }
            chosen.get_or_insert(amount);
        }
        Ok(chosen)
    }

    fn parse_estimate(
        &self,
        row: &StringRecord,
        column: usize,
        text: &str,
        columns: &ChosenColumns,
    ) -> Result<Option<Amount>, Box<InputError>> {
        if csv::has_perhaps_comma_of_thousands(text, self.table.separator) {
            let error = self.table.cell_error(row, column, EXPECTED_AMOUNT);
            return Err(error.with_remedy("write thousands without a comma"));
        }
        let number: Option<f64> = text.replacen(',', ".", 1).parse().ok();
        let number = number.map(|number| number / columns.divisor);
        if columns.zero_is_none && number == Some(0.0) {
            return Ok(None);
        }
        let amount = number.and_then(non_negative_amount);
        amount.map(Some).ok_or_else(|| {
            let limit = number.and_then(exceeded_amount_limit);
            self.table.cell_error(row, column, EXPECTED_AMOUNT).with_exceeded_limit(limit)
        })
    }
}
