//! Output: files, named after their inputs, and standard output.

use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::OutputFormat;
use super::outcome::{CliError, RunStatus};
use super::output_file;

/// Path that stands for standard input or standard output.
pub(crate) const STANDARD_STREAM: &str = "-";

/// Writes a text to standard output.
pub(crate) fn print_text(text: &str) -> Result<RunStatus, CliError> {
    print_bytes(text.as_bytes())
}

/// Writes bytes to standard output. A closed pipe is not an error: the reader has seen enough.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<RunStatus, CliError> {
    match io::stdout().write_all(bytes).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(RunStatus::Completed),
    }
}

/// Writes a picture to a file or to standard output, but never bytes that are no text to a terminal.
pub(crate) fn write_picture(bytes: &[u8], output: &Path) -> Result<(), CliError> {
    let is_printed = output.as_os_str() == STANDARD_STREAM;
    if is_printed && io::stdout().is_terminal() && std::str::from_utf8(bytes).is_err() {
        return Err(
            "a picture's bytes on a terminal help nobody: say -o FILE, or send standard output on".into()
        );
    }
    write_output(bytes, output)
}

/// Writes bytes to a file or to standard output.
pub(crate) fn write_output(bytes: &[u8], output: &Path) -> Result<(), CliError> {
    match output.as_os_str() == STANDARD_STREAM {
        true => print_bytes(bytes).map(|_| ()),
        false => write_file(bytes, output),
    }
}

/// Writes a file; the error names it.
pub(crate) fn write_file(bytes: &[u8], path: &Path) -> Result<(), CliError> {
    output_file::replace_file(bytes, path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Appends the format's extension to an input's name: `sprint.12` becomes `sprint.12.png`.
pub(crate) fn picture_file_name(stem: &OsStr, format: OutputFormat) -> PathBuf {
    let mut name = stem.to_owned();
    name.push(".");
    name.push(format.name());
    name.into()
}
