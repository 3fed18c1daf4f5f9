//! Parts of chat messages that show a picture, ready to post.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

/// Characters of an image's address in Slack.
const SLACK_URL_CHARS: usize = 3_000;
/// Side of an image in a Teams card, in pixels.
const TEAMS_SIDE: u32 = 1_024;
/// Bytes of an image in a Teams card.
const TEAMS_BYTES: usize = 1_000_000;
/// Characters of an embed's title in Discord.
const DISCORD_TITLE_CHARS: usize = 256;

/// A stored picture, as a message shows it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its address.
    pub url: &'a str,
    /// The sprint's name.
    pub title: &'a str,
    /// What the picture says, in a sentence.
    pub headline: Option<&'a str>,
    /// What the picture shows.
    pub alt_text: &'a str,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
    /// Size of the PNG.
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
    /// The parts for a picture.
    pub fn of(shown: &Shown<'_>) -> Self {
        let (slack, teams) = (slack(shown), teams(shown));
        let mut left_out = serde_json::Map::new();
        for (chat, part) in [("slack", &slack), ("teams", &teams)] {
            if let Err(reason) = part {
                left_out.insert(chat.to_owned(), json!(reason));
            }
        }
        Self {
            slack: slack.ok(),
            teams: teams.ok(),
            discord: discord(shown),
            left_out: (!left_out.is_empty()).then(|| left_out.into()),
        }
    }
}

/// <https://docs.slack.dev/reference/block-kit/blocks/image-block>
fn slack(shown: &Shown<'_>) -> Result<Value, String> {
    let chars = shown.url.chars().count();
    if chars > SLACK_URL_CHARS {
        return Err(format!("an address of {chars} characters, Slack takes {SLACK_URL_CHARS}"));
    }
    // The alt text is shorter than Slack's 2000 characters already (MAX_ALT_CHARS).
    Ok(json!({ "type": "image", "image_url": shown.url, "alt_text": shown.alt_text }))
}

/// <https://adaptivecards.io/explorer/Image.html>; the limits are those of Teams.
fn teams(shown: &Shown<'_>) -> Result<Value, String> {
    let (width, height) = shown.pixels;
    if width.max(height) > TEAMS_SIDE || shown.bytes > TEAMS_BYTES {
        return Err(format!(
            "{width} × {height} px and {} bytes, Teams takes {TEAMS_SIDE} × {TEAMS_SIDE} and {TEAMS_BYTES}: ask for \"preset\": \"teams\"",
            shown.bytes
        ));
    }
    let expand = json!({ "allowExpand": true });
    Ok(json!({ "type": "Image", "url": shown.url, "altText": shown.alt_text, "msTeams": expand }))
}

/// <https://docs.discord.com/developers/resources/message#embed-object>
fn discord(shown: &Shown<'_>) -> Value {
    let mut embed = json!({ "title": cut(shown.title, DISCORD_TITLE_CHARS), "image": { "url": shown.url } });
    if let (Some(headline), Some(embed)) = (shown.headline, embed.as_object_mut()) {
        embed.insert("description".to_owned(), json!(headline));
    }
    embed
}

/// At most so many characters, the last one an ellipsis where some are missing.
fn cut(text: &str, chars: usize) -> String {
    match text.chars().count() > chars {
        true => text.chars().take(chars - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(url: &str) -> Shown<'_> {
        Shown { url, title: "S", headline: Some("H"), alt_text: "A", pixels: (1024, 576), bytes: 1 }
    }

    #[test]
    fn each_chat_gets_its_part() {
        let messages = Messages::of(&shown("https://x/y.png"));
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
    fn what_a_chat_would_refuse_is_left_out_and_says_why() {
        let url = format!("https://{}", "x".repeat(2993));
        let messages = Messages::of(&Shown { pixels: (1600, 900), title: &"t".repeat(300), ..shown(&url) });
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
