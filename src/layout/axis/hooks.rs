//! Code of a configuration in the layout of an axis.

use crate::chart::{AxisState, AxisStep};
use crate::layout::boxes::RequiredSpace;

use super::axis_box::AxisBox;

impl AxisBox<'_> {
    /// Returns the state of the axis as code of a configuration sees it.
    pub(in crate::layout) fn state(&self) -> AxisState {
        AxisState {
            min: self.min,
            max: self.max,
            width: self.width,
            height: self.height,
            edges: [self.edges.left, self.edges.top, self.edges.right, self.edges.bottom],
            padding: self.padding,
            rotation: self.rotation,
            ticks: self.ticks.clone(),
            normalizer: self.normalizer.clone(),
            pixel_range: self.pixels,
        }
    }

    /// Runs the code of a step, which may change the limits, the ticks, the size and the padding.
    pub(super) fn run_step(&mut self, step: AxisStep) {
        let Some(hooks) = self.axis.hooks.as_ref().filter(|hooks| hooks.has_step(step)) else { return };
        let state = hooks.run_step(step, self.state());
        self.min = state.min;
        self.max = state.max;
        self.width = state.width;
        self.height = state.height;
        self.padding = state.padding;
        self.rotation = state.rotation;
        self.ticks = state.ticks;
    }

    /// Replaces the labels of the ticks by those that code makes, and removes ticks without one.
    pub(super) fn format_labels_by_code(&mut self) {
        let Some(hooks) = &self.axis.hooks else { return };
        let Some(labels) = hooks.format_labels(&self.state()) else { return };
        let ticks = std::mem::take(&mut self.ticks);
        self.ticks = ticks
            .into_iter()
            .zip(labels)
            .filter_map(|(mut tick, label)| {
                tick.label = label?;
                Some(tick)
            })
            .collect();
    }

    /// Chooses the fonts of the labels by code, for the present ticks.
    pub(super) fn choose_fonts_by_code(&mut self) {
        self.code_fonts = self.axis.hooks.as_ref().and_then(|hooks| hooks.tick_fonts(&self.state()));
    }

    /// Returns the space that the axis requires after the code of the last steps.
    pub(super) fn space_after_code(&mut self, space: RequiredSpace) -> RequiredSpace {
        let is_changed = |step: AxisStep| self.axis.hooks.as_ref().is_some_and(|hooks| hooks.has_step(step));
        if !is_changed(AxisStep::AfterFit) && !is_changed(AxisStep::AfterUpdate) {
            return space;
        }
        self.run_step(AxisStep::AfterFit);
        self.run_step(AxisStep::AfterUpdate);
        RequiredSpace { width: self.width, height: self.height, padding: self.padding }
    }
}
