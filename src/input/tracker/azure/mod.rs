//! Azure DevOps: rows of the `WorkItemSnapshot` of Analytics, which have the amounts at the end of each day.

mod amount_column;
mod analytics_row;
mod choices;
mod column_choice;
mod group_sums;
mod item_days;
mod located_row;
mod subtasks;
mod work_items;
mod work_totals;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::known_states::KnownStates;
use super::reader::TrackerReader;
use super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints, shown_day,
};
use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{
    DailyLevels, GapPolicy, RawSprintInfo, RemainingSum, TrackerContent, TrackerData,
};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Caveat, Level, Unit};
use amount_column::AmountColumn;
use analytics_row::{AnalyticsRow, AzureIteration};
use choices::{choice_of_column, counted_epics};
use column_choice::choose_column;
use group_sums::{DocumentAge, GroupSums};
use item_days::{ItemDays, read_item_days};
use located_row::LocatedRow;
use subtasks::{CountedRows, count_rows};
use work_items::{IterationSpan, WorkItems, read_work_items};
use work_totals::WorkTotals;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Azure, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "Analytics' WorkItemSnapshot, grouped by DateValue and State, with counts, sums of estimates or remaining hours; or by WorkItemId",
        "Analytics' WorkItems, which have today's state: done since ClosedDate, else StateChangeDate or ChangedDate",
        "beside them, in any order: Analytics' Iterations",
    ],
    how_to_get: &[
        "_odata/v4.0-preview/WorkItemSnapshot?$apply=filter(…)/groupby((DateValue,State,StateCategory,Iteration/IterationPath),aggregate($count as Count,StoryPoints with sum as TotalStoryPoints))",
        "for hours: …/groupby((DateValue,WorkItemId,State,StateCategory,ParentWorkItemId,Iteration/IterationPath),aggregate(RemainingWork with sum as SumOfRemainingWork))",
        "_odata/v4.0-preview/WorkItems?$filter=…&$select=WorkItemId,Title,State,StateCategory,StoryPoints,CreatedDate,ClosedDate,StateChangeDate,ChangedDate&$expand=Iteration($select=IterationName,IterationPath,StartDate,EndDate)",
        "_odata/v4.0-preview/Iterations?$select=IterationName,IterationPath,StartDate,EndDate",
    ],
    missing_data: &[
        "without the iteration, the sprint's name and dates: --name, --start and --end",
        "one figure a day: what joined and left on one day is not seen apart",
        "from WorkItems, when they joined or were re-estimated: they count from their creation, with today's estimate",
        "of sums of remaining hours, what was worked down and what left on one day: grouped by WorkItemId they are told apart",
        "without StateCategory, which states are done: Done, Closed and Completed are, or those of --done",
    ],
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RowPage {
    value: Vec<AnalyticsRow>,
}

fn is_response(value: &JsonValue<'_>) -> bool {
    let Some(rows) = value.get("value").and_then(JsonValue::as_list) else { return false };
    let is_known_row = |row: &JsonValue<'_>| {
        ["DateValue", "DateSK", "IterationPath", "IterationName", "WorkItemId"]
            .iter()
            .any(|name| row.has(name))
    };
    rows.first().map_or(value.has("@odata.context"), is_known_row)
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let mut rows = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let page: RowPage = document.read()?;
        let last_day = page.value.iter().filter_map(AnalyticsRow::snapshot_date).max();
        let document_age = DocumentAge { last_day, index };
        let place =
            |(index, row)| LocatedRow { document, document_age, path: format!("value[{index}]"), row };
        rows.extend(page.value.into_iter().enumerate().map(place));
    }
    let Some(document) = documents.last().filter(|_| !rows.is_empty()) else {
        return Err(InputError::new(Location::EntireInput, "no rows", "rows of WorkItemSnapshot"));
    };
    let (iteration, parallel) = choose_iteration(&rows, options, document)?.unzip();
    let path = iteration.as_ref().and_then(|iteration| iteration.path.clone());
    let name = iteration.as_ref().and_then(AzureIteration::display_name);
    let of_sprint = |located: &&LocatedRow| match (&path, located.row.iteration.path.as_ref()) {
        (Some(requested), Some(path)) => requested == path,
        _ => located.row.iteration.display_name().is_none_or(|known| name.as_ref() == Some(&known)),
    };
    let dated: Vec<&LocatedRow> =
        rows.iter().filter(|located| located.row.is_snapshot()).filter(of_sprint).collect();
    let single: Vec<&LocatedRow> =
        rows.iter().filter(|located| located.row.work_item_id.is_some()).filter(of_sprint).collect();
    let is_today = dated.is_empty() && !single.is_empty();
    let rows = if is_today { single } else { dated };
    let iteration = iteration.unwrap_or_default();
    let column = choose_column(&rows, options);
    let states = rows.iter().filter_map(|located| located.row.state.as_deref());
    let unseen = KnownStates::from_names(states, false).check_done_names(options)?;
    let choices = [parallel.flatten(), choice_of_column(&rows, column), counted_epics(&rows), unseen];
    let mut data = if is_today {
        read_items(rows, column, &iteration, options)?
    } else {
        read_days(rows, column, &iteration, options)?
    };
    data.caveats.extend(choices.into_iter().flatten());
    Ok(data)
}

/// Reads the snapshots of days.
fn read_days(
    rows: Vec<&LocatedRow>,
    column: AmountColumn<'_>,
    iteration: &AzureIteration,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let CountedRows { rows, caveat } = count_rows(rows, column, options);
    let mut sprint_info = RawSprintInfo {
        lowered_estimates: column.lowered_estimates(),
        ..sprint_info(iteration, options.unit.unwrap_or(column.unit()))
    };
    let mut caveats: Vec<Caveat> = caveat.into_iter().collect();
    let are_items = rows.iter().all(|located| located.row.work_item_id.is_some());
    let content = match column {
        AmountColumn::RemainingWork if are_items && !rows.is_empty() => {
            let ItemDays { items, dates } = read_item_days(&rows, options)?;
            sprint_info.fetched_at = dates.last().copied().map(Moment::Date);
            sprint_info.snapshot_dates = Some(dates);
            caveats.push(Caveat::DailyTotals);
            TrackerContent::Items(items)
        }
        _ => day_sums(&rows, column, options)?,
    };
    Ok(TrackerData { sprint_info, content, caveats })
}

fn sprint_info(iteration: &AzureIteration, unit: Unit) -> RawSprintInfo {
    RawSprintInfo {
        name: iteration.display_name(),
        unit: Some(unit),
        start: iteration.first_day().map(Moment::Date),
        end: iteration.last_day().map(Moment::Date),
        ..RawSprintInfo::default()
    }
}

/// Reads work items of today, if there are no snapshots of days.
fn read_items(
    rows: Vec<&LocatedRow>,
    column: AmountColumn<'_>,
    iteration: &AzureIteration,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let span = IterationSpan {
        start: iteration.first_day().map(Moment::Date),
        end: iteration.last_day().map(Moment::Date),
    };
    let CountedRows { rows, caveat } = count_rows(rows, column, options);
    let WorkItems { items, caveats } = read_work_items(&rows, column, &span, options)?;
    let source = EstimateSource { unit: column.unit(), is_explicit: options.estimate_field.is_some() };
    let (unit, items_counted) = choose_unit(&items, &source, options);
    let of_today = (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let caveats = caveats.into_iter().chain(caveat).chain(items_counted).chain(of_today).collect();
    Ok(TrackerData {
        sprint_info: sprint_info(iteration, unit),
        content: TrackerContent::Items(items),
        caveats,
    })
}

/// An iteration, and the caveat that others are current, too.
type IterationChoice = (AzureIteration, Option<Caveat>);

/// Chooses the iteration that is requested by name or path, else that of the shown day, else the latest; `None` if no row names one.
fn choose_iteration(
    rows: &[LocatedRow],
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<Option<IterationChoice>, Box<InputError>> {
    let mut known: BTreeMap<String, AzureIteration> = BTreeMap::new();
    for located in rows {
        let iteration = &located.row.iteration;
        let Some(key) = iteration.path.clone().or_else(|| iteration.display_name()) else { continue };
        known.entry(key).or_default().fill_missing(iteration);
    }
    let mut known: Vec<AzureIteration> = known.into_values().collect();
    known.sort_by_key(AzureIteration::first_day);
    let shown_day = shown_day(options);
    let candidate = |iteration: &AzureIteration| SprintCandidate {
        name: iteration.display_name(),
        ids: iteration.path.iter().cloned().collect(),
        is_current: shown_day.is_some_and(|day| iteration.has_day(day)),
        has_begun: true,
    };
    let candidates: Vec<SprintCandidate> = known.iter().map(candidate).collect();
    match (choose_sprint(&candidates, options.sprint.as_deref(), Preference::Latest), &options.sprint) {
        (Some(index), requested) => {
            let parallel = parallel_sprints(&candidates, requested.as_deref());
            Ok(Some((known.swap_remove(index), parallel)))
        }
        (None, None) => Ok(None),
        (None, Some(requested)) => {
            let names = candidates.iter().filter_map(|candidate| candidate.name.as_deref());
            let names: Vec<String> = names.map(quote).collect();
            let found = format!("no sprint {}", quote(requested));
            Err(document.error_at("", found, expected_names(&names, "rows with their iterations")))
        }
    }
}

/// The sums of each day: the remaining hours, or scope and done work.
fn day_sums(
    rows: &[&LocatedRow<'_>],
    column: AmountColumn<'_>,
    options: &ReadOptions,
) -> Result<TrackerContent, Box<InputError>> {
    let days = daily_totals(rows, column, options)?;
    let knows_items = rows.iter().all(|located| located.row.item_count().is_some());
    if column == AmountColumn::RemainingWork {
        let sum = |(date, totals): (Date, WorkTotals)| RemainingSum {
            date,
            remaining: totals.scope - totals.done,
            started: totals.started,
            items: knows_items.then_some(totals.items),
        };
        return Ok(TrackerContent::RemainingSums(days.into_iter().map(sum).collect()));
    }
    let level = |totals: &WorkTotals| Level { scope: totals.scope, done: totals.done };
    Ok(TrackerContent::Levels(DailyLevels {
        opening: None,
        days: days.iter().map(|(date, totals)| (*date, level(totals))).collect(),
        started: days.into_iter().map(|(date, totals)| (date, totals.started)).collect(),
        gap_policy: GapPolicy::Unknown,
    }))
}

/// The amounts at the end of each day.
fn daily_totals(
    rows: &[&LocatedRow<'_>],
    column: AmountColumn<'_>,
    options: &ReadOptions,
) -> Result<BTreeMap<Date, WorkTotals>, Box<InputError>> {
    let mut days: BTreeMap<Date, WorkTotals> = BTreeMap::new();
    // A work item has one row a day. Overlapping pages repeat it, and files of several days: the newer row counts, of equal
    // ones that with more progress.
    let mut items = BTreeMap::new();
    let mut sums = GroupSums::default();
    for located in rows {
        let row = &located.row;
        let date = located.snapshot_date()?;
        let amount = located.read_amount(column)?.unwrap_or_default();
        let totals = WorkTotals::from_row(row, amount, options.done.as_deref());
        match row.work_item_id {
            Some(item) => {
                let known = items.entry((date, item)).or_default();
                *known = (row.age(), totals).max(*known);
            }
            None => sums.add_row(date, row.group_key(), located.document_age, totals),
        }
    }
    let of_items = items.into_iter().map(|((date, _), (_, totals))| (date, totals));
    for (date, totals) in of_items.chain(sums.into_totals()) {
        days.entry(date).or_default().add_totals(totals);
    }
    Ok(days)
}
