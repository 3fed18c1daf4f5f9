//! The time at which an item became done, where its history does not say it. Such an item is not done before the start of the
//! sprint: another time of the tracker counts, and the picture says which.

use std::collections::BTreeMap;

use super::json_moment::{sort_instant, utc_date};
use crate::input::ReadOptions;
use crate::input::moment::Moment;
use crate::sprint::{Caveat, CompletionSource};

/// The times of an item that may be that of its completion, as far as the tracker has them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CompletionDates {
    /// The last change of the state, or of its category.
    pub(super) status_change: Option<Moment>,
    pub(super) resolution: Option<Moment>,
    /// The last change of the item, whatever it was.
    pub(super) last_change: Option<Moment>,
}

impl CompletionDates {
    /// The time that is most likely that of the completion, and its source.
    fn choose_source(&self) -> Option<(Moment, CompletionSource)> {
        let sources = [
            (self.status_change, CompletionSource::StatusChange),
            (self.resolution, CompletionSource::Resolution),
            (self.last_change, CompletionSource::LastChange),
        ];
        sources.into_iter().find_map(|(at, source)| Some((at?, source)))
    }
}

/// The items that count as done by another time, for the caveats.
#[derive(Clone, Debug, Default)]
pub(super) struct DatedCompletions {
    /// The time of items of which the tracker has no time at all; `None` if the end of the sprint is unknown, too.
    latest: Option<Moment>,
    items: BTreeMap<CompletionSource, usize>,
}

impl DatedCompletions {
    /// Creates an empty list. `start` and `end` are those of the sprint as the tracker has them, `latest_known` is the last time
    /// of its answer.
    pub(super) fn with_latest(
        start: Option<Moment>,
        end: Option<Moment>,
        latest_known: Option<Moment>,
        options: &ReadOptions,
    ) -> Self {
        // An answer that tells of nothing since the start does not tell its own age.
        let is_within = |at: &Moment| match options.start.or(start) {
            Some(Moment::Date(first)) => first <= utc_date(*at),
            Some(start) => sort_instant(start) < sort_instant(*at),
            None => true,
        };
        let known = latest_known.into_iter().chain(options.now.map(Moment::Instant));
        let latest = options.end.or(end).into_iter().chain(known.filter(is_within));
        Self { latest: latest.min_by_key(|at| sort_instant(*at)), items: BTreeMap::new() }
    }

    /// Returns the time at which an item counts as done, and remembers it; `None` if nothing is known.
    pub(super) fn date_completion(&mut self, dates: &CompletionDates) -> Option<Moment> {
        let unknown = || Some((self.latest?, CompletionSource::Unknown));
        let (at, source) = dates.choose_source().or_else(unknown)?;
        *self.items.entry(source).or_default() += 1;
        Some(at)
    }

    /// Adds the items of another list.
    pub(super) fn add(&mut self, other: &Self) {
        for (source, items) in &other.items {
            *self.items.entry(*source).or_default() += items;
        }
    }

    /// The end of what is known, for changes of which no time is known.
    pub(super) fn latest_known(&self) -> Option<Moment> {
        self.latest
    }

    /// Returns a caveat for each source of times.
    pub(super) fn into_caveats(self) -> impl Iterator<Item = Caveat> {
        self.items.into_iter().map(|(source, items)| Caveat::CompletionTime { source, items })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests stop where they fail")]

    use super::*;

    fn moment(text: &str) -> Option<Moment> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_change_of_the_status_comes_before_the_resolution_and_the_last_change() {
        let mut completions = DatedCompletions::default();
        let last_change = CompletionDates { last_change: moment("2026-03-09"), ..CompletionDates::default() };
        let resolution = CompletionDates { resolution: moment("2026-03-05"), ..last_change };
        let status_change = CompletionDates { status_change: moment("2026-03-04"), ..resolution };
        assert_eq!(completions.date_completion(&status_change), moment("2026-03-04"));
        assert_eq!(completions.date_completion(&resolution), moment("2026-03-05"));
        assert_eq!(completions.date_completion(&last_change), moment("2026-03-09"));
        assert_eq!(completions.date_completion(&status_change), moment("2026-03-04"));
        assert_eq!(completions.date_completion(&CompletionDates::default()), None);
        let counts = [
            (CompletionSource::StatusChange, 2),
            (CompletionSource::Resolution, 1),
            (CompletionSource::LastChange, 1),
        ];
        let caveats = counts.map(|(source, items)| Caveat::CompletionTime { source, items });
        assert!(completions.into_caveats().eq(caveats));
    }

    #[test]
    fn an_unknown_time_is_the_end_of_the_sprint_or_of_what_is_known() {
        let none = CompletionDates::default();
        let latest = |end: Option<Moment>, known: &str| {
            let known = moment(known);
            let start = moment("2026-03-02");
            DatedCompletions::with_latest(start, end, known, &ReadOptions::default()).date_completion(&none)
        };
        assert_eq!(latest(moment("2026-03-13"), "2026-03-20T10:00:00Z"), moment("2026-03-13"));
        assert_eq!(latest(moment("2026-03-13"), "2026-03-05T10:00:00Z"), moment("2026-03-05T10:00:00Z"));
        assert_eq!(latest(moment("2026-03-13"), "2026-02-20T10:00:00Z"), moment("2026-03-13"));
        assert_eq!(latest(None, "2026-03-05T10:00:00Z"), moment("2026-03-05T10:00:00Z"));
    }
}
