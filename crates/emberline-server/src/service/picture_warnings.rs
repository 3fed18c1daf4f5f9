//! Warnings about parts of an input that a picture does not show as intended, as a line of the log.

/// Maximal characters of a place in the log.
const MAX_PLACE_CHARS: usize = 120;

/// Logs the number of warnings and their places. The rest of a warning quotes the input, which no log may hold.
pub(super) fn log_warnings(warnings: &[String]) {
    if !warnings.is_empty() {
        let places: Vec<&str> = warnings.iter().filter_map(|warning| option_path(warning)).collect();
        let (count, places) = (warnings.len(), places.join(", "));
        tracing::warn!(count, places, "the picture does not show all of its input");
    }
}

/// The path of an option at the start of a warning; `None` if there is none, or one that names more than options.
fn option_path(warning: &str) -> Option<&str> {
    let (path, _) = warning.split_once(": ")?;
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_.[]".contains(&byte);
    let starts_with_field = ["options.", "data."].iter().any(|field| path.starts_with(field));
    (starts_with_field && path.len() <= MAX_PLACE_CHARS && path.bytes().all(is_allowed)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::option_path;

    #[test]
    fn only_paths_of_options_are_logged() {
        let path = "options.plugins.annotation.annotations[0].type";
        assert_eq!(option_path(&format!("{path}: found \"secret\", expected: box")), Some(path));
        for warning in [
            "no font has these characters: \"secret\"",
            "options.plugins.my secret: no plugin of ours, it is ignored",
            "secret: no option of Chart.js, ignored",
            &format!("options.{}: no option", "s".repeat(200)),
        ] {
            assert_eq!(option_path(warning), None, "{warning}");
        }
    }
}
