//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;
use url::Url;

use crate::api::public_address;

/// A board of Trello.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct TrelloSource {
    /// The board: its id, or the short one in its address.
    #[cfg_attr(feature = "clap", arg(long, value_name = "ID"))]
    pub board: String,
    /// The address of the API, for a gateway in front of it.
    #[cfg_attr(feature = "clap", arg(long, value_name = "URL", value_parser = crate::api::parse_address, default_value = PUBLIC_API))]
    #[serde(default = "public_api", deserialize_with = "crate::api::deserialize_address")]
    #[schemars(with = "String")]
    pub api: Url,
}

pub(super) const PUBLIC_API: &str = "https://api.trello.com";

fn public_api() -> Url {
    public_address(PUBLIC_API)
}
