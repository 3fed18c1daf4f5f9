//! Requests for pictures in an SQS queue. Only failed messages are returned to the queue; after its maximal number of
//! attempts, it moves them to the dead-letter queue.

use std::sync::Arc;
use std::time::Duration;

use emberline::error::{InputError, Location};
use emberline_server::request::{self, RenderRequest};
use emberline_server::service::Service;
use serde::Deserialize;
use serde_json::{Value, json};

use super::invocation_metrics::InvocationMetrics;

/// A message of an SQS queue.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QueueMessage {
    message_id: String,
    body: String,
}

/// Draws and stores the pictures of the messages, and returns the list of failed messages.
pub(crate) async fn handle_messages(
    service: &Arc<Service>,
    messages: Vec<QueueMessage>,
    time_budget: Duration,
) -> (Value, InvocationMetrics) {
    let requests = messages.iter().map(|message| parse_request(&message.body)).collect();
    let results = service.render_all(requests, time_budget).await;
    let metrics = InvocationMetrics::from_results(&results);
    let failed: Vec<Value> = messages
        .iter()
        .zip(&results)
        .filter(|(_, result)| result.is_err())
        .map(|(message, _)| json!({ "itemIdentifier": message.message_id }))
        .collect();
    for (message, result) in messages.iter().zip(&results) {
        if let Err(error) = result {
            let (kind, reason) = (error.kind().name(), error.log_reason());
            tracing::warn!(message_id = message.message_id, kind, reason, "no picture");
        }
    }
    (json!({ "batchItemFailures": failed }), metrics)
}

/// Parses a request. One that does not store its picture is an error, because a queue has no receiver for a response.
fn parse_request(body: &str) -> Result<RenderRequest, Box<InputError>> {
    let request = request::read_request(body)?;
    if request.store == Some(false) {
        let expected = "true, or nothing: a queue takes no answer";
        return Err(InputError::new(Location::Path("store".to_owned()), "false", expected));
    }
    Ok(request)
}
