//! Gaps in the data of issues, and choices that the picture says.

use std::collections::BTreeSet;

use super::super::completion_time::DatedCompletions;
use super::issue::Issue;
use super::jira_sprint::JiraSprint;
use super::responses::JiraResponses;
use crate::input::ReadOptions;
use crate::input::moment::Moment;
use crate::sprint::{Caveat, Unit};

/// Gaps in the data that the reader noticed, for the caveats.
#[derive(Clone, Debug)]
pub(super) struct ReadFindings {
    pub(super) completions: DatedCompletions,
    pub(super) no_history: bool,
    pub(super) joined_when_created: bool,
    pub(super) states_guessed: bool,
    pub(super) cut: usize,
    pub(super) perhaps_cut: usize,
    /// The items that are epics.
    pub(super) epics: usize,
    /// The ids of the fields with estimates of items.
    pub(super) estimate_fields: BTreeSet<String>,
}

impl ReadFindings {
    pub(super) fn new(
        responses: &JiraResponses<'_>,
        sprint: Option<&JiraSprint>,
        options: &ReadOptions,
    ) -> Self {
        let end = sprint.and_then(|sprint| sprint.closed.or(sprint.end)).map(Moment::Instant);
        let start = sprint.and_then(|sprint| sprint.start).map(Moment::Instant);
        let latest_known = responses.issues.iter().filter_map(Issue::latest_time).max().map(Moment::Instant);
        Self {
            completions: DatedCompletions::with_latest(start, end, latest_known, options),
            no_history: false,
            joined_when_created: false,
            states_guessed: false,
            cut: 0,
            perhaps_cut: 0,
            epics: 0,
            estimate_fields: BTreeSet::new(),
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.completions.add(&other.completions);
        self.no_history |= other.no_history;
        self.joined_when_created |= other.joined_when_created;
        self.states_guessed |= other.states_guessed;
        self.cut += other.cut;
        self.perhaps_cut += other.perhaps_cut;
        self.epics += other.epics;
        self.estimate_fields.extend(other.estimate_fields.iter().cloned());
    }

    /// The caveat that the estimates are in several fields.
    pub(super) fn choice_of_fields(&self, unit: Unit) -> Option<Caveat> {
        let fields = self.estimate_fields.len();
        (fields > 1 && unit != Unit::Items).then_some(Caveat::EstimateFields(fields))
    }

    pub(super) fn into_caveats(self) -> impl Iterator<Item = Caveat> {
        let caveats = [
            (self.no_history, Caveat::NoHistory),
            (self.joined_when_created, Caveat::JoinedWhenCreated),
            (self.states_guessed, Caveat::StatesGuessed),
            (self.cut > 0, Caveat::HistoryCut(self.cut)),
            (self.perhaps_cut > 0, Caveat::HistoryPerhapsCut(self.perhaps_cut)),
            (self.epics > 0, Caveat::EpicsCounted(self.epics)),
        ];
        let applying = caveats.into_iter().filter(|(applies, _)| *applies).map(|(_, caveat)| caveat);
        self.completions.into_caveats().chain(applying)
    }
}
