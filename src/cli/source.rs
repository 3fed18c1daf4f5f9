//! Inputs: a file or standard input, read whole, then understood.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use emberline::ReadOptions;
use emberline::limits::{MAX_HISTORY, MAX_INPUT_BYTES};
use emberline::sprint::Unit;
use jiff::civil::Date;

use super::args::{ReadArgs, UnitName};
use super::{Failure, usage};

/// The name of standard input among paths.
pub(crate) const STDIN: &str = "-";

/// The one place where the program asks for the time.
#[expect(clippy::disallowed_methods, reason = "the edge supplies the clock")]
pub(crate) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// What the arguments say about reading.
pub(crate) fn options(args: &ReadArgs) -> Result<ReadOptions, Failure> {
    let now = now();
    if args.history.len() > MAX_HISTORY {
        let found = args.history.len();
        return Err(usage(format!(
            "--history: found {found} files, expected at most {MAX_HISTORY} (MAX_HISTORY)"
        )));
    }
    let options = ReadOptions {
        format: args.from.0,
        as_of: args.as_of.and_then(|when| when.moment(Some(now))),
        now: Some(now),
        name: args.name.clone(),
        start: args.start,
        end: args.end,
        time_zone: args.time_zone.clone(),
        unit: args.unit.map(|unit| match unit {
            UnitName::Points => Unit::Points,
            UnitName::Hours => Unit::Hours,
            UnitName::Items => Unit::Items,
        }),
        estimate_field: args.estimate_field.clone(),
        done: args.done.clone(),
        subtasks: args.subtasks,
        sprint: args.sprint.clone(),
        history: Vec::new(),
    };
    let mut history = Vec::new();
    for path in &args.history {
        let past = emberline::read_past(&joined(path, &[])?, &earlier(&options));
        history.extend(past.map_err(|error| error.with_file(display_name(path)))?);
    }
    if history.len() > MAX_HISTORY {
        let found = history.len();
        return Err(usage(format!(
            "--history: found {found} sprints, expected at most {MAX_HISTORY} (MAX_HISTORY)"
        )));
    }
    Ok(ReadOptions { history, ..options })
}

/// What of it holds for earlier sprints, too.
fn earlier(options: &ReadOptions) -> ReadOptions {
    ReadOptions {
        format: None,
        as_of: None,
        name: None,
        start: None,
        end: None,
        sprint: None,
        ..options.clone()
    }
}

/// A file, and after it those that are read together with it. A day in the name of a file that is one of several
/// goes along: a board has no history, but boards of several days make one.
pub(crate) fn joined(path: &Path, with: &[PathBuf]) -> Result<Vec<u8>, Failure> {
    let read = |path: &Path| bytes(path).map_err(|error| format!("{}: {error}", display_name(path)));
    if with.is_empty() {
        return Ok(read(path)?);
    }
    let mut joined = Vec::new();
    for path in std::iter::once(path).chain(with.iter().map(PathBuf::as_path)) {
        let more = read(path)?;
        // The byte order mark of Windows programs belongs before a file, not into the midst of one.
        let more = more.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&more);
        if more.trim_ascii_start().starts_with(b"{") || more.trim_ascii_start().starts_with(b"[") {
            let day = day_in(path).map_or_else(|| "null".to_owned(), |day| format!("\"{day}\""));
            joined.extend_from_slice(format!("{{\"taken\": {day}}}\n").as_bytes());
        }
        joined.extend_from_slice(more);
        joined.push(b'\n');
    }
    Ok(joined)
}

/// The day that the name of a file tells: `board-2023-08-29.json`.
fn day_in(path: &Path) -> Option<Date> {
    let name = path.file_stem()?.to_str()?;
    let starts = name.char_indices().map(|(at, _)| at);
    starts.filter_map(|at| name.get(at..at + "2023-08-29".len())?.parse().ok()).next_back()
}

pub(crate) fn display_name(path: &Path) -> String {
    if path.as_os_str() == STDIN { "standard input".to_owned() } else { path.display().to_string() }
}

/// At most one byte more than allowed, so that an endless input ends in the reader's error.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let limit = MAX_INPUT_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == STDIN {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
