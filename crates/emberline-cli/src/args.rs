//! The arguments of the command line, as clap parses them. Doc comments of commands and fields are the text of `--help`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use emberline::{Format, PictureOptions};

use super::fetch::FetchArgs;
use super::profiles::ProfileArgs;

/// Sprint data in, a burndown picture that explains itself out.
#[derive(Debug, Parser)]
#[command(name = "emberline", version, propagate_version = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Draw the burndown of each input.
    Render(RenderArgs),
    /// Draw the built-in example.
    Demo(DemoArgs),
    /// Print all numbers of a sprint, its headline and its alt text as JSON.
    Describe(DescribeArgs),
    /// Fetch a sprint from a tracker: its raw answers, which `render` reads.
    Fetch(FetchArgs),
    /// Fetch, draw and post what emberline.toml names.
    Run(ProfileArgs),
    /// Check the credentials of the profiles in emberline.toml.
    Check(ProfileArgs),
    /// List the formats: what is read of each, how to get it, and what it lacks.
    Formats,
    /// Print the JSON Schema of the input.
    Schema {
        /// Which document.
        #[arg(value_enum, default_value = "sprint")]
        kind: SchemaKind,
    },
    /// Answer requests for pictures over HTTP, until it is told to stop (Ctrl-C, SIGTERM).
    ///
    /// POST /render, GET /burndown.png, GET /burndown.svg, GET /healthz, GET /openapi.json; for clients of QuickChart
    /// GET and POST /chart, POST /chart/create, GET /chart/render/ID.
    /// The variables EMBERLINE_BUCKET and others configure it as they do the Lambda.
    Serve(ServeArgs),
    /// List the themes and their colours as JSON.
    Themes,
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

/// Arguments of `render`.
#[derive(Debug, ClapArgs)]
pub(crate) struct RenderArgs {
    /// Sprint files (JSON or CSV), trackers' answers or Chart.js configurations; `-` or none for standard input.
    pub(crate) inputs: Vec<PathBuf>,
    /// The file of the picture; `-` for standard output. Default: the input's name with the format's
    /// extension, in the current folder.
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,
    /// The folder for the pictures of several inputs, each named as its input; created if it is missing.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    /// Refuses a Chart.js configuration with options that would have no effect, instead of a warning.
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) options: PictureOptions,
    #[command(flatten)]
    pub(crate) file: FileArgs,
}

/// Arguments of `demo`.
#[derive(Debug, ClapArgs)]
pub(crate) struct DemoArgs {
    /// The file of the picture; `-` for standard output.
    #[arg(short, long, value_name = "FILE", default_value = "demo.png")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) options: PictureOptions,
    #[command(flatten)]
    pub(crate) file: FileArgs,
}

/// Arguments of `describe`.
#[derive(Debug, ClapArgs)]
pub(crate) struct DescribeArgs {
    /// A sprint file, a tracker's answer or a Chart.js configuration; `-` or none for standard input.
    #[arg(value_name = "INPUT")]
    pub(crate) path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) options: PictureOptions,
}

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

/// Arguments for the file of a picture.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = PictureOptions::STYLE)]
pub(crate) struct FileArgs {
    /// The format of the picture. Default: from the extension of the output's name, else png.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<OutputFormat>,
    /// More fonts, for scripts that the built-in ones lack: a file or a folder of them; may be repeated.
    /// EMBERLINE_FONTS names more, separated as in PATH.
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) font: Vec<PathBuf>,
}

/// Arguments of `serve`.
#[derive(Debug, ClapArgs)]
pub(crate) struct ServeArgs {
    /// Address to listen at; 0.0.0.0 for every one of this machine's.
    #[arg(long, default_value = "127.0.0.1")]
    pub(crate) host: IpAddr,
    /// Port to listen at; 0 for any that is free.
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Folder of a page to serve at /, such as the preview page's wasm/preview/dist.
    #[arg(long, value_name = "DIR")]
    pub(crate) page: Option<PathBuf>,
    /// Folder in which POST /chart/create keeps charts for short addresses; created if it is missing. It goes over
    /// EMBERLINE_CHARTS.
    #[arg(long, value_name = "DIR")]
    pub(crate) charts: Option<PathBuf>,
    /// Bytes of one request's body.
    #[arg(long, value_name = "BYTES", default_value_t = 8 * 1024 * 1024)]
    pub(crate) max_body: usize,
    /// Seconds for one request, from its head to its answer; half of them, but no more than 10, for its body.
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0, value_parser = parse_seconds)]
    pub(crate) timeout: f64,
    /// Pictures that are asked for at once; more requests wait.
    #[arg(long, value_name = "REQUESTS", default_value_t = 64, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=65_536))]
    pub(crate) concurrency: usize,
}

/// Parses a number of seconds, 0.1 to 3600.
pub(crate) fn parse_seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.1..=3_600.0).contains(seconds));
    seconds.ok_or_else(|| "expected seconds, 0.1 to 3600".to_owned())
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

/// Names of the picture formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    Png,
    Svg,
    Webp,
    Pdf,
}

impl OutputFormat {
    /// The name, which is also the extension of a file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }
}

/// Names of the JSON Schemas.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SchemaKind {
    /// Any sprint document.
    Sprint,
    /// One with `days`.
    Days,
    /// One with `items`.
    Items,
    /// One with `changes`.
    Changes,
    /// A request for a picture, as the Lambda and `serve` take it.
    Request,
    /// The options of a request.
    Options,
    /// What `describe` prints.
    Description,
    /// The file `emberline.toml`.
    Profiles,
}
