//! Jira, Cloud and Server: issues with their changelogs, and what lies beside them.

mod answers;
mod estimate;
mod issue;
mod issues;
mod sprints;
mod states;

use serde_json::Value;

use super::super::documents::Document;
use super::super::error::InputError;
use super::super::format::About;
use super::super::told::Told;
use super::super::{Format, ReadOptions};
use super::Tracker;
use answers::{Answers, Kind};

pub(super) const TRACKER: Tracker = Tracker { format: Format::Jira, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    name: "jira",
    reads: &[
        "issues with their changelogs, in one page or many",
        "beside them, in any order: the sprint, the board's configuration, the list of statuses, the list of fields",
    ],
    get: &[
        "/rest/agile/1.0/sprint/SPRINT/issue?expand=changelog,names&maxResults=100",
        "/rest/agile/1.0/sprint/SPRINT",
        "/rest/agile/1.0/board/BOARD/configuration",
        "/rest/api/2/status",
        "/rest/api/2/field",
    ],
    cannot_tell: &[
        "the team's time zone and days off: --time-zone",
        "what is older than the latest 100 changes of an issue: said on the picture",
        "which states are done without the board's configuration: those of the category Done are, or those of --done",
    ],
};

fn recognises(value: &Value) -> bool {
    Kind::of(value).is_some()
}

fn read(documents: &[Document], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let answers = Answers::of(documents)?;
    issues::told(&answers, options)
}
