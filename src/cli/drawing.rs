//! What an input holds: a sprint, or a Chart.js configuration.

use std::path::{Path, PathBuf};

use emberline::{Config, ReadOptions, Sprint};

use super::{Failure, source};

/// Something that can be drawn.
pub(crate) enum Drawing {
    Sprint(Box<Sprint>),
    Chart(Box<Config>),
}

/// How the inputs of a run are read: the same for each.
pub(crate) struct Reading {
    pub(crate) options: ReadOptions,
    /// Files that belong to every input.
    pub(crate) with: Vec<PathBuf>,
    /// Whether what would have no effect is an error.
    pub(crate) strict: bool,
}

/// What a file holds; its errors name the file. Sprints come first: only what is none may be a chart.
pub(crate) fn read(path: &Path, how: &Reading) -> Result<Drawing, Failure> {
    let Reading { options, with, strict } = how;
    let name = source::display_name(path);
    let bytes = source::joined(path, with)?;
    let error = match emberline::read_sprint(&bytes, options) {
        Ok(sprint) => return Ok(Drawing::Sprint(Box::new(sprint))),
        Err(error) => error,
    };
    if options.format.is_some() || !emberline::is_chart(&bytes) {
        return Err(error.with_file(&name).into());
    }
    let config = emberline::read_chart(&bytes).map_err(|error| error.with_file(&name))?;
    if let (true, [first, ..]) = (*strict, config.warnings().as_slice()) {
        return Err(format!("{name}: {first} (an error because of --strict)").into());
    }
    Ok(Drawing::Chart(Box::new(config)))
}
