//! The place of the sprint, as arguments and profiles give it.

use schemars::JsonSchema;
use serde::Deserialize;

/// An iteration of a team of Azure DevOps.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct AzureSource {
    /// The organization: its name, or the address of a collection on a server of one's own.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME|URL"))]
    pub organization: String,
    /// The project.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME"))]
    pub project: String,
    /// The team.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME"))]
    pub team: String,
    /// The iteration: its name, its path, or `current`.
    #[cfg_attr(feature = "clap", arg(long, value_name = "NAME", default_value = CURRENT))]
    #[serde(default = "current_iteration")]
    pub sprint: String,
}

/// The value that names the iteration that runs.
pub(super) const CURRENT: &str = "current";

fn current_iteration() -> String {
    CURRENT.to_owned()
}
