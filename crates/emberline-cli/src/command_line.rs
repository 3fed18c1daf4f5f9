//! The clap command of the command line, and the check of arguments that a command has no use for.

use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};
use emberline::PictureOptions;

use super::args::Args;
use super::outcome::{CliError, usage_error};

/// Commands that take the options of a picture, but have no use for those under one heading.
const UNUSED_HEADINGS: [(&str, &str); 2] =
    [("demo", PictureOptions::READING), ("describe", PictureOptions::STYLE)];

/// Returns the command; `--help` shows only options that have an effect.
pub(crate) fn clap_command() -> Command {
    UNUSED_HEADINGS.into_iter().fold(Args::command(), |command, (name, heading)| {
        command.mut_subcommand(name, |subcommand| {
            subcommand.mut_args(|arg| {
                let is_unused = arg.get_help_heading() == Some(heading);
                arg.hide(is_unused)
            })
        })
    })
}

/// Parses the arguments of this process.
///
/// # Errors
/// An argument is given that the command has no use for. Any other invalid argument ends the process with exit code 2.
pub(crate) fn parse_arguments() -> Result<Args, CliError> {
    let command = clap_command();
    let matches = command.clone().get_matches();
    if let Some((name, matches)) = matches.subcommand()
        && let Some((_, heading)) = UNUSED_HEADINGS.into_iter().find(|(unused_by, _)| *unused_by == name)
        && let Some(flag) = used_flag(&command, name, heading, matches)
    {
        return Err(usage_error(format!("--{flag} has no effect on {name}")));
    }
    Ok(Args::from_arg_matches(&matches)?)
}

/// Returns an argument under a heading that was given.
fn used_flag(command: &Command, name: &str, heading: &str, matches: &ArgMatches) -> Option<String> {
    let mut arguments = command.find_subcommand(name)?.get_arguments();
    let used = arguments.find(|arg| {
        arg.get_help_heading() == Some(heading)
            && matches.value_source(arg.get_id().as_str()) == Some(clap::parser::ValueSource::CommandLine)
    })?;
    used.get_long().map(str::to_owned)
}
