//! The arguments for inputs that are files, which several commands share.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, ValueEnum};
use emberline::{Format, PictureOptions};

/// Arguments for the inputs that are files.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = PictureOptions::READING)]
pub(crate) struct InputArgs {
    /// The format of the input; `auto` detects it from the content, `emberline formats` lists all.
    #[arg(long, value_name = "FORMAT", default_value = AUTO, value_parser = format_parser())]
    pub(crate) from: FormatChoice,
    /// The treatment of functions in Chart.js configurations, and of configurations that are scripts: they run in a sandbox,
    /// or are refused.
    #[arg(long, value_enum, value_name = "MODE", default_value_t = FunctionMode::On)]
    pub(crate) functions: FunctionMode,
    /// A file to read together with the input, such as a board's configuration beside issues; may be
    /// repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) with: Vec<PathBuf>,
    /// Earlier sprints of the team, in the same formats: for the velocity, the forecast and the band of usual progress.
    /// Sprints that are not earlier are ignored.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) history: Vec<PathBuf>,
}

impl InputArgs {
    /// The arguments of a file that needs none but those of earlier sprints.
    pub(crate) const fn with_history(history: Vec<PathBuf>) -> Self {
        Self { from: FormatChoice(None), functions: FunctionMode::On, with: Vec::new(), history }
    }
}

/// Values of `--functions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FunctionMode {
    /// Functions run, without access to anything outside.
    On,
    /// Only data are accepted.
    Off,
}

/// The value of `--from`: a format, or `None` to detect it from the content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FormatChoice(pub(crate) Option<Format>);

/// The value of `--from` that detects the format.
const AUTO: &str = "auto";

/// Accepts the names of all formats and `auto`.
fn format_parser() -> impl TypedValueParser<Value = FormatChoice> {
    let names = Format::ALL.map(Format::name);
    PossibleValuesParser::new([AUTO].into_iter().chain(names)).map(|name| FormatChoice(name.parse().ok()))
}
