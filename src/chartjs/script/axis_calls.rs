//! Calls of the functions of an axis during its layout.

use serde_json::json;

use crate::chart::{AxisRules, AxisState};
use crate::chartjs::parse::value::{FunctionId, Object, Value};

use super::axis_state::axis_json;
use super::session::ScriptSession;

impl ScriptSession {
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
}
