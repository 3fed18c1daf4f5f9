//! The command `run`: fetches, draws and posts what the profiles name.

use std::path::{Path, PathBuf};

use emberline::Input;
use emberline_fetch::{Cache, FetchSettings};

use super::RunArgs;
use super::profile_file::{Profile, ProfileFile};
use crate::args::FileArgs;
use crate::input::{ReadSettings, read_input};
use crate::input_args::InputArgs;
use crate::outcome::{CliError, RunStatus, error_chain};
use crate::output::{print_text, write_picture};
use crate::post::post_input;
use crate::post_args::PostArgs;
use crate::render::output_format;
use crate::render_job::RenderJob;

/// Runs `run`. A profile that fails does not keep the others from running.
pub(crate) fn run(args: &RunArgs) -> Result<RunStatus, CliError> {
    let file = ProfileFile::read(args.chosen.profiles.as_deref())?;
    let mut status = RunStatus::Completed;
    for (name, profile) in file.choose(&args.chosen.names)? {
        match run_profile(name, profile, &file, args) {
            Ok(RunStatus::Completed) => {}
            Ok(RunStatus::SomeInputsFailed) => status = RunStatus::SomeInputsFailed,
            Err(error) => {
                eprintln!("emberline: {name}: {}", error_chain(error.as_ref()));
                status = RunStatus::SomeInputsFailed;
            }
        }
    }
    Ok(status)
}

fn run_profile(
    name: &str,
    profile: &Profile,
    file: &ProfileFile,
    args: &RunArgs,
) -> Result<RunStatus, CliError> {
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
    match profile.post.is_empty() {
        true => Ok(RunStatus::Completed),
        false => post_input(&post_args(profile, file, args), input, name.to_owned()),
    }
}

/// The arguments of `post` that a profile stands for.
fn post_args(profile: &Profile, file: &ProfileFile, args: &RunArgs) -> PostArgs {
    let network = &args.chosen.network;
    PostArgs {
        path: None,
        targets: profile.post.iter().map(|target| target.0.clone()).collect(),
        state: Some(file.state.clone()),
        thread: profile.thread,
        team: profile.team.clone(),
        picture_url: None,
        item_url: profile.item_url.clone(),
        skip_days_off: profile.skip_days_off,
        dry_run: args.dry_run,
        max_time: network.max_time,
        ca_file: network.ca_file.clone(),
        platform_roots: network.platform_roots,
        input: InputArgs::with_history(Vec::new()),
        options: profile.options.clone(),
        font: Vec::new(),
    }
}

fn fetch_settings(profile: &Profile, file: &ProfileFile, args: &RunArgs) -> Result<FetchSettings, CliError> {
    Ok(FetchSettings {
        client: args.chosen.network.client_settings(),
        credentials: args.chosen.network.credential_source(),
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
