//! Limits of the chats, as their documentation says or as their users measured.

/// Maximal bytes of a picture, where a chat has no smaller limit of its own.
pub const MAX_PICTURE_BYTES: usize = 20_000_000;

/// Maximal bytes of the file of the state.
pub const MAX_STATE_BYTES: u64 = 1_000_000;

/// Maximal characters of the alt text of a file in Slack (`alt_txt_too_large`).
pub const MAX_SLACK_ALT_CHARS: usize = 1_000;

/// Maximal characters of all blocks of a message in Slack. It is not documented; `msg_blocks_too_long` comes at about 13 200.
pub const MAX_SLACK_BLOCKS_CHARS: usize = 12_000;

/// Maximal characters of one text in a block of Slack.
pub const MAX_SLACK_TEXT_CHARS: usize = 3_000;

/// Maximal channels that are looked at to find one by its name.
pub const MAX_SLACK_CHANNEL_PAGES: usize = 50;

/// Maximal characters of a goal in a message.
pub const MAX_GOAL_CHARS: usize = 600;

/// Maximal characters of an item's title, and of its key, in a message.
pub const MAX_ITEM_TITLE_CHARS: usize = 120;

/// Maximal characters of any other line of a message.
pub const MAX_LINE_CHARS: usize = 400;

/// Maximal characters of the alt text of an image block in Slack.
pub const MAX_SLACK_BLOCK_ALT_CHARS: usize = 2_000;

/// Maximal characters of an image's address in Slack.
pub const MAX_SLACK_URL_CHARS: usize = 3_000;

/// Maximal bytes of a message to a webhook of Teams, which answers 413 at about 28 000.
pub const MAX_TEAMS_PAYLOAD_BYTES: usize = 27_000;

/// Maximal characters of an embed's title in Discord.
pub const MAX_DISCORD_TITLE_CHARS: usize = 256;

/// Maximal characters of an embed's description in Discord.
pub const MAX_DISCORD_DESCRIPTION_CHARS: usize = 4_096;

/// Maximal characters of the description of a file in Discord.
pub const MAX_DISCORD_ALT_CHARS: usize = 1_024;

/// Maximal bytes of a file in Discord.
pub const MAX_DISCORD_PICTURE_BYTES: usize = 10 * 1024 * 1024;

/// Maximal characters of a message in Google Chat.
pub const MAX_GOOGLE_CHAT_CHARS: usize = 4_000;

/// Maximal characters of a post in Mattermost: 16 383 since version 5, less on old servers.
pub const MAX_MATTERMOST_CHARS: usize = 4_000;

/// Maximal characters of a message in Rocket.Chat, unless an administrator changes it.
pub const MAX_ROCKET_CHAT_CHARS: usize = 5_000;

/// Maximal characters of a message in Zulip.
pub const MAX_ZULIP_CHARS: usize = 10_000;

/// Maximal characters of a topic in Zulip.
pub const MAX_ZULIP_TOPIC_CHARS: usize = 60;

/// Maximal characters of the text of the link to the picture in Zulip, which is its alt text.
pub const MAX_ZULIP_ALT_CHARS: usize = 1_000;
