//! Warnings of font sizes that are no sizes.

use crate::chartjs::parse::value::Value;
use crate::input::error_text::quote;

use super::option_values::leading_number;

/// Warns of font sizes without a number at their start, for which Chart.js draws no chart.
pub(super) fn warn_of_font_sizes(value: &Value, path: &str, warnings: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object.entries() {
                let path = format!("{path}.{name}");
                match value {
                    Value::Text(text) if path.ends_with("font.size") && leading_number(text).is_none() => {
                        warnings.push(format!(
                            "{path}: found {}, expected a number of pixels; drawn with 12",
                            quote(text)
                        ));
                    }
                    value => warn_of_font_sizes(value, &path, warnings),
                }
            }
        }
        Value::List(list) => {
            for (index, value) in list.iter().enumerate() {
                warn_of_font_sizes(value, &format!("{path}[{index}]"), warnings);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::chartjs::resolve::config::parse_config;
    use crate::chartjs::resolve::warnings::list_warnings;

    #[test]
    fn a_font_size_without_a_number_gives_a_warning() {
        let text = br#"{"type": "bar", "data": {"datasets": []}, "options": {"plugins": {"title": {"font": {"size": "big"}},
            "subtitle": {"font": {"size": "14px"}}}}}"#;
        let warnings = list_warnings(&parse_config(text).expect("a configuration"));
        assert_eq!(
            warnings,
            ["options.plugins.title.font.size: found \"big\", expected a number of pixels; drawn with 12"]
        );
    }
}
