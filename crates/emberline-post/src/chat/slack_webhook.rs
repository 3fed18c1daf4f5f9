//! Slack by an incoming webhook, which takes no files: the picture is fetched from its address.
//! <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>

use emberline_client::{Body, Client, CredentialSource, Method, Request};
use serde_json::{Value, json};
use url::Url;

use super::slack::{message_blocks, message_text};
use crate::answer::{Remedy, call};
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::find_secret_address;
use crate::limits::{MAX_SLACK_BLOCK_ALT_CHARS, MAX_SLACK_URL_CHARS};
use crate::message::Message;
use crate::message_lines::TextPart;
use crate::post_error::PostError;
use crate::truncate::truncate_chars;

const REMEDIES: [Remedy; 7] = [
    (
        "invalid_blocks",
        "Slack can't fetch the picture; --picture-url must be an address that everybody can open",
    ),
    (
        "invalid_payload",
        "Slack can't fetch the picture; --picture-url must be an address that everybody can open",
    ),
    ("no_service", "the webhook was removed; make a new one, and set SLACK_WEBHOOK_URL"),
    ("no_active_hooks", "the webhook is disabled; make a new one, and set SLACK_WEBHOOK_URL"),
    ("channel_is_archived", "the channel is archived; make a webhook for another one"),
    ("action_prohibited", "the workspace forbids webhooks to post here; ask an administrator"),
    ("404", "make a new webhook, and set SLACK_WEBHOOK_URL to its whole address"),
];

/// Slack by an incoming webhook.
#[derive(Debug)]
pub struct SlackWebhook {
    address: Url,
}

impl SlackWebhook {
    /// A webhook; its address is a secret.
    pub const fn new(address: Url) -> Self {
        Self { address }
    }

    pub(super) fn from_environment(source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "it is the address of an incoming webhook, https://hooks.slack.com/services/…; to post by bot token, name a channel: slack:#CHANNEL";
        Ok(Self::new(find_secret_address(source, "hooks.slack.com", "SLACK_WEBHOOK_URL", hint)?))
    }
}

impl Chat for SlackWebhook {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, _: Placement<'_>) -> Result<Posted, PostError> {
        let body = webhook_body(delivery.message)?;
        let request = Request::new(Method::POST, self.address.clone())
            .with_secret_address()
            .with_body(Body::Json(body));
        call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted::default())
    }
}

/// Returns the message with an image block.
pub(super) fn webhook_body(message: &Message) -> Result<Value, PostError> {
    let address = message.public_address()?;
    let chars = address.as_str().chars().count();
    if chars > MAX_SLACK_URL_CHARS {
        return Err(PostError::Picture(format!(
            "--picture-url: found {chars} characters, Slack takes {MAX_SLACK_URL_CHARS}"
        )));
    }
    let mut blocks = message_blocks(message, TextPart::Whole);
    if let Some(blocks) = blocks.as_array_mut() {
        let alt = truncate_chars(&message.alt_text, MAX_SLACK_BLOCK_ALT_CHARS);
        blocks.push(json!({ "type": "image", "image_url": address.as_str(), "alt_text": alt }));
    }
    Ok(json!({ "text": message_text(message, TextPart::Whole), "blocks": blocks }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::{message, message_with_address};

    #[test]
    fn the_picture_is_an_image_block() {
        let body = webhook_body(&message_with_address("https://cdn.example/a.png")).expect("a body");
        assert_eq!(
            body["blocks"][1],
            json!({ "type": "image", "image_url": "https://cdn.example/a.png", "alt_text": "Burndown of Sprint 12." })
        );
        assert_eq!(body["blocks"][0]["type"], "rich_text");
    }

    #[test]
    fn an_address_is_needed_that_is_not_too_long() {
        let error = webhook_body(&message()).expect_err("no address").to_string();
        assert!(error.contains("--picture-url"), "{error}");
        let long = format!("https://cdn.example/{}", "a".repeat(MAX_SLACK_URL_CHARS - 19));
        let error = webhook_body(&message_with_address(&long)).expect_err("too long").to_string();
        assert_eq!(error, "--picture-url: found 3001 characters, Slack takes 3000");
    }
}
