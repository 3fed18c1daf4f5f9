//! What an input holds: a sprint, or a Chart.js configuration.

use std::path::Path;

use emberline::{Config, ReadOptions, Sprint};

use super::{Failure, source};

/// Something that can be drawn.
pub(crate) enum Drawing {
    Sprint(Box<Sprint>),
    Chart(Box<Config>),
}

/// What a file holds; its errors name the file. Sprints come first: only what is none may be a chart.
pub(crate) fn read(path: &Path, options: &ReadOptions, strict: bool) -> Result<Drawing, Failure> {
    let name = source::display_name(path);
    let bytes = source::bytes(path).map_err(|error| format!("{name}: {error}"))?;
    let error = match emberline::read_sprint(&bytes, options) {
        Ok(sprint) => return Ok(Drawing::Sprint(Box::new(sprint))),
        Err(error) => error,
    };
    if options.format.is_some() || !emberline::is_chart(&bytes) {
        return Err(error.with_file(&name).into());
    }
    let config = emberline::read_chart(&bytes).map_err(|error| error.with_file(&name))?;
    if let (true, [first, ..]) = (strict, config.warnings().as_slice()) {
        return Err(format!("{name}: {first} (an error because of --strict)").into());
    }
    Ok(Drawing::Chart(Box::new(config)))
}
