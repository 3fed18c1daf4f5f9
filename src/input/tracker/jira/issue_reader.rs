//! Issues and their changelogs as items with histories.

use std::collections::BTreeSet;

use super::super::unit_choice::{EstimateSource, choose_unit};
use super::estimate_field::{self, EstimateField, EstimateFields};
use super::issue::{FieldChange, Issue};
use super::jira_sprint::{JiraSprint, SprintSelection, choose_jira_sprint, newest_sprints};
use super::responses::JiraResponses;
use super::status_map::{StatusMap, guess_progress};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

/// The reader of the items of one sprint.
struct IssueReader {
    status_map: StatusMap,
    estimate: Option<EstimateFields>,
    /// `None` if all issues count, from their creation on.
    sprint: Option<JiraSprint>,
    /// True if all issues belong to the sprint: the sprint was given beside them, and they were requested without their sprint
    /// field.
    all_are_in: bool,
}

/// Gaps in the data that the reader noticed, for the caveats.
#[derive(Default)]
struct ReadFindings {
    no_history: bool,
    joined_when_created: bool,
    states_guessed: bool,
    cut: usize,
    perhaps_cut: usize,
    /// The items that are epics.
    epics: usize,
    /// The ids of the fields with estimates of items.
    estimate_fields: BTreeSet<String>,
}

pub(super) fn read_issues(
    responses: &JiraResponses<'_>,
    options: &ReadOptions,
) -> Result<TrackerData, Box<InputError>> {
    let (sprint, parallel) = sprint_of_issues(responses, options)?.unzip();
    let parallel = parallel.flatten();
    let is_framed = options.name.is_some() && options.start.is_some() && options.end.is_some();
    if sprint.is_none() && !is_framed && !responses.issues.is_empty() {
        let expected = "issues of a sprint, or the sprint itself beside them";
        return Err(InputError::new(Location::EntireInput, "issues without a sprint", expected)
            .with_remedy("--name, --start and --end make one of them all"));
    }
    let reader = IssueReader {
        status_map: StatusMap::new(
            &responses.issues,
            &responses.statuses,
            responses.board.as_ref(),
            options.done.as_deref(),
        ),
        estimate: estimate_field::choose_estimate_fields(responses, options)?,
        sprint,
        all_are_in: !responses.sprints.is_empty() && lacks_sprint_field(responses),
    };
    let mut findings = ReadFindings::default();
    let mut items = Vec::new();
    for issue in &responses.issues {
        let is_subtask = issue.fields.get("issuetype").and_then(|kind| kind.get("subtask")?.as_bool());
        if is_subtask == Some(true) && options.subtasks != Some(true) {
            continue;
        }
        items.extend(reader.read_item(issue, &mut findings)?);
    }
    if items.is_empty() {
        return Err(no_items_error(responses, reader.sprint.as_ref()));
    }
    let estimate_source = EstimateSource {
        unit: reader.estimate.map_or(Unit::Items, |field| field.unit()),
        is_explicit: options.estimate_field.is_some() || responses.has_board_estimate_field(),
    };
    let (unit, items_counted) = choose_unit(&items, &estimate_source, options);
    let fields = findings.estimate_fields.len();
    let has_field_choice = fields > 1 && options.unit.unwrap_or(unit) != Unit::Items;
    let caveats = [
        (findings.no_history, Caveat::NoHistory),
        (findings.joined_when_created, Caveat::JoinedWhenCreated),
        (findings.states_guessed, Caveat::StatesGuessed),
        (findings.cut > 0, Caveat::HistoryCut(findings.cut)),
        (findings.perhaps_cut > 0, Caveat::HistoryPerhapsCut(findings.perhaps_cut)),
        (items_counted.is_some(), Caveat::ItemsCounted),
        (has_field_choice, Caveat::EstimateFields(fields)),
        (findings.epics > 0, Caveat::EpicsCounted(findings.epics)),
    ];
    let caveats =
        parallel.into_iter().chain(caveats.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat));
    Ok(TrackerData {
        sprint_info: RawSprintInfo { unit: Some(unit), ..reader.sprint.map(sprint_info).unwrap_or_default() },
        content: TrackerContent::Items(items),
        caveats: caveats.collect(),
    })
}

fn sprint_info(sprint: JiraSprint) -> RawSprintInfo {
    RawSprintInfo {
        name: Some(sprint.name),
        goal: sprint.goal,
        start: sprint.start.map(Moment::Instant),
        end: sprint.end.map(Moment::Instant),
        closed: sprint.closed.map(Moment::Instant),
        is_active: sprint.state == "active",
        activated: sprint.activated.map(Moment::Instant),
        ..RawSprintInfo::default()
    }
}

/// The sprint to show: one of those that were given, else one of those that the issues name.
fn sprint_of_issues(
    responses: &JiraResponses<'_>,
    options: &ReadOptions,
) -> Result<Option<SprintSelection>, Box<InputError>> {
    // An issue that was changed later was asked for later, so that it has the newer state of its sprints.
    let mut issues: Vec<&Issue<'_>> = responses.issues.iter().collect();
    issues.sort_by_key(|issue| issue.latest_time());
    let mut known = newest_sprints(issues.into_iter().flat_map(|issue| &issue.sprints));
    let given = newest_sprints(&responses.sprints);
    if options.sprint.is_none() && !given.is_empty() {
        return choose_jira_sprint(&given, None);
    }
    known.extend(given);
    choose_jira_sprint(&known, options.sprint.as_deref())
}

/// Returns true if no issue has the sprint field: it was not requested.
fn lacks_sprint_field(responses: &JiraResponses<'_>) -> bool {
    let says = |issue: &Issue<'_>| {
        !issue.sprints.is_empty() || issue.changes.iter().any(|change| change.item.field == "Sprint")
    };
    !responses.issues.iter().any(says) && !responses.names.values().any(|name| name == "Sprint")
}

fn no_items_error(responses: &JiraResponses<'_>, sprint: Option<&JiraSprint>) -> Box<InputError> {
    let found = match responses.issues.len() {
        0 => "no issues".to_owned(),
        count => format!("{count} issues, none of them"),
    };
    let expected = match sprint {
        Some(sprint) => format!("issues of the sprint {} ({})", quote(&sprint.name), sprint.id),
        None => "issues, no sub-tasks".to_owned(),
    };
    InputError::new(Location::EntireInput, found, expected)
        .with_remedy("get them with /rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names")
}

impl IssueReader {
    /// Reads the issue as an item; `None` if it never was in the sprint.
    fn read_item(
        &self,
        issue: &Issue<'_>,
        findings: &mut ReadFindings,
    ) -> Result<Option<ItemHistory>, Box<InputError>> {
        let mut events = Vec::new();
        let mut initial_state = ItemState::default();
        let joined = self.collect_membership(issue, &mut events)?;
        let Some(joined) = joined else { return Ok(None) };
        if let JoinTime::AtCreation { is_certain } = joined {
            findings.joined_when_created |= !is_certain;
            match issue.created {
                Some(created) => events.insert(0, (Moment::Instant(created), StateChange::Joined)),
                None => initial_state.in_sprint = true,
            }
        }
        initial_state.progress = self.collect_progress(issue, &mut events, findings);
        if let Some(fields) = &self.estimate {
            initial_state.estimate = collect_estimates(fields.field_of(issue), issue, &mut events)?;
            findings.estimate_fields.extend(fields.ids_with_estimate_of(issue).map(str::to_owned));
        }
        findings.epics += usize::from(issue.is_epic());
        findings.no_history |= !issue.has_history;
        findings.cut += usize::from(issue.is_truncated);
        findings.perhaps_cut += usize::from(issue.may_be_truncated);
        let title = issue.fields.get("summary").and_then(|title| title.as_str());
        Ok(Some(ItemHistory {
            key: issue.key.to_owned(),
            title: title.map(str::to_owned),
            initial_state,
            events,
        }))
    }

    /// Collects the times of joining and leaving; `None` if the issue never was in the sprint.
    fn collect_membership(
        &self,
        issue: &Issue<'_>,
        events: &mut Vec<(Moment, StateChange)>,
    ) -> Result<Option<JoinTime>, Box<InputError>> {
        let Some(sprint) = &self.sprint else { return Ok(Some(JoinTime::AtCreation { is_certain: false })) };
        let id = sprint.id.to_string();
        let is_in = |ids: Option<&str>| ids.unwrap_or_default().split(',').any(|one| one.trim() == id);
        let mut first = None;
        let mut is_member = false;
        for change in issue.changes.iter().filter(|change| change.item.field == "Sprint") {
            let before = is_in(change.item.from);
            first.get_or_insert(before);
            is_member |= before;
            match (before, is_in(change.item.to)) {
                (false, true) => events.push((Moment::Instant(change.at), StateChange::Joined)),
                (true, false) => events.push((Moment::Instant(change.at), StateChange::Left)),
                _ => {}
            }
        }
        Ok(match first {
            Some(true) => Some(JoinTime::AtCreation { is_certain: true }),
            Some(false) if is_member || !events.is_empty() => Some(JoinTime::Later),
            Some(false) => None,
            None => {
                let member = issue.sprints.iter().any(|member| member.id == sprint.id);
                // Without a change of its sprint, it was created in the sprint.
                let is_certain = member && issue.has_history;
                (member || self.all_are_in).then_some(JoinTime::AtCreation { is_certain })
            }
        })
    }

    /// Returns the progress at creation, and adds the later changes to the events.
    fn collect_progress(
        &self,
        issue: &Issue<'_>,
        events: &mut Vec<(Moment, StateChange)>,
        findings: &mut ReadFindings,
    ) -> Progress {
        let mut meaning = |id: Option<&str>, name: Option<&str>| {
            self.status_map.progress_of(id, name).unwrap_or_else(|| {
                findings.states_guessed = true;
                guess_progress(name)
            })
        };
        let mut first = None;
        for change in issue.changes.iter().filter(|change| change.item.is_of_status()) {
            let before = meaning(change.item.from, change.item.from_string);
            first.get_or_insert(before);
            let after = meaning(change.item.to, change.item.to_string);
            if after != before {
                events.push((Moment::Instant(change.at), StateChange::ProgressChanged(after)));
            }
        }
        first.unwrap_or_else(|| {
            let status = issue.non_null_field("status");
            let text = |name: &str| status.and_then(|status| status.get(name)?.as_str());
            let today = meaning(text("id"), text("name"));
            match issue.resolved {
                Some(at) if !issue.has_history && today == Progress::Done => {
                    events.push((Moment::Instant(at), StateChange::ProgressChanged(Progress::Done)));
                    Progress::Open
                }
                _ => today,
            }
        })
    }
}

/// The way in which an issue came into the sprint.
enum JoinTime {
    /// The issue was in the sprint at its creation. This is an assumption unless it `is_certain`.
    AtCreation {
        is_certain: bool,
    },
    Later,
}

/// Returns the estimate at creation, computed backwards from the changes, and adds the changes to the events.
fn collect_estimates(
    field: &EstimateField,
    issue: &Issue<'_>,
    events: &mut Vec<(Moment, StateChange)>,
) -> Result<Option<Amount>, Box<InputError>> {
    let changes: Vec<&FieldChange<'_>> =
        issue.changes.iter().filter(|change| field.is_estimate_change(change)).collect();
    for change in &changes {
        let after = field.value_after(issue, change)?;
        events.push((Moment::Instant(change.at), StateChange::Estimated(after)));
    }
    match changes.first() {
        Some(first) => field.value_before(issue, first),
        None => field.current_value(issue),
    }
}
