//! Which of GitHub's answers a document is, by its shape.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::stamp::date_part;
use super::board::{Board, Card, Cards};
use super::delivery::Row;
use super::entry::{Entry, Nodes};
use crate::input::documents::{Document, TAKEN};
use crate::input::error::InputError;
use crate::input::value::{Fields, Value};

/// An answer as it is written.
#[derive(Debug)]
pub(super) enum Answer {
    Board(Board),
    Entries(Vec<Entry>),
    Entry(Box<Entry>),
}

/// An answer, where it stands, and the day on which it was given, where that is written.
#[derive(Debug)]
pub(super) struct Dated {
    pub(super) taken: Option<Date>,
    pub(super) path: String,
    pub(super) answer: Answer,
}

/// Whether a document is one of GitHub's: by fields that no other tracker has together.
pub(super) fn recognises(value: &Value<'_>) -> bool {
    match value {
        Value::List(list) => list.first().is_some_and(|first| recognises(first) || is_row(first)),
        Value::Object(fields) => {
            let has = |name: &str| fields.has(name);
            is_board(fields)
                || (has("data") && owners(fields).any(|(_, owner)| answers_graphql(owner)))
                || (has("number")
                    && !has("iid")
                    && (has("createdAt") || has("created_at") || has("closedAt")))
                || (has("event") && has("created_at"))
                || (has("action")
                    && !has("created_at")
                    && (has("issue") || has("milestone") || has("projects_v2_item")))
                || (has(TAKEN) && has("issues"))
        }
        _ => false,
    }
}

/// `gh project item-list`: items with content.
fn is_board(fields: &Fields<'_>) -> bool {
    let items = fields.get("items").and_then(Value::as_list);
    items.and_then(|items| items.first()).is_some_and(|item| item.has("content"))
}

fn is_row(value: &Value<'_>) -> bool {
    value.has("issue_url") && value.has("sprint_name")
}

/// What GraphQL's answer has, by path: `data.organization`, `data.repository`, …
fn owners<'a, 't>(fields: &'a Fields<'t>) -> impl Iterator<Item = (String, &'a Value<'t>)> {
    let data = fields.get("data").and_then(Value::as_object);
    let owners = data.into_iter().flat_map(Fields::iter).filter(|(_, owner)| owner.is_object());
    owners.map(|(name, owner)| (format!("data.{name}"), owner))
}

fn answers_graphql(owner: &Value<'_>) -> bool {
    let nodes = |name: &str| owner.get(name).and_then(|list| list.get("nodes"));
    let of_issues = |nodes: &Value<'_>| nodes.first().is_none_or(|node| node.has("number"));
    owner.has("projectV2")
        || nodes("items").is_some()
        || nodes("issues").is_some_and(of_issues)
        || owner.get("milestone").is_some_and(|milestone| milestone.has("dueOn"))
}

/// What GraphQL has inside the object that was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Owner {
    #[serde(rename = "projectV2")]
    project: Option<Board>,
    issues: Option<Nodes<Entry>>,
    issue: Option<Entry>,
    milestone: Option<Entry>,
}

/// The answers in a document, which may be a list of pages.
pub(super) fn answers(document: &Document<'_>) -> Result<Vec<Dated>, Box<InputError>> {
    let mut found = Vec::new();
    collect(document, &document.value, "", &mut found)?;
    Ok(found)
}

fn collect(
    document: &Document<'_>,
    value: &Value<'_>,
    path: &str,
    found: &mut Vec<Dated>,
) -> Result<(), Box<InputError>> {
    match value {
        Value::List(list) if list.first().is_some_and(is_page) => {
            for (index, page) in list.iter().enumerate() {
                collect(document, page, &format!("{path}[{index}]"), found)?;
            }
        }
        Value::List(list) => {
            let answer = if list.first().is_some_and(is_row) {
                let rows: Vec<Row> = document.read_part(value, path)?;
                Answer::Board(Board::of(rows.into_iter().map(Row::card).collect()))
            } else {
                Answer::Entries(document.read_part(value, path)?)
            };
            found.push(Dated { taken: document.taken, path: path.to_owned(), answer });
        }
        Value::Object(fields) => object(document, value, fields, (path, found))?,
        _ => return Err(document.error(path, "neither an object nor a list", "an answer of GitHub")),
    }
    Ok(())
}

/// Whether an entry of a list is an answer of its own.
fn is_page(value: &Value<'_>) -> bool {
    let has = |name: &str| value.has(name);
    value.is_list() || has("items") || has("data") || has(TAKEN)
}

fn object(
    document: &Document<'_>,
    value: &Value<'_>,
    fields: &Fields<'_>,
    (path, found): (&str, &mut Vec<Dated>),
) -> Result<(), Box<InputError>> {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let taken = taken(document, fields, &below(TAKEN))?.or(document.taken);
    let mut push = |path: String, answer| found.push(Dated { taken, path, answer });
    if let Some(issues) = fields.get("issues").filter(|issues| issues.is_list()) {
        let path = below("issues");
        let entries = document.read_part(issues, &path)?;
        push(path, Answer::Entries(entries));
    } else if fields.has("items") {
        push(path.to_owned(), Answer::Board(document.read_part(value, path)?));
    } else if fields.has("data") {
        for (name, owner) in owners(fields) {
            let path = below(&name);
            for (path, answer) in graphql(document, owner, &path)? {
                push(path, answer);
            }
        }
    } else {
        push(path.to_owned(), Answer::Entry(Box::new(document.read_part(value, path)?)));
    }
    Ok(())
}

fn taken(document: &Document<'_>, fields: &Fields<'_>, path: &str) -> Result<Option<Date>, Box<InputError>> {
    match fields.get(TAKEN) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match value.as_str().and_then(date_part) {
            Some(date) => Ok(Some(date)),
            None => Err(document.error(path, value.shown(), "a date (2023-08-23)")),
        },
    }
}

fn graphql(
    document: &Document<'_>,
    owner: &Value<'_>,
    path: &str,
) -> Result<Vec<(String, Answer)>, Box<InputError>> {
    // A node that was asked for by its id is the board itself.
    if owner.has("items") {
        return Ok(vec![(path.to_owned(), Answer::Board(document.read_part(owner, path)?))]);
    }
    let owner: Owner = document.read_part(owner, path)?;
    let mut found = Vec::new();
    let entries = owner.issues.map(|issues| ("issues.nodes", Answer::Entries(issues.nodes)));
    let one = |entry| Answer::Entry(Box::new(entry));
    let parts = [
        owner.project.map(|board| ("projectV2", Answer::Board(board))),
        entries,
        owner.issue.map(|issue| ("issue", one(issue))),
        owner.milestone.map(|milestone| ("milestone", one(milestone))),
    ];
    for (name, answer) in parts.into_iter().flatten() {
        found.push((format!("{path}.{name}"), answer));
    }
    Ok(found)
}

impl Board {
    fn of(list: Vec<Card>) -> Self {
        Self { items: Cards { list, total: None }, ..Self::default() }
    }
}
