//! The version that is the sprint.

use super::super::json_moment::{JsonMoment, leading_date};
use super::super::sprint_candidate::{
    Preference, SprintCandidate, choose_sprint, expected_names, parallel_sprints,
};
use super::answers::{RedmineAnswers, WireVersion};
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::RawSprintInfo;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The version that is the sprint.
pub(super) struct ChosenVersion<'a> {
    pub(super) id: u64,
    pub(super) name: String,
    version: Option<&'a WireVersion>,
    /// The caveat that others are open, too.
    pub(super) parallel: Option<Caveat>,
}

impl ChosenVersion<'_> {
    /// The name, the planned end and the state. A version has no start.
    pub(super) fn sprint_info(&self) -> RawSprintInfo {
        let version = self.version;
        let due = version.and_then(|version| leading_date(version.due_date.as_deref()?));
        let status = version.and_then(|version| version.status.as_deref());
        let last_change = version.and_then(|version| version.updated_on).map(|JsonMoment(at)| at);
        RawSprintInfo {
            name: Some(self.name.clone()),
            goal: version.and_then(|version| version.description.clone()).filter(|text| !text.is_empty()),
            end: due.map(Moment::Date),
            closed: last_change.filter(|_| status == Some("closed")),
            is_active: status == Some("open"),
            ..RawSprintInfo::default()
        }
    }
}

/// Chooses the version that is requested by name or id, else the open one that is due first, else the one that is due last.
/// Without a list of versions, those of the issues count.
pub(super) fn choose_version<'a>(
    answers: &'a RedmineAnswers<'_>,
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<ChosenVersion<'a>, Box<InputError>> {
    let mut known: Vec<ChosenVersion<'a>> = answers
        .versions
        .values()
        .map(|version| ChosenVersion {
            id: version.id,
            name: version.name.clone(),
            version: Some(version),
            parallel: None,
        })
        .collect();
    for version in answers.issues.values().filter_map(|issue| issue.wire.fixed_version.as_ref()) {
        if !known.iter().any(|other| other.id == version.id) {
            let name = version.name.clone();
            known.push(ChosenVersion { id: version.id, name, version: None, parallel: None });
        }
    }
    known.sort_by_key(|version| (version.version.map(|version| version.due_date.clone()), version.id));
    let candidate = |version: &ChosenVersion<'_>| {
        let status = version.version.and_then(|version| version.status.as_deref());
        SprintCandidate {
            name: Some(version.name.clone()),
            ids: vec![version.id.to_string()],
            is_current: status == Some("open"),
            has_begun: true,
        }
    };
    let candidates: Vec<SprintCandidate> = known.iter().map(candidate).collect();
    let requested = options.sprint.as_deref();
    let parallel = parallel_sprints(&candidates, requested);
    match choose_sprint(&candidates, requested, Preference::Earliest) {
        Some(index) => Ok(ChosenVersion { parallel, ..known.swap_remove(index) }),
        None => {
            let names: Vec<String> = known.iter().map(|version| quote(&version.name)).collect();
            let found = match requested {
                Some(requested) => format!("no sprint {}", quote(requested)),
                None => "issues without a version".to_owned(),
            };
            Err(document
                .error_at("", found, expected_names(&names, "a version (Target version)"))
                .with_remedy("choose with --sprint (sprint, among the options)"))
        }
    }
}
