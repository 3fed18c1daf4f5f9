//! The CSV that Jira's issue search exports: today's state of each issue, without history.

use std::collections::BTreeMap;

use ::csv::{ReaderBuilder, StringRecord};

use super::super::super::{ReadOptions, csv};
use super::super::amount::{EXPECTED_AMOUNT, non_negative_amount};
use super::super::unit_choice::{EstimateSource, choose_unit};
use super::dates;
use super::status_map::guess_progress;
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::limits::MAX_ITEMS;
use crate::sprint::{Caveat, ItemState, Progress, Unit};

/// Columns with an estimate, in lower case.
const ESTIMATE_COLUMNS: [&str; 3] =
    ["custom field (story points)", "custom field (story point estimate)", "story points"];

/// The rows at which Jira ends an export, without a word about those that follow.
const EXPORTED_ROWS: usize = 1_000;

/// Returns true if a text is such a table, by its first line.
pub(in crate::input) fn is_issue_table(text: &str) -> bool {
    csv::has_column(text, csv::ISSUE_KEY_COLUMN)
}

/// The positions of the columns that are read.
struct TableColumns {
    key: usize,
    summary: Option<usize>,
    issue_type: Option<usize>,
    status: Option<usize>,
    category: Option<usize>,
    created: Option<usize>,
    resolved: Option<usize>,
    /// One column for each sprint that an issue has been in.
    sprints: Vec<usize>,
    estimate: Option<usize>,
}

pub(in crate::input) fn read_issue_table(
    text: &str,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let header = text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|mark| header.contains(char::from(*mark))).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let no_table_error =
        |error: ::csv::Error| InputError::new(Location::EntireInput, format!("no CSV ({error})"), "a table");
    let columns = TableColumns::from_header(reader.headers().map_err(no_table_error)?, options)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(no_table_error)?;
        if columns.cell_text(&record, Some(columns.key)).is_some() {
            if rows.len() == MAX_ITEMS {
                return Err(too_many_issues_error());
            }
            rows.push(record);
        }
    }
    let sprint = options.sprint.clone().or_else(|| columns.most_common_last_sprint(&rows));
    let in_sprint = |row: &&StringRecord| match &sprint {
        Some(sprint) => columns.row_sprints(row).any(|name| name == sprint.as_str()),
        None => true,
    };
    let mut items: BTreeMap<String, ItemHistory> = BTreeMap::new();
    for row in
        rows.iter().filter(in_sprint).filter(|row| !columns.is_subtask(row) || options.subtasks == Some(true))
    {
        let item = columns.read_item(row, text, options)?;
        items.insert(item.key.clone(), item);
    }
    let items: Vec<ItemHistory> = items.into_values().collect();
    let estimate_source =
        EstimateSource { unit: Unit::Points, is_explicit: options.estimate_field.is_some() };
    let (unit, items_counted) = choose_unit(&items, &estimate_source, options);
    let estimates_of_today =
        (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let always_given = [Caveat::NoHistory, Caveat::JoinedWhenCreated];
    let perhaps_partial = (rows.len() == EXPORTED_ROWS).then_some(Caveat::PerhapsPartial(EXPORTED_ROWS));
    let caveats = always_given.into_iter().chain(estimates_of_today).chain(items_counted);
    let caveats = caveats.chain(perhaps_partial).collect();
    Ok(TrackerData {
        sprint_info: RawSprintInfo { name: sprint, unit: Some(unit), ..RawSprintInfo::default() },
        content: TrackerContent::Items(items),
        caveats,
    })
}

fn too_many_issues_error() -> Box<InputError> {
    let found = format!("more than {MAX_ITEMS} issues");
    InputError::limit_exceeded(Location::EntireInput, found, "MAX_ITEMS", MAX_ITEMS)
}

impl TableColumns {
    fn from_header(header: &StringRecord, options: &ReadOptions) -> Result<Self, Box<InputError>> {
        let names: Vec<String> = header.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let position = |name: &str| names.iter().position(|known| known == name);
        let Some(key) = position("issue key") else {
            return Err(InputError::new(
                Location::TextPosition { line: 1, column: None },
                "no column \"Issue key\"",
                "one",
            ));
        };
        let estimate = match &options.estimate_field {
            Some(requested) => {
                let asked_low = requested.to_lowercase();
                let found = position(&asked_low).or_else(|| position(&format!("custom field ({asked_low})")));
                Some(found.ok_or_else(|| {
                    let fields = header.iter().filter(|cell| cell.starts_with("Custom field"));
                    let fields: Vec<String> = fields.map(quote).collect();
                    let expected = format!("one of {}", fields.join(", "));
                    InputError::new(
                        Location::TextPosition { line: 1, column: None },
                        format!("no column {}", quote(requested)),
                        expected,
                    )
                })?)
            }
            None => ESTIMATE_COLUMNS.iter().find_map(|name| position(name)),
        };
        Ok(Self {
            key,
            summary: position("summary"),
            issue_type: position("issue type"),
            status: position("status"),
            category: position("status category"),
            created: position("created"),
            resolved: position("resolved"),
            sprints: names
                .iter()
                .enumerate()
                .filter(|(_, name)| *name == "sprint")
                .map(|(at, _)| at)
                .collect(),
            estimate,
        })
    }

    fn cell_text<'a>(&self, row: &'a StringRecord, at: Option<usize>) -> Option<&'a str> {
        row.get(at?).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// The sprints of an issue. A row may be shorter than the header.
    fn row_sprints<'a>(&self, row: &'a StringRecord) -> impl DoubleEndedIterator<Item = &'a str> {
        let there = self.sprints.partition_point(|at| *at < row.len());
        self.sprints.iter().take(there).filter_map(|at| self.cell_text(row, Some(*at)))
    }

    /// The last sprint of most issues; the export does not say which sprint is active.
    fn most_common_last_sprint(&self, rows: &[StringRecord]) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows {
            if let Some(last) = self.row_sprints(row).next_back() {
                *counts.entry(last).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
    }

    fn is_subtask(&self, row: &StringRecord) -> bool {
        let kind = self.cell_text(row, self.issue_type).unwrap_or_default().to_lowercase();
        kind == "sub-task" || kind == "subtask"
    }

    /// Reads a row as an item. `text` is the whole table, for the lines of errors.
    fn read_item(
        &self,
        row: &StringRecord,
        text: &str,
        options: &ReadOptions,
    ) -> Result<ItemHistory, Box<InputError>> {
        let line = row.position().map_or(0, |at| csv::record_line(text, at));
        let error = |column: &str, found: &str, expected: &str| {
            InputError::new(Location::TableCell { line, column: column.to_owned() }, quote(found), expected)
        };
        let date = |at, column: &str| match self.cell_text(row, at) {
            Some(text) => dates::parse_displayed_date(text)
                .map(Some)
                .ok_or_else(|| error(column, text, dates::EXPECTED_DATE)),
            None => Ok(None),
        };
        let estimate = match self.cell_text(row, self.estimate) {
            Some(text) => {
                let number: Option<f64> = text.replacen(',', ".", 1).parse().ok();
                Some(number.and_then(non_negative_amount).ok_or_else(|| {
                    let limit = number.and_then(exceeded_amount_limit);
                    error("estimate", text, EXPECTED_AMOUNT).with_exceeded_limit(limit)
                })?)
            }
            None => None,
        };
        let created = date(self.created, "Created")?;
        let mut events: Vec<(Moment, StateChange)> =
            created.map(|at| (at, StateChange::Joined)).into_iter().collect();
        let row_progress = self.row_progress(row, options);
        let initial_progress = match (date(self.resolved, "Resolved")?, row_progress) {
            (Some(at), Progress::Done) => {
                events.push((at, StateChange::ProgressChanged(Progress::Done)));
                Progress::Open
            }
            (_, progress) => progress,
        };
        Ok(ItemHistory {
            key: self.cell_text(row, Some(self.key)).unwrap_or_default().to_owned(),
            title: self.cell_text(row, self.summary).map(str::to_owned),
            initial_state: ItemState {
                in_sprint: created.is_none(),
                estimate,
                progress: initial_progress,
                ..ItemState::default()
            },
            events,
        })
    }

    fn row_progress(&self, row: &StringRecord, options: &ReadOptions) -> Progress {
        let status = self.cell_text(row, self.status);
        let named = |names: &Vec<String>| {
            names.iter().any(|name| status.is_some_and(|s| s.eq_ignore_ascii_case(name)))
        };
        if let Some(done) = &options.done {
            return if named(done) { Progress::Done } else { Progress::Open };
        }
        match self.cell_text(row, self.category) {
            Some("Done") => Progress::Done,
            Some("To Do") => Progress::Open,
            Some(_) => Progress::Started,
            None if self.cell_text(row, self.resolved).is_some() => Progress::Done,
            None => guess_progress(status),
        }
    }
}
