//! Many inputs at once: in parallel, each failing alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::args::OutputFormat;
use super::drawing;
use super::render::{Job, file_name};
use super::source::{self, STDIN};
use super::{Failure, Outcome, chain};

/// Draws every input into `folder`. A failure is named on standard error; the others go on.
pub(crate) fn run(
    job: &Job,
    inputs: &[PathBuf],
    folder: &Path,
    format: OutputFormat,
) -> Result<Outcome, Failure> {
    let outputs = outputs(inputs, folder, format)?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let bar = progress(inputs.len() as u64);
    let failed = AtomicUsize::new(0);
    inputs.par_iter().zip(&outputs).for_each(|(input, output)| {
        match one(job, input, output, format) {
            Ok(None) => {}
            Ok(Some(warning)) => bar.suspend(|| eprintln!("{warning}")),
            Err(failure) => {
                failed.fetch_add(1, Ordering::Relaxed);
                bar.suspend(|| eprintln!("emberline: {}", chain(failure.as_ref())));
            }
        }
        bar.inc(1);
    });
    bar.finish_and_clear();
    match failed.into_inner() {
        0 => Ok(Outcome::Done),
        failed => {
            eprintln!("emberline: {failed} of {} inputs failed", inputs.len());
            Ok(Outcome::SomeFailed)
        }
    }
}

/// Draws one input; what is to be said about it.
fn one(job: &Job, input: &Path, output: &Path, format: OutputFormat) -> Result<Option<String>, Failure> {
    let subject = drawing::read(input, &job.read)?;
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", source::display_name(input));
    let bytes = job.picture(&subject, format).map_err(|error| named(&error))?;
    emberline::deliver::write(output, &bytes).map_err(|error| format!("{}: {error}", output.display()))?;
    Ok(job.warning(&subject, input))
}

/// One name for each input; two inputs of one name would overwrite each other.
fn outputs(inputs: &[PathBuf], folder: &Path, format: OutputFormat) -> Result<Vec<PathBuf>, Failure> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut outputs = Vec::with_capacity(inputs.len());
    for input in inputs {
        let stem = match input.file_stem() {
            Some(_) if input.as_os_str() == STDIN => "stdin".as_ref(),
            Some(stem) => stem,
            None => return Err(format!("{}: not a file's name", input.display()).into()),
        };
        let output = folder.join(file_name(stem, format));
        if let Some(other) = taken.insert(output.clone(), input) {
            let (a, b) = (other.display(), input.display());
            return Err(format!("{a} and {b} would both become {}: rename one", output.display()).into());
        }
        outputs.push(output);
    }
    Ok(outputs)
}

/// On a terminal only.
fn progress(inputs: u64) -> ProgressBar {
    let bar = ProgressBar::new(inputs);
    match ProgressStyle::with_template("{bar:40} {pos}/{len} pictures, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
