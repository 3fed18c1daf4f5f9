//! Azure DevOps: rows of the `WorkItemSnapshot` of Analytics, which have the amounts at the end of each day.

mod analytics_row;
mod group_sums;
mod located_row;
mod work_items;
mod work_totals;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::amount::{amount_error, non_negative_amount};
use super::reader::TrackerReader;
use super::sprint_candidate::{Preference, SprintCandidate, choose_sprint, expected_names, shown_day};
use super::unit_choice::{self, EstimateSource};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{DailyLevels, GapPolicy, RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Amount, Caveat, Level, Unit};
use analytics_row::{AnalyticsRow, AzureIteration};
use group_sums::{DocumentAge, GroupSums};
use located_row::LocatedRow;
use work_items::IterationSpan;
use work_totals::WorkTotals;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Azure, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "Analytics' WorkItemSnapshot, grouped by DateValue and State, with counts or sums of estimates; or by WorkItemId",
        "Analytics' WorkItems, which have today's state: done since ClosedDate, else StateChangeDate or ChangedDate",
        "beside them, in any order: Analytics' Iterations",
    ],
    how_to_get: &[
        "_odata/v4.0-preview/WorkItemSnapshot?$apply=filter(…)/groupby((DateValue,State,StateCategory,Iteration/IterationPath),aggregate($count as Count,StoryPoints with sum as TotalStoryPoints))",
        "_odata/v4.0-preview/WorkItems?$filter=…&$select=WorkItemId,Title,State,StateCategory,StoryPoints,CreatedDate,ClosedDate,StateChangeDate,ChangedDate&$expand=Iteration($select=IterationName,IterationPath,StartDate,EndDate)",
        "_odata/v4.0-preview/Iterations?$select=IterationName,IterationPath,StartDate,EndDate",
    ],
    missing_data: &[
        "without the iteration, the sprint's name and dates: --name, --start and --end",
        "one figure a day: what joined and left on one day is not seen apart",
        "from WorkItems, when they joined or were re-estimated: they count from their creation, with today's estimate",
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
    let iteration = choose_iteration(&rows, options, document)?;
    let path = iteration.as_ref().and_then(|iteration| iteration.path.clone());
    let of_sprint = |located: &&LocatedRow| match (&path, located.row.iteration.path.as_ref()) {
        (Some(requested), Some(path)) => requested == path,
        _ => true,
    };
    let dated: Vec<&LocatedRow> =
        rows.iter().filter(|located| located.row.is_snapshot()).filter(of_sprint).collect();
    let single: Vec<&LocatedRow> =
        rows.iter().filter(|located| located.row.work_item_id.is_some()).filter(of_sprint).collect();
    if dated.is_empty() && !single.is_empty() {
        return read_items(&single, &iteration.unwrap_or_default(), options);
    }
    let unit = choose_unit(&dated, options);
    let (days, started) = daily_totals(&dated, unit, options)?;
    let sprint_info = sprint_info(&iteration.unwrap_or_default(), unit);
    let levels = DailyLevels { opening: None, days, started, gap_policy: GapPolicy::Unknown };
    Ok(TrackerData { sprint_info, content: TrackerContent::Levels(levels), caveats: Vec::new() })
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
    rows: &[&LocatedRow],
    iteration: &AzureIteration,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let span = IterationSpan {
        start: iteration.first_day().map(Moment::Date),
        end: iteration.last_day().map(Moment::Date),
    };
    let read = work_items::read_work_items(rows, &span, options)?;
    let source = EstimateSource { unit: Unit::Points, is_explicit: options.estimate_field.is_some() };
    let (unit, items_counted) = unit_choice::choose_unit(&read.items, &source, options);
    let of_today = (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let caveats = read.caveats.into_iter().chain(items_counted).chain(of_today).collect();
    let sprint_info = sprint_info(iteration, unit);
    Ok(TrackerData { sprint_info, content: TrackerContent::Items(read.items), caveats })
}

/// Chooses the iteration that is requested by name or path, else that of the shown day, else the latest; `None` if no row names one.
fn choose_iteration(
    rows: &[LocatedRow],
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<Option<AzureIteration>, Box<InputError>> {
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
        (Some(index), _) => Ok(Some(known.swap_remove(index))),
        (None, None) => Ok(None),
        (None, Some(requested)) => {
            let names = candidates.iter().filter_map(|candidate| candidate.name.as_deref());
            let names: Vec<String> = names.map(quote).collect();
            let found = format!("no sprint {}", quote(requested));
            Err(document.error_at("", found, expected_names(&names, "rows with their iterations")))
        }
    }
}

/// Points if any row has a sum of estimates, else items.
fn choose_unit(rows: &[&LocatedRow], options: &ReadOptions) -> Unit {
    let requested = options.estimate_field.as_deref();
    let has_sum =
        rows.iter().any(|located| located.row.estimate_sum(requested).is_some_and(|points| points > 0.0));
    options.unit.unwrap_or(if has_sum { Unit::Points } else { Unit::Items })
}

/// The amounts at the end of each day: scope and done work, and started work.
type DailyTotals = (Vec<(Date, Level)>, Vec<(Date, Amount)>);

fn daily_totals(
    rows: &[&LocatedRow],
    unit: Unit,
    options: &ReadOptions,
) -> Result<DailyTotals, Box<InputError>> {
    let mut days: BTreeMap<Date, WorkTotals> = BTreeMap::new();
    // A work item has one row a day. Overlapping pages repeat it, and files of several days: the newer row counts, of equal
    // ones that with more progress.
    let mut items = BTreeMap::new();
    let mut sums = GroupSums::default();
    for located in rows {
        let row = &located.row;
        let Some(date) = row.snapshot_date() else {
            let found = quote(row.date_text().as_str());
            return Err(located.error_at("DateValue", found, "a date (2023-08-23)"));
        };
        let totals = WorkTotals::from_row(row, row_amount(located, unit, options)?, options.done.as_deref());
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
    let level = |totals: &WorkTotals| Level { scope: totals.scope, done: totals.done };
    let levels = days.iter().map(|(date, totals)| (*date, level(totals))).collect();
    Ok((levels, days.into_iter().map(|(date, totals)| (date, totals.started)).collect()))
}

/// The amount of a row in the unit.
fn row_amount(located: &LocatedRow, unit: Unit, options: &ReadOptions) -> Result<Amount, Box<InputError>> {
    let (row, requested) = (&located.row, options.estimate_field.as_deref());
    let number = match unit {
        Unit::Items => row.item_count(),
        Unit::Points | Unit::Hours => {
            row.estimate_sum(requested).or(row.has_null_estimate(requested).then_some(0.0))
        }
    };
    let Some(number) = number else {
        let (expected, remedy) = match unit {
            Unit::Items => ("\"Count\"", "aggregate($count as Count)"),
            _ => ("a sum of estimates", "--estimate-field NAME names it; --unit items counts work items"),
        };
        return Err(located
            .error_at("", format!("a row with {}", row.number_names()), expected)
            .with_remedy(remedy));
    };
    non_negative_amount(number)
        .ok_or_else(|| amount_error(located.document, located.path.as_str(), format!("{number}"), number))
}
