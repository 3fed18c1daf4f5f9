//! The CSV that Jira's issue search exports: today's state of each issue, and no history.

use std::collections::BTreeMap;

use ::csv::{ReaderBuilder, StringRecord};

use super::super::super::error::{InputError, Place};
use super::super::super::moment::Moment;
use super::super::super::refusal::quote;
use super::super::super::told::{Change, Content, Outline, Told, ToldItem};
use super::super::super::{ReadOptions, csv};
use super::super::unit::{self, Estimates};
use super::dates;
use super::states::guess;
use crate::limits::MAX_ITEMS;
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

/// Columns whose number is an estimate, in small letters.
const ESTIMATES: [&str; 3] =
    ["custom field (story points)", "custom field (story point estimate)", "story points"];

/// Whether a text is such a table: by its first line.
pub(in crate::input) fn is(text: &str) -> bool {
    csv::has_column(text, csv::ISSUE_KEY)
}

/// Where the columns are that are read.
struct Columns {
    key: usize,
    summary: Option<usize>,
    kind: Option<usize>,
    status: Option<usize>,
    category: Option<usize>,
    created: Option<usize>,
    resolved: Option<usize>,
    /// One for each sprint that an issue has been in.
    sprints: Vec<usize>,
    estimate: Option<usize>,
}

pub(in crate::input) fn told(text: &str, options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let header = text.lines().next().unwrap_or_default();
    let separator = [b';', b'\t'].into_iter().find(|mark| header.contains(char::from(*mark))).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let no_table =
        |error: ::csv::Error| InputError::new(Place::Whole, format!("no CSV ({error})"), "a table");
    let columns = Columns::of(reader.headers().map_err(no_table)?, options)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(no_table)?;
        if columns.cell(&record, Some(columns.key)).is_some() {
            if rows.len() == MAX_ITEMS {
                return Err(too_long());
            }
            rows.push(record);
        }
    }
    let sprint = options.sprint.clone().or_else(|| columns.latest(&rows));
    let in_sprint = |row: &&StringRecord| match &sprint {
        Some(sprint) => columns.sprints_of(row).any(|name| name == sprint.as_str()),
        None => true,
    };
    let mut items: BTreeMap<String, ToldItem> = BTreeMap::new();
    for row in
        rows.iter().filter(in_sprint).filter(|row| !columns.is_subtask(row) || options.subtasks == Some(true))
    {
        let item = columns.item(row, options)?;
        items.insert(item.key.clone(), item);
    }
    let items: Vec<ToldItem> = items.into_values().collect();
    let estimates = Estimates { unit: Unit::Points, is_named: options.estimate_field.is_some() };
    let (unit, counted) = unit::choose(&items, &estimates, options);
    let today = (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let always = [Caveat::NoHistory, Caveat::JoinedWhenCreated];
    let caveats = always.into_iter().chain(today).chain(counted).collect();
    Ok(Told {
        outline: Outline { name: sprint, unit: Some(unit), ..Outline::default() },
        content: Content::Items(items),
        caveats,
    })
}

fn too_long() -> Box<InputError> {
    let found = format!("more than {MAX_ITEMS} issues");
    let mut error = InputError::new(Place::Whole, found, format!("at most {MAX_ITEMS} (MAX_ITEMS)"));
    error.limit = Some("MAX_ITEMS");
    error
}

impl Columns {
    fn of(header: &StringRecord, options: &ReadOptions) -> Result<Self, Box<InputError>> {
        let names: Vec<String> = header.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let at = |name: &str| names.iter().position(|known| known == name);
        let Some(key) = at("issue key") else {
            return Err(InputError::new(
                Place::Text { line: 1, column: None },
                "no column \"Issue key\"",
                "one",
            ));
        };
        let estimate = match &options.estimate_field {
            Some(asked) => {
                let asked_low = asked.to_lowercase();
                let found = at(&asked_low).or_else(|| at(&format!("custom field ({asked_low})")));
                Some(found.ok_or_else(|| {
                    let fields = header.iter().filter(|cell| cell.starts_with("Custom field"));
                    let fields: Vec<String> = fields.map(quote).collect();
                    let expected = format!("one of {}", fields.join(", "));
                    InputError::new(
                        Place::Text { line: 1, column: None },
                        format!("no column {}", quote(asked)),
                        expected,
                    )
                })?)
            }
            None => ESTIMATES.iter().find_map(|name| at(name)),
        };
        Ok(Self {
            key,
            summary: at("summary"),
            kind: at("issue type"),
            status: at("status"),
            category: at("status category"),
            created: at("created"),
            resolved: at("resolved"),
            sprints: names
                .iter()
                .enumerate()
                .filter(|(_, name)| *name == "sprint")
                .map(|(at, _)| at)
                .collect(),
            estimate,
        })
    }

    fn cell<'a>(&self, row: &'a StringRecord, at: Option<usize>) -> Option<&'a str> {
        row.get(at?).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// The sprints of an issue. A row may be shorter than the header.
    fn sprints_of<'a>(&self, row: &'a StringRecord) -> impl DoubleEndedIterator<Item = &'a str> {
        let there = self.sprints.partition_point(|at| *at < row.len());
        self.sprints.iter().take(there).filter_map(|at| self.cell(row, Some(*at)))
    }

    /// The last sprint of most issues; the export doesn't say which are active.
    fn latest(&self, rows: &[StringRecord]) -> Option<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in rows {
            if let Some(last) = self.sprints_of(row).next_back() {
                *counts.entry(last).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
    }

    fn is_subtask(&self, row: &StringRecord) -> bool {
        let kind = self.cell(row, self.kind).unwrap_or_default().to_lowercase();
        kind == "sub-task" || kind == "subtask"
    }

    fn item(&self, row: &StringRecord, options: &ReadOptions) -> Result<ToldItem, Box<InputError>> {
        let line = row.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or_default());
        let error = |column: &str, found: &str, expected: &str| {
            InputError::new(Place::Cell { line, column: column.to_owned() }, quote(found), expected)
        };
        let date = |at, column: &str| match self.cell(row, at) {
            Some(text) => dates::parse(text).map(Some).ok_or_else(|| error(column, text, dates::expected())),
            None => Ok(None),
        };
        let estimate = match self.cell(row, self.estimate) {
            Some(text) => {
                let number = text.replacen(',', ".", 1).parse().ok().and_then(Amount::from_f64);
                let number = number.filter(|amount| !amount.is_negative());
                Some(number.ok_or_else(|| error("estimate", text, super::estimate::EXPECTED))?)
            }
            None => None,
        };
        let created = date(self.created, "Created")?;
        let mut events: Vec<(Moment, Change)> = created.map(|at| (at, Change::Joined)).into_iter().collect();
        let progress = self.progress(row, options);
        let before = match (date(self.resolved, "Resolved")?, progress) {
            (Some(at), Progress::Done) => {
                events.push((at, Change::Became(Progress::Done)));
                Progress::Open
            }
            (_, progress) => progress,
        };
        Ok(ToldItem {
            key: self.cell(row, Some(self.key)).unwrap_or_default().to_owned(),
            title: self.cell(row, self.summary).map(str::to_owned),
            before: ItemState { in_sprint: created.is_none(), estimate, progress: before },
            events,
        })
    }

    fn progress(&self, row: &StringRecord, options: &ReadOptions) -> Progress {
        let status = self.cell(row, self.status);
        let named = |names: &Vec<String>| {
            names.iter().any(|name| status.is_some_and(|s| s.eq_ignore_ascii_case(name)))
        };
        if let Some(done) = &options.done {
            return if named(done) { Progress::Done } else { Progress::Open };
        }
        match self.cell(row, self.category) {
            Some("Done") => Progress::Done,
            Some("To Do") => Progress::Open,
            Some(_) => Progress::Started,
            None if self.cell(row, self.resolved).is_some() => Progress::Done,
            None => guess(status),
        }
    }
}
