//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

/// A version of a project of Redmine.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct RedmineSource {
    /// The address of the server, such as <https://redmine.example>.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address))]
    #[serde(deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub url: Url,
    /// The project: its identifier, as in its address, or its number.
    #[cfg_attr(feature = "clap", arg(long, value_name = "PROJECT"))]
    pub project: String,
    /// The version: its name, its number, or `open`, the open one that is due first.
    #[cfg_attr(feature = "clap", arg(long = "version", value_name = "NAME|ID", default_value = OPEN))]
    #[serde(default = "open_version")]
    pub version: String,
}

/// The value that names the version that is open.
pub(super) const OPEN: &str = "open";

fn open_version() -> String {
    OPEN.to_owned()
}
