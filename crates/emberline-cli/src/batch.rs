//! Rendering of many inputs in parallel. A failed input does not stop the others.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use emberline::Error;

use super::args::OutputFormat;
use super::input::{display_name, read_input};
use super::outcome::{CliError, RunStatus, error_chain};
use super::output::{STANDARD_STREAM, picture_file_name, write_file};
use super::render_job::RenderJob;

/// Draws every input into `folder` and prints errors and warnings to standard error.
pub(crate) fn render_batch(
    job: &RenderJob,
    inputs: &[PathBuf],
    folder: &Path,
    format: OutputFormat,
) -> Result<RunStatus, CliError> {
    let outputs = output_paths(inputs, folder, format)?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let bar = progress_bar(inputs.len() as u64);
    let failed = AtomicUsize::new(0);
    inputs.par_iter().zip(&outputs).for_each(|(input, output)| {
        match render_one(job, input, output, format) {
            Ok(None) => {}
            Ok(Some(warnings)) => bar.suspend(|| eprintln!("{warnings}")),
            Err(error) => {
                failed.fetch_add(1, Ordering::Relaxed);
                bar.suspend(|| eprintln!("emberline: {}", error_chain(error.as_ref())));
            }
        }
        bar.inc(1);
    });
    bar.finish_and_clear();
    match failed.into_inner() {
        0 => Ok(RunStatus::Completed),
        failed => {
            eprintln!("emberline: {failed} of {} inputs failed", inputs.len());
            Ok(RunStatus::SomeInputsFailed)
        }
    }
}

/// Draws one input and returns the warnings about its picture.
fn render_one(
    job: &RenderJob,
    input: &Path,
    output: &Path,
    format: OutputFormat,
) -> Result<Option<String>, CliError> {
    let data = read_input(input, &job.reader)?;
    let picture = job.draw(&data, input, format).map_err(|error| match error {
        Error::Input(_) => error.to_string(),
        error => format!("{}: {error}", display_name(input)),
    })?;
    job.reader.check_warnings(&picture.call_warnings, input)?;
    write_file(&picture.bytes, output)?;
    Ok(picture.warnings)
}

/// The path of each picture. Two inputs whose pictures would have the same path are an error.
fn output_paths(inputs: &[PathBuf], folder: &Path, format: OutputFormat) -> Result<Vec<PathBuf>, CliError> {
    let mut input_by_output: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut outputs = Vec::with_capacity(inputs.len());
    for input in inputs {
        let stem = match input.file_stem() {
            Some(_) if input.as_os_str() == STANDARD_STREAM => "stdin".as_ref(),
            Some(stem) => stem,
            None => return Err(format!("{}: not a file's name", input.display()).into()),
        };
        let output = folder.join(picture_file_name(stem, format));
        if let Some(other) = input_by_output.insert(output.clone(), input) {
            let (a, b) = (other.display(), input.display());
            return Err(format!("{a} and {b} would both become {}: rename one", output.display()).into());
        }
        outputs.push(output);
    }
    Ok(outputs)
}

/// A progress bar, which indicatif draws on terminals only.
fn progress_bar(inputs: u64) -> ProgressBar {
    let bar = ProgressBar::new(inputs);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} pictures, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
