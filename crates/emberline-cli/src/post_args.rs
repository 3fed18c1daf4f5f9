//! The arguments of `post`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, ValueEnum};
use emberline::PictureOptions;
use emberline_client::ClientSettings;
use emberline_post::{Target, ThreadMode};
use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use super::input_args::InputArgs;
use super::seconds::parse_seconds;

/// The heading of the arguments about posting.
const POSTING: &str = "Posting";

/// Arguments of `post`.
#[derive(Debug, ClapArgs)]
pub(crate) struct PostArgs {
    /// A sprint file or a tracker's answer; `-` or none for standard input.
    #[arg(value_name = "INPUT")]
    pub(crate) path: Option<PathBuf>,
    /// The place to post to; may be repeated. slack:#CHANNEL or slack:ID (SLACK_BOT_TOKEN), slack (SLACK_WEBHOOK_URL), teams,
    /// discord, googlechat, mattermost:TEAM/CHANNEL, matrix:!ROOM:SERVER, zulip:CHANNEL/TOPIC, rocketchat:#ROOM,
    /// mailto:ADDRESS,… (SMTP_URL), webhook (EMBERLINE_WEBHOOK_URL). Secrets come from the environment only; docs/posting.md
    /// lists the variables.
    #[arg(long = "to", value_name = "TARGET", required = true, help_heading = POSTING)]
    pub(crate) targets: Vec<Target>,
    /// The file that remembers what was posted: with it a sprint has one thread, the same picture is not posted twice, and
    /// each message says what changed since the last one. Created if it is missing.
    #[arg(long, value_name = "FILE", help_heading = POSTING)]
    pub(crate) state: Option<PathBuf>,
    /// The thread of a message, where the chat has threads. Default: sprint with --state, else none.
    #[arg(long, value_enum, value_name = "MODE", help_heading = POSTING)]
    pub(crate) thread: Option<ThreadChoice>,
    /// The name of the team, for the title and for the state.
    #[arg(long, value_name = "NAME", help_heading = POSTING)]
    pub(crate) team: Option<String>,
    /// The address of the picture, which everybody can fetch; for chats that take no files: slack by webhook, teams,
    /// googlechat.
    #[arg(long, value_name = "URL", help_heading = POSTING)]
    pub(crate) picture_url: Option<Url>,
    /// The address of an item's page, with {key} in the place of its key, such as https://acme.atlassian.net/browse/{key}:
    /// the changed items become links.
    #[arg(long, value_name = "URL", value_parser = parse_item_url, help_heading = POSTING)]
    pub(crate) item_url: Option<String>,
    /// Posts nothing on days off of a running sprint.
    #[arg(long, help_heading = POSTING)]
    pub(crate) skip_days_off: bool,
    /// Prints the message and the requests, sends nothing, and leaves the state as it is.
    #[arg(long, help_heading = POSTING)]
    pub(crate) dry_run: bool,
    /// Seconds for all requests to one chat, waiting included.
    #[arg(long, value_name = "SECONDS", default_value_t = 120.0, value_parser = parse_seconds, help_heading = POSTING)]
    pub(crate) max_time: f64,
    /// A PEM file of certificate authorities that are trusted instead of Mozilla's.
    #[arg(long, value_name = "FILE", help_heading = POSTING)]
    pub(crate) ca_file: Option<PathBuf>,
    /// Trusts the certificate authorities of the operating system instead of Mozilla's.
    #[arg(long, help_heading = POSTING)]
    pub(crate) platform_roots: bool,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) options: PictureOptions,
    /// More fonts, for scripts that the built-in ones lack: a file or a folder of them; may be repeated.
    #[arg(long, value_name = "FILE|DIR", help_heading = PictureOptions::STYLE)]
    pub(crate) font: Vec<PathBuf>,
}

/// Values of `--thread`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ThreadChoice {
    /// One thread a sprint; the text of its first message is renewed each day.
    Sprint,
    /// Each message by itself.
    None,
}

impl PostArgs {
    /// The mode of threads: without a state, no thread can be found again.
    pub(crate) fn thread_mode(&self) -> ThreadMode {
        match (self.thread, &self.state) {
            (Some(ThreadChoice::None), _) | (None, None) => ThreadMode::None,
            (Some(ThreadChoice::Sprint), _) | (None, Some(_)) => ThreadMode::Sprint,
        }
    }

    /// The settings of the client.
    pub(crate) fn client_settings(&self) -> ClientSettings {
        ClientSettings {
            total_time: Duration::from_secs_f64(self.max_time),
            ca_file: self.ca_file.clone(),
            uses_platform_roots: self.platform_roots,
            ..ClientSettings::default()
        }
    }
}

/// Parses the address of items, which has `{key}` in it.
pub(crate) fn parse_item_url(text: &str) -> Result<String, String> {
    let is_address = Url::parse(&text.replace("{key}", "KEY-1")).is_ok();
    match is_address && text.contains("{key}") {
        true => Ok(text.to_owned()),
        false => {
            Err("expected an address with {key}, such as https://acme.atlassian.net/browse/{key}".to_owned())
        }
    }
}
