//! The upload of a picture in three steps, and the check that it arrived in the channel.

use std::time::Duration;

use emberline_client::{Body, Method, Request};
use serde_json::Value;

use super::api::{SlackApi, SlackFailure, unexpected};
use super::requests::{Introduction, complete_upload, delete_file, file_info, get_upload_url};
use crate::delivery::{Delivery, Posted};
use crate::json::{entries_at, text_at};
use crate::message_lines::TextPart;
use crate::post_error::{PostError, Refusal};

/// Looks for the share of an uploaded file. The pauses between them double, so with the first of one second they take 15 seconds.
const MAX_LOOKS: u32 = 5;

/// The result of looking for the share of a file.
enum Share {
    /// The file is in the channel, as the message with this `ts`.
    Found(String),
    /// The file is in no channel.
    Lost,
    /// The bot may not look.
    Unknown(String),
}

/// Uploads the picture and shares it in the channel. Slack can say ok and lose the share, which was seen with an alt text
/// (python-slack-sdk #1818); then it is uploaded once more without one.
pub(super) fn share_picture(
    api: &SlackApi<'_>,
    delivery: &Delivery<'_>,
    thread: Option<&str>,
    part: TextPart,
    first_pause: Duration,
) -> Result<Posted, PostError> {
    let mut notes = Vec::new();
    let file = upload_and_complete(api, delivery, thread, part, &mut notes)?;
    match find_share(api, &file, delivery.channel, first_pause)? {
        Share::Found(ts) => return Ok(Posted { id: Some(ts), notes }),
        Share::Unknown(reason) => {
            notes.push(format!("whether the picture arrived is not known: {reason}"));
            return Ok(Posted { id: None, notes });
        }
        Share::Lost => {}
    }
    // The lost file must not appear beside the second one.
    api.call(&delete_file(&file))?;
    let without_alt = Upload { with_alt: false, ..Upload::of(delivery, thread) };
    let file = without_alt.send(api, &Introduction::blocks(delivery.message, part))?;
    match find_share(api, &file, delivery.channel, first_pause)? {
        Share::Found(ts) => {
            notes.push("Slack lost the picture with its alt text, so it was posted without one".to_owned());
            Ok(Posted { id: Some(ts), notes })
        }
        Share::Lost | Share::Unknown(_) => {
            api.call(&delete_file(&file))?;
            Err(Refusal {
                method: "files.completeUploadExternal".to_owned(),
                reason: "Slack accepted the picture, but it is not in the channel".to_owned(),
                remedy: "invite the app: write /invite @emberline (or your app's name) in the channel"
                    .to_owned(),
            }
            .into())
        }
    }
}

/// Uploads the picture with its alt text; where blocks are refused, with a comment in their place.
fn upload_and_complete(
    api: &SlackApi<'_>,
    delivery: &Delivery<'_>,
    thread: Option<&str>,
    part: TextPart,
    notes: &mut Vec<String>,
) -> Result<String, PostError> {
    let upload = Upload::of(delivery, thread);
    match upload.send(api, &Introduction::blocks(delivery.message, part)) {
        Err(SlackFailure::Refused(refusal)) if refusal.is_about_blocks() => {
            notes.push(format!("Slack refused the formatting ({}), so the text has no links", refusal.error));
            Ok(upload.send(api, &Introduction::comment(delivery.message, part))?)
        }
        file => Ok(file?),
    }
}

/// An upload of a picture.
#[derive(Clone, Copy)]
struct Upload<'a> {
    delivery: &'a Delivery<'a>,
    thread: Option<&'a str>,
    with_alt: bool,
}

impl<'a> Upload<'a> {
    const fn of(delivery: &'a Delivery<'a>, thread: Option<&'a str>) -> Self {
        Self { delivery, thread, with_alt: true }
    }

    /// Uploads the picture and shares it; returns the file's id.
    fn send(&self, api: &SlackApi<'_>, introduction: &Introduction) -> Result<String, SlackFailure> {
        let Delivery { client, channel, message } = *self.delivery;
        let answer = api.call(&get_upload_url(message, self.with_alt))?;
        let failed = |reason: &str| SlackFailure::Failed(unexpected("files.getUploadURLExternal", reason));
        let address = text_at(&answer, "/upload_url").and_then(|url| url.parse().ok());
        let (Some(address), Some(file)) = (address, text_at(&answer, "/file_id")) else {
            return Err(failed("an answer without an address to upload to"));
        };
        // Uploading the same bytes twice to the same address leaves one file.
        let request =
            Request::new(Method::POST, address).with_secret_address().repeatable().with_body(Body::Bytes {
                content_type: "application/octet-stream".to_owned(),
                bytes: message.picture.png.clone(),
            });
        let response = client.send(&request).map_err(|error| SlackFailure::Failed(error.into()))?;
        if !response.is_success() {
            let reason = format!("status {} for the upload of the picture", response.status);
            return Err(failed(&reason));
        }
        api.call(&complete_upload(channel, file, &message.title(), self.thread, introduction))?;
        Ok(file.to_owned())
    }
}

/// Looks for the message that shares a file, with growing pauses.
fn find_share(
    api: &SlackApi<'_>,
    file: &str,
    channel: &str,
    first_pause: Duration,
) -> Result<Share, PostError> {
    for look in 0..MAX_LOOKS {
        if look > 0 {
            std::thread::sleep(first_pause * 2_u32.pow(look - 1));
        }
        match api.call(&file_info(file)) {
            Ok(answer) => {
                if let Some(ts) = share_ts(&answer, channel) {
                    return Ok(Share::Found(ts));
                }
            }
            Err(SlackFailure::Refused(refusal)) if refusal.error == "missing_scope" => {
                return Ok(Share::Unknown(refusal.into_refusal().to_string()));
            }
            // A file that is still being scanned may not be found yet.
            Err(SlackFailure::Refused(refusal)) if refusal.error == "file_not_found" => {}
            Err(failure) => return Err(failure.into()),
        }
    }
    Ok(Share::Lost)
}

/// Returns the `ts` of the message with which a file is in a channel, from the answer of `files.info`.
fn share_ts(answer: &Value, channel: &str) -> Option<String> {
    ["public", "private"].into_iter().find_map(|kind| {
        let mut shares = entries_at(answer, &format!("/file/shares/{kind}/{channel}")).rev();
        shares.find_map(|share| text_at(share, "/ts")).map(str::to_owned)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_share_of_the_channel_is_found() {
        let shares =
            json!({ "private": { "C2": [{ "ts": "3.0" }], "C1": [{ "ts": "1.0" }, { "ts": "2.0" }] } });
        let answer = json!({ "file": { "shares": shares } });
        assert_eq!(share_ts(&answer, "C1").as_deref(), Some("2.0"));
        assert_eq!(share_ts(&answer, "C9"), None);
        assert_eq!(share_ts(&json!({ "file": {} }), "C1"), None);
    }
}
