//! A table of the chats: what each of them can do.

use super::limits::{MAX_DISCORD_PICTURE_BYTES, MAX_PICTURE_BYTES};
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

/// The abilities of a chat. The limits of its texts are in `limits.rs`; the requests of each chat keep within them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// True if the picture is uploaded; else it needs an address that everybody can fetch.
    pub takes_files: bool,
    /// The thread of a sprint.
    pub threads: Threads,
    /// Maximal bytes of a picture that is uploaded.
    pub max_picture_bytes: usize,
}

impl Target {
    /// Returns the abilities of the target's chat.
    pub const fn capabilities(&self) -> Capabilities {
        let (takes_files, threads) = match self {
            Self::SlackChannel(_) | Self::Mattermost(_) | Self::Matrix(_) | Self::RocketChat(_) => {
                (true, Threads::Opening)
            }
            Self::Mail(_) => (true, Threads::FirstPost),
            Self::Zulip(_) => (true, Threads::Name),
            Self::GoogleChat => (false, Threads::Name),
            Self::Discord | Self::Webhook => (true, Threads::None),
            Self::SlackWebhook | Self::Teams => (false, Threads::None),
        };
        let max_picture_bytes = match self {
            Self::Discord => MAX_DISCORD_PICTURE_BYTES,
            _ => MAX_PICTURE_BYTES,
        };
        Capabilities { takes_files, threads, max_picture_bytes }
    }
}
