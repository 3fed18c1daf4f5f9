//! Fonts of tick labels that functions choose. They are called while an axis is laid out, since labels decide its size.

use crate::chart::{AxisState, Font};
use crate::chartjs::parse::value::{FunctionId, Object, Value};
use crate::chartjs::resolve::option_values::resolve_font;

use super::session::ScriptSession;

/// The options of a font with functions among them.
#[derive(Clone, Debug)]
pub(crate) struct TickFonts {
    /// The function that returns an object with the first options.
    function: Option<FunctionId>,
    /// The objects in which an option is looked up, in this order.
    objects: Vec<Object>,
}

impl TickFonts {
    /// The font of a function and objects; `None` if there are no functions.
    pub(crate) fn new(function: Option<FunctionId>, objects: Vec<Object>) -> Option<Self> {
        let fonts = Self { function, objects };
        (!fonts.functions().is_empty()).then_some(fonts)
    }

    fn functions(&self) -> Vec<FunctionId> {
        let values = self.objects.iter().flat_map(|object| object.entries().map(|(_, value)| value));
        let of_options = values.filter_map(|value| match value {
            Value::Function(id) => Some(*id),
            _ => None,
        });
        self.function.into_iter().chain(of_options).collect()
    }

    /// The font as if no function returned anything.
    pub(crate) fn font_without_functions(&self) -> Font {
        let find = |name: &str| {
            let mut found = self.objects.iter().filter_map(|object| object.get(name));
            found.find(|value| !matches!(value, Value::Function(_)))
        };
        resolve_font(find)
    }

    /// The font of each tick of an axis.
    pub(super) fn fonts_of_ticks(&self, session: &ScriptSession, axis: &str, state: &AxisState) -> Vec<Font> {
        let call = |id: FunctionId| (id, session.evaluate_ticks(id, axis, state));
        let results: Vec<_> = self.functions().into_iter().map(call).collect();
        let result_of = |id: FunctionId, index: usize| {
            let (_, values) = results.iter().find(|(own, _)| *own == id)?;
            values.get(index)?.as_ref()
        };
        let font = |index: usize| {
            let made = self.function.and_then(|id| result_of(id, index)).and_then(Value::as_object);
            let option = |name: &str| {
                let value = made.into_iter().chain(&self.objects).find_map(|object| object.get(name))?;
                match value {
                    Value::Function(id) => result_of(*id, index),
                    Value::List(list) if !list.is_empty() => list.get(index.checked_rem(list.len())?),
                    value => Some(value),
                }
            };
            resolve_font(option)
        };
        (0..state.ticks.len()).map(font).collect()
    }
}
