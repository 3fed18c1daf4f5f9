//! Discord by a webhook: the picture is uploaded beside an embed that shows it.
//! <https://docs.discord.com/developers/resources/webhook#execute-webhook>

use emberline_client::{Body, Client, CredentialSource, Method, Request};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{Remedy, call};
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::find_secret_address;
use crate::json::text_at;
use crate::limits::{MAX_DISCORD_ALT_CHARS, MAX_DISCORD_DESCRIPTION_CHARS, MAX_DISCORD_TITLE_CHARS};
use crate::markup::{escape_markdown, to_short_markdown};
use crate::message::Message;
use crate::message_lines::{TextPart, message_lines};
use crate::multipart::{FormPart, encode_form};
use crate::post_error::PostError;
use crate::truncate::truncate_chars;

const REMEDIES: [Remedy; 6] = [
    (
        "10015",
        "the webhook was removed; make a new one in the channel's settings, and set DISCORD_WEBHOOK_URL",
    ),
    ("50027", "DISCORD_WEBHOOK_URL must be the whole address that the channel's settings show"),
    ("40005", "the picture is too large for Discord; draw a smaller one with --scale 1"),
    ("413", "the picture is too large for Discord; draw a smaller one with --scale 1"),
    ("401", "DISCORD_WEBHOOK_URL must be the whole address that the channel's settings show"),
    ("404", "the webhook was removed; make a new one in the channel's settings, and set DISCORD_WEBHOOK_URL"),
];

/// Discord by a webhook.
#[derive(Debug)]
pub struct Discord {
    address: Url,
}

impl Discord {
    /// A webhook; its address is a secret. It may name a thread: `?thread_id=…`.
    pub const fn new(address: Url) -> Self {
        Self { address }
    }

    pub(super) fn from_environment(source: &CredentialSource) -> Result<Self, PostError> {
        let hint =
            "it is the address of a webhook from the channel's settings, https://discord.com/api/webhooks/…";
        Ok(Self::new(find_secret_address(source, "discord.com", "DISCORD_WEBHOOK_URL", hint)?))
    }

    fn request(&self, message: &Message) -> Request {
        let mut address = self.address.clone();
        // Only then the answer has the id of the message, or says that there is none.
        address.query_pairs_mut().append_pair("wait", "true");
        Request::new(Method::POST, address).with_secret_address().with_body(webhook_form(message))
    }
}

impl Chat for Discord {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, _: Placement<'_>) -> Result<Posted, PostError> {
        let answer = call(delivery.client, &self.request(delivery.message))
            .map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted { id: text_at(&answer, "/id").map(str::to_owned), notes: Vec::new() })
    }
}

fn webhook_form(message: &Message) -> Body {
    let payload = payload(message).to_string();
    let file_name = message.file_name();
    encode_form(&[
        FormPart::json("payload_json", &payload),
        FormPart::png("files[0]", &file_name, &message.picture.png),
    ])
}

/// Returns the message: an embed with the texts, which shows the file. Nobody is mentioned, whatever a title says.
pub(super) fn payload(message: &Message) -> Value {
    // The title is the first line.
    let lines = message_lines(message, TextPart::Whole);
    let description = to_short_markdown(lines.get(1..).unwrap_or_default(), MAX_DISCORD_DESCRIPTION_CHARS);
    let file_name = message.file_name();
    json!({
        "embeds": [{
            "title": truncate_chars(&escape_markdown(&message.title()), MAX_DISCORD_TITLE_CHARS),
            "description": description,
            "image": { "url": format!("attachment://{file_name}") },
        }],
        "attachments": [{
            "id": 0,
            "filename": file_name,
            "description": truncate_chars(&message.alt_text, MAX_DISCORD_ALT_CHARS),
        }],
        "allowed_mentions": { "parse": [] },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn the_embed_shows_the_uploaded_file() {
        let payload = payload(&message());
        assert_eq!(payload["embeds"][0]["image"]["url"], "attachment://sprint-12.png");
        assert_eq!(
            payload["attachments"][0],
            json!({ "id": 0, "filename": "sprint-12.png", "description": "Burndown of Sprint 12." })
        );
        assert_eq!(payload["allowed_mentions"], json!({ "parse": [] }));
        let request = Discord::new(
            "https://discord.example/api/webhooks/1/SECRET?thread_id=7".parse().expect("an address"),
        )
        .request(&message());
        assert_eq!(request.url().query(), Some("thread_id=7&wait=true"));
        assert_eq!(request.to_string(), "POST https://discord.example/…");
    }

    #[test]
    fn long_texts_keep_within_the_limits() {
        let mut long = message();
        (long.sprint, long.alt_text) = ("t".repeat(300), "a".repeat(2_000));
        if let Some(changes) = &mut long.changes {
            changes.rows = vec![changes.rows[0].clone(); 1_000];
        }
        let payload = payload(&long);
        let chars = |pointer: &str| {
            payload.pointer(pointer).and_then(Value::as_str).map_or(0, |text| text.chars().count())
        };
        assert_eq!(chars("/embeds/0/title"), MAX_DISCORD_TITLE_CHARS);
        assert_eq!(chars("/attachments/0/description"), MAX_DISCORD_ALT_CHARS);
        assert!((500..=MAX_DISCORD_DESCRIPTION_CHARS).contains(&chars("/embeds/0/description")));
    }
}
