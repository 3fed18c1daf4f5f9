//! The bytes of a file or of standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use emberline::limits::MAX_INPUT_BYTES;

use super::output::STANDARD_STREAM;

/// Reads at most one byte more than the limit, so that an endless input ends in the reader's error.
pub(crate) fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let limit = MAX_INPUT_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path.as_os_str() == STANDARD_STREAM {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
