//! Requests as they are written.

use std::borrow::Cow;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
#[cfg(feature = "serve")]
use schemars::{Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Input, PictureFormat, PictureOptions, Request, Source};
use crate::input::object::Object;
use crate::input::{InputError, Place, SprintDocument, json};
use crate::limits::{MAX_REQUESTS, MAX_TEXT_CHARS};

/// One picture to draw: of a `sprint` or a `chart` in the request, or of a `source` in S3, exactly one of them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Request", title = "Emberline request", extend("oneOf" = [{"required": ["sprint"]}, {"required": ["chart"]}, {"required": ["source"]}]))]
struct Wire<'a> {
    /// The sprint: a document; or as a text a CSV table, or a tracker's answers one after another.
    #[serde(borrow, default)]
    #[schemars(with = "Sprint")]
    sprint: Option<&'a RawValue>,
    /// A Chart.js configuration: an object, or a JavaScript literal of data as a text.
    #[serde(borrow, default)]
    #[schemars(with = "Chart")]
    chart: Option<&'a RawValue>,
    /// Where the sprint or the configuration is.
    #[serde(default)]
    #[schemars(with = "WireSource")]
    source: Option<Object<WireSource<'a>>>,
    /// Whose sprint it is: a part of the stored picture's key.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    team: Option<String>,
    /// How the input is read and the picture drawn.
    options: Option<Object<PictureOptions>>,
    /// What to draw. Default: png, or over HTTP what the client accepts.
    format: Option<PictureFormat>,
    /// Whether to store the picture and answer with its address. Default: yes, but over HTTP no.
    store: Option<bool>,
}

/// A file in S3.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
struct WireSource<'a> {
    /// Bucket and key: `my-bucket/in/team/sprint.json`.
    #[serde(borrow)]
    s3: Cow<'a, str>,
}

/// A sprint document, or what is no such document.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "for the schema")]
enum Sprint {
    /// A sprint document.
    Document(SprintDocument),
    /// As a text: a CSV table, or a tracker's answers (JSON) one after another.
    Text(String),
}

/// A Chart.js configuration.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "for the schema")]
enum Chart {
    /// `{"type": …, "data": …, "options": …}`
    Configuration(Map<String, Value>),
    /// The same as a JavaScript literal.
    Literal(String),
}

/// The request in a JSON text.
///
/// # Errors
/// The place, what is found there and what is expected.
pub fn read(text: &str) -> Result<Request, Box<InputError>> {
    let wire: Wire<'_> = json::document(text)?;
    let input = match (wire.sprint, wire.chart, wire.source) {
        (Some(sprint), None, None) => Input::Inline(inline("sprint", sprint.get())?),
        (None, Some(chart), None) => Input::Chart(inline("chart", chart.get())?),
        (None, None, Some(Object(source))) => {
            Input::Stored(Source::parse(&source.s3).map_err(|expected| {
                InputError::new(Place::Path("source.s3".to_owned()), format!("{:?}", source.s3), expected)
            })?)
        }
        (None, None, None) => {
            let expected = "\"sprint\" (a sprint document), \"chart\" (a Chart.js configuration) or \"source\" (an object in S3)";
            return Err(InputError::new(Place::Whole, "a request without data", expected));
        }
        _ => {
            let found = "more than one of \"sprint\", \"chart\" and \"source\"";
            return Err(InputError::new(Place::Whole, found, "one of them"));
        }
    };
    if let Some(chars) = wire.team.as_ref().map(|team| team.chars().count()).filter(|n| *n > MAX_TEXT_CHARS) {
        let (found, expected) =
            (format!("a text of {chars} characters"), format!("at most {MAX_TEXT_CHARS} (MAX_TEXT_CHARS)"));
        let mut error = InputError::new(Place::Path("team".to_owned()), found, expected);
        error.limit = Some("MAX_TEXT_CHARS");
        return Err(error);
    }
    let options = wire.options.map(|Object(options)| options).unwrap_or_default();
    Ok(Request { input, team: wire.team, options, format: wire.format, store: wire.store })
}

/// The requests in a JSON list, each read for itself: a bad one fails alone.
///
/// # Errors
/// The text is no list, or one of more than [`MAX_REQUESTS`] requests.
pub fn read_many(text: &str) -> Result<Vec<Result<Request, Box<InputError>>>, Box<InputError>> {
    let requests: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| {
        InputError::new(Place::Whole, format!("no JSON list ({error})"), "a list of requests")
    })?;
    if requests.len() > MAX_REQUESTS {
        let found = format!("{} requests", requests.len());
        let mut error =
            InputError::new(Place::Whole, found, format!("at most {MAX_REQUESTS} (MAX_REQUESTS)"));
        error.limit = Some("MAX_REQUESTS");
        return Err(error);
    }
    let at = |(index, raw): (usize, &&RawValue)| read(raw.get()).map_err(|e| e.below(&format!("[{index}]")));
    Ok(requests.iter().enumerate().map(at).collect())
}

/// A document as it stands, a text as the table or the literal it holds.
pub(super) fn inline(field: &str, raw: &str) -> Result<String, Box<InputError>> {
    match raw.starts_with('"') {
        true => serde_json::from_str(raw).map_err(|error| {
            InputError::new(Place::Path(field.to_owned()), format!("no text ({error})"), "a text of Unicode")
        }),
        false => Ok(raw.to_owned()),
    }
}

/// The JSON Schema (2020-12) of a request.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<Wire<'static>>().to_value()
}

/// A request's schema in the schema of something larger.
#[cfg(feature = "serve")]
pub(crate) fn subschema(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<Wire<'static>>().to_value()
}

/// Fields of a request and of its parts, each with its schema.
#[cfg(feature = "serve")]
pub(crate) struct Fields {
    pub(crate) request: Map<String, Value>,
    pub(crate) sprint: Map<String, Value>,
    pub(crate) options: Map<String, Value>,
}

/// What there is to say of each field, once.
#[cfg(feature = "serve")]
pub(crate) fn fields(generator: &mut SchemaGenerator) -> Fields {
    let properties = |schema: Schema| match schema.to_value().get_mut("properties").map(Value::take) {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    };
    Fields {
        request: properties(Wire::<'static>::json_schema(generator)),
        sprint: properties(SprintDocument::json_schema(generator)),
        options: properties(PictureOptions::json_schema(generator)),
    }
}
