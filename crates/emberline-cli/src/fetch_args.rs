//! The arguments of `fetch`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use emberline_fetch::Source;

use super::network_args::NetworkArgs;

/// Arguments of `fetch`.
#[derive(Debug, ClapArgs)]
pub(crate) struct FetchArgs {
    #[command(subcommand)]
    pub(crate) source: Source,
    #[command(flatten)]
    pub(crate) fetch: FetchOptions,
    #[command(flatten)]
    pub(crate) network: NetworkArgs,
}

/// Arguments for what is fetched, whatever the tracker.
#[derive(Debug, ClapArgs)]
pub(crate) struct FetchOptions {
    /// The file for the answers; `-` for standard output.
    #[arg(short, long, global = true, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,
    /// Fetches the titles of items, too. Persons are never fetched.
    #[arg(long, global = true)]
    pub(crate) titles: bool,
    /// A folder for answers; later runs fetch only what has changed since.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) cache: Option<PathBuf>,
    /// Prints the requests and sends none.
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
}
