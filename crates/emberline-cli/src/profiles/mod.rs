//! The commands `run` and `check`: what `emberline.toml` names is fetched, drawn and posted.

mod check;
mod profile_file;
mod run;

use std::path::PathBuf;

use clap::Args as ClapArgs;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::network_args::NetworkArgs;
use profile_file::ProfileFile;

pub(crate) use check::check;
pub(crate) use run::run;

/// Arguments of `check`, which `run` has, too.
#[derive(Debug, ClapArgs)]
pub(crate) struct ProfileArgs {
    /// The profiles, in this order; all of the file by default.
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// The file with the profiles. Default: emberline.toml in the working folder, or in the nearest one above it.
    #[arg(long, value_name = "FILE")]
    profiles: Option<PathBuf>,
    #[command(flatten)]
    network: NetworkArgs,
}

/// Arguments of `run`.
#[derive(Debug, ClapArgs)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    chosen: ProfileArgs,
    /// Fetches and draws, but prints the messages instead of posting them, and leaves the state.
    #[arg(long)]
    dry_run: bool,
}

/// Returns the JSON Schema (2020-12) of the file with the profiles.
pub(crate) fn profiles_schema() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ProfileFile>().to_value()
}
