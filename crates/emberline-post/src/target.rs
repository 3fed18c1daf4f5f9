//! The place that a message goes to, as the command line names it.

use std::fmt;
use std::str::FromStr;

/// The forms of targets, for messages.
const FORMS: [&str; 1] = ["slack:#CHANNEL"];

/// The place that a message goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A channel of Slack, by name (with `#`) or id; by bot token.
    SlackChannel(String),
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
            Self::SlackChannel(_) => "slack",
        }
    }

    /// The channel, room or address within the chat; empty if the secret address of a webhook decides.
    pub fn channel(&self) -> &str {
        match self {
            Self::SlackChannel(channel) => channel,
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
        let (chat, channel) = text.split_once(':').unwrap_or((text, ""));
        match (chat, channel) {
            ("slack", channel) if is_slack_channel(channel) => Ok(Self::SlackChannel(channel.to_owned())),
            _ => Err(refusal(text, chat)),
        }
    }
}

/// True for a name with `#` or for an id.
fn is_slack_channel(channel: &str) -> bool {
    let is_id = |id: &str| id.len() >= 5 && id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    match channel.strip_prefix('#') {
        Some(name) => !name.is_empty() && !name.contains(char::is_whitespace),
        None => channel.starts_with(['C', 'G', 'D']) && is_id(channel),
    }
}

fn refusal(text: &str, chat: &str) -> TargetError {
    let name_of = |form: &'static str| form.split(':').next().unwrap_or(form);
    let of_chat: Vec<_> = FORMS.into_iter().filter(|form| name_of(form) == chat).collect();
    let nearest = FORMS.into_iter().max_by(|a, b| {
        let likeness = |form| strsim::jaro_winkler(name_of(form), chat);
        likeness(*a).total_cmp(&likeness(*b))
    });
    let expected = match nearest {
        _ if !of_chat.is_empty() => of_chat.join(" or "),
        Some(nearest) if strsim::jaro_winkler(name_of(nearest), chat) > 0.8 => format!("perhaps {nearest}"),
        _ => format!("one of {}", FORMS.join(", ")),
    };
    TargetError { found: text.to_owned(), expected }
}
