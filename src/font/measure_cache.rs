//! A cache of measured lines: a layout measures the same words several times before it draws them, and shaping takes longer
//! than the rest of a layout.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::line::MeasuredLine;
use super::style::TextStyle;

/// Texts that are cached.
const MAX_TEXTS: usize = 4096;
/// Styles of one text that are cached; they are searched one by one.
const MAX_STYLES: usize = 8;
/// Length of a cached text, in bytes; of longer texts only the beginnings are measured repeatedly.
const MAX_TEXT_BYTES: usize = 128;

/// The measured lines by text and style.
#[derive(Debug, Default)]
pub(super) struct MeasureCache {
    lines: Mutex<HashMap<String, Vec<(TextStyle, MeasuredLine)>>>,
}

impl MeasureCache {
    /// Returns what `read` extracts from the line; `measure` makes a line that is not cached.
    pub(super) fn get_or_measure<T>(
        &self,
        text: &str,
        style: TextStyle,
        measure: impl FnOnce() -> MeasuredLine,
        read: impl Fn(&MeasuredLine) -> T,
    ) -> T {
        let lines = || self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let has_style = |line: &&(TextStyle, MeasuredLine)| line.0 == style;
        if let Some((_, line)) = lines().get(text).and_then(|styles| styles.iter().find(has_style)) {
            return read(line);
        }
        let line = measure();
        let result = read(&line);
        let mut lines = lines();
        if text.len() <= MAX_TEXT_BYTES && lines.len() < MAX_TEXTS {
            let styles = lines.entry(text.to_owned()).or_default();
            if styles.len() < MAX_STYLES {
                styles.push((style, line));
            }
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The widths of a text in several sizes, one after the other, and the number of lines that were measured.
    fn cached_widths(text: &str, sizes: &[f64]) -> (Vec<f64>, usize) {
        let (cache, measured) = (MeasureCache::default(), std::cell::Cell::new(0));
        let width = |size: &f64| {
            let line = || {
                measured.set(measured.get() + 1);
                MeasuredLine { width: *size * 2.0, ..MeasuredLine::default() }
            };
            cache.get_or_measure(text, TextStyle { size: *size, ..TextStyle::default() }, line, |line| {
                line.width
            })
        };
        let widths = sizes.iter().map(width).collect();
        (widths, measured.get())
    }

    #[test]
    fn a_line_is_measured_once_in_each_style() {
        assert_eq!(cached_widths("today", &[10.0, 12.0, 10.0, 12.0]), (vec![20.0, 24.0, 20.0, 24.0], 2));
    }

    #[test]
    fn lines_that_are_not_cached_are_measured_again() {
        let long = "x".repeat(MAX_TEXT_BYTES + 1);
        assert_eq!(cached_widths(&long, &[10.0, 10.0]), (vec![20.0, 20.0], 2));
        let many: Vec<f64> = (0..2 * MAX_STYLES).map(|size| size as f64).collect();
        let twice = [many.clone(), many].concat();
        let (widths, measured) = cached_widths("today", &twice);
        assert!(widths.iter().zip(&twice).all(|(width, size)| *width == size * 2.0));
        assert_eq!(measured, 3 * MAX_STYLES);
    }
}
