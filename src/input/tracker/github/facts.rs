//! What all documents together say of issues, boards and milestones.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::answer::{Answer, Dated, answers};
use super::board::{Card, Iteration};
use super::reading::{Place, Reading};
use crate::input::documents::Document;
use crate::input::error::InputError;
use crate::input::moment::Moment;

/// All that is known.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// By key.
    pub(super) issues: BTreeMap<String, Issue>,
    /// Boards by the day on which they were read; one of an unknown day comes last.
    pub(super) boards: Vec<Snapshot>,
    /// Iterations of the boards by title.
    pub(super) iterations: BTreeMap<String, Iteration>,
    /// Milestones by title, with their due dates.
    pub(super) milestones: BTreeMap<String, Option<Date>>,
    /// The day on which the last document was read, where that is known.
    pub(super) taken: Option<Date>,
    /// The last instant that any document tells of.
    pub(super) last: Option<Moment>,
}

/// An issue, as of the last document that has it.
#[derive(Debug, Default)]
pub(super) struct Issue {
    pub(super) title: Option<String>,
    pub(super) created: Option<Moment>,
    pub(super) state: State,
    pub(super) milestone: Option<String>,
    pub(super) labels: Vec<String>,
    pub(super) is_pull_request: bool,
    pub(super) events: Vec<(Moment, Happening)>,
}

/// Whether an issue is closed, as far as that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum State {
    #[default]
    Unknown,
    Open,
    /// Closed; when is not always known.
    Closed {
        at: Option<Moment>,
        planned: bool,
    },
}

/// What happened to an issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Happening {
    Milestoned(String),
    Demilestoned(String),
    /// As done, or as not planned.
    Closed {
        planned: bool,
    },
    Reopened,
}

/// A board on a day.
#[derive(Debug, Default)]
pub(super) struct Snapshot {
    pub(super) taken: Option<Date>,
    /// By key.
    pub(super) cards: BTreeMap<String, Card>,
    pub(super) total: usize,
}

impl Facts {
    pub(super) fn of(documents: &[Document<'_>]) -> Result<Self, Box<InputError>> {
        let mut all = Vec::new();
        for document in documents {
            for answer in answers(document)? {
                all.push((document, answer));
            }
        }
        // What was read later is what counts; a document without a day is taken for today's.
        all.sort_by_key(|(_, answer)| (answer.taken.is_none(), answer.taken));
        let mut reading = Reading::among(all.iter().map(|(_, dated)| &dated.answer));
        for (document, Dated { taken, path, answer }) in all {
            reading.facts.taken = reading.facts.taken.max(taken);
            let place = Place { document, path: &path };
            match answer {
                Answer::Board(board) => reading.board(board, taken, &place)?,
                Answer::Entries(entries) => {
                    for (index, entry) in entries.into_iter().enumerate() {
                        let path = place.entry(index);
                        reading.entry(entry, &Place { document, path: &path })?;
                    }
                }
                Answer::Entry(entry) => reading.entry(*entry, &place)?,
            }
        }
        reading.facts.complete(documents)
    }

    /// Refuses boards of which only the first part is there.
    fn complete(self, documents: &[Document<'_>]) -> Result<Self, Box<InputError>> {
        let short = self.boards.iter().find(|board| board.cards.len() < board.total);
        match (short, documents.first()) {
            (Some(board), Some(document)) => {
                let found = format!("{} of the board's {} items", board.cards.len(), board.total);
                let remedy = format!("gh project item-list --limit {}; GraphQL: all pages", board.total);
                Err(document.error("", found, "all of them").remedy(remedy))
            }
            _ => Ok(self),
        }
    }
}
