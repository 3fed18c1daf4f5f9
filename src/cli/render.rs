//! `render` and `demo`.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use emberline::{Compression, Fonts, Kind, Options, Preset, ReadOptions, Size, Subject, TextMode, View};

use super::args::{CompressionName, DemoArgs, LookArgs, OutputFormat, PresetName, RenderArgs, TextName};
use super::drawing::{self, Reading};
use super::source::{self, STDIN};
use super::{Failure, Outcome, batch, fonts, print_bytes, usage, view};

/// The example that comes with the program.
const DEMO: &[u8] = include_bytes!("../../examples/flat-but-busy.json");

/// How pictures are made in this run: the same for each input.
pub(crate) struct Job {
    pub(crate) read: Reading,
    options: Options,
    /// The same for Chart.js configurations, whose look is theirs.
    charts: Options,
    fonts: Fonts,
}

pub(crate) fn run(args: &RenderArgs) -> Result<Outcome, Failure> {
    if args.inputs.is_empty() && io::stdin().is_terminal() {
        return Err(explain());
    }
    let view = view::view(&args.view);
    let job = Job {
        read: Reading {
            options: source::options(&args.read)?,
            kind: view.kind,
            with: args.read.with.clone(),
            strict: args.strict,
        },
        options: Options { view, ..options(&args.look, Preset::default().size())? },
        charts: options(&args.look, Options::CHART_SIZE)?,
        fonts: fonts::load(&args.look.font)?,
    };
    let inputs = if args.inputs.is_empty() { vec![PathBuf::from(STDIN)] } else { args.inputs.clone() };
    match (inputs.as_slice(), &args.out_dir) {
        ([input], None) => {
            let subject = drawing::read(input, &job.read)?;
            let output = output(input, args)?;
            deliver(&job.picture(&subject, format(&args.look, &output)?)?, &output)?;
            if let Some(warning) = job.warning(&subject, input) {
                eprintln!("{warning}");
            }
            Ok(Outcome::Done)
        }
        (inputs, Some(folder)) => {
            batch::run(&job, inputs, folder, args.look.format.unwrap_or(OutputFormat::Png))
        }
        _ => Err(usage(format!("{} inputs need a folder for their pictures: --out-dir DIR", inputs.len()))),
    }
}

pub(crate) fn demo(args: &DemoArgs) -> Result<Outcome, Failure> {
    let job = Job {
        read: Reading {
            options: ReadOptions::default(),
            kind: Kind::default(),
            with: Vec::new(),
            strict: false,
        },
        options: options(&args.look, Preset::default().size())?,
        charts: options(&args.look, Options::CHART_SIZE)?,
        fonts: fonts::load(&args.look.font)?,
    };
    let sprint = emberline::read_sprint(DEMO, &job.read.options)?;
    let subject = Subject::Sprint(Box::new(sprint));
    deliver(&job.picture(&subject, format(&args.look, &args.output)?)?, &args.output)?;
    if args.output.as_os_str() != STDIN {
        eprintln!("{}", args.output.display());
    }
    Ok(Outcome::Done)
}

impl Job {
    /// The picture's bytes.
    pub(crate) fn picture(&self, subject: &Subject, format: OutputFormat) -> Result<Vec<u8>, Failure> {
        Ok(match (subject, format) {
            (Subject::Sprint(sprint), OutputFormat::Png) => {
                emberline::render_png(sprint, &self.options, &self.fonts)?
            }
            (Subject::Sprint(sprint), OutputFormat::Svg) => {
                emberline::render_svg(sprint, &self.options, &self.fonts)?.into_bytes()
            }
            (Subject::Past(past), OutputFormat::Png) => {
                emberline::velocity_png(past, &self.options, &self.fonts)?
            }
            (Subject::Past(past), OutputFormat::Svg) => {
                emberline::velocity_svg(past, &self.options, &self.fonts)?.into_bytes()
            }
            (Subject::Chart(config), OutputFormat::Png) => {
                emberline::chart_png(config, &self.charts, &self.fonts)?
            }
            (Subject::Chart(config), OutputFormat::Svg) => {
                emberline::chart_svg(config, &self.charts, &self.fonts)?.into_bytes()
            }
        })
    }

    /// What the reader of the picture won't see as it was meant, a line each.
    pub(crate) fn warning(&self, subject: &Subject, input: &Path) -> Option<String> {
        let name = source::display_name(input);
        let remedy = match subject {
            Subject::Sprint(_) | Subject::Past(_) => "; add a font with --font",
            Subject::Chart(_) => "",
        };
        let warnings = subject.warnings(&self.fonts);
        let lines: Vec<_> =
            warnings.iter().map(|warning| format!("emberline: {name}: {warning}{remedy}")).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// What `render` without an input on a terminal says.
fn explain() -> Failure {
    usage(
        "no sprint to draw: give a file, or pipe one in\n\n  \
         emberline demo                                  draws the built-in example\n  \
         emberline render sprint.json -o sprint.png      draws yours\n  \
         emberline schema                                says what sprint.json may hold\n  \
         emberline help render                           lists all options",
    )
}

fn options(look: &LookArgs, usual: Size) -> Result<Options, Failure> {
    let preset = look.preset.map(|preset| match preset {
        PresetName::Slack => Preset::Slack,
        PresetName::Teams => Preset::Teams,
        PresetName::Wide => Preset::Wide,
        PresetName::Square => Preset::Square,
        PresetName::Thumbnail => Preset::Thumbnail,
    });
    let Size { width, height } = preset.map_or(usual, Preset::size);
    let options = Options {
        size: Size { width: look.width.unwrap_or(width), height: look.height.unwrap_or(height) },
        scale: look.scale,
        theme: look.theme,
        lang: look.lang,
        text: match look.text {
            TextName::Live => TextMode::Live,
            TextName::Outline => TextMode::Outline,
        },
        view: View::default(),
        embed_font: look.embed_font,
        compression: match look.compression {
            CompressionName::Fast => Compression::Fast,
            CompressionName::Best => Compression::Best,
        },
    };
    // Before anything is read, and once for all inputs.
    options.check().map_err(usage)?;
    Ok(options)
}

/// `-o`, or the input's name with the format's ending in the current folder.
fn output(input: &Path, args: &RenderArgs) -> Result<PathBuf, Failure> {
    if let Some(output) = &args.output {
        return Ok(output.clone());
    }
    if input.as_os_str() == STDIN {
        return Ok(PathBuf::from(STDIN));
    }
    let stem = input.file_stem().ok_or_else(|| format!("{}: not a file's name", input.display()))?;
    Ok(file_name(stem, args.look.format.unwrap_or(OutputFormat::Png)))
}

/// `sprint.12` → `sprint.12.png`.
pub(crate) fn file_name(stem: &OsStr, format: OutputFormat) -> PathBuf {
    let mut name = stem.to_owned();
    name.push(match format {
        OutputFormat::Png => ".png",
        OutputFormat::Svg => ".svg",
    });
    name.into()
}

/// `--format`, or what the output's name ends in.
fn format(look: &LookArgs, output: &Path) -> Result<OutputFormat, Failure> {
    if let Some(format) = look.format {
        return Ok(format);
    }
    match output.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(OutputFormat::Svg),
        Some("png") | None => Ok(OutputFormat::Png),
        Some(other) => {
            Err(format!("{}: .{other} is no format of ours: png or svg (or say --format)", output.display())
                .into())
        }
    }
}

fn deliver(bytes: &[u8], output: &Path) -> Result<(), Failure> {
    if output.as_os_str() != STDIN {
        return emberline::deliver::write(output, bytes)
            .map_err(|error| format!("{}: {error}", output.display()).into());
    }
    if io::stdout().is_terminal() && std::str::from_utf8(bytes).is_err() {
        return Err("a PNG on a terminal helps nobody: say -o FILE, or send standard output on".into());
    }
    print_bytes(bytes).map(|_| ())
}
