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
