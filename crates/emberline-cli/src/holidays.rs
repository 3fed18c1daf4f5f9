//! Days off of `--holidays`: the names of .ics files are replaced by the texts of the files.

use std::path::Path;

use emberline::PictureOptions;

use super::file_bytes::read_bytes;
use super::outcome::CliError;

/// Returns the options with the texts of the .ics files that they name.
pub(crate) fn read_holiday_files(options: &PictureOptions) -> Result<PictureOptions, CliError> {
    let mut options = options.clone();
    for entry in options.holidays.iter_mut().flatten() {
        let path = Path::new(entry.as_str());
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ics")) {
            let text = read_bytes(path).map_err(|error| format!("--holidays: {entry}: {error}"))?;
            *entry = String::from_utf8(text)
                .map_err(|_| format!("--holidays: {entry}: found bytes that are no UTF-8, expected UTF-8"))?;
        }
    }
    Ok(options)
}
