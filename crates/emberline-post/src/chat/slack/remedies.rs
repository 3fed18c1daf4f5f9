//! What to do about Slack's errors.

/// Errors of Slack's API, each with what to do about it.
const REMEDIES: [(&str, &str); 19] = [
    ("not_in_channel", "invite the app: write /invite @emberline (or your app's name) in the channel"),
    ("channel_not_found", "check the channel's id; in a private channel, write /invite @emberline first"),
    ("is_archived", "the channel is archived; name another one, or restore it"),
    ("invalid_auth", "SLACK_BOT_TOKEN is no token of Slack's; copy it again from OAuth & Permissions"),
    ("not_authed", "SLACK_BOT_TOKEN is no token of Slack's; copy it again from OAuth & Permissions"),
    ("token_revoked", "the token was revoked; install the app again, and set SLACK_BOT_TOKEN to the new one"),
    ("token_expired", "the token is expired; install the app again, and set SLACK_BOT_TOKEN to the new one"),
    ("account_inactive", "the app was removed from the workspace; install it again"),
    ("missing_scope", "add the scope to your Slack app under OAuth & Permissions, and install the app again"),
    ("not_allowed_token_type", "SLACK_BOT_TOKEN must be the token of a bot: it begins with xoxb-"),
    (
        "team_access_not_granted",
        "an administrator must install the app in this workspace of the organisation",
    ),
    ("restricted_action", "the workspace forbids the app to post here; ask an administrator"),
    ("restricted_action_read_only_channel", "only some members may post in this channel; ask its manager"),
    ("file_uploads_disabled", "the workspace forbids uploads; use an incoming webhook and --picture-url"),
    ("file_type_not_allowed", "the workspace forbids PNG files; use an incoming webhook and --picture-url"),
    ("storage_limit_reached", "the workspace is full; delete files, or use --picture-url with a webhook"),
    ("msg_too_long", "shorten the goal of the sprint"),
    ("ratelimited", "Slack asks to wait; run it again in a minute"),
    ("fatal_error", "Slack failed; look at the channel before you run it again"),
];

/// Returns what to do about an error; empty if nobody knows.
pub(super) fn remedy_of(error: &str) -> &'static str {
    let known = REMEDIES.iter().find(|(name, _)| *name == error);
    known.map_or("see the error's name at https://docs.slack.dev/reference/methods", |(_, remedy)| remedy)
}
