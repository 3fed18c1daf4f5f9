//! The ticks of a radial axis.

use crate::chart::{AxisStep, Scale};
use crate::geometry::Size;
use crate::layout::boxes::Edges;
use crate::layout::context::LayoutContext;
use crate::limits::MAX_TICKS;
use crate::scale::{DataRange, Tick, linear_ticks};

use super::axis_box::AxisBox;
use super::axis_range::{linear_range, with_grace};
use super::ticks::DEFAULT_TICK_COUNT;

/// The space of a radial axis.
pub(in crate::layout) struct RadialSpace {
    pub(in crate::layout) plot: Edges,
    /// Size of the plot without its padding.
    pub(in crate::layout) size: Size,
    /// Greatest number of ticks if no step size is configured.
    pub(in crate::layout) max_ticks: f64,
}

impl AxisBox<'_> {
    /// Computes the ticks of a radial axis whose data lies in `data`.
    pub(in crate::layout) fn fit_radial(
        &mut self,
        space: &RadialSpace,
        data: DataRange,
        context: &LayoutContext,
    ) {
        let (axis, size) = (self.axis, space.size);
        let begin_at_zero = matches!(axis.scale, Scale::Linear { begin_at_zero: true, .. });
        self.run_step(AxisStep::BeforeUpdate);
        self.run_step(AxisStep::BeforeSetDimensions);
        (self.edges, self.width, self.height) = (space.plot, size.width, size.height);
        self.run_step(AxisStep::AfterSetDimensions);
        self.max_length = size.height;
        self.run_step(AxisStep::BeforeDataLimits);
        self.set_range(linear_range(axis, begin_at_zero, data, 0.0));
        self.run_step(AxisStep::AfterDataLimits);
        self.range_with_grace = Some(with_grace(self.current_range(), axis.grace, begin_at_zero));
        self.run_step(AxisStep::BeforeBuildTicks);
        let has_step = matches!(axis.scale, Scale::Linear { step_size: Some(_), .. });
        let limit = if has_step {
            self.max_tick_count()
        } else {
            space.max_ticks.min(axis.tick_labels.max_ticks_limit.map_or(DEFAULT_TICK_COUNT, |c| c as f64))
        };
        let mut ticks: Vec<_> =
            linear_ticks(&self.linear_tick_options(limit), MAX_TICKS).into_iter().map(Tick::new).collect();
        self.extend_to_ticks(&ticks);
        if axis.reverse {
            ticks.reverse();
        }
        self.ticks = ticks;
        self.run_step(AxisStep::AfterBuildTicks);
        self.run_step(AxisStep::BeforeTickToLabelConversion);
        self.label_ticks();
        self.run_step(AxisStep::AfterTickToLabelConversion);
        self.choose_fonts_by_code();
        self.label_sizes = self.measure_labels(context);
        self.update_pixels();
        self.run_step(AxisStep::BeforeCalculateLabelRotation);
        self.rotation = axis.tick_labels.min_rotation;
        self.run_step(AxisStep::AfterCalculateLabelRotation);
        if axis.tick_labels.display && axis.tick_labels.auto_skip {
            self.skip_ticks();
            self.choose_fonts_by_code();
        }
        self.run_step(AxisStep::BeforeFit);
    }

    /// Runs the code that follows the placement of the labels around a radial axis.
    pub(in crate::layout) fn finish_radial_fit(&mut self) {
        self.run_step(AxisStep::AfterFit);
        self.run_step(AxisStep::AfterUpdate);
    }
}
