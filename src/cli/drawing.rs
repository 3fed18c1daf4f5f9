//! What an input holds: a sprint, or a Chart.js configuration.

use std::path::Path;

use emberline::{ReadOptions, Subject};

use super::{Failure, source};

/// What a file holds; its errors name the file.
pub(crate) fn read(path: &Path, options: &ReadOptions, strict: bool) -> Result<Subject, Failure> {
    let name = source::display_name(path);
    let bytes = source::bytes(path).map_err(|error| format!("{name}: {error}"))?;
    let subject = Subject::read(&bytes, options).map_err(|error| error.with_file(&name))?;
    if let (true, Subject::Chart(config)) = (strict, &subject)
        && let [first, ..] = config.warnings().as_slice()
    {
        return Err(format!("{name}: {first} (an error because of --strict)").into());
    }
    Ok(subject)
}
