//! Inputs: a file or standard input, read whole, then understood.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use emberline::limits::MAX_INPUT_BYTES;
use emberline::{Format, ReadOptions};

use super::args::{InputFormat, ReadArgs};

/// The name of standard input among paths.
pub(crate) const STDIN: &str = "-";

/// The one place where the program asks for the time.
#[expect(clippy::disallowed_methods, reason = "the edge supplies the clock")]
pub(crate) fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// What the arguments say about reading.
pub(crate) fn options(args: &ReadArgs) -> ReadOptions {
    let now = now();
    ReadOptions {
        format: args.from.map(|format| match format {
            InputFormat::Json => Format::Json,
            InputFormat::Csv => Format::Csv,
        }),
        as_of: args.as_of.and_then(|when| when.moment(Some(now))),
        now: Some(now),
        time_zone: args.time_zone.clone(),
        ..ReadOptions::default()
    }
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
