//! Which sprint of those that a board or milestones know.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::super::stamp::{date_of, date_part};
use super::board::Iteration;
use super::facts::Facts;
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::refusal::quote;

/// A sprint.
#[derive(Debug, PartialEq)]
pub(super) enum Choice {
    /// An iteration of a board, by title, with its first and its last day.
    Iteration(String, Date, Date),
    /// A milestone, by title, with its due date.
    Milestone(String, Option<Date>),
    /// All issues there are: nothing says more, and the caller has given the dates.
    All,
}

const REMEDY: &str = "choose with --sprint (sprint, among the options)";

pub(super) fn choose(
    facts: &Facts,
    options: &ReadOptions,
    document: &Document<'_>,
) -> Result<Choice, Box<InputError>> {
    let mut iterations = facts
        .iterations
        .values()
        .map(|iteration| dates(iteration, document))
        .collect::<Result<Vec<_>, _>>()?;
    iterations.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    if let Some(asked) = &options.sprint {
        return named(asked, iterations, facts, document);
    }
    if let Some((title, first, last)) = current(iterations, options) {
        return Ok(Choice::Iteration(title, first, last));
    }
    let mut milestones = facts.milestones.iter();
    match (milestones.next(), milestones.next()) {
        (Some((title, due)), None) => Ok(Choice::Milestone(title.clone(), *due)),
        (None, _) if options.start.is_some() && options.end.is_some() => Ok(Choice::All),
        (None, _) => Err(document
            .error("", "issues without iteration or milestone", "what says which of them are in the sprint")
            .remedy(
                "add the board (gh project item-list NUMBER --owner OWNER --format json --limit 1000), or ask for \
                 milestones (gh issue list --json …,milestone); or give --name, --start and --end for all of the issues",
            )),
        _ => {
            let found = format!("the milestones {}", list(facts.milestones.keys()));
            Err(document.error("", found, "one of them").remedy(REMEDY))
        }
    }
}

/// Title, first and last day.
type Dates = (String, Date, Date);

fn dates(iteration: &Iteration, document: &Document<'_>) -> Result<Dates, Box<InputError>> {
    /// No iteration is longer; a number over it is a mistake, and arithmetic with it overflows.
    const MAX_DURATION: f64 = 3_660.0;
    let found = || format!("the iteration {} from {}", quote(&iteration.title), quote(&iteration.start));
    let Some(first) = date_part(&iteration.start) else {
        return Err(document.error("", found(), "a start date (2023-08-23)"));
    };
    if !(1.0..=MAX_DURATION).contains(&iteration.duration) {
        let found = format!("{} for {} days", found(), iteration.duration);
        return Err(document.error("", found, "a duration of 1 to 3660 days"));
    }
    let last = first.saturating_add((iteration.duration as i64 - 1).days());
    Ok((iteration.title.clone(), first, last))
}

fn named(
    asked: &str,
    iterations: Vec<Dates>,
    facts: &Facts,
    document: &Document<'_>,
) -> Result<Choice, Box<InputError>> {
    let is = |title: &str| title.trim().to_lowercase() == asked.trim().to_lowercase();
    let known: Vec<String> =
        iterations.iter().map(|(title, ..)| title.clone()).chain(facts.milestones.keys().cloned()).collect();
    if let Some((title, first, last)) = iterations.into_iter().find(|(title, ..)| is(title)) {
        return Ok(Choice::Iteration(title, first, last));
    }
    match facts.milestones.iter().find(|(title, _)| is(title)) {
        Some((title, due)) => Ok(Choice::Milestone(title.clone(), *due)),
        None => {
            let expected = match known.as_slice() {
                [] => "a board with iterations, or issues with milestones".to_owned(),
                known => format!("one of {}", list(known.iter())),
            };
            Err(document.error("", format!("no sprint {}", quote(asked)), expected))
        }
    }
}

/// The iteration of the day the picture tells of, else the latest.
fn current(mut iterations: Vec<Dates>, options: &ReadOptions) -> Option<Dates> {
    let now = |now: Timestamp| date_of(Moment::Instant(now));
    let today = options.as_of.map(date_of).or(options.now.map(now));
    let is_now = |dates: &Dates| today.is_some_and(|today| dates.1 <= today && today <= dates.2);
    match iterations.iter().position(is_now) {
        Some(index) => Some(iterations.swap_remove(index)),
        None => iterations.pop(),
    }
}

/// The first few names, quoted.
fn list<'a>(names: impl Iterator<Item = &'a String>) -> String {
    const SHOWN: usize = 12;
    let names: Vec<String> = names.map(|name| quote(name)).collect();
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    format!("{}{more}", names.get(..SHOWN).unwrap_or(&names).join(", "))
}
