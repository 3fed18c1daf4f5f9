//! The run of a script for one picture.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use elsa::FrozenVec;
use serde::Deserialize;
use serde_json::json;

use crate::canvas::{CanvasError, Operation, Player};
use crate::chart::{AxisRules, AxisState, PlacedChart};
use crate::chartjs::parse::value::{FunctionId, Object, Value, config_path};
use crate::font::Fonts;
use crate::geometry::Size;
use crate::input::{InputError, Location};
use crate::layout::DrawHook;
use crate::script::{CANVAS_LIBRARIES, Engine, Library, ScriptError, ScriptErrorKind};

use super::axis_state::{AxisNames, annotation_json, axis_json, mark_json, radial_axis_json, rect_json};
use super::decode::{decode_value, visit_functions};
use super::host::ChartHost;
use super::source::ScriptSource;
use super::target::{OptionTarget, TargetKey};

/// The libraries of the sandbox, in the order in which they need each other.
const LIBRARIES: [Library; 14] = [
    CANVAS_LIBRARIES[0],
    CANVAS_LIBRARIES[1],
    Library { name: "values.js", source: include_str!("values.js") },
    Library { name: "canvas.js", source: include_str!("canvas.js") },
    Library { name: "helpers.js", source: include_str!("helpers.js") },
    Library { name: "ticks.js", source: include_str!("ticks.js") },
    Library { name: "page.js", source: include_str!("page.js") },
    Library { name: "annotations.js", source: include_str!("annotations.js") },
    Library { name: "scale.js", source: include_str!("scale.js") },
    Library { name: "element.js", source: include_str!("element.js") },
    Library { name: "chart.js", source: include_str!("chart.js") },
    Library { name: "legend.js", source: include_str!("legend.js") },
    Library { name: "plugins.js", source: include_str!("plugins.js") },
    Library { name: "quickchart.js", source: include_str!("quickchart.js") },
];
/// The greatest number of characters of a line that an error shows.
const SHOWN_CHARS: usize = 80;

/// A script that has run, and the functions of its configuration.
pub(crate) struct ScriptSession {
    engine: Engine,
    source: ScriptSource,
    fonts: Fonts,
    /// The names of the hooks that inline plugins have.
    hooks: RefCell<Vec<String>>,
    /// The configuration as it was read last.
    last_root: RefCell<Value>,
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
    axis_ids: RefCell<AxisIds>,
    /// The first error of a function in this round.
    error: RefCell<Option<Box<InputError>>>,
    /// True after a layout: from then on an error of a function is an error of the picture.
    has_layout: Cell<bool>,
    wants_layout: Cell<bool>,
}

/// A function and the target that it is called for.
type CallKey = (FunctionId, TargetKey);

/// The ids of the axes, in the order of the chart's lists.
#[derive(Clone, Default)]
struct AxisIds {
    cartesian: Vec<String>,
    radial: Vec<String>,
}

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

/// The result of a hook: true if what follows is drawn, and what plugins have drawn.
#[derive(Deserialize)]
struct HookResult {
    #[serde(rename = "goesOn")]
    goes_on: bool,
    operations: Vec<Operation>,
}

/// A configuration that a script made.
pub(crate) struct LoadedConfig {
    pub(crate) root: Value,
    /// `Chart.defaults`, if the script has read or changed them.
    pub(crate) defaults: Option<Value>,
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
        let engine = Engine::start(Rc::new(ChartHost::new(fonts.clone())), &LIBRARIES)
            .map_err(|error| script_error(source, error))?;
        let session = Self {
            engine,
            source: source.clone(),
            fonts,
            hooks: RefCell::default(),
            last_root: RefCell::default(),
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
        let loaded = run().map_err(|error| script_error(source, error))?;
        let loaded = session.read_config(&loaded)?;
        Ok((session, loaded))
    }

    fn read_config(&self, json: &str) -> Result<LoadedConfig, Box<InputError>> {
        let loaded = self.read_value(json).as_object().cloned().unwrap_or_default();
        let hooks = loaded.get("hooks").and_then(Value::as_list).unwrap_or_default();
        *self.hooks.borrow_mut() = hooks.iter().map(Value::to_text).collect();
        let root = loaded.get("config").cloned().and_then(|root| self.decode(root)).ok_or_else(|| {
            InputError::new(
                Location::EntireInput,
                "a script without a configuration",
                "an object {type, data, options}: as an export, as the last expression, in a variable, or in new Chart(…)",
            )
        })?;
        self.remember_root(&root);
        let defaults = loaded.get("defaults").filter(|value| **value != Value::Null).cloned();
        Ok(LoadedConfig { root, defaults: defaults.and_then(|value| self.decode(value)) })
    }

    /// Keeps a configuration for a comparison, and the paths of its functions.
    fn remember_root(&self, root: &Value) {
        visit_functions(root, "", &mut |id, path| {
            self.paths.borrow_mut().entry(id).or_insert_with(|| path.to_owned());
        });
        root.clone_into(&mut self.last_root.borrow_mut());
    }

    pub(super) fn decode(&self, value: Value) -> Option<Value> {
        decode_value(value, &self.fonts)
    }

    /// True if an inline plugin draws.
    pub(crate) fn has_draw_hooks(&self) -> bool {
        self.hooks.borrow().iter().any(|hook| hook.contains("Draw") || hook == "afterRender")
    }

    /// Runs the hooks of inline plugins that follow the layout, and returns the configuration if it has changed since it was
    /// read.
    ///
    /// # Errors
    /// An error of a hook, or an exceeded limit.
    pub(crate) fn run_layout_hooks(&self) -> Result<Option<Value>, Box<InputError>> {
        let result = self.engine.call("runLayoutHooks", "null");
        let json = result.map_err(|error| script_error(&self.source, error))?;
        let Some(root) = self.decode(self.read_value(&json)) else { return Ok(None) };
        if root == *self.last_root.borrow() {
            return Ok(None);
        }
        self.remember_root(&root);
        Ok(Some(root))
    }

    /// Runs a hook of all inline plugins and replays what it draws. Returns false if a plugin cancels what follows.
    ///
    /// # Errors
    /// An error of a hook, or an exceeded limit.
    pub(crate) fn replay_hook(&self, hook: DrawHook, player: &mut Player) -> Result<bool, Box<InputError>> {
        let (name, dataset) = hook_name(hook);
        if !self.hooks.borrow().iter().any(|own| own == name) {
            return Ok(true);
        }
        let argument = json!({ "hook": name, "dataset": dataset });
        let drawn = self.engine.call("runDrawHook", &argument.to_string());
        let json = drawn.map_err(|error| script_error(&self.source, error))?;
        let drawing: HookResult = serde_json::from_str(&json)
            .map_err(|error| canvas_error(&CanvasError::Malformed(error.to_string()), name))?;
        player.replay(&drawing.operations).map_err(|error| canvas_error(&error, name))?;
        Ok(drawing.goes_on)
    }

    /// The space that code adds to the legend.
    pub(crate) fn legend_growth(&self) -> Size {
        let growth = self.call("legendGrowth", &json!(null)).unwrap_or_default();
        let number =
            |name: &str| growth.as_object().and_then(|growth| growth.get(name)).and_then(Value::as_number);
        Size { width: number("width").unwrap_or(0.0), height: number("height").unwrap_or(0.0) }
    }

    fn read_value(&self, json: &str) -> Value {
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

    /// Tells the functions the parsed values of a dataset.
    pub(crate) fn set_parsed(&self, dataset: usize, values: Vec<serde_json::Value>) {
        self.set_count(OptionTarget::Data(dataset), values.len());
        self.set_count(OptionTarget::Segment(dataset), values.len());
        self.call("setParsed", &json!({ "dataset": dataset, "values": values }));
    }

    /// Calls a function of the libraries; an error ends up in [`ScriptSession::take_error`].
    fn call(&self, name: &str, argument: &serde_json::Value) -> Option<Value> {
        match self.engine.call(name, &argument.to_string()) {
            Ok(result) => Some(self.read_value(&result)),
            Err(error) => {
                self.report(None, error);
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

    /// Tells the functions the axes of the chart, in the order of its lists.
    pub(crate) fn set_axes(&self, cartesian: Vec<AxisNames>, radial: Vec<AxisNames>) {
        for axis in &radial {
            let count = axis.labels.as_ref().map_or(0, Vec::len);
            self.set_count(OptionTarget::PointLabel(&axis.id), count);
        }
        let all: Vec<&AxisNames> = cartesian.iter().chain(&radial).collect();
        self.call("setScales", &json!(all));
        *self.axis_ids.borrow_mut() = AxisIds {
            cartesian: cartesian.into_iter().map(|axis| axis.id).collect(),
            radial: radial.into_iter().map(|axis| axis.id).collect(),
        };
    }

    /// Tells the functions the places of the chart's parts after a layout.
    pub(crate) fn set_layout(&self, placed: &PlacedChart) {
        let ids = self.axis_ids.borrow().clone();
        let cartesian = ids.cartesian.iter().zip(placed.axes.iter()).map(|(id, axis)| {
            self.set_ticks(id, axis);
            axis_json(id, axis)
        });
        let radial = ids.radial.iter().zip(placed.radial_axes.iter()).map(|(id, axis)| {
            self.set_ticks(id, &axis.state);
            radial_axis_json(id, axis)
        });
        let scales: Vec<_> = cartesian.chain(radial).collect();
        let datasets = placed
            .datasets
            .iter()
            .map(|marks| json!({ "elements": marks.iter().map(mark_json).collect::<Vec<_>>() }));
        let annotations = placed.annotations.iter().map(|one| (one.key.clone(), annotation_json(one)));
        let layout = json!({
            "chartArea": rect_json(placed.plot),
            "legend": placed.legend.map(rect_json),
            "canvas": { "fontSize": placed.last_font_size, "middle": placed.leaves_middle_baseline },
            "scales": scales,
            "datasets": datasets.collect::<Vec<_>>(),
            "annotations": annotations.collect::<serde_json::Map<_, _>>(),
        });
        self.call("setLayout", &layout);
    }

    /// Remembers for which indices functions of ticks are called: a tick keeps its index if ticks before it are left out.
    fn set_ticks(&self, id: &str, axis: &AxisState) {
        let indices: Vec<usize> =
            axis.ticks.iter().enumerate().map(|(index, tick)| tick.original_index.unwrap_or(index)).collect();
        let count = indices.iter().max().map_or(0, |last| last + 1);
        let target = OptionTarget::Tick(id);
        self.set_count(target, count);
        let mut is_skipped = vec![true; count];
        for index in indices {
            if let Some(skipped) = is_skipped.get_mut(index) {
                *skipped = false;
            }
        }
        let skipped = is_skipped.iter().enumerate().filter(|(_, skipped)| **skipped);
        self.skip_calls(target, skipped.map(|(index, _)| index).collect());
    }

    /// Starts the part of a picture in which functions know the layout and errors count.
    pub(crate) fn begin_laid_out(&self) {
        self.has_layout.set(true);
    }

    /// Sets the indices for which no function of a target is called.
    pub(crate) fn skip_calls(&self, target: OptionTarget, indices: Vec<usize>) {
        self.skipped.borrow_mut().insert(target.key(), indices);
    }

    fn set_count(&self, target: OptionTarget, count: usize) {
        self.counts.borrow_mut().insert(target.key(), count);
    }

    /// The result of a function for a value; `None` for `undefined`, and if the function failed.
    pub(crate) fn convert(&self, id: FunctionId, value: &Value) -> Option<Value> {
        self.decode(self.call_counted(id, 1, "invoke", &json!({ "id": id.0, "values": [value] }))?)
    }

    /// The labels that a callback makes of ticks; empty if it fails.
    pub(super) fn format_ticks(&self, id: FunctionId, axis: &str, state: &AxisState) -> Vec<Value> {
        let version = match state.rules {
            AxisRules::Version2 => 2,
            AxisRules::Version4 => 4,
        };
        let argument = json!({ "id": id.0, "version": version, "state": axis_json(axis, state) });
        match self.call_counted(id, state.ticks.len(), "formatTicks", &argument) {
            Some(Value::List(labels)) => {
                labels.into_iter().map(|label| self.decode(label).unwrap_or_default()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The state of an axis as a hook leaves it; `None` if it fails.
    pub(super) fn run_scale_hook(&self, id: FunctionId, axis: &str, state: &AxisState) -> Option<Object> {
        let argument = json!({ "id": id.0, "state": axis_json(axis, state) });
        let changed = self.call_counted(id, 1, "runScaleHook", &argument)?;
        self.decode(changed)?.as_object().cloned()
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
            Ok(result) => Some(self.read_value(&result)),
            Err(error) => {
                self.report(Some(id), error);
                None
            }
        }
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

    /// The result of a function for values that are its arguments; `None` if it fails.
    pub(crate) fn invoke(&self, id: FunctionId, values: &[&Value]) -> Option<Value> {
        let argument = json!({ "id": id.0, "values": values });
        self.decode(self.call_counted(id, 1, "invoke", &argument)?)
    }

    /// Keeps the first error. Before the layout a function may fail because it needs the layout: it is called again after it.
    fn report(&self, id: Option<FunctionId>, error: ScriptError) {
        if error.kind == ScriptErrorKind::Thrown && !self.has_layout.get() {
            self.wants_layout.set(true);
            return;
        }
        let mut error = script_error(&self.source, error);
        let paths = self.paths.borrow();
        if let Some(path) = id.and_then(|id| paths.get(&id)) {
            error.found = format!("{}, at {}", error.found, error.location);
            error.location = config_path(path);
        }
        self.error.borrow_mut().get_or_insert(error);
    }
}

/// The name of a hook, and the position of its dataset.
fn hook_name(hook: DrawHook) -> (&'static str, Option<usize>) {
    match hook {
        DrawHook::BeforeDraw => ("beforeDraw", None),
        DrawHook::BeforeDatasetsDraw => ("beforeDatasetsDraw", None),
        DrawHook::BeforeDatasetDraw(dataset) => ("beforeDatasetDraw", Some(dataset.position())),
        DrawHook::AfterDatasetDraw(dataset) => ("afterDatasetDraw", Some(dataset.position())),
        DrawHook::AfterDatasetsDraw => ("afterDatasetsDraw", None),
        DrawHook::AfterDraw => ("afterDraw", None),
    }
}

/// The error of a drawing that a hook made.
fn canvas_error(error: &CanvasError, hook: &str) -> Box<InputError> {
    let location = config_path(&format!("plugins.{hook}"));
    match error.limit() {
        Some((name, limit)) => InputError::limit_exceeded(location, error.to_string(), name, limit),
        None => InputError::new(location, error.to_string(), "calls of a canvas"),
    }
}

/// The error of a script, with the line where it happened.
fn script_error(source: &ScriptSource, error: ScriptError) -> Box<InputError> {
    let location = error.position.map_or(Location::EntireInput, |position| {
        let moved = if position.line == 1 { source.inserted } else { 0 };
        let column = position.column.saturating_sub(moved).max(1);
        Location::TextPosition { line: position.line, column: Some(column) }
    });
    if error.kind == ScriptErrorKind::Unavailable {
        let mut missing = InputError::new(location, error.message, "JSON, or a JavaScript literal of data")
            .with_remedy("this build runs no functions; one with the feature \"functions\" does");
        missing.required_feature = Some("functions");
        return missing;
    }
    if let Some((name, limit)) = error.kind.exceeded_limit() {
        return InputError::limit_exceeded(location, "a script that needs more", name, limit);
    }
    let shown =
        error.position.map(|position| source.line(position.line).trim()).filter(|line| !line.is_empty());
    let shown = shown.map(|line| format!(" in {:?}", line.chars().take(SHOWN_CHARS).collect::<String>()));
    let found = format!("{}{}", error.message, shown.unwrap_or_default());
    let expected = match error.kind {
        ScriptErrorKind::Syntax => "JSON, a JavaScript literal, or a script",
        _ => "a script without errors",
    };
    InputError::new(location, found, expected)
}
