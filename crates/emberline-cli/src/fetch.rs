//! The command `fetch`: a sprint from a tracker, as documents that `render` reads.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args as ClapArgs;
use emberline_client::{ClientSettings, CredentialSource};
use emberline_fetch::{Cache, FetchSettings, Source};
use jiff::tz::TimeZone;

use super::args::parse_seconds;
use super::clock::current_time;
use super::outcome::{CliError, RunStatus};
use super::output::{STANDARD_STREAM, print_text, write_output};

/// Arguments of `fetch`.
#[derive(Debug, ClapArgs)]
pub(crate) struct FetchArgs {
    #[command(subcommand)]
    source: Source,
    #[command(flatten)]
    fetch: FetchOptions,
    #[command(flatten)]
    network: NetworkArgs,
}

/// Arguments for what is fetched, whatever the tracker.
#[derive(Debug, ClapArgs)]
struct FetchOptions {
    /// The file for the answers; `-` for standard output.
    #[arg(short, long, global = true, value_name = "FILE", default_value = STANDARD_STREAM)]
    output: PathBuf,
    /// Fetches the titles of items, too. Persons are never fetched.
    #[arg(long, global = true)]
    titles: bool,
    /// A folder for answers; later runs fetch only what has changed since.
    #[arg(long, global = true, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Prints the requests and sends none.
    #[arg(long, global = true)]
    dry_run: bool,
}

/// Arguments for requests to a network.
#[derive(Debug, ClapArgs)]
pub(crate) struct NetworkArgs {
    /// A command of the shell whose first line of output is the credential. Without it, the variables of the environment
    /// count, then .netrc.
    #[arg(long, global = true, value_name = "COMMAND")]
    token_command: Option<String>,
    /// Seconds for all requests together, waiting included.
    #[arg(long, global = true, value_name = "SECONDS", default_value_t = 120.0, value_parser = parse_seconds)]
    max_time: f64,
    /// A PEM file with certificate authorities to trust instead of the built-in ones.
    #[arg(long, global = true, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Trusts the certificate authorities of the operating system instead of the built-in ones.
    #[arg(long, global = true, conflicts_with = "ca_file")]
    platform_roots: bool,
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

/// Runs `fetch`. The line about what was fetched goes to standard error.
pub(crate) fn run(args: &FetchArgs) -> Result<RunStatus, CliError> {
    if args.fetch.dry_run {
        return print_text(&(args.source.planned_requests().join("\n") + "\n"));
    }
    let settings = FetchSettings {
        client: args.network.client_settings(),
        credentials: args.network.credential_source(),
        cache: args.fetch.cache.as_deref().map(Cache::open).transpose()?,
        titles: args.fetch.titles,
        now: current_time().to_zoned(TimeZone::system()),
    };
    let fetched = emberline_fetch::fetch(&args.source, &settings)?;
    write_output(&fetched.documents, &args.fetch.output)?;
    for note in &fetched.notes {
        eprintln!("emberline: {note}");
    }
    eprintln!("{}", fetched.summary());
    Ok(RunStatus::Completed)
}
