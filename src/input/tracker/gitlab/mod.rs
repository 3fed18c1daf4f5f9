//! GitLab: issues with their resource events, or the series of its own burnup chart.

mod entry;
mod issues;
mod series;
mod timebox;

use super::Tracker;
use crate::input::ReadOptions;
use crate::input::documents::{Document, objects};
use crate::input::error::InputError;
use crate::input::format::{About, Format};
use crate::input::told::Told;
use crate::input::value::Value;
use entry::Kind;

pub(super) const TRACKER: Tracker = Tracker { format: Format::GitLab, recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "issues with resource milestone, iteration, state and weight events, in one list or many",
        "beside them, in any order: the milestone or the iteration",
        "GraphQL's report { burnupTimeSeries } of a milestone or an iteration",
    ],
    get: &[
        "/projects/ID/issues?milestone=TITLE&scope=all&per_page=100",
        "/projects/ID/issues/IID/resource_milestone_events",
        "/projects/ID/issues/IID/resource_iteration_events",
        "/projects/ID/issues/IID/resource_state_events",
        "/projects/ID/issues/IID/resource_weight_events",
        "milestone(id: …) { title startDate dueDate report { burnupTimeSeries { date scopeCount scopeWeight completedCount completedWeight } } }",
    ],
    cannot_tell: &[
        "without milestone events an issue counts as joined when it was created",
        "the series has days of UTC and one figure a day: what joined and left on one day is not seen apart",
    ],
};

fn recognises(value: &Value<'_>) -> bool {
    match value {
        Value::List(list) => list
            .first()
            .is_some_and(|first| first.is_list() && recognises(first) || Kind::of(first).is_some()),
        Value::Object(_) => Kind::of(value).is_some() || !objects(value, series::is_report).is_empty(),
        _ => false,
    }
}

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let facts = entry::Facts::of(documents)?;
    if facts.tells_of_issues() {
        return issues::told(&facts, documents, options);
    }
    series::told(documents, &facts, options)
}
