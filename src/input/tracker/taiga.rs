//! Taiga: a milestone with its stories, or the days of Taiga's own burndown.

use jiff::Timestamp;
use serde::Deserialize;

use super::completeness::MissingPart;
use super::completion_time::{CompletionDates, DatedCompletions};
use super::json_moment::{JsonMoment, leading_date, sort_instant};
use super::known_states::KnownStates;
use super::reader::TrackerReader;
use super::sprint_candidate::{SprintCandidate, expected_names, parallel_sprints, shown_day};
use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location, exceeded_amount_limit};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::json_value::JsonValue;
use crate::input::moment::Moment;
use crate::input::tracker_data::{
    DailyLevels, GapPolicy, ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData,
};
use crate::input::tracker_documents::TrackerDocument;
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, ItemState, Level, Progress, Unit};

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Taiga, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "a milestone with its user stories",
        "the statistics of a milestone, with the days of its burndown",
    ],
    how_to_get: &["/api/v1/milestones/ID", "/api/v1/milestones/ID/stats"],
    missing_data: &[
        "when a story joined the milestone: it counts as joined when it was created",
        "the statistics take today's scope for that of every day: what was added is not seen",
    ],
};

/// A milestone and its stories.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Milestone {
    name: Option<String>,
    estimated_start: Option<String>,
    estimated_finish: Option<String>,
    closed: Option<bool>,
    /// The points of all stories.
    total_points: Option<f64>,
    user_stories: Vec<Story>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Story {
    id: u64,
    #[serde(rename = "ref")]
    number: Option<u64>,
    subject: Option<String>,
    total_points: Option<f64>,
    is_closed: bool,
    created_date: Option<JsonMoment>,
    finish_date: Option<JsonMoment>,
    modified_date: Option<JsonMoment>,
}

/// The statistics of a milestone.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MilestoneStats<'a> {
    name: Option<String>,
    estimated_start: Option<String>,
    estimated_finish: Option<String>,
    /// Points by role.
    #[serde(borrow)]
    total_points: JsonValue<'a>,
    days: Vec<StatsDay>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct StatsDay {
    day: String,
    open_points: Option<f64>,
}

fn is_response(value: &JsonValue<'_>) -> bool {
    let has = |name: &str| value.has(name);
    (has("user_stories") && has("estimated_start"))
        || (has("days") && has("total_points"))
        || (has("milestone_slug") && has("subject"))
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let Some(document) = choose_document(documents, options) else {
        return Err(InputError::new(Location::EntireInput, "nothing", "an answer of Taiga"));
    };
    if let Some(requested) = options.sprint.as_deref()
        && !is_requested(document, requested)
    {
        return Err(unknown_milestone_error(documents, requested));
    }
    KnownStates::default().check_done_names(options)?;
    let parallel = parallel_milestones(documents, options);
    let has = |name: &str| document.value.has(name);
    if has("user_stories") {
        read_milestone(document, document.read()?, options)
    } else if has("days") {
        read_stats(document, &document.read()?)
    } else {
        let found = if has("subject") { "one user story" } else { "no user stories and no days" };
        let error = document.error_at(
            "",
            found,
            "a milestone with \"user_stories\", or its statistics with \"days\"",
        );
        Err(error.with_remedy(format!("ask for {}", FORMAT_INFO.how_to_get.join(" or "))))
    }
    .map(|data| TrackerData {
        sprint_info: RawSprintInfo { unit: options.unit.or(data.sprint_info.unit), ..data.sprint_info },
        caveats: parallel.into_iter().chain(data.caveats).collect(),
        ..data
    })
}

/// Chooses the document that is read: a milestone before statistics, the requested milestone or else the latest, and of several
/// documents about it the newest.
fn choose_document<'a>(
    documents: &'a [TrackerDocument<'a>],
    options: &ReadOptions,
) -> Option<&'a TrackerDocument<'a>> {
    let key = |document: &&TrackerDocument<'_>| {
        let value = &document.value;
        let is_requested =
            options.sprint.as_deref().is_some_and(|requested| is_requested(document, requested));
        let start = document.value.get("estimated_start").and_then(JsonValue::to_id);
        (is_response(value), value.has("user_stories"), is_requested, start, latest_change(value))
    };
    documents.iter().max_by_key(key)
}

/// The caveat that several open milestones have the shown day; `None` if one is requested.
fn parallel_milestones(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Option<Caveat> {
    let day = shown_day(options)?;
    let date = |value: &JsonValue<'_>, name: &str| value.get(name)?.as_str().and_then(leading_date);
    let candidate = |document: &TrackerDocument<'_>| {
        let value = &document.value;
        let is_open = value.get("closed").and_then(JsonValue::as_bool) != Some(true);
        let (start, end) = (date(value, "estimated_start"), date(value, "estimated_finish"));
        SprintCandidate {
            name: value.get("name").and_then(JsonValue::to_id),
            is_current: is_open
                && start.is_some_and(|start| start <= day)
                && end.is_some_and(|end| day <= end),
            ..SprintCandidate::default()
        }
    };
    // A milestone and its statistics have the same name.
    let mut candidates: Vec<SprintCandidate> = documents.iter().map(candidate).collect();
    candidates.sort_by(|a, b| (&a.name, b.is_current).cmp(&(&b.name, a.is_current)));
    candidates.dedup_by(|a, b| a.name == b.name);
    parallel_sprints(&candidates, options.sprint.as_deref())
}

/// True for the milestone with this name, slug or id.
fn is_requested(document: &TrackerDocument<'_>, requested: &str) -> bool {
    let field = |name: &str| document.value.get(name).and_then(JsonValue::to_id);
    ["name", "slug", "id"]
        .into_iter()
        .filter_map(field)
        .any(|text| text.eq_ignore_ascii_case(requested.trim()))
}

fn unknown_milestone_error(documents: &[TrackerDocument<'_>], requested: &str) -> Box<InputError> {
    let name = |document: &TrackerDocument<'_>| Some(quote(document.value.get("name")?.as_str()?));
    let names: Vec<String> = documents.iter().filter_map(name).collect();
    let found = format!("no sprint {}", quote(requested));
    InputError::new(Location::EntireInput, found, expected_names(&names, "an input with sprints"))
        .with_remedy("use --sprint")
}

/// The time of the last change of a milestone or of one of its stories.
fn latest_change(milestone: &JsonValue<'_>) -> Option<Timestamp> {
    let time = |value: &JsonValue<'_>| {
        let at = value.get("modified_date")?;
        JsonMoment::deserialize(at).ok().map(|JsonMoment(at)| sort_instant(at))
    };
    let stories = milestone.get("user_stories").and_then(JsonValue::as_list).unwrap_or_default();
    stories.iter().filter_map(time).max().max(time(milestone))
}

/// Returns the part of a milestone that is missing: its stories have fewer points than it has.
fn find_missing_stories<'a>(
    document: &'a TrackerDocument<'a>,
    milestone: &Milestone,
) -> Option<MissingPart<'a>> {
    /// Sums of points differ by less, since Taiga rounds none of them.
    const ROUNDING: f64 = 1e-6;
    let total = milestone.total_points?;
    let given: f64 = milestone.user_stories.iter().filter_map(|story| story.total_points).sum();
    (given + ROUNDING < total).then(|| MissingPart {
        document,
        path: "total_points".to_owned(),
        found: format!("stories with {given} of the milestone's {total} points"),
        expected: "all stories".to_owned(),
        remedy: "ask for the whole milestone: curl -H 'Authorization: Bearer TOKEN' 'https://SITE/api/v1/milestones/ID' > milestone.json"
            .to_owned(),
        caveat: Caveat::Partial { given: milestone.user_stories.len(), of: None },
    })
}

fn sprint_info(
    name: Option<String>,
    start: Option<&String>,
    end: Option<&String>,
    unit: Unit,
) -> RawSprintInfo {
    let date = |text: Option<&String>| text.and_then(|text| leading_date(text)).map(Moment::Date);
    RawSprintInfo { name, start: date(start), end: date(end), unit: Some(unit), ..RawSprintInfo::default() }
}

fn read_milestone(
    document: &TrackerDocument<'_>,
    milestone: Milestone,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    if milestone.user_stories.is_empty() {
        let found = format!("no user story in {}", quote(milestone.name.as_deref().unwrap_or_default()));
        return Err(document.error_at("user_stories", found, "at least one"));
    }
    let partial = find_missing_stories(document, &milestone);
    let partial = partial.map(|part| part.into_caveat(options)).transpose()?;
    let date = |text: &Option<String>| text.as_deref().and_then(leading_date).map(Moment::Date);
    let (start, end) = (date(&milestone.estimated_start), date(&milestone.estimated_finish));
    let latest_known = latest_change(&document.value).map(Moment::Instant);
    let mut completions = DatedCompletions::with_latest(start, end, latest_known, options);
    let mut items = Vec::with_capacity(milestone.user_stories.len());
    for (index, story) in milestone.user_stories.into_iter().enumerate() {
        items.push(read_story(story, &mut completions, |found, expected| {
            document.error_at(format!("user_stories[{index}].total_points"), found, expected)
        })?);
    }
    let (unit, items_counted) =
        choose_unit(&items, &EstimateSource { unit: Unit::Points, is_explicit: false }, options);
    let (start, end) = (milestone.estimated_start.as_ref(), milestone.estimated_finish.as_ref());
    let sprint_info = RawSprintInfo {
        is_active: milestone.closed == Some(false),
        ..sprint_info(milestone.name, start, end, unit)
    };
    let estimates_of_today =
        (options.unit.unwrap_or(unit) != Unit::Items).then_some(Caveat::EstimatesOfToday);
    let caveats = [partial, Some(Caveat::JoinedWhenCreated), items_counted, estimates_of_today]
        .into_iter()
        .flatten()
        .chain(completions.into_caveats())
        .collect();
    Ok(TrackerData { sprint_info, content: TrackerContent::Items(items), caveats })
}

fn read_story(
    story: Story,
    completions: &mut DatedCompletions,
    error: impl Fn(String, &str) -> Box<InputError>,
) -> Result<ItemHistory, Box<InputError>> {
    let estimate = match story.total_points {
        Some(points) if (0.0..=MAX_AMOUNT).contains(&points) => Amount::from_f64(points),
        Some(points) => {
            let error = error(format!("{points}"), "a number from 0 to MAX_AMOUNT");
            return Err(error.with_exceeded_limit(exceeded_amount_limit(points)));
        }
        None => None,
    };
    let mut events = Vec::new();
    let mut initial_state =
        ItemState { in_sprint: true, estimate, progress: Progress::Open, ..ItemState::default() };
    if let Some(JsonMoment(created)) = story.created_date {
        initial_state.in_sprint = false;
        events.push((created, StateChange::Joined));
    }
    if story.is_closed {
        let last_change = story.modified_date.map(|JsonMoment(at)| at);
        let finished = story.finish_date.map(|JsonMoment(at)| at);
        let dates = CompletionDates { last_change, ..CompletionDates::default() };
        match finished.or_else(|| completions.date_completion(&dates)) {
            Some(at) => events.push((at, StateChange::ProgressChanged(Progress::Done))),
            None => initial_state.progress = Progress::Done,
        }
    }
    let key = story.number.map_or_else(|| format!("story {}", story.id), |number| format!("#{number}"));
    Ok(ItemHistory { key, title: story.subject, initial_state, events })
}

/// Reads the statistics. The days have the open part of today's scope, and continue into the future.
fn read_stats(
    document: &TrackerDocument<'_>,
    stats: &MilestoneStats<'_>,
) -> Result<TrackerData, Box<InputError>> {
    let total = match &stats.total_points {
        JsonValue::Object(roles) => roles.iter().filter_map(|(_, points)| points.as_f64()).sum(),
        JsonValue::List(points) => points.iter().filter_map(JsonValue::as_f64).sum(),
        total => total.as_f64().unwrap_or_default(),
    };
    let Some(scope) = Amount::from_f64(total) else {
        let error = document.error_at("total_points", format!("{total}"), "a number within MAX_AMOUNT");
        return Err(error.with_exceeded_limit("MAX_AMOUNT"));
    };
    let mut days = Vec::with_capacity(stats.days.len());
    for (index, day) in stats.days.iter().enumerate() {
        let Some(date) = leading_date(&day.day) else {
            let found = quote(&day.day);
            return Err(document.error_at(format!("days[{index}].day"), found, "a date (2023-08-23)"));
        };
        let Some(open) = day.open_points else { continue };
        let Some(open) = Amount::from_f64(open) else {
            let path = format!("days[{index}].open_points");
            let error = document.error_at(path, format!("{open}"), "a number within MAX_AMOUNT");
            return Err(error.with_exceeded_limit("MAX_AMOUNT"));
        };
        days.push((date, Level { scope, done: scope - open }));
    }
    let (start, end) = (stats.estimated_start.as_ref(), stats.estimated_finish.as_ref());
    let sprint_info = sprint_info(stats.name.clone(), start, end, Unit::Points);
    let levels = DailyLevels {
        opening: Some(Level { scope, done: Amount::ZERO }),
        days,
        started: Vec::new(),
        gap_policy: GapPolicy::Unknown,
    };
    Ok(TrackerData { sprint_info, content: TrackerContent::Levels(levels), caveats: vec![Caveat::NetOnly] })
}
