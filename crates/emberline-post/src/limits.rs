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
