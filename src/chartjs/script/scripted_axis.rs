//! The functions of an axis: the callback of its ticks and the hooks of its layout.

use std::fmt;
use std::rc::Rc;

use crate::chart::{AxisHooks, AxisState, AxisStep, Font, LabelLines, SharedAxisHooks};
use crate::chartjs::parse::value::{FunctionId, Object, Value};
use crate::chartjs::resolve::option_values::label_lines;

use super::session::ScriptSession;
use super::tick_fonts::TickFonts;

/// The functions of an axis.
struct ScriptedAxis {
    session: Rc<ScriptSession>,
    id: String,
    callback: Option<FunctionId>,
    hooks: Vec<(AxisStep, FunctionId)>,
    fonts: Option<TickFonts>,
}

/// True if an option of a scale with this name is a hook, which is called for no value.
pub(crate) fn is_hook_name(name: &str) -> bool {
    HOOK_NAMES.iter().any(|(own, _)| *own == name)
}

/// The names of the hooks in the options of a scale.
const HOOK_NAMES: [(&str, AxisStep); 14] = [
    ("beforeUpdate", AxisStep::BeforeUpdate),
    ("beforeSetDimensions", AxisStep::BeforeSetDimensions),
    ("afterSetDimensions", AxisStep::AfterSetDimensions),
    ("beforeDataLimits", AxisStep::BeforeDataLimits),
    ("afterDataLimits", AxisStep::AfterDataLimits),
    ("beforeBuildTicks", AxisStep::BeforeBuildTicks),
    ("afterBuildTicks", AxisStep::AfterBuildTicks),
    ("beforeTickToLabelConversion", AxisStep::BeforeTickToLabelConversion),
    ("afterTickToLabelConversion", AxisStep::AfterTickToLabelConversion),
    ("beforeCalculateLabelRotation", AxisStep::BeforeCalculateLabelRotation),
    ("afterCalculateLabelRotation", AxisStep::AfterCalculateLabelRotation),
    ("beforeFit", AxisStep::BeforeFit),
    ("afterFit", AxisStep::AfterFit),
    ("afterUpdate", AxisStep::AfterUpdate),
];

/// The functions of an axis with these options and fonts; `None` if it has none.
pub(crate) fn axis_hooks(
    session: Option<&Rc<ScriptSession>>,
    id: &str,
    options: &Object,
    fonts: Option<TickFonts>,
) -> Option<SharedAxisHooks> {
    let session = session?;
    let function = |value: Option<&Value>| match value {
        Some(Value::Function(id)) => Some(*id),
        _ => None,
    };
    let callback = function(options.get_object("ticks").and_then(|ticks| ticks.get("callback")));
    let hooks: Vec<_> =
        HOOK_NAMES.iter().filter_map(|(name, step)| Some((*step, function(options.get(name))?))).collect();
    if callback.is_none() && hooks.is_empty() && fonts.is_none() {
        return None;
    }
    Some(Rc::new(ScriptedAxis { session: Rc::clone(session), id: id.to_owned(), callback, hooks, fonts }))
}

impl fmt::Debug for ScriptedAxis {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("ScriptedAxis").field("id", &self.id).finish_non_exhaustive()
    }
}

impl AxisHooks for ScriptedAxis {
    fn format_labels(&self, state: &AxisState) -> Option<Vec<Option<LabelLines>>> {
        let labels = self.session.format_ticks(self.callback?, &self.id, state);
        let lines = |label: &Value| match label {
            Value::Null => None,
            label => Some(label_lines(label)),
        };
        // A callback that failed leaves the ticks without text.
        Some(
            (0..state.ticks.len())
                .map(|index| labels.get(index).map_or_else(|| Some(Vec::new()), lines))
                .collect(),
        )
    }

    fn tick_fonts(&self, state: &AxisState) -> Option<Vec<Font>> {
        Some(self.fonts.as_ref()?.fonts_of_ticks(&self.session, &self.id, state))
    }

    fn has_step(&self, step: AxisStep) -> bool {
        self.hooks.iter().any(|(own, _)| *own == step)
    }

    fn run_step(&self, step: AxisStep, state: AxisState) -> AxisState {
        let hook = self.hooks.iter().find(|(own, _)| *own == step);
        match hook.and_then(|(_, id)| self.session.run_scale_hook(*id, &self.id, &state)) {
            Some(changed) => apply_changes(state, &changed),
            None => state,
        }
    }
}

/// The state with the numbers and ticks that a hook left.
fn apply_changes(mut state: AxisState, changed: &Object) -> AxisState {
    let number = |name: &str, own: f64| {
        changed.get(name).and_then(Value::as_number).filter(|n| n.is_finite()).unwrap_or(own)
    };
    state.min = number("min", state.min);
    state.max = number("max", state.max);
    state.width = number("width", state.width);
    state.height = number("height", state.height);
    state.rotation = number("labelRotation", state.rotation);
    state.padding.left = number("paddingLeft", state.padding.left);
    state.padding.right = number("paddingRight", state.padding.right);
    state.padding.top = number("paddingTop", state.padding.top);
    state.padding.bottom = number("paddingBottom", state.padding.bottom);
    if let Some(ticks) = changed.get("ticks").and_then(Value::as_list) {
        let mut known = std::mem::take(&mut state.ticks).into_iter();
        let tick = |value: &Value| {
            let object = value.as_object()?;
            let mut tick = known.next().unwrap_or_default();
            let at = object.get("value").and_then(Value::as_number)?;
            if at != tick.value {
                tick = crate::scale::Tick::new(at);
            }
            tick.major = object.get("major").is_some_and(Value::is_truthy);
            if let Some(label) = object.get("label").filter(|label| **label != Value::Null) {
                tick.label = label_lines(label);
            }
            Some(tick)
        };
        state.ticks = ticks.iter().filter_map(tick).collect();
    }
    state
}
