//! Jira, Cloud and Server: issues with their changelogs, and the other responses that complete them.

mod burndown_chart;
mod changelog;
mod dates;
mod estimate_choice;
mod estimate_field;
mod estimate_fields;
mod inherited_events;
mod issue;
mod issue_reader;
mod jira_sprint;
mod json_path;
mod membership;
mod read_findings;
mod responses;
pub(super) mod sprint_field;
mod sprint_report;
mod status_map;
mod time_field;
mod velocity_report;
mod work_rates;

use super::known_states::KnownStates;
use super::reader::TrackerReader;
use crate::input::error::InputError;
use crate::input::format::FormatInfo;
use crate::input::json_value::JsonValue;
use crate::input::tracker_data::TrackerData;
use crate::input::tracker_documents::TrackerDocument;
use crate::input::{Format, ReadOptions};
use crate::sprint::PastSprint;
use responses::{JiraResponses, ResponseKind};

/// A field that only the velocity report has.
pub(super) const VELOCITY_MARKER: &str = velocity_report::VELOCITY_ENTRIES;

pub(super) const TRACKER: TrackerReader = TrackerReader { format: Format::Jira, is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "issues with their changelogs, in one page or many;",
        "beside them, in any order: bulk changelogs, which are whole where those of the issues are cut;",
        "beside them, in any order: the sprint, the board's configuration, the list of statuses, the list of fields",
        "points, or where nobody has any, the remaining hours (timeestimate, timetracking);",
        "Jira's own burndown, and beside it the sprint for its name (or --name)",
        "the sprint report: start and end alone",
        "the CSV of the issue search (--start, --end)",
        "the velocity report: alone with --kind velocity, or as --history",
    ],
    how_to_get: &[
        "/rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names&maxResults=100 (and &startAt=100, 200, … up to \"total\")",
        "/rest/api/3/changelog/bulkfetch (Cloud: POST {\"issueIdsOrKeys\": [\"KEY-1\", …], \"maxResults\": 10000}, and again with \"nextPageToken\" until there is none)",
        "/rest/agile/1.0/sprint/SPRINT",
        "/rest/agile/1.0/board/BOARD/configuration",
        "/rest/api/2/status",
        "/rest/api/2/field",
        "/rest/greenhopper/1.0/rapid/charts/scopechangeburndownchart.json?rapidViewId=BOARD&sprintId=SPRINT",
        "/rest/greenhopper/1.0/rapid/charts/sprintreport?rapidViewId=BOARD&sprintId=SPRINT",
        "/rest/greenhopper/1.0/rapid/charts/velocity?rapidViewId=BOARD",
    ],
    missing_data: &[
        "the team's time zone, working days and days off (the burndown has them): --time-zone, --working-days, --holidays",
        "what is older than the latest 40 or 100 changes of an issue, which is what Jira Cloud gives: said on the picture; bulk changelogs have it",
        "without changelogs, when an issue was done: statuscategorychangedate, resolutiondate or updated tells it, and the picture says so",
        "which states are done without the board's configuration: those of the category Done are, or those of --done",
        "from a CSV, when issues joined or were re-estimated: they count from their creation, with today's estimate",
    ],
};

fn is_response(value: &JsonValue<'_>) -> bool {
    ResponseKind::detect(value).is_some()
}

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let responses = JiraResponses::from_documents(documents)?;
    match (responses.burndown, responses.report) {
        (Some(burndown), _) => {
            KnownStates::default().check_done_names(options)?;
            burndown_chart::read_burndown_chart(burndown, &responses.sprints, options)
        }
        (None, Some(report)) => {
            KnownStates::default().check_done_names(options)?;
            sprint_report::read_sprint_report(report, options)
        }
        (None, None) => issue_reader::read_issues(&responses, options),
    }
}

/// Reads the past sprints of a velocity report; `None` if the document is no such report.
pub(super) fn read_past_sprints(
    document: &TrackerDocument<'_>,
    options: &ReadOptions,
) -> Option<Result<Vec<PastSprint>, Box<InputError>>> {
    velocity_report::is_velocity_report(&document.value)
        .then(|| velocity_report::read_past_sprints(document, options))
}
