//! The choice of a sprint when a tracker's responses have several: the requested one, else the current one, else the latest.

use jiff::civil::Date;

use super::json_moment::utc_date;
use crate::input::ReadOptions;
use crate::input::moment::Moment;
use crate::sprint::Caveat;

/// A sprint that may be chosen.
#[derive(Debug, Default)]
pub(super) struct SprintCandidate {
    /// The name, which a request may write in other letter case.
    pub(super) name: Option<String>,
    /// Ids, paths and so on, which a request must repeat exactly.
    pub(super) ids: Vec<String>,
    /// True if it is the sprint of the time that the picture shows.
    pub(super) is_current: bool,
    /// True if it has begun, as far as the tracker says.
    pub(super) has_begun: bool,
}

/// The one of several equal matches that wins. Candidates are sorted by their start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preference {
    Earliest,
    Latest,
}

impl SprintCandidate {
    fn is_requested(&self, requested: &str) -> bool {
        let is_named = self.name.as_ref().is_some_and(|name| is_same_name(name, requested));
        is_named || self.ids.iter().any(|id| id == requested)
    }
}

fn is_same_name(name: &str, requested: &str) -> bool {
    name.to_lowercase() == requested.trim().to_lowercase()
}

/// Returns the index of the chosen sprint: the requested one if there is a request; else the current one, else the latest that has
/// begun, else the latest. `None` if the requested one is not there, or if there are no candidates at all.
pub(super) fn choose_sprint(
    candidates: &[SprintCandidate],
    requested: Option<&str>,
    preference: Preference,
) -> Option<usize> {
    let find = |matches: &dyn Fn(&SprintCandidate) -> bool| match preference {
        Preference::Earliest => candidates.iter().position(matches),
        Preference::Latest => candidates.iter().rposition(matches),
    };
    if let Some(requested) = requested {
        return find(&|candidate| candidate.is_requested(requested));
    }
    let latest = || candidates.iter().rposition(|candidate| candidate.has_begun);
    find(&|candidate| candidate.is_current).or_else(latest).or(candidates.len().checked_sub(1))
}

/// The caveat that one of several current sprints was chosen; `None` if it was requested, or is the only one.
pub(super) fn parallel_sprints(candidates: &[SprintCandidate], requested: Option<&str>) -> Option<Caveat> {
    let current = candidates.iter().filter(|candidate| candidate.is_current).count();
    (requested.is_none() && current > 1).then_some(Caveat::ParallelSprints(current))
}

/// The day that the picture shows, in UTC: the requested instant, else the current time; `None` if neither is known.
pub(super) fn shown_day(options: &ReadOptions) -> Option<Date> {
    options.as_of.or(options.now.map(Moment::Instant)).map(utc_date)
}

/// The names to choose from, as an error message lists them; `if_none` if there are none.
pub(super) fn expected_names(names: &[String], if_none: &str) -> String {
    if names.is_empty() { if_none.to_owned() } else { format!("one of {}", names.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidates() -> Vec<SprintCandidate> {
        let candidate = |name: &str, id: &str, is_current, has_begun| SprintCandidate {
            name: Some(name.to_owned()),
            ids: vec![id.to_owned()],
            is_current,
            has_begun,
        };
        vec![
            candidate("Sprint 1", "11", false, true),
            candidate("Sprint 2", "12", true, true),
            candidate("sprint 2", "13", true, true),
            candidate("Sprint 3", "A", false, false),
        ]
    }

    #[test]
    fn a_requested_sprint_is_found_by_name_in_any_case_and_by_exact_id() {
        let index = |requested| choose_sprint(&candidates(), Some(requested), Preference::Latest);
        assert_eq!(index(" sPRINT 1 "), Some(0));
        assert_eq!(index("12"), Some(1));
        assert_eq!(index("a"), None);
        assert_eq!(index("Sprint 2"), Some(2));
        assert_eq!(choose_sprint(&candidates(), Some("Sprint 2"), Preference::Earliest), Some(1));
    }

    #[test]
    fn a_choice_among_several_current_sprints_is_said() {
        let mut candidates = candidates();
        assert_eq!(parallel_sprints(&candidates, None), Some(Caveat::ParallelSprints(2)));
        assert_eq!(parallel_sprints(&candidates, Some("Sprint 2")), None);
        candidates.pop();
        candidates.pop();
        assert_eq!(parallel_sprints(&candidates, None), None, "the only current one");
    }

    #[test]
    fn without_a_request_the_current_sprint_comes_before_the_latest_begun_one() {
        let mut candidates = candidates();
        assert_eq!(choose_sprint(&candidates, None, Preference::Latest), Some(2));
        assert_eq!(choose_sprint(&candidates, None, Preference::Earliest), Some(1));
        for candidate in &mut candidates {
            candidate.is_current = false;
        }
        assert_eq!(choose_sprint(&candidates, None, Preference::Earliest), Some(2));
        for candidate in &mut candidates {
            candidate.has_begun = false;
        }
        assert_eq!(choose_sprint(&candidates, None, Preference::Latest), Some(3));
        assert_eq!(choose_sprint(&[], None, Preference::Latest), None);
    }
}
