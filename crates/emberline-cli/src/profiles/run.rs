//! The command `run`: fetches, draws and posts what the profiles name.

use std::path::{Path, PathBuf};

use emberline::Input;
use emberline_fetch::{Cache, FetchSettings};

use super::ProfileArgs;
use super::profile_file::{Profile, ProfileFile};
use crate::args::FileArgs;
use crate::input::{ReadSettings, read_input};
use crate::input_args::InputArgs;
use crate::outcome::{CliError, RunStatus, error_chain};
use crate::output::{print_text, write_picture};
use crate::render::output_format;
use crate::render_job::RenderJob;

/// Runs `run`. A profile that fails does not keep the others from running.
pub(crate) fn run(args: &ProfileArgs) -> Result<RunStatus, CliError> {
    let file = ProfileFile::read(args.profiles.as_deref())?;
    let mut status = RunStatus::Completed;
    for (name, profile) in file.choose(&args.names)? {
        if let Err(error) = run_profile(name, profile, &file, args) {
            eprintln!("emberline: {name}: {}", error_chain(error.as_ref()));
            status = RunStatus::SomeInputsFailed;
        }
    }
    Ok(status)
}

fn run_profile(
    name: &str,
    profile: &Profile,
    file: &ProfileFile,
    args: &ProfileArgs,
) -> Result<(), CliError> {
    let input_args = InputArgs::with_history(profile.history.clone());
    let reader = ReadSettings::new(&input_args, &profile.options, false)?;
    let input = match (&profile.source, &profile.input) {
        (Some(source), _) => {
            let fetched = emberline_fetch::fetch(source, &fetch_settings(profile, file, args)?)?;
            for note in &fetched.notes {
                eprintln!("emberline: {name}: {note}");
            }
            print_text(&format!("{name}: {}\n", fetched.summary()))?;
            reader.read_bytes(&fetched.documents).map_err(|error| error.with_file(fetched.name))?
        }
        (None, path) => read_input(&path.clone().unwrap_or_default(), &reader)?,
    };
    if let Some(output) = &profile.output {
        draw(name, reader, &input, profile, output)?;
    }
    Ok(())
}

fn fetch_settings(
    profile: &Profile,
    file: &ProfileFile,
    args: &ProfileArgs,
) -> Result<FetchSettings, CliError> {
    Ok(FetchSettings {
        client: args.network.client_settings(),
        credentials: args.network.credential_source(),
        cache: file.cache.as_deref().map(Cache::open).transpose()?,
        titles: profile.titles,
    })
}

/// Draws the picture of a profile into its file.
fn draw(
    name: &str,
    reader: ReadSettings,
    input: &Input,
    profile: &Profile,
    output: &Path,
) -> Result<(), CliError> {
    let file = FileArgs { format: None, font: Vec::new() };
    let format = output_format(&file, output)?;
    let job = RenderJob::new(reader, profile.options.to_draw_options(), &file)?;
    let picture = job.draw(input, &PathBuf::from(name), format)?;
    write_picture(&picture.bytes, output)?;
    if let Some(warnings) = picture.warnings {
        eprintln!("{warnings}");
    }
    print_text(&format!("{name}: {}\n", output.display())).map(|_| ())
}
