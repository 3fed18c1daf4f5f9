//! JSON that no reader knows.

use super::super::error::{InputError, Location};
use super::super::error_text::quote;
use super::super::json_value::JsonValue;
use super::near_miss::refuse_near_miss;
use super::nearest_tracker::describe_nearest;
use super::other_tracker::refuse_other_tracker;
use super::tracker_title::KNOWN_TRACKERS;

/// The fields of a document that an error lists.
const LISTED_FIELDS: usize = 5;

/// Returns the error for JSON documents that no reader knows. `own_fields` are those of a sprint document: `None` if a document has
/// at least two of them or no others, since it is a wrong sprint document then.
pub fn refuse_unknown_json(documents: &[&JsonValue<'_>], own_fields: &[&str]) -> Option<Box<InputError>> {
    let count_own = |document: &JsonValue<'_>| own_fields.iter().filter(|name| document.has(name)).count();
    if documents.iter().any(|document| count_own(document) >= 2) {
        return None;
    }
    let refuse =
        |document: &&JsonValue<'_>| refuse_other_tracker(document).or_else(|| refuse_near_miss(document));
    if let Some(error) = documents.iter().find_map(refuse) {
        return Some(error);
    }
    let has_own_only = |document: &JsonValue<'_>| match document {
        JsonValue::Object(fields) => fields.len() > 0 && count_own(document) == fields.len(),
        _ => false,
    };
    if documents.iter().any(|document| has_own_only(document)) {
        return None;
    }
    documents.first().map(|document| refuse_unknown(document))
}

fn refuse_unknown(document: &JsonValue<'_>) -> Box<InputError> {
    let found = format!("{}, of no tracker that Emberline knows", describe_fields(document));
    let expected = format!("a sprint document, a Chart.js configuration, or an answer of {KNOWN_TRACKERS}");
    let lists = "emberline formats lists what is read";
    let remedy = match describe_nearest(document) {
        Some(nearest) => format!("{nearest}; {lists}"),
        None => lists.to_owned(),
    };
    InputError::new(Location::EntireInput, found, expected).with_remedy(remedy)
}

/// Names the first fields of an object, or of the first entry of a list.
fn describe_fields(document: &JsonValue<'_>) -> String {
    match document {
        JsonValue::Object(fields) if fields.len() == 0 => "an empty object".to_owned(),
        JsonValue::Object(fields) => {
            let names: Vec<String> = fields.iter().take(LISTED_FIELDS).map(|(name, _)| quote(name)).collect();
            let more = if fields.len() > LISTED_FIELDS { ", …" } else { "" };
            format!("an object with {}{more}", names.join(", "))
        }
        JsonValue::List(list) => match list.first() {
            Some(first) if first.is_object() => format!("a list that begins with {}", describe_fields(first)),
            Some(first) => format!("a list that begins with {}", first.describe_for_error()),
            None => "an empty list".to_owned(),
        },
        other => other.describe_for_error(),
    }
}
