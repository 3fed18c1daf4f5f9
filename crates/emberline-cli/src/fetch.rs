//! The command `fetch`: a sprint from a tracker, as documents that `render` reads.

use emberline_fetch::{Cache, FetchSettings};
use jiff::tz::TimeZone;

use super::clock::current_time;
use super::fetch_args::FetchArgs;
use super::outcome::{CliError, RunStatus};
use super::output::{print_text, write_output};

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
