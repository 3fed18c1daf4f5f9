//! Sprint files in S3: those that have just come, and those of a schedule.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use emberline::limits::MAX_REQUESTS;
use emberline::request::{Request, Source};
use emberline::service::{Failure, Outcome, Service};
use lambda_runtime::Diagnostic;
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde_json::Value;

use super::count::Count;
use super::event::Schedule;

/// What S3 says of an object.
#[derive(Debug, Deserialize)]
pub(crate) struct Record {
    s3: Entity,
}

#[derive(Debug, Deserialize)]
struct Entity {
    bucket: Named,
    object: Object,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Object {
    /// URL-encoded, with `+` for a space.
    key: String,
}

/// Draws files that have come. Pictures of our own and folders are no sprints.
pub(crate) async fn arrived(
    service: &Arc<Service>,
    records: &[Record],
    within: Duration,
) -> (Result<Value, Diagnostic>, Count) {
    let mut requests = Vec::new();
    for Record { s3: Entity { bucket, object } } in records {
        let key = object.key.replace('+', " ");
        let key = percent_decode_str(&key).decode_utf8_lossy().into_owned();
        let source = Source { bucket: bucket.name.clone(), key };
        if is_own(service, &source) || source.key.ends_with('/') {
            tracing::warn!(object = %source, "passed over: no sprint file");
        } else {
            requests.push(of(service, source));
        }
    }
    draw(service, requests, within).await
}

/// Draws the files of a schedule.
pub(crate) async fn scheduled(
    service: &Arc<Service>,
    schedule: &Schedule,
    within: Duration,
) -> (Result<Value, Diagnostic>, Count) {
    let own = service.settings().bucket.as_ref().map_or("", |bucket| bucket.name.as_str());
    if schedule.sources.len() > MAX_REQUESTS {
        let found = schedule.sources.len();
        let message = format!("sources: found {found} files, expected at most {MAX_REQUESTS} (MAX_REQUESTS)");
        let error = Diagnostic { error_type: "LimitExceeded".to_owned(), error_message: message };
        return (Err(error), Count { failures: 1, ..Count::default() });
    }
    let mut requests = Vec::new();
    for (index, text) in schedule.sources.iter().enumerate() {
        let whole = match text.starts_with("s3://") {
            true => Cow::Borrowed(text.as_str()),
            false => Cow::Owned(format!("{own}/{text}")),
        };
        match Source::parse(&whole) {
            Ok(source) => {
                requests.push(Request { options: schedule.options.clone(), ..of(service, source) });
            }
            Err(expected) => {
                let message = format!("sources[{index}]: found {text:?}, expected {expected}");
                let error = Diagnostic { error_type: "InvalidInput".to_owned(), error_message: message };
                return (Err(error), Count { failures: 1, ..Count::default() });
            }
        }
    }
    draw(service, requests, within).await
}

/// Draws and stores; the invocation fails when any picture did, so that it is tried again and at last ends in the
/// dead-letter queue. What was stored before is not written twice.
async fn draw(
    service: &Arc<Service>,
    requests: Vec<Request>,
    within: Duration,
) -> (Result<Value, Diagnostic>, Count) {
    let names: Vec<String> = requests.iter().map(name).collect();
    let results = service.answers(requests.into_iter().map(Ok).collect(), within).await;
    let count = Count::of(&results);
    let failed: Vec<(&String, &Failure)> = names
        .iter()
        .zip(&results)
        .filter_map(|(name, result)| Some((name, result.as_ref().err()?)))
        .collect();
    for (object, failure) in &failed {
        let (kind, reason) = (failure.kind().name(), failure.reason());
        tracing::warn!(object, kind, reason, "no picture");
    }
    if let Some((_, first)) = failed.first() {
        let all: Vec<String> = failed.iter().map(|(_, failure)| failure.to_string()).collect();
        let message = format!("{} of {} pictures failed: {}", failed.len(), names.len(), all.join("; "));
        let error = Diagnostic { error_type: first.kind().name().to_owned(), error_message: message };
        return (Err(error), count);
    }
    let outcomes: Vec<Outcome> = results.into_iter().map(Outcome::from).collect();
    (Ok(serde_json::to_value(outcomes).unwrap_or_default()), count)
}

fn name(request: &Request) -> String {
    match &request.input {
        emberline::request::Input::Stored(source) => source.to_string(),
        emberline::request::Input::Inline(_) | emberline::request::Input::Chart(_) => "inline".to_owned(),
    }
}

/// A file's request; the folder below the allowed prefix is the team: `in/ember/sprint.json` → `ember`.
fn of(service: &Service, source: Source) -> Request {
    let whole = format!("{}/{}", source.bucket, source.key);
    let rest = service.settings().sources.iter().find_map(|allowed| whole.strip_prefix(allowed.as_str()));
    let team = rest.and_then(|rest| rest.split_once('/')).map(|(team, _)| team.to_owned());
    Request { team, ..Request::of(source) }
}

fn is_own(service: &Service, source: &Source) -> bool {
    let bucket = service.settings().bucket.as_ref();
    bucket
        .is_some_and(|b| b.name == source.bucket && !b.prefix.is_empty() && source.key.starts_with(&b.prefix))
}
