//! The responses of GitHub, recognized by their shape.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::json_moment::leading_date;
use super::delivery_row::DeliveryRow;
use super::github_entry::{Entry, NodeList};
use super::project_board::{Board, Card, CardList};
use crate::input::error::InputError;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::{TAKEN_FIELD, TrackerDocument};

/// A response.
#[derive(Debug)]
pub(super) enum GitHubResponse {
    Board(Board),
    Entries(Vec<Entry>),
    Entry(Box<Entry>),
}

/// A response, its path in its document, and the day on which it was read, if it is known.
#[derive(Debug)]
pub(super) struct DatedResponse {
    pub(super) snapshot_date: Option<Date>,
    pub(super) path: String,
    pub(super) response: GitHubResponse,
}

/// A part of a document, for error messages.
pub(super) struct DocumentPart<'a> {
    pub(super) document: &'a TrackerDocument<'a>,
    pub(super) path: &'a str,
}

impl DocumentPart<'_> {
    pub(super) fn entry_path(&self, index: usize) -> String {
        format!("{}[{index}]", self.path)
    }

    pub(super) fn error_at(&self, found: impl Into<String>, expected: &str) -> Box<InputError> {
        self.document.error_at(self.path, found, expected)
    }
}

/// Returns true if a document is a response of GitHub: it has fields that no other tracker has together.
pub(super) fn is_response(value: &JsonValue<'_>) -> bool {
    match value {
        JsonValue::List(list) => {
            list.first().is_some_and(|first| is_response(first) || is_delivery_row(first))
        }
        JsonValue::Object(fields) => {
            let has = |name: &str| fields.has(name);
            is_board(fields)
                || (has("data") && graphql_owners(fields).any(|(_, owner)| is_graphql_owner(owner)))
                || (has("number")
                    && !has("iid")
                    && (has("createdAt") || has("created_at") || has("closedAt")))
                || (has("event") && has("created_at"))
                || (has("action")
                    && !has("created_at")
                    && (has("issue") || has("milestone") || has("projects_v2_item")))
                || (has(TAKEN_FIELD) && has("issues"))
        }
        _ => false,
    }
}

/// Returns true for the output of `gh project item-list`: items with content.
fn is_board(fields: &JsonObject<'_>) -> bool {
    let items = fields.get("items").and_then(JsonValue::as_list);
    items.and_then(|items| items.first()).is_some_and(|item| item.has("content"))
}

fn is_delivery_row(value: &JsonValue<'_>) -> bool {
    value.has("issue_url") && value.has("sprint_name")
}

/// The owner objects in a GraphQL response, by path: `data.organization`, `data.repository`, …
fn graphql_owners<'a, 't>(fields: &'a JsonObject<'t>) -> impl Iterator<Item = (String, &'a JsonValue<'t>)> {
    let data = fields.get("data").and_then(JsonValue::as_object);
    let graphql_owners = data.into_iter().flat_map(JsonObject::iter).filter(|(_, owner)| owner.is_object());
    graphql_owners.map(|(name, owner)| (format!("data.{name}"), owner))
}

fn is_graphql_owner(owner: &JsonValue<'_>) -> bool {
    let nodes = |name: &str| owner.get(name).and_then(|list| list.get("nodes"));
    let of_issues = |nodes: &JsonValue<'_>| nodes.first().is_none_or(|node| node.has("number"));
    owner.has("projectV2")
        || nodes("items").is_some()
        || nodes("issues").is_some_and(of_issues)
        || owner.get("milestone").is_some_and(|milestone| milestone.has("dueOn"))
        || owner.get("issue").is_some_and(|issue| issue.has("number") && issue.has("createdAt"))
}

/// The parts of a GraphQL response inside the requested object.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct GraphqlOwner {
    #[serde(rename = "projectV2")]
    project: Option<Board>,
    issues: Option<NodeList<Entry>>,
    issue: Option<Entry>,
    milestone: Option<Entry>,
}

/// Reads the responses in a document, which may be a list of pages.
pub(super) fn read_responses(document: &TrackerDocument<'_>) -> Result<Vec<DatedResponse>, Box<InputError>> {
    let mut found = Vec::new();
    collect_responses(document, &document.value, "", &mut found)?;
    Ok(found)
}

fn collect_responses(
    document: &TrackerDocument<'_>,
    value: &JsonValue<'_>,
    path: &str,
    found: &mut Vec<DatedResponse>,
) -> Result<(), Box<InputError>> {
    match value {
        JsonValue::List(list) if list.first().is_some_and(is_page) => {
            for (index, page) in list.iter().enumerate() {
                collect_responses(document, page, &format!("{path}[{index}]"), found)?;
            }
        }
        JsonValue::List(list) => {
            let response = if list.first().is_some_and(is_delivery_row) {
                let rows: Vec<DeliveryRow> = document.read_part(value, path)?;
                GitHubResponse::Board(Board::from_cards(
                    rows.into_iter().map(DeliveryRow::into_card).collect(),
                ))
            } else {
                GitHubResponse::Entries(document.read_part(value, path)?)
            };
            found.push(DatedResponse {
                snapshot_date: document.snapshot_date,
                path: path.to_owned(),
                response,
            });
        }
        JsonValue::Object(fields) => collect_object(document, value, fields, path, found)?,
        _ => return Err(document.error_at(path, "neither an object nor a list", "an answer of GitHub")),
    }
    Ok(())
}

/// Returns true if an entry of a list is a response by itself.
fn is_page(value: &JsonValue<'_>) -> bool {
    let has = |name: &str| value.has(name);
    value.is_list() || has("items") || has("data") || has(TAKEN_FIELD)
}

fn collect_object(
    document: &TrackerDocument<'_>,
    value: &JsonValue<'_>,
    fields: &JsonObject<'_>,
    path: &str,
    found: &mut Vec<DatedResponse>,
) -> Result<(), Box<InputError>> {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let snapshot_date = read_snapshot_date(document, fields, &below(TAKEN_FIELD))?.or(document.snapshot_date);
    let mut push = |path: String, response| found.push(DatedResponse { snapshot_date, path, response });
    if let Some(issues) = fields.get("issues").filter(|issues| issues.is_list()) {
        let path = below("issues");
        let entries = document.read_part(issues, &path)?;
        push(path, GitHubResponse::Entries(entries));
    } else if fields.has("items") {
        push(path.to_owned(), GitHubResponse::Board(document.read_part(value, path)?));
    } else if fields.has("data") {
        for (name, owner) in graphql_owners(fields) {
            let path = below(&name);
            for (path, response) in graphql_responses(document, owner, &path)? {
                push(path, response);
            }
        }
    } else {
        push(path.to_owned(), GitHubResponse::Entry(Box::new(document.read_part(value, path)?)));
    }
    Ok(())
}

fn read_snapshot_date(
    document: &TrackerDocument<'_>,
    fields: &JsonObject<'_>,
    path: &str,
) -> Result<Option<Date>, Box<InputError>> {
    match fields.get(TAKEN_FIELD) {
        None | Some(JsonValue::Null) => Ok(None),
        Some(value) => match value.as_str().and_then(leading_date) {
            Some(date) => Ok(Some(date)),
            None => Err(document.error_at(path, value.describe_for_error(), "a date (2023-08-23)")),
        },
    }
}

fn graphql_responses(
    document: &TrackerDocument<'_>,
    owner: &JsonValue<'_>,
    path: &str,
) -> Result<Vec<(String, GitHubResponse)>, Box<InputError>> {
    // A node that is requested by its id is the board itself.
    if owner.has("items") {
        return Ok(vec![(path.to_owned(), GitHubResponse::Board(document.read_part(owner, path)?))]);
    }
    let owner: GraphqlOwner = document.read_part(owner, path)?;
    let mut found = Vec::new();
    let entries = owner.issues.map(|issues| ("issues.nodes", GitHubResponse::Entries(issues.nodes)));
    let one = |entry| GitHubResponse::Entry(Box::new(entry));
    let parts = [
        owner.project.map(|board| ("projectV2", GitHubResponse::Board(board))),
        entries,
        owner.issue.map(|issue| ("issue", one(issue))),
        owner.milestone.map(|milestone| ("milestone", one(milestone))),
    ];
    for (name, response) in parts.into_iter().flatten() {
        found.push((format!("{path}.{name}"), response));
    }
    Ok(found)
}

impl Board {
    fn from_cards(list: Vec<Card>) -> Self {
        Self { items: CardList { list }, ..Self::default() }
    }
}
