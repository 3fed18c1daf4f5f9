//! GitHub: issue lists, events, milestones, project boards. A board has no history: boards of several days make one.

mod answer;
mod board;
mod choice;
mod delivery;
mod entry;
mod events;
mod facts;
mod history;
mod reading;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Tracker;
use super::names::{is_estimate, label_estimate};
use super::stamp::rank;
use super::unit::{self, Estimates};
use crate::input::ReadOptions;
use crate::input::documents::Document;
use crate::input::error::{InputError, Place};
use crate::input::format::{About, Format};
use crate::input::moment::Moment;
use crate::input::refusal::quote;
use crate::input::told::{Content, Outline, Told, ToldItem};
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, Unit};
use board::Card;
use choice::Choice;
use facts::{Facts, Issue};
use history::{History, Question};

pub(super) const TRACKER: Tracker = Tracker { format: Format::GitHub, recognises: answer::recognises, read };

pub(in crate::input) const ABOUT: About = About {
    reads: &[
        "issue lists of `gh` or REST, with milestone and labels",
        "project boards: `gh project item-list`, GraphQL's projectV2; those of several days make a history",
        "events: repository events, \"timeline\" inside an issue, GraphQL's timelineItems, webhooks of issues",
        "milestones; rows of issues with their sprint (issue_url, sprint_name, …)",
    ],
    get: &[
        "gh project item-list NUMBER --owner OWNER --format json --limit 1000 > board-$(date -I).json",
        "gh issue list --state all --limit 1000 --json number,title,createdAt,closedAt,stateReason,milestone,labels",
        "gh api --paginate repos/OWNER/NAME/issues/events",
    ],
    cannot_tell: &[
        "a board tells no history: without boards of other days an item counts as joined when it was created",
        "a milestone has no start: give --start",
        "a milestone's due date and an iteration's dates are dates: the time zone is the team's (--tz)",
    ],
};

fn read(documents: &[Document<'_>], options: &ReadOptions) -> Result<Told, Box<InputError>> {
    let Some(document) = documents.first() else { return Err(nothing()) };
    let facts = Facts::of(documents)?;
    let choice = choice::choose(&facts, options, document)?;
    check_estimates(&facts, options, document)?;
    let asked = options.estimate_field.as_deref();
    let estimate =
        |card: Option<&Card>, issue: &Issue| estimate(card, issue, asked).and_then(Amount::from_f64);
    let done = options.done.as_deref();
    let shown = Question::shown(&facts);
    let question = Question { facts: &facts, shown, choice: &choice, done, estimate: &estimate };
    let histories: Vec<History> = keys(&facts).into_iter().filter_map(|key| question.history(key)).collect();
    check_history(&histories, &facts, &choice, document)?;

    let joined = histories.iter().any(|history| history.joined_when_created);
    let items: Vec<ToldItem> = histories.into_iter().map(|history| history.item).collect();
    let estimates = Estimates { unit: Unit::Points, is_named: asked.is_some() };
    let (unit, counted) = unit::choose(&items, &estimates, options);
    let of_today = options.unit.unwrap_or(unit) != Unit::Items && facts.boards.len() < 2;
    let caveats =
        [joined.then_some(Caveat::JoinedWhenCreated), of_today.then_some(Caveat::EstimatesOfToday), counted];
    let caveats = caveats.into_iter().flatten().collect();
    Ok(Told { outline: outline(choice, &facts, unit), content: Content::Items(items), caveats })
}

/// Documents are at least one; that is the caller's part.
fn nothing() -> Box<InputError> {
    InputError::new(Place::Whole, "nothing", "an answer of GitHub")
}

fn keys(facts: &Facts) -> BTreeSet<&str> {
    let cards = facts.boards.iter().flat_map(|board| board.cards.keys());
    facts.issues.keys().chain(cards).map(String::as_str).collect()
}

fn outline(choice: Choice, facts: &Facts, unit: Unit) -> Outline {
    let (name, start, end) = match choice {
        Choice::Iteration(name, first, last) => (Some(name), Some(first), Some(last)),
        Choice::Milestone(name, due) => (Some(name), None, due),
        Choice::All => (None, None, None),
    };
    let taken = facts.taken.map(Moment::Date);
    let answered = taken.into_iter().chain(taken.and(facts.last)).max_by_key(|at| rank(*at));
    Outline {
        name,
        unit: Some(unit),
        start: start.map(Moment::Date),
        end: end.map(Moment::Date),
        answered,
        looked: looked(facts),
        ..Outline::default()
    }
}

/// Without issues that tell when they were created and closed, the boards' days are all there is.
fn looked(facts: &Facts) -> Option<BTreeSet<Date>> {
    facts.last.is_none().then(|| facts.boards.iter().filter_map(|board| board.taken).collect())
}

/// The estimate in a card's field, else in the issue's labels.
fn estimate(card: Option<&Card>, issue: &Issue, asked: Option<&str>) -> Option<f64> {
    let field = card.and_then(|card| card.numbers().find(|(name, _)| is_estimate(name, asked)));
    field
        .map(|(_, number)| number)
        .or_else(|| issue.labels.iter().find_map(|label| label_estimate(label, asked)))
}

/// Refuses an estimate that is none, and a field that is asked for and is nowhere.
fn check_estimates(
    facts: &Facts,
    options: &ReadOptions,
    document: &Document<'_>,
) -> Result<(), Box<InputError>> {
    let asked = options.estimate_field.as_deref();
    let mut found = false;
    let mut numbers = BTreeSet::new();
    let none = Issue::default();
    let cards = facts.boards.iter().flat_map(|board| &board.cards);
    let cards = cards.map(|(key, card)| (key, Some(card), &none));
    for (key, card, issue) in cards.chain(facts.issues.iter().map(|(key, issue)| (key, None, issue))) {
        numbers.extend(card.iter().flat_map(|card| card.numbers()).map(|(name, _)| name));
        let Some(number) = estimate(card, issue, asked) else { continue };
        found = true;
        if !(0.0..=MAX_AMOUNT).contains(&number) {
            let expected = format!("a number from 0 to {MAX_AMOUNT} (MAX_AMOUNT)");
            return Err(document.error("", format!("the estimate {number} of {key}"), expected));
        }
    }
    match asked {
        Some(asked) if !found => {
            let names: Vec<String> = numbers.into_iter().map(quote).collect();
            let expected = match names.as_slice() {
                [] => "a field with numbers, or labels such as \"points: 3\"".to_owned(),
                names => format!("one of the fields with numbers: {}", names.join(", ")),
            };
            Err(document.error("", format!("no field {}", quote(asked)), expected))
        }
        _ => Ok(()),
    }
}

/// Refuses a sprint of which nothing is known but one day.
fn check_history(
    histories: &[History],
    facts: &Facts,
    choice: &Choice,
    document: &Document<'_>,
) -> Result<(), Box<InputError>> {
    let name = match choice {
        Choice::Iteration(name, ..) | Choice::Milestone(name, _) => quote(name),
        Choice::All => "the list".to_owned(),
    };
    let dated = facts.boards.iter().filter(|board| board.taken.is_some()).count();
    if !facts.boards.is_empty() && facts.last.is_none() && dated < 2 {
        let found = format!("a board of one day, which tells no history of {name}");
        return Err(document.error("", found, "when its issues were created and closed, or boards of several days").remedy(
            "add --with issues.json (gh issue list --state all --limit 1000 --json number,createdAt,closedAt), or boards with \
             their days in their files' names",
        ));
    }
    if histories.is_empty() {
        return Err(document.error("", format!("no issue in {name}"), "at least one"));
    }
    Ok(())
}
