//! Texts that fit into a limit.

/// Shortens a text to at most `max_chars` characters; a shortened text ends in an ellipsis.
pub(crate) fn truncate_chars(text: &str, max_chars: usize) -> String {
    match text.chars().count() > max_chars {
        true => text.chars().take(max_chars.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_says_so() {
        assert_eq!((truncate_chars("äöü", 3), truncate_chars("äöüß", 3)), ("äöü".into(), "äö…".into()));
    }
}
