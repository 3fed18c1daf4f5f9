//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;

/// A cycle of a team of Linear.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct LinearSource {
    /// The key of the team, with which its issues begin: ENG.
    #[cfg_attr(feature = "clap", arg(long, value_name = "KEY"))]
    pub team: String,
    /// The cycle: its number, its name, or `active`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NUMBER|NAME", default_value = ACTIVE))]
    #[serde(default = "active_cycle")]
    pub sprint: String,
    /// The address of the API, for a gateway in front of it.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address, default_value = PUBLIC_API))]
    #[serde(default = "public_api", deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub api: Url,
}

/// The value that names the cycle that runs.
pub(super) const ACTIVE: &str = "active";
pub(super) const PUBLIC_API: &str = "https://api.linear.app";

fn active_cycle() -> String {
    ACTIVE.to_owned()
}

fn public_api() -> Url {
    public_address(PUBLIC_API)
}
