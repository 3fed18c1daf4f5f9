//! The arguments of the command line, as clap parses them. Doc comments of commands and fields are the text of `--help`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use emberline::PictureOptions;

use super::fetch_args::FetchArgs;
use super::input_args::InputArgs;
use super::post_args::PostArgs;
use super::profile_args::{ProfileArgs, RunArgs};
use super::seconds::parse_seconds;

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
    /// Post the picture of a sprint into chats, with its facts as text: one message a day, one thread a sprint.
    Post(Box<PostArgs>),
    /// Print all numbers of a sprint, its headline and its alt text as JSON.
    Describe(DescribeArgs),
    /// Fetch a sprint from a tracker: its raw answers, which `render` reads.
    Fetch(FetchArgs),
    /// Fetch, draw and post what emberline.toml names.
    Run(RunArgs),
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
