//! Inputs: a file or standard input, together with the files of `--with`, read as a whole and parsed.

use std::path::{Path, PathBuf};

use emberline::limits::MAX_HISTORY;
use emberline::{Error, Input, PastSprint, PictureOptions, ReadOptions};
use jiff::civil::Date;

use super::clock::current_time;
use super::file_bytes::read_bytes;
use super::holidays::read_holiday_files;
use super::input_args::{FunctionMode, InputArgs};
use super::outcome::{CliError, usage_error};
use super::output::STANDARD_STREAM;

/// Settings for reading every input of one run.
#[derive(Default)]
pub(crate) struct ReadSettings {
    options: ReadOptions,
    /// Files that are read together with each input.
    with: Vec<PathBuf>,
    /// Turns warnings about options of a Chart.js configuration without effect into errors.
    strict: bool,
}

impl ReadSettings {
    /// The settings of the arguments. The files of `--history` are read.
    pub(crate) fn new(args: &InputArgs, options: &PictureOptions, strict: bool) -> Result<Self, CliError> {
        check_history_count(args.history.len(), "files")?;
        let options = read_holiday_files(options)?;
        let mut options = options.to_read_options(Some(current_time()))?;
        options.format = args.from.0;
        options.runs_functions = args.functions == FunctionMode::On;
        options.history = read_history(&args.history, &options)?;
        Ok(Self { options, with: args.with.clone(), strict })
    }

    /// Reads the bytes of an input.
    pub(crate) fn read_bytes(&self, bytes: &[u8]) -> Result<Input, Error> {
        Input::read(bytes, &self.options)
    }

    /// Checks the warnings about a Chart.js configuration, or about what its functions drew.
    ///
    /// # Errors
    /// The first warning, with `--strict`.
    pub(crate) fn check_warnings(&self, warnings: &[String], path: &Path) -> Result<(), CliError> {
        match warnings.first().filter(|_| self.strict) {
            Some(first) => {
                Err(format!("{}: {first} (an error because of --strict)", display_name(path)).into())
            }
            None => Ok(()),
        }
    }
}

/// Reads an input: a sprint, past sprints or a Chart.js configuration. Errors name the file.
pub(crate) fn read_input(path: &Path, reader: &ReadSettings) -> Result<Input, CliError> {
    let name = display_name(path);
    let bytes = concat_documents(path, &reader.with)?;
    let input = reader.read_bytes(&bytes).map_err(|error| error.with_file(&name))?;
    if let (true, Input::ChartJs(config)) = (reader.strict, &input) {
        reader.check_warnings(&config.warnings(), path)?;
    }
    Ok(input)
}

/// Reads the files of `--history`.
fn read_history(paths: &[PathBuf], options: &ReadOptions) -> Result<Vec<PastSprint>, CliError> {
    let options = options.for_history();
    let mut history = Vec::new();
    for path in paths {
        let sprints = emberline::read_history(&concat_documents(path, &[])?, &options);
        history.extend(sprints.map_err(|error| error.with_file(display_name(path)))?);
    }
    check_history_count(history.len(), "sprints")?;
    Ok(history)
}

fn check_history_count(count: usize, unit: &str) -> Result<(), CliError> {
    if count <= MAX_HISTORY {
        return Ok(());
    }
    Err(usage_error(format!("--history: found {count} {unit}, expected at most {MAX_HISTORY} (MAX_HISTORY)")))
}

/// Concatenates a file and the files that are read together with it. Each of several JSON files is preceded by
/// `{"taken": date}`, with the date in its name: boards have no history, but boards of several days make one.
fn concat_documents(path: &Path, with: &[PathBuf]) -> Result<Vec<u8>, CliError> {
    let read = |path: &Path| read_bytes(path).map_err(|error| format!("{}: {error}", display_name(path)));
    if with.is_empty() {
        return Ok(read(path)?);
    }
    let mut documents = Vec::new();
    for path in std::iter::once(path).chain(with.iter().map(PathBuf::as_path)) {
        let bytes = read(path)?;
        // A byte order mark is valid only at the start of the whole input.
        let document = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
        if document.trim_ascii_start().starts_with(b"{") || document.trim_ascii_start().starts_with(b"[") {
            let day = date_in_file_name(path).map_or_else(|| "null".to_owned(), |day| format!("\"{day}\""));
            documents.extend_from_slice(format!("{{\"taken\": {day}}}\n").as_bytes());
        }
        documents.extend_from_slice(document);
        documents.push(b'\n');
    }
    Ok(documents)
}

/// The last date in the name of a file, such as `board-2023-08-29.json`.
fn date_in_file_name(path: &Path) -> Option<Date> {
    let name = path.file_stem()?.to_str()?;
    let starts = name.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| name.get(at..at + "2023-08-29".len())?.parse().ok()).next_back()
}

/// The name of an input in messages.
pub(crate) fn display_name(path: &Path) -> String {
    if path.as_os_str() == STANDARD_STREAM { "standard input".to_owned() } else { path.display().to_string() }
}
