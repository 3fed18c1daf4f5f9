//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

/// A sprint of a board of Jira, Cloud or Data Center.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct JiraSource {
    /// The address of the site, such as <https://acme.atlassian.net>.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address))]
    #[serde(deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub site: Url,
    /// The board: its number, as in its address, or its name.
    #[cfg_attr(feature = "clap", arg(long, value_name = "ID|NAME"))]
    pub board: String,
    /// The sprint: its name, its number, or `active`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME|ID", default_value = "active"))]
    #[serde(default = "active_sprint")]
    pub sprint: String,
}

/// The value that names the sprint that runs.
pub(super) const ACTIVE: &str = "active";

fn active_sprint() -> String {
    ACTIVE.to_owned()
}
