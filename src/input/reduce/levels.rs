//! A series with a value a day, as trackers give it that draw charts of their own.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::super::refusal::{Refusal, Spot};
use super::super::told::{Levels, Missing};
use super::frame::Frame;
use super::{Story, event_count};
use crate::sprint::{Amount, Event, Flow, Level, Resolution, What};

pub(super) fn story(levels: Levels, frame: &Frame) -> Result<Story, Refusal> {
    event_count(levels.days.len(), Spot::Whole)?;
    let given: BTreeMap<Date, Level> = levels.days.into_iter().collect();
    for (date, level) in &given {
        possible(*date, *level)?;
    }
    let last = [frame.closed, frame.asked].into_iter().flatten().fold(frame.end, Timestamp::max);
    let days = frame.calendar.days(frame.start, last);
    let first = days.first().map_or(Date::MIN, |day| day.date);
    let before = given.range(..first).next_back();
    let opening = levels.opening.or_else(|| before.or_else(|| given.iter().next()).map(|(_, level)| *level));
    let Some(opening) = opening else {
        return Err(Refusal::new(Spot::Whole, "no day with figures", "at least one"));
    };

    let read_until = days.iter().rfind(|day| given.contains_key(&day.date)).map_or(frame.start, |day| day.to);
    let as_of = frame.as_of(match levels.missing {
        Missing::Unchanged => frame.known.unwrap_or(read_until),
        Missing::Unknown => frame.known.map_or(read_until, |known| known.min(read_until)),
    });
    let mut story = Story { resolution: Resolution::Day, ..Story::of(opening, as_of) };
    let begun: BTreeMap<Date, Amount> = levels.started.into_iter().collect();
    let at_start = begun.range(..first).next_back().or_else(|| begun.iter().next());
    story.started.extend(at_start.map(|(_, amount)| (frame.start, *amount)));
    let mut level = opening;
    for (index, day) in days.iter().enumerate().take_while(|(_, day)| day.from < as_of) {
        match given.get(&day.date) {
            Some(next) => {
                let flow = between(level, *next);
                level = *next;
                let at = day.last_instant().min(as_of);
                story.started.extend(begun.get(&day.date).map(|amount| (at, *amount)));
                if !flow.is_zero() {
                    story.events.push(Event { at, what: What::Total(flow) });
                }
            }
            None if levels.missing == Missing::Unknown => story.gaps.push(index),
            None => {}
        }
    }
    Ok(story)
}

/// What moved at least: what joined and left, or was finished and opened again, between two readings is known as the difference only.
fn between(before: Level, after: Level) -> Flow {
    let parts = |change: Amount| {
        if change.is_negative() { (Amount::ZERO, -change) } else { (change, Amount::ZERO) }
    };
    let (added, removed) = parts(after.scope - before.scope);
    let (completed, reopened) = parts(after.done - before.done);
    Flow { added, removed, completed, reopened, ..Flow::default() }
}

fn possible(date: Date, level: Level) -> Result<(), Refusal> {
    if level.done.is_negative() || level.remaining().is_negative() {
        let found = format!("{} done of {} on {date}", level.done.to_f64(), level.scope.to_f64());
        return Err(Refusal::new(Spot::Whole, found, "no more done than there is, and no less than nothing"));
    }
    Ok(())
}
