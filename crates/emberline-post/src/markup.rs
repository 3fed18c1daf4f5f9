//! Lines in the markup of chats: Markdown and HTML. Characters of titles and goals have no meaning in it.

use super::message_lines::{Line, LineRole, Span, fit_measured};
use super::truncate::truncate_chars;

/// Characters that have a meaning in some Markdown of a chat.
const MARKDOWN_SIGNS: &str = "\\`*_{}[]()#+!|~<>$";

/// Returns lines as Markdown, one below the other.
pub(crate) fn to_markdown(lines: &[Line]) -> String {
    lines.iter().map(line_as_markdown).collect::<Vec<_>>().join("\n")
}

/// Returns lines as Markdown of at most `max_chars` characters; entries of the list are left out first.
pub(crate) fn to_short_markdown(lines: &[Line], max_chars: usize) -> String {
    let lines = fit_measured(lines, max_chars, |lines| to_markdown(lines).chars().count());
    truncate_chars(&to_markdown(&lines), max_chars)
}

/// Returns a line as Markdown.
pub(crate) fn line_as_markdown(line: &Line) -> String {
    let text: String = line.spans.iter().map(span_as_markdown).collect();
    match line.role {
        _ if line.is_bold() => format!("**{text}**"),
        LineRole::Goal => format!("_{text}_"),
        LineRole::ListItem => format!("- {text}"),
        _ => text,
    }
}

fn span_as_markdown(span: &Span) -> String {
    let text = escape_markdown(&span.text);
    match &span.link {
        Some(link) => format!("[{text}]({})", link.as_str().replace('(', "%28").replace(')', "%29")),
        None => text,
    }
}

/// Escapes signs, and breaks mentions such as `@all`, which would wake up the whole channel.
pub(crate) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '@' => escaped.push_str("@\u{200B}"),
            '\n' | '\r' => escaped.push(' '),
            _ if MARKDOWN_SIGNS.contains(c) => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Returns lines as HTML: paragraphs and a list.
pub(crate) fn to_html(lines: &[Line]) -> String {
    let mut html = String::new();
    let mut is_in_list = false;
    for line in lines {
        let is_item = line.role == LineRole::ListItem;
        if is_item != is_in_list {
            html += if is_item { "<ul>" } else { "</ul>" };
            is_in_list = is_item;
        }
        let text = line_as_html(line);
        html += &if is_item { format!("<li>{text}</li>") } else { format!("<p>{text}</p>") };
    }
    if is_in_list {
        html += "</ul>";
    }
    html
}

/// Returns a line as HTML inside a paragraph or an entry.
pub(crate) fn line_as_html(line: &Line) -> String {
    let text: String = line.spans.iter().map(span_as_html).collect();
    match line.role {
        _ if line.is_bold() => format!("<b>{text}</b>"),
        LineRole::Goal => format!("<i>{text}</i>"),
        _ => text,
    }
}

fn span_as_html(span: &Span) -> String {
    let text = escape_html(&span.text);
    match &span.link {
        Some(link) => format!("<a href=\"{}\">{text}</a>", escape_html(link.as_str())),
        None => text,
    }
}

/// Escapes the characters that have a meaning in HTML.
pub(crate) fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::message::tests::message;
    use super::super::message_lines::{TextPart, message_lines};
    use super::*;

    #[test]
    fn markdown_shows_what_people_wrote() {
        let lines = message_lines(&message(), TextPart::Whole);
        let text = to_markdown(&lines);
        assert!(
            text.starts_with("**Sprint 12 · Red**\n**7 points behind plan**\n_Goal: Guests can pay \\<by\\>"),
            "{text}"
        );
        assert!(
            text.contains(
                "- Completed [PAY-303](https://acme.example/browse/PAY-303) Credit \\*check\\* \\(−8\\)\n"
            ),
            "{text}"
        );
        assert_eq!(escape_markdown("@all [x](y)\n#"), "@\u{200B}all \\[x\\]\\(y\\) \\#");
    }

    #[test]
    fn html_shows_what_people_wrote() {
        let html = to_html(&message_lines(&message(), TextPart::Reply));
        assert_eq!(
            html,
            "<p><b>7 points behind plan</b></p><p>as of Tue 10 March</p><p>16 of 40 points done</p><p>Since Mon 9 March:</p><ul>\
             <li>Completed <a href=\"https://acme.example/browse/PAY-303\">PAY-303</a> Credit *check* (−8)</li>\
             <li>Added PAY-310 (+3)</li><li>4 more</li></ul>"
        );
    }
}
