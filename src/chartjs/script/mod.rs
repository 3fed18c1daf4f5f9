//! Configurations that are JavaScript: the script runs in the sandbox, and its functions are called for options.
//!
//! The `.js` files are libraries of the sandbox: the globals of a page, the chart as functions see it, and their calls.

mod axis_state;
mod decode;
mod host;
mod parsed_values;
mod scripted_axis;
mod session;
mod source;
mod target;

pub(in crate::chartjs) use axis_state::AxisNames;
pub(in crate::chartjs) use parsed_values::parsed_values;
pub(in crate::chartjs) use scripted_axis::axis_hooks;
pub(in crate::chartjs) use session::{ScriptSession, ScriptStage};
pub(in crate::chartjs) use source::{ScriptSettings, ScriptSource, looks_like_script};
pub(in crate::chartjs) use target::OptionTarget;
