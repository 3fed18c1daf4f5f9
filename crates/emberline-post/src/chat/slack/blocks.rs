//! A message as Slack's rich text, in which no character of a title or goal has a meaning.

use serde_json::{Value, json};

use crate::json::with_field;
use crate::limits::{MAX_SLACK_BLOCKS_CHARS, MAX_SLACK_TEXT_CHARS};
use crate::message::Message;
use crate::message_lines::{Line, LineRole, Span, TextPart, fit_lines, lines_as_text, message_lines};
use crate::truncate::truncate_chars;

/// Returns the blocks of a part of a message: its lines, and the entries of its list with bullets.
pub(in crate::chat) fn message_blocks(message: &Message, part: TextPart) -> Value {
    let lines = fit_lines(message_lines(message, part), MAX_SLACK_BLOCKS_CHARS);
    let is_item = |line: &Line| line.role == LineRole::ListItem;
    let (items, paragraphs): (Vec<_>, Vec<_>) = lines.into_iter().partition(is_item);
    let mut elements =
        vec![json!({ "type": "rich_text_section", "elements": paragraph_elements(&paragraphs) })];
    if !items.is_empty() {
        let items: Vec<_> = items
            .iter()
            .map(|line| json!({ "type": "rich_text_section", "elements": line_elements(line) }))
            .collect();
        elements.push(json!({ "type": "rich_text_list", "style": "bullet", "elements": items }));
    }
    json!([{ "type": "rich_text", "elements": elements }])
}

/// Returns the elements of lines with line breaks between them.
fn paragraph_elements(lines: &[Line]) -> Vec<Value> {
    let mut elements = Vec::new();
    for line in lines {
        if !elements.is_empty() {
            elements.push(json!({ "type": "text", "text": "\n" }));
        }
        elements.extend(line_elements(line));
    }
    elements
}

fn line_elements(line: &Line) -> Vec<Value> {
    let style = match line.role {
        _ if line.is_bold() => Some(json!({ "bold": true })),
        LineRole::Goal => Some(json!({ "italic": true })),
        _ => None,
    };
    let element = |span: &Span| {
        let element = match &span.link {
            Some(link) => json!({ "type": "link", "url": link.as_str(), "text": span.text }),
            None => json!({ "type": "text", "text": span.text }),
        };
        with_field(element, "style", style.clone())
    };
    line.spans.iter().map(element).collect()
}

/// Returns a part of a message as text, for notifications, screen readers and where blocks are refused. Three characters have
/// a meaning in it.
pub(in crate::chat) fn message_text(message: &Message, part: TextPart) -> String {
    let text = lines_as_text(&message_lines(message, part));
    let text = truncate_chars(&text, MAX_SLACK_TEXT_CHARS);
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::tests::message;

    #[test]
    fn a_reply_has_a_list_with_links() {
        let blocks = message_blocks(&message(), TextPart::Reply);
        let elements = &blocks[0]["elements"];
        assert_eq!(
            elements[0]["elements"][0],
            json!({ "type": "text", "text": "7 points behind plan", "style": { "bold": true } })
        );
        assert_eq!(
            elements[1]["elements"][0]["elements"],
            json!([
                { "type": "text", "text": "Completed " },
                { "type": "link", "url": "https://acme.example/browse/PAY-303", "text": "PAY-303" },
                { "type": "text", "text": " Credit *check* (−8)" },
            ])
        );
    }

    #[test]
    fn the_text_has_no_markup_of_the_user() {
        let text = message_text(&message(), TextPart::Opening);
        assert!(text.contains("Guests can pay &lt;by&gt; instalments &amp; more"), "{text}");
    }

    #[test]
    fn a_long_message_keeps_within_the_limits() {
        let mut long = message();
        long.goal = Some("g".repeat(10_000));
        if let Some(changes) = &mut long.changes {
            let mut row = changes.rows[0].clone();
            row.title = Some("t".repeat(10_000));
            changes.rows = vec![row; 1_000];
        }
        let blocks = message_blocks(&long, TextPart::Whole);
        let mut texts = Vec::new();
        collect_texts(&blocks, &mut texts);
        let chars = |text: &String| text.chars().count();
        assert!(texts.iter().map(chars).sum::<usize>() <= MAX_SLACK_BLOCKS_CHARS);
        assert!(texts.iter().all(|text| chars(text) <= MAX_SLACK_TEXT_CHARS));
        assert_eq!(texts.last().map(String::as_str), Some("…"));
        assert!(message_text(&long, TextPart::Whole).chars().count() <= MAX_SLACK_TEXT_CHARS);
    }

    fn collect_texts(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| collect_texts(value, texts)),
            Value::Object(fields) => {
                texts.extend(fields.get("text").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| collect_texts(value, texts));
            }
            _ => {}
        }
    }
}
