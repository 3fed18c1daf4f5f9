//! Azure DevOps: rows of the `WorkItemSnapshot` of Analytics, which have the amounts at the end of each day.

mod analytics_row;
mod group_sums;
mod work_totals;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;

use super::amount::{amount_error, non_negative_amount};
use super::reader::TrackerReader;
use super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints, shown_day,
};
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
use work_totals::WorkTotals;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Azure, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "Analytics' WorkItemSnapshot, grouped by DateValue and State, with counts or sums of estimates; or by WorkItemId",
        "beside it, in any order: Analytics' Iterations",
    ],
    how_to_get: &[
        "_odata/v4.0-preview/WorkItemSnapshot?$apply=filter(…)/groupby((DateValue,State,StateCategory,Iteration/IterationPath),aggregate($count as Count,StoryPoints with sum as TotalStoryPoints))",
        "_odata/v4.0-preview/Iterations?$select=IterationName,IterationPath,StartDate,EndDate",
    ],
    missing_data: &[
        "without the iteration, the sprint's name and dates: --name, --start and --end",
        "one figure a day: what joined and left on one day is not seen apart",
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
        ["DateValue", "DateSK", "IterationPath", "IterationName"].iter().any(|name| row.has(name))
    };
    rows.first().map_or(value.has("@odata.context"), is_known_row)
}

/// A row with its path in its document, for error messages.
struct LocatedRow<'a> {
    document: &'a TrackerDocument<'a>,
    document_age: DocumentAge,
    path: String,
    row: AnalyticsRow,
}

impl LocatedRow<'_> {
    fn error_at(&self, field: &str, found: String, expected: &str) -> Box<InputError> {
        let dot = if field.is_empty() { "" } else { "." };
        self.document.error_at(format!("{}{dot}{field}", self.path), found, expected)
    }
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
    let of_sprint = |located: &&LocatedRow| match (&path, located.row.iteration.path.as_ref()) {
        (Some(requested), Some(path)) => requested == path,
        _ => true,
    };
    let dated: Vec<&LocatedRow> =
        rows.iter().filter(|located| located.row.is_snapshot()).filter(of_sprint).collect();
    let unit = choose_unit(&dated, options);
    let (days, started) = daily_totals(&dated, unit, options)?;
    let iteration = iteration.unwrap_or_default();
    let sprint_info = RawSprintInfo {
        name: iteration.display_name(),
        unit: Some(unit),
        start: iteration.first_day().map(Moment::Date),
        end: iteration.last_day().map(Moment::Date),
        ..RawSprintInfo::default()
    };
    let levels = DailyLevels { opening: None, days, started, gap_policy: GapPolicy::Unknown };
    let caveats = [parallel.flatten(), choice_of_column(&dated, unit, options), counted_epics(&dated)];
    let caveats = caveats.into_iter().flatten().collect();
    Ok(TrackerData { sprint_info, content: TrackerContent::Levels(levels), caveats })
}

/// The caveat that the estimates are in several columns, of which each row gives the first.
fn choice_of_column(rows: &[&LocatedRow], unit: Unit, options: &ReadOptions) -> Option<Caveat> {
    let columns = AnalyticsRow::estimate_columns(rows.iter().map(|located| &located.row)).len();
    let is_chosen = unit != Unit::Items && options.estimate_field.is_none() && columns > 1;
    is_chosen.then_some(Caveat::EstimateFields(columns))
}

/// The caveat that epics and features count like their stories: the largest number of them on one day.
fn counted_epics(rows: &[&LocatedRow]) -> Option<Caveat> {
    let mut items: BTreeMap<Date, BTreeSet<u64>> = BTreeMap::new();
    let mut counts: BTreeMap<Date, f64> = BTreeMap::new();
    for row in rows.iter().map(|located| &located.row).filter(|row| row.is_epic()) {
        let Some(date) = row.snapshot_date() else { continue };
        match row.work_item_id {
            Some(item) => {
                items.entry(date).or_default().insert(item);
            }
            None => *counts.entry(date).or_default() += row.item_count().unwrap_or(1.0),
        }
    }
    let listed = items.values().map(BTreeSet::len).max().unwrap_or_default();
    let summed = counts.into_values().fold(0.0, f64::max) as usize;
    Some(listed.max(summed)).filter(|epics| *epics > 0).map(Caveat::EpicsCounted)
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
