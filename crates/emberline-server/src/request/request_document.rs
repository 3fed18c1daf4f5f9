//! The JSON form of a request. Doc comments of fields are the descriptions in its schema.

use std::borrow::Cow;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use emberline::PictureOptions;
use emberline::error::{InputError, Location};
use emberline::json::{SprintDocumentSchema, StrictObject, inline_text, parse_document};

use super::picture_format::PictureFormat;
use super::render_request::{ObjectLocation, RenderRequest, RequestInput};
use emberline::limits::{MAX_REQUESTS, MAX_TEXT_CHARS};

/// One picture to draw: of a `sprint` or a `chart` in the request, or of a `source` in S3, exactly one of them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Request", title = "Emberline request", extend("oneOf" = [{"required": ["sprint"]}, {"required": ["chart"]}, {"required": ["source"]}]))]
struct RequestDocument<'a> {
    /// The sprint: a document; or as a text a CSV table, or a tracker's answers one after another.
    #[serde(borrow, default)]
    #[schemars(with = "SprintInput")]
    sprint: Option<&'a RawValue>,
    /// A Chart.js configuration: an object, or a JavaScript literal of data as a text.
    #[serde(borrow, default)]
    #[schemars(with = "ChartInput")]
    chart: Option<&'a RawValue>,
    /// Where the sprint or the configuration is.
    #[serde(default)]
    #[schemars(with = "SourceDocument")]
    source: Option<StrictObject<SourceDocument<'a>>>,
    /// Whose sprint it is: a part of the stored picture's key.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    team: Option<String>,
    /// How the input is read and the picture drawn.
    options: Option<StrictObject<PictureOptions>>,
    /// What to draw. Default: png, or over HTTP what the client accepts.
    format: Option<PictureFormat>,
    /// Whether to store the picture and answer with its address. Default: yes, but over HTTP no.
    store: Option<bool>,
}

/// A file in S3.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source")]
struct SourceDocument<'a> {
    /// Bucket and key: `my-bucket/in/team/sprint.json`.
    #[serde(borrow)]
    s3: Cow<'a, str>,
}

/// A sprint document, or what is no such document.
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Sprint")]
#[allow(dead_code, reason = "for the schema")]
enum SprintInput {
    /// A sprint document.
    Document(SprintDocumentSchema),
    /// As a text: a CSV table, or a tracker's answers (JSON) one after another.
    Text(String),
}

/// A Chart.js configuration.
#[derive(JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "Chart")]
#[allow(dead_code, reason = "for the schema")]
enum ChartInput {
    /// `{"type": …, "data": …, "options": …}`
    Configuration(Map<String, Value>),
    /// The same as a JavaScript literal.
    Literal(String),
}

/// Reads a request from JSON.
///
/// # Errors
/// The location, the value found there and the expected one.
pub fn read_request(text: &str) -> Result<RenderRequest, Box<InputError>> {
    let document: RequestDocument<'_> = parse_document(text)?;
    let input = match (document.sprint, document.chart, document.source) {
        (Some(sprint), None, None) => RequestInput::InlineSprint(inline_text("sprint", sprint.get())?),
        (None, Some(chart), None) => RequestInput::InlineChart(inline_text("chart", chart.get())?),
        (None, None, Some(StrictObject(source))) => {
            RequestInput::S3Object(ObjectLocation::parse(&source.s3).map_err(|expected| {
                InputError::new(Location::Path("source.s3".to_owned()), format!("{:?}", source.s3), expected)
            })?)
        }
        (None, None, None) => return Err(missing_input()),
        _ => {
            let found = "more than one of \"sprint\", \"chart\" and \"source\"";
            return Err(InputError::new(Location::EntireInput, found, "one of them"));
        }
    };
    check_team(document.team.as_deref())?;
    let options = document.options.map(|StrictObject(options)| options).unwrap_or_default();
    Ok(RenderRequest { input, team: document.team, options, format: document.format, store: document.store })
}

/// The error for a request without an input.
pub(crate) fn missing_input() -> Box<InputError> {
    let expected = "\"sprint\" (a sprint document), \"chart\" (a Chart.js configuration) or \"source\" (an object in S3)";
    InputError::new(Location::EntireInput, "a request without data", expected)
}

/// Checks the length of the team's name.
pub(crate) fn check_team(team: Option<&str>) -> Result<(), Box<InputError>> {
    let chars = team.map_or(0, |team| team.chars().count());
    if chars <= MAX_TEXT_CHARS {
        return Ok(());
    }
    let (location, found) = (Location::Path("team".to_owned()), format!("a text of {chars} characters"));
    Err(InputError::limit_exceeded(location, found, "MAX_TEXT_CHARS", MAX_TEXT_CHARS))
}

/// Reads a list of requests from JSON. An invalid request does not affect the others.
///
/// # Errors
/// The text is not a list, or the list has more than [`MAX_REQUESTS`] requests.
pub fn read_requests(text: &str) -> Result<Vec<Result<RenderRequest, Box<InputError>>>, Box<InputError>> {
    let requests: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| {
        InputError::new(Location::EntireInput, format!("no JSON list ({error})"), "a list of requests")
    })?;
    if requests.len() > MAX_REQUESTS {
        let found = format!("{} requests", requests.len());
        return Err(InputError::limit_exceeded(Location::EntireInput, found, "MAX_REQUESTS", MAX_REQUESTS));
    }
    let requests = requests.iter().enumerate();
    let read = |(index, raw): (usize, &&RawValue)| {
        read_request(raw.get()).map_err(|error| error.with_parent_path(&format!("[{index}]")))
    };
    Ok(requests.map(read).collect())
}

/// The JSON Schema (2020-12) of a request.
pub fn request_schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    generator.into_root_schema_for::<RequestDocument<'static>>().to_value()
}

/// The schema of a request as a part of another schema.
pub(crate) fn request_subschema(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<RequestDocument<'static>>().to_value()
}

/// Schemas of the fields of a request and of its parts, by name.
pub(crate) struct RequestFieldSchemas {
    pub(crate) request: Map<String, Value>,
    pub(crate) sprint: Map<String, Value>,
    pub(crate) options: Map<String, Value>,
}

/// The schemas of the fields of a request and of its parts.
pub(crate) fn request_field_schemas(generator: &mut SchemaGenerator) -> RequestFieldSchemas {
    let properties = |schema: Schema| match schema.to_value().get_mut("properties").map(Value::take) {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    };
    RequestFieldSchemas {
        request: properties(RequestDocument::<'static>::json_schema(generator)),
        sprint: properties(SprintDocumentSchema::json_schema(generator)),
        options: properties(PictureOptions::json_schema(generator)),
    }
}
