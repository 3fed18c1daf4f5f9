//! Lines measured for a picture: a layout asks for the width of the same words several times before it draws them, and
//! shaping takes longer than all the rest.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::{Line, TextStyle};

/// Lines that are kept.
const MOST_LINES: usize = 4096;
/// Styles of one text that are kept: they are looked through one by one.
const MOST_STYLES: usize = 8;
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
            let styles = lines.entry(text.to_owned()).or_default();
            if styles.len() < MOST_STYLES {
                styles.push((style, line));
            }
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths read for a text in these sizes, one after the other, and how many were measured.
    fn widths(text: &str, sizes: &[f64]) -> (Vec<f64>, usize) {
        let (memory, measured) = (Memory::default(), std::cell::Cell::new(0));
        let width = |size: &f64| {
            let line = || {
                measured.set(measured.get() + 1);
                Line { width: *size * 2.0, ..Line::default() }
            };
            memory.read(text, TextStyle { size: *size, ..TextStyle::default() }, line, |line| line.width)
        };
        let widths = sizes.iter().map(width).collect();
        (widths, measured.get())
    }

    #[test]
    fn a_line_is_measured_once_in_each_style() {
        assert_eq!(widths("today", &[10.0, 12.0, 10.0, 12.0]), (vec![20.0, 24.0, 20.0, 24.0], 2));
    }

    #[test]
    fn what_is_not_kept_is_right_as_well() {
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(widths(&long, &[10.0, 10.0]), (vec![20.0, 20.0], 2));
        let many: Vec<f64> = (0..2 * MOST_STYLES).map(|size| size as f64).collect();
        let twice = [many.clone(), many].concat();
        let (widths, measured) = widths("today", &twice);
        assert!(widths.iter().zip(&twice).all(|(width, size)| *width == size * 2.0));
        assert_eq!(measured, 3 * MOST_STYLES);
    }
}
