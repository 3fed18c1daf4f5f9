//! One invocation: told apart, answered, logged, counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

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

/// What lives as long as the process.
pub(crate) struct Function {
    service: Arc<Service>,
    router: Router,
    cold: AtomicBool,
}

impl Function {
    pub(crate) fn new(service: Arc<Service>) -> Self {
        let router = http::router(Arc::clone(&service), HttpLimits::default(), None);
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
        let read = Event::read(text);
        let kind = read.as_ref().map_or("unknown", Event::kind);
        let span = tracing::info_span!("invocation", request_id, kind, cold);
        async {
            let (result, count) = match read {
                Ok(event) => self.of(event, request_id).await,
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

    async fn of(&self, event: Event<'_>, request_id: &str) -> (Result<Value, Diagnostic>, Count) {
        match event {
            Event::Http(event) => gateway::answer(self.router.clone(), *event, request_id).await,
            Event::Queue(messages) => {
                let (value, count) = queue::answer(&self.service, messages).await;
                (Ok(value), count)
            }
            Event::Files(records) => files::arrived(&self.service, &records).await,
            Event::Schedule(schedule) => files::scheduled(&self.service, &schedule).await,
            Event::Many(text) => self.many(text).await,
            Event::One(text) => self.one(text).await,
            Event::Test => (Ok(Value::Null), Count::default()),
        }
    }

    async fn one(&self, text: &str) -> (Result<Value, Diagnostic>, Count) {
        let answered = match request::read(text) {
            Ok(request) => self.service.answer(request, true).await,
            Err(error) => Err(Failure::Input(error)),
        };
        let results = [answered];
        let count = Count::of(&results);
        let [answered] = results;
        (answered.and_then(|answer| json(&answer)).map_err(|failure| logged(&failure)), count)
    }

    async fn many(&self, text: &str) -> (Result<Value, Diagnostic>, Count) {
        let requests = match request::read_many(text) {
            Ok(requests) => requests,
            Err(error) => {
                let count = Count { failures: 1, ..Count::default() };
                return (Err(logged(&Failure::Input(error))), count);
            }
        };
        let results = self.service.answers(requests, true).await;
        let count = Count::of(&results);
        for failure in results.iter().filter_map(|result| result.as_ref().err()) {
            logged(failure);
        }
        let outcomes: Vec<Outcome> = results.into_iter().map(Outcome::from).collect();
        (json(&outcomes).map_err(|failure| logged(&failure)), count)
    }
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
