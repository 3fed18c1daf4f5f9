//! The arguments of `run` and `check`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::network_args::NetworkArgs;

/// Arguments of `check`, which `run` has, too.
#[derive(Debug, ClapArgs)]
pub(crate) struct ProfileArgs {
    /// The profiles, in this order; all of the file by default.
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// The file with the profiles. Default: emberline.toml in the working folder, or in the nearest one above it.
    #[arg(long, value_name = "FILE")]
    pub(crate) profiles: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) network: NetworkArgs,
}

/// Arguments of `run`.
#[derive(Debug, ClapArgs)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) chosen: ProfileArgs,
    /// Fetches and draws, but prints the messages instead of posting them, and leaves the state.
    #[arg(long)]
    pub(crate) dry_run: bool,
}
