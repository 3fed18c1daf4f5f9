//! Render requests in a queue. Each message stands for itself: one that fails is given back alone, and after as many
//! tries as the queue allows it goes to the dead-letter queue.

use std::sync::Arc;

use emberline::request;
use emberline::service::Service;
use serde::Deserialize;
use serde_json::{Value, json};

use super::count::Count;

/// A message of SQS.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Message {
    message_id: String,
    body: String,
}

/// Draws and stores what the messages ask for; answers with those that failed.
pub(crate) async fn answer(service: &Arc<Service>, messages: Vec<Message>) -> (Value, Count) {
    let requests = messages.iter().map(|message| request::read(&message.body)).collect();
    let results = service.answers(requests, true).await;
    let count = Count::of(&results);
    let failed: Vec<Value> = messages
        .iter()
        .zip(&results)
        .filter(|(_, result)| result.is_err())
        .map(|(message, _)| json!({ "itemIdentifier": message.message_id }))
        .collect();
    for (message, result) in messages.iter().zip(&results) {
        if let Err(failure) = result {
            let (kind, reason) = (failure.kind().name(), failure.reason());
            tracing::warn!(message_id = message.message_id, kind, reason, "no picture");
        }
    }
    (json!({ "batchItemFailures": failed }), count)
}
