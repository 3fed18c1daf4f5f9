//! The work items of an iteration: at the end of each day, or without snapshots as they are today.

use std::collections::BTreeSet;

use serde_json::Value;

use super::AzureSource;
use super::analytics::{document, fetch_rows, path, quote};
use super::connection::AzureConnection;
use super::iteration::Iteration;
use crate::fetch_error::FetchError;
use crate::fetched::count_text;
use crate::json_fields::text;
use crate::session::Session;

/// Columns with estimates. A process has one of the first three; a server of one's own may lack the others.
const ESTIMATES: [&str; 4] = ["StoryPoints", "Effort", "Size", "RemainingWork"];
/// Types that stand in iterations and are no work of the sprint.
const TEST_TYPES: [&str; 5] = ["Test Case", "Test Plan", "Test Suite", "Shared Steps", "Shared Parameter"];

/// Fetches the iteration and its work items, and writes them.
pub(super) fn fetch_work_items(
    azure: &AzureConnection,
    session: &mut Session<'_>,
    source: &AzureSource,
    iteration: &Iteration,
) -> Result<(), FetchError> {
    let select = ("$select", "IterationName,IterationPath,StartDate,EndDate");
    let filter = format!("IterationPath eq {}", quote(&iteration.path));
    let iterations =
        fetch_rows(azure, session, &path(source, "Iterations"), &[("$filter", &filter), select])?;
    session.add_document(&document(&iterations));

    let snapshots = fetch_with_known_columns(azure, session, source, &|columns| {
        snapshot_query(source, iteration, columns, session.settings.titles)
    })?;
    let ids = |rows: &[Value]| rows.iter().map(|row| text(row, "WorkItemId")).collect::<BTreeSet<_>>().len();
    if !snapshots.is_empty() {
        let days: BTreeSet<String> = snapshots.iter().map(|row| text(row, "DateValue")).collect();
        session.add_count(count_text(ids(&snapshots), "work item"));
        session.add_count(count_text(days.len(), "day"));
        session.add_document(&document(&snapshots));
        return Ok(());
    }
    let items = fetch_with_known_columns(azure, session, source, &|columns| {
        work_item_query(source, iteration, columns, session.settings.titles)
    })?;
    session.add_count(count_text(ids(&items), "work item"));
    session.add_note(match items.is_empty() {
        true => format!(
            "\"{}\" has no work items of the team that the credential of {} may see; it needs {}",
            iteration.name, azure.analytics.credential_origin, azure.analytics.needed_rights
        ),
        false => {
            "Analytics has no snapshots of this iteration yet: the work items are those of today".to_owned()
        }
    });
    if !items.is_empty() {
        session.add_document(&document(&items));
    }
    Ok(())
}

/// A query of Analytics.
struct AnalyticsQuery {
    entities: &'static str,
    parameters: Vec<(&'static str, String)>,
}

/// Fetches the rows of a query for columns with estimates. Analytics refuses one that no process of the organization has: then
/// the query is repeated without it.
fn fetch_with_known_columns(
    azure: &AzureConnection,
    session: &Session<'_>,
    source: &AzureSource,
    query_for: &dyn Fn(&[&str]) -> AnalyticsQuery,
) -> Result<Vec<Value>, FetchError> {
    let mut columns: Vec<&str> = ESTIMATES.to_vec();
    loop {
        let query = query_for(&columns);
        let parameters: Vec<(&str, &str)> =
            query.parameters.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match fetch_rows(azure, session, &path(source, query.entities), &parameters) {
            Err(FetchError::Answer { status: 400, found, .. })
                if columns.iter().any(|column| found.contains(&format!("'{column}'"))) =>
            {
                columns.retain(|column| !found.contains(&format!("'{column}'")));
            }
            rows => return rows,
        }
    }
}

/// The work of the team in the iteration.
fn filter(source: &AzureSource, iteration: &Iteration) -> String {
    let types: Vec<String> =
        TEST_TYPES.iter().map(|kind| format!("WorkItemType ne {}", quote(kind))).collect();
    format!(
        "Iteration/IterationPath eq {} and Teams/any(x:x/TeamName eq {}) and {}",
        quote(&iteration.path),
        quote(&source.team),
        types.join(" and ")
    )
}

/// The work items at the end of each day of the iteration.
fn snapshot_query(
    source: &AzureSource,
    iteration: &Iteration,
    columns: &[&str],
    titles: bool,
) -> AnalyticsQuery {
    let sums: Vec<String> =
        columns.iter().map(|column| format!("{column} with sum as Total{column}")).collect();
    let apply = format!(
        "filter({} and DateValue ge Iteration/StartDate and DateValue le Iteration/EndDate)/groupby((DateValue,\
         WorkItemId,WorkItemType,State,StateCategory,ParentWorkItemId,Iteration/IterationPath{}),aggregate({}))",
        filter(source, iteration),
        if titles { ",Title" } else { "" },
        if sums.is_empty() { "$count as Count".to_owned() } else { sums.join(",") }
    );
    AnalyticsQuery { entities: "WorkItemSnapshot", parameters: vec![("$apply", apply)] }
}

/// The work items as they are today.
fn work_item_query(
    source: &AzureSource,
    iteration: &Iteration,
    columns: &[&str],
    titles: bool,
) -> AnalyticsQuery {
    const FIELDS: &str = "WorkItemId,WorkItemType,State,StateCategory,ParentWorkItemId,CreatedDate,ClosedDate,\
                          StateChangeDate,ChangedDate";
    let columns = columns.iter().chain(titles.then_some(&"Title"));
    let select: String = columns.fold(FIELDS.to_owned(), |list, column| list + "," + column);
    let expand = "Iteration($select=IterationName,IterationPath,StartDate,EndDate)".to_owned();
    let parameters = vec![("$filter", filter(source, iteration)), ("$select", select), ("$expand", expand)];
    AnalyticsQuery { entities: "WorkItems", parameters }
}
