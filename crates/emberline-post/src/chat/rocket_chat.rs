//! Rocket.Chat by a personal access token: the picture is uploaded, then confirmed as a message.
//! <https://developer.rocket.chat/apidocs/upload-media-files-to-a-room>

use emberline_client::{Body, Client, CredentialSource, ExposeSecret, Method, Request, SecretString};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{CallError, Remedy, call, require_text};
use crate::delivery::{Chat, Delivery, Openings, Placement, Posted, Renewal};
use crate::environment::{find_address, find_secret, require_text_variable, with_path};
use crate::json::with_field;
use crate::limits::MAX_ROCKET_CHAT_CHARS;
use crate::markup::to_short_markdown;
use crate::message::Message;
use crate::message_lines::{TextPart, message_lines};
use crate::multipart::{FormPart, encode_form};
use crate::post_error::PostError;

const REMEDIES: [Remedy; 5] = [
    (
        "401",
        "ROCKETCHAT_USER_ID and ROCKETCHAT_TOKEN must be those of a personal access token (My Account, Security)",
    ),
    ("error-room-not-found", "check the room's name or id, and invite the user into the room"),
    ("error-not-allowed", "invite the user into the room"),
    ("403", "invite the user into the room"),
    ("404", "ROCKETCHAT_URL must be the address of a server of version 7 or later"),
];

/// Rocket.Chat by a personal access token.
#[derive(Debug)]
pub struct RocketChat {
    /// The name of the room with `#`, or its id.
    room: String,
    address: Url,
    user: String,
    token: SecretString,
}

impl RocketChat {
    /// A user that posts into a room, which is a name with `#` or an id.
    pub const fn new(room: String, address: Url, user: String, token: SecretString) -> Self {
        Self { room, address, user, token }
    }

    pub(super) fn from_environment(room: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let address =
            find_address("ROCKETCHAT_URL", "the address of the server, such as https://chat.acme.example")?;
        let user = require_text_variable("ROCKETCHAT_USER_ID", "the user id that belongs to the token")?;
        let host = address.host_str().unwrap_or_default().to_owned();
        let token = find_secret(source, &host, "ROCKETCHAT_TOKEN", "it is a personal access token")?;
        Ok(Self::new(room.to_owned(), address, user, token))
    }

    fn request(&self, method: Method, path: &[&str]) -> Request {
        Request::new(method, with_path(&self.address, &["api", "v1"], path))
            .with_header("X-User-Id", self.user.clone())
            .with_header("X-Auth-Token", self.token.expose_secret().to_owned())
    }
}

impl Chat for RocketChat {
    fn find_channel(&self, client: &Client) -> Result<String, PostError> {
        let Some(name) = self.room.strip_prefix('#') else { return Ok(self.room.clone()) };
        let mut address = with_path(&self.address, &["api", "v1"], &["rooms.info"]);
        address.query_pairs_mut().append_pair("roomName", name);
        let request = Request::get(address)
            .with_header("X-User-Id", self.user.clone())
            .with_header("X-Auth-Token", self.token.expose_secret().to_owned());
        let answer = call(client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        require_text(&answer, "/room/_id", &request.to_string())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let Delivery { client, channel, message } = *delivery;
        let form = encode_form(&[FormPart::png("file", &message.file_name(), &message.picture.png)]);
        let upload = self.request(Method::POST, &["rooms.media", channel]).with_body(form);
        let answer = call(client, &upload).map_err(|error| error.with_remedy(&REMEDIES))?;
        let file = require_text(&answer, "/file/_id", &upload.to_string())?;
        let body = picture_body(message, placement);
        let confirm =
            self.request(Method::POST, &["rooms.mediaConfirm", channel, &file]).with_body(Body::Json(body));
        let answer = call(client, &confirm).map_err(|error| error.with_remedy(&REMEDIES))?;
        let id = require_text(&answer, "/message/_id", &confirm.to_string())?;
        Ok(Posted { id: Some(id), notes: Vec::new() })
    }

    fn openings(&self) -> Option<&dyn Openings> {
        Some(self)
    }
}

impl Openings for RocketChat {
    fn open(&self, delivery: &Delivery<'_>) -> Result<String, PostError> {
        let body = json!({ "roomId": delivery.channel, "text": text(delivery.message, TextPart::Opening) });
        let request = self.request(Method::POST, &["chat.postMessage"]).with_body(Body::Json(body));
        let answer = call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        require_text(&answer, "/message/_id", &request.to_string())
    }

    fn renew(&self, delivery: &Delivery<'_>, parent: &str) -> Result<Renewal, PostError> {
        let body = json!({
            "roomId": delivery.channel,
            "msgId": parent,
            "text": text(delivery.message, TextPart::Opening),
        });
        let request = self.request(Method::POST, &["chat.update"]).with_body(Body::Json(body)).repeatable();
        match call(delivery.client, &request) {
            Ok(_) => Ok(Renewal::Renewed),
            Err(CallError::Refused(refusal)) if refusal.message.starts_with("No message found") => {
                Ok(Renewal::Gone)
            }
            Err(CallError::Refused(refusal)) if refusal.status == 400 => {
                Ok(Renewal::Refused(refusal.with_remedy(&[]).to_string()))
            }
            Err(error) => Err(error.with_remedy(&REMEDIES)),
        }
    }
}

fn text(message: &Message, part: TextPart) -> String {
    to_short_markdown(&message_lines(message, part), MAX_ROCKET_CHAT_CHARS)
}

fn picture_body(message: &Message, placement: Placement<'_>) -> Value {
    let (part, thread) = match placement {
        Placement::Reply { parent, .. } => (TextPart::Reply, Some(json!(parent))),
        Placement::Alone | Placement::First => (TextPart::Whole, None),
    };
    let body = json!({ "msg": text(message, part), "description": message.alt_text });
    with_field(body, "tmid", thread)
}

/// Returns the bodies of the requests for a message, as a dry run shows them.
pub(super) fn preview(room: &str, message: &Message, has_thread: bool) -> Vec<(String, Value)> {
    let parent = "(the message that opens the thread)";
    let placement = if has_thread { Placement::Reply { parent, last: parent } } else { Placement::Alone };
    let opening = json!({ "roomId": room, "text": text(message, TextPart::Opening) });
    let opening = has_thread.then(|| ("POST /api/v1/chat.postMessage".to_owned(), opening));
    let picture = ("POST /api/v1/rooms.mediaConfirm".to_owned(), picture_body(message, placement));
    opening.into_iter().chain([picture]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn the_alt_text_is_the_description_of_the_file() {
        let body = picture_body(&message(), Placement::Reply { parent: "p", last: "l" });
        assert_eq!((&body["tmid"], &body["description"]), (&json!("p"), &json!("Burndown of Sprint 12.")));
        assert_eq!(picture_body(&message(), Placement::Alone).get("tmid"), None);
    }
}
