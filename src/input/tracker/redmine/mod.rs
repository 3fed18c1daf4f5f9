//! Redmine: the issues of a version, with their journals.

mod answers;
mod estimates;
mod issue_history;
mod version;

use super::completion_time::{CompletionDates, DatedCompletions};
use super::json_moment::sort_instant;
use super::known_states::KnownStates;
use super::reader::TrackerReader;
use super::unit_choice::choose_unit;
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::tracker_data::{RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::{Caveat, Progress, Unit};
use answers::{AnswerKind, RedmineAnswers};
use estimates::EstimateColumn;
use issue_history::HistoryReader;
use version::choose_version;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Redmine, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "the issues of a version, one by one with their journals, or in pages",
        "beside them, in any order: the version, the list of statuses",
        "a custom field for points (Story points), else the estimated hours",
    ],
    how_to_get: &[
        "emberline fetch redmine --url https://redmine.example --project PROJECT --version VERSION",
        "/issues.json?fixed_version_id=ID&status_id=*&limit=100 (and &offset=100, 200, … up to \"total_count\")",
        "/issues/NUMBER.json?include=journals",
        "/versions/ID.json",
        "/issue_statuses.json",
    ],
    missing_data: &[
        "the start of the version: --start",
        "issues that left the version, unless they are given with their journals",
        "without journals, when an issue joined or was re-estimated: it counts from its creation, with today's estimate",
        "the team's time zone: --time-zone",
    ],
};

fn is_response(value: &JsonValue<'_>) -> bool {
    AnswerKind::detect(value).is_some()
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let Some(document) = documents.first() else {
        return Err(InputError::new(Location::EntireInput, "nothing", "an answer of Redmine"));
    };
    let answers = RedmineAnswers::from_documents(documents)?;
    let version = choose_version(&answers, options, document)?;
    let unseen = known_states(&answers).check_done_names(options)?;
    let column = EstimateColumn::choose(answers.issues.values(), options);
    let sprint_info = version.sprint_info();
    let latest_known = answers.issues.values().filter_map(|issue| issue.wire.updated_on());
    let latest_known = latest_known.max_by_key(|at| sort_instant(*at));
    let mut completions =
        DatedCompletions::with_latest(options.start, sprint_info.end, latest_known, options);
    let mut items = Vec::new();
    let (mut without_journals, mut disagreeing) = (0, 0);
    let reader = HistoryReader { version: version.id, answers: &answers, column: &column, options };
    for issue in answers.issues.values() {
        let Some(history) = reader.read(issue)? else { continue };
        without_journals += usize::from(issue.wire.journals.is_none());
        disagreeing += usize::from(history.disagrees);
        let mut item = history.item;
        if history.lacks_close {
            let dates =
                CompletionDates { last_change: issue.wire.updated_on(), ..CompletionDates::default() };
            let at = completions.date_completion(&dates);
            item.events.extend(at.map(|at| (at, StateChange::ProgressChanged(Progress::Done))));
        }
        items.push(item);
    }
    if items.is_empty() {
        let found = format!("no issue in {}", quote(&version.name));
        return Err(document.error_at("", found, "at least one"));
    }
    let (unit, items_counted) = choose_unit(&items, &column.source(), options);
    let history_caveats: &[Caveat] = match without_journals {
        0 => &[],
        count if count == items.len() => &[Caveat::JoinedWhenCreated, Caveat::EstimatesOfToday],
        count => &[Caveat::HistoryCut(count)],
    };
    let is_estimate_of_today = |caveat: &&Caveat| **caveat == Caveat::EstimatesOfToday && unit == Unit::Items;
    let caveats = version
        .parallel
        .into_iter()
        .chain(history_caveats.iter().filter(|caveat| !is_estimate_of_today(caveat)).copied())
        .chain(items_counted)
        .chain((disagreeing > 0).then_some(Caveat::HistoryDisagrees(disagreeing)))
        .chain(unseen)
        .chain(completions.into_caveats())
        .collect();
    let sprint_info = RawSprintInfo { unit: Some(unit), ..sprint_info };
    Ok(TrackerData { sprint_info, content: TrackerContent::Items(items), caveats })
}

/// The names of all statuses, or those of the issues.
fn known_states(answers: &RedmineAnswers<'_>) -> KnownStates {
    let has_all = !answers.statuses.is_empty();
    let of_issues = answers.issues.values().map(|issue| issue.wire.status.name.as_str());
    KnownStates::from_names(
        answers.statuses.values().map(|status| status.name.as_str()).chain(of_issues),
        has_all,
    )
}
