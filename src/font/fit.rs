//! Text that must not be wider than its place.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{Fonts, Line, TextStyle};

const ELLIPSIS: &str = "…";

impl Fonts {
    /// `text` if it is at most `max_width` px wide, else its longest beginning that is with an ellipsis behind it;
    /// empty where not even the ellipsis has room.
    pub(crate) fn fit(&self, text: &str, style: TextStyle, max_width: f64) -> (String, Line) {
        let ends: Vec<usize> =
            text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).collect();
        // A picture shows some ten characters; look at the whole of a long text only when its beginning fits.
        let mut short = 0;
        let mut long = 16;
        while let Some(end) = ends.get(long) {
            if self.width(text.get(..*end).unwrap_or_default(), style) > max_width {
                break;
            }
            short = long;
            long *= 2;
        }
        if long >= ends.len() {
            let line = self.line(text, style);
            if line.width <= max_width {
                return (text.to_owned(), line);
            }
            long = ends.len();
        }
        let cut = |count: usize| match count.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(end) => self.shortened(text.get(..*end).unwrap_or_default(), style),
            None => self.shortened("", style),
        };
        let mut best = None;
        // The ellipsis may need the room of what fitted without it.
        let mut low = if cut(short).1.width <= max_width { short } else { 0 };
        while low < long {
            let middle = low + (long - low) / 2;
            let candidate = cut(middle);
            if candidate.1.width <= max_width {
                low = middle + 1;
                best = Some(candidate);
            } else {
                long = middle;
            }
        }
        best.unwrap_or_default()
    }

    fn shortened(&self, beginning: &str, style: TextStyle) -> (String, Line) {
        let text = format!("{}{ELLIPSIS}", beginning.trim_end());
        let line = self.line(&text, style);
        (text, line)
    }

    /// Breaks `text` at spaces into at most `max_lines` lines of at most `max_width` px; what is left over goes, with
    /// an ellipsis, from the last line. A word too long for a line is cut where it must be.
    pub(crate) fn wrap(&self, text: &str, style: TextStyle, max_width: f64, max_lines: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() && lines.len() < max_lines {
            if lines.len() + 1 == max_lines {
                lines.push(self.fit(rest, style, max_width).0);
                break;
            }
            let end = self.line_end(rest, style, max_width);
            let (line, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            lines.push(line.trim_end().to_owned());
            rest = after.trim_start();
        }
        lines
    }

    /// Where the first line of `text` ends: before a space, or inside a word where no space comes in time.
    fn line_end(&self, text: &str, style: TextStyle, max_width: f64) -> usize {
        let width = |end: usize| self.width(text.get(..end).unwrap_or_default(), style);
        let spaces = text.match_indices(char::is_whitespace).map(|(at, _)| at).chain([text.len()]);
        let spaces: Vec<usize> = spaces.collect();
        if let Some(end) = last_fitting(&spaces, max_width, &width) {
            return end;
        }
        let ends: Vec<usize> =
            text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).collect();
        // One character to a line at least, however narrow the place: the end must come.
        last_fitting(&ends, max_width, &width).or_else(|| ends.first().copied()).unwrap_or(text.len())
    }
}

/// The last of `ends`, looked at from the first on in growing steps, that is not too wide.
fn last_fitting(ends: &[usize], max_width: f64, width: &dyn Fn(usize) -> f64) -> Option<usize> {
    let fits = |place: usize| ends.get(place).is_some_and(|end| width(*end) <= max_width);
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
    low.checked_sub(1).and_then(|place| ends.get(place)).copied()
}
