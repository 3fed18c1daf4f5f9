//! A configuration: its objects, and access to its options and their defaults.

use std::sync::Arc;

use crate::chart::theme::Theme;
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::config_shape::{has_config_shape, starts_like_config, validate_root};
use crate::chartjs::parse::literal::parse_literal;
use crate::chartjs::parse::quickchart::{QuickChartType, add_quickchart_defaults, convert_outlabels};
use crate::chartjs::parse::text_limits::check_text_lengths;
use crate::chartjs::parse::v2_migration;
use crate::chartjs::parse::value::{Object, Value};
use crate::color::Color;
use crate::input::{ChartJsOptions, ChartJsVersion, InputError, Location};
use crate::limits::MAX_INPUT_BYTES;

use super::scopes::Scopes;
use super::theme_tokens;

/// A parsed Chart.js configuration.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) root: Object,
    pub(crate) defaults: Arc<Object>,
    /// True if the configuration was written for version 2.
    pub(crate) migrated_from_v2: bool,
    /// The colour of the whole background, which the reader was told.
    pub(crate) background: Option<Color>,
    /// The options of a gauge; `None` for other charts.
    pub(crate) gauge: Option<Object>,
    /// The object that stands in for a missing one.
    pub(crate) empty: Object,
}

/// Parses a configuration: JSON, or a JavaScript literal.
///
/// # Errors
/// Text that is neither, a root that is not an object, a part of the wrong shape, or an exceeded limit.
pub fn parse_config(bytes: &[u8], options: &ChartJsOptions) -> Result<Config, Box<InputError>> {
    if bytes.len() > MAX_INPUT_BYTES {
        let location = Location::EntireInput;
        return Err(InputError::limit_exceeded(
            location,
            "too many bytes",
            "MAX_INPUT_BYTES",
            MAX_INPUT_BYTES,
        ));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| InputError::new(Location::EntireInput, "bytes that are no text", "text in UTF-8"))?;
    match parse_literal(text)? {
        Value::Object(root) => config_from_root(root, options),
        _ => Err(InputError::new(
            Location::EntireInput,
            "no object",
            "a Chart.js configuration: {type, data, options}",
        )),
    }
}

/// Parses an input that may be a configuration; `None` if it does not have the shape of one.
pub fn parse_if_config(bytes: &[u8], options: &ChartJsOptions) -> Option<Result<Config, Box<InputError>>> {
    if bytes.len() > MAX_INPUT_BYTES {
        return None;
    }
    let root = match parse_literal(std::str::from_utf8(bytes).ok()?) {
        Ok(Value::Object(root)) => root,
        // A configuration that is nested too deeply is not parsed, but its first words show that it is one.
        Err(error) if error.limit.is_some() && starts_like_config(bytes) => return Some(Err(error)),
        _ => return None,
    };
    has_config_shape(&root).then(|| config_from_root(root, options))
}

fn config_from_root(mut root: Object, options: &ChartJsOptions) -> Result<Config, Box<InputError>> {
    let quickchart_type = QuickChartType::take_from(&mut root);
    let migrated_from_v2 = match options.version {
        // QuickChart has its gauge for version 2 only.
        _ if quickchart_type == Some(QuickChartType::RadialGauge) => true,
        Some(version) => version == ChartJsVersion::V2,
        None => v2_migration::is_version_2(&root),
    };
    let has_scales = root.object_at_path("options.scales").is_some();
    if migrated_from_v2 {
        root = v2_migration::migrate_to_v4(root);
    }
    validate_root(&root)?;
    let gauge = quickchart_type.map_or(Ok(None), |own| own.expand(&mut root))?;
    if options.quickchart_defaults {
        let needs_scales = !has_scales && quickchart_type.is_none();
        add_quickchart_defaults(&mut root, quickchart_type, migrated_from_v2, needs_scales);
    }
    convert_outlabels(&mut root, quickchart_type);
    check_text_lengths(&root)?;
    let defaults = theme_tokens::chart_js_defaults();
    let background = options.background;
    Ok(Config { root, defaults, migrated_from_v2, background, gauge, empty: Object::default() })
}

impl Config {
    /// The type of the chart; `None` if only its datasets name types.
    pub(crate) fn chart_type(&self) -> Option<ChartType> {
        self.root.get("type").and_then(Value::as_text).and_then(ChartType::from_name)
    }

    /// The type of a dataset: its own, or the one of the chart. Validation leaves no dataset without a type.
    pub(crate) fn dataset_type(&self, dataset: &Object) -> ChartType {
        let own = dataset.get("type").and_then(Value::as_text).and_then(ChartType::from_name);
        own.or(self.chart_type()).unwrap_or(ChartType::Line)
    }

    /// `options.devicePixelRatio`, if it is a positive number.
    pub fn pixel_ratio(&self) -> Option<f64> {
        self.options().get("devicePixelRatio").and_then(Value::as_number).filter(|ratio| *ratio > 0.0)
    }

    pub(crate) fn options(&self) -> &Object {
        self.root.get_object("options").unwrap_or(&self.empty)
    }

    pub(crate) fn data(&self) -> &Object {
        self.root.get_object("data").unwrap_or(&self.empty)
    }

    /// `data.labels`.
    pub(crate) fn category_labels(&self) -> &[Value] {
        self.data().get("labels").and_then(Value::as_list).unwrap_or_default()
    }

    pub(crate) fn datasets(&self) -> impl Iterator<Item = &Object> {
        self.data()
            .get("datasets")
            .and_then(Value::as_list)
            .unwrap_or_default()
            .iter()
            .filter_map(Value::as_object)
    }

    /// The object of the defaults at a dotted path.
    pub(crate) fn default_at(&self, path: &str) -> &Object {
        self.defaults.object_at_path(path).unwrap_or(&self.empty)
    }

    /// The defaults of the datasets of a type.
    pub(crate) fn dataset_defaults(&self, chart_type: Option<ChartType>) -> &Object {
        self.entry_of_type(self.default_at("datasets"), chart_type)
    }

    /// The options in which the defaults of a chart type differ from those of all charts.
    pub(crate) fn type_overrides(&self, chart_type: Option<ChartType>) -> &Object {
        self.entry_of_type(self.default_at("overrides"), chart_type)
    }

    fn entry_of_type<'a>(&'a self, object: &'a Object, chart_type: Option<ChartType>) -> &'a Object {
        chart_type.and_then(|chart_type| object.get_object(chart_type.name())).unwrap_or(&self.empty)
    }

    /// The options of a plugin; `None` if it is switched off.
    pub(crate) fn plugin_options(&self, id: &str) -> Option<Scopes<'_>> {
        let mut list = Vec::new();
        match self.options().get("plugins") {
            Some(Value::Bool(false)) => return None,
            Some(Value::Object(plugins)) => match plugins.get(id) {
                Some(Value::Bool(false)) => return None,
                Some(Value::Object(own)) => list.push(own),
                _ => {}
            },
            _ => {}
        }
        list.push(self.default_at("plugins").get_object(id).unwrap_or(&self.empty));
        Some(Scopes::new(list).for_index(0))
    }

    /// A copy whose defaults have the colours of a theme.
    pub(crate) fn with_theme(&self, theme: &Theme) -> Self {
        Self { defaults: theme_tokens::themed_defaults(theme), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_type_with_options_alone_is_a_configuration() {
        for (text, expected) in [
            (r#"{"type": "line", "options": {"scales": {}}}"#, true),
            (r#"{"options": {}, "type": "doughnut"}"#, true),
            (r#"{"type": "line", "data": {}}"#, true),
            (r#"{"data": {"datasets": []}}"#, true),
            (r#"{"type": "lines", "options": {}}"#, false),
            (r#"{"type": "line", "data": [1, 2], "options": {}}"#, false),
            (r#"{"type": "line"}"#, false),
            (r#"{"data": {"repository": {}}}"#, false),
        ] {
            assert_eq!(
                parse_if_config(text.as_bytes(), &ChartJsOptions::default()).is_some(),
                expected,
                "{text}"
            );
            assert_eq!(
                parse_if_config(text.as_bytes(), &ChartJsOptions::default()).is_some(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_javascript_literal_with_a_comment_is_parsed() {
        let literal = b"{ type: 'bar', data: { datasets: [{ data: [1, 2,], }], }, } // done";
        assert!(parse_config(literal, &ChartJsOptions::default()).is_ok());
    }

    #[test]
    fn errors_name_the_path_and_the_remedy() {
        for (text, message) in [
            (
                r#"{"type": "lines"}"#,
                "type: found \"lines\", expected one of line, bar, doughnut, pie, polarArea, radar, scatter, bubble; did you mean \"line\"?",
            ),
            (
                r#"{"type": "bar", "data": {"datasets": [3]}}"#,
                "data.datasets[0]: found 3, expected a dataset: {label, data, …}",
            ),
        ] {
            assert_eq!(
                parse_config(text.as_bytes(), &ChartJsOptions::default()).expect_err("an error").to_string(),
                message
            );
        }
    }
}
