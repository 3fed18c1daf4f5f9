//! The datasets of a legend in their order, and the styles of its items.

use crate::chart::{DatasetId, IdList};
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::datasets::ResolvedDataset;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::OptionTarget;

/// The datasets in the order in which they are drawn.
pub(super) fn sorted_datasets<'a, 'b>(
    datasets: &'b IdList<DatasetId, ResolvedDataset<'a>>,
) -> Vec<&'b ResolvedDataset<'a>> {
    let mut order: Vec<_> = datasets.iter().collect();
    order.sort_by(|a, b| a.order.total_cmp(&b.order));
    order
}

/// The style of the item of an arc; a label without a value has the style of the first value.
pub(super) fn arc_item_style<'a>(dataset: &ResolvedDataset<'a>, index: usize) -> Scopes<'a> {
    let value_count = dataset.raw.get("data").and_then(Value::as_list).map_or(0, <[Value]>::len);
    dataset.element_options.for_index(if index < value_count { index } else { 0 })
}

/// The number of lines of a text that is a list; `None` for a plain text, 0 for other values.
pub(super) fn text_rows(text: Option<&Value>) -> Option<usize> {
    match text {
        Some(Value::Text(_)) => None,
        Some(Value::List(lines)) => Some(lines.len()),
        _ => Some(0),
    }
}

/// The style of the item of a dataset: that of its line or of its first element. A dataset without values has no element, so
/// that the options are its own, at its position.
pub(super) fn dataset_item_style<'a>(dataset: &ResolvedDataset<'a>, labels: &Scopes) -> Scopes<'a> {
    let is_empty = dataset.raw.get("data").and_then(Value::as_list).is_none_or(<[Value]>::is_empty);
    match &dataset.line_options {
        Some(line) if !labels.flag("usePointStyle") => line.clone(),
        _ if is_empty => {
            let target = OptionTarget::Dataset(dataset.position);
            dataset.element_options.clone().with_target(target).for_index(dataset.position)
        }
        _ => dataset.element_options.for_index(0),
    }
}
