//! The hooks of inline plugins.

use serde::Deserialize;
use serde_json::json;

use crate::canvas::{CanvasError, Operation, Player};
use crate::chart::Annotation;
use crate::chartjs::parse::value::{Value, config_path};
use crate::geometry::Size;
use crate::input::InputError;
use crate::layout::DrawHook;

use super::script_error::script_error;
use super::session::ScriptSession;

/// The result of a hook: true if what follows is drawn, and what plugins have drawn.
#[derive(Deserialize)]
struct HookResult {
    #[serde(rename = "goesOn")]
    goes_on: bool,
    operations: Vec<Operation>,
}

impl ScriptSession {
    /// True if an inline plugin draws.
    pub(crate) fn has_draw_hooks(&self) -> bool {
        self.hooks.borrow().iter().any(|hook| hook.contains("Draw") || hook == "afterRender")
    }

    /// True if an inline plugin has any function.
    pub(crate) fn has_hooks(&self) -> bool {
        !self.hooks.borrow().is_empty()
    }

    /// True if functions have changed the configuration since it was read, or if that cannot be said.
    pub(crate) fn has_changed_config(&self) -> bool {
        self.engine.call("encodeConfig", "null").map_or(true, |json| json != *self.last_config.borrow())
    }

    /// Runs the hooks of inline plugins that follow the layout, and returns the configuration if it has changed since it was
    /// read.
    ///
    /// # Errors
    /// An error of a hook, or an exceeded limit.
    pub(crate) fn run_layout_hooks(&self) -> Result<Option<Value>, Box<InputError>> {
        let result = self.engine.call("runLayoutHooks", "null");
        let json = result.map_err(|error| script_error(&self.source, &error))?;
        if json == *self.last_config.borrow() {
            return Ok(None);
        }
        let Some(root) = self.decode(self.read_value(&json)) else { return Ok(None) };
        self.remember_config(&json, &root);
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
        self.replay_call("runDrawHook", &argument, &format!("plugins.{name}"), player)
    }

    /// Runs the hook before or after the shape of an annotation and replays what it draws.
    ///
    /// # Errors
    /// An error of the hook, or an exceeded limit.
    pub(crate) fn replay_annotation_hook(
        &self,
        annotation: &Annotation,
        is_after: bool,
        player: &mut Player,
    ) -> Result<(), Box<InputError>> {
        let name = if is_after { "afterDraw" } else { "beforeDraw" };
        let argument = json!({ "hook": name, "key": annotation.key, "clip": annotation.clip });
        let path = format!("options.plugins.annotation.annotations.{}.{name}", annotation.key);
        self.replay_call("runAnnotationHook", &argument, &path, player).map(drop)
    }

    /// Calls a function of the libraries and replays what code of the configuration has drawn in it. Returns false if that
    /// code cancels what follows.
    fn replay_call(
        &self,
        function: &str,
        argument: &serde_json::Value,
        path: &str,
        player: &mut Player,
    ) -> Result<bool, Box<InputError>> {
        let drawn = self.engine.call(function, &argument.to_string());
        let json = drawn.map_err(|error| script_error(&self.source, &error))?;
        let drawing: HookResult = serde_json::from_str(&json)
            .map_err(|error| canvas_error(&CanvasError::Malformed(error.to_string()), path))?;
        player.replay(&drawing.operations).map_err(|error| canvas_error(&error, path))?;
        Ok(drawing.goes_on)
    }

    /// The space that code adds to the legend.
    pub(crate) fn legend_growth(&self) -> Size {
        let growth = self.call("legendGrowth", &json!(null)).unwrap_or_default();
        let number =
            |name: &str| growth.as_object().and_then(|growth| growth.get(name)).and_then(Value::as_number);
        Size { width: number("width").unwrap_or(0.0), height: number("height").unwrap_or(0.0) }
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

/// The error of a drawing that the hook at a path made.
fn canvas_error(error: &CanvasError, path: &str) -> Box<InputError> {
    let location = config_path(path);
    match error.limit() {
        Some((name, limit)) => InputError::limit_exceeded(location, error.to_string(), name, limit),
        None => InputError::new(location, error.to_string(), "calls of a canvas"),
    }
}
