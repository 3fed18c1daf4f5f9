//! Shortens and wraps text to a maximum width.

use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::Fonts;
use super::line::MeasuredLine;
use super::style::TextStyle;

const ELLIPSIS: &str = "…";

impl Fonts {
    /// Returns `text` if it is at most `max_width` px wide, otherwise the longest beginning of it that fits with an
    /// ellipsis; empty if even the ellipsis is too wide.
    pub(crate) fn fit_to_width(
        &self,
        text: &str,
        style: TextStyle,
        max_width: f64,
    ) -> (String, MeasuredLine) {
        let ends: Vec<usize> =
            text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).collect();
        // A picture shows some ten characters: a long text is measured completely only if its beginning fits.
        let mut fitting = 0;
        let mut longer = 16;
        while let Some(end) = ends.get(longer) {
            if self.text_width(text.get(..*end).unwrap_or_default(), style) > max_width {
                break;
            }
            fitting = longer;
            longer *= 2;
        }
        if longer >= ends.len() {
            let line = self.measure_line(text, style);
            if line.width <= max_width {
                return (text.to_owned(), line);
            }
            longer = ends.len();
        }
        let shorten_to = |count: usize| match count.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(end) => self.with_ellipsis(text.get(..*end).unwrap_or_default(), style),
            None => self.with_ellipsis("", style),
        };
        let mut best = None;
        // A beginning that fits without the ellipsis may be too wide with it.
        let mut low = if shorten_to(fitting).1.width <= max_width { fitting } else { 0 };
        while low < longer {
            let middle = low + (longer - low) / 2;
            let candidate = shorten_to(middle);
            if candidate.1.width <= max_width {
                low = middle + 1;
                best = Some(candidate);
            } else {
                longer = middle;
            }
        }
        best.unwrap_or_default()
    }

    fn with_ellipsis(&self, beginning: &str, style: TextStyle) -> (String, MeasuredLine) {
        let text = format!("{}{ELLIPSIS}", beginning.trim_end());
        let line = self.measure_line(&text, style);
        (text, line)
    }

    /// Breaks `text` at spaces into at most `max_lines` lines of at most `max_width` px. If more lines are needed, the last
    /// one ends with an ellipsis. A word that is too long for a line is broken inside.
    pub(crate) fn wrap_lines(
        &self,
        text: &str,
        style: TextStyle,
        max_width: f64,
        max_lines: usize,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() && lines.len() < max_lines {
            if lines.len() + 1 == max_lines {
                lines.push(self.fit_to_width(rest, style, max_width).0);
                break;
            }
            let end = self.line_end(rest, style, max_width);
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            lines.push(line.trim_end().to_owned());
            rest = after.trim_start();
        }
        lines
    }

    /// The byte index at which the first line of `text` ends: before a space, or inside a word that is too long.
    fn line_end(&self, text: &str, style: TextStyle, max_width: f64) -> usize {
        let width = |end: usize| self.text_width(text.get(..end).unwrap_or_default(), style);
        // No-break spaces end a line only if a word with them is too long for it.
        for is_space in [is_breaking_space, char::is_whitespace] {
            let spaces = text.match_indices(is_space).map(|(at, _)| at).chain([text.len()]);
            let spaces: Vec<usize> = spaces.collect();
            if let Some(end) = last_fitting(&spaces, max_width, &width) {
                return end;
            }
        }
        let ends: Vec<usize> =
            text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).collect();
        // Every line gets at least one character, so that wrapping ends.
        last_fitting(&ends, max_width, &width).or_else(|| ends.first().copied()).unwrap_or(text.len())
    }
}

fn is_breaking_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}')
}

/// The last of `ends` that is not too wide; `None` if even the first is. The search doubles its step from the first on.
fn last_fitting(ends: &[usize], max_width: f64, width: &dyn Fn(usize) -> f64) -> Option<usize> {
    let fits = |index: usize| ends.get(index).is_some_and(|end| width(*end) <= max_width);
    let mut high = 1;
    while fits(high - 1) {
        high *= 2;
    }
    let (mut low, mut high) = (high / 2, high.min(ends.len() + 1) - 1);
    // ends[low - 1] fits, ends[high] does not.
    while low < high {
        let middle = low + (high - low) / 2;
        if fits(middle) { low = middle + 1 } else { high = middle }
    }
    low.checked_sub(1).and_then(|index| ends.get(index)).copied()
}
