//! The sprint of a board's iterations and of milestones.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::json_moment::leading_date;
use super::super::sprint_candidate::{self, Preference, SprintCandidate, parallel_sprints, shown_day};
use super::github_data::GitHubData;
use super::project_board::Iteration;
use crate::input::ReadOptions;
use crate::input::error::InputError;
use crate::input::error_text::quote;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// The chosen sprint.
#[derive(Debug, PartialEq)]
pub(super) enum SprintChoice {
    /// An iteration of a board.
    Iteration(IterationDates),
    /// A milestone, by title, with its due date.
    Milestone(String, Option<Date>),
    /// All issues of the input: nothing tells sprints apart, and the caller gives the dates.
    All,
}

/// An iteration's title and days.
#[derive(Debug, PartialEq)]
pub(super) struct IterationDates {
    pub(super) title: String,
    pub(super) first: Date,
    pub(super) last: Date,
    /// The caveat that it was chosen among several iterations of the shown day.
    pub(super) parallel: Option<Caveat>,
}

const REMEDY: &str = "choose with --sprint (sprint, among the options)";

/// Chooses the requested iteration or milestone, else the current or latest iteration, else the only milestone.
pub(super) fn choose_sprint(
    data: &GitHubData,
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<SprintChoice, Box<InputError>> {
    let mut iterations = data
        .iterations
        .values()
        .map(|iteration| iteration_dates(iteration, document))
        .collect::<Result<Vec<_>, _>>()?;
    iterations.sort_by(|a, b| (a.first, &a.title).cmp(&(b.first, &b.title)));
    if let Some(requested) = &options.sprint {
        return choose_by_name(requested, iterations, data, document);
    }
    if let Some(choice) = choose_iteration(iterations, options) {
        return Ok(choice);
    }
    let mut milestones = data.milestones.iter();
    match (milestones.next(), milestones.next()) {
        (Some((title, due)), None) => Ok(SprintChoice::Milestone(title.clone(), *due)),
        (None, _) if options.start.is_some() && options.end.is_some() => Ok(SprintChoice::All),
        (None, _) => Err(document
            .error_at("", "issues without iteration or milestone", "what says which of them are in the sprint")
            .with_remedy(
                "add the board (gh project item-list NUMBER --owner OWNER --format json --limit 1000), or ask for \
                 milestones (gh issue list --json …,milestone); or give --name, --start and --end for all of the issues",
            )),
        _ => {
            let found = format!("the milestones {}", format_names(data.milestones.keys()));
            Err(document.error_at("", found, "one of them").with_remedy(REMEDY))
        }
    }
}

fn iteration_dates(
    iteration: &Iteration,
    document: &TrackerDocument<'_>,
) -> Result<IterationDates, Box<InputError>> {
    /// No iteration is longer; a larger number is a mistake, and arithmetic with it would overflow.
    const MAX_DURATION: f64 = 3_660.0;
    let found = || format!("the iteration {} from {}", quote(&iteration.title), quote(&iteration.start));
    let Some(first) = leading_date(&iteration.start) else {
        return Err(document.error_at("", found(), "a start date (2023-08-23)"));
    };
    if !(1.0..=MAX_DURATION).contains(&iteration.duration) {
        let found = format!("{} for {} days", found(), iteration.duration);
        return Err(document.error_at("", found, "a duration of 1 to 3660 days"));
    }
    let last = first.saturating_add((iteration.duration as i64 - 1).days());
    Ok(IterationDates { title: iteration.title.clone(), first, last, parallel: None })
}

fn choose_by_name(
    requested: &str,
    mut iterations: Vec<IterationDates>,
    data: &GitHubData,
    document: &TrackerDocument<'_>,
) -> Result<SprintChoice, Box<InputError>> {
    let candidate =
        |title: &str| SprintCandidate { name: Some(title.trim().to_owned()), ..SprintCandidate::default() };
    let find = |candidates: Vec<SprintCandidate>| {
        sprint_candidate::choose_sprint(&candidates, Some(requested), Preference::Earliest)
    };
    if let Some(index) = find(iterations.iter().map(|dates| candidate(&dates.title)).collect()) {
        return Ok(SprintChoice::Iteration(iterations.swap_remove(index)));
    }
    let index = find(data.milestones.keys().map(|title| candidate(title)).collect());
    if let Some((title, due)) = index.and_then(|index| data.milestones.iter().nth(index)) {
        return Ok(SprintChoice::Milestone(title.clone(), *due));
    }
    let known: Vec<&String> =
        iterations.iter().map(|dates| &dates.title).chain(data.milestones.keys()).collect();
    let expected = match known.as_slice() {
        [] => "a board with iterations, or issues with milestones".to_owned(),
        known => format!("one of {}", format_names(known.iter().copied())),
    };
    Err(document.error_at("", format!("no sprint {}", quote(requested)), expected))
}

/// Chooses the iteration of the shown day, else the latest.
fn choose_iteration(mut iterations: Vec<IterationDates>, options: &ReadOptions) -> Option<SprintChoice> {
    let shown_day = shown_day(options);
    let candidate = |dates: &IterationDates| SprintCandidate {
        is_current: shown_day.is_some_and(|day| dates.first <= day && day <= dates.last),
        has_begun: true,
        ..SprintCandidate::default()
    };
    let candidates: Vec<SprintCandidate> = iterations.iter().map(candidate).collect();
    let index = sprint_candidate::choose_sprint(&candidates, None, Preference::Earliest)?;
    let parallel = parallel_sprints(&candidates, None);
    Some(SprintChoice::Iteration(IterationDates { parallel, ..iterations.swap_remove(index) }))
}

/// The first few names, quoted.
fn format_names<'a>(names: impl Iterator<Item = &'a String>) -> String {
    const SHOWN: usize = 12;
    let names: Vec<String> = names.map(|name| quote(name)).collect();
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    format!("{}{more}", names.get(..SHOWN).unwrap_or(&names).join(", "))
}
