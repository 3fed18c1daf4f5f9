//! Answers of GraphQL that have data and errors: a part of the query failed, and its field is null.

use super::missing_part::MissingPart;
use crate::input::Format;
use crate::input::json_value::JsonValue;
use crate::input::refusal::tracker_says;
use crate::input::tracker_documents::TrackerDocument;
use crate::sprint::Caveat;

/// Returns the part that a tracker could not answer.
pub(super) fn find_failed_part<'a>(
    format: Format,
    documents: &'a [TrackerDocument<'a>],
) -> Option<MissingPart<'a>> {
    let failed = |document: &'a TrackerDocument<'a>| {
        let errors = document.value.get("errors")?.as_list()?;
        let message = errors.iter().find_map(|error| error.get("message")?.as_str())?;
        document.value.get("data").filter(|data| data.is_object())?;
        Some((document, message))
    };
    let (document, message) = documents.iter().find_map(failed)?;
    Some(MissingPart {
        document,
        path: "errors".to_owned(),
        found: format!("an answer of which a part failed: {}", tracker_says(format, message)),
        expected: "an answer without errors".to_owned(),
        remedy: "may the token read all that the query asks for? Repeat the query without what failed"
            .to_owned(),
        caveat: Caveat::Partial { given: count_data_fields(&document.value), of: None },
    })
}

/// The number of the fields that have been answered.
fn count_data_fields(answer: &JsonValue<'_>) -> usize {
    let data = answer.get("data").and_then(JsonValue::as_object);
    data.map_or(0, |data| data.iter().filter(|(_, value)| !matches!(value, JsonValue::Null)).count())
}
