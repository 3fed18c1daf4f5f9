//! The run of a script for one picture.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use elsa::FrozenVec;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;

use crate::chartjs::parse::value::{FunctionId, Value, config_path};
use crate::font::Fonts;
use crate::geometry::Size;
use crate::input::{InputError, Location};
use crate::limits::MAX_TEXT_CHARS;
use crate::script::{CANVAS_LIBRARIES, Engine, LibraryLists, ScriptError, ScriptErrorKind};

use super::axis_ids::AxisIds;
use super::decode::{decode_value, long_text_chars, visit_functions};
use super::host::ChartHost;
use super::libraries::CHART_LIBRARIES;
use super::script_error::script_error;
use super::source::ScriptSource;
use super::target::{OptionTarget, TargetKey};

/// The libraries that a script for charts may use.
static LIBRARIES: LibraryLists = &[&CANVAS_LIBRARIES, &CHART_LIBRARIES];

/// A script that has run, and the functions of its configuration.
pub(crate) struct ScriptSession {
    pub(super) engine: Engine,
    pub(super) source: ScriptSource,
    fonts: Fonts,
    /// The names of the hooks that inline plugins have.
    pub(super) hooks: RefCell<Vec<String>>,
    /// The configuration as it was read last, as JSON.
    pub(super) last_config: RefCell<String>,
    /// True if that configuration has labels of the data.
    has_labels: Cell<bool>,
    /// All results of functions. They live as long as the session, so that options can refer to them.
    results: FrozenVec<Box<Option<Value>>>,
    /// The results that are known in this round of the description.
    known: RefCell<BTreeMap<CallKey, ResultRange>>,
    /// The path of each function in the configuration.
    paths: RefCell<BTreeMap<FunctionId, String>>,
    /// The numbers of values, ticks or labels, for which a function is called.
    counts: RefCell<BTreeMap<TargetKey, usize>>,
    /// The indices for which no function of a target is called.
    pub(super) skipped: RefCell<BTreeMap<TargetKey, Vec<usize>>>,
    pub(super) axis_ids: RefCell<AxisIds>,
    /// The first error of a function in this round.
    error: RefCell<Option<Box<InputError>>>,
    /// True after a layout: from then on an error of a function is an error of the picture.
    has_layout: Cell<bool>,
    wants_layout: Cell<bool>,
}

/// A function and the target that it is called for.
type CallKey = (FunctionId, TargetKey);

/// The results of a function for all indices of a target.
#[derive(Clone, Copy)]
struct ResultRange {
    start: usize,
    count: usize,
}

impl std::fmt::Debug for ScriptSession {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.debug_struct("ScriptSession").finish_non_exhaustive()
    }
}

/// The picture for which a script runs.
pub(crate) struct ScriptStage {
    /// In CSS pixels.
    pub(crate) size: Size,
    /// Device pixels for each CSS pixel.
    pub(crate) pixel_ratio: f64,
    pub(crate) fonts: Fonts,
}

/// Starts an engine with the libraries for charts.
///
/// # Errors
/// Not enough memory.
pub(crate) fn start_engine(fonts: &Fonts) -> Result<Engine, ScriptError> {
    Engine::start(Rc::new(ChartHost::new(fonts.clone())), LIBRARIES)
}

/// The return value of the libraries for a script: its configuration, the defaults that it has changed, and the names of hooks.
#[derive(Deserialize)]
struct EncodedConfig<'a> {
    #[serde(borrow)]
    config: &'a RawValue,
    defaults: Option<Value>,
    hooks: Vec<String>,
    #[serde(default, rename = "isVersion2")]
    is_version_2: bool,
}

/// A configuration that a script made.
pub(crate) struct LoadedConfig {
    pub(crate) root: Value,
    /// `Chart.defaults`, if the script has read or changed them.
    pub(crate) defaults: Option<Value>,
    /// True if the script uses what only version 2 has.
    pub(crate) is_version_2: bool,
}

impl ScriptSession {
    /// Runs a script and finds its configuration.
    ///
    /// # Errors
    /// The script has no configuration, throws an error or exceeds a limit.
    pub(crate) fn start(
        source: &ScriptSource,
        stage: Option<ScriptStage>,
    ) -> Result<(Self, LoadedConfig), Box<InputError>> {
        let fonts = stage.as_ref().map_or_else(Fonts::external, |stage| stage.fonts.clone());
        let engine = start_engine(&fonts).map_err(|error| script_error(source, &error))?;
        let session = Self {
            engine,
            source: source.clone(),
            fonts,
            hooks: RefCell::default(),
            last_config: RefCell::default(),
            has_labels: Cell::new(false),
            results: FrozenVec::new(),
            known: RefCell::default(),
            paths: RefCell::default(),
            counts: RefCell::default(),
            skipped: RefCell::default(),
            axis_ids: RefCell::default(),
            error: RefCell::default(),
            has_layout: Cell::new(false),
            wants_layout: Cell::new(false),
        };
        let settings = json!({ "seed": source.random_seed(), "now": source.settings.now });
        let run = || {
            session.engine.call("configure", &settings.to_string())?;
            session.engine.run(&source.text)?;
            let stage = stage.map(|stage| {
                json!({ "width": stage.size.width, "height": stage.size.height, "ratio": stage.pixel_ratio })
            });
            let argument = json!({ "variables": source.variables, "stage": stage });
            session.engine.call("load", &argument.to_string())
        };
        let loaded = run().map_err(|error| script_error(source, &error))?;
        let loaded = session.read_config(&loaded)?;
        Ok((session, loaded))
    }

    fn read_config(&self, json: &str) -> Result<LoadedConfig, Box<InputError>> {
        let loaded: Option<EncodedConfig> = serde_json::from_str(json).unwrap_or_default();
        let root = loaded.as_ref().and_then(|loaded| self.decode(self.read_value(loaded.config.get())));
        let (Some(root), Some(loaded)) = (root, loaded) else {
            return Err(InputError::new(
                Location::EntireInput,
                "a script without a configuration",
                "an object {type, data, options}: as an export, as the last expression, in a variable, or in new Chart(…)",
            ));
        };
        *self.hooks.borrow_mut() = loaded.hooks;
        self.remember_config(loaded.config.get(), &root);
        let defaults = loaded.defaults.and_then(|value| self.decode(value));
        Ok(LoadedConfig { root, defaults, is_version_2: loaded.is_version_2 })
    }

    /// Keeps a configuration for a comparison, and the paths of its functions.
    pub(super) fn remember_config(&self, json: &str, root: &Value) {
        visit_functions(root, "", &mut |id, path| {
            self.paths.borrow_mut().entry(id).or_insert_with(|| path.to_owned());
        });
        let labels = root.as_object().and_then(|root| root.get_object("data")?.get("labels")?.as_list());
        self.has_labels.set(labels.is_some_and(|labels| !labels.is_empty()));
        json.clone_into(&mut self.last_config.borrow_mut());
    }

    /// True if the configuration of the script itself has labels of the data.
    pub(crate) fn has_labels(&self) -> bool {
        self.has_labels.get()
    }

    pub(super) fn decode(&self, value: Value) -> Option<Value> {
        decode_value(value, &self.fonts)
    }

    pub(super) fn read_value(&self, json: &str) -> Value {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// Starts a description of the picture: results of an earlier one are forgotten.
    pub(crate) fn begin_round(&self, size: Size, pixel_ratio: f64) {
        self.known.borrow_mut().clear();
        *self.error.borrow_mut() = None;
        let size = json!({ "width": size.width, "height": size.height, "ratio": pixel_ratio });
        self.call("begin", &size);
    }

    /// The first error of a function in this round.
    pub(crate) fn take_error(&self) -> Option<Box<InputError>> {
        self.error.borrow_mut().take()
    }

    /// True if a function needs the layout, which did not exist when it was called.
    pub(crate) fn wants_layout(&self) -> bool {
        if !self.wants_layout.get() && self.call("wantsLayout", &json!(null)) == Some(Value::Bool(true)) {
            self.wants_layout.set(true);
        }
        self.wants_layout.get() && !self.has_layout.get()
    }

    /// Calls a function of the libraries; an error ends up in [`ScriptSession::take_error`].
    pub(super) fn call(&self, name: &str, argument: &impl Serialize) -> Option<Value> {
        match self.engine.call(name, &serde_json::to_string(argument).ok()?) {
            Ok(result) => Some(self.read_value(&result)),
            Err(error) => {
                self.report_error(None, &error);
                None
            }
        }
    }

    /// The result of a function for a target; `None` for `undefined`, and if the function failed.
    pub(crate) fn evaluate(
        &self,
        id: FunctionId,
        target: OptionTarget,
        index: Option<usize>,
    ) -> Option<&Value> {
        let range = self.results_for(id, target);
        let position = if target.is_indexed() { index.unwrap_or(0) } else { 0 };
        if position >= range.count {
            return None;
        }
        self.results.get(range.start + position)?.as_ref()
    }

    /// Starts the part of a picture in which functions know the layout and errors count.
    pub(crate) fn begin_laid_out(&self) {
        self.has_layout.set(true);
    }

    /// Sets the indices for which no function of a target is called.
    pub(crate) fn skip_calls(&self, target: OptionTarget, indices: Vec<usize>) {
        self.skipped.borrow_mut().insert(target.key(), indices);
    }

    pub(super) fn set_count(&self, target: OptionTarget, count: usize) {
        self.counts.borrow_mut().insert(target.key(), count);
    }

    /// Calls functions of the script through a function of the libraries.
    pub(super) fn call_counted(
        &self,
        id: FunctionId,
        count: usize,
        name: &str,
        argument: &serde_json::Value,
    ) -> Option<Value> {
        let called = self
            .engine
            .count_calls(count.max(1))
            .and_then(|()| self.engine.call(name, &argument.to_string()));
        match called {
            Ok(result) => {
                let result = self.read_value(&result);
                match long_text_chars(&result) {
                    Some(chars) => self.report_long_text(id, chars),
                    None => return Some(result),
                }
            }
            Err(error) => self.report_error(Some(id), &error),
        }
        None
    }

    fn report_long_text(&self, id: FunctionId, chars: usize) {
        let location = self.paths.borrow().get(&id).map_or(Location::EntireInput, |path| config_path(path));
        let found = format!("a function that returns a text of {chars} characters");
        let error = InputError::limit_exceeded(location, found, "MAX_TEXT_CHARS", MAX_TEXT_CHARS);
        self.error.borrow_mut().get_or_insert(error);
    }

    /// The number of values, ticks or labels for which a function is called.
    pub(crate) fn call_count(&self, target: OptionTarget) -> usize {
        if !target.is_indexed() {
            return 1;
        }
        let counted = match target {
            OptionTarget::Datalabel { dataset, .. } => OptionTarget::Data(dataset),
            target => target,
        };
        self.counts.borrow().get(&counted.key()).copied().unwrap_or(0)
    }

    fn results_for(&self, id: FunctionId, target: OptionTarget) -> ResultRange {
        let key = (id, target.key());
        if let Some(range) = self.known.borrow().get(&key) {
            return *range;
        }
        let count = self.call_count(target);
        if count == 0 {
            self.wants_layout.set(true);
        }
        let start = self.results.len();
        for result in self.call_function(id, target, count) {
            self.results.push(Box::new(self.decode(result)));
        }
        let range = ResultRange { start, count: self.results.len() - start };
        self.known.borrow_mut().insert(key, range);
        range
    }

    fn call_function(&self, id: FunctionId, target: OptionTarget, count: usize) -> Vec<Value> {
        let (name, argument) = match target {
            target if target.is_indexed() => {
                let skipped = self.skipped.borrow().get(&target.key()).cloned().unwrap_or_default();
                let target = target.to_json();
                ("evaluateAll", json!({ "id": id.0, "target": target, "count": count, "skipped": skipped }))
            }
            target => ("evaluate", json!({ "id": id.0, "target": target.to_json() })),
        };
        match self.call_counted(id, count, name, &argument) {
            Some(Value::List(list)) if target.is_indexed() => list,
            Some(result) if !target.is_indexed() => vec![result],
            _ => Vec::new(),
        }
    }

    /// The result of a function for values that are its arguments; `None` for `undefined`, and if it fails.
    pub(crate) fn invoke(&self, id: FunctionId, values: &[&Value]) -> Option<Value> {
        let argument = json!({ "id": id.0, "values": values });
        self.decode(self.call_counted(id, 1, "invoke", &argument)?)
    }

    /// Keeps the first error. Before the layout a function may fail because it needs the layout: it is called again after it.
    fn report_error(&self, id: Option<FunctionId>, error: &ScriptError) {
        if error.kind == ScriptErrorKind::Thrown && !self.has_layout.get() {
            self.wants_layout.set(true);
            return;
        }
        let mut error = script_error(&self.source, error);
        let paths = self.paths.borrow();
        if let Some(path) = id.and_then(|id| paths.get(&id)) {
            let place = error.location.to_string();
            let place = place.trim_end_matches(": ");
            if !place.is_empty() {
                error.found = format!("{}, at {place}", error.found);
            }
            error.location = config_path(path);
        }
        self.error.borrow_mut().get_or_insert(error);
    }
}
