//! The sprint among those of a board or a team: the one that runs, or by its name.

use jiff::civil::Date;

use super::fetch_error::FetchError;
use super::session::Session;

/// The time of a sprint, seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SprintPhase {
    Over,
    Running,
    Ahead,
}

impl SprintPhase {
    /// The phase of a sprint from its first to its last day. One without days is neither running nor ahead.
    pub(crate) fn on_day(today: Date, first: Option<Date>, last: Option<Date>) -> Self {
        match (first, last) {
            (Some(first), _) if today < first => Self::Ahead,
            (Some(_), Some(last)) if today <= last => Self::Running,
            _ => Self::Over,
        }
    }
}

/// A sprint that may be chosen.
#[derive(Clone, Debug)]
pub(crate) struct KnownSprint {
    pub(crate) name: String,
    /// The number or id that an argument may give instead.
    pub(crate) id: String,
    pub(crate) start: Option<Date>,
    pub(crate) phase: SprintPhase,
}

/// The words of a choice.
pub(crate) struct SprintRequest<'a> {
    /// The argument, such as `sprint`.
    pub(crate) field: &'static str,
    /// The value of the argument.
    pub(crate) wanted: &'a str,
    /// The value that means the one that runs, such as `current`.
    pub(crate) running: &'static str,
    /// The board or team in words, such as `board 2`.
    pub(crate) place: String,
}

impl SprintRequest<'_> {
    /// True if the sprint that runs is wanted.
    pub(crate) fn wants_running(&self) -> bool {
        self.wanted.eq_ignore_ascii_case(self.running)
    }
}

/// Chooses a sprint and returns its index. Of several that run it is the one that began last, which is said.
///
/// # Errors
/// There is no such sprint: the error has the nearest names, or says when the next sprint starts.
pub(crate) fn choose_sprint(
    sprints: &[KnownSprint],
    request: &SprintRequest<'_>,
    session: &mut Session<'_>,
) -> Result<usize, FetchError> {
    if !request.wants_running() {
        let is_same = |sprint: &KnownSprint| sprint.name == request.wanted || sprint.id == request.wanted;
        let is_alike =
            |sprint: &KnownSprint| sprint.name.trim().to_lowercase() == request.wanted.trim().to_lowercase();
        let index = sprints.iter().position(is_same).or_else(|| sprints.iter().position(is_alike));
        return index.ok_or_else(|| {
            let names: Vec<String> = sprints.iter().map(|sprint| sprint.name.clone()).collect();
            FetchError::unknown_name(request.field, request.wanted, &names)
        });
    }
    let mut running: Vec<(usize, &KnownSprint)> =
        sprints.iter().enumerate().filter(|(_, sprint)| sprint.phase == SprintPhase::Running).collect();
    running.sort_by_key(|(_, sprint)| sprint.start);
    let Some((index, sprint)) = running.pop() else { return Err(no_running_sprint(sprints, request)) };
    if !running.is_empty() {
        let others: Vec<String> = running.iter().map(|(_, sprint)| format!("\"{}\"", sprint.name)).collect();
        session.add_note(format!(
            "several {0}s are {1}; took \"{2}\", which began last, not {3}: --{0} NAME takes another",
            request.field,
            request.running,
            sprint.name,
            others.join(", ")
        ));
    }
    Ok(index)
}

fn no_running_sprint(sprints: &[KnownSprint], request: &SprintRequest<'_>) -> FetchError {
    let ahead = sprints.iter().filter(|sprint| sprint.phase == SprintPhase::Ahead);
    let next = ahead.filter_map(|sprint| Some((sprint.start?, sprint))).min_by_key(|(start, _)| *start);
    let remedy = match next {
        Some((start, next)) => format!("the next one, \"{}\", starts on {start}", next.name),
        None => format!("start one, or name a closed one: --{} NAME", request.field),
    };
    FetchError::NotFound {
        field: request.field,
        found: format!("{} has no {} {}", request.place, request.running, request.field),
        remedy: Some(remedy),
    }
}

/// Returns the date that a text begins with.
pub(crate) fn leading_date(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}
