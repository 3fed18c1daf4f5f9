//! The command `run`: fetches, draws and posts what the profiles name.

use std::collections::BTreeSet;
use std::path::Path;

use emberline::{Description, Input, PictureOptions};
use emberline_fetch::{Cache, FetchSettings, Source};
use emberline_post::{PostRecord, SprintPhase, StateStore};
use jiff::tz::TimeZone;

use super::profile_file::{PostTarget, Profile, ProfileFile};
use crate::args::FileArgs;
use crate::clock::current_time;
use crate::input::{ReadSettings, read_input};
use crate::input_args::InputArgs;
use crate::outcome::{CliError, RunStatus, error_chain};
use crate::output::{print_text, write_picture};
use crate::post::post_input;
use crate::post_args::PostArgs;
use crate::profile_args::RunArgs;
use crate::render::output_format;
use crate::render_job::RenderJob;

/// Runs `run`. A profile that fails does not keep the others from running.
pub(crate) fn run(args: &RunArgs) -> Result<RunStatus, CliError> {
    let file = ProfileFile::read(args.chosen.profiles.as_deref())?;
    let mut status = RunStatus::Completed;
    for (name, profile) in file.choose(&args.chosen.names)? {
        match (ProfileRun { name, profile, file: &file, args }).run() {
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

/// A run of one profile.
struct ProfileRun<'a> {
    name: &'a str,
    profile: &'a Profile,
    file: &'a ProfileFile,
    args: &'a RunArgs,
}

impl ProfileRun<'_> {
    /// Fetches, draws and posts. Sprints that were closed since the last run get their last message first, even if no other
    /// sprint is active.
    fn run(&self) -> Result<RunStatus, CliError> {
        let options = &self.profile.options;
        let input = self.read_current(options);
        let closing = self.post_closed_sprints(input.as_ref().ok())?;
        let input = input?;
        if let Some(output) = &self.profile.output {
            self.draw(&input, output)?;
        }
        let posting = self.post(input, options.clone())?;
        Ok(if closing == RunStatus::Completed { posting } else { closing })
    }

    fn read_current(&self, options: &PictureOptions) -> Result<Input, CliError> {
        match (&self.profile.source, &self.profile.input) {
            (Some(source), _) => self.fetch(source, options),
            (None, path) => read_input(&path.clone().unwrap_or_default(), &self.reader(options)?),
        }
    }

    fn reader(&self, options: &PictureOptions) -> Result<ReadSettings, CliError> {
        ReadSettings::new(&InputArgs::with_history(self.profile.history.clone()), options, false)
    }

    fn fetch(&self, source: &Source, options: &PictureOptions) -> Result<Input, CliError> {
        let network = &self.args.chosen.network;
        let settings = FetchSettings {
            client: network.client_settings(),
            credentials: network.credential_source(),
            cache: self.file.cache.as_deref().map(Cache::open).transpose()?,
            titles: self.profile.titles,
            now: current_time().to_zoned(TimeZone::system()),
        };
        let fetched = emberline_fetch::fetch(source, &settings)?;
        for note in &fetched.notes {
            eprintln!("emberline: {}: {note}", self.name);
        }
        print_text(&format!("{}: {}\n", self.name, fetched.summary()))?;
        let input = self.reader(options)?.read_bytes(&fetched.documents);
        Ok(input.map_err(|error| error.with_file(fetched.name))?)
    }

    /// Posts the last message of each sprint that has a thread of this profile and was closed since. The tracker is asked for
    /// it by name, because it is no longer the active one.
    fn post_closed_sprints(&self, current: Option<&Input>) -> Result<RunStatus, CliError> {
        let mut status = RunStatus::Completed;
        let Some(source) = &self.profile.source else { return Ok(status) };
        let mut options = self.profile.options.clone();
        options.as_of = None;
        let current =
            current.map(|input| emberline::describe(input, &options.to_draw_options())).transpose()?;
        let current = current.as_ref().map(Description::name);
        for sprint in unfinished_sprints(self.profile, self.file)? {
            let Some(source) = source.with_sprint(&sprint).filter(|_| current != Some(sprint.as_str()))
            else {
                continue;
            };
            // A sprint that is gone must not keep the current one from being posted.
            match self.post_if_closed(&source, &options) {
                Ok(RunStatus::Completed) => {}
                Ok(RunStatus::SomeInputsFailed) => status = RunStatus::SomeInputsFailed,
                Err(error) => {
                    eprintln!(
                        "emberline: {}: the last message of \"{sprint}\": {}; if the sprint is gone, take its record out of {}",
                        self.name,
                        error_chain(error.as_ref()),
                        self.file.state.display()
                    );
                    status = RunStatus::SomeInputsFailed;
                }
            }
        }
        Ok(status)
    }

    /// Fetches an earlier sprint and posts it if it is closed.
    fn post_if_closed(&self, source: &Source, options: &PictureOptions) -> Result<RunStatus, CliError> {
        let input = self.fetch(source, options)?;
        let description = emberline::describe(&input, &options.to_draw_options())?;
        match &description {
            Description::Sprint(sprint) if sprint.dates.closed.is_some() => self.post(input, options.clone()),
            _ => Ok(RunStatus::Completed),
        }
    }

    fn post(&self, input: Input, options: PictureOptions) -> Result<RunStatus, CliError> {
        match self.profile.post.is_empty() {
            true => Ok(RunStatus::Completed),
            false => post_input(&self.post_args(options), input, self.name.to_owned()),
        }
    }

    /// The arguments of `post` that the profile stands for.
    fn post_args(&self, options: PictureOptions) -> PostArgs {
        let (profile, network) = (self.profile, &self.args.chosen.network);
        PostArgs {
            path: None,
            targets: profile.post.iter().map(|target| target.0.clone()).collect(),
            state: Some(self.file.state.clone()),
            thread: profile.thread,
            team: profile.team.clone(),
            picture_url: None,
            item_url: profile.item_url.clone(),
            skip_days_off: profile.skip_days_off,
            dry_run: self.args.dry_run,
            max_time: network.max_time,
            ca_file: network.ca_file.clone(),
            platform_roots: network.platform_roots,
            input: InputArgs::with_history(Vec::new()),
            options,
            font: Vec::new(),
        }
    }

    /// Draws the picture into its file.
    fn draw(&self, input: &Input, output: &Path) -> Result<(), CliError> {
        let file = FileArgs { format: None, font: Vec::new() };
        let format = output_format(&file, output)?;
        let options = &self.profile.options;
        let job = RenderJob::new(self.reader(options)?, options.to_draw_options(), &file)?;
        let picture = job.draw(input, Path::new(self.name), format)?;
        write_picture(&picture.bytes, output)?;
        if let Some(warnings) = picture.warnings {
            eprintln!("{warnings}");
        }
        print_text(&format!("{}: {}\n", self.name, output.display())).map(|_| ())
    }
}

/// Returns the names of the sprints about which the profile has posted, but not for the last time.
fn unfinished_sprints(profile: &Profile, file: &ProfileFile) -> Result<Vec<String>, CliError> {
    let records = StateStore::File(file.state.clone()).read()?;
    let is_of_profile = |record: &&PostRecord| {
        let key = &record.key;
        let is_target =
            |target: &PostTarget| (target.0.chat(), target.0.channel()) == (&*key.chat, &*key.channel);
        Some(&key.team) == profile.team.as_ref() && profile.post.iter().any(is_target)
    };
    let unfinished =
        records.iter().filter(is_of_profile).filter(|record| record.phase != SprintPhase::Closed);
    // A sprint's id is its name and the date of its start.
    let names = unfinished.filter_map(|record| Some(record.key.sprint.rsplit_once('@')?.0.to_owned()));
    Ok(names.collect::<BTreeSet<_>>().into_iter().collect())
}
