//! The command `post`: reads the input, draws it, and posts it into chats.

mod content_hash;
mod message;

use std::path::PathBuf;

use emberline::{Description, Fonts, Input, Options, Picture};
use emberline_client::{Client, CredentialSource};
use emberline_post::{
    Destination, Message, OpenState, PostKey, PostOutcome, PostRecord, PostedKind, StateStore, Target,
    ThreadMode, chat, plain_text, preview,
};
use jiff::Timestamp;

use super::fonts::load_fonts;
use super::input::{ReadSettings, display_name, read_input};
use super::outcome::{CliError, RunStatus, error_chain, usage_error};
use super::output::{STANDARD_STREAM, print_text};
use super::post_args::{PostArgs, ThreadChoice};

/// Pictures that are too large for a chat are drawn with the scale times this, again and again.
const SMALLER: f64 = 0.7;
/// The smallest scale that is tried.
const MIN_SCALE: f64 = 0.2;

/// Runs `post`.
pub(crate) fn run(args: &PostArgs) -> Result<RunStatus, CliError> {
    if args.thread == Some(ThreadChoice::Sprint) && args.state.is_none() {
        return Err(usage_error("--thread sprint needs --state FILE, which remembers the thread"));
    }
    args.options.to_draw_options().validate().map_err(usage_error)?;
    let path = args.path.clone().unwrap_or_else(|| PathBuf::from(STANDARD_STREAM));
    let reader = ReadSettings::new(&args.input, &args.options, false)?;
    let input = read_input(&path, &reader)?;
    post_input(args, input, display_name(&path))
}

/// Posts an input that is read; `name` is its name in messages.
pub(crate) fn post_input(args: &PostArgs, input: Input, name: String) -> Result<RunStatus, CliError> {
    let job = PostJob { args, input, fonts: load_fonts(&args.font)?, name };
    let description = emberline::describe(&job.input, &args.options.to_draw_options())?;
    if let Some(date) = message::day_off(&description).filter(|_| args.skip_days_off) {
        return print_text(&format!("nothing posted: {date} is a day off (--skip-days-off)\n"));
    }
    for warning in job.input.warnings(&job.fonts) {
        eprintln!("emberline: {}: {warning}", job.name);
    }
    match args.dry_run {
        true => job.preview_all(&description),
        false => job.post_all(&description),
    }
}

/// The input and the arguments of one run.
struct PostJob<'a> {
    args: &'a PostArgs,
    input: Input,
    fonts: Fonts,
    /// The name of the input in messages.
    name: String,
}

impl PostJob<'_> {
    fn post_all(&self, description: &Description) -> Result<RunStatus, CliError> {
        let mut state = self.store().map(|store| store.open()).transpose()?;
        let mut status = RunStatus::Completed;
        for target in &self.args.targets {
            match self.post_to(target, description, state.as_mut()) {
                Ok(line) => print_text(&format!("{target}: {line}\n")).map(|_| ())?,
                Err(error) => {
                    eprintln!("emberline: {target}: {}", error_chain(error.as_ref()));
                    status = RunStatus::SomeInputsFailed;
                }
            }
        }
        Ok(status)
    }

    /// Posts to one target and returns what was done in a line.
    fn post_to(
        &self,
        target: &Target,
        description: &Description,
        state: Option<&mut OpenState>,
    ) -> Result<String, CliError> {
        let chat = chat::connect(target, &CredentialSource::default())?;
        let key = self.key(target, description);
        let record = state.as_ref().and_then(|state| state.find(&key));
        let message = self.draw_message(target, record)?;
        let client = Client::new(self.args.client_settings())?;
        let mode = self.args.thread_mode();
        let destination = Destination { target, chat: chat.as_ref(), client: &client };
        let outcome = emberline_post::post(destination, &message, mode, state)?;
        for note in &outcome.notes {
            eprintln!("emberline: {target}: {note}");
        }
        Ok(outcome_line(&outcome, &message, &client))
    }

    fn preview_all(&self, description: &Description) -> Result<RunStatus, CliError> {
        let records = self.store().map(|store| store.read()).transpose()?.unwrap_or_default();
        for target in &self.args.targets {
            let key = self.key(target, description);
            let record = records.iter().find(|record| record.key == key);
            let message = self.draw_message(target, record)?;
            let mode = self.args.thread_mode();
            print_text(&preview_text(target, &message, mode, record)?)?;
        }
        Ok(RunStatus::Completed)
    }

    fn store(&self) -> Option<StateStore> {
        self.args.state.clone().map(StateStore::File)
    }

    fn key(&self, target: &Target, description: &Description) -> PostKey {
        target.key(self.args.team.as_deref(), &message::sprint_id(description))
    }

    /// Draws the picture and makes the message: with the changes since the last message, unless `--since` says another instant.
    fn draw_message(&self, target: &Target, record: Option<&PostRecord>) -> Result<Message, CliError> {
        let mut options = self.args.options.to_draw_options();
        let as_of =
            record.and_then(|record| record.as_of.as_deref()).and_then(|at| at.parse::<Timestamp>().ok());
        options.report.since = options.report.since.or(as_of.map(emberline::Moment::Instant));
        let can = target.capabilities();
        let max_bytes = if can.takes_files { can.max_picture_bytes } else { usize::MAX };
        let (picture, png) = self.draw_within(max_bytes, options)?;
        Ok(message::make_message(self.args, &picture, png))
    }

    /// Draws the picture, smaller if its PNG has more than `max_bytes`, which the chat would refuse.
    fn draw_within(&self, max_bytes: usize, mut options: Options) -> Result<(Picture, Vec<u8>), CliError> {
        loop {
            let picture = emberline::draw(&self.input, &options, &self.fonts)
                .map_err(|error| error.with_file(&self.name))?;
            let png = picture.png(&self.fonts)?;
            let (width, height) = picture.size().device_size();
            if png.len() <= max_bytes || picture.size().scale * SMALLER < MIN_SCALE {
                return Ok((picture, png));
            }
            options.scale = picture.size().scale * SMALLER;
            eprintln!(
                "emberline: a picture of {width} × {height} px has {} bytes, the chat takes {max_bytes}: drawn at scale {:.2}",
                png.len(),
                options.scale
            );
        }
    }
}

/// Returns what was done with a message, with the requests that it took.
fn outcome_line(outcome: &PostOutcome, message: &Message, client: &Client) -> String {
    let sprint = &message.sprint;
    let done = match &outcome.kind {
        PostedKind::Nothing { since } => return format!("nothing new since {since}, nothing posted"),
        PostedKind::Thread => format!("opened a thread for {sprint}"),
        PostedKind::Reply => format!("replied in the thread of {sprint}"),
        PostedKind::Alone => format!("posted {sprint}"),
    };
    // Mail has no requests.
    let requests = match client.request_count() {
        0 => String::new(),
        1 => "1 request, ".to_owned(),
        count => format!("{count} requests, "),
    };
    format!("{done} ({requests}{:.1} s)", client.elapsed().as_secs_f64())
}

/// Returns what would be posted: the decision, the message as text, and the requests.
fn preview_text(
    target: &Target,
    message: &Message,
    mode: ThreadMode,
    record: Option<&PostRecord>,
) -> Result<String, CliError> {
    use emberline_post::Decision;
    let decision = emberline_post::decide(record, message, mode, target.capabilities().threads);
    let sprint = &message.sprint;
    let plan = match &decision {
        Decision::Nothing { since } => {
            return Ok(format!("{target}: would post nothing, since there is nothing new since {since}\n"));
        }
        Decision::Begin => format!("would open a thread for {sprint}"),
        Decision::Continue { .. } => format!("would reply in the thread of {sprint}"),
        Decision::Alone => format!("would post {sprint}"),
    };
    let mut text = format!("{target}: {plan}\n\n{}\n\n", plain_text(message));
    text += &format!("[{}: {:?}]\n{}\n", message.file_name(), message.picture, message.alt_text);
    let mode = if decision == Decision::Alone { ThreadMode::None } else { mode };
    for (name, body) in preview(target, message, mode)? {
        text += &format!("\n{name}\n{body:#}\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use clap::Parser;
    use emberline::ReadOptions;

    use super::super::args::{Args, Command};
    use super::*;

    #[test]
    fn a_picture_that_is_too_large_for_the_chat_is_drawn_smaller() {
        let args = Args::try_parse_from(["emberline", "post", "--to", "discord"]).expect("arguments");
        let Command::Post(args) = args.command else { panic!("the command is post") };
        let text = include_bytes!("../../../../examples/points.json");
        let input = Input::read(text, &ReadOptions::default()).expect("a sprint");
        let job = PostJob { args: &args, input, fonts: Fonts::embedded(), name: "points.json".to_owned() };
        let (whole, png) = job.draw_within(usize::MAX, Options::default()).expect("a picture");
        let limit = png.len() / 2;
        let (smaller, png) = job.draw_within(limit, Options::default()).expect("a picture");
        assert!(png.len() <= limit && smaller.size().scale < whole.size().scale);
        // A limit that no picture keeps ends in the chat's own refusal.
        let (smallest, _) = job.draw_within(10, Options::default()).expect("a picture");
        assert!(smallest.size().scale >= MIN_SCALE);
    }
}
