//! Jira, Cloud and Server: issues with their changelogs, and what lies beside them.

mod answers;
mod burndown;
mod dates;
mod estimate;
mod issue;
mod issues;
mod report;
mod sprints;
mod states;
pub(super) mod table;
mod velocity;
mod work;

use super::super::documents::Document;
use super::super::error::InputError;
use super::super::format::About;
use super::super::told::Told;
use super::super::value::Value;
use super::super::{Format, ReadOptions};
use super::Tracker;
use crate::sprint::Past;
use answers::{Answers, Kind};

/// A field that the velocity report has and nothing else.
pub(super) const PAST_MARK: &str = velocity::ENTRIES;

pub(super) const TRACKER: Tracker = Tracker { format: Format::Jira, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "issues with their changelogs, in one page or many;",
        "beside them, in any order: the sprint, the board's configuration, the list of statuses, the list of fields",
        "Jira's own burndown, and beside it the sprint for its name (or --name)",
        "the sprint report: start and end alone",
        "the CSV of the issue search (--start, --end)",
        "the velocity report: alone with --kind velocity, or as --history",
    ],
    get: &[
        "/rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names&maxResults=100",
        "/rest/agile/1.0/sprint/SPRINT",
        "/rest/agile/1.0/board/BOARD/configuration",
        "/rest/api/2/status",
        "/rest/api/2/field",
        "/rest/greenhopper/1.0/rapid/charts/scopechangeburndownchart.json?rapidViewId=BOARD&sprintId=SPRINT",
        "/rest/greenhopper/1.0/rapid/charts/sprintreport?rapidViewId=BOARD&sprintId=SPRINT",
        "/rest/greenhopper/1.0/rapid/charts/velocity?rapidViewId=BOARD",
    ],
    cannot_tell: &[
        "the team's time zone and days off (the burndown has them): --time-zone",
        "what is older than the latest 100 changes of an issue: said on the picture",
        "which states are done without the board's configuration: those of the category Done are, or those of --done",
        "in the burndown of remaining time, what was logged: it is drawn as re-estimated",
        "from a CSV, when issues joined or were re-estimated: they count from their creation, with today's estimate",
    ],
};

fn recognises(value: &Value<'_>) -> bool {
    Kind::of(value).is_some()
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let answers = Answers::of(documents)?;
    match (answers.burndown, answers.report) {
        (Some(burndown), _) => burndown::told(burndown, &answers.sprints, options),
        (None, Some(report)) => report::told(report, options),
        (None, None) => issues::told(&answers, options),
    }
}

/// The past sprints of a velocity report, where that is what the document is.
pub(super) fn past(
    document: &Document<'_>,
    options: &ReadOptions,
) -> Option<Result<Vec<Past>, Box<InputError>>> {
    velocity::is(&document.value).then(|| velocity::past(document, options))
}
