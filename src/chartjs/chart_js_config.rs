//! The public form of a configuration: its objects, and the script that made them, if it has functions.

use std::rc::Rc;
use std::sync::Arc;

use crate::font::Fonts;
use crate::input::{ChartJsOptions, ChartJsVersion, InputError, Location};
use crate::intl::LocaleNumbers;
use crate::limits::MAX_INPUT_BYTES;

use super::parse::config_shape::{has_config_shape, starts_like_config};
use super::parse::literal::parse_literal;
use super::parse::value::{Object, Value};
use super::picture_settings::PictureSettings;
use super::resolve::config::{Config, ConfigObjects};
use super::resolve::warnings::list_warnings;
use super::script::{
    ScriptSession, ScriptSettings, ScriptSource, ScriptStage, looks_like_script, missing_engine,
    missing_language,
};

/// A parsed Chart.js configuration.
#[derive(Clone, Debug)]
pub struct ChartJsConfig {
    objects: ConfigObjects,
    script: Option<ScriptSource>,
    options: ChartJsOptions,
}

/// The settings for reading a configuration.
#[derive(Clone, Copy, Debug, Default)]
pub struct ConfigReadSettings {
    /// True if scripts and functions may run.
    pub runs_functions: bool,
    /// The current time, in milliseconds since 1970, which scripts may ask for.
    pub now: i64,
    /// How the object of the configuration is read, whether it is data or comes from a script.
    pub chart_js: ChartJsOptions,
}

/// Reads a configuration: JSON, a JavaScript literal, or a script.
///
/// # Errors
/// Text that is none of them, a root that is not an object, a part of the wrong shape, an error of the script, or an exceeded
/// limit.
pub fn read_config(bytes: &[u8], settings: &ConfigReadSettings) -> Result<ChartJsConfig, Box<InputError>> {
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
    match parse_literal(text) {
        Ok(Value::Object(root)) => ChartJsConfig::from_data(root, settings.chart_js),
        Ok(_) => Err(InputError::new(
            Location::EntireInput,
            "no object",
            "a Chart.js configuration: {type, data, options}",
        )),
        Err(error) if error.limit.is_some() => Err(error),
        Err(error) => ChartJsConfig::from_script(text, settings, error.location),
    }
}

/// Reads an input that may be a configuration; `None` if it does not have the shape of one.
pub fn read_if_config(
    bytes: &[u8],
    settings: &ConfigReadSettings,
) -> Option<Result<ChartJsConfig, Box<InputError>>> {
    if bytes.len() > MAX_INPUT_BYTES {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    match parse_literal(text) {
        Ok(Value::Object(root)) => {
            has_config_shape(&root).then(|| ChartJsConfig::from_data(root, settings.chart_js))
        }
        Ok(_) => None,
        // A configuration that is nested too deeply is not parsed, but its first words show that it is one.
        Err(error) if error.limit.is_some() => starts_like_config(bytes).then_some(Err(error)),
        Err(error) => {
            looks_like_script(text).then(|| ChartJsConfig::from_script(text, settings, error.location))
        }
    }
}

impl ChartJsConfig {
    pub(super) fn from_data(root: Object, options: ChartJsOptions) -> Result<Self, Box<InputError>> {
        check_language(&root)?;
        Ok(Self { objects: ConfigObjects::from_root(root, &options)?, script: None, options })
    }

    /// Runs a script; `location` is that of the first thing that is no data.
    fn from_script(
        text: &str,
        settings: &ConfigReadSettings,
        location: Location,
    ) -> Result<Self, Box<InputError>> {
        // Without an engine, there is nothing to switch on.
        if cfg!(not(feature = "functions")) {
            return Err(missing_engine(location));
        }
        if !settings.runs_functions {
            return Err(refused_script(location));
        }
        let source = ScriptSource::new(text, ScriptSettings { now: settings.now });
        let (_, objects) = run_script(&source, &settings.chart_js, None)?;
        // Options that functions change must not change the version.
        let own_version = objects.migrated_from_v2.then_some(ChartJsVersion::V2);
        let version = settings.chart_js.version.or(own_version);
        let options = ChartJsOptions { version, ..settings.chart_js };
        Ok(Self { objects, script: Some(source), options })
    }

    /// The configuration over its defaults. A script runs again: each picture has an engine of its own.
    ///
    /// # Errors
    /// An error of the script, or an exceeded limit.
    pub(super) fn load(&self, settings: PictureSettings, fonts: &Fonts) -> Result<Config, Box<InputError>> {
        let theme = settings.theme.as_ref();
        let Some(source) = &self.script else { return Ok(self.objects.with_defaults(theme, None)) };
        let stage =
            ScriptStage { size: settings.size, pixel_ratio: settings.pixel_ratio, fonts: fonts.clone() };
        let (session, objects) = run_script(source, &self.options, Some(stage))?;
        Ok(objects.with_defaults(theme, Some(Rc::new(session))))
    }

    /// The configuration after its functions have changed it.
    ///
    /// # Errors
    /// A part of the wrong shape, or an exceeded limit.
    pub(super) fn reload(
        &self,
        loaded: &Config,
        root: Value,
        settings: PictureSettings,
    ) -> Result<Config, Box<InputError>> {
        let objects = ConfigObjects::from_root(object_of(root)?, &self.options)?;
        let objects = ConfigObjects { changed_defaults: self.objects.changed_defaults.clone(), ..objects };
        Ok(objects.with_defaults(settings.theme.as_ref(), loaded.session.clone()))
    }

    /// The parts that have no effect, each with its path: functions in texts, unknown options and plugins, areas that
    /// fill to each other in a cycle.
    pub fn warnings(&self) -> Vec<String> {
        list_warnings(&self.objects.with_defaults(None, None))
    }

    /// True if functions run while the configuration is drawn.
    pub fn has_functions(&self) -> bool {
        self.script.is_some()
    }

    /// `options.devicePixelRatio`, if it is a positive number.
    pub fn pixel_ratio(&self) -> Option<f64> {
        self.objects.with_defaults(None, None).pixel_ratio()
    }
}

/// Refuses a language of numbers that this build does not know. With an engine, there is a warning instead.
fn check_language(root: &Object) -> Result<(), Box<InputError>> {
    let options = root.get("options").and_then(Value::as_object);
    match options.and_then(|options| options.get("locale")).and_then(Value::as_text) {
        Some(locale) if cfg!(not(feature = "functions")) && !LocaleNumbers::is_known(locale) => {
            Err(missing_language(locale))
        }
        _ => Ok(()),
    }
}

/// Runs a script; without a `stage`, plugins do not run, and nothing can be measured.
fn run_script(
    source: &ScriptSource,
    options: &ChartJsOptions,
    stage: Option<ScriptStage>,
) -> Result<(ScriptSession, ConfigObjects), Box<InputError>> {
    let (session, loaded) = ScriptSession::start(source, stage)?;
    let version = options.version.or(loaded.is_version_2.then_some(ChartJsVersion::V2));
    let options = ChartJsOptions { version, ..*options };
    let mut objects = ConfigObjects::from_root(object_of(loaded.root)?, &options)?;
    objects.changed_defaults = loaded.defaults.as_ref().and_then(Value::as_object).cloned().map(Arc::new);
    Ok((session, objects))
}

fn object_of(value: Value) -> Result<Object, Box<InputError>> {
    let expected = "a Chart.js configuration: {type, data, options}";
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(InputError::new(Location::EntireInput, "a script whose value is no object", expected)),
    }
}

/// The error of a script where functions are switched off. The position is that of the first thing that is no data.
fn refused_script(location: Location) -> Box<InputError> {
    InputError::new(
        location,
        "a function or another expression of JavaScript",
        "JSON, or a JavaScript literal of data",
    )
    .with_remedy(
        "functions are switched off here; EMBERLINE_FUNCTIONS=on allows them on a server, --functions on on the command line",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: ConfigReadSettings = ConfigReadSettings {
        runs_functions: true,
        now: 0,
        chart_js: ChartJsOptions { version: None, background: None, quickchart_defaults: false },
    };

    #[test]
    fn a_type_with_data_or_options_is_a_configuration() {
        for (text, expected) in [
            (r#"{"type": "line", "options": {"scales": {}}}"#, true),
            (r#"{"options": {}, "type": "doughnut"}"#, true),
            (r#"{"type": "line", "data": {}}"#, true),
            (r#"{"data": {"datasets": []}}"#, true),
            (r#"{"type": "lines", "options": {}}"#, true),
            (r#"{"type": "line", "data": [1, 2], "options": {}}"#, true),
            (r#"{"type": "line"}"#, false),
            (r#"{"data": {"repository": {}}}"#, false),
        ] {
            assert_eq!(read_if_config(text.as_bytes(), &RUN).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn a_javascript_literal_with_a_comment_is_parsed() {
        let literal = b"{ type: 'bar', data: { datasets: [{ data: [1, 2,], }], }, } // done";
        assert!(read_config(literal, &RUN).is_ok());
    }
}
