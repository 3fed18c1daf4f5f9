//! One answer after the other → [`Facts`].

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::stamp::{Stamp, date_part, rank};
use super::answer::Answer;
use super::board::{Board, Card, Iteration};
use super::entry::{Entry, Milestone};
use super::events::{events, happening, state, told};
use super::facts::{Facts, Happening, Snapshot, State};
use crate::input::documents::Document;
use crate::input::error::InputError;
use crate::input::moment::Moment;

/// A place in a document, for errors.
pub(super) struct Place<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) path: &'a str,
}

impl Place<'_> {
    pub(super) fn entry(&self, index: usize) -> String {
        format!("{}[{index}]", self.path)
    }

    pub(super) fn error(&self, found: impl Into<String>, expected: &str) -> Box<InputError> {
        self.document.error(self.path, found, expected)
    }
}

/// `owner/name` of all repositories that are named.
fn repositories<'a>(all: impl Iterator<Item = &'a Answer>) -> BTreeSet<String> {
    let entry = |entry: &Entry| {
        let issue = entry.issue.as_deref().and_then(Entry::repository);
        issue.or_else(|| entry.repository())
    };
    let mut names = BTreeSet::new();
    for answer in all {
        match answer {
            Answer::Board(board) => {
                names.extend(board.items.list.iter().filter_map(|card| entry(&card.content)));
            }
            Answer::Entries(entries) => names.extend(entries.iter().filter_map(entry)),
            Answer::Entry(one) => names.extend(entry(one)),
        }
    }
    names
}

/// Facts in the making.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) facts: Facts,
    repositories: BTreeSet<String>,
}

impl Reading {
    /// Nothing yet, but which repositories there are.
    pub(super) fn among<'a>(answers: impl Iterator<Item = &'a Answer>) -> Self {
        Self { repositories: repositories(answers), ..Self::default() }
    }

    /// The number, with its repository where there are several.
    fn key(&self, number: u64, entry: &Entry, place: &Place) -> Result<String, Box<InputError>> {
        if self.repositories.len() < 2 {
            return Ok(format!("#{number}"));
        }
        match entry.repository() {
            Some(repository) => Ok(format!("{repository}#{number}")),
            None => Err(place
                .error(
                    format!("issue {number} without its repository"),
                    "it, since there are issues of several",
                )
                .remedy("gh issue list --json number,url,createdAt,closedAt")),
        }
    }

    pub(super) fn board(
        &mut self,
        board: Board,
        taken: Option<Date>,
        place: &Place,
    ) -> Result<(), Box<InputError>> {
        for iteration in board.iterations() {
            self.iteration(iteration);
        }
        let total = board.total().unwrap_or_default();
        let mut cards = Vec::with_capacity(board.items.list.len());
        for (index, mut card) in board.items.list.into_iter().enumerate() {
            let path = format!("{}items[{index}]", if place.path.is_empty() { "" } else { "." });
            let path = format!("{}{path}", place.path);
            let place = Place { document: place.document, path: &path };
            for iteration in card.iterations() {
                self.iteration(iteration);
            }
            let content = std::mem::take(&mut card.content);
            let key = match content.number {
                Some(number) => self.key(number, &content, &place)?,
                // A draft has no number, and hidden content none that is told.
                None => card.id.clone(),
            };
            card.title = card.title.or_else(|| content.title.clone());
            if content.number.is_some() {
                self.card_issue(&key, content, &card, &place)?;
            }
            cards.push((key, card));
        }
        self.snapshot(taken, total, cards, place)
    }

    fn snapshot(
        &mut self,
        taken: Option<Date>,
        total: usize,
        cards: Vec<(String, Card)>,
        place: &Place,
    ) -> Result<(), Box<InputError>> {
        let boards = &mut self.facts.boards;
        if boards.last().is_none_or(|last| last.taken != taken) {
            boards.push(Snapshot { taken, ..Snapshot::default() });
        }
        let Some(board) = boards.last_mut() else { return Ok(()) };
        board.total = board.total.max(total);
        for (key, card) in cards {
            // An issue may be on two boards, and in the sprint on one of them.
            let is_planned = |card: &Card| card.iterations().next().is_some();
            if board.cards.get(&key).is_some_and(is_planned) && !is_planned(&card) {
                continue;
            }
            let before = board.cards.insert(key.clone(), card);
            if before.as_ref().is_some_and(is_planned) && taken.is_none() {
                let found = format!("{key} a second time");
                return Err(place.error(found, "boards of different days, each with its day").remedy(
                    "put the day into each: jq '. + {taken: \"2023-08-29\"}', or into the names of the files",
                ));
            }
        }
        Ok(())
    }

    fn iteration(&mut self, iteration: &Iteration) {
        self.facts.iterations.insert(iteration.title.clone(), iteration.clone());
    }

    /// What a board says of an issue besides its fields.
    fn card_issue(
        &mut self,
        key: &str,
        content: Entry,
        card: &Card,
        place: &Place,
    ) -> Result<(), Box<InputError>> {
        self.issue(key, content, place)?;
        if let Some(milestone) = &card.milestone {
            self.milestone(milestone);
        }
        let Some(issue) = self.facts.issues.get_mut(key) else { return Ok(()) };
        issue.title = issue.title.take().or_else(|| card.title.clone());
        if let Some(milestone) = &card.milestone {
            issue.milestone = Some(milestone.title.clone());
        }
        if !card.labels.0.is_empty() {
            issue.labels = card.labels.0.iter().map(|label| label.0.clone()).collect();
        }
        Ok(())
    }

    fn milestone(&mut self, milestone: &Milestone) {
        let due = milestone.due.as_deref().and_then(date_part);
        let known = self.facts.milestones.entry(milestone.title.clone()).or_default();
        *known = due.or(*known);
    }

    /// An issue, an event, a milestone or a webhook's payload.
    pub(super) fn entry(&mut self, mut entry: Entry, place: &Place) -> Result<(), Box<InputError>> {
        if let Some(action) = entry.action.take() {
            return self.webhook(&action, entry, place);
        }
        if let Some(name) = entry.event.take() {
            return self.event(&name, entry, place);
        }
        if entry.open_issues.is_some() || entry.issues.is_some() {
            return self.milestone_with_issues(entry, place);
        }
        let Some(number) = entry.number else {
            return Err(
                place.error("an object without \"number\"", "an issue, an event, a milestone or a board")
            );
        };
        let key = self.key(number, &entry, place)?;
        self.issue(&key, entry, place)
    }

    fn milestone_with_issues(&mut self, entry: Entry, place: &Place) -> Result<(), Box<InputError>> {
        let title = entry.title.unwrap_or_default();
        let milestone = Milestone { title: title.clone(), due: entry.due };
        self.milestone(&milestone);
        for (index, mut issue) in entry.issues.unwrap_or_default().nodes.into_iter().enumerate() {
            let path = format!("{}.issues.nodes[{index}]", place.path);
            issue.milestone = issue.milestone.or_else(|| Some(milestone.clone()));
            self.entry(issue, &Place { document: place.document, path: &path })?;
        }
        Ok(())
    }

    fn webhook(&mut self, action: &str, entry: Entry, place: &Place) -> Result<(), Box<InputError>> {
        let milestone = entry.milestone.clone();
        let Some(issue) = entry.issue else {
            return match milestone {
                Some(milestone) => {
                    self.milestone(&milestone);
                    Ok(())
                }
                None => Err(no_field(&entry, place)),
            };
        };
        let Some(number) = issue.number else {
            return Err(place.error("an issue without \"number\"", "its number"));
        };
        let key = self.key(number, &issue, place)?;
        let at = issue.updated;
        let milestone = milestone.or_else(|| issue.milestone.clone());
        // It still says when the issue was closed before.
        let reopened = (action == "reopened").then_some(issue.closed).flatten();
        self.issue(&key, *issue, place)?;
        let closed = reopened.map(|Stamp(at)| (at, Happening::Closed { planned: true }));
        let what = happening(action, milestone.map(|milestone| milestone.title), None);
        let events = closed.into_iter().chain(at.zip(what).map(|(Stamp(at), what)| (at, what)));
        self.happened(&key, events);
        Ok(())
    }

    fn event(&mut self, name: &str, mut entry: Entry, place: &Place) -> Result<(), Box<InputError>> {
        let Some(issue) = entry.issue.take() else {
            return Err(place
                .error("an event that does not say of which issue", "events with their issues")
                .remedy("gh api --paginate repos/OWNER/NAME/issues/events, or the list inside its issue as \"timeline\""));
        };
        let Some(number) = issue.number else {
            return Err(place.error("an issue without \"number\"", "its number"));
        };
        let key = self.key(number, &issue, place)?;
        // What the issue says of itself is of today.
        if !self.facts.issues.contains_key(&key) {
            self.issue(&key, *issue, place)?;
        }
        self.happened(&key, told(name, &entry));
        Ok(())
    }

    fn issue(&mut self, key: &str, entry: Entry, place: &Place) -> Result<(), Box<InputError>> {
        let is_pull_request = entry.is_pull_request();
        let state = state(&entry);
        if let Some(milestone) = &entry.milestone {
            self.milestone(milestone);
        }
        let events = events(&entry, place)?;
        self.saw(entry.created.map(|Stamp(at)| at));
        if let State::Closed { at, .. } = state {
            self.saw(at);
        }
        let issue = self.facts.issues.entry(key.to_owned()).or_default();
        issue.title = entry.title.or_else(|| issue.title.take());
        issue.created = entry.created.map(|Stamp(at)| at).or(issue.created);
        issue.state = if state == State::Unknown { issue.state } else { state };
        issue.milestone = entry.milestone.map(|milestone| milestone.title).or_else(|| issue.milestone.take());
        issue.is_pull_request |= is_pull_request;
        if let Some(labels) = entry.labels {
            issue.labels = labels.0.into_iter().map(|label| label.0).collect();
        }
        self.happened(key, events);
        Ok(())
    }

    fn happened(&mut self, key: &str, events: impl IntoIterator<Item = (Moment, Happening)>) {
        for (at, what) in events {
            self.saw(Some(at));
            if let Happening::Milestoned(title) | Happening::Demilestoned(title) = &what {
                self.facts.milestones.entry(title.clone()).or_default();
            }
            if let Some(issue) = self.facts.issues.get_mut(key) {
                issue.events.push((at, what));
            }
        }
    }

    fn saw(&mut self, at: Option<Moment>) {
        let Some(at) = at else { return };
        if self.facts.last.is_none_or(|last| rank(last) < rank(at)) {
            self.facts.last = Some(at);
        }
    }
}

fn no_field(entry: &Entry, place: &Place) -> Box<InputError> {
    let found = match entry.projects_v2_item {
        Some(_) => "a webhook of a board's item, which does not say what its fields held or hold",
        None => "a webhook without issue or milestone",
    };
    place
        .error(found, "webhooks of \"issues\", or the board itself")
        .remedy("gh project item-list NUMBER --owner OWNER --format json --limit 1000, once a day")
}
