//! The command `check`: are the credentials of the profiles accepted?

use emberline_fetch::FetchSettings;

use super::profile_file::{Profile, ProfileFile};
use crate::outcome::{CliError, RunStatus, error_chain};
use crate::output::print_text;
use crate::profile_args::ProfileArgs;

/// Runs `check`: one line for each thing that works, one for each that does not.
pub(crate) fn check(args: &ProfileArgs) -> Result<RunStatus, CliError> {
    let file = ProfileFile::read(args.profiles.as_deref())?;
    let mut status = RunStatus::Completed;
    for (name, profile) in file.choose(&args.names)? {
        match check_source(profile, args) {
            Ok(line) => print_text(&format!("{name}: {line}\n")).map(|_| ())?,
            Err(error) => {
                eprintln!("emberline: {name}: {}", error_chain(error.as_ref()));
                status = RunStatus::SomeInputsFailed;
            }
        }
    }
    Ok(status)
}

/// Checks the credential of a source, or that the file of an input is there.
fn check_source(profile: &Profile, args: &ProfileArgs) -> Result<String, CliError> {
    if let Some(source) = &profile.source {
        let settings = FetchSettings {
            client: args.network.client_settings(),
            credentials: args.network.credential_source(),
            ..FetchSettings::default()
        };
        return Ok(emberline_fetch::verify(source, &settings)?);
    }
    let path = profile.input.clone().unwrap_or_default();
    std::fs::metadata(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path.display().to_string())
}
