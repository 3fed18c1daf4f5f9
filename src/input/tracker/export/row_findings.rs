//! Gaps in the rows of an export that the reader noticed, and choices that the picture says.

use std::collections::BTreeSet;

use super::super::completion_time::DatedCompletions;
use crate::sprint::{Caveat, Unit};

/// Gaps and choices, for the caveats.
#[derive(Clone)]
pub(super) struct RowFindings {
    pub(super) completions: DatedCompletions,
    pub(super) states_guessed: bool,
    /// The items that are epics.
    pub(super) epics: usize,
    /// The columns with estimates of items.
    pub(super) estimate_columns: BTreeSet<usize>,
}

impl RowFindings {
    pub(super) fn new(completions: DatedCompletions) -> Self {
        Self { completions, states_guessed: false, epics: 0, estimate_columns: BTreeSet::new() }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.completions.add(&other.completions);
        self.states_guessed |= other.states_guessed;
        self.epics += other.epics;
        self.estimate_columns.extend(other.estimate_columns);
    }

    pub(super) fn into_caveats(self, unit: Unit) -> impl Iterator<Item = Caveat> {
        let columns = self.estimate_columns.len();
        let caveats = [
            (self.states_guessed, Caveat::StatesGuessed),
            (self.epics > 0, Caveat::EpicsCounted(self.epics)),
            (columns > 1 && unit != Unit::Items, Caveat::EstimateFields(columns)),
        ];
        let applying = caveats.into_iter().filter(|(applies, _)| *applies).map(|(_, caveat)| caveat);
        self.completions.into_caveats().chain(applying)
    }
}
