//! The command `fetch`: a sprint from a tracker, as documents that `render` reads.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use emberline_fetch::{Cache, FetchSettings, Source};
use jiff::tz::TimeZone;

use super::clock::current_time;
use super::network_args::NetworkArgs;
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
