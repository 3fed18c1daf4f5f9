//! Mattermost by the token of a bot: files, threads and edits by its API. <https://docs.mattermost.com/api/reference>

use emberline_client::{Body, Client, CredentialSource, ExposeSecret, Method, Request, SecretString};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{CallError, Remedy, call, require_text};
use crate::delivery::{Chat, Delivery, Openings, Placement, Posted, Renewal};
use crate::environment::{find_address, find_secret};
use crate::json::with_field;
use crate::limits::MAX_MATTERMOST_CHARS;
use crate::markup::to_short_markdown;
use crate::message::Message;
use crate::message_lines::{TextPart, message_lines};
use crate::multipart::{FormPart, encode_form};
use crate::post_error::PostError;

const REMEDIES: [Remedy; 6] = [
    ("401", "MATTERMOST_TOKEN is no valid token; make one for the bot under Integrations, Bot Accounts"),
    ("api.context.permissions.app_error", "add the bot to the team and to the channel"),
    ("403", "add the bot to the team and to the channel"),
    (
        "app.channel.get_by_name.missing.app_error",
        "check the names of the team and the channel as they are in its address",
    ),
    ("404", "check the channel's id or its names, and MATTERMOST_URL"),
    ("413", "the picture is too large for this server; draw a smaller one with --scale 1"),
];

/// Mattermost by the token of a bot.
#[derive(Debug)]
pub struct Mattermost {
    /// The id of the channel, or `team/channel`.
    channel: String,
    address: Url,
    token: SecretString,
}

impl Mattermost {
    /// A bot that posts into a channel, which is an id or `team/channel`.
    pub const fn new(channel: String, address: Url, token: SecretString) -> Self {
        Self { channel, address, token }
    }

    pub(super) fn from_environment(channel: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let address =
            find_address("MATTERMOST_URL", "the address of the server, such as https://chat.acme.example")?;
        let host = address.host_str().unwrap_or_default().to_owned();
        let token = find_secret(source, &host, "MATTERMOST_TOKEN", "it is the token of a bot account")?;
        Ok(Self::new(channel.to_owned(), address, token))
    }

    fn request(&self, method: Method, path: &[&str]) -> Request {
        let address = crate::environment::with_path(&self.address, &["api", "v4"], path);
        let token = format!("Bearer {}", self.token.expose_secret());
        Request::new(method, address).with_header("Authorization", token)
    }

    fn create_post(&self, client: &Client, body: Value) -> Result<String, PostError> {
        let request = self.request(Method::POST, &["posts"]).with_body(Body::Json(body));
        let answer = call(client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        require_text(&answer, "/id", &request.to_string())
    }
}

impl Chat for Mattermost {
    fn find_channel(&self, client: &Client) -> Result<String, PostError> {
        let Some((team, channel)) = self.channel.split_once('/') else { return Ok(self.channel.clone()) };
        let request =
            self.request(Method::GET, &["teams", "name", team, "channels", "name", channel]).repeatable();
        let answer = call(client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        require_text(&answer, "/id", &request.to_string())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let Delivery { client, channel, message } = *delivery;
        let form = encode_form(&[
            FormPart::text("channel_id", channel),
            FormPart::png("files", &message.file_name(), &message.picture.png),
        ]);
        let upload = self.request(Method::POST, &["files"]).with_body(form);
        let answer = call(client, &upload).map_err(|error| error.with_remedy(&REMEDIES))?;
        let file = require_text(&answer, "/file_infos/0/id", &upload.to_string())?;
        let (part, root) = match placement {
            Placement::Reply { parent, .. } => (TextPart::Reply, Some(parent)),
            Placement::Alone | Placement::First => (TextPart::Whole, None),
        };
        let id = self.create_post(client, picture_body(channel, message, part, root, &file))?;
        Ok(Posted { id: Some(id), notes: Vec::new() })
    }

    fn openings(&self) -> Option<&dyn Openings> {
        Some(self)
    }
}

impl Openings for Mattermost {
    fn open(&self, delivery: &Delivery<'_>) -> Result<String, PostError> {
        self.create_post(delivery.client, opening_body(delivery.channel, delivery.message))
    }

    fn renew(&self, delivery: &Delivery<'_>, parent: &str) -> Result<Renewal, PostError> {
        let body = json!({ "message": text(delivery.message, TextPart::Opening) });
        let request =
            self.request(Method::PUT, &["posts", parent, "patch"]).with_body(Body::Json(body)).repeatable();
        match call(delivery.client, &request) {
            Ok(_) => Ok(Renewal::Renewed),
            Err(CallError::Refused(refusal)) if refusal.status == 404 => Ok(Renewal::Gone),
            Err(CallError::Refused(refusal)) if matches!(refusal.status, 400 | 403) => {
                Ok(Renewal::Refused(refusal.with_remedy(&[]).to_string()))
            }
            Err(error) => Err(error.with_remedy(&REMEDIES)),
        }
    }
}

fn text(message: &Message, part: TextPart) -> String {
    to_short_markdown(&message_lines(message, part), MAX_MATTERMOST_CHARS)
}

fn opening_body(channel: &str, message: &Message) -> Value {
    json!({ "channel_id": channel, "message": text(message, TextPart::Opening) })
}

fn picture_body(channel: &str, message: &Message, part: TextPart, root: Option<&str>, file: &str) -> Value {
    let body = json!({ "channel_id": channel, "message": text(message, part), "file_ids": [file] });
    with_field(body, "root_id", root.map(|root| json!(root)))
}

/// Returns the bodies of the requests for a message, as a dry run shows them.
pub(super) fn preview(channel: &str, message: &Message, has_thread: bool) -> Vec<(String, Value)> {
    let (part, root) = if has_thread {
        (TextPart::Reply, Some("(the post that opens the thread)"))
    } else {
        (TextPart::Whole, None)
    };
    let picture = picture_body(channel, message, part, root, "(the uploaded file)");
    let opening = has_thread.then(|| opening_body(channel, message));
    opening.into_iter().chain([picture]).map(|body| ("POST /api/v4/posts".to_owned(), body)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn a_reply_has_the_root_and_the_file() {
        let body = picture_body("c", &message(), TextPart::Reply, Some("p"), "f");
        assert_eq!((&body["root_id"], &body["file_ids"]), (&json!("p"), &json!(["f"])));
        assert_eq!(picture_body("c", &message(), TextPart::Whole, None, "f").get("root_id"), None);
    }
}
