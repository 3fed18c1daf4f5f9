//! Zulip by the API key of a bot: the picture is uploaded and linked; a topic is the thread of a sprint.
//! <https://zulip.com/api/send-message>

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emberline_client::{Body, Client, CredentialSource, ExposeSecret, Method, Request, SecretString};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{Remedy, call, require_text};
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::{find_address, find_secret, require_text_variable, with_path};
use crate::limits::{MAX_ZULIP_ALT_CHARS, MAX_ZULIP_CHARS, MAX_ZULIP_TOPIC_CHARS};
use crate::markup::{escape_markdown, to_short_markdown};
use crate::message::Message;
use crate::message_lines::{TextPart, message_lines};
use crate::multipart::{FormPart, encode_form};
use crate::post_error::PostError;
use crate::truncate::truncate_chars;

const REMEDIES: [Remedy; 5] = [
    ("STREAM_DOES_NOT_EXIST", "check the channel's name; a private channel needs the bot as a subscriber"),
    ("UNAUTHORIZED", "ZULIP_EMAIL and ZULIP_API_KEY must be those of the bot, from Settings, Bots"),
    ("401", "ZULIP_EMAIL and ZULIP_API_KEY must be those of the bot, from Settings, Bots"),
    ("404", "ZULIP_SITE must be the address of the organisation, such as https://acme.zulipchat.com"),
    ("413", "the picture is too large for this server; draw a smaller one with --scale 1"),
];

/// Zulip by the API key of a bot.
#[derive(Debug)]
pub struct Zulip {
    /// The channel, or `channel/topic`.
    channel: String,
    site: Url,
    email: String,
    key: SecretString,
}

impl Zulip {
    /// A bot that posts into a channel, or into a topic of it (`channel/topic`).
    pub const fn new(channel: String, site: Url, email: String, key: SecretString) -> Self {
        Self { channel, site, email, key }
    }

    pub(super) fn from_environment(channel: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let site = find_address(
            "ZULIP_SITE",
            "the address of the organisation, such as https://acme.zulipchat.com",
        )?;
        let email = require_text_variable("ZULIP_EMAIL", "the bot's e-mail address from Settings, Bots")?;
        let host = site.host_str().unwrap_or_default().to_owned();
        let key = find_secret(source, &host, "ZULIP_API_KEY", "it is the bot's API key from Settings, Bots")?;
        Ok(Self::new(channel.to_owned(), site, email, key))
    }

    fn request(&self, path: &str) -> Request {
        let basic = STANDARD.encode(format!("{}:{}", self.email, self.key.expose_secret()));
        Request::new(Method::POST, with_path(&self.site, &["api", "v1"], &[path]))
            .with_header("Authorization", format!("Basic {basic}"))
    }
}

impl Chat for Zulip {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(self.channel.clone())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, _: Placement<'_>) -> Result<Posted, PostError> {
        let Delivery { client, channel, message } = *delivery;
        let form = encode_form(&[FormPart::png("file", &message.file_name(), &message.picture.png)]);
        let upload = self.request("user_uploads").with_body(form);
        let answer = call(client, &upload).map_err(|error| error.with_remedy(&REMEDIES))?;
        // Servers before 9.0 (2024) call it uri.
        let address = require_text(&answer, "/url", &upload.to_string())
            .or_else(|error| require_text(&answer, "/uri", "").map_err(|_| error))?;
        let request =
            self.request("messages").with_body(Body::Form(message_fields(channel, message, &address)));
        let answer = call(client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted { id: answer.get("id").map(Value::to_string), notes: Vec::new() })
    }
}

/// Returns the message in a topic: the one of the target, else one named after the sprint.
fn message_fields(channel: &str, message: &Message, address: &str) -> Vec<(String, String)> {
    let (stream, topic) = match channel.split_once('/') {
        Some((stream, topic)) => (stream, topic.to_owned()),
        None => (channel, message.title()),
    };
    let text = to_short_markdown(&message_lines(message, TextPart::Whole), MAX_ZULIP_CHARS / 2);
    let alt = escape_markdown(&truncate_chars(&message.alt_text, MAX_ZULIP_ALT_CHARS));
    let content = format!("{text}\n[{alt}]({address})");
    [
        ("type", "stream".to_owned()),
        ("to", stream.to_owned()),
        ("topic", truncate_chars(&topic, MAX_ZULIP_TOPIC_CHARS)),
        ("content", content),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// Returns the fields of the message, as a dry run shows them.
pub(super) fn preview(channel: &str, message: &Message) -> Vec<(String, Value)> {
    let fields = message_fields(channel, message, "(the uploaded file)");
    let body = fields.into_iter().map(|(name, value)| (name, json!(value))).collect();
    vec![("POST /api/v1/messages".to_owned(), body)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    fn field(channel: &str, message: &Message, name: &str) -> String {
        let fields = message_fields(channel, message, "/user_uploads/2/a.png");
        fields.into_iter().find(|(other, _)| other == name).expect("the field").1
    }

    #[test]
    fn a_sprint_has_a_topic_of_its_own_unless_one_is_named() {
        assert_eq!(field("team", &message(), "topic"), "Sprint 12 · Red");
        let both = (field("team/daily", &message(), "to"), field("team/daily", &message(), "topic"));
        assert_eq!(both, ("team".to_owned(), "daily".to_owned()));
        let long = Message { sprint: "s".repeat(100), ..message() };
        assert_eq!(field("team", &long, "topic").chars().count(), MAX_ZULIP_TOPIC_CHARS);
    }

    #[test]
    fn the_picture_is_a_link_with_the_alt_text() {
        let content = field("team", &message(), "content");
        assert!(content.ends_with("\n[Burndown of Sprint 12.](/user_uploads/2/a.png)"), "{content}");
        let mut long = message();
        if let Some(changes) = &mut long.changes {
            changes.rows = vec![changes.rows[0].clone(); 1_000];
        }
        assert!(field("team", &long, "content").chars().count() <= MAX_ZULIP_CHARS);
    }
}
