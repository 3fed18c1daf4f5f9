//! Matrix by an access token: the picture is uploaded, threads and edits are relations between events. Each event has an id of our
//! making, so that sending it twice posts it once. <https://spec.matrix.org/latest/client-server-api/>

use emberline_client::{Body, Client, CredentialSource, ExposeSecret, Method, Request, SecretString};
use serde_json::{Value, json};
use url::Url;

use crate::answer::{CallError, Remedy, call, require_text};
use crate::delivery::{Chat, Delivery, Openings, Placement, Posted, Renewal};
use crate::environment::{find_address, find_secret, with_path};
use crate::json::{text_at, with_field};
use crate::markup::to_html;
use crate::message::Message;
use crate::message_lines::{TextPart, lines_as_text, message_lines};
use crate::post_error::{PostError, Refusal};

const REMEDIES: [Remedy; 6] = [
    ("M_UNKNOWN_TOKEN", "MATRIX_ACCESS_TOKEN is no valid token; log in again"),
    ("M_MISSING_TOKEN", "MATRIX_ACCESS_TOKEN is no valid token; log in again"),
    ("M_FORBIDDEN", "invite the user into the room, and let it join"),
    ("M_NOT_FOUND", "check the room's id (!…:server) or alias (#…:server)"),
    ("M_TOO_LARGE", "the picture is too large for this server; draw a smaller one with --scale 1"),
    ("404", "MATRIX_HOMESERVER must be the address of the server's API"),
];

/// Matrix by an access token.
#[derive(Debug)]
pub struct Matrix {
    /// The id of the room, or its alias.
    room: String,
    homeserver: Url,
    token: SecretString,
}

impl Matrix {
    /// A user that posts into a room, which is an id (`!…:server`) or an alias (`#…:server`).
    pub const fn new(room: String, homeserver: Url, token: SecretString) -> Self {
        Self { room, homeserver, token }
    }

    pub(super) fn from_environment(room: &str, source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "the address of the server's API, such as https://matrix.acme.example";
        let homeserver = find_address("MATRIX_HOMESERVER", hint)?;
        let host = homeserver.host_str().unwrap_or_default().to_owned();
        let token = find_secret(
            source,
            &host,
            "MATRIX_ACCESS_TOKEN",
            "it is the access token of the user that posts",
        )?;
        Ok(Self::new(room.to_owned(), homeserver, token))
    }

    fn request(&self, method: Method, path: &[&str]) -> Request {
        let address = with_path(&self.homeserver, &["_matrix"], path);
        Request::new(method, address)
            .with_header("Authorization", format!("Bearer {}", self.token.expose_secret()))
    }

    fn ask(&self, path: &[&str]) -> Request {
        self.request(Method::GET, path).repeatable()
    }

    fn send(&self, delivery: &Delivery<'_>, purpose: &str, content: Value) -> Result<String, PostError> {
        let transaction = transaction_id(delivery.message, purpose);
        let path = ["client", "v3", "rooms", delivery.channel, "send", "m.room.message", &transaction];
        let request = self.request(Method::PUT, &path).repeatable().with_body(Body::Json(content));
        let answer = call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        require_text(&answer, "/event_id", &request.to_string())
    }

    /// Refuses a room whose messages must be encrypted by the sender.
    fn check_encryption(&self, client: &Client, room: &str) -> Result<(), PostError> {
        let request = self.ask(&["client", "v3", "rooms", room, "state", "m.room.encryption"]);
        match call(client, &request) {
            Ok(_) => Err(Refusal {
                method: request.to_string(),
                reason: "the room is encrypted".to_owned(),
                remedy: "name a room without encryption; emberline has no keys of its own".to_owned(),
            }
            .into()),
            Err(CallError::Refused(refusal)) if refusal.code == "M_NOT_FOUND" => Ok(()),
            Err(error) => Err(error.with_remedy(&REMEDIES)),
        }
    }
}

/// Returns the id of an event for one purpose of one message. The same message has the same id, unless it opens a thread for the
/// second time, which only another picture does.
fn transaction_id(message: &Message, purpose: &str) -> String {
    let hash: String = message.picture.content_hash.chars().take(32).collect();
    format!("emberline-{purpose}-{hash}")
}

impl Chat for Matrix {
    fn find_channel(&self, client: &Client) -> Result<String, PostError> {
        let room = if self.room.starts_with('#') {
            let request = self.ask(&["client", "v3", "directory", "room", &self.room]);
            let answer = call(client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
            require_text(&answer, "/room_id", &request.to_string())?
        } else {
            self.room.clone()
        };
        self.check_encryption(client, &room)?;
        Ok(room)
    }

    fn post_picture(&self, delivery: &Delivery<'_>, placement: Placement<'_>) -> Result<Posted, PostError> {
        let message = delivery.message;
        let body = Body::Bytes { content_type: "image/png".to_owned(), bytes: message.picture.png.clone() };
        // A second upload of the same bytes is another file that nobody refers to.
        let upload = self.request(Method::POST, &["media", "v3", "upload"]).repeatable().with_body(body);
        let answer = call(delivery.client, &upload).map_err(|error| error.with_remedy(&REMEDIES))?;
        let file = require_text(&answer, "/content_uri", &upload.to_string())?;
        let id = self.send(delivery, "picture", image_content(message, &file, placement))?;
        Ok(Posted { id: Some(id), notes: Vec::new() })
    }

    fn openings(&self) -> Option<&dyn Openings> {
        Some(self)
    }
}

impl Openings for Matrix {
    fn open(&self, delivery: &Delivery<'_>) -> Result<String, PostError> {
        self.send(delivery, "opening", text_content(delivery.message, TextPart::Opening, "m.text"))
    }

    fn renew(&self, delivery: &Delivery<'_>, parent: &str) -> Result<Renewal, PostError> {
        // An edit of a deleted event is accepted, but nobody sees it.
        let event = self.ask(&["client", "v3", "rooms", delivery.channel, "event", parent]);
        match call(delivery.client, &event) {
            Ok(event) if event.pointer("/unsigned/redacted_because").is_some() => return Ok(Renewal::Gone),
            Ok(_) => {}
            Err(CallError::Refused(refusal)) if refusal.code == "M_NOT_FOUND" => return Ok(Renewal::Gone),
            Err(error) => return Err(error.with_remedy(&REMEDIES)),
        }
        self.send(delivery, "renewal", renewal_content(delivery.message, parent))?;
        Ok(Renewal::Renewed)
    }
}

/// Returns a part of the message as text and as HTML.
fn text_content(message: &Message, part: TextPart, kind: &str) -> Value {
    let lines = message_lines(message, part);
    json!({
        "msgtype": kind,
        "body": lines_as_text(&lines),
        "format": "org.matrix.custom.html",
        "formatted_body": to_html(&lines),
    })
}

/// Returns the edit of the message that opens a thread; the text for clients that don't know edits begins with an asterisk.
fn renewal_content(message: &Message, parent: &str) -> Value {
    let new = text_content(message, TextPart::Opening, "m.text");
    let old =
        json!({ "msgtype": "m.text", "body": format!("* {}", text_at(&new, "/body").unwrap_or_default()) });
    let old = with_field(old, "m.new_content", Some(new));
    with_field(old, "m.relates_to", Some(json!({ "rel_type": "m.replace", "event_id": parent })))
}

/// Returns the picture with the texts as its caption.
fn image_content(message: &Message, file: &str, placement: Placement<'_>) -> Value {
    let (part, relation) = match placement {
        Placement::Reply { parent, last } => (TextPart::Reply, Some(thread_relation(parent, last))),
        Placement::Alone | Placement::First => (TextPart::Whole, None),
    };
    let picture = &message.picture;
    let info = json!({ "mimetype": "image/png", "size": picture.png.len(), "w": picture.width, "h": picture.height });
    let content = text_content(message, part, "m.image");
    let content = with_field(content, "filename", Some(json!(message.file_name())));
    let content = with_field(content, "url", Some(json!(file)));
    let content = with_field(content, "info", Some(info));
    with_field(content, "m.relates_to", relation)
}

/// Returns the relation to a thread; clients without threads show a reply to its last message.
fn thread_relation(parent: &str, last: &str) -> Value {
    json!({
        "rel_type": "m.thread",
        "event_id": parent,
        "is_falling_back": true,
        "m.in_reply_to": { "event_id": last },
    })
}

/// Returns the contents of the events for a message, as a dry run shows them.
pub(super) fn preview(message: &Message, has_thread: bool) -> Vec<(String, Value)> {
    let parent = "(the event that opens the thread)";
    let placement = if has_thread { Placement::Reply { parent, last: parent } } else { Placement::Alone };
    let opening = has_thread.then(|| text_content(message, TextPart::Opening, "m.text"));
    let picture = image_content(message, "(the uploaded file)", placement);
    opening.into_iter().chain([picture]).map(|content| ("m.room.message".to_owned(), content)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn a_picture_has_its_caption_and_its_thread() {
        let content = image_content(&message(), "mxc://x/y", Placement::Reply { parent: "$p", last: "$l" });
        assert_eq!(
            content["m.relates_to"],
            json!({ "rel_type": "m.thread", "event_id": "$p", "is_falling_back": true, "m.in_reply_to": { "event_id": "$l" } })
        );
        // A caption is a body that differs from the file's name.
        assert_ne!(content["body"], content["filename"]);
        assert_eq!(content["info"], json!({ "mimetype": "image/png", "size": 4, "w": 1600, "h": 900 }));
    }

    #[test]
    fn the_same_message_has_the_same_transaction() {
        assert_eq!(transaction_id(&message(), "picture"), "emberline-picture-h1");
        assert_ne!(transaction_id(&message(), "opening"), transaction_id(&message(), "picture"));
    }
}
