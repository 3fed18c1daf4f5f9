//! Detection of the kind of an event by its fields.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::files::{S3Record, Schedule};
use super::gateway::HttpEvent;
use super::queue::QueueMessage;

/// An event, by its kind.
pub(crate) enum Event<'a> {
    /// An HTTP request of a Function URL or an API Gateway.
    Http(Box<HttpEvent>),
    /// Messages of an SQS queue, each with a request for a picture.
    Queue(Vec<QueueMessage>),
    /// Notifications of new files in a bucket.
    S3Files(Vec<S3Record>),
    /// Files to draw on a schedule.
    Schedule(Box<Schedule>),
    /// A list of requests for pictures, as JSON.
    RequestList(&'a str),
    /// A request for a picture, as JSON.
    SingleRequest(&'a str),
    /// S3's test event, sent when notifications are set up; nothing has to be done.
    S3Test,
}

/// The fields by which the kinds of events differ.
#[derive(Deserialize)]
struct EventFields<'a> {
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
struct RecordOrigin {
    #[serde(rename = "eventSource")]
    event_source: String,
}

impl<'a> Event<'a> {
    /// Parses an event.
    ///
    /// # Errors
    /// The event has the fields of a kind, but is invalid.
    pub(crate) fn parse(text: &'a str) -> Result<Self, String> {
        let invalid =
            |kind: &'static str| move |error: serde_json::Error| format!("an event of {kind}: {error}");
        if text.trim_start().starts_with('[') {
            return Ok(Self::RequestList(text));
        }
        // Any JSON other than an object is left to the parser of requests, which reports it.
        let Ok(fields) = serde_json::from_str::<EventFields<'_>>(text) else {
            return Ok(Self::SingleRequest(text));
        };
        if let Some(records) = fields.records {
            let origins: Vec<RecordOrigin> =
                serde_json::from_str(records.get()).map_err(invalid("a list of records"))?;
            return match origins.first().map(|origin| origin.event_source.as_str()) {
                Some("aws:sqs") => {
                    serde_json::from_str(records.get()).map(Self::Queue).map_err(invalid("SQS"))
                }
                Some("aws:s3") => {
                    serde_json::from_str(records.get()).map(Self::S3Files).map_err(invalid("S3"))
                }
                found => Err(format!("found records of {found:?}, expected those of aws:sqs or aws:s3")),
            };
        }
        if fields.request_context.is_some() {
            return serde_json::from_str(text)
                .map(|event| Self::Http(Box::new(event)))
                .map_err(invalid("API Gateway"));
        }
        if fields.sources.is_some() {
            return serde_json::from_str(text).map(Self::Schedule).map_err(invalid("a schedule"));
        }
        match (fields.detail_type, fields.detail) {
            (Some(_), Some(detail)) => serde_json::from_str(detail.get()).map(Self::Schedule).map_err(|_| {
                "found an event of EventBridge without a list of sources, expected detail.sources, or \
                 {\"sources\": [\"in/team/sprint.json\"]} as the schedule's constant input"
                    .to_owned()
            }),
            _ if fields.event.as_deref() == Some("s3:TestEvent") => Ok(Self::S3Test),
            _ => Ok(Self::SingleRequest(text)),
        }
    }

    /// Name of the kind, for logs and metrics.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Http(_) => "http",
            Self::Queue(_) => "sqs",
            Self::S3Files(_) => "s3",
            Self::Schedule(_) => "schedule",
            Self::RequestList(_) | Self::SingleRequest(_) => "invoke",
            Self::S3Test => "test",
        }
    }
}
