//! One invocation: told apart, answered, logged, counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use emberline::http::{self, HttpLimits};
use emberline::request;
use emberline::service::{Failure, Outcome, Service};
use lambda_runtime::{Diagnostic, LambdaEvent};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use tracing::Instrument;

use super::count::Count;
use super::event::Event;
use super::{files, gateway, now, queue};

/// Bytes of an answer: Lambda takes 6 MB, and adds some of its own.
pub(crate) const MAX_ANSWER_BYTES: usize = 6_000_000;

/// Shorter than the function's own, so that a client is told.
const HTTP_TIMEOUT: Duration = Duration::from_secs(25);
/// Time that is left for the answer when the work's time is over.
const ANSWERING: Duration = Duration::from_secs(2);

/// What lives as long as the process.
pub(crate) struct Function {
    service: Arc<Service>,
    router: Router,
    cold: AtomicBool,
}

impl Function {
    pub(crate) fn new(service: Arc<Service>) -> Self {
        let limits = HttpLimits { timeout: HTTP_TIMEOUT, ..HttpLimits::default() };
        let router = http::router(Arc::clone(&service), limits, None);
        Self { service, router, cold: AtomicBool::new(true) }
    }

    /// The answer to an event.
    ///
    /// # Errors
    /// A failure's stable type and its message.
    pub(crate) async fn answer(&self, event: LambdaEvent<Box<RawValue>>) -> Result<Value, Diagnostic> {
        let started = Instant::now();
        let (text, request_id) = (event.payload.get(), event.context.request_id.as_str());
        let cold = self.cold.swap(false, Ordering::Relaxed);
        let within = time_left(event.context.deadline);
        let read = Event::read(text);
        let kind = read.as_ref().map_or("unknown", Event::kind);
        let span = tracing::info_span!("invocation", request_id, kind, cold);
        async {
            let (result, count) = match read {
                Ok(event) => self.of(event, request_id, within).await,
                Err(message) => {
                    let error = Diagnostic { error_type: "InvalidInput".to_owned(), error_message: message };
                    (Err(error), Count { failures: 1, ..Count::default() })
                }
            };
            let milliseconds = started.elapsed().as_secs_f64() * 1_000.0;
            let error_type = result.as_ref().err().map(|error| error.error_type.as_str());
            let Count { renders, failures } = count;
            tracing::info!(renders, failures, milliseconds, error_type, "done");
            if let Some(namespace) = &self.service.settings().metrics {
                println!("{}", count.metrics(namespace, kind, milliseconds, now()));
            }
            result
        }
        .instrument(span)
        .await
    }

    async fn of(
        &self,
        event: Event<'_>,
        request_id: &str,
        within: Duration,
    ) -> (Result<Value, Diagnostic>, Count) {
        match event {
            Event::Http(event) => gateway::answer(self.router.clone(), *event, request_id).await,
            Event::Queue(messages) => {
                let (value, count) = queue::answer(&self.service, messages, within).await;
                (Ok(value), count)
            }
            Event::Files(records) => files::arrived(&self.service, &records, within).await,
            Event::Schedule(schedule) => files::scheduled(&self.service, &schedule, within).await,
            Event::Many(text) => self.many(text, within).await,
            Event::One(text) => self.one(text, within).await,
            Event::Test => (Ok(Value::Null), Count::default()),
        }
    }

    async fn one(&self, text: &str, within: Duration) -> (Result<Value, Diagnostic>, Count) {
        let results = self.service.answers(vec![request::read(text)], within).await;
        let count = Count::of(&results);
        let answered = results.into_iter().next().unwrap_or(Err(Failure::Late));
        (answered.and_then(|answer| json(&answer)).map_err(|failure| logged(&failure)), count)
    }

    async fn many(&self, text: &str, within: Duration) -> (Result<Value, Diagnostic>, Count) {
        let requests = match request::read_many(text) {
            Ok(requests) => requests,
            Err(error) => {
                let count = Count { failures: 1, ..Count::default() };
                return (Err(logged(&Failure::Input(error))), count);
            }
        };
        let results = self.service.answers(requests, within).await;
        let count = Count::of(&results);
        for failure in results.iter().filter_map(|result| result.as_ref().err()) {
            logged(failure);
        }
        let outcomes: Vec<Outcome> = results.into_iter().map(Outcome::from).collect();
        (json(&outcomes).map_err(|failure| logged(&failure)), count)
    }
}

/// From now until the function is stopped, less what the answer takes. `deadline` is in milliseconds since 1970.
fn time_left(deadline: u64) -> Duration {
    let now = u64::try_from(now().as_millisecond()).unwrap_or(0);
    Duration::from_millis(deadline.saturating_sub(now)).saturating_sub(ANSWERING)
}

/// An answer as JSON, unless Lambda would refuse it.
fn json(answer: &impl Serialize) -> Result<Value, Failure> {
    let value = serde_json::to_value(answer).map_err(|error| Failure::Internal(error.to_string()))?;
    let found = value.to_string().len();
    match found <= MAX_ANSWER_BYTES {
        true => Ok(value),
        false => Err(Failure::AnswerTooLarge { found, limit: MAX_ANSWER_BYTES }),
    }
}

/// A failure as Lambda reports it; the log holds its reason without the data.
fn logged(failure: &Failure) -> Diagnostic {
    let kind = failure.kind().name();
    tracing::warn!(kind, reason = failure.reason(), "no picture");
    Diagnostic { error_type: kind.to_owned(), error_message: failure.to_string() }
}
