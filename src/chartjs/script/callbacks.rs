//! Functions of a configuration that are no options: they make texts of values and labels, and items of the legend.

use serde_json::json;

use crate::chart::AxisState;
use crate::chartjs::parse::value::{FunctionId, Object, Value};

use super::axis_state::axis_json;
use super::session::ScriptSession;
use super::target::OptionTarget;

/// The functions that make, choose and order the items of the legend.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LegendFunctions {
    pub(crate) generate: Option<FunctionId>,
    pub(crate) filter: Option<FunctionId>,
    pub(crate) sort: Option<FunctionId>,
}

impl ScriptSession {
    /// The texts that a formatter makes of the values of a dataset, for the indices whose calls are not left out; `None`
    /// for `undefined`.
    pub(crate) fn format_values(&self, id: FunctionId, target: OptionTarget) -> Vec<Option<Value>> {
        let count = self.call_count(target);
        let skipped = self.skipped.borrow().get(&target.key()).cloned().unwrap_or_default();
        let argument = json!({ "id": id.0, "target": target.to_json(), "count": count, "skipped": skipped });
        match self.call_counted(id, count, "formatValues", &argument) {
            Some(Value::List(texts)) => texts.into_iter().map(|text| self.decode(text)).collect(),
            _ => vec![Some(Value::Null); count],
        }
    }

    /// The results of a function for the ticks of an axis while it is laid out; `None` for `undefined`.
    pub(super) fn evaluate_ticks(&self, id: FunctionId, axis: &str, state: &AxisState) -> Vec<Option<Value>> {
        let argument = json!({ "id": id.0, "state": axis_json(axis, state) });
        match self.call_counted(id, state.ticks.len(), "evaluateTicks", &argument) {
            Some(Value::List(results)) => results.into_iter().map(|result| self.decode(result)).collect(),
            _ => Vec::new(),
        }
    }

    /// The labels around a radial axis that a callback makes of those of the data.
    pub(crate) fn format_point_labels(&self, id: FunctionId, axis: &str, labels: &[Value]) -> Vec<Value> {
        let argument = json!({ "id": id.0, "axis": axis, "labels": labels });
        match self.call_counted(id, labels.len(), "formatPointLabels", &argument) {
            Some(Value::List(labels)) => {
                labels.into_iter().map(|label| self.decode(label).unwrap_or_default()).collect()
            }
            _ => labels.to_vec(),
        }
    }

    /// The items of the legend as the functions of its options leave them.
    pub(crate) fn change_legend_items(&self, functions: &LegendFunctions, items: Vec<Object>) -> Vec<Object> {
        let number = |id: Option<FunctionId>| id.map(|id| id.0);
        let argument = json!({
            "generate": number(functions.generate),
            "filter": number(functions.filter),
            "sort": number(functions.sort),
            "items": items.iter().cloned().map(Value::Object).collect::<Vec<_>>(),
        });
        let first = functions.generate.or(functions.filter).or(functions.sort);
        match first.and_then(|id| self.call_counted(id, items.len(), "changeLegendItems", &argument)) {
            Some(Value::List(changed)) => {
                let decoded = changed.into_iter().filter_map(|item| self.decode(item));
                decoded.filter_map(|item| item.as_object().cloned()).collect()
            }
            _ => items,
        }
    }
}
