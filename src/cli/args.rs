//! What can be typed.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use emberline::request::When;
use emberline::theme::Theme;
use emberline::{Format, Lang, Moment};

/// Sprint data in, a burndown picture that explains itself out.
#[derive(Debug, Parser)]
#[command(name = "emberline", version, propagate_version = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Draw the burndown of each input.
    Render(RenderArgs),
    /// Draw the built-in example.
    Demo(DemoArgs),
    /// Print all numbers of a sprint, its headline and its alt text as JSON.
    Describe(DescribeArgs),
    /// List the formats that are read: what of them, how to get it, what it cannot tell.
    Formats,
    /// Print the JSON Schema of the input.
    Schema {
        /// Which document.
        #[arg(value_enum, default_value = "sprint")]
        kind: SchemaKind,
    },
    /// Answer requests for pictures over HTTP, until it is told to stop (Ctrl-C, SIGTERM).
    ///
    /// POST /render, GET /burndown.png, GET /burndown.svg, GET /healthz, GET /openapi.json.
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

/// Input, output, look.
#[derive(Debug, ClapArgs)]
pub(crate) struct RenderArgs {
    /// Sprint files (JSON or CSV), trackers' answers or Chart.js configurations; `-` or none for standard input.
    pub(crate) inputs: Vec<PathBuf>,
    /// Where the picture goes; `-` for standard output. Default: the input's name with the format's
    /// ending, in the current folder.
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,
    /// Folder for the pictures of several inputs, each named as its input; made where it is missing.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    /// Refuses a Chart.js configuration with options that would have no effect, instead of a warning.
    #[arg(long)]
    pub(crate) strict: bool,
    #[command(flatten)]
    pub(crate) read: ReadArgs,
    #[command(flatten)]
    pub(crate) view: ViewArgs,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// Output and look.
#[derive(Debug, ClapArgs)]
pub(crate) struct DemoArgs {
    /// Where the picture goes; `-` for standard output.
    #[arg(short, long, value_name = "FILE", default_value = "demo.png")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// Input and language.
#[derive(Debug, ClapArgs)]
pub(crate) struct DescribeArgs {
    /// Sprint file or a tracker's answer; `-` or none for standard input.
    pub(crate) input: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) read: ReadArgs,
    #[command(flatten)]
    pub(crate) view: ViewArgs,
    /// Language of headline and alt text: en, fr, de, es, pt, it, nl or pl.
    #[arg(long, default_value = "en")]
    pub(crate) lang: Lang,
}

/// Where to listen, what clients may ask.
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
    /// Bytes of one request's body.
    #[arg(long, value_name = "BYTES", default_value_t = 8 * 1024 * 1024)]
    pub(crate) max_body: usize,
    /// Seconds for one request, from its head to its answer; half of them, but no more than 10, for its body.
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0, value_parser = seconds)]
    pub(crate) timeout: f64,
    /// Pictures that are asked for at once; more requests wait.
    #[arg(long, value_name = "REQUESTS", default_value_t = 64, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=65_536))]
    pub(crate) concurrency: usize,
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.1..=3_600.0).contains(seconds));
    seconds.ok_or_else(|| "expected seconds, 0.1 to 3600".to_owned())
}

/// How an input is read.
#[derive(Debug, ClapArgs)]
pub(crate) struct ReadArgs {
    /// Where the input comes from; `auto` finds it out from the content, `emberline formats` says more.
    #[arg(long, value_name = "FORMAT", default_value = "auto", value_parser = formats())]
    pub(crate) from: Chosen,
    /// A file to read together with the input, such as a board's configuration beside issues; may be
    /// repeated.
    #[arg(long, value_name = "FILE")]
    pub(crate) with: Vec<PathBuf>,
    /// Name of the sprint; goes over what the input says, as do the next three.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Start of the sprint: a date (its first instant) or an instant.
    #[arg(long, value_name = "WHEN")]
    pub(crate) start: Option<Moment>,
    /// Planned end of the sprint: a date (included) or an instant.
    #[arg(long, value_name = "WHEN")]
    pub(crate) end: Option<Moment>,
    /// What amounts count; items: every item counts one.
    #[arg(long, value_enum)]
    pub(crate) unit: Option<UnitName>,
    /// Tracker: the field that holds the estimate, by name or id. Default: the one that is called so.
    #[arg(long, value_name = "FIELD")]
    pub(crate) estimate_field: Option<String>,
    /// Tracker: states or columns that count as done, separated by commas. Default: as in the tracker's
    /// own chart.
    #[arg(long, value_name = "STATE,…", value_delimiter = ',')]
    pub(crate) done: Option<Vec<String>>,
    /// Tracker: whether sub-tasks count. Default: as in the tracker's own chart.
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) subtasks: Option<bool>,
    /// Tracker: which sprint of several, by name or id. Default: the active one, else the latest.
    #[arg(long, value_name = "SPRINT")]
    pub(crate) sprint: Option<String>,
    /// The instant the picture tells of: a date, a date with a time, or `now`. Default: what the input
    /// says; else its last reading (days), or now but not later than the sprint's end (items, changes).
    #[arg(long, value_name = "WHEN")]
    pub(crate) as_of: Option<When>,
    /// Time zone of the team, an IANA name; goes over what the input says. Default: the input's, else UTC.
    #[arg(long, value_name = "ZONE")]
    pub(crate) time_zone: Option<String>,
    /// Earlier sprints of the team, in the same formats: for velocity, the forecast and the band of what is usual.
    /// Those that start no earlier than the sprint are left out.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) history: Vec<PathBuf>,
}

/// What a picture of a sprint shows.
#[derive(Debug, ClapArgs)]
pub(crate) struct ViewArgs {
    /// What to draw.
    #[arg(long, value_enum, default_value = "burndown")]
    pub(crate) kind: KindName,
    /// How the end is forecast; silent with fewer than 5 past working days.
    #[arg(long, value_enum, default_value = "monte-carlo")]
    pub(crate) forecast: ForecastArg,
    /// The forecast takes the scope to go on changing as it did. Default: it stays as it is.
    #[arg(long)]
    pub(crate) growth: bool,
    /// Which ideal line the headline measures by: from the committed work, or re-planned with each change of scope.
    #[arg(long, value_enum, default_value = "committed")]
    pub(crate) ideal: IdealArg,
    /// What velocity counts as committed: in the sprint at its start and not done, or in it at its end.
    #[arg(long, value_enum, default_value = "start")]
    pub(crate) commitment: CommitmentArg,
    /// Marks and names what changed since then: a date (the begin of its day) or a date with a time.
    #[arg(long, value_name = "WHEN", value_parser = moment)]
    pub(crate) since: Option<Moment>,
    /// Calendar days of one sprint of a release, 1 to 400.
    #[arg(long, value_name = "DAYS", default_value_t = 14, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=400))]
    pub(crate) sprint_days: usize,
}

fn moment(text: &str) -> Result<Moment, String> {
    text.parse().map_err(|error: emberline::error::NoMoment| error.to_string())
}

/// How a picture looks.
#[derive(Debug, ClapArgs)]
pub(crate) struct LookArgs {
    /// Size for a place: slack 1600×900, teams 1024×576, wide 1920×720, square 1080×1080,
    /// thumbnail 480×270 (pixels). Default: slack; for a Chart.js configuration 800×400.
    #[arg(long, value_enum)]
    pub(crate) preset: Option<PresetName>,
    /// Width in CSS pixels, 1 to 16384. Default: the preset's.
    #[arg(long, value_name = "PX", allow_negative_numbers = true)]
    pub(crate) width: Option<f64>,
    /// Height in CSS pixels, 1 to 16384. Default: the preset's.
    #[arg(long, value_name = "PX", allow_negative_numbers = true)]
    pub(crate) height: Option<f64>,
    /// Device pixels of the PNG for each CSS pixel; at most 64 million in all.
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, allow_negative_numbers = true)]
    pub(crate) scale: f64,
    /// Colours: light or dark.
    #[arg(long, value_parser = theme)]
    pub(crate) theme: Option<Theme>,
    /// Language of words, dates and numbers: en, fr, de, es, pt, it, nl or pl.
    #[arg(long, default_value = "en")]
    pub(crate) lang: Lang,
    /// Format of the picture. Default: from the ending of the output's name, else png.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<OutputFormat>,
    /// How an SVG holds its text: as text, or as outlines that look the same in every viewer.
    #[arg(long, value_enum, default_value = "live")]
    pub(crate) text: TextName,
    /// Put the glyphs an SVG needs into it, as @font-face rules.
    #[arg(long)]
    pub(crate) embed_font: bool,
    /// How hard to work for a small PNG.
    #[arg(long, value_enum, default_value = "fast")]
    pub(crate) compression: CompressionName,
    /// More fonts, for scripts the built-in ones lack: a file or a folder of them; may be repeated.
    /// EMBERLINE_FONTS names more, separated as in PATH.
    #[arg(long, value_name = "FILE|DIR")]
    pub(crate) font: Vec<PathBuf>,
}

fn theme(name: &str) -> Result<Theme, String> {
    let names = || Theme::ALL.map(|theme| theme.name).join(", ");
    Theme::named(name).ok_or_else(|| format!("expected one of {}", names()))
}

/// A format, or none where it is to be found out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen(pub(crate) Option<Format>);

/// The name of no format in particular.
const AUTO: &str = "auto";

fn formats() -> impl TypedValueParser<Value = Chosen> {
    let names = Format::ALL.map(Format::name);
    PossibleValuesParser::new([AUTO].into_iter().chain(names)).map(|name| Chosen(Format::named(&name)))
}

/// Kinds by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum KindName {
    /// Work that remains.
    Burndown,
    /// Work that is done, and the scope.
    Burnup,
    /// Cumulative flow: work by how far it is.
    Cfd,
    /// Committed and completed work of each sprint.
    Velocity,
    /// A release over its sprints, with Cohn's bars.
    Release,
}

/// Forecasts by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ForecastArg {
    /// Drawn from past working days.
    MonteCarlo,
    /// By their mean.
    Average,
    /// None.
    Off,
}

/// Ideal lines by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum IdealArg {
    Committed,
    Current,
}

/// Commitment rules by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CommitmentArg {
    Start,
    End,
}

/// Units by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum UnitName {
    Points,
    Hours,
    Items,
}

/// Picture formats by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    Png,
    Svg,
}

/// Presets by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PresetName {
    Slack,
    Teams,
    Wide,
    Square,
    Thumbnail,
}

/// Text modes by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum TextName {
    Live,
    Outline,
}

/// Compressions by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CompressionName {
    Fast,
    Best,
}

/// Schemas by name.
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
}
