//! The sprint of an export: that which the caller names, else the current one, else the last one of most rows.

use std::collections::BTreeMap;

use ::csv::StringRecord;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::json_moment::sort_instant;
use super::super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints,
};
use super::columns::ExportColumns;
use super::export_dates::ExportDates;
use super::layout::Role;
use super::table::cell_text;
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::zones;
use crate::sprint::Caveat;

/// The sprint of an export, as far as the table has it.
#[derive(Clone, Debug, Default)]
pub(super) struct ExportedSprint {
    pub(super) name: Option<String>,
    pub(super) start: Option<Date>,
    /// The last day.
    pub(super) end: Option<Date>,
    /// The caveat that others are current, too.
    pub(super) parallel: Option<Caveat>,
}

/// A sprint that some rows have been in.
#[derive(Default)]
struct ListedSprint {
    /// The name, or the path that ends with it.
    path: String,
    number: Option<String>,
    start: Option<Moment>,
    /// The end, which is not included.
    end: Option<Moment>,
    /// The rows whose last sprint it is.
    last_of: usize,
}

impl ListedSprint {
    /// The sprint among the candidates for the choice; `now` is the instant that the picture shows. A table without the dates of
    /// sprints does not say which have begun.
    fn to_candidate(&self, now: Option<Timestamp>, has_dates: bool) -> SprintCandidate {
        let start = self.start.map(sort_instant);
        let has_started = |now: Timestamp| start.is_some_and(|start| start <= now);
        let has_not_ended = |now: Timestamp| self.end.is_some_and(|end| now < sort_instant(end));
        SprintCandidate {
            name: Some(last_part(&self.path).to_owned()),
            ids: self.number.iter().chain([&self.path]).cloned().collect(),
            is_current: now.is_some_and(|now| has_started(now) && has_not_ended(now)),
            has_begun: !has_dates || now.map_or(start.is_some(), has_started),
        }
    }
}

/// The sprints that a row has been in, oldest first. A path ends with the name of the sprint; before it is the team, if teams have
/// their own.
fn row_sprints<'r>(
    columns: &'r ExportColumns,
    row: &'r StringRecord,
) -> impl DoubleEndedIterator<Item = String> + 'r {
    let cells = columns.sprint_columns(row).filter_map(|column| cell_text(row, column));
    let named: Vec<String> = cells.map(str::to_owned).collect();
    let number = columns.first_cell(row, Role::SprintNumber).filter(|_| named.is_empty());
    let team = columns.first_cell(row, Role::Team).map(|team| format!("{team}\\"));
    let paths = named.into_iter().chain(number.map(|number| format!("Cycle {number}")));
    paths.map(move |name| format!("{}{name}", team.as_deref().unwrap_or_default()))
}

/// The name at the end of a path: `Fabrikam\Release 1\Sprint 21`.
fn last_part(path: &str) -> &str {
    path.rsplit('\\').next().unwrap_or(path)
}

/// Chooses the sprint of rows, and returns those that have been in it.
pub(super) fn choose_sprint_rows<'t>(
    rows: Vec<&'t StringRecord>,
    columns: &ExportColumns,
    dates: &ExportDates<'_>,
    options: &ReadOptions,
) -> Result<(ExportedSprint, Vec<&'t StringRecord>), Box<InputError>> {
    let listed = list_sprints(&rows, columns, dates)?;
    let has_dates = listed.iter().any(|sprint| sprint.start.is_some());
    let now = options.as_of.map(sort_instant).or(options.now);
    let candidates: Vec<SprintCandidate> =
        listed.iter().map(|sprint| sprint.to_candidate(now, has_dates)).collect();
    let requested = options.sprint.as_deref();
    let index = choose_sprint(&candidates, requested, Preference::Latest);
    let Some(chosen) = index.and_then(|index| listed.get(index)) else {
        return match requested {
            Some(requested) => Err(no_sprint_error(&listed, requested)),
            None => Ok((ExportedSprint::default(), rows)),
        };
    };
    let is_in = |row: &&StringRecord| row_sprints(columns, row).any(|path| path == chosen.path);
    let named_zone = options.time_zone.as_deref().and_then(zones::find_zone);
    let zone = named_zone.unwrap_or(TimeZone::UTC);
    let date_of = |moment: Moment| match moment {
        Moment::Date(date) => date,
        other => nearest_date(sort_instant(other), &zone),
    };
    let sprint = ExportedSprint {
        name: Some(last_part(&chosen.path).to_owned()),
        start: chosen.start.map(date_of),
        end: chosen.end.map(|after| date_of(after).saturating_sub(1.day())),
        parallel: parallel_sprints(&candidates, requested),
    };
    Ok((sprint, rows.into_iter().filter(is_in).collect()))
}

/// The date whose midnight is nearest: cycles begin and end at midnight in the team's zone, which an export does not have.
fn nearest_date(at: Timestamp, zone: &TimeZone) -> Date {
    let noon = at.saturating_add(12.hours()).unwrap_or(at);
    zone.to_datetime(noon).date()
}

/// Returns the sprints of rows by their start; those that begin together, or without a start, by the number of rows whose last
/// one they are, and by their names.
fn list_sprints(
    rows: &[&StringRecord],
    columns: &ExportColumns,
    dates: &ExportDates<'_>,
) -> Result<Vec<ListedSprint>, Box<InputError>> {
    let mut by_path: BTreeMap<String, ListedSprint> = BTreeMap::new();
    for row in rows {
        let mut paths = row_sprints(columns, row);
        let Some(last) = paths.next_back() else { continue };
        for path in paths {
            by_path.entry(path).or_default();
        }
        let sprint = by_path.entry(last).or_default();
        sprint.last_of += 1;
        let number = columns.first_cell(row, Role::SprintNumber);
        sprint.number = sprint.number.take().or_else(|| number.map(str::to_owned));
        sprint.start = sprint.start.or(dates.read_role(row, columns, Role::SprintStart)?);
        sprint.end = sprint.end.or(dates.read_role(row, columns, Role::SprintEnd)?);
    }
    let mut listed: Vec<ListedSprint> =
        by_path.into_iter().map(|(path, sprint)| ListedSprint { path, ..sprint }).collect();
    listed.sort_by_cached_key(|sprint| {
        (sprint.start.map(sort_instant), sprint.last_of, natural_order(&sprint.path))
    });
    Ok(listed)
}

/// A part of a name that ends with a number: the text before it, the number of digits without leading zeros, and the digits.
type NamePart = (String, usize, String);

/// The key by which names are sorted as people do: `Sprint 9` before `Sprint 10`.
fn natural_order(name: &str) -> Vec<NamePart> {
    let mut rest = name;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let digits_start = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (text, digits) = rest.split_at_checked(digits_start).unwrap_or((rest, ""));
        let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = digits.strip_suffix(after).unwrap_or(digits).trim_start_matches('0');
        parts.push((text.to_lowercase(), number.len(), number.to_owned()));
        rest = after;
    }
    parts
}

/// Returns the error for a sprint that no row has been in.
fn no_sprint_error(listed: &[ListedSprint], requested: &str) -> Box<InputError> {
    /// The sprints that the error lists.
    const LISTED_SPRINTS: usize = 10;
    let mut paths: Vec<&str> = listed.iter().map(|sprint| last_part(&sprint.path)).collect();
    paths.sort_by_cached_key(|name| natural_order(name));
    paths.dedup();
    let names: Vec<String> = paths.into_iter().take(LISTED_SPRINTS).map(quote).collect();
    let expected = expected_names(&names, "a table with sprints");
    InputError::new(Location::EntireInput, format!("no sprint {}", quote(requested)), expected)
        .with_remedy("choose with --sprint (sprint, among the options)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_compared_as_numbers() {
        let mut names = ["Sprint 10", "Sprint 9", "sprint 09 b", "Alpha", "Sprint 100"];
        names.sort_by_cached_key(|name| natural_order(name));
        assert_eq!(names, ["Alpha", "Sprint 9", "sprint 09 b", "Sprint 10", "Sprint 100"]);
    }
}
