//! Issues and their changelogs as items with histories.

use std::collections::BTreeMap;

use super::super::completion_time::CompletionDates;
use super::super::json_moment::sort_instant;
use super::super::naming::state_progress;
use super::super::subtasks::{CountedItems, Family, Subtask, SubtaskEstimates, SubtaskRules, count_items};
use super::super::unit_choice::EstimateSource;
use super::changelog::FieldChange;
use super::estimate_choice::choose_estimate_fields;
use super::estimate_field::EstimateField;
use super::estimate_fields::EstimateFields;
use super::inherited_events::check_inherited_events;
use super::issue::Issue;
use super::jira_sprint::{JiraSprint, SprintSelection, choose_jira_sprint, newest_sprints};
use super::membership::{JoinTime, MemberSprint, Membership};
use super::read_findings::ReadFindings;
use super::responses::JiraResponses;
use super::sprint_field::SprintField;
use super::status_map::{StatusMap, known_states};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, StateChange, TrackerContent, TrackerData};
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

/// The reader of the items of one sprint.
struct IssueReader {
    status_map: StatusMap,
    sprint_field: SprintField,
    estimate: Option<EstimateFields>,
    /// `None` if all issues count, from their creation on.
    sprint: Option<JiraSprint>,
    /// True if all issues belong to the sprint: the sprint was given beside them, and they were requested without their sprint
    /// field.
    all_are_in: bool,
}

/// The sub-tasks of the sprint.
struct ReadSubtasks {
    subtasks: Vec<Subtask>,
    /// Gaps in the data of each sub-task by its key: those of sub-tasks that do not count are not told.
    findings: BTreeMap<String, ReadFindings>,
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
    let sprint_field = SprintField::find(&responses.issues, &responses.names);
    let all_are_in = !responses.sprints.is_empty() && lacks_sprint_field(responses, &sprint_field);
    let unseen = known_states(&responses.issues, &responses.statuses, responses.board.as_ref())
        .check_done_names(options)?;
    let mut findings = ReadFindings::new(responses, sprint.as_ref(), options);
    let no_findings = findings.clone();
    let reader = IssueReader {
        status_map: StatusMap::new(
            &responses.issues,
            &responses.statuses,
            responses.board.as_ref(),
            options.done.as_deref(),
        ),
        sprint_field,
        estimate: choose_estimate_fields(responses, options)?,
        sprint,
        all_are_in,
    };
    let stories = reader.read_stories(responses, &mut findings)?;
    let ReadSubtasks { subtasks, findings: subtask_findings } =
        reader.read_subtasks(responses, &no_findings)?;
    let main_field = reader.estimate.as_ref().map(EstimateFields::main);
    let estimate_source = EstimateSource {
        unit: main_field.map_or(Unit::Items, EstimateField::unit),
        is_explicit: options.estimate_field.is_some() || responses.has_board_estimate_field(),
    };
    let CountedItems { items, unit, caveats: counted_caveats } =
        count_items(Family { stories, subtasks }, subtask_rules(main_field), &estimate_source, options);
    if items.is_empty() {
        return Err(no_items_error(responses, reader.sprint.as_ref()));
    }
    for found in items.iter().filter_map(|item| subtask_findings.get(&item.key)) {
        findings.add(found);
    }
    let is_summed = main_field.is_some_and(EstimateField::holds_subtasks);
    let estimates_of_today = is_summed.then_some(Caveat::EstimatesOfToday);
    let lowered_estimates = main_field.map(EstimateField::lowered_estimates).unwrap_or_default();
    let field_choice = findings.choice_of_fields(options.unit.unwrap_or(unit));
    let found = findings.into_caveats().chain(field_choice).chain(estimates_of_today);
    Ok(TrackerData {
        sprint_info: RawSprintInfo {
            unit: Some(unit),
            lowered_estimates,
            ..reader.sprint.map(sprint_info).unwrap_or_default()
        },
        content: TrackerContent::Items(items),
        caveats: parallel.into_iter().chain(found).chain(counted_caveats).chain(unseen).collect(),
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
fn lacks_sprint_field(responses: &JiraResponses<'_>, field: &SprintField) -> bool {
    let says = |issue: &Issue<'_>| {
        !issue.sprints.is_empty() || issue.changes.iter().any(|change| field.is_changed_by(&change.item))
    };
    !responses.issues.iter().any(says) && !field.is_known()
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

/// Returns the rules for sub-tasks of a field with estimates.
fn subtask_rules(field: Option<&EstimateField>) -> SubtaskRules {
    let estimates = match field {
        Some(field) if field.holds_subtasks() => SubtaskEstimates::InStory,
        Some(field) if field.is_time() => SubtaskEstimates::Separate,
        _ => SubtaskEstimates::PartOfStory,
    };
    SubtaskRules { estimates, are_items: false }
}

impl IssueReader {
    fn read_stories(
        &self,
        responses: &JiraResponses<'_>,
        findings: &mut ReadFindings,
    ) -> Result<Vec<ItemHistory>, Box<InputError>> {
        let stories = responses.issues.iter().filter(|issue| !issue.is_subtask());
        stories.filter_map(|issue| self.read_item(issue, None, findings).transpose()).collect()
    }

    fn read_subtasks(
        &self,
        responses: &JiraResponses<'_>,
        no_findings: &ReadFindings,
    ) -> Result<ReadSubtasks, Box<InputError>> {
        let mut read = ReadSubtasks { subtasks: Vec::new(), findings: BTreeMap::new() };
        // A story may have many sub-tasks and a long history, which is read once.
        let mut memberships: BTreeMap<&str, Option<Membership>> = BTreeMap::new();
        let mut event_count = 0;
        for issue in responses.issues.iter().filter(|issue| issue.is_subtask()) {
            let parent = issue.parent_key();
            let story = parent.and_then(|key| responses.issue_by_key(key));
            let of_story = story.and_then(|story| {
                let known = memberships.entry(story.key);
                known.or_insert_with(|| self.member_sprint().own_membership(story)).as_ref()
            });
            let mut findings = no_findings.clone();
            let Some(item) = self.read_item(issue, of_story, &mut findings)? else { continue };
            event_count += item.events.len();
            check_inherited_events(event_count)?;
            read.findings.insert(item.key.clone(), findings);
            read.subtasks.push(Subtask { item, parent: parent.map(str::to_owned) });
        }
        Ok(read)
    }

    fn member_sprint(&self) -> MemberSprint<'_> {
        MemberSprint { sprint: self.sprint.as_ref(), field: &self.sprint_field, all_are_in: self.all_are_in }
    }

    /// Reads the issue as an item; `None` if it never was in the sprint. `of_story` is the membership of a sub-task's story.
    fn read_item(
        &self,
        issue: &Issue<'_>,
        of_story: Option<&Membership>,
        findings: &mut ReadFindings,
    ) -> Result<Option<ItemHistory>, Box<InputError>> {
        let mut initial_state = ItemState::default();
        let membership = self.member_sprint().read_membership(issue, of_story);
        let Some(Membership { joined, mut events }) = membership else { return Ok(None) };
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
            findings
                .estimate_fields
                .extend(fields.ids_with_estimate_of(issue).into_iter().map(str::to_owned));
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
                state_progress(name.unwrap_or_default(), &[])
            })
        };
        let (mut first, mut last) = (None, None);
        for change in issue.changes.iter().filter(|change| change.item.is_of_status()) {
            let before = meaning(change.item.from, change.item.from_string);
            first.get_or_insert(before);
            let after = meaning(change.item.to, change.item.to_string);
            last = Some((change.at, after));
            if after != before {
                events.push((Moment::Instant(change.at), StateChange::ProgressChanged(after)));
            }
        }
        let status = issue.non_null_field("status");
        let is_done_at_last = last.is_some_and(|(_, progress)| progress == Progress::Done);
        if let Some(first) = first.filter(|_| is_done_at_last || status.is_none()) {
            return first;
        }
        let text = |name: &str| status.and_then(|status| status.get(name)?.as_str());
        let today = meaning(text("id"), text("name"));
        if today != Progress::Done || (first.is_none() && issue.was_created_in_its_status()) {
            return first.unwrap_or(today);
        }
        // The changes do not say when the issue was done: some are missing, or the status got another category.
        match findings.completions.date_completion(&completion_dates(issue)) {
            Some(at) => {
                let last = last.map(|(at, _)| Moment::Instant(at));
                let at = last.into_iter().chain([at]).max_by_key(|at| sort_instant(*at)).unwrap_or(at);
                events.push((at, StateChange::ProgressChanged(Progress::Done)));
                first.unwrap_or(Progress::Open)
            }
            None => first.unwrap_or(today),
        }
    }
}

/// The times at which an issue may have been done, if no change of its status says it.
fn completion_dates(issue: &Issue<'_>) -> CompletionDates {
    CompletionDates {
        status_change: issue.status_category_changed.map(Moment::Instant),
        resolution: issue.resolved.map(Moment::Instant),
        last_change: issue.updated.map(Moment::Instant),
    }
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
