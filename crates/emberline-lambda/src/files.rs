//! Pictures of sprint files in S3: of new files, and of the files of a schedule.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use emberline::PictureOptions;
use emberline::limits::MAX_REQUESTS;
use emberline_server::request::{ObjectLocation, RenderRequest, RequestInput};
use emberline_server::service::{RenderError, RenderOutcome, Service};
use lambda_runtime::Diagnostic;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::Value;

use super::invocation_metrics::InvocationMetrics;

/// The event of a schedule: sprint files whose pictures are drawn and stored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Schedule {
    /// Keys in the function's own bucket, or `s3://bucket/key`.
    sources: Vec<String>,
    /// Options for drawing all of them.
    #[serde(default)]
    options: PictureOptions,
}

/// A notification of S3 about a new object.
#[derive(Debug, Deserialize)]
pub(crate) struct S3Record {
    s3: S3Entity,
}

#[derive(Debug, Deserialize)]
struct S3Entity {
    bucket: BucketName,
    object: ObjectKey,
}

#[derive(Debug, Deserialize)]
struct BucketName {
    name: String,
}

#[derive(Debug, Deserialize)]
struct ObjectKey {
    /// URL-encoded, with `+` for a space.
    key: String,
}

/// Draws and stores the pictures of new files. Folders, and objects below the prefix where pictures are stored, are skipped.
pub(crate) async fn handle_s3_event(
    service: &Arc<Service>,
    records: &[S3Record],
    time_budget: Duration,
) -> (Result<Value, Diagnostic>, InvocationMetrics) {
    let mut requests = Vec::new();
    for S3Record { s3: S3Entity { bucket, object } } in records {
        let key = object.key.replace('+', " ");
        let key = percent_decode_str(&key).decode_utf8_lossy().into_owned();
        let source = ObjectLocation { bucket: bucket.name.clone(), key };
        if is_below_output_prefix(service, &source) || source.key.ends_with('/') {
            tracing::warn!(object = %source, "passed over: no sprint file");
        } else {
            requests.push(request_for(service, source));
        }
    }
    draw_and_store(service, requests, time_budget).await
}

/// Draws and stores the pictures of a schedule's files.
pub(crate) async fn handle_schedule(
    service: &Arc<Service>,
    schedule: &Schedule,
    time_budget: Duration,
) -> (Result<Value, Diagnostic>, InvocationMetrics) {
    let default_bucket = service.settings().bucket.as_ref().map_or("", |bucket| bucket.name.as_str());
    if schedule.sources.len() > MAX_REQUESTS {
        let found = schedule.sources.len();
        let message = format!("sources: found {found} files, expected at most {MAX_REQUESTS} (MAX_REQUESTS)");
        let diagnostic = Diagnostic { error_type: "LimitExceeded".to_owned(), error_message: message };
        return (Err(diagnostic), InvocationMetrics::FAILURE);
    }
    let mut requests = Vec::new();
    for (index, text) in schedule.sources.iter().enumerate() {
        let location = match text.starts_with("s3://") {
            true => Cow::Borrowed(text.as_str()),
            false => Cow::Owned(format!("{default_bucket}/{text}")),
        };
        match ObjectLocation::parse(&location) {
            Ok(source) => {
                requests.push(RenderRequest {
                    options: schedule.options.clone(),
                    ..request_for(service, source)
                });
            }
            Err(expected) => {
                let message = format!("sources[{index}]: found {text:?}, expected {expected}");
                let diagnostic = Diagnostic { error_type: "InvalidInput".to_owned(), error_message: message };
                return (Err(diagnostic), InvocationMetrics::FAILURE);
            }
        }
    }
    draw_and_store(service, requests, time_budget).await
}

/// Draws and stores pictures. The invocation fails if any picture does, so that Lambda retries it and finally sends it to
/// the dead-letter queue; pictures that are stored already are not written again.
async fn draw_and_store(
    service: &Arc<Service>,
    requests: Vec<RenderRequest>,
    time_budget: Duration,
) -> (Result<Value, Diagnostic>, InvocationMetrics) {
    let names: Vec<String> = requests.iter().map(source_name).collect();
    let results = service.render_all(requests.into_iter().map(Ok).collect(), time_budget).await;
    let metrics = InvocationMetrics::from_results(&results);
    let failed: Vec<(&String, &RenderError)> = names
        .iter()
        .zip(&results)
        .filter_map(|(name, result)| Some((name, result.as_ref().err()?)))
        .collect();
    for (object, error) in &failed {
        let (kind, reason) = (error.kind().name(), error.log_reason());
        tracing::warn!(object, kind, reason, "no picture");
    }
    if let Some((_, first)) = failed.first() {
        let all: Vec<String> = failed.iter().map(|(_, error)| error.to_string()).collect();
        let message = format!("{} of {} pictures failed: {}", failed.len(), names.len(), all.join("; "));
        let diagnostic = Diagnostic { error_type: first.kind().name().to_owned(), error_message: message };
        return (Err(diagnostic), metrics);
    }
    let outcomes: Vec<RenderOutcome> = results.into_iter().map(RenderOutcome::from).collect();
    (Ok(serde_json::to_value(outcomes).unwrap_or_default()), metrics)
}

/// The location of a request's file, for logs.
fn source_name(request: &RenderRequest) -> String {
    match &request.input {
        RequestInput::S3Object(source) => source.to_string(),
        RequestInput::InlineSprint(_) | RequestInput::InlineChart(_) => "inline".to_owned(),
    }
}

/// The request for a file's picture. The folder below the prefix of sources is the team: `ember` in `in/ember/sprint.json`.
fn request_for(service: &Service, source: ObjectLocation) -> RenderRequest {
    let path = format!("{}/{}", source.bucket, source.key);
    let rest = service.settings().sources.iter().find_map(|prefix| path.strip_prefix(prefix.as_str()));
    let team = rest.and_then(|rest| rest.split_once('/')).map(|(team, _)| team.to_owned());
    RenderRequest { team, ..RenderRequest::for_object(source) }
}

/// True if the object lies below the prefix where pictures are stored.
fn is_below_output_prefix(service: &Service, source: &ObjectLocation) -> bool {
    let bucket = service.settings().bucket.as_ref();
    bucket
        .is_some_and(|b| b.name == source.bucket && !b.prefix.is_empty() && source.key.starts_with(&b.prefix))
}
