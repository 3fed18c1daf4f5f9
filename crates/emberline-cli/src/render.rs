//! The commands `render` and `demo`.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use emberline::Input;

use super::args::{DemoArgs, FileArgs, OutputFormat, RenderArgs};
use super::batch::render_batch;
use super::holidays::read_holiday_files;
use super::input::{ReadSettings, read_input};
use super::outcome::{CliError, RunStatus, usage_error};
use super::output::{STANDARD_STREAM, picture_file_name, write_picture};
use super::render_job::RenderJob;

/// The sprint that `demo` draws.
const DEMO_SPRINT: &[u8] = include_bytes!("../../../examples/flat-but-busy.json");

/// Runs `render`.
pub(crate) fn run(args: &RenderArgs) -> Result<RunStatus, CliError> {
    if args.inputs.is_empty() && io::stdin().is_terminal() {
        return Err(missing_input());
    }
    let reader = ReadSettings::new(&args.input, &args.options, args.strict)?;
    let job = RenderJob::new(reader, args.options.to_draw_options(), &args.file)?;
    let inputs =
        if args.inputs.is_empty() { vec![PathBuf::from(STANDARD_STREAM)] } else { args.inputs.clone() };
    match (inputs.as_slice(), &args.out_dir) {
        ([input], None) => {
            let output = output_path(input, args)?;
            let data = read_input(input, &job.reader)?;
            let picture = job.draw(&data, input, output_format(&args.file, &output)?)?;
            job.reader.check_warnings(&picture.call_warnings, input)?;
            write_picture(&picture.bytes, &output)?;
            if let Some(warnings) = picture.warnings {
                eprintln!("{warnings}");
            }
            Ok(RunStatus::Completed)
        }
        (inputs, Some(folder)) => {
            render_batch(&job, inputs, folder, args.file.format.unwrap_or(OutputFormat::Png))
        }
        _ => Err(usage_error(format!(
            "{} inputs need a folder for their pictures: --out-dir DIR",
            inputs.len()
        ))),
    }
}

/// Runs `demo`.
pub(crate) fn run_demo(args: &DemoArgs) -> Result<RunStatus, CliError> {
    let read_options = read_holiday_files(&args.options)?.to_read_options(None)?;
    let input = Input::read(DEMO_SPRINT, &read_options)?;
    let job = RenderJob::new(ReadSettings::default(), args.options.to_draw_options(), &args.file)?;
    let picture = job.draw(&input, Path::new("the example"), output_format(&args.file, &args.output)?)?;
    write_picture(&picture.bytes, &args.output)?;
    if args.output.as_os_str() != STANDARD_STREAM {
        eprintln!("{}", args.output.display());
    }
    Ok(RunStatus::Completed)
}

/// The error of `render` without an input on a terminal, with examples.
fn missing_input() -> CliError {
    usage_error(
        "no sprint to draw: give a file, or pipe one in\n\n  \
         emberline demo                                  draws the built-in example\n  \
         emberline render sprint.json -o sprint.png      draws yours\n  \
         emberline schema                                says what sprint.json may hold\n  \
         emberline help render                           lists all options",
    )
}

/// The path of `-o`; without it the input's name with the format's extension, in the current folder.
fn output_path(input: &Path, args: &RenderArgs) -> Result<PathBuf, CliError> {
    if let Some(output) = &args.output {
        return Ok(output.clone());
    }
    if input.as_os_str() == STANDARD_STREAM {
        return Ok(PathBuf::from(STANDARD_STREAM));
    }
    let stem = input.file_stem().ok_or_else(|| format!("{}: not a file's name", input.display()))?;
    Ok(picture_file_name(stem, args.file.format.unwrap_or(OutputFormat::Png)))
}

/// The format of `--format`; without it the one that the output's extension names.
pub(crate) fn output_format(file: &FileArgs, output: &Path) -> Result<OutputFormat, CliError> {
    if let Some(format) = file.format {
        return Ok(format);
    }
    let extension = output.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    let Some(extension) = extension else { return Ok(OutputFormat::Png) };
    let named = OutputFormat::value_variants().iter().find(|format| format.name() == extension);
    named.copied().ok_or_else(|| {
        let expected = "png, svg, webp or pdf (or say --format)";
        format!("{}: .{extension} is no format of ours: {expected}", output.display()).into()
    })
}
