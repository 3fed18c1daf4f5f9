//! A table of the chats: what each of them can do, and its limits.

use super::limits;
use super::target::Target;

/// The thread of a sprint in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threads {
    /// A message with text opens the thread. It is edited each day, and each day's picture is a reply to it.
    Opening,
    /// The first day's picture is what the later ones reply to; nothing is edited.
    FirstPost,
    /// Messages with the same name of a thread are together; no message needs to be remembered.
    Name,
    /// The chat has no threads for us.
    None,
}

/// The abilities and limits of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// True if the picture is uploaded; else it needs an address that everybody can fetch.
    pub takes_files: bool,
    /// The thread of a sprint.
    pub threads: Threads,
    /// Maximal bytes of the picture.
    pub max_picture_bytes: usize,
    /// Maximal width and height of the picture in pixels.
    pub max_picture_side: u32,
    /// Maximal characters of the alt text; zero if a message can't have one beside its own text.
    pub max_alt_chars: usize,
    /// Maximal characters of the text.
    pub max_text_chars: usize,
}

/// The abilities of a chat about which nothing special is known.
const USUAL: Capabilities = Capabilities {
    takes_files: true,
    threads: Threads::None,
    max_picture_bytes: limits::MAX_PICTURE_BYTES,
    max_picture_side: u32::MAX,
    max_alt_chars: 1_000,
    max_text_chars: 4_000,
};

impl Target {
    /// Returns the abilities of the target's chat.
    pub const fn capabilities(&self) -> Capabilities {
        match self {
            Self::SlackChannel(_) => Capabilities {
                threads: Threads::Opening,
                max_alt_chars: limits::MAX_SLACK_ALT_CHARS,
                max_text_chars: limits::MAX_SLACK_BLOCKS_CHARS,
                ..USUAL
            },
            Self::SlackWebhook => Capabilities {
                takes_files: false,
                max_alt_chars: limits::MAX_SLACK_BLOCK_ALT_CHARS,
                max_text_chars: limits::MAX_SLACK_BLOCKS_CHARS,
                ..USUAL
            },
            Self::Teams => Capabilities { takes_files: false, ..USUAL },
            Self::Discord => Capabilities {
                max_picture_bytes: limits::MAX_DISCORD_PICTURE_BYTES,
                max_alt_chars: limits::MAX_DISCORD_ALT_CHARS,
                max_text_chars: limits::MAX_DISCORD_DESCRIPTION_CHARS,
                ..USUAL
            },
            Self::Mattermost(_) => Capabilities {
                threads: Threads::Opening,
                max_alt_chars: 0,
                max_text_chars: limits::MAX_MATTERMOST_CHARS,
                ..USUAL
            },
            Self::Matrix(_) => Capabilities { threads: Threads::Opening, max_alt_chars: 0, ..USUAL },
            Self::Zulip(_) => {
                Capabilities { threads: Threads::Name, max_text_chars: limits::MAX_ZULIP_CHARS, ..USUAL }
            }
            Self::GoogleChat => Capabilities {
                takes_files: false,
                threads: Threads::Name,
                max_text_chars: limits::MAX_GOOGLE_CHAT_CHARS,
                ..USUAL
            },
            Self::RocketChat(_) => Capabilities {
                threads: Threads::Opening,
                max_text_chars: limits::MAX_ROCKET_CHAT_CHARS,
                ..USUAL
            },
            Self::Mail(_) => Capabilities { threads: Threads::FirstPost, ..USUAL },
            Self::Webhook => USUAL,
        }
    }
}
