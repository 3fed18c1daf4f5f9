//! From the document as written to the one event model, checked.

mod changes;
mod days;
mod frame;
mod items;
mod levels;
mod outline;

use std::collections::BTreeSet;

use frame::Frame;
use jiff::civil::Date;

use super::ReadOptions;
use super::document::Document;
use super::refusal::{Refusal, Spot, quote};
use super::told::{Content, Told};
use crate::limits::{MAX_AMOUNT, MAX_EVENTS};
use crate::sprint::{Amount, Caveat, Event, Flow, ItemName, ItemState, Level, Past, Resolution, Sprint};

/// What a shape tells: all of a sprint that is not in its frame.
struct Story {
    as_of: jiff::Timestamp,
    opening: Level,
    items: Vec<ItemState>,
    names: Vec<ItemName>,
    events: Vec<Event>,
    resolution: Resolution,
    gaps: Vec<usize>,
    net_only: bool,
    /// What is begun of totals, from an instant on.
    started: Vec<(jiff::Timestamp, Amount)>,
    /// Items in the sprint at `as_of`, and those of them without an estimate of their own, whatever is counted.
    members: usize,
    unestimated: usize,
}

impl Story {
    /// A sprint in which nothing has happened.
    fn of(opening: Level, as_of: jiff::Timestamp) -> Self {
        Self {
            as_of,
            opening,
            items: Vec::new(),
            names: Vec::new(),
            events: Vec::new(),
            resolution: Resolution::Instant,
            gaps: Vec::new(),
            net_only: false,
            started: Vec::new(),
            members: 0,
            unestimated: 0,
        }
    }
}

/// What a tracker tells as a sprint.
pub(super) fn told(told: Told, options: &ReadOptions) -> Result<Sprint, Refusal> {
    let Told { mut outline, content, mut caveats } = told;
    let looked = outline.looked.take();
    if outline.time_zone.is_none() && options.time_zone.is_none() {
        caveats.push(Caveat::ZoneAssumed);
    }
    let frame = Frame::of(outline, options)?;
    let mut story = match content {
        Content::Items(mut items) => {
            // Trackers list by rank or by date: what is drawn must not depend on it.
            items.sort_by(|a, b| a.key.cmp(&b.key));
            items::story(items, &frame)?
        }
        Content::Levels(levels) => {
            caveats.push(Caveat::DailyTotals);
            levels::story(levels, &frame)?
        }
    };
    story.gaps.extend(looked.into_iter().flat_map(|looked| unseen(&looked, &frame, story.as_of)));
    if story.unestimated < story.members {
        let some = Caveat::Unestimated { items: story.unestimated, of: story.members };
        caveats
            .iter_mut()
            .filter(|caveat| **caveat == Caveat::ItemsCounted)
            .for_each(|caveat| *caveat = some);
    }
    Ok(sprint_of((frame, story), caveats, options))
}

/// The days up to `as_of` on which nobody looked: working days, and days off after one.
fn unseen(looked: &BTreeSet<Date>, frame: &Frame, as_of: jiff::Timestamp) -> Vec<usize> {
    let days = frame.calendar.days(frame.start, as_of.max(frame.end));
    let mut gap = false;
    let mut gaps = Vec::new();
    for (index, day) in days.iter().enumerate().take_while(|(_, day)| day.from < as_of) {
        gap = !looked.contains(&day.date) && (gap || day.working);
        if gap {
            gaps.push(index);
        }
    }
    gaps
}

/// What the document tells as a sprint.
pub(super) fn sprint(document: &Document, options: &ReadOptions) -> Result<Sprint, Refusal> {
    let frame = Frame::of(outline::of(document, options)?, options)?;
    let story = match (&document.days, &document.items, &document.changes) {
        (Some(days), None, None) => days::story(days, document, &frame)?,
        (None, Some(items), None) => {
            follows_from_items(document)?;
            items::story(items::told(items, &frame)?, &frame)?
        }
        (None, None, Some(changes)) => changes::story(changes, document, &frame)?,
        (None, None, None) => {
            let expected = "exactly one of \"days\", \"items\" and \"changes\"";
            return Err(Refusal::new(Spot::Whole, "none of the fields that tell what happened", expected));
        }
        (days, items, changes) => {
            let given =
                [("days", days.is_some()), ("items", items.is_some()), ("changes", changes.is_some())];
            let names: Vec<String> =
                given.iter().filter(|(_, is)| *is).map(|(name, _)| quote(name)).collect();
            return Err(Refusal::new(Spot::Whole, names.join(" and "), "only one of them"));
        }
    };
    Ok(sprint_of((frame, story), Vec::new(), options))
}

/// Frame and story put together, with what has to be said besides what the input's reader said.
fn sprint_of((frame, story): (Frame, Story), mut caveats: Vec<Caveat>, options: &ReadOptions) -> Sprint {
    let mut sprint = Sprint {
        name: frame.name,
        goal: frame.goal,
        unit: frame.unit,
        calendar: frame.calendar,
        start: frame.start,
        end: frame.end,
        closed: frame.closed,
        as_of: story.as_of,
        live: frame.now == Some(story.as_of),
        opening: story.opening,
        items: story.items,
        names: story.names,
        events: story.events,
        started: story.started,
        resolution: story.resolution,
        gaps: story.gaps,
        caveats: Vec::new(),
        past: Vec::new(),
    };
    // Who draws all sprints of a folder gives each of them the same history.
    // A velocity report has no dates: what stands before the sprint's own name is earlier.
    let own = options.history.iter().position(|past| past.dates.is_none() && past.name == sprint.name);
    let earlier = |(index, past): &(usize, &Past)| match past.dates {
        Some((start, _)) => start < sprint.start,
        None => own.is_none_or(|own| *index < own),
    };
    sprint.past = options.history.iter().enumerate().filter(earlier).map(|(_, past)| past.clone()).collect();
    sprint.past.sort_by_key(|past| past.dates);
    let counts = sprint.counts();
    let unestimated = Caveat::Unestimated { items: counts.unestimated, of: counts.items };
    let gaps = Caveat::Gaps(sprint.gaps.len());
    let found = [
        (story.net_only, Caveat::NetOnly),
        (!sprint.gaps.is_empty(), gaps),
        (counts.unestimated > 0, unestimated),
    ];
    caveats.extend(found.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat));
    caveats.sort_unstable();
    caveats.dedup();
    sprint.caveats = caveats;
    sprint
}

fn follows_from_items(document: &Document) -> Result<(), Refusal> {
    let given = [("committed", document.committed), ("done_at_start", document.done_at_start)];
    match given.iter().find(|(_, value)| value.is_some()) {
        Some((field, Some(value))) => {
            let found = format!("{value}");
            Err(Refusal::new(Spot::Field(field), found, "no such field with \"items\": it follows from them"))
        }
        _ => Ok(()),
    }
}

/// An amount that may be below zero.
fn signed(value: f64, spot: Spot) -> Result<Amount, Refusal> {
    Amount::from_f64(value).ok_or_else(|| {
        let expected = format!("a finite number of at most {MAX_AMOUNT} (MAX_AMOUNT)");
        Refusal::new(spot, format!("{value}"), expected)
    })
}

/// An amount.
fn amount(value: f64, spot: Spot) -> Result<Amount, Refusal> {
    let amount = signed(value, spot)?;
    if amount.is_negative() {
        return Err(Refusal::new(spot, format!("{value}"), "a number that is not negative"));
    }
    Ok(amount)
}

/// The amount of an optional field.
fn optional(value: Option<f64>, spot: Spot) -> Result<Option<Amount>, Refusal> {
    value.map(|value| amount(value, spot)).transpose()
}

fn within(limit: usize, name: &'static str, count: usize, spot: Spot) -> Result<(), Refusal> {
    if count > limit {
        return Err(Refusal::over(spot, format!("{count} entries"), (name, limit)));
    }
    Ok(())
}

fn event_count(count: usize, spot: Spot) -> Result<(), Refusal> {
    within(MAX_EVENTS, "MAX_EVENTS", count, spot)
}

/// Movements as they are written, each given or not.
#[derive(Clone, Copy, Debug, Default)]
struct Movements {
    added: Option<Amount>,
    removed: Option<Amount>,
    reestimated: Option<Amount>,
    reopened: Option<Amount>,
    completed: Option<Amount>,
}

impl Movements {
    /// Checks five numbers: added, removed, reestimated, reopened, completed.
    fn read(given: [Option<f64>; 5], spot: impl Fn(&'static str) -> Spot) -> Result<Self, Refusal> {
        let [added, removed, reestimated, reopened, completed] = given;
        Ok(Self {
            added: optional(added, spot("added"))?,
            removed: optional(removed, spot("removed"))?,
            reestimated: reestimated.map(|value| signed(value, spot("reestimated"))).transpose()?,
            reopened: optional(reopened, spot("reopened"))?,
            completed: optional(completed, spot("completed"))?,
        })
    }

    fn any(&self) -> bool {
        let given = [self.added, self.removed, self.reestimated, self.reopened, self.completed];
        given.iter().any(Option::is_some)
    }

    fn flow(&self) -> Flow {
        Flow {
            added: self.added.unwrap_or_default(),
            removed: self.removed.unwrap_or_default(),
            reestimated: self.reestimated.unwrap_or_default(),
            reopened: self.reopened.unwrap_or_default(),
            completed: self.completed.unwrap_or_default(),
            done_scope: Amount::ZERO,
        }
    }
}

/// Refuses a level that cannot be: less than nothing remaining, or less than nothing done.
fn possible(level: Level, spot: Spot) -> Result<(), Refusal> {
    if level.remaining().is_negative() {
        let found = format!("movements that leave {} remaining", level.remaining().to_f64());
        return Err(Refusal::new(spot, found, "0 or more"));
    }
    if level.done.is_negative() {
        let found = format!("more work reopened than was done (by {})", (-level.done).to_f64());
        return Err(Refusal::new(spot, found, "0 or more done")
            .remedy("work that was done before the start belongs into \"done_at_start\""));
    }
    Ok(())
}
