//! Milestones and iterations, and which of several is the sprint.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::stamp::{date_of, date_part};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::refusal::quote;
use crate::input::told::Outline;

/// Milestones and iterations are numbered apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BoxId {
    pub(super) is_iteration: bool,
    pub(super) id: u64,
}

/// A timebox as REST writes it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    pub(super) id: u64,
    title: Option<String>,
    start_date: Option<String>,
    due_date: Option<String>,
}

/// A timebox: several places tell of it, some more than others.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Timebox {
    pub(super) title: Option<String>,
    pub(super) start: Option<Date>,
    pub(super) due: Option<Date>,
}

impl Timebox {
    pub(super) fn complete(&mut self, written: Written) {
        let date = |text: Option<String>| text.as_deref().and_then(date_part);
        self.title = self.title.take().or(written.title);
        self.start = self.start.or_else(|| date(written.start_date));
        self.due = self.due.or_else(|| date(written.due_date));
    }

    /// The title. Iterations of a cadence have none but their dates.
    pub(super) fn name(&self) -> Option<String> {
        let dates = || Some(format!("{} – {}", self.start?, self.due?));
        self.title.clone().filter(|title| !title.is_empty()).or_else(dates)
    }

    pub(super) fn outline(&self) -> Outline {
        Outline {
            name: self.name(),
            start: self.start.map(Moment::Date),
            end: self.due.map(Moment::Date),
            ..Outline::default()
        }
    }
}

/// The one that is asked for by title or number, else the one of the day the picture tells of, else the latest.
pub(super) fn choose<'a, K: Copy + Ord>(
    known: impl Iterator<Item = (K, &'a Timebox, u64)>,
    options: &ReadOptions,
    document: &Document<'_>,
) -> Result<(K, &'a Timebox), Box<InputError>> {
    let mut known: Vec<(K, &Timebox, u64)> = known.collect();
    known.sort_by_key(|(key, timebox, _)| (timebox.start, timebox.due, *key));
    let names = || {
        let names: Vec<String> = known.iter().filter_map(|known| Some(quote(&known.1.name()?))).collect();
        if names.is_empty() {
            "a milestone or an iteration".to_owned()
        } else {
            format!("one of {}", names.join(", "))
        }
    };
    let (found, expected) = if let Some(asked) = &options.sprint {
        let is = |timebox: &Timebox, id: u64| {
            let title = timebox.name().is_some_and(|name| name.to_lowercase() == asked.trim().to_lowercase());
            title || *asked == id.to_string()
        };
        (known.iter().rfind(|(_, timebox, id)| is(timebox, *id)), format!("no sprint {}", quote(asked)))
    } else {
        let now = |now: Timestamp| date_of(Moment::Instant(now));
        let today = options.as_of.map(date_of).or(options.now.map(now));
        let is = |timebox: &Timebox| {
            let within = today.zip(timebox.start).zip(timebox.due);
            within.is_some_and(|((today, start), due)| start <= today && today <= due)
        };
        let current = known.iter().rfind(|(_, timebox, _)| is(timebox));
        (current.or(known.last()), "issues without milestone or iteration".to_owned())
    };
    match found {
        Some((key, timebox, _)) => Ok((*key, *timebox)),
        None => Err(document
            .error("", expected, names())
            .remedy("choose with --sprint (sprint, among the options)")),
    }
}
