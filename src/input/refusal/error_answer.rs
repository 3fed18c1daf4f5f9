//! Error answers of trackers: a script writes them into the file that should hold the data.

use super::super::error::{InputError, Location};
use super::super::error_text::quote_message;
use super::super::format::Format;
use super::super::json_value::{JsonObject, JsonValue};
use super::error_hint::error_hint;
use super::tracker_title::tracker_says;

/// An error that a tracker answered with.
struct ErrorAnswer {
    /// The tracker, if the form of its errors is its own.
    format: Option<Format>,
    message: String,
}

impl ErrorAnswer {
    fn new(format: impl Into<Option<Format>>, message: impl Into<String>) -> Self {
        Self { format: format.into(), message: message.into() }
    }
}

/// Returns the error for a document that is a tracker's error; `None` for any other. `assumed` is the tracker that the caller
/// names.
pub fn refuse_error_answer(document: &JsonValue<'_>, assumed: Option<Format>) -> Option<Box<InputError>> {
    let fields = document.as_object()?;
    let answer = [jira_error, github_error, azure_error, taiga_error, graphql_error, plain_error]
        .into_iter()
        .find_map(|read| read(fields))?;
    Some(refuse_with_message(assumed.or(answer.format), &answer.message))
}

/// The error with a message of a tracker.
fn refuse_with_message(tracker: Option<Format>, message: &str) -> Box<InputError> {
    let says = match tracker {
        Some(tracker) => tracker_says(tracker, message),
        None => format!("the tracker says {}", quote_message(message)),
    };
    let found = format!("an error: {says}");
    let mut error = InputError::new(Location::EntireInput, found, "the data that were asked for")
        .with_remedy(error_hint(message));
    error.tracker = tracker.map(Format::name);
    error
}

/// Texts that trackers answer without JSON, each a whole answer.
const PLAIN_ANSWERS: [(&str, Option<Format>); 14] = [
    ("invalid key", Some(Format::Trello)),
    ("invalid token", Some(Format::Trello)),
    ("invalid app token", Some(Format::Trello)),
    ("expired token", Some(Format::Trello)),
    ("invalid id", Some(Format::Trello)),
    ("unauthorized card permission requested", Some(Format::Trello)),
    ("unauthorized permission requested", Some(Format::Trello)),
    ("board not found", Some(Format::Trello)),
    ("the requested resource was not found.", Some(Format::Trello)),
    ("client must be authenticated to access this resource.", Some(Format::Jira)),
    ("retry later", Some(Format::GitLab)),
    ("rate limit exceeded", None),
    ("unauthorized", None),
    ("not found", None),
];

/// The greatest length of such an answer in bytes.
const MAX_PLAIN_ANSWER: usize = 200;

/// Returns the error for a text that is the whole error answer of a tracker.
pub fn refuse_plain_answer(text: &str) -> Option<Box<InputError>> {
    let text = text.trim();
    if text.len() > MAX_PLAIN_ANSWER {
        return None;
    }
    let lower = text.to_lowercase();
    let is_password_answer = lower.starts_with("basic auth");
    let known = PLAIN_ANSWERS.iter().find(|(answer, _)| *answer == lower);
    let format = match known {
        Some((_, format)) => *format,
        None if is_password_answer && !text.contains('\n') => Some(Format::Jira),
        None => return None,
    };
    Some(refuse_with_message(format, text))
}

/// `{"errorMessages": […], "errors": {…}}`, `{"message": …, "status-code": 401}`, `{"code": 401, "message": …}`.
fn jira_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    if fields.has("issues") || fields.has("values") {
        return None;
    }
    if let Some(messages) = fields.get("errorMessages").and_then(JsonValue::as_list) {
        let by_field = fields.get("errors").and_then(JsonValue::as_object);
        let by_field = by_field.into_iter().flat_map(JsonObject::iter);
        let by_field =
            by_field.filter_map(|(field, message)| Some(format!("{field}: {}", message.as_str()?)));
        let texts = messages.iter().filter_map(JsonValue::as_str).map(str::to_owned);
        return Some(ErrorAnswer::new(Format::Jira, join_sentences(texts.chain(by_field))));
    }
    let message = text_field(fields, "message")?;
    let has_code =
        fields.has("status-code") || fields.get("code").is_some_and(|code| code.as_f64().is_some());
    has_code.then(|| ErrorAnswer::new(Format::Jira, message))
}

/// `{"message": …, "documentation_url": …, "errors": […]}`.
fn github_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    let message = text_field(fields, "message").filter(|_| fields.has("documentation_url"))?;
    let details = fields.get("errors").and_then(JsonValue::as_list).unwrap_or_default();
    let details = details.iter().filter_map(|error| error.get("message")?.as_str());
    Some(ErrorAnswer::new(
        Format::GitHub,
        join_sentences([message].into_iter().chain(details).map(str::to_owned)),
    ))
}

/// `{"$id": "1", "message": "TF400813: …", "typeKey": …}`, `{"error": {"code": …, "message": …}}`.
fn azure_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    if fields.has("typeKey") || fields.has("typeName") {
        return Some(ErrorAnswer::new(Format::Azure, text_field(fields, "message")?));
    }
    let inner = fields.get("error")?;
    inner.get("code")?;
    Some(ErrorAnswer::new(Format::Azure, inner.get("message")?.as_str()?))
}

/// `{"_error_message": …, "_error_type": …}`, `{"code": "token_not_valid", "detail": …}`.
fn taiga_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    let message = text_field(fields, "_error_message")
        .or_else(|| text_field(fields, "detail").filter(|_| fields.len() <= 3))?;
    Some(ErrorAnswer::new(Format::Taiga, message))
}

/// `{"errors": [{"message": …, "type": …, "extensions": …}], "data": null}`.
fn graphql_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    // An answer with data has a part of them, which is another error.
    if fields.get("data").is_some_and(JsonValue::is_object) {
        return None;
    }
    let errors = fields.get("errors")?.as_list()?;
    let first = errors.first()?;
    let message = |error: &JsonValue<'_>| {
        let shown = error.get("extensions").and_then(|more| more.get("userPresentableMessage")?.as_str());
        let code =
            error.get("extensions").and_then(|more| more.get("code")?.as_str()).filter(|_| shown.is_none());
        let message = error.get("message").unwrap_or(error).as_str().map(str::to_owned);
        let code = code.map(|code| format!("({code})"));
        Some(join_sentences([message, shown.map(str::to_owned), code].into_iter().flatten()))
            .filter(|all| !all.is_empty())
    };
    let format =
        if first.get("extensions").is_some_and(|more| more.has("userPresentableMessage") || more.has("type"))
        {
            Some(Format::Linear)
        } else if first.has("type") {
            Some(Format::GitHub)
        } else if first.has("path") {
            Some(Format::GitLab)
        } else {
            None
        };
    Some(ErrorAnswer::new(format, join_sentences(errors.iter().filter_map(message))))
}

/// Objects that have little but a message: `{"message": "401 Unauthorized"}`, `{"error": …, "error_description": …}`.
fn plain_error(fields: &JsonObject<'_>) -> Option<ErrorAnswer> {
    /// The most fields of such an object: a time, a status, an error, a message and a path.
    const MAX_FIELDS: usize = 5;
    const NAMES: [&str; 12] = [
        "message",
        "error",
        "error_description",
        "error_message",
        "error_code",
        "scope",
        "status",
        "timestamp",
        "path",
        "err",
        "ECODE",
        "tag",
    ];
    if fields.len() > MAX_FIELDS || !fields.iter().all(|(name, _)| NAMES.contains(&name)) {
        return None;
    }
    let says = ["error", "err", "message", "error_message", "error_description"];
    let message = join_sentences(says.iter().filter_map(|name| fields.get(name)).filter_map(message_text));
    let is_trello = fields.has("error") && fields.has("message") && fields.len() == 2;
    let is_gitlab = fields.len() == 1 && (fields.has("message") || fields.has("error"))
        || fields.has("error_description") && fields.has("scope");
    let format = match (is_trello, is_gitlab) {
        (true, _) => Some(Format::Trello),
        (_, true) => Some(Format::GitLab),
        _ => None,
    };
    (!message.is_empty()).then(|| ErrorAnswer::new(format, message))
}

/// A text, or an object with texts or lists of texts by field.
fn message_text(value: &JsonValue<'_>) -> Option<String> {
    match value {
        JsonValue::Text(text) => Some(text.to_string()),
        JsonValue::List(list) => {
            Some(join_sentences(list.iter().filter_map(JsonValue::as_str).map(str::to_owned)))
        }
        JsonValue::Object(fields) => {
            let parts =
                fields.iter().filter_map(|(name, value)| Some(format!("{name}: {}", message_text(value)?)));
            Some(join_sentences(parts))
        }
        _ => None,
    }
}

fn text_field<'a>(fields: &'a JsonObject<'_>, name: &str) -> Option<&'a str> {
    fields.get(name)?.as_str()
}

fn join_sentences(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}
