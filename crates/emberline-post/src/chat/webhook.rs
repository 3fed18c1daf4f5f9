//! A webhook of one's own: the message as JSON of ours, signed if there is a secret.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use emberline_client::{Body, Client, CredentialSource, ExposeSecret, Method, Request, SecretString};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use url::Url;

use crate::answer::{Remedy, call};
use crate::clock::unix_seconds;
use crate::delivery::{Chat, Delivery, Placement, Posted};
use crate::environment::{find_optional_secret, find_secret_address};
use crate::message::{ChangeRow, Message};
use crate::message_lines::plain_text;
use crate::post_error::PostError;
use crate::sprint_phase::SprintPhase;

const REMEDIES: [Remedy; 3] = [
    (
        "401",
        "the receiver does not accept the signature; compare EMBERLINE_WEBHOOK_SECRET on both sides, and the clocks",
    ),
    (
        "403",
        "the receiver does not accept the signature; compare EMBERLINE_WEBHOOK_SECRET on both sides, and the clocks",
    ),
    ("404", "EMBERLINE_WEBHOOK_URL must be the address of the receiver"),
];

/// A webhook of one's own.
#[derive(Debug)]
pub struct Webhook {
    address: Url,
    secret: Option<SecretString>,
}

impl Webhook {
    /// A webhook; its address is a secret. With a secret, requests are signed.
    pub const fn new(address: Url, secret: Option<SecretString>) -> Self {
        Self { address, secret }
    }

    pub(super) fn from_environment(source: &CredentialSource) -> Result<Self, PostError> {
        let hint = "it is the address that gets the message as JSON";
        let address = find_secret_address(source, "emberline.invalid", "EMBERLINE_WEBHOOK_URL", hint)?;
        Ok(Self::new(address, find_optional_secret("EMBERLINE_WEBHOOK_SECRET")))
    }

    fn request(&self, message: &Message, now: u64) -> Request {
        let body = webhook_body(message, true).to_string();
        let request = Request::new(Method::POST, self.address.clone())
            .with_secret_address()
            .with_header("Emberline-Delivery", message.picture.content_hash.clone())
            .with_header("Emberline-Timestamp", now.to_string());
        let request = match &self.secret {
            Some(secret) => {
                let signature = sign(secret.expose_secret(), now, &body);
                request.with_header("Emberline-Signature", format!("sha256={signature}"))
            }
            None => request,
        };
        let content_type = "application/json; charset=utf-8".to_owned();
        request.with_body(Body::Bytes { content_type, bytes: body.into_bytes() })
    }
}

impl Chat for Webhook {
    fn find_channel(&self, _: &Client) -> Result<String, PostError> {
        Ok(String::new())
    }

    fn post_picture(&self, delivery: &Delivery<'_>, _: Placement<'_>) -> Result<Posted, PostError> {
        let request = self.request(delivery.message, unix_seconds());
        call(delivery.client, &request).map_err(|error| error.with_remedy(&REMEDIES))?;
        Ok(Posted::default())
    }
}

/// Returns the HMAC-SHA256 of the time and the body in hexadecimal. With the time in it, an old request can't be sent again.
fn sign(secret: &str, now: u64, body: &str) -> String {
    // A key of any length is valid.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    let mac = mac.chain_update(format!("{now}.{body}"));
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the message as JSON; the dry run leaves out the bytes of the picture.
pub(super) fn webhook_body(message: &Message, has_bytes: bool) -> Value {
    let picture = &message.picture;
    let bytes =
        if has_bytes { STANDARD.encode(&picture.png) } else { format!("({} bytes)", picture.png.len()) };
    let row = |row: &ChangeRow| {
        json!({
            "kind": row.kind,
            "key": row.key,
            "title": row.title,
            "amount": row.amount,
            "link": row.link.as_ref().map(Url::as_str),
        })
    };
    let changes = message.changes.as_ref().map(|changes| {
        let rows: Vec<_> = changes.rows.iter().map(row).collect();
        json!({ "heading": changes.heading, "items": rows, "notes": changes.notes })
    });
    json!({
        "version": 1,
        "team": message.team,
        "sprint": message.sprint,
        "sprint_id": message.sprint_id,
        "phase": phase_name(message.phase),
        "as_of": message.as_of,
        "headline": message.headline,
        "goal": message.goal,
        "facts": message.facts,
        "changes": changes,
        "text": plain_text(message),
        "alt_text": message.alt_text,
        "picture": {
            "content_hash": picture.content_hash,
            "content_type": "image/png",
            "width": picture.width,
            "height": picture.height,
            "url": picture.public_url.as_ref().map(Url::as_str),
            "base64": bytes,
        },
    })
}

const fn phase_name(phase: SprintPhase) -> &'static str {
    match phase {
        SprintPhase::Ahead => "ahead",
        SprintPhase::Running => "running",
        SprintPhase::Ended => "ended",
        SprintPhase::Closed => "closed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    /// Computed with `printf '1772812800.{}' | openssl dgst -sha256 -hmac key`.
    #[test]
    fn the_signature_is_the_usual_one() {
        assert_eq!(
            sign("key", 1_772_812_800, "{}"),
            "379be0b099a4bfa957d2bd79e5783e81739f1ebbf831aee068bf1584b7111d9b"
        );
    }

    #[test]
    fn the_body_has_all_of_the_message() {
        let body = webhook_body(&message(), true);
        assert_eq!(body["picture"]["base64"], "iVBORw==");
        assert_eq!(body["changes"]["items"][0]["link"], "https://acme.example/browse/PAY-303");
        assert_eq!(body["phase"], "running");
    }
}
