//! Arguments in, exit code out: 0, 1 (an input failed), 2 (usage).

mod args;
mod batch;
mod describe;
mod drawing;
mod fonts;
mod render;
mod serve;
mod source;
mod view;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
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
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    match execute(&args.command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Err(failure) => match failure.downcast::<clap::Error>() {
            Ok(usage) => usage.exit(),
            Err(failure) => {
                eprintln!("emberline: {}", chain(failure.as_ref()));
                ExitCode::from(1)
            }
        },
    }
}

/// Arguments that each can be read and together can't be followed: exit code 2, as for those clap refuses.
pub(crate) fn usage(problem: impl std::fmt::Display) -> Failure {
    clap::Error::raw(ErrorKind::ValueValidation, format!("{problem}\n")).into()
}

fn execute(command: &Command) -> Result<Outcome, Failure> {
    match command {
        Command::Render(args) => render::run(args),
        Command::Demo(args) => render::demo(args),
        Command::Describe(args) => describe::run(args),
        Command::Formats => print(&describe::formats()),
        Command::Schema { kind } => print(&kind.text()),
        Command::Serve(args) => serve::run(args),
        Command::Themes => print(&describe::themes()),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "emberline", &mut script);
            print_bytes(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page)?;
            print_bytes(&page)
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
