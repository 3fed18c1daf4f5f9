//! The place that a message goes to, as the command line names it.

use std::fmt;
use std::str::FromStr;

/// The forms of targets, for messages.
const FORMS: [&str; 12] = [
    "slack:#CHANNEL",
    "slack:ID",
    "slack",
    "teams",
    "discord",
    "mattermost:TEAM/CHANNEL",
    "matrix:!ROOM:SERVER",
    "zulip:CHANNEL/TOPIC",
    "googlechat",
    "rocketchat:#ROOM",
    "mailto:ADDRESS,…",
    "webhook",
];

/// Names of chats with at least this likeness are proposed.
const MIN_LIKENESS: f64 = 0.8;

/// The place that a message goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A channel of Slack, by name (with `#`) or id; by bot token.
    SlackChannel(String),
    /// Slack by an incoming webhook.
    SlackWebhook,
    /// Teams by a webhook.
    Teams,
    /// Discord by a webhook.
    Discord,
    /// A channel of Mattermost: an id, or `team/channel`.
    Mattermost(String),
    /// A room of Matrix: an id or an alias.
    Matrix(String),
    /// A channel of Zulip: its name, or `channel/topic`.
    Zulip(String),
    /// Google Chat by a webhook.
    GoogleChat,
    /// A room of Rocket.Chat: its name with `#`, or its id.
    RocketChat(String),
    /// Addresses with commas between.
    Mail(String),
    /// A webhook of one's own.
    Webhook,
}

/// A text that names no target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("found {found:?}, expected {expected}")]
pub struct TargetError {
    /// The text.
    pub found: String,
    /// The forms that are possible, or the nearest one.
    pub expected: String,
}

impl Target {
    /// The name of the chat.
    pub const fn chat(&self) -> &'static str {
        match self {
            Self::SlackChannel(_) | Self::SlackWebhook => "slack",
            Self::Teams => "teams",
            Self::Discord => "discord",
            Self::Mattermost(_) => "mattermost",
            Self::Matrix(_) => "matrix",
            Self::Zulip(_) => "zulip",
            Self::GoogleChat => "googlechat",
            Self::RocketChat(_) => "rocketchat",
            Self::Mail(_) => "mailto",
            Self::Webhook => "webhook",
        }
    }

    /// The channel, room or addresses within the chat; empty if the secret address of a webhook decides.
    pub fn channel(&self) -> &str {
        match self {
            Self::SlackChannel(channel)
            | Self::Mattermost(channel)
            | Self::Matrix(channel)
            | Self::Zulip(channel)
            | Self::RocketChat(channel)
            | Self::Mail(channel) => channel,
            Self::SlackWebhook | Self::Teams | Self::Discord | Self::GoogleChat | Self::Webhook => "",
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.channel() {
            "" => f.write_str(self.chat()),
            channel => write!(f, "{}:{channel}", self.chat()),
        }
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let (chat, channel) = match text.split_once(':') {
            Some((chat, channel)) => (chat, Some(channel)),
            None => (text, None),
        };
        let owned = str::to_owned;
        match (chat, channel) {
            ("slack", Some(channel)) if is_slack_channel(channel) => Ok(Self::SlackChannel(owned(channel))),
            ("slack", None) => Ok(Self::SlackWebhook),
            ("teams", None) => Ok(Self::Teams),
            ("discord", None) => Ok(Self::Discord),
            ("mattermost", Some(channel)) if is_name(channel) => Ok(Self::Mattermost(owned(channel))),
            ("matrix", Some(room)) if is_matrix_room(room) => Ok(Self::Matrix(owned(room))),
            ("zulip", Some(channel)) if !channel.trim().is_empty() => Ok(Self::Zulip(owned(channel))),
            ("googlechat", None) => Ok(Self::GoogleChat),
            ("rocketchat", Some(room)) if is_name(room) => Ok(Self::RocketChat(owned(room))),
            ("mailto", Some(addresses)) if addresses.split(',').all(|address| address.contains('@')) => {
                Ok(Self::Mail(owned(addresses)))
            }
            ("webhook", None) => Ok(Self::Webhook),
            _ => Err(refusal(text, chat)),
        }
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(char::is_whitespace)
}

/// True for a name with `#` or for an id.
fn is_slack_channel(channel: &str) -> bool {
    let is_id = |id: &str| id.len() >= 5 && id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    match channel.strip_prefix('#') {
        Some(name) => is_name(name),
        None => channel.starts_with(['C', 'G', 'D']) && is_id(channel),
    }
}

/// True for an id or an alias, both with the name of the server.
fn is_matrix_room(room: &str) -> bool {
    let rest = room.strip_prefix(['!', '#']);
    rest.is_some_and(|rest| is_name(rest) && (rest.contains(':') || room.starts_with('!')))
}

fn refusal(text: &str, chat: &str) -> TargetError {
    let name_of = |form: &'static str| form.split(':').next().unwrap_or(form);
    let of_chat: Vec<_> = FORMS.into_iter().filter(|form| name_of(form) == chat).collect();
    let likeness = |form: &'static str| strsim::jaro_winkler(name_of(form), chat);
    // Of several forms of one chat, the first one.
    let nearest = FORMS.into_iter().rev().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let expected = match nearest.filter(|form| likeness(form) >= MIN_LIKENESS) {
        _ if !of_chat.is_empty() => of_chat.join(" or "),
        Some(nearest) => format!("perhaps {nearest}"),
        None => format!("one of {}", FORMS.join(", ")),
    };
    TargetError { found: text.to_owned(), expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_read_and_written() {
        for text in [
            "slack:#team-red",
            "slack:C0123ABC",
            "slack",
            "teams",
            "discord",
            "mattermost:acme/town-square",
            "matrix:!abc:acme.example",
            "matrix:#team:acme.example",
            "zulip:team red/daily",
            "googlechat",
            "rocketchat:#general",
            "mailto:a@acme.example,b@acme.example",
            "webhook",
        ] {
            assert_eq!(text.parse::<Target>().map(|target| target.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_target_names_the_nearest() {
        let error = |text: &str| text.parse::<Target>().expect_err("no target").to_string();
        assert_eq!(error("slak:#red"), "found \"slak:#red\", expected perhaps slack:#CHANNEL");
        assert_eq!(error("slack:red"), "found \"slack:red\", expected slack:#CHANNEL or slack:ID or slack");
        assert_eq!(error("matrix:room"), "found \"matrix:room\", expected matrix:!ROOM:SERVER");
        assert_eq!(error("mailto:team"), "found \"mailto:team\", expected mailto:ADDRESS,…");
        assert!(error("fax:1").starts_with("found \"fax:1\", expected one of slack:#CHANNEL, "));
    }
}
