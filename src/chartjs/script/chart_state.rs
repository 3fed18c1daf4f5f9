//! The state of the chart that functions see: its parsed values, its axes, and the places of its parts.

use serde::Serialize;
use serde_json::json;

use crate::chart::{AxisState, PlacedChart};

use super::axis_ids::AxisIds;
use super::axis_state::{AxisNames, annotation_json, axis_json, mark_json, radial_axis_json, rect_json};
use super::parsed_values::ParsedValues;
use super::session::ScriptSession;
use super::target::OptionTarget;

/// The argument of `setParsed` in `element.js`.
#[derive(Serialize)]
struct ParsedDataset<'a> {
    dataset: usize,
    parsed: &'a ParsedValues,
}

impl ScriptSession {
    /// Tells the functions the parsed values of a dataset.
    pub(crate) fn set_parsed(&self, dataset: usize, parsed: &ParsedValues) {
        self.set_count(OptionTarget::Data(dataset), parsed.value_count());
        self.set_count(OptionTarget::Segment(dataset), parsed.value_count());
        self.call("setParsed", &ParsedDataset { dataset, parsed });
    }

    /// Tells the functions the axes of the chart, in the order of its lists.
    pub(crate) fn set_axes(&self, cartesian: Vec<AxisNames>, radial: Vec<AxisNames>) {
        for axis in &radial {
            self.set_count(OptionTarget::PointLabel(&axis.id), axis.label_count);
        }
        let all: Vec<&AxisNames> = cartesian.iter().chain(&radial).collect();
        self.call("setScales", &all);
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
}
