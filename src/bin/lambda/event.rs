//! What invoked the function, told by the shape of its event.

use emberline::request::PictureOptions;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::files::Record;
use super::gateway::HttpEvent;
use super::queue::Message;

/// An event of each kind that is answered.
pub(crate) enum Event<'a> {
    /// A Function URL or an API Gateway.
    Http(Box<HttpEvent>),
    /// Render requests in a queue.
    Queue(Vec<Message>),
    /// Files that came into a bucket.
    Files(Vec<Record>),
    /// Files to draw at this time.
    Schedule(Box<Schedule>),
    /// A list of render requests.
    Many(&'a str),
    /// A render request.
    One(&'a str),
    /// Nothing to do: S3's word that its notifications have been set up.
    Test,
}

/// A list of sprint files; each is drawn and stored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Schedule {
    /// Keys in the function's own bucket, or `s3://bucket/key`.
    pub(crate) sources: Vec<String>,
    /// How all of them are drawn.
    #[serde(default)]
    pub(crate) options: PictureOptions,
}

/// The fields by which events differ.
#[derive(Deserialize)]
struct Shape<'a> {
    #[serde(rename = "Records", borrow)]
    records: Option<&'a RawValue>,
    #[serde(rename = "requestContext")]
    request_context: Option<IgnoredAny>,
    #[serde(rename = "detail-type")]
    detail_type: Option<IgnoredAny>,
    #[serde(borrow)]
    detail: Option<&'a RawValue>,
    sources: Option<IgnoredAny>,
    #[serde(rename = "Event")]
    event: Option<String>,
}

#[derive(Deserialize)]
struct Origin {
    #[serde(rename = "eventSource")]
    event_source: String,
}

impl<'a> Event<'a> {
    /// The event in a text.
    ///
    /// # Errors
    /// An event that is almost of a kind: what is wrong with it.
    pub(crate) fn read(text: &'a str) -> Result<Self, String> {
        let wrong =
            |kind: &'static str| move |error: serde_json::Error| format!("an event of {kind}: {error}");
        if text.trim_start().starts_with('[') {
            return Ok(Self::Many(text));
        }
        // What is no object is no event, and its reader says so best.
        let Ok(shape) = serde_json::from_str::<Shape<'_>>(text) else { return Ok(Self::One(text)) };
        if let Some(records) = shape.records {
            let origins: Vec<Origin> =
                serde_json::from_str(records.get()).map_err(wrong("a list of records"))?;
            return match origins.first().map(|origin| origin.event_source.as_str()) {
                Some("aws:sqs") => serde_json::from_str(records.get()).map(Self::Queue).map_err(wrong("SQS")),
                Some("aws:s3") => serde_json::from_str(records.get()).map(Self::Files).map_err(wrong("S3")),
                found => Err(format!("found records of {found:?}, expected those of aws:sqs or aws:s3")),
            };
        }
        if shape.request_context.is_some() {
            return serde_json::from_str(text)
                .map(|event| Self::Http(Box::new(event)))
                .map_err(wrong("API Gateway"));
        }
        if shape.sources.is_some() {
            return serde_json::from_str(text).map(Self::Schedule).map_err(wrong("a schedule"));
        }
        match (shape.detail_type, shape.detail) {
            (Some(_), Some(detail)) => serde_json::from_str(detail.get()).map(Self::Schedule).map_err(|_| {
                "found an event of EventBridge without a list of sources, expected detail.sources, or \
                 {\"sources\": [\"in/team/sprint.json\"]} as the schedule's constant input"
                    .to_owned()
            }),
            _ if shape.event.as_deref() == Some("s3:TestEvent") => Ok(Self::Test),
            _ => Ok(Self::One(text)),
        }
    }

    /// Its kind, for logs and metrics.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Http(_) => "http",
            Self::Queue(_) => "sqs",
            Self::Files(_) => "s3",
            Self::Schedule(_) => "schedule",
            Self::Many(_) | Self::One(_) => "invoke",
            Self::Test => "test",
        }
    }
}
