//! Parts of chat messages that show a stored picture, in the format of each chat.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

/// Maximal characters of an image's address in Slack.
const MAX_SLACK_URL_CHARS: usize = 3_000;
/// Maximal width and height of an image in a Teams card, in pixels.
const MAX_TEAMS_SIDE: u32 = 1_024;
/// Maximal bytes of an image in a Teams card.
const MAX_TEAMS_BYTES: usize = 1_000_000;
/// Maximal characters of an embed's title in Discord.
const MAX_DISCORD_TITLE_CHARS: usize = 256;

/// A stored picture for a message.
#[derive(Clone, Copy, Debug)]
pub struct MessagePicture<'a> {
    /// Address of the picture.
    pub url: &'a str,
    /// Name of the sprint.
    pub title: &'a str,
    /// Headline of the picture; `None` if it has none.
    pub headline: Option<&'a str>,
    /// Alt text of the picture.
    pub alt_text: &'a str,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
    /// Size of the PNG in bytes.
    pub bytes: usize,
}

/// The picture as a part of a message, by chat. A chat that would refuse it has its reason under `left_out`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Messages {
    /// A Block Kit image block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slack: Option<Value>,
    /// An Adaptive Card image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teams: Option<Value>,
    /// An embed.
    pub discord: Value,
    /// Why a chat has no part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<Value>,
}

impl Messages {
    /// The message parts for a picture.
    pub fn for_picture(picture: &MessagePicture<'_>) -> Self {
        let (slack, teams) = (slack_block(picture), teams_image(picture));
        let mut left_out = serde_json::Map::new();
        for (chat, part) in [("slack", &slack), ("teams", &teams)] {
            if let Err(reason) = part {
                left_out.insert(chat.to_owned(), json!(reason));
            }
        }
        Self {
            slack: slack.ok(),
            teams: teams.ok(),
            discord: discord_embed(picture),
            left_out: (!left_out.is_empty()).then(|| left_out.into()),
        }
    }
}

/// <https://docs.slack.dev/reference/block-kit/blocks/image-block>
fn slack_block(picture: &MessagePicture<'_>) -> Result<Value, String> {
    let chars = picture.url.chars().count();
    if chars > MAX_SLACK_URL_CHARS {
        return Err(format!("an address of {chars} characters, Slack takes {MAX_SLACK_URL_CHARS}"));
    }
    // The alt text has at most MAX_ALT_CHARS characters; Slack accepts 2000.
    Ok(json!({ "type": "image", "image_url": picture.url, "alt_text": picture.alt_text }))
}

/// <https://adaptivecards.io/explorer/Image.html>; the limits are those of Teams.
fn teams_image(picture: &MessagePicture<'_>) -> Result<Value, String> {
    let (width, height) = picture.pixels;
    if width.max(height) > MAX_TEAMS_SIDE || picture.bytes > MAX_TEAMS_BYTES {
        return Err(format!(
            "{width} × {height} px and {} bytes, Teams takes {MAX_TEAMS_SIDE} × {MAX_TEAMS_SIDE} and {MAX_TEAMS_BYTES}: ask for \"preset\": \"teams\"",
            picture.bytes
        ));
    }
    let expand = json!({ "allowExpand": true });
    Ok(json!({ "type": "Image", "url": picture.url, "altText": picture.alt_text, "msTeams": expand }))
}

/// <https://docs.discord.com/developers/resources/message#embed-object>
fn discord_embed(picture: &MessagePicture<'_>) -> Value {
    let mut embed = json!({ "title": truncate_chars(picture.title, MAX_DISCORD_TITLE_CHARS), "image": { "url": picture.url } });
    if let (Some(headline), Some(embed)) = (picture.headline, embed.as_object_mut()) {
        embed.insert("description".to_owned(), json!(headline));
    }
    embed
}

/// Truncates a text to at most `max_chars` characters; a truncated text ends in an ellipsis.
fn truncate_chars(text: &str, max_chars: usize) -> String {
    match text.chars().count() > max_chars {
        true => text.chars().take(max_chars - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(url: &str) -> MessagePicture<'_> {
        MessagePicture { url, title: "S", headline: Some("H"), alt_text: "A", pixels: (1024, 576), bytes: 1 }
    }

    #[test]
    fn each_chat_gets_a_message_part() {
        let messages = Messages::for_picture(&picture("https://x/y.png"));
        let parts = serde_json::to_value(&messages).expect("plain data");
        assert_eq!(
            parts,
            json!({
                "slack": { "type": "image", "image_url": "https://x/y.png", "alt_text": "A" },
                "teams": { "type": "Image", "url": "https://x/y.png", "altText": "A", "msTeams": { "allowExpand": true } },
                "discord": { "title": "S", "description": "H", "image": { "url": "https://x/y.png" } },
            })
        );
    }

    #[test]
    fn a_part_that_a_chat_would_refuse_is_omitted_with_a_reason() {
        let url = format!("https://{}", "x".repeat(2993));
        let messages = Messages::for_picture(&MessagePicture {
            pixels: (1600, 900),
            title: &"t".repeat(300),
            ..picture(&url)
        });
        assert_eq!((messages.slack, messages.teams), (None, None));
        let reasons = messages.left_out.expect("reasons");
        assert_eq!(reasons["slack"], "an address of 3001 characters, Slack takes 3000");
        assert_eq!(
            reasons["teams"],
            "1600 × 900 px and 1 bytes, Teams takes 1024 × 1024 and 1000000: ask for \"preset\": \"teams\""
        );
        assert_eq!(messages.discord["title"].as_str().map(|title| title.chars().count()), Some(256));
    }
}
