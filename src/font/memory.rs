//! Lines measured for a picture: a layout asks for the width of the same words several times before it draws them, and
//! shaping takes longer than all the rest.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{Line, TextStyle};

/// Lines that are kept.
const MOST_LINES: usize = 4096;
/// Of a text that is kept, in bytes: longer ones are only ever tried by their beginnings.
const LONGEST: usize = 128;

/// What was measured.
#[derive(Debug, Default)]
pub(super) struct Memory {
    lines: Mutex<HashMap<String, Vec<(TextStyle, Line)>>>,
}

impl Memory {
    /// What `read` takes from the line, which is `measured` where it is not known.
    pub(super) fn read<T>(
        &self,
        text: &str,
        style: TextStyle,
        measured: impl FnOnce() -> Line,
        read: impl Fn(&Line) -> T,
    ) -> T {
        let lines = || self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |line: &&(TextStyle, Line)| line.0 == style;
        if let Some((_, line)) = lines().get(text).and_then(|known_styles| known_styles.iter().find(known)) {
            return read(line);
        }
        let line = measured();
        let answer = read(&line);
        let mut lines = lines();
        if text.len() <= LONGEST && lines.len() < MOST_LINES {
            lines.entry(text.to_owned()).or_default().push((style, line));
        }
        answer
    }
}
