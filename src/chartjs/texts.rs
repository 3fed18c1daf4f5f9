//! Texts of a configuration that are too long to be drawn.

use crate::input::InputError;
use crate::limits::MAX_TEXT_CHARS;

use super::config::at;
use super::value::{Object, Value};
use super::warnings::is_function;

/// Refuses the first text that is too long, by its place. What is never drawn may have any length: functions, images.
pub(super) fn check(root: &Object) -> Result<(), Box<InputError>> {
    for (name, value) in root.entries() {
        if let Some((mut path, chars)) = too_long(value) {
            path.insert_str(0, name);
            let found = format!("a text of {chars} characters");
            let expected = format!("at most {MAX_TEXT_CHARS} (MAX_TEXT_CHARS)");
            let mut error = InputError::new(at(&path), found, expected);
            error.limit = Some("MAX_TEXT_CHARS");
            return Err(error);
        }
    }
    Ok(())
}

/// The way to a long text, and its characters.
fn too_long(value: &Value) -> Option<(String, usize)> {
    match value {
        // Fewer bytes are fewer characters.
        Value::Text(text) if text.len() > MAX_TEXT_CHARS => {
            let chars = text.chars().count();
            let drawn = !is_function(text) && !text.starts_with("data:");
            (drawn && chars > MAX_TEXT_CHARS).then(|| (String::new(), chars))
        }
        Value::Object(object) => {
            object.entries().find_map(|(name, value)| below(&format_args!(".{name}"), value))
        }
        Value::List(list) => {
            list.iter().enumerate().find_map(|(index, value)| below(&format_args!("[{index}]"), value))
        }
        _ => None,
    }
}

fn below(step: &std::fmt::Arguments, value: &Value) -> Option<(String, usize)> {
    too_long(value).map(|(path, chars)| (format!("{step}{path}"), chars))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chartjs::config;

    #[test]
    fn long_texts_are_refused_with_their_place() {
        let read = |label: &str| {
            let text =
                format!(r#"{{"type": "bar", "data": {{"labels": ["a", "{label}"], "datasets": []}}}}"#);
            config(text.as_bytes()).map(|_| ()).map_err(|error| error.to_string())
        };
        assert_eq!(read(&"\u{e9}".repeat(MAX_TEXT_CHARS)), Ok(()));
        assert_eq!(read(&format!("() => '{}'", "x".repeat(MAX_TEXT_CHARS))), Ok(()));
        assert_eq!(
            read(&"x".repeat(MAX_TEXT_CHARS + 1)),
            Err("data.labels[1]: found a text of 2001 characters, expected at most 2000 (MAX_TEXT_CHARS)"
                .to_owned())
        );
    }
}
