//! Arguments in, exit code out: 0, 1 (an input failed), 2 (usage).

mod args;
mod batch;
mod describe;
mod fonts;
mod render;
mod source;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};

/// Something the user has to mend; printed once, here.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How the program ended without a failure of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything asked for is there.
    Done,
    /// Some input failed and was named.
    SomeFailed,
    /// The arguments don't say what to do.
    Usage,
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    match execute(&args.command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Ok(Outcome::Usage) => ExitCode::from(2),
        Err(failure) => {
            eprintln!("emberline: {}", chain(failure.as_ref()));
            ExitCode::from(1)
        }
    }
}

fn execute(command: &Command) -> Result<Outcome, Failure> {
    match command {
        Command::Render(args) => render::run(args),
        Command::Demo(args) => render::demo(args),
        Command::Describe(args) => describe::run(args),
        Command::Schema { kind } => print(&kind.text()),
        Command::Themes => print(&describe::themes()),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Args::command(), "emberline", &mut io::stdout());
            Ok(Outcome::Done)
        }
        Command::Man => {
            clap_mangen::Man::new(Args::command()).render(&mut io::stdout())?;
            Ok(Outcome::Done)
        }
    }
}

/// To stdout; a reader that has gone away is no failure.
pub(crate) fn print(text: &str) -> Result<Outcome, Failure> {
    print_bytes(text.as_bytes())
}

pub(crate) fn print_bytes(bytes: &[u8]) -> Result<Outcome, Failure> {
    match io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(Outcome::Done),
    }
}

/// An error with its causes, each said once.
pub(crate) fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
