//! A configuration: its objects, and access to its options and their defaults.

use std::rc::Rc;
use std::sync::Arc;

use crate::chart::theme::Theme;
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::config_shape::{missing_type_error, validate_root};
use crate::chartjs::parse::quickchart::{
    QuickChartType, WrittenAxes, add_quickchart_defaults, convert_outlabels,
};
use crate::chartjs::parse::text_limits::check_text_lengths;
use crate::chartjs::parse::v2_migration;
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::script::{OptionTarget, ScriptSession};
use crate::color::Color;
use crate::input::{ChartJsOptions, ChartJsVersion, InputError};

use super::scopes::Scopes;
use super::theme_tokens::{self, DefaultsVersion};

/// A configuration over its defaults, for one picture.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) root: Arc<Object>,
    pub(crate) defaults: Arc<Object>,
    /// True if a script has changed the colours of all borders or backgrounds.
    pub(crate) has_own_default_colors: bool,
    /// True if the configuration was written for version 2.
    pub(crate) migrated_from_v2: bool,
    /// The options as written for version 2, whose paths warnings name.
    pub(crate) written_options: Option<Object>,
    /// The colour of the whole background, which the reader was told.
    pub(crate) background: Option<Color>,
    /// The options of a gauge; `None` for other charts.
    pub(crate) gauge: Option<Arc<Object>>,
    /// The object that stands in for a missing one.
    pub(crate) empty: Object,
    /// The script that made the configuration, which has its functions.
    pub(crate) session: Option<Rc<ScriptSession>>,
}

/// The objects of a configuration, before its defaults are chosen.
#[derive(Clone, Debug)]
pub(crate) struct ConfigObjects {
    pub(crate) root: Arc<Object>,
    /// The defaults of Chart.js as a script has changed them.
    pub(crate) changed_defaults: Option<Arc<Object>>,
    /// True if the configuration was written for version 2.
    pub(crate) migrated_from_v2: bool,
    /// The options as written for version 2.
    pub(crate) written_options: Option<Object>,
    /// The colour of the whole background, which the reader was told.
    pub(crate) background: Option<Color>,
    /// The options of a gauge; `None` for other charts.
    pub(crate) gauge: Option<Arc<Object>>,
}

impl ConfigObjects {
    /// Checks the object of a configuration, migrates it to version 4, and replaces what only QuickChart has.
    ///
    /// # Errors
    /// A part of the wrong shape, or an exceeded limit.
    pub(crate) fn from_root(mut root: Object, options: &ChartJsOptions) -> Result<Self, Box<InputError>> {
        let quickchart_type = QuickChartType::take_from(&mut root);
        let migrated_from_v2 = match options.version {
            // QuickChart has its gauge for version 2 only.
            _ if quickchart_type == Some(QuickChartType::RadialGauge) => true,
            Some(version) => version == ChartJsVersion::V2,
            None => v2_migration::is_version_2(&root),
        };
        let written_options = root.get_object("options").filter(|_| migrated_from_v2).cloned();
        let written_axes = WrittenAxes::from_root(&root);
        let has_scales = root.object_at_path("options.scales").is_some();
        if migrated_from_v2 {
            root = v2_migration::migrate_to_v4(root);
        }
        validate_root(&root)?;
        if options.quickchart_defaults && quickchart_type.is_none() && root.get("type").is_none() {
            return Err(missing_type_error());
        }
        let gauge = quickchart_type.map_or(Ok(None), |own| own.apply_to_config(&mut root, written_axes))?;
        if options.quickchart_defaults {
            let needs_scales = !has_scales && quickchart_type.is_none();
            add_quickchart_defaults(&mut root, quickchart_type, migrated_from_v2, needs_scales);
        }
        convert_outlabels(&mut root, quickchart_type);
        check_text_lengths(&root)?;
        Ok(Self {
            root: Arc::new(root),
            changed_defaults: None,
            migrated_from_v2,
            written_options,
            background: options.background,
            gauge: gauge.map(Arc::new),
        })
    }

    /// The configuration over the defaults of Chart.js or, with a theme, over defaults in its colours.
    pub(crate) fn with_defaults(&self, theme: Option<&Theme>, session: Option<Rc<ScriptSession>>) -> Config {
        let version = if self.migrated_from_v2 { DefaultsVersion::V2 } else { DefaultsVersion::V4 };
        let defaults = match theme {
            Some(theme) => theme_tokens::themed_defaults(version, theme),
            None => theme_tokens::chart_js_defaults(version),
        };
        let changed = match &self.changed_defaults {
            Some(changed) => Arc::new(theme_tokens::apply_changes(&defaults, changed)),
            None => Arc::clone(&defaults),
        };
        let is_changed = |name: &str| changed.get(name) != defaults.get(name);
        Config {
            root: Arc::clone(&self.root),
            has_own_default_colors: ["borderColor", "backgroundColor"].into_iter().any(is_changed),
            defaults: changed,
            migrated_from_v2: self.migrated_from_v2,
            written_options: self.written_options.clone(),
            background: self.background,
            gauge: self.gauge.clone(),
            empty: Object::default(),
            session,
        }
    }
}

#[cfg(test)]
pub(crate) fn parse_config(bytes: &[u8]) -> Result<Config, Box<InputError>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let root = crate::chartjs::parse::literal::parse_literal(text)?;
    let root = root.as_object().cloned().expect("an object");
    Ok(ConfigObjects::from_root(root, &ChartJsOptions::default())?.with_defaults(None, None))
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

    /// The tag of the language in which numbers are written.
    pub(crate) fn number_locale(&self) -> Option<&str> {
        self.options().get("locale").or_else(|| self.defaults.get("locale")).and_then(Value::as_text)
    }

    /// `options.devicePixelRatio`, if it is a positive number.
    pub(crate) fn pixel_ratio(&self) -> Option<f64> {
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
        Some(self.scopes(list, OptionTarget::Chart).for_index(0))
    }

    /// Scopes whose functions belong to a target.
    pub(crate) fn scopes<'a>(&'a self, list: Vec<&'a Object>, target: OptionTarget<'a>) -> Scopes<'a> {
        Scopes::new(list)
            .with_functions(self.session.as_deref(), target)
            .with_default_font(self.defaults.get_object("font"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(parse_config(text.as_bytes()).expect_err("an error").to_string(), message);
        }
    }
}
