//! Configurations that are JavaScript: the script runs in the sandbox, and its functions are called for options.
//!
//! The `.js` files are libraries of the sandbox: the globals of a page, the chart as functions see it, and their calls.

mod axis_calls;
mod axis_ids;
mod axis_state;
mod callbacks;
mod chart_state;
mod decode;
#[cfg_attr(not(feature = "functions"), path = "host_stub.rs")]
mod host;
mod libraries;
mod missing_engine;
mod parsed_values;
mod plugin_hooks;
mod script_error;
mod scripted_axis;
mod session;
mod source;
mod target;
mod tick_fonts;

pub(in crate::chartjs) use axis_state::AxisNames;
pub(in crate::chartjs) use callbacks::LegendFunctions;
pub(in crate::chartjs) use missing_engine::{missing_engine, missing_language};
pub(in crate::chartjs) use parsed_values::parsed_values;
pub(in crate::chartjs) use scripted_axis::{axis_hooks, is_hook_name};
#[cfg(feature = "functions")]
pub(crate) use session::start_engine;
pub(in crate::chartjs) use session::{ScriptSession, ScriptStage};
pub(in crate::chartjs) use source::{ScriptSettings, ScriptSource, looks_like_script};
pub(in crate::chartjs) use target::OptionTarget;
pub(in crate::chartjs) use tick_fonts::TickFonts;
