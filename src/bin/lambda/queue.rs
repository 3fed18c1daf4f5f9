//! Render requests in a queue. Each message stands for itself: one that fails is given back alone, and after as many
//! tries as the queue allows it goes to the dead-letter queue.

use std::sync::Arc;
use std::time::Duration;

use emberline::error::{InputError, Place};
use emberline::request::{self, Request};
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
pub(crate) async fn answer(
    service: &Arc<Service>,
    messages: Vec<Message>,
    within: Duration,
) -> (Value, Count) {
    let requests = messages.iter().map(|message| stored(&message.body)).collect();
    let results = service.answers(requests, within).await;
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

/// A queue has nobody to hand a picture to that is not stored.
fn stored(body: &str) -> Result<Request, Box<InputError>> {
    let request = request::read(body)?;
    if request.store == Some(false) {
        return Err(Box::new(InputError {
            file: None,
            tracker: None,
            document: None,
            place: Place::Path("store".to_owned()),
            found: "false".to_owned(),
            expected: "true, or nothing: a queue takes no answer".to_owned(),
            remedy: None,
            limit: None,
            needs: None,
        }));
    }
    Ok(request)
}
