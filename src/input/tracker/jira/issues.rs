//! Issues and their changelogs as items with events.

use std::collections::BTreeMap;

use super::super::super::ReadOptions;
use super::super::super::error::{InputError, Place};
use super::super::super::moment::Moment;
use super::super::super::refusal::quote;
use super::super::super::told::{Change, Content, Outline, Told, ToldItem};
use super::super::unit::{self, Estimates};
use super::answers::Answers;
use super::estimate::{self, EstimateField};
use super::issue::{FieldChange, Issue};
use super::sprints::{self, Sprint};
use super::states::{States, guess};
use crate::sprint::{Amount, Caveat, ItemState, Progress, Unit};

/// What is looked for in every issue.
struct Search {
    states: States,
    estimate: Option<EstimateField>,
    /// None: all issues count, from their creation.
    sprint: Option<Sprint>,
    /// Whether all issues are the sprint's: it was given, and they were asked for without a word of sprints.
    all_are_in: bool,
}

/// What was found besides the items.
#[derive(Default)]
struct Findings {
    no_history: bool,
    joined_when_created: bool,
    states_guessed: bool,
    cut: usize,
}

pub(super) fn told(answers: &Answers<'_>, options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let sprint = sprint(answers, options)?;
    let is_framed = options.name.is_some() && options.start.is_some() && options.end.is_some();
    if sprint.is_none() && !is_framed && !answers.issues.is_empty() {
        let expected = "issues of a sprint, or the sprint itself beside them";
        return Err(InputError::new(Place::Whole, "issues without a sprint", expected)
            .remedy("--name, --start and --end make one of them all"));
    }
    let search = Search {
        states: States::of(answers, options.done.as_ref()),
        estimate: estimate::field(answers, options)?,
        sprint,
        all_are_in: !answers.sprints.is_empty() && silent_on_sprints(answers),
    };
    let mut findings = Findings::default();
    let mut items = Vec::new();
    for issue in &answers.issues {
        let is_subtask = issue.fields.get("issuetype").and_then(|kind| kind.get("subtask")?.as_bool());
        if is_subtask == Some(true) && options.subtasks != Some(true) {
            continue;
        }
        items.extend(search.item(issue, &mut findings)?);
    }
    if items.is_empty() {
        return Err(no_items(answers, search.sprint.as_ref()));
    }
    let estimates = Estimates {
        unit: search.estimate.map_or(Unit::Items, |field| field.unit()),
        is_named: options.estimate_field.is_some() || answers.names_estimate(),
    };
    let (unit, counted) = unit::choose(&items, &estimates, options);
    let caveats = [
        (findings.no_history, Caveat::NoHistory),
        (findings.joined_when_created, Caveat::JoinedWhenCreated),
        (findings.states_guessed, Caveat::StatesGuessed),
        (findings.cut > 0, Caveat::HistoryCut(findings.cut)),
        (counted.is_some(), Caveat::ItemsCounted),
    ];
    Ok(Told {
        outline: Outline { unit: Some(unit), ..search.sprint.map(outline).unwrap_or_default() },
        content: Content::Items(items),
        caveats: caveats.into_iter().filter(|(is, _)| *is).map(|(_, caveat)| caveat).collect(),
    })
}

fn outline(sprint: Sprint) -> Outline {
    Outline {
        name: Some(sprint.name),
        goal: sprint.goal,
        start: sprint.start.map(Moment::Instant),
        end: sprint.end.map(Moment::Instant),
        closed: sprint.closed.map(Moment::Instant),
        ..Outline::default()
    }
}

/// The sprint of the picture: of those that were given, else of those that the issues name.
fn sprint(answers: &Answers<'_>, options: &ReadOptions) -> Result<Option<Sprint>, Box<InputError>> {
    let mut known = BTreeMap::new();
    for issue in &answers.issues {
        known.extend(issue.sprints.iter().map(|sprint| (sprint.id, sprint.clone())));
    }
    let given: BTreeMap<u64, Sprint> =
        answers.sprints.iter().map(|sprint| (sprint.id, sprint.clone())).collect();
    if options.sprint.is_none() && !given.is_empty() {
        return sprints::chosen(&given, None);
    }
    known.extend(given);
    sprints::chosen(&known, options.sprint.as_deref())
}

/// Whether no issue says anything of sprints: their field was not asked for.
fn silent_on_sprints(answers: &Answers<'_>) -> bool {
    let says = |issue: &Issue<'_>| {
        !issue.sprints.is_empty() || issue.changes.iter().any(|change| change.item.field == "Sprint")
    };
    !answers.issues.iter().any(says) && !answers.names.values().any(|name| name == "Sprint")
}

fn no_items(answers: &Answers<'_>, sprint: Option<&Sprint>) -> Box<InputError> {
    let found = match answers.issues.len() {
        0 => "no issues".to_owned(),
        count => format!("{count} issues, none of them"),
    };
    let expected = match sprint {
        Some(sprint) => format!("issues of the sprint {} ({})", quote(&sprint.name), sprint.id),
        None => "issues, no sub-tasks".to_owned(),
    };
    InputError::new(Place::Whole, found, expected)
        .remedy("get them with /rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names")
}

impl Search {
    /// The issue as an item, where it ever was in the sprint.
    fn item(&self, issue: &Issue<'_>, findings: &mut Findings) -> Result<Option<ToldItem>, Box<InputError>> {
        let mut events = Vec::new();
        let mut before = ItemState::default();
        let joined = self.membership(issue, &mut events)?;
        let Some(joined) = joined else { return Ok(None) };
        if let Joined::AtCreation { known } = joined {
            findings.joined_when_created |= !known;
            match issue.created {
                Some(created) => events.insert(0, (Moment::Instant(created), Change::Joined)),
                None => before.in_sprint = true,
            }
        }
        before.progress = self.progress(issue, &mut events, findings);
        if let Some(field) = &self.estimate {
            before.estimate = estimates(field, issue, &mut events)?;
        }
        findings.no_history |= !issue.has_history;
        findings.cut += usize::from(issue.is_cut);
        let title = issue.fields.get("summary").and_then(|title| title.as_str());
        Ok(Some(ToldItem { key: issue.key.to_owned(), title: title.map(str::to_owned), before, events }))
    }

    /// When it joined and left; `None` where it never was in the sprint.
    fn membership(
        &self,
        issue: &Issue<'_>,
        events: &mut Vec<(Moment, Change)>,
    ) -> Result<Option<Joined>, Box<InputError>> {
        let Some(sprint) = &self.sprint else { return Ok(Some(Joined::AtCreation { known: false })) };
        let id = sprint.id.to_string();
        let is_in = |ids: Option<&str>| ids.unwrap_or_default().split(',').any(|one| one.trim() == id);
        let mut first = None;
        let mut is_member = false;
        for change in issue.changes.iter().filter(|change| change.item.field == "Sprint") {
            let was = is_in(change.item.from);
            first.get_or_insert(was);
            is_member |= was;
            match (was, is_in(change.item.to)) {
                (false, true) => events.push((Moment::Instant(change.at), Change::Joined)),
                (true, false) => events.push((Moment::Instant(change.at), Change::Left)),
                _ => {}
            }
        }
        Ok(match first {
            Some(true) => Some(Joined::AtCreation { known: true }),
            Some(false) if is_member || !events.is_empty() => Some(Joined::Later),
            Some(false) => None,
            None => {
                let member = issue.sprints.iter().any(|member| member.id == sprint.id);
                // Without a change it was created in the sprint.
                let known = member && issue.has_history;
                (member || self.all_are_in).then_some(Joined::AtCreation { known })
            }
        })
    }

    /// The progress at creation; what came later goes to the events.
    fn progress(
        &self,
        issue: &Issue<'_>,
        events: &mut Vec<(Moment, Change)>,
        findings: &mut Findings,
    ) -> Progress {
        let mut meaning = |id: Option<&str>, name: Option<&str>| {
            self.states.progress(id, name).unwrap_or_else(|| {
                findings.states_guessed = true;
                guess(name)
            })
        };
        let mut first = None;
        for change in issue.changes.iter().filter(|change| change.item.field == "status") {
            let was = meaning(change.item.from, change.item.from_string);
            first.get_or_insert(was);
            let is = meaning(change.item.to, change.item.to_string);
            if is != was {
                events.push((Moment::Instant(change.at), Change::Became(is)));
            }
        }
        first.unwrap_or_else(|| {
            let status = issue.field("status");
            let text = |name: &str| status.and_then(|status| status.get(name)?.as_str());
            let today = meaning(text("id"), text("name"));
            match issue.resolved {
                Some(at) if !issue.has_history && today == Progress::Done => {
                    events.push((Moment::Instant(at), Change::Became(Progress::Done)));
                    Progress::Open
                }
                _ => today,
            }
        })
    }
}

/// How an issue came into the sprint.
enum Joined {
    /// In it when it was created, or taken for that (not `known`).
    AtCreation {
        known: bool,
    },
    Later,
}

/// The estimate at creation, walked back from today's; changes go to the events.
fn estimates(
    field: &EstimateField,
    issue: &Issue<'_>,
    events: &mut Vec<(Moment, Change)>,
) -> Result<Option<Amount>, Box<InputError>> {
    let changes: Vec<&FieldChange<'_>> = issue.changes.iter().filter(|change| field.is(change)).collect();
    for change in &changes {
        let after = field.after(issue, change)?;
        events.push((Moment::Instant(change.at), Change::Estimated(after)));
    }
    match changes.first() {
        Some(first) => field.before(issue, first),
        None => field.of(issue),
    }
}
