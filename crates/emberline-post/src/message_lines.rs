//! The text of a message as lines with links and emphasis, which each chat writes in its own markup.

use url::Url;

use super::limits::{MAX_GOAL_CHARS, MAX_ITEM_TITLE_CHARS, MAX_LINE_CHARS};
use super::message::{ChangeRow, Message};
use super::truncate::truncate_chars;

/// Fewer characters have no room for an entry of a list.
const SMALLEST_BUDGET: usize = 100;

/// The part of a message that a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextPart {
    /// The message that opens a thread and is renewed each day: the state of the sprint.
    Opening,
    /// A reply in the thread: the news of the day beside the picture.
    Reply,
    /// A message by itself.
    Whole,
}

/// The role of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineRole {
    /// The name of the sprint and of the team.
    Title,
    /// The sentence over the picture.
    Headline,
    /// The goal of the sprint.
    Goal,
    /// Dates and numbers.
    Fact,
    /// The line over a list.
    ListHeading,
    /// An entry of the list.
    ListItem,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) link: Option<Url>,
}

/// A line of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) role: LineRole,
    pub(crate) spans: Vec<Span>,
}

impl Line {
    fn new(role: LineRole, text: &str, max_chars: usize) -> Self {
        Self { role, spans: vec![Span { text: truncate_chars(text, max_chars), link: None }] }
    }

    /// Returns the text without its links.
    pub(crate) fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// True for the lines that are emphasised.
    pub(crate) const fn is_bold(&self) -> bool {
        matches!(self.role, LineRole::Title | LineRole::Headline)
    }
}

/// Returns the lines of a part of a message.
pub(crate) fn message_lines(message: &Message, part: TextPart) -> Vec<Line> {
    let mut lines = Vec::new();
    if part != TextPart::Reply {
        lines.push(Line::new(LineRole::Title, &message.title(), MAX_LINE_CHARS));
    }
    lines.extend(message.headline.iter().map(|text| Line::new(LineRole::Headline, text, MAX_LINE_CHARS)));
    if part != TextPart::Reply {
        lines.extend(message.goal.iter().map(|text| Line::new(LineRole::Goal, text, MAX_GOAL_CHARS)));
    }
    lines.extend(message.facts.iter().map(|text| Line::new(LineRole::Fact, text, MAX_LINE_CHARS)));
    if let Some(changes) = message.changes.as_ref().filter(|_| part != TextPart::Opening) {
        lines.push(Line::new(LineRole::ListHeading, &changes.heading, MAX_LINE_CHARS));
        lines.extend(changes.rows.iter().map(change_line));
        let notes = changes.notes.iter();
        lines.extend(notes.map(|note| Line::new(LineRole::ListItem, note, MAX_LINE_CHARS)));
    }
    lines
}

/// Returns the entry of a changed item: "Completed PAY-303 Credit check (−8)", its key a link.
fn change_line(row: &ChangeRow) -> Line {
    let title = row.title.as_deref().unwrap_or_default();
    let title = truncate_chars(title, MAX_ITEM_TITLE_CHARS);
    let title = if title.is_empty() { title } else { format!(" {title}") };
    let key = truncate_chars(&row.key, MAX_ITEM_TITLE_CHARS);
    let span = |text: String, link: Option<Url>| Span { text, link };
    let spans = vec![
        span(format!("{} ", row.kind), None),
        span(key, row.link.clone()),
        span(format!("{title} ({})", row.amount), None),
    ];
    Line { role: LineRole::ListItem, spans }
}

/// Removes entries of the list from its end until the text has at most `max_chars` characters; an ellipsis takes their place.
pub(crate) fn fit_lines(mut lines: Vec<Line>, max_chars: usize) -> Vec<Line> {
    let length = |line: &Line| line.text().chars().count() + 4;
    let mut total: usize = lines.iter().map(length).sum();
    let mut is_cut = false;
    // The list is the end of each message.
    while total > max_chars.saturating_sub(8) {
        let Some(last) = lines.pop_if(|line| line.role == LineRole::ListItem) else { break };
        total -= length(&last);
        is_cut = true;
    }
    if is_cut {
        lines.push(Line::new(LineRole::ListItem, "…", 1));
    }
    lines
}

/// Removes entries of the list from its end until the lines measure at most `max`, in the markup and the unit of `measure`.
pub(crate) fn fit_measured(lines: &[Line], max: usize, measure: impl Fn(&[Line]) -> usize) -> Vec<Line> {
    let mut budget = max;
    loop {
        let fitting = fit_lines(lines.to_vec(), budget);
        // Without entries, less does not help.
        if measure(&fitting) <= max || budget < SMALLEST_BUDGET {
            return fitting;
        }
        budget = budget * 3 / 4;
    }
}

/// Returns the whole message as plain text.
pub fn plain_text(message: &Message) -> String {
    lines_as_text(&message_lines(message, TextPart::Whole))
}

/// Returns lines as plain text; entries of a list begin with a bullet.
pub(crate) fn lines_as_text(lines: &[Line]) -> String {
    let line_text = |line: &Line| match line.role {
        LineRole::ListItem => format!("• {}", line.text()),
        _ => line.text(),
    };
    lines.iter().map(line_text).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::message::tests::message;
    use super::*;

    #[test]
    fn the_opening_has_the_state_and_the_reply_the_news() {
        let text = |part| lines_as_text(&message_lines(&message(), part));
        assert_eq!(
            text(TextPart::Opening),
            "Sprint 12 · Red\n7 points behind plan\nGoal: Guests can pay <by> instalments & more\nas of Tue 10 March\n16 of 40 points done"
        );
        assert_eq!(
            text(TextPart::Reply),
            "7 points behind plan\nas of Tue 10 March\n16 of 40 points done\nSince Mon 9 March:\n\
             • Completed PAY-303 Credit *check* (−8)\n• Added PAY-310 (+3)\n• 4 more"
        );
    }

    #[test]
    fn a_long_list_ends_in_an_ellipsis() {
        let mut long = message();
        if let Some(changes) = &mut long.changes {
            changes.rows = vec![changes.rows[0].clone(); 50];
        }
        let lines = fit_lines(message_lines(&long, TextPart::Whole), 600);
        let text = lines_as_text(&lines);
        assert!(text.chars().count() <= 600 && text.ends_with("(−8)\n• …"), "{text}");
        let whole = message_lines(&message(), TextPart::Whole);
        assert_eq!(fit_lines(whole.clone(), 600), whole);
    }
}
