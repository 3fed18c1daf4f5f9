//! Azure DevOps: rows of Analytics' `WorkItemSnapshot`, what there was at the end of each day.

mod row;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::Tracker;
use super::names::progress;
use super::stamp::{date_of, date_part};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::moment::Moment;
use crate::input::refusal::quote;
use crate::input::told::{Content, Levels, Missing, Outline, Told};
use crate::input::value::Value;
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Level, Progress, Unit};
use row::{Iteration, Row};

pub(super) const TRACKER: Tracker = Tracker { format: Format::Azure, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "Analytics' WorkItemSnapshot, grouped by DateValue and State, with counts or sums of estimates; or by WorkItemId",
        "beside it, in any order: Analytics' Iterations",
    ],
    get: &[
        "_odata/v4.0-preview/WorkItemSnapshot?$apply=filter(…)/groupby((DateValue,State,StateCategory,Iteration/IterationPath),aggregate($count as Count,StoryPoints with sum as TotalStoryPoints))",
        "_odata/v4.0-preview/Iterations?$select=IterationName,IterationPath,StartDate,EndDate",
    ],
    cannot_tell: &[
        "without the iteration, the sprint's name and dates: --name, --start and --end",
        "one figure a day: what joined and left on one day is not seen apart",
        "without StateCategory, which states are done: Done, Closed and Completed are, or those of --done",
    ],
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Page {
    value: Vec<Row>,
    #[serde(rename = "@odata.nextLink")]
    next: Option<String>,
}

fn recognises(value: &Value<'_>) -> bool {
    let Some(rows) = value.get("value").and_then(Value::as_list) else { return false };
    let known = |row: &Value<'_>| {
        ["DateValue", "DateSK", "IterationPath", "IterationName"].iter().any(|name| row.has(name))
    };
    rows.first().map_or(value.has("@odata.context"), known)
}

/// A row with its place.
struct Placed<'a> {
    document: &'a Document<'a>,
    path: String,
    row: Row,
}

impl Placed<'_> {
    fn error(&self, field: &str, found: String, expected: &str) -> Box<InputError> {
        let dot = if field.is_empty() { "" } else { "." };
        self.document.error(format!("{}{dot}{field}", self.path), found, expected)
    }
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let (mut rows, mut pages) = (Vec::new(), 0);
    for document in documents {
        let page: Page = document.read()?;
        pages += usize::from(page.next.is_some());
        let place = |(index, row)| Placed { document, path: format!("value[{index}]"), row };
        rows.extend(page.value.into_iter().enumerate().map(place));
    }
    let Some(document) = documents.last().filter(|_| !rows.is_empty()) else {
        return Err(InputError::new(Place::Whole, "no rows", "rows of WorkItemSnapshot"));
    };
    if pages == documents.len() {
        let found = "pages of which each has a next one (\"@odata.nextLink\")";
        return Err(document.error("", found, "the last page, too"));
    }
    let iteration = chosen(&rows, options, document)?;
    let path = iteration.as_ref().and_then(|iteration| iteration.path.clone());
    let of_sprint = |placed: &&Placed| match (&path, placed.row.iteration.path.as_ref()) {
        (Some(asked), Some(path)) => asked == path,
        _ => true,
    };
    let dated: Vec<&Placed> =
        rows.iter().filter(|placed| placed.row.is_snapshot()).filter(of_sprint).collect();
    let unit = unit(&dated, options);
    let (days, started) = days(&dated, unit, options)?;
    let iteration = iteration.unwrap_or_default();
    let date = |text: Option<&String>| text.and_then(|text| date_part(text)).map(Moment::Date);
    let outline = Outline {
        name: iteration.name(),
        unit: Some(unit),
        start: date(iteration.start.as_ref()),
        end: date(iteration.end.as_ref()),
        ..Outline::default()
    };
    let levels = Levels { opening: None, days, started, missing: Missing::Unknown };
    Ok(Told { outline, content: Content::Levels(levels), caveats: Vec::new() })
}

/// The iteration that is asked for, else the one of the day the picture tells of, else the latest; none when no row names one.
fn chosen(
    rows: &[Placed],
    options: &ReadOptions,
    document: &Document<'_>,
) -> Result<Option<Iteration>, Box<InputError>> {
    let mut known: BTreeMap<String, Iteration> = BTreeMap::new();
    for placed in rows {
        let iteration = &placed.row.iteration;
        let Some(key) = iteration.path.clone().or_else(|| iteration.name()) else { continue };
        known.entry(key).or_default().complete(iteration);
    }
    let mut known: Vec<Iteration> = known.into_values().collect();
    let day = |text: &Option<String>| text.as_deref().and_then(date_part);
    known.sort_by_key(|iteration| day(&iteration.start));
    let names: Vec<String> = known.iter().filter_map(|iteration| Some(quote(&iteration.name()?))).collect();
    let today = options.as_of.or(options.now.map(Moment::Instant)).map(date_of);
    let is = |iteration: &Iteration| match (&options.sprint, today) {
        (Some(asked), _) => {
            let named =
                iteration.name().is_some_and(|name| name.to_lowercase() == asked.trim().to_lowercase());
            named || iteration.path.as_ref() == Some(asked)
        }
        (None, Some(today)) => {
            day(&iteration.start).is_some_and(|start| start <= today)
                && day(&iteration.end).is_some_and(|end| today <= end)
        }
        (None, None) => false,
    };
    match (known.iter().rposition(is), &options.sprint) {
        (Some(index), _) => Ok(Some(known.swap_remove(index))),
        (None, None) => Ok(known.pop()),
        (None, Some(asked)) => {
            let expected = if names.is_empty() {
                "rows with their iterations".to_owned()
            } else {
                format!("one of {}", names.join(", "))
            };
            Err(document.error("", format!("no sprint {}", quote(asked)), expected))
        }
    }
}

/// Points, when rows sum them.
fn unit(rows: &[&Placed], options: &ReadOptions) -> Unit {
    let asked = options.estimate_field.as_deref();
    let summed = rows.iter().any(|placed| placed.row.points(asked).is_some_and(|points| points > 0.0));
    options.unit.unwrap_or(if summed { Unit::Points } else { Unit::Items })
}

/// At the end of a day: scope and done work, and what is begun.
type Days = (Vec<(Date, Level)>, Vec<(Date, Amount)>);

fn days(rows: &[&Placed], unit: Unit, options: &ReadOptions) -> Result<Days, Box<InputError>> {
    let mut days: BTreeMap<Date, Stand> = BTreeMap::new();
    // A work item has one row a day: of two, as overlapping pages give them, the one that is further counts.
    let mut items: BTreeMap<(Date, u64), Stand> = BTreeMap::new();
    for placed in rows {
        let row = &placed.row;
        let Some(date) = row.date() else {
            let found = quote(row.date_text().as_str());
            return Err(placed.error("DateValue", found, "a date (2023-08-23)"));
        };
        let stand = Stand::of(row, amount(placed, unit, options)?, options.done.as_deref());
        match row.item {
            Some(item) => {
                let known = items.entry((date, item)).or_default();
                *known = stand.max(*known);
            }
            None => days.entry(date).or_default().add(stand),
        }
    }
    for ((date, _), stand) in items {
        days.entry(date).or_default().add(stand);
    }
    let level = |stand: &Stand| Level { scope: stand.scope, done: stand.done };
    let levels = days.iter().map(|(date, stand)| (*date, level(stand))).collect();
    Ok((levels, days.into_iter().map(|(date, stand)| (date, stand.started)).collect()))
}

/// What a row counts.
fn amount(placed: &Placed, unit: Unit, options: &ReadOptions) -> Result<Amount, Box<InputError>> {
    let (row, asked) = (&placed.row, options.estimate_field.as_deref());
    let number = match unit {
        Unit::Items => row.count(),
        Unit::Points | Unit::Hours => row.points(asked).or(row.has_points(asked).then_some(0.0)),
    };
    let Some(number) = number else {
        let (expected, remedy) = match unit {
            Unit::Items => ("\"Count\"", "aggregate($count as Count)"),
            _ => ("a sum of estimates", "--estimate-field NAME names it; --unit items counts work items"),
        };
        return Err(placed.error("", format!("a row with {}", row.names()), expected).remedy(remedy));
    };
    Amount::from_f64(number).filter(|amount| !amount.is_negative()).ok_or_else(|| {
        let expected = format!("a number from 0 to {MAX_AMOUNT} (MAX_AMOUNT)");
        placed.error("", format!("{number}"), &expected)
    })
}

/// Work by how far it is.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Stand {
    done: Amount,
    started: Amount,
    scope: Amount,
}

impl Stand {
    fn of(row: &Row, amount: Amount, done: Option<&[String]>) -> Self {
        let some = |is: bool| if is { amount } else { Amount::ZERO };
        standing(row, done).map_or_else(Self::default, |progress| Self {
            done: some(progress == Progress::Done),
            started: some(progress == Progress::Started),
            scope: amount,
        })
    }

    fn add(&mut self, other: Self) {
        self.done += other.done;
        self.started += other.started;
        self.scope += other.scope;
    }
}

/// How far the work items of a row are; `None`: taken out of the work.
fn standing(row: &Row, done: Option<&[String]>) -> Option<Progress> {
    let state = row.state.as_deref().unwrap_or_default();
    let category = row.category.as_deref().unwrap_or_default();
    let is = |text: &str, name: &str| text.eq_ignore_ascii_case(name);
    if done.is_some_and(|done| progress(state, done) == Progress::Done) {
        return Some(Progress::Done);
    }
    if is(category, "Removed") || is(state, "Removed") || is(state, "Cut") {
        return None;
    }
    let known = match category {
        // Resolved is what awaits its test.
        "" if is(state, "Resolved") => Progress::Started,
        "" => progress(state, &[]),
        category if is(category, "Completed") => Progress::Done,
        category if is(category, "InProgress") || is(category, "Resolved") => Progress::Started,
        _ => Progress::Open,
    };
    // Where states are named, no others are done.
    Some(if known == Progress::Done && done.is_some() { Progress::Started } else { known })
}
