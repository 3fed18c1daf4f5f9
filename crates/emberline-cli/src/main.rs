//! The `emberline` command line: arguments in, exit code out (0 success, 1 an input failed, 2 wrong usage).

mod args;
mod batch;
mod clock;
mod command_line;
mod describe;
mod fetch;
mod fetch_args;
mod file_bytes;
mod fonts;
mod holidays;
mod input;
mod input_args;
mod network_args;
mod outcome;
mod output;
mod output_file;
mod post;
mod post_args;
mod profile_args;
mod profiles;
mod render;
mod render_job;
mod seconds;
mod serve;

use std::process::ExitCode;

use args::Command;
use command_line::clap_command;
use outcome::{CliError, RunStatus, error_chain};
use output::{print_bytes, print_text};

fn main() -> ExitCode {
    let result = command_line::parse_arguments().and_then(|args| run_command(&args.command));
    match result {
        Ok(RunStatus::Completed) => ExitCode::SUCCESS,
        Ok(RunStatus::SomeInputsFailed) => ExitCode::from(1),
        Err(error) => match error.downcast::<clap::Error>() {
            Ok(usage) => usage.exit(),
            Err(error) => {
                eprintln!("emberline: {}", error_chain(error.as_ref()));
                ExitCode::from(1)
            }
        },
    }
}

fn run_command(command: &Command) -> Result<RunStatus, CliError> {
    match command {
        Command::Render(args) => render::run(args),
        Command::Demo(args) => render::run_demo(args),
        Command::Describe(args) => describe::run(args),
        Command::Fetch(args) => fetch::run(args),
        Command::Run(args) => profiles::run(args),
        Command::Check(args) => profiles::check(args),
        Command::Post(args) => post::run(args),
        Command::Formats => print_text(&describe::formats_text()),
        Command::Schema { kind } => print_text(&kind.schema_text()),
        Command::Serve(args) => serve::run(args),
        Command::Themes => print_text(&describe::themes_json()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut clap_command(), "emberline", &mut script);
            print_bytes(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(clap_command()).render(&mut page)?;
            print_bytes(&page)
        }
    }
}
