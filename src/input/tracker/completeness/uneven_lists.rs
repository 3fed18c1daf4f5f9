//! Lists of which some entries lack a field that the others have. A tracker writes a field in all entries of a list or in none, so that
//! a part of such an entry was lost.

use super::missing_part::MissingPart;
use crate::input::Format;
use crate::input::json_value::{JsonObject, JsonValue};
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// A field that all entries of a list have, or none of them.
struct EvenField {
    format: Format,
    /// True for the entries that are compared.
    is_entry: fn(&JsonObject<'_>) -> bool,
    /// The names of the field, of which an entry has one.
    names: &'static [&'static str],
    /// The entry without the field, as an error names it.
    missing: &'static str,
}

const EVEN_FIELDS: [EvenField; 9] = [
    EvenField {
        format: Format::Azure,
        is_entry: is_azure_row,
        names: &["DateValue", "DateSK"],
        missing: "a row without \"DateValue\" beside rows that have it",
    },
    EvenField {
        format: Format::Azure,
        is_entry: is_azure_row,
        names: &["Iteration", "IterationPath", "IterationName"],
        missing: "a row without its iteration beside rows that have it",
    },
    EvenField {
        format: Format::Azure,
        is_entry: is_azure_row,
        names: &["WorkItemId"],
        missing: "a row without \"WorkItemId\" beside rows that have it",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: is_github_issue,
        names: &["milestone"],
        missing: "an issue without \"milestone\" beside issues that have it",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: is_github_issue,
        names: &["labels"],
        missing: "an issue without \"labels\" beside issues that have them",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: is_github_issue,
        names: &["createdAt", "created_at"],
        missing: "an issue without \"createdAt\" beside issues that have it",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: |fields| fields.has("id") && !fields.has("number"),
        names: &["content"],
        missing: "an item of a board without \"content\" beside items that have it",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: |fields| fields.has("id") && fields.has("content"),
        names: &["fieldValues"],
        missing: "an item of a board without \"fieldValues\" beside items that have them",
    },
    EvenField {
        format: Format::GitHub,
        is_entry: is_field_value,
        names: &["field"],
        missing: "the value of a field without \"field\" beside values that have it",
    },
];

/// The figures of a day in GitLab's series, each of which all days have, or none.
const FIGURES: [&str; 4] = ["scopeCount", "scopeWeight", "completedCount", "completedWeight"];

fn is_azure_row(fields: &JsonObject<'_>) -> bool {
    fields.has("State") || fields.has("StateCategory")
}

fn is_github_issue(fields: &JsonObject<'_>) -> bool {
    let is_closable = ["closedAt", "closed_at", "state"].iter().any(|name| fields.has(name));
    fields.has("number") && is_closable && !fields.has("open_issues")
}

/// True for the value of a board's field, which may be that of an iteration, a number, a text, a date or a choice.
fn is_field_value(fields: &JsonObject<'_>) -> bool {
    let is_value =
        ["startDate", "number", "text", "date", "optionId", "name"].iter().any(|name| fields.has(name));
    is_value && !fields.has("id") && !fields.has("createdAt")
}

/// Returns the first list of which some entries lack a field that others have.
pub(super) fn find_uneven_list<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
) -> Option<MissingPart<'a>> {
    documents.iter().find_map(|document| {
        let found = find_missing(format, &document.value)?;
        Some(MissingPart {
            document,
            path: String::new(),
            found,
            expected: "the field in each".to_owned(),
            remedy: "ask for it again: a part of the answer is lost".to_owned(),
            caveat: Caveat::FieldsMissing(1),
        })
    })
}

/// The recursion is limited by the depth that the parser allows.
fn find_missing(format: Format, value: &JsonValue<'_>) -> Option<String> {
    match value {
        JsonValue::Object(fields) => fields.iter().find_map(|(_, inner)| find_missing(format, inner)),
        JsonValue::List(list) => {
            uneven_field(format, list).or_else(|| list.iter().find_map(|inner| find_missing(format, inner)))
        }
        _ => None,
    }
}

fn uneven_field(format: Format, list: &[JsonValue<'_>]) -> Option<String> {
    let has_uneven = |is_entry: &dyn Fn(&JsonObject<'_>) -> bool, names: &[&str]| {
        let entries = list.iter().filter_map(JsonValue::as_object).filter(|fields| is_entry(fields));
        let (mut has, mut lacks) = (false, false);
        for fields in entries {
            let is_there = names.iter().any(|name| fields.has(name));
            has |= is_there;
            lacks |= !is_there;
        }
        has && lacks
    };
    if format == Format::GitLab {
        let figure = FIGURES.iter().find(|name| has_uneven(&|fields| fields.has("date"), &[name]))?;
        return Some(format!("a day without \"{figure}\" beside days that have it"));
    }
    let of_format = EVEN_FIELDS.iter().filter(|field| field.format == format);
    let mut uneven = of_format.filter(|field| has_uneven(&field.is_entry, field.names));
    uneven.next().map(|field| field.missing.to_owned())
}
