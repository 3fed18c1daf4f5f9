//! The calls of Slack's API as plain data.

use emberline_client::Body;
use serde_json::{Value, json};

use super::api::ApiCall;
use super::blocks::{message_blocks, message_text};
use crate::json::with_field;
use crate::limits::MAX_SLACK_ALT_CHARS;
use crate::message::Message;
use crate::message_lines::TextPart;
use crate::truncate::truncate_chars;

/// The message that opens a thread. <https://docs.slack.dev/reference/methods/chat.postMessage>
pub(super) fn post_message(channel: &str, message: &Message, with_blocks: bool) -> ApiCall {
    let arguments = json!({
        "channel": channel,
        "text": message_text(message, TextPart::Opening),
        "unfurl_links": false,
        "unfurl_media": false,
    });
    let blocks = with_blocks.then(|| message_blocks(message, TextPart::Opening));
    json_call("chat.postMessage", with_field(arguments, "blocks", blocks), false)
}

/// The renewed text of the message that opens a thread. Blocks of the old text disappear with a new text.
/// <https://docs.slack.dev/reference/methods/chat.update>
pub(super) fn update_message(channel: &str, ts: &str, message: &Message, with_blocks: bool) -> ApiCall {
    let arguments = json!({ "channel": channel, "ts": ts, "text": message_text(message, TextPart::Opening) });
    let blocks = with_blocks.then(|| message_blocks(message, TextPart::Opening));
    json_call("chat.update", with_field(arguments, "blocks", blocks), true)
}

/// The beginning of an upload. <https://docs.slack.dev/reference/methods/files.getUploadURLExternal>
pub(super) fn get_upload_url(message: &Message, with_alt: bool) -> ApiCall {
    let mut fields = vec![
        ("filename".to_owned(), message.file_name()),
        ("length".to_owned(), message.picture.png.len().to_string()),
    ];
    if with_alt {
        fields.push(("alt_txt".to_owned(), truncate_chars(&message.alt_text, MAX_SLACK_ALT_CHARS)));
    }
    ApiCall { method: "files.getUploadURLExternal", arguments: Body::Form(fields), is_repeatable: true }
}

/// The words beside a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Introduction {
    /// Rich text, in which links work.
    Blocks(Value),
    /// A comment, in which links are shown as they are written.
    Comment(String),
}

impl Introduction {
    /// Rich text.
    pub(super) fn blocks(message: &Message, part: TextPart) -> Self {
        Self::Blocks(message_blocks(message, part))
    }

    /// A comment.
    pub(super) fn comment(message: &Message, part: TextPart) -> Self {
        Self::Comment(message_text(message, part))
    }
}

/// The end of an upload: the file is shared in the channel.
/// <https://docs.slack.dev/reference/methods/files.completeUploadExternal>
pub(super) fn complete_upload(
    channel: &str,
    file_id: &str,
    title: &str,
    thread: Option<&str>,
    introduction: &Introduction,
) -> ApiCall {
    let arguments = json!({ "channel_id": channel, "files": [{ "id": file_id, "title": title }] });
    let arguments = with_field(arguments, "thread_ts", thread.map(|thread| json!(thread)));
    let arguments = match introduction {
        Introduction::Blocks(blocks) => with_field(arguments, "blocks", Some(blocks.clone())),
        Introduction::Comment(text) => with_field(arguments, "initial_comment", Some(json!(text))),
    };
    json_call("files.completeUploadExternal", arguments, false)
}

/// The state of a file. <https://docs.slack.dev/reference/methods/files.info>
pub(super) fn file_info(file_id: &str) -> ApiCall {
    let fields = vec![("file".to_owned(), file_id.to_owned())];
    ApiCall { method: "files.info", arguments: Body::Form(fields), is_repeatable: true }
}

/// The removal of a file. <https://docs.slack.dev/reference/methods/files.delete>
pub(super) fn delete_file(file_id: &str) -> ApiCall {
    json_call("files.delete", json!({ "file": file_id }), true)
}

/// A page of the channels. <https://docs.slack.dev/reference/methods/conversations.list>
pub(super) fn list_channels(types: &str, cursor: &str) -> ApiCall {
    let mut fields = vec![
        ("types".to_owned(), types.to_owned()),
        ("exclude_archived".to_owned(), "true".to_owned()),
        ("limit".to_owned(), "1000".to_owned()),
    ];
    if !cursor.is_empty() {
        fields.push(("cursor".to_owned(), cursor.to_owned()));
    }
    ApiCall { method: "conversations.list", arguments: Body::Form(fields), is_repeatable: true }
}

fn json_call(method: &'static str, arguments: Value, is_repeatable: bool) -> ApiCall {
    ApiCall { method, arguments: Body::Json(arguments), is_repeatable }
}

/// Returns the calls for a message that have a text, as a dry run shows them.
pub(super) fn preview(channel: &str, message: &Message, has_thread: bool) -> Vec<(String, Value)> {
    let part = if has_thread { TextPart::Reply } else { TextPart::Whole };
    let introduction = Introduction::blocks(message, part);
    let thread = has_thread.then_some("(the message that opens the thread)");
    let title = message.title();
    let complete = complete_upload(channel, "(the uploaded file)", &title, thread, &introduction);
    let opening = has_thread.then(|| post_message(channel, message, true));
    let calls = opening.into_iter().chain([get_upload_url(message, true), complete]);
    calls.map(|call| (call.method.to_owned(), arguments_as_json(&call.arguments))).collect()
}

fn arguments_as_json(arguments: &Body) -> Value {
    match arguments {
        Body::Json(value) => value.clone(),
        Body::Form(fields) => fields.iter().map(|(name, value)| (name.clone(), json!(value))).collect(),
        Body::Empty | Body::Bytes { .. } => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn a_picture_is_shared_as_a_reply() {
        let introduction = Introduction::Comment("text".to_owned());
        let call = complete_upload("C1", "F1", "Sprint 12", Some("1.2"), &introduction);
        assert_eq!(call.method, "files.completeUploadExternal");
        assert_eq!(
            arguments_as_json(&call.arguments),
            json!({
                "channel_id": "C1",
                "files": [{ "id": "F1", "title": "Sprint 12" }],
                "thread_ts": "1.2",
                "initial_comment": "text",
            })
        );
        assert!(!call.is_repeatable);
    }

    #[test]
    fn a_long_alt_text_is_cut_where_slack_would_refuse_it() {
        let long = Message { alt_text: "a".repeat(1_001), ..message() };
        let arguments = arguments_as_json(&get_upload_url(&long, true).arguments);
        let alt = arguments["alt_txt"].as_str().expect("an alt text");
        assert_eq!((alt.chars().count(), alt.ends_with('…')), (MAX_SLACK_ALT_CHARS, true));
        assert_eq!(arguments_as_json(&get_upload_url(&long, false).arguments).get("alt_txt"), None);
    }
}
