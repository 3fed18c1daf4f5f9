//! Taiga: a milestone with its stories, or the days of its own burndown.

use serde::Deserialize;

use super::Tracker;
use super::stamp::{Stamp, date_part};
use super::unit::{self, Estimates};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::moment::Moment;
use crate::input::refusal::quote;
use crate::input::told::{Change, Content, Levels, Missing, Outline, Told, ToldItem};
use crate::input::value::Value;
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, ItemState, Level, Progress, Unit};

pub(super) const TRACKER: Tracker = Tracker { format: Format::Taiga, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "a milestone with its user stories",
        "the statistics of a milestone, with the days of its burndown",
    ],
    get: &["/api/v1/milestones/ID", "/api/v1/milestones/ID/stats"],
    cannot_tell: &[
        "when a story joined the milestone: it counts as joined when it was created",
        "the statistics take today's scope for that of every day: what was added is not seen",
    ],
};

/// A milestone and its stories.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Milestone {
    name: Option<String>,
    estimated_start: Option<String>,
    estimated_finish: Option<String>,
    user_stories: Vec<Story>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Story {
    id: u64,
    #[serde(rename = "ref")]
    number: Option<u64>,
    subject: Option<String>,
    total_points: Option<f64>,
    is_closed: bool,
    created_date: Option<Stamp>,
    finish_date: Option<Stamp>,
}

/// What `stats` answers.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Stats<'a> {
    name: Option<String>,
    estimated_start: Option<String>,
    estimated_finish: Option<String>,
    /// By role.
    #[serde(borrow)]
    total_points: Value<'a>,
    days: Vec<Day>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Day {
    day: String,
    open_points: Option<f64>,
}

fn recognises(value: &Value<'_>) -> bool {
    let has = |name: &str| value.has(name);
    (has("user_stories") && has("estimated_start"))
        || (has("days") && has("total_points"))
        || (has("milestone_slug") && has("subject"))
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let known = documents.iter().find(|document| recognises(&document.value)).or(documents.first());
    let Some(document) = known else {
        return Err(InputError::new(Place::Whole, "nothing", "an answer of Taiga"));
    };
    let has = |name: &str| document.value.has(name);
    if has("user_stories") {
        milestone(document, document.read()?, options)
    } else if has("days") {
        stats(document, &document.read()?)
    } else {
        let found = if has("subject") { "one user story" } else { "no user stories and no days" };
        let error =
            document.error("", found, "a milestone with \"user_stories\", or its statistics with \"days\"");
        Err(error.remedy(format!("ask for {}", ABOUT.get.join(" or "))))
    }
    .map(|told| Told {
        outline: Outline { unit: options.unit.or(told.outline.unit), ..told.outline },
        ..told
    })
}

fn outline(name: Option<String>, (start, end): (Option<&String>, Option<&String>), unit: Unit) -> Outline {
    let date = |text: Option<&String>| text.and_then(|text| date_part(text)).map(Moment::Date);
    Outline { name, start: date(start), end: date(end), unit: Some(unit), ..Outline::default() }
}

fn milestone(
    document: &Document<'_>,
    milestone: Milestone,
    options: &ReadOptions,
) -> Result<Told, Box<InputError>> {
    if milestone.user_stories.is_empty() {
        let found = format!("no user story in {}", quote(milestone.name.as_deref().unwrap_or_default()));
        return Err(document.error("user_stories", found, "at least one"));
    }
    let mut items = Vec::with_capacity(milestone.user_stories.len());
    for (index, story) in milestone.user_stories.into_iter().enumerate() {
        items.push(item(story, |found, expected| {
            document.error(format!("user_stories[{index}].total_points"), found, expected)
        })?);
    }
    let (unit, counted) = unit::choose(&items, &Estimates { unit: Unit::Points, is_named: false }, options);
    let dates = (milestone.estimated_start.as_ref(), milestone.estimated_finish.as_ref());
    let outline = outline(milestone.name, dates, unit);
    let today = (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let caveats = [Some(Caveat::JoinedWhenCreated), counted, today].into_iter().flatten().collect();
    Ok(Told { outline, content: Content::Items(items), caveats })
}

fn item(story: Story, error: impl Fn(String, &str) -> Box<InputError>) -> Result<ToldItem, Box<InputError>> {
    let estimate = match story.total_points {
        Some(points) if (0.0..=MAX_AMOUNT).contains(&points) => Amount::from_f64(points),
        Some(points) => return Err(error(format!("{points}"), "a number from 0 to MAX_AMOUNT")),
        None => None,
    };
    let mut events = Vec::new();
    let mut before = ItemState { in_sprint: true, estimate, progress: Progress::Open };
    if let Some(Stamp(created)) = story.created_date {
        before.in_sprint = false;
        events.push((created, Change::Joined));
    }
    match story.finish_date.filter(|_| story.is_closed) {
        Some(Stamp(finished)) => events.push((finished, Change::Became(Progress::Done))),
        None if story.is_closed => before.progress = Progress::Done,
        None => {}
    }
    let key = story.number.map_or_else(|| format!("story {}", story.id), |number| format!("#{number}"));
    Ok(ToldItem { key, title: story.subject, before, events })
}

/// The days hold what of today's scope was open on them, and go on into the future.
fn stats(document: &Document<'_>, stats: &Stats<'_>) -> Result<Told, Box<InputError>> {
    let total = match &stats.total_points {
        Value::Object(roles) => roles.iter().filter_map(|(_, points)| points.as_f64()).sum(),
        Value::List(points) => points.iter().filter_map(Value::as_f64).sum(),
        total => total.as_f64().unwrap_or_default(),
    };
    let Some(scope) = Amount::from_f64(total) else {
        return Err(document.error("total_points", format!("{total}"), "a number within MAX_AMOUNT"));
    };
    let mut days = Vec::with_capacity(stats.days.len());
    for (index, day) in stats.days.iter().enumerate() {
        let Some(date) = date_part(&day.day) else {
            let found = quote(&day.day);
            return Err(document.error(format!("days[{index}].day"), found, "a date (2023-08-23)"));
        };
        let Some(open) = day.open_points else { continue };
        let Some(open) = Amount::from_f64(open) else {
            let found = format!("{open}");
            return Err(document.error(
                format!("days[{index}].open_points"),
                found,
                "a number within MAX_AMOUNT",
            ));
        };
        days.push((date, Level { scope, done: scope - open }));
    }
    let dates = (stats.estimated_start.as_ref(), stats.estimated_finish.as_ref());
    let outline = outline(stats.name.clone(), dates, Unit::Points);
    let levels = Levels {
        opening: Some(Level { scope, done: Amount::ZERO }),
        days,
        started: Vec::new(),
        missing: Missing::Unknown,
    };
    Ok(Told { outline, content: Content::Levels(levels), caveats: vec![Caveat::NetOnly] })
}
