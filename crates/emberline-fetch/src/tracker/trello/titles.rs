//! Titles of cards, which hold their estimates.

use serde_json::Value;

/// Leaves of the titles of a list's cards, or of an action's card, only the estimates: `(5) Plan the launch [3]` becomes
/// `(5) … [3]`.
pub(super) fn keep_estimates(entry: &mut Value) {
    let cards = entry.get_mut("cards").and_then(Value::as_array_mut);
    cards.into_iter().flatten().for_each(shorten_name);
    for place in ["/data/card", "/data/old"] {
        if let Some(card) = entry.pointer_mut(place) {
            shorten_name(card);
        }
    }
}

fn shorten_name(card: &mut Value) {
    if let Some(Value::String(name)) = card.get_mut("name") {
        *name = estimates_of(name);
    }
}

/// Returns the numbers in parentheses and brackets before and after a title, with an ellipsis between them.
fn estimates_of(title: &str) -> String {
    let title = title.trim();
    let before = title.find([')', ']']).and_then(|end| title.split_at_checked(end + 1));
    let before = before.map(|(head, _)| head).filter(|head| is_number_group(head));
    let after = title.rfind(['(', '[']).and_then(|start| title.split_at_checked(start));
    // A word and its parentheses are one name: `print(1)`.
    let after = after.filter(|(rest, tail)| rest.ends_with(char::is_whitespace) && is_number_group(tail));
    let parts = [before, Some("…"), after.map(|(_, tail)| tail)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// True for a number in parentheses or in brackets.
fn is_number_group(text: &str) -> bool {
    let inner = |open: char, close: char| text.strip_prefix(open)?.strip_suffix(close);
    let is_number = |inner: &str| {
        let has_digit = inner.bytes().any(|byte| byte.is_ascii_digit());
        has_digit && inner.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    inner('(', ')').or_else(|| inner('[', ']')).is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_estimates_of_a_title_stay() {
        for (title, short) in [
            ("(5) Plan the launch [3]", "(5) … [3]"),
            ("Plan (the launch) (1,5)", "… (1,5)"),
            ("[2] Plan", "[2] …"),
            ("( 0.5 )Half", "( 0.5 ) …"),
            ("print(1)", "…"),
            ("Ask Ada (Lovelace)", "…"),
            ("(5)", "(5) …"),
            ("", "…"),
        ] {
            assert_eq!(estimates_of(title), short, "{title}");
        }
    }
}
