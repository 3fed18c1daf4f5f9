//! Google Chat by a webhook: a card, the picture fetched from its address; messages of a sprint have one thread by its key.
//! <https://developers.google.com/workspace/chat/quickstart/webhooks>

use emberline_client::{Body, Client, CredentialSource, Method, Request};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{Remedy, call};
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::find_secret_address;
use crate::json::{text_at, with_field};
use crate::limits::MAX_GOOGLE_CHAT_CHARS;
use crate::markup::{line_as_html, to_html};
use crate::message::Message;
use crate::message_lines::{Line, LineRole, TextPart, fit_measured, lines_as_text, message_lines};
use crate::post_error::PostError;

const REMEDIES: [Remedy; 4] = [
    (
        "PERMISSION_DENIED",
        "the webhook was removed or its key is wrong; copy its address again from the space's settings (Apps & integrations)",
    ),
    ("UNAUTHENTICATED", "GOOGLE_CHAT_WEBHOOK_URL must be the whole address, with key and token"),
    ("INVALID_ARGUMENT", "GOOGLE_CHAT_WEBHOOK_URL must be the whole address, with key and token"),
    ("NOT_FOUND", "the space was removed; make a webhook in another one"),
];

/// Google Chat by a webhook.
#[derive(Debug)]
pub struct GoogleChat {
    address: Url,
}

impl GoogleChat {
    /// A webhook; its address is a secret.
    pub const fn new(address: Url) -> Self {
        Self { address }
    }

    pub(super) fn from_environment(source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "it is the address of a webhook from the space's settings (Apps & integrations), with key and token";
        Ok(Self::new(find_secret_address(source, "chat.googleapis.com", "GOOGLE_CHAT_WEBHOOK_URL", hint)?))
    }

    fn request(&self, message: &Message, has_thread: bool) -> Result<Request, PostError> {
        let mut address = self.address.clone();
        if has_thread {
            let option = "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD";
            address.query_pairs_mut().append_pair("messageReplyOption", option);
        }
        let body = webhook_body(message, has_thread)?;
        Ok(Request::new(Method::POST, address).with_secret_address().with_body(Body::Json(body)))
    }
}

impl Chat for GoogleChat {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let request = self.request(delivery.message, placement != Placement::Alone)?;
        let answer = call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted { id: text_at(&answer, "/name").map(str::to_owned), notes: Vec::new() })
    }
}

/// Returns the message with a card.
pub(super) fn webhook_body(message: &Message, has_thread: bool) -> Result<Value, PostError> {
    let address = message.public_address()?;
    let lines = message_lines(message, TextPart::Whole);
    let lines = fit_measured(&lines, MAX_GOOGLE_CHAT_CHARS, |lines| to_html(lines).chars().count());
    let is_news = |line: &&Line| matches!(line.role, LineRole::ListHeading | LineRole::ListItem);
    let (news, state): (Vec<_>, Vec<_>) = lines.iter().skip(1).partition(is_news);
    let image = json!({ "image": { "imageUrl": address.as_str(), "altText": message.alt_text } });
    let widgets: Vec<_> = paragraph(&state).into_iter().chain([image]).chain(paragraph(&news)).collect();
    let card = json!({ "header": { "title": message.title() }, "sections": [{ "widgets": widgets }] });
    let body = json!({
        "fallbackText": lines_as_text(&lines),
        "cardsV2": [{ "cardId": "burndown", "card": card }],
    });
    let thread = has_thread.then(|| json!({ "threadKey": format!("emberline {}", message.sprint_id) }));
    Ok(with_field(body, "thread", thread))
}

fn paragraph(lines: &[&Line]) -> Option<Value> {
    let line_text = |line: &&Line| match line.role {
        LineRole::ListItem => format!("• {}", line_as_html(line)),
        _ => line_as_html(line),
    };
    let text = lines.iter().map(line_text).collect::<Vec<_>>().join("<br>");
    (!text.is_empty()).then(|| json!({ "textParagraph": { "text": text } }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message_with_address;

    #[test]
    fn a_sprint_has_one_thread_by_its_key() {
        let message = message_with_address("https://cdn.example/a.png");
        let chat = GoogleChat::new(
            "https://chat.example/v1/spaces/A/messages?key=K&token=T".parse().expect("an address"),
        );
        let request = chat.request(&message, true).expect("a request");
        assert!(
            request
                .url()
                .as_str()
                .ends_with("token=T&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD")
        );
        let body = webhook_body(&message, true).expect("a body");
        assert_eq!(body["thread"], json!({ "threadKey": "emberline Sprint 12@2026-03-02" }));
        assert_eq!(webhook_body(&message, false).expect("a body").get("thread"), None);
    }

    #[test]
    fn the_card_has_the_picture_between_the_state_and_the_news() {
        let body = webhook_body(&message_with_address("https://cdn.example/a.png"), false).expect("a body");
        let widgets = &body["cardsV2"][0]["card"]["sections"][0]["widgets"];
        assert_eq!(
            widgets[1],
            json!({ "image": { "imageUrl": "https://cdn.example/a.png", "altText": "Burndown of Sprint 12." } })
        );
        assert!(
            widgets[0]["textParagraph"]["text"]
                .as_str()
                .is_some_and(|text| text.starts_with("<b>7 points behind plan</b><br>"))
        );
        assert!(
            widgets[2]["textParagraph"]["text"]
                .as_str()
                .is_some_and(|text| text.contains("<br>• Completed <a href="))
        );
    }
}
