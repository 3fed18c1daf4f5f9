//! The arguments for requests to a network, which several commands have.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args as ClapArgs;
use emberline_client::{ClientSettings, CredentialSource};

use super::seconds::parse_seconds;

/// Arguments for requests to a network.
#[derive(Debug, ClapArgs)]
pub(crate) struct NetworkArgs {
    /// A command of the shell whose first line of output is the credential. Without it, the variables of the environment
    /// count, then .netrc.
    #[arg(long, global = true, value_name = "COMMAND")]
    pub(crate) token_command: Option<String>,
    /// Seconds for all requests together, waiting included.
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = 120.0, value_parser = parse_seconds)]
    pub(crate) max_time: f64,
    /// A PEM file with certificate authorities to trust instead of the built-in ones.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) ca_file: Option<PathBuf>,
    /// Trusts the certificate authorities of the operating system instead of the built-in ones.
    #[arg(long, global = true, conflicts_with = "ca_file")]
    pub(crate) platform_roots: bool,
}

impl NetworkArgs {
    pub(crate) fn client_settings(&self) -> ClientSettings {
        ClientSettings {
            total_time: Duration::from_secs_f64(self.max_time),
            ca_file: self.ca_file.clone(),
            uses_platform_roots: self.platform_roots,
            ..ClientSettings::default()
        }
    }

    pub(crate) fn credential_source(&self) -> CredentialSource {
        CredentialSource { token_command: self.token_command.clone(), netrc_file: None }
    }
}
