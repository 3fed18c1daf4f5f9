//! Inputs: a file or standard input, read whole, then understood.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use emberline::limits::{MAX_HISTORY, MAX_INPUT_BYTES};
use emberline::{Format, Past, ReadOptions, Sprint};

use super::args::{InputFormat, ReadArgs};
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
    let past = ReadOptions { now: Some(now), ..ReadOptions::default() };
    let past = |path: &PathBuf| Ok::<_, Failure>(Past::of(&sprint(path, &past)?));
    Ok(ReadOptions {
        history: args.history.iter().map(past).collect::<Result<_, _>>()?,
        format: args.from.map(|format| match format {
            InputFormat::Json => Format::Json,
            InputFormat::Csv => Format::Csv,
        }),
        as_of: args.as_of.and_then(|when| when.moment(Some(now))),
        now: Some(now),
        time_zone: args.time_zone.clone(),
        ..ReadOptions::default()
    })
}

/// The sprint in a file; its errors name the file.
pub(crate) fn sprint(path: &Path, options: &ReadOptions) -> Result<Sprint, Failure> {
    let name = display_name(path);
    let bytes = bytes(path).map_err(|error| format!("{name}: {error}"))?;
    emberline::read_sprint(&bytes, options).map_err(|error| error.with_file(&name).into())
}

pub(crate) fn display_name(path: &Path) -> String {
    if path.as_os_str() == STDIN { "standard input".to_owned() } else { path.display().to_string() }
}

/// At most one byte more than allowed, so that an endless input ends in the reader's error.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let limit = MAX_INPUT_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == STDIN {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
