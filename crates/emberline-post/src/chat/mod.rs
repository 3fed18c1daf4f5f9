//! The chats: one file or folder a service, with its protocol as plain data.

pub mod discord;
pub mod google_chat;
pub mod mail;
pub mod matrix;
pub mod mattermost;
pub mod rocket_chat;
pub mod slack;
pub mod slack_webhook;
pub mod teams;
pub mod webhook;
pub mod zulip;

use emberline_client::CredentialSource;
use serde_json::{Value, json};

use super::delivery::Chat;
use super::message::Message;
use super::message_lines::plain_text;
use super::post_error::PostError;
use super::target::Target;

/// Finds the credentials of a target's chat.
///
/// # Errors
/// One is missing or wrong; the error names its variable.
pub fn connect(target: &Target, source: &CredentialSource) -> Result<Box<dyn Chat>, PostError> {
    Ok(match target {
        Target::SlackChannel(channel) => Box::new(slack::SlackBot::from_environment(channel, source)?),
        Target::SlackWebhook => Box::new(slack_webhook::SlackWebhook::from_environment(source)?),
        Target::Teams => Box::new(teams::Teams::from_environment(source)?),
        Target::Discord => Box::new(discord::Discord::from_environment(source)?),
        Target::Mattermost(channel) => Box::new(mattermost::Mattermost::from_environment(channel, source)?),
        Target::Matrix(room) => Box::new(matrix::Matrix::from_environment(room, source)?),
        Target::Zulip(channel) => Box::new(zulip::Zulip::from_environment(channel, source)?),
        Target::GoogleChat => Box::new(google_chat::GoogleChat::from_environment(source)?),
        Target::RocketChat(room) => Box::new(rocket_chat::RocketChat::from_environment(room, source)?),
        Target::Mail(recipients) => Box::new(mail::MailServer::from_environment(recipients, source)?),
        Target::Webhook => Box::new(webhook::Webhook::from_environment(source)?),
    })
}

/// Returns the requests for a message with their bodies, as a dry run shows them. No secret is needed.
pub(crate) fn preview(
    target: &Target,
    message: &Message,
    has_thread: bool,
) -> Result<Vec<(String, Value)>, PostError> {
    let single = |body: Value| vec![("POST (the address of the webhook)".to_owned(), body)];
    Ok(match target {
        Target::SlackChannel(channel) => slack::preview(channel, message, has_thread),
        Target::SlackWebhook => single(slack_webhook::webhook_body(message)?),
        Target::Teams => single(teams::webhook_body(message)?),
        Target::Discord => single(discord::payload(message)),
        Target::Mattermost(channel) => mattermost::preview(channel, message, has_thread),
        Target::Matrix(_) => matrix::preview(message, has_thread),
        Target::Zulip(channel) => zulip::preview(channel, message),
        Target::GoogleChat => single(google_chat::webhook_body(message, has_thread)?),
        Target::RocketChat(room) => rocket_chat::preview(room, message, has_thread),
        Target::Mail(recipients) => {
            let mail = json!({ "to": recipients, "subject": message.title(), "text": plain_text(message) });
            vec![("SMTP".to_owned(), mail)]
        }
        Target::Webhook => single(webhook::webhook_body(message, false)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits;
    use crate::message::tests::message_with_address;

    /// A message in which everything is as long as the library lets it be, and longer.
    fn long_message() -> Message {
        let long = |c: &str, count| Some(c.repeat(count));
        let mut message = Message {
            sprint: "s".repeat(2_000),
            headline: long("h*", 2_000),
            goal: long("g_", 2_000),
            facts: vec!["f".repeat(2_000); 4],
            alt_text: "a]".repeat(2_000),
            ..message_with_address("https://cdn.example/a.png")
        };
        if let Some(changes) = &mut message.changes {
            let mut row = changes.rows[0].clone();
            (row.key, row.title) = ("k*".repeat(500), long("t*", 1_000));
            changes.rows = vec![row; 100];
        }
        message
    }

    /// The longest text of a value.
    fn longest_text(value: &Value) -> usize {
        match value {
            Value::String(text) => text.chars().count(),
            Value::Array(values) => values.iter().map(longest_text).max().unwrap_or_default(),
            Value::Object(fields) => fields.values().map(longest_text).max().unwrap_or_default(),
            _ => 0,
        }
    }

    #[test]
    fn each_chat_keeps_within_its_limits() {
        let slack_alt = limits::MAX_SLACK_BLOCK_ALT_CHARS;
        for (target, max) in [
            ("slack:#red", limits::MAX_SLACK_TEXT_CHARS),
            ("slack", limits::MAX_SLACK_TEXT_CHARS.max(slack_alt)),
            ("discord", limits::MAX_DISCORD_DESCRIPTION_CHARS),
            ("mattermost:c", limits::MAX_MATTERMOST_CHARS),
            ("zulip:c", limits::MAX_ZULIP_CHARS),
            ("googlechat", limits::MAX_GOOGLE_CHAT_CHARS),
            ("rocketchat:c", limits::MAX_ROCKET_CHAT_CHARS),
        ] {
            let target: Target = target.parse().expect("a target");
            for has_thread in [false, true] {
                for (request, body) in preview(&target, &long_message(), has_thread).expect("requests") {
                    let found = longest_text(&body);
                    assert!(found <= max, "{target}, {request}: {found} characters, expected {max}");
                }
            }
        }
        let slack = preview(&Target::SlackWebhook, &long_message(), false).expect("a request").remove(0).1;
        assert_eq!(longest_text(&slack["blocks"][1]["alt_text"]), slack_alt);
        let teams = preview(&Target::Teams, &long_message(), false).expect("a request").remove(0).1;
        assert!(teams.to_string().len() <= limits::MAX_TEAMS_PAYLOAD_BYTES);
    }
}
