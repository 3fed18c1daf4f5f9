//! The limit of the length of texts in a configuration.

use crate::input::InputError;
use crate::limits::MAX_TEXT_CHARS;

use super::value::{Object, Value, config_path, is_function_text};

/// Refuses the first text that is too long, with its path. Functions and images are never drawn, so they may have any
/// length.
pub(crate) fn check_text_lengths(root: &Object) -> Result<(), Box<InputError>> {
    for (name, value) in root.entries() {
        if let Some((mut path, chars)) = find_long_text(value) {
            path.insert_str(0, name);
            let found = format!("a text of {chars} characters");
            let location = config_path(&path);
            return Err(InputError::limit_exceeded(location, found, "MAX_TEXT_CHARS", MAX_TEXT_CHARS));
        }
    }
    Ok(())
}

/// Returns the path from `value` to a text that is too long, and the number of its characters.
fn find_long_text(value: &Value) -> Option<(String, usize)> {
    match value {
        // A text has at most as many characters as bytes, so most texts need no counting.
        Value::Text(text) if text.len() > MAX_TEXT_CHARS => {
            let chars = text.chars().count();
            let is_drawn = !is_function_text(text) && !text.starts_with("data:");
            (is_drawn && chars > MAX_TEXT_CHARS).then(|| (String::new(), chars))
        }
        Value::Object(object) => {
            object.entries().find_map(|(name, value)| find_long_text_below(&format_args!(".{name}"), value))
        }
        Value::List(list) => list
            .iter()
            .enumerate()
            .find_map(|(index, value)| find_long_text_below(&format_args!("[{index}]"), value)),
        _ => None,
    }
}

fn find_long_text_below(step: &std::fmt::Arguments, value: &Value) -> Option<(String, usize)> {
    find_long_text(value).map(|(path, chars)| (format!("{step}{path}"), chars))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_errors_with_their_path() {
        let check = |label: &str| {
            let text =
                format!(r#"{{"type": "bar", "data": {{"labels": ["a", "{label}"], "datasets": []}}}}"#);
            let root: Value = serde_json::from_str(&text).expect("JSON");
            let root = root.as_object().expect("an object");
            check_text_lengths(root).map_err(|error| error.to_string())
        };
        assert_eq!(check(&"\u{e9}".repeat(MAX_TEXT_CHARS)), Ok(()));
        assert_eq!(check(&format!("() => '{}'", "x".repeat(MAX_TEXT_CHARS))), Ok(()));
        assert_eq!(
            check(&"x".repeat(MAX_TEXT_CHARS + 1)),
            Err("data.labels[1]: found a text of 2001 characters, expected at most 2000 (MAX_TEXT_CHARS)"
                .to_owned())
        );
    }
}
