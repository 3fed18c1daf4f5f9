//! Milestones and iterations, and the choice of the one that is the sprint.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::json_moment::{JsonMoment, leading_date, sort_instant};
use super::super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints, shown_day,
};
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::RawSprintInfo;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The id of a timebox: milestones and iterations are numbered separately.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TimeboxId {
    pub(super) is_iteration: bool,
    pub(super) id: u64,
}

/// A timebox in the REST API.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct RestTimebox {
    pub(super) id: u64,
    title: Option<String>,
    start_date: Option<String>,
    due_date: Option<String>,
    /// `active` or `closed` of a milestone; a number of an iteration.
    state: Option<serde_json::Value>,
    updated_at: Option<JsonMoment>,
}

/// A timebox. Several responses may have parts of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Timebox {
    pub(super) title: Option<String>,
    pub(super) start: Option<Date>,
    pub(super) due: Option<Date>,
    /// True if the milestone is open; `None` if no response tells it.
    is_active: Option<bool>,
    /// The time of the last change that a response has.
    updated: Option<Timestamp>,
}

impl Timebox {
    /// A timebox of a response that has no time of a change.
    pub(super) fn new(title: Option<String>, start: Option<Date>, due: Option<Date>) -> Self {
        Self { title, start, due, is_active: None, updated: None }
    }

    /// Takes over what a response has: all of it if it is newer, else only what is missing.
    pub(super) fn merge(&mut self, written: RestTimebox) {
        let date = |text: Option<String>| text.as_deref().and_then(leading_date);
        let updated = written.updated_at.map(|JsonMoment(at)| sort_instant(at));
        let mut other = Self::new(written.title, date(written.start_date), date(written.due_date));
        other.is_active = written.state.and_then(|state| Some(state.as_str()? == "active"));
        if updated > self.updated {
            std::mem::swap(self, &mut other);
            self.updated = updated;
        }
        self.title = self.title.take().or(other.title);
        self.start = self.start.or(other.start);
        self.due = self.due.or(other.due);
        self.is_active = self.is_active.or(other.is_active);
    }

    /// The title. An iteration of a cadence has no title: its dates name it.
    pub(super) fn display_name(&self) -> Option<String> {
        let dates = || Some(format!("{} – {}", self.start?, self.due?));
        self.title.clone().filter(|title| !title.is_empty()).or_else(dates)
    }

    pub(super) fn sprint_info(&self) -> RawSprintInfo {
        RawSprintInfo {
            name: self.display_name(),
            start: self.start.map(Moment::Date),
            end: self.due.map(Moment::Date),
            is_active: self.is_active == Some(true),
            ..RawSprintInfo::default()
        }
    }
}

/// A timebox that may be the sprint.
pub(super) struct KnownTimebox<'a, K> {
    pub(super) key: K,
    /// The id that a request may give; 0 if there is none.
    pub(super) number: u64,
    pub(super) timebox: &'a Timebox,
}

/// The timebox that is the sprint.
pub(super) struct ChosenTimebox<'a, K> {
    pub(super) key: K,
    pub(super) timebox: &'a Timebox,
    /// The caveat that others are current, too.
    pub(super) parallel: Option<Caveat>,
}

/// Chooses the timebox that is requested by title or number, else that of the shown day, else the latest.
pub(super) fn choose_timebox<'a, K: Copy + Ord>(
    mut known: Vec<KnownTimebox<'a, K>>,
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<ChosenTimebox<'a, K>, Box<InputError>> {
    known.sort_by_key(|known| (known.timebox.start, known.timebox.due, known.key));
    let shown_day = shown_day(options);
    let candidate = |known: &KnownTimebox<'a, K>| {
        let dates = shown_day.zip(known.timebox.start).zip(known.timebox.due);
        SprintCandidate {
            name: known.timebox.display_name(),
            ids: vec![known.number.to_string()],
            is_current: known.timebox.is_active != Some(false)
                && dates.is_some_and(|((day, start), due)| start <= day && day <= due),
            has_begun: true,
        }
    };
    let candidates: Vec<SprintCandidate> = known.iter().map(candidate).collect();
    let requested = options.sprint.as_deref();
    let index = choose_sprint(&candidates, requested, Preference::Latest);
    if let Some(chosen) = index.and_then(|index| known.get(index)) {
        let parallel = parallel_sprints(&candidates, requested);
        return Ok(ChosenTimebox { key: chosen.key, timebox: chosen.timebox, parallel });
    }
    let names: Vec<String> = candidates.iter().filter_map(|known| known.name.as_deref()).map(quote).collect();
    let found = match &options.sprint {
        Some(requested) => format!("no sprint {}", quote(requested)),
        None => "issues without milestone or iteration".to_owned(),
    };
    Err(document
        .error_at("", found, expected_names(&names, "a milestone or an iteration"))
        .with_remedy("choose with --sprint (sprint, among the options)"))
}
