//! The reader of all responses, one after the other, into [`GitHubData`].

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::json_moment::{JsonMoment, leading_date, sort_instant};
use super::github_data::{BoardSnapshot, GitHubData, IssueEvent, IssueState};
use super::github_entry::{Entry, Milestone, MilestoneField};
use super::issue_events::{embedded_events, event_from_name, issue_state, parse_event};
use super::project_board::{Board, Card, Iteration};
use super::response::{DatedResponse, DocumentPart, GitHubResponse, read_responses};
use crate::input::error::InputError;
use crate::input::moment::Moment;
use crate::input::tracker_documents::TrackerDocument;

/// Reads all documents, the earliest first: later ones overrule them, and a document without a day counts as today's.
pub(super) fn read_documents(documents: &[TrackerDocument<'_>]) -> Result<GitHubData, Box<InputError>> {
    let mut all = Vec::new();
    for document in documents {
        for response in read_responses(document)? {
            all.push((document, response));
        }
    }
    all.sort_by_key(|(_, response)| (response.snapshot_date.is_none(), response.snapshot_date));
    let mut builder = GitHubDataBuilder::with_repositories(all.iter().map(|(_, dated)| &dated.response));
    for (document, dated) in all {
        builder.add_response(document, dated)?;
    }
    Ok(builder.data)
}

/// `owner/name` of all repositories that the responses name.
fn repository_names<'a>(all: impl Iterator<Item = &'a GitHubResponse>) -> BTreeSet<String> {
    let entry = |entry: &Entry| {
        let issue = entry.issue.as_deref().and_then(Entry::repository_name);
        issue.or_else(|| entry.repository_name())
    };
    let mut names = BTreeSet::new();
    for response in all {
        match response {
            GitHubResponse::Board(board) => {
                names.extend(board.items.list.iter().filter_map(|card| entry(&card.content)));
            }
            GitHubResponse::Entries(entries) => names.extend(entries.iter().filter_map(entry)),
            GitHubResponse::Entry(one) => names.extend(entry(one)),
        }
    }
    names
}

/// The builder of [`GitHubData`].
#[derive(Default)]
struct GitHubDataBuilder {
    data: GitHubData,
    repository_names: BTreeSet<String>,
}

impl GitHubDataBuilder {
    /// Creates an empty builder that knows the repositories of all responses.
    fn with_repositories<'a>(responses: impl Iterator<Item = &'a GitHubResponse>) -> Self {
        Self { repository_names: repository_names(responses), ..Self::default() }
    }

    fn add_response(
        &mut self,
        document: &TrackerDocument<'_>,
        dated: DatedResponse,
    ) -> Result<(), Box<InputError>> {
        let DatedResponse { snapshot_date, path, response } = dated;
        self.data.last_snapshot_date = self.data.last_snapshot_date.max(snapshot_date);
        let part = DocumentPart { document, path: &path };
        match response {
            GitHubResponse::Board(board) => self.add_board(board, snapshot_date, &part)?,
            GitHubResponse::Entries(entries) => {
                for (index, entry) in entries.into_iter().enumerate() {
                    let path = part.entry_path(index);
                    self.add_entry(entry, &DocumentPart { document, path: &path })?;
                }
            }
            GitHubResponse::Entry(entry) => self.add_entry(*entry, &part)?,
        }
        Ok(())
    }

    /// The key of an issue: its number, with its repository if there are several.
    fn issue_key(&self, number: u64, entry: &Entry, part: &DocumentPart) -> Result<String, Box<InputError>> {
        if self.repository_names.len() < 2 {
            return Ok(format!("#{number}"));
        }
        match entry.repository_name() {
            Some(repository) => Ok(format!("{repository}#{number}")),
            None => Err(part
                .error_at(
                    format!("issue {number} without its repository"),
                    "it, since there are issues of several",
                )
                .with_remedy("gh issue list --json number,url,createdAt,closedAt")),
        }
    }

    fn add_board(
        &mut self,
        board: Board,
        snapshot_date: Option<Date>,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        for iteration in board.iterations() {
            self.add_iteration(iteration);
        }
        self.data.board_refs.extend(Some(board.board_ref()).filter(|board| !board.is_empty()));
        let mut cards = Vec::with_capacity(board.items.list.len());
        for (index, mut card) in board.items.list.into_iter().enumerate() {
            let path = format!("{}items[{index}]", if part.path.is_empty() { "" } else { "." });
            let path = format!("{}{path}", part.path);
            let part = DocumentPart { document: part.document, path: &path };
            for iteration in card.iterations() {
                self.add_iteration(iteration);
            }
            let content = std::mem::take(&mut card.content);
            let key = match content.number {
                Some(number) => self.issue_key(number, &content, &part)?,
                // A draft has no number, and hidden content does not show it.
                None => card.id.clone(),
            };
            card.title = card.title.or_else(|| content.title.clone());
            if content.number.is_some() {
                self.add_card_issue(&key, content, &card, &part)?;
            }
            cards.push((key, card));
        }
        self.add_snapshot(snapshot_date, cards, part)
    }

    fn add_snapshot(
        &mut self,
        snapshot_date: Option<Date>,
        cards: Vec<(String, Card)>,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        let boards = &mut self.data.boards;
        if boards.last().is_none_or(|last| last.snapshot_date != snapshot_date) {
            boards.push(BoardSnapshot { snapshot_date, ..BoardSnapshot::default() });
        }
        let Some(board) = boards.last_mut() else { return Ok(()) };
        for (key, card) in cards {
            // An issue may be on two boards, and have an iteration on only one of them.
            let is_planned = |card: &Card| card.iterations().next().is_some();
            if board.cards.get(&key).is_some_and(is_planned) && !is_planned(&card) {
                continue;
            }
            let before = board.cards.insert(key.clone(), card);
            if before.as_ref().is_some_and(is_planned) && snapshot_date.is_none() {
                let found = format!("{key} a second time");
                return Err(part.error_at(found, "boards of different days, each with its day").with_remedy(
                    "put the day into each: jq '. + {taken: \"2023-08-29\"}', or into the names of the files",
                ));
            }
        }
        Ok(())
    }

    fn add_iteration(&mut self, iteration: &Iteration) {
        self.data.iterations.insert(iteration.title.clone(), iteration.clone());
    }

    /// Adds the issue of a card, with the fields that only the board has.
    fn add_card_issue(
        &mut self,
        key: &str,
        content: Entry,
        card: &Card,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        self.add_issue(key, content, part)?;
        if let Some(milestone) = &card.milestone {
            self.add_milestone(milestone);
        }
        let Some(issue) = self.data.issues.get_mut(key) else { return Ok(()) };
        issue.title = issue.title.take().or_else(|| card.title.clone());
        if let Some(milestone) = &card.milestone {
            issue.milestone = Some(Some(milestone.title.clone()));
        }
        if !card.labels.0.is_empty() {
            issue.labels = Some(card.labels.0.iter().map(|label| label.0.clone()).collect());
        }
        Ok(())
    }

    fn add_milestone(&mut self, milestone: &Milestone) {
        let due = milestone.due.as_deref().and_then(leading_date);
        let known = self.data.milestones.entry(milestone.title.clone()).or_default();
        *known = due.or(*known);
    }

    /// Adds an issue, an event, a milestone or the payload of a webhook.
    fn add_entry(&mut self, mut entry: Entry, part: &DocumentPart) -> Result<(), Box<InputError>> {
        if let Some(action) = entry.action.take() {
            return self.add_webhook(&action, entry, part);
        }
        if let Some(name) = entry.event.take() {
            return self.add_event(&name, entry, part);
        }
        if entry.open_issues.is_some() || entry.issues.is_some() {
            return self.add_milestone_with_issues(entry, part);
        }
        let Some(number) = entry.number else {
            return Err(
                part.error_at("an object without \"number\"", "an issue, an event, a milestone or a board")
            );
        };
        let key = self.issue_key(number, &entry, part)?;
        self.add_issue(&key, entry, part)
    }

    fn add_milestone_with_issues(
        &mut self,
        entry: Entry,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        let title = entry.title.unwrap_or_default();
        let milestone = Milestone { title: title.clone(), due: entry.due };
        self.add_milestone(&milestone);
        for (index, mut issue) in entry.issues.unwrap_or_default().nodes.into_iter().enumerate() {
            let path = format!("{}.issues.nodes[{index}]", part.path);
            if issue.milestone.given().is_none() {
                issue.milestone = MilestoneField::Given(milestone.clone());
            }
            self.add_entry(issue, &DocumentPart { document: part.document, path: &path })?;
        }
        Ok(())
    }

    fn add_webhook(
        &mut self,
        action: &str,
        entry: Entry,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        let milestone = entry.milestone.given().cloned();
        let Some(issue) = entry.issue else {
            return match milestone {
                Some(milestone) => {
                    self.add_milestone(&milestone);
                    Ok(())
                }
                None => Err(unsupported_webhook_error(&entry, part)),
            };
        };
        let Some(number) = issue.number else {
            return Err(part.error_at("an issue without \"number\"", "its number"));
        };
        let key = self.issue_key(number, &issue, part)?;
        let at = issue.updated;
        let milestone = milestone.or_else(|| issue.milestone.given().cloned());
        // The payload of `reopened` still has the time of the earlier close.
        let reopened = (action == "reopened").then_some(issue.closed).flatten();
        self.add_issue(&key, *issue, part)?;
        let closed = reopened.map(|JsonMoment(at)| (at, IssueEvent::Closed { is_planned: true }));
        let event = event_from_name(action, milestone.map(|milestone| milestone.title), &Entry::default());
        let events = closed.into_iter().chain(at.zip(event).map(|(JsonMoment(at), event)| (at, event)));
        self.add_events(&key, events);
        Ok(())
    }

    fn add_event(
        &mut self,
        name: &str,
        mut entry: Entry,
        part: &DocumentPart,
    ) -> Result<(), Box<InputError>> {
        let Some(issue) = entry.issue.take() else {
            return Err(part.error_at("an event that does not say of which issue", "events with their issues")
                .with_remedy("gh api --paginate repos/OWNER/NAME/issues/events, or the list inside its issue as \"timeline\""));
        };
        let Some(number) = issue.number else {
            return Err(part.error_at("an issue without \"number\"", "its number"));
        };
        let key = self.issue_key(number, &issue, part)?;
        // The issue inside an event is today's, so that an issue which is known already is kept.
        if !self.data.issues.contains_key(&key) {
            self.add_issue(&key, *issue, part)?;
        }
        self.add_events(&key, parse_event(name, &entry));
        Ok(())
    }

    fn add_issue(&mut self, key: &str, entry: Entry, part: &DocumentPart) -> Result<(), Box<InputError>> {
        let is_pull_request = entry.is_pull_request();
        let state = issue_state(&entry);
        if let Some(milestone) = entry.milestone.given() {
            self.add_milestone(milestone);
        }
        let events = embedded_events(&entry, part)?;
        self.update_latest(entry.created.map(|JsonMoment(at)| at));
        if let IssueState::Closed { at, .. } = state {
            self.update_latest(at);
        }
        let issue = self.data.issues.entry(key.to_owned()).or_default();
        issue.is_pull_request |= is_pull_request;
        issue.merge_state(entry, state);
        self.add_events(key, events);
        Ok(())
    }

    fn add_events(&mut self, key: &str, events: impl IntoIterator<Item = (Moment, IssueEvent)>) {
        for (at, event) in events {
            self.update_latest(Some(at));
            if let IssueEvent::Milestoned(title) | IssueEvent::Demilestoned(title) = &event {
                self.data.milestones.entry(title.clone()).or_default();
            }
            if let Some(issue) = self.data.issues.get_mut(key) {
                issue.events.push((at, event));
            }
        }
    }

    fn update_latest(&mut self, at: Option<Moment>) {
        let Some(at) = at else { return };
        if self.data.latest_known.is_none_or(|last| sort_instant(last) < sort_instant(at)) {
            self.data.latest_known = Some(at);
        }
    }
}

fn unsupported_webhook_error(entry: &Entry, part: &DocumentPart) -> Box<InputError> {
    let found = match entry.projects_v2_item {
        Some(_) => "a webhook of a board's item, which does not say what its fields held or hold",
        None => "a webhook without issue or milestone",
    };
    part.error_at(found, "webhooks of \"issues\", or the board itself")
        .with_remedy("gh project item-list NUMBER --owner OWNER --format json --limit 1000, once a day")
}
