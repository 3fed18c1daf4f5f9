//! GitHub: issue lists, events, milestones, project boards. A board has few events: boards of several days make a history.

mod board_events;
mod board_index;
mod board_ref;
mod data_builder;
mod delivery_row;
mod github_data;
mod github_entry;
mod history_builder;
mod history_steps;
mod issue_events;
mod project_board;
mod response;
mod sprint_choice;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::amount::amount_error;
use super::completion_time::DatedCompletions;
use super::json_moment::sort_instant;
use super::known_states::KnownStates;
use super::naming::{is_estimate_name, label_estimate};
use super::reader::TrackerReader;
use super::unit_choice::{EstimateSource, choose_unit};
use crate::input::ReadOptions;
use crate::input::error::{InputError, Location};
use crate::input::error_text::quote;
use crate::input::format::{Format, FormatInfo};
use crate::input::moment::Moment;
use crate::input::tracker_data::{ItemHistory, RawSprintInfo, TrackerContent, TrackerData};
use crate::input::tracker_documents::TrackerDocument;
use crate::limits::MAX_AMOUNT;
use crate::sprint::{Amount, Caveat, Unit};
use board_index::BoardIndex;
use github_data::{GitHubData, Issue, IssueEvent};
use history_builder::HistoryBuilder;
use history_steps::DerivedHistory;
use project_board::Card;
use sprint_choice::{IterationDates, SprintChoice};

pub(super) const TRACKER: TrackerReader =
    TrackerReader { format: Format::GitHub, is_response: response::is_response, read };

pub(in crate::input) const FORMAT_INFO: FormatInfo = FormatInfo {
    reads: &[
        "issue lists of `gh` or REST, with milestone and labels",
        "project boards: `gh project item-list`, GraphQL's projectV2; those of several days make a history",
        "events: repository events, \"timeline\" inside an issue, GraphQL's timelineItems, webhooks of issues; of boards AddedToProjectV2Event, RemovedFromProjectV2Event and ProjectV2ItemStatusChangedEvent",
        "milestones; rows of issues with their sprint (issue_url, sprint_name, …)",
    ],
    how_to_get: &[
        "gh project item-list NUMBER --owner OWNER --format json --limit 1000 > board-$(date -I).json",
        "gh issue list --state all --limit 1000 --json number,title,createdAt,closedAt,stateReason,milestone,labels",
        "gh api --paginate repos/OWNER/NAME/issues/events",
        "GraphQL: organization(login: …) { projectV2(number: 7) { id number title items(first: 100) { totalCount pageInfo { hasNextPage endCursor } nodes { id fieldValues(first: 50) { … } content { … on Issue { number title createdAt closedAt updatedAt state stateReason timelineItems(first: 100, itemTypes: [ADDED_TO_PROJECT_V2_EVENT, REMOVED_FROM_PROJECT_V2_EVENT, PROJECT_V2_ITEM_STATUS_CHANGED_EVENT, CLOSED_EVENT, REOPENED_EVENT]) { totalCount nodes { __typename … on AddedToProjectV2Event { createdAt project { number title } } … on RemovedFromProjectV2Event { createdAt project { number title } } … on ProjectV2ItemStatusChangedEvent { createdAt previousStatus status project { number title } } … on ClosedEvent { createdAt stateReason } … on ReopenedEvent { createdAt } } } } } } } } }",
    ],
    missing_data: &[
        "a board tells no history: without boards of other days an item counts as joined when it was created, or added to the board if an event tells it",
        "the history of iterations and fields, and since September 2026 that of most statuses: events that do not lead to today's board are said on the picture, and the board counts",
        "in REST, the status of project_v2_item_status_changed: only the time of the last change is used",
        "a milestone has no start: give --start",
        "a milestone's due date and an iteration's dates are dates: the time zone is the team's (--time-zone)",
    ],
};

fn read(documents: &[TrackerDocument<'_>], options: &ReadOptions) -> Result<TrackerData, Box<InputError>> {
    let Some(document) = documents.first() else { return Err(no_documents_error()) };
    let data = data_builder::read_documents(documents)?;
    let choice = sprint_choice::choose_sprint(&data, options, document)?;
    check_estimates(&data, options, document)?;
    board_events::check_boards(&data, document)?;
    let unseen = known_states(&data).check_done_names(options)?;
    let requested = options.estimate_field.as_deref();
    let estimate =
        |card: Option<&Card>, issue: &Issue| item_estimate(card, issue, requested).and_then(Amount::from_f64);
    let done = options.done.as_deref();
    let boards_by_item = HistoryBuilder::boards_by_item(&data);
    let boards = BoardIndex::from_boards(&data.board_refs);
    let builder =
        HistoryBuilder { data: &data, boards, boards_by_item, choice: &choice, done, estimate: &estimate };
    let mut completions = dated_completions(&choice, &data, options);
    let keys = item_keys(&data).into_iter();
    let histories: Vec<DerivedHistory> =
        keys.filter_map(|key| builder.build_history(key, &mut completions)).collect();
    check_history(&histories, &data, &choice, document)?;

    let joined = histories.iter().any(|history| history.joined_when_created);
    let disagreeing = histories.iter().filter(|history| history.history_disagrees).count();
    let items: Vec<ItemHistory> = histories.into_iter().map(|history| history.item).collect();
    let estimate_source = EstimateSource { unit: Unit::Points, is_explicit: requested.is_some() };
    let (unit, items_counted) = choose_unit(&items, &estimate_source, options);
    let parallel = match &choice {
        SprintChoice::Iteration(dates) => dates.parallel,
        _ => None,
    };
    let counts_estimates = options.unit.unwrap_or(unit) != Unit::Items;
    let caveats = [
        parallel,
        choice_of_field(&data, options).filter(|_| counts_estimates),
        joined.then_some(Caveat::JoinedWhenCreated),
        (counts_estimates && data.boards.len() < 2).then_some(Caveat::EstimatesOfToday),
        items_counted,
        (disagreeing > 0).then_some(Caveat::HistoryDisagrees(disagreeing)),
        unseen,
    ];
    let caveats = caveats.into_iter().flatten().chain(completions.into_caveats()).collect();
    Ok(TrackerData {
        sprint_info: sprint_info(choice, &data, unit),
        content: TrackerContent::Items(items),
        caveats,
    })
}

/// Returns the statuses of cards, today's and those of events. An issue has no status without a board.
fn known_states(data: &GitHubData) -> KnownStates {
    let todays = data.boards.iter().flat_map(|board| board.cards.values()).filter_map(Card::status_name);
    let events = data.issues.values().flat_map(|issue| &issue.events);
    let earlier = events.filter_map(|(_, event)| match event {
        IssueEvent::StatusChanged { status, .. } => status.as_deref(),
        _ => None,
    });
    KnownStates::from_names(todays.chain(earlier), false)
}

/// Creates the list of items that count as done by another time than that of their close.
fn dated_completions(choice: &SprintChoice, data: &GitHubData, options: &ReadOptions) -> DatedCompletions {
    let (start, end) = match choice {
        SprintChoice::Iteration(dates) => (Some(dates.first), Some(dates.last)),
        SprintChoice::Milestone(_, due) => (None, *due),
        SprintChoice::All => (None, None),
    };
    let latest_known = data.last_snapshot_date.map(Moment::Date).or(data.latest_known);
    DatedCompletions::with_latest(start.map(Moment::Date), end.map(Moment::Date), latest_known, options)
}

/// The error for no documents at all, which the caller excludes.
fn no_documents_error() -> Box<InputError> {
    InputError::new(Location::EntireInput, "nothing", "an answer of GitHub")
}

fn item_keys(data: &GitHubData) -> BTreeSet<&str> {
    let cards = data.boards.iter().flat_map(|board| board.cards.keys());
    data.issues.keys().chain(cards).map(String::as_str).collect()
}

fn sprint_info(choice: SprintChoice, data: &GitHubData, unit: Unit) -> RawSprintInfo {
    let (name, start, end) = match choice {
        SprintChoice::Iteration(dates) => (Some(dates.title), Some(dates.first), Some(dates.last)),
        SprintChoice::Milestone(name, due) => (Some(name), None, due),
        SprintChoice::All => (None, None, None),
    };
    let snapshot_date = data.last_snapshot_date.map(Moment::Date);
    let fetched_at = snapshot_date
        .into_iter()
        .chain(snapshot_date.and(data.latest_known))
        .max_by_key(|at| sort_instant(*at));
    RawSprintInfo {
        name,
        unit: Some(unit),
        start: start.map(Moment::Date),
        end: end.map(Moment::Date),
        fetched_at,
        snapshot_dates: snapshot_dates(data),
        ..RawSprintInfo::default()
    }
}

/// The days of the boards if no issue has the times of its creation and its close: nothing is known of the days between.
fn snapshot_dates(data: &GitHubData) -> Option<BTreeSet<Date>> {
    data.latest_known.is_none().then(|| data.boards.iter().filter_map(|board| board.snapshot_date).collect())
}

/// The estimate in a field of the card, else that of the issue's labels.
fn item_estimate(card: Option<&Card>, issue: &Issue, requested: Option<&str>) -> Option<f64> {
    let field =
        card.and_then(|card| card.number_fields().find(|(name, _)| is_estimate_name(name, requested)));
    field
        .map(|(_, number)| number)
        .or_else(|| issue.labels.iter().flatten().find_map(|label| label_estimate(label, requested)))
}

/// The caveat that the cards have estimates in several fields, of which each card gives the first.
fn choice_of_field(data: &GitHubData, options: &ReadOptions) -> Option<Caveat> {
    let cards = data.boards.iter().flat_map(|board| board.cards.values());
    let numbers = cards.flat_map(Card::number_fields).filter(|(name, _)| is_estimate_name(name, None));
    let fields: BTreeSet<&str> = numbers.map(|(name, _)| name).collect();
    (options.estimate_field.is_none() && fields.len() > 1).then_some(Caveat::EstimateFields(fields.len()))
}

/// Refuses an estimate out of range, and a requested field that no card and no issue has.
fn check_estimates(
    data: &GitHubData,
    options: &ReadOptions,
    document: &TrackerDocument<'_>,
) -> Result<(), Box<InputError>> {
    let requested = options.estimate_field.as_deref();
    let mut found = false;
    let mut numbers = BTreeSet::new();
    let none = Issue::default();
    let cards = data.boards.iter().flat_map(|board| &board.cards);
    let cards = cards.map(|(key, card)| (key, Some(card), &none));
    for (key, card, issue) in cards.chain(data.issues.iter().map(|(key, issue)| (key, None, issue))) {
        numbers.extend(card.iter().flat_map(|card| card.number_fields()).map(|(name, _)| name));
        let Some(number) = item_estimate(card, issue, requested) else { continue };
        found = true;
        if !(0.0..=MAX_AMOUNT).contains(&number) {
            return Err(amount_error(document, "", format!("the estimate {number} of {key}"), number));
        }
    }
    match requested {
        Some(requested) if !found => {
            let names: Vec<String> = numbers.into_iter().map(quote).collect();
            let expected = match names.as_slice() {
                [] => "a field with numbers, or labels such as \"points: 3\"".to_owned(),
                names => format!("one of the fields with numbers: {}", names.join(", ")),
            };
            Err(document.error_at("", format!("no field {}", quote(requested)), expected))
        }
        _ => Ok(()),
    }
}

/// Refuses a sprint of which only one day is known.
fn check_history(
    histories: &[DerivedHistory],
    data: &GitHubData,
    choice: &SprintChoice,
    document: &TrackerDocument<'_>,
) -> Result<(), Box<InputError>> {
    let name = match choice {
        SprintChoice::Iteration(IterationDates { title, .. }) | SprintChoice::Milestone(title, _) => {
            quote(title)
        }
        SprintChoice::All => "the list".to_owned(),
    };
    let dated = data.boards.iter().filter(|board| board.snapshot_date.is_some()).count();
    if !data.boards.is_empty() && data.latest_known.is_none() && dated < 2 {
        let found = format!("a board of one day, which tells no history of {name}");
        return Err(document.error_at("", found, "when its issues were created and closed, or boards of several days").with_remedy(
            "add --with issues.json (gh issue list --state all --limit 1000 --json number,createdAt,closedAt), or boards with \
             their days in their files' names",
        ));
    }
    if histories.is_empty() {
        return Err(document.error_at("", format!("no issue in {name}"), "at least one"));
    }
    Ok(())
}
