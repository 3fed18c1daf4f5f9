//! Handling of an invocation: the event is parsed, dispatched by its kind, logged and counted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use emberline_server::http::{self, HttpLimits};
use emberline_server::request;
use emberline_server::service::{RenderError, RenderOutcome, Service};
use jiff::Timestamp;
use lambda_runtime::{Diagnostic, LambdaEvent};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use tracing::Instrument;

use super::event::Event;
use super::invocation_metrics::InvocationMetrics;
use super::limits::MAX_RESPONSE_BYTES;
use super::{files, gateway, queue};

/// Timeout of an HTTP request. It is shorter than the function's own, so that the client gets a response.
const HTTP_TIMEOUT: Duration = Duration::from_secs(25);
/// Time that is reserved for the response when the time for drawing is over.
const RESPONSE_RESERVE: Duration = Duration::from_secs(2);

/// The function with the state that lives as long as the process.
pub(crate) struct Function {
    service: Arc<Service>,
    router: Router,
    clock: fn() -> Timestamp,
    is_cold: AtomicBool,
}

impl Function {
    pub(crate) fn new(service: Arc<Service>, clock: fn() -> Timestamp) -> Self {
        let limits = HttpLimits { timeout: HTTP_TIMEOUT, ..HttpLimits::default() };
        let router = http::router(Arc::clone(&service), limits, None);
        Self { service, router, clock, is_cold: AtomicBool::new(true) }
    }

    /// Handles an event and returns the response.
    ///
    /// # Errors
    /// The stable name of the error's kind, and its message.
    pub(crate) async fn handle_event(&self, event: LambdaEvent<Box<RawValue>>) -> Result<Value, Diagnostic> {
        let started = Instant::now();
        let (text, request_id) = (event.payload.get(), event.context.request_id.as_str());
        let cold = self.is_cold.swap(false, Ordering::Relaxed);
        let time_budget = time_until(event.context.deadline, (self.clock)());
        let parsed = Event::parse(text);
        let kind = parsed.as_ref().map_or("unknown", Event::kind);
        let span = tracing::info_span!("invocation", request_id, kind, cold);
        async {
            let (result, metrics) = match parsed {
                Ok(event) => self.dispatch(event, request_id, time_budget).await,
                Err(message) => {
                    let error = Diagnostic { error_type: "InvalidInput".to_owned(), error_message: message };
                    (Err(error), InvocationMetrics::FAILURE)
                }
            };
            let milliseconds = started.elapsed().as_secs_f64() * 1_000.0;
            let error_type = result.as_ref().err().map(|error| error.error_type.as_str());
            let InvocationMetrics { renders, failures } = metrics;
            tracing::info!(renders, failures, milliseconds, error_type, "done");
            if let Some(namespace) = &self.service.settings().metrics {
                println!("{}", metrics.to_embedded_metric(namespace, kind, milliseconds, (self.clock)()));
            }
            result
        }
        .instrument(span)
        .await
    }

    /// Passes an event to the handler of its kind.
    async fn dispatch(
        &self,
        event: Event<'_>,
        request_id: &str,
        time_budget: Duration,
    ) -> (Result<Value, Diagnostic>, InvocationMetrics) {
        match event {
            Event::Http(event) => gateway::handle_http_event(self.router.clone(), *event, request_id).await,
            Event::Queue(messages) => {
                let (value, metrics) = queue::handle_messages(&self.service, messages, time_budget).await;
                (Ok(value), metrics)
            }
            Event::S3Files(records) => files::handle_s3_event(&self.service, &records, time_budget).await,
            Event::Schedule(schedule) => files::handle_schedule(&self.service, &schedule, time_budget).await,
            Event::RequestList(text) => self.handle_requests(text, time_budget).await,
            Event::SingleRequest(text) => self.handle_request(text, time_budget).await,
            Event::S3Test => (Ok(Value::Null), InvocationMetrics::default()),
        }
    }

    /// Handles a request for a picture.
    async fn handle_request(
        &self,
        text: &str,
        time_budget: Duration,
    ) -> (Result<Value, Diagnostic>, InvocationMetrics) {
        let results = self.service.render_all(vec![request::read_request(text)], time_budget).await;
        let metrics = InvocationMetrics::from_results(&results);
        let result = results.into_iter().next().unwrap_or(Err(RenderError::DeadlineExceeded));
        (
            result
                .and_then(|response| to_json_within_limit(&response))
                .map_err(|error| log_as_diagnostic(&error)),
            metrics,
        )
    }

    /// Handles a list of requests. Invalid or failed requests have an error in the response.
    async fn handle_requests(
        &self,
        text: &str,
        time_budget: Duration,
    ) -> (Result<Value, Diagnostic>, InvocationMetrics) {
        let requests = match request::read_requests(text) {
            Ok(requests) => requests,
            Err(error) => {
                let metrics = InvocationMetrics::FAILURE;
                return (Err(log_as_diagnostic(&RenderError::Input(error))), metrics);
            }
        };
        let results = self.service.render_all(requests, time_budget).await;
        let metrics = InvocationMetrics::from_results(&results);
        for error in results.iter().filter_map(|result| result.as_ref().err()) {
            log_as_diagnostic(error);
        }
        let outcomes: Vec<RenderOutcome> = results.into_iter().map(RenderOutcome::from).collect();
        (to_json_within_limit(&outcomes).map_err(|error| log_as_diagnostic(&error)), metrics)
    }
}

/// The time from `now` until the function is stopped, without the reserve for the response. `deadline` is in milliseconds
/// since 1970.
fn time_until(deadline: u64, now: Timestamp) -> Duration {
    let now = u64::try_from(now.as_millisecond()).unwrap_or(0);
    Duration::from_millis(deadline.saturating_sub(now)).saturating_sub(RESPONSE_RESERVE)
}

/// Converts a response to JSON.
///
/// # Errors
/// The response has more bytes than Lambda accepts.
fn to_json_within_limit(response: &impl Serialize) -> Result<Value, RenderError> {
    let value = serde_json::to_value(response).map_err(|error| RenderError::Internal(error.to_string()))?;
    let found = value.to_string().len();
    match found <= MAX_RESPONSE_BYTES {
        true => Ok(value),
        false => Err(RenderError::AnswerTooLarge { found, limit: MAX_RESPONSE_BYTES }),
    }
}

/// Logs an error without any data of the request, and converts it into the form that Lambda reports.
fn log_as_diagnostic(error: &RenderError) -> Diagnostic {
    let kind = error.kind().name();
    tracing::warn!(kind, reason = error.log_reason(), "no picture");
    Diagnostic { error_type: kind.to_owned(), error_message: error.to_string() }
}
