//! What an input holds: a sprint, past sprints, or a Chart.js configuration.

use std::path::{Path, PathBuf};

use emberline::{Kind, ReadOptions, Subject};

use super::{Failure, source};

/// How the inputs of a run are read: the same for each.
pub(crate) struct Reading {
    pub(crate) options: ReadOptions,
    /// What is asked for.
    pub(crate) kind: Kind,
    /// Files that belong to every input.
    pub(crate) with: Vec<PathBuf>,
    /// Whether what would have no effect is an error.
    pub(crate) strict: bool,
}

/// What a file holds; its errors name the file.
pub(crate) fn read(path: &Path, how: &Reading) -> Result<Subject, Failure> {
    let Reading { options, kind, with, strict } = how;
    let name = source::display_name(path);
    let bytes = source::joined(path, with)?;
    let subject = Subject::read(&bytes, options, *kind).map_err(|error| error.with_file(&name))?;
    if let (true, Subject::Chart(config)) = (*strict, &subject)
        && let [first, ..] = config.warnings().as_slice()
    {
        return Err(format!("{name}: {first} (an error because of --strict)").into());
    }
    Ok(subject)
}
