//! Slack by the token of a bot: a thread a sprint, the picture uploaded.

mod api;
mod blocks;
mod channels;
mod remedies;
mod requests;
mod upload;

use std::time::Duration;

use emberline_client::{Client, CredentialSource, SecretString};
use serde_json::Value;
use url::Url;

use crate::delivery::{Chat, Delivery, Openings, Placement, Posted, Renewal};
use crate::environment::{find_secret, find_text, parse_address};
use crate::json::text_at;
use crate::message::Message;
use crate::message_lines::TextPart;
use crate::post_error::PostError;
use api::{SlackApi, SlackFailure};
pub(super) use blocks::{message_blocks, message_text};

/// The address of Slack's API.
const API_URL: &str = "https://slack.com/api/";

/// The pause before the second look for an uploaded file; it doubles with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// Slack by the token of a bot.
#[derive(Debug)]
pub struct SlackBot {
    /// The name of the channel with `#`, or its id.
    channel: String,
    token: SecretString,
    api_url: Url,
    first_pause: Duration,
}

impl SlackBot {
    /// A bot that posts into a channel, which is a name with `#` or an id.
    pub const fn new(channel: String, token: SecretString, api_url: Url) -> Self {
        Self { channel, token, api_url, first_pause: FIRST_PAUSE }
    }

    /// Sets the pause before the second look for an uploaded file.
    #[must_use]
    pub const fn with_first_pause(mut self, pause: Duration) -> Self {
        self.first_pause = pause;
        self
    }

    /// A bot with the token in `SLACK_BOT_TOKEN`; `SLACK_API_URL` overrides the address of the API.
    pub(super) fn from_environment(channel: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "it begins with xoxb- and is on the page of your Slack app under OAuth & Permissions";
        let token = find_secret(source, "slack.com", "SLACK_BOT_TOKEN", hint)?;
        let address = find_text("SLACK_API_URL").unwrap_or_else(|| API_URL.to_owned());
        let address = format!("{}/", address.trim_end_matches('/'));
        Ok(Self::new(channel.to_owned(), token, parse_address("SLACK_API_URL", &address)?))
    }

    fn api<'a>(&'a self, client: &'a Client) -> SlackApi<'a> {
        SlackApi { client, url: &self.api_url, token: &self.token }
    }
}

impl Chat for SlackBot {
    fn find_channel(&self, client: &Client) -> Result<String, PostError> {
        match self.channel.strip_prefix('#') {
            Some(name) => channels::find_channel_id(&self.api(client), name),
            None => Ok(self.channel.clone()),
        }
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let (thread, part) = match placement {
            Placement::Reply { parent, .. } => (Some(parent), TextPart::Reply),
            Placement::Alone | Placement::First => (None, TextPart::Whole),
        };
        upload::share_picture(&self.api(delivery.client), delivery, thread, part, self.first_pause)
    }

    fn openings(&self) -> Option<&dyn Openings> {
        Some(self)
    }
}

impl Openings for SlackBot {
    fn open(&self, delivery: &Delivery<'_>) -> Result<String, PostError> {
        let api = self.api(delivery.client);
        let (channel, message) = (delivery.channel, delivery.message);
        let answer = match api.call(&requests::post_message(channel, message, true)) {
            Err(SlackFailure::Refused(refusal)) if refusal.is_about_blocks() => {
                api.call(&requests::post_message(channel, message, false))
            }
            answer => answer,
        }?;
        match text_at(&answer, "/ts") {
            Some(ts) => Ok(ts.to_owned()),
            None => Err(api::unexpected("chat.postMessage", "an answer without the message's ts")),
        }
    }

    fn renew(&self, delivery: &Delivery<'_>, parent: &str) -> Result<Renewal, PostError> {
        let api = self.api(delivery.client);
        let update = |with_blocks| {
            api.call(&requests::update_message(delivery.channel, parent, delivery.message, with_blocks))
        };
        let answer = match update(true) {
            Err(SlackFailure::Refused(refusal)) if refusal.is_about_blocks() => update(false),
            answer => answer,
        };
        match answer {
            Ok(_) => Ok(Renewal::Renewed),
            Err(SlackFailure::Refused(refusal)) if refusal.error == "message_not_found" => Ok(Renewal::Gone),
            Err(SlackFailure::Refused(refusal)) if refusal.forbids_editing() => {
                Ok(Renewal::Refused(refusal.into_refusal().to_string()))
            }
            Err(failure) => Err(failure.into()),
        }
    }
}

/// Returns the bodies of the requests for a message, as a dry run shows them.
pub(super) fn preview(channel: &str, message: &Message, has_thread: bool) -> Vec<(String, Value)> {
    requests::preview(channel, message, has_thread)
}
