//! A cartesian axis during the layout.

use crate::chart::{Axis, AxisDisplay, AxisId, AxisStep, Font, IdList, Scale};
use crate::geometry::Sides;
use crate::layout::boxes::{AvailableSpace, Edges, RequiredSpace};
use crate::layout::context::LayoutContext;
use crate::scale::time::TimeUnit;
use crate::scale::{DataRange, Normalizer, PixelRange, ResolvedAxis, Tick};

use super::axis_data::{sorted_instants, uses_axis};
use super::label_sizes::{LabelSizes, MAX_MEASURED_LABELS};

/// The cartesian axes of a chart during the layout.
pub(in crate::layout) type AxisBoxes<'a> = IdList<AxisId, AxisBox<'a>>;

/// A cartesian axis during the layout.
pub(in crate::layout) struct AxisBox<'a> {
    pub(in crate::layout) axis: &'a Axis,
    /// `None` for the part of a radial axis that it has in common with cartesian axes.
    pub(super) id: Option<AxisId>,
    pub(super) visible: bool,
    pub(in crate::layout) edges: Edges,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) max_width: f64,
    pub(super) max_height: f64,
    pub(super) max_length: f64,
    pub(super) margins: Sides,
    pub(super) padding: Sides,
    /// Height of the caption, in pixels.
    pub(super) caption_space: f64,
    /// In data units; building the ticks may extend it.
    pub(in crate::layout) min: f64,
    /// In data units; building the ticks may extend it.
    pub(in crate::layout) max: f64,
    /// The data range with its grace.
    pub(super) range_with_grace: Option<DataRange>,
    pub(in crate::layout) ticks: Vec<Tick>,
    pub(super) label_sizes: LabelSizes,
    /// Fonts of the labels that code chooses.
    pub(super) code_fonts: Option<Vec<Font>>,
    /// Rotation of the labels, in degrees.
    pub(super) rotation: f64,
    pub(super) pixels: PixelRange,
    /// Device pixels per pixel if values are aligned to whole device pixels.
    pub(super) device_pixel_ratio: Option<f64>,
    pub(super) length: f64,
    pub(super) normalizer: Normalizer,
    /// Unit of the ticks of a time axis.
    pub(super) unit: Option<TimeUnit>,
    pub(super) major_unit: Option<TimeUnit>,
    /// Sorted data values of a time axis.
    pub(super) times: Vec<f64>,
}

impl<'a> AxisBox<'a> {
    pub(in crate::layout) fn new(axis: &'a Axis, id: Option<AxisId>, context: &LayoutContext) -> Self {
        let used = context.chart.datasets.iter().any(|set| set.visible && uses_axis(set, id));
        let times = match axis.scale {
            Scale::Time(_) => sorted_instants(id, context),
            _ => Vec::new(),
        };
        Self {
            axis,
            id,
            visible: match axis.display {
                AxisDisplay::Shown => true,
                AxisDisplay::Hidden => false,
                AxisDisplay::Auto => used,
            },
            edges: Edges::default(),
            width: 0.0,
            height: 0.0,
            max_width: 0.0,
            max_height: 0.0,
            max_length: 0.0,
            margins: Sides::default(),
            padding: Sides::default(),
            caption_space: 0.0,
            min: 0.0,
            max: 1.0,
            range_with_grace: None,
            ticks: Vec::new(),
            label_sizes: LabelSizes::default(),
            code_fonts: None,
            rotation: 0.0,
            pixels: PixelRange::default(),
            device_pixel_ratio: axis.align_to_pixels.then_some(context.chart.pixel_ratio),
            length: 0.0,
            normalizer: Normalizer::default(),
            unit: None,
            major_unit: None,
            times,
        }
    }

    /// Computes the required space within the available space.
    pub(in crate::layout) fn fit_to(
        &mut self,
        available: AvailableSpace,
        context: &LayoutContext,
    ) -> RequiredSpace {
        (self.max_width, self.max_height, self.margins) =
            (available.width, available.height, available.margins);
        if self.axis.horizontal {
            (self.width, self.edges.left, self.edges.right) = (available.width, 0.0, available.width);
            self.max_length = available.width + available.margins.horizontal_total();
        } else {
            (self.height, self.edges.top, self.edges.bottom) = (available.height, 0.0, available.height);
            self.max_length = available.height + available.margins.vertical_total();
        }
        self.padding = Sides::default();
        if self.explicit_ticks().is_some() {
            return self.fit_explicit_ticks(context);
        }
        self.run_step(AxisStep::BeforeUpdate);
        self.run_step(AxisStep::BeforeSetDimensions);
        self.run_step(AxisStep::AfterSetDimensions);
        if self.range_with_grace.is_none() {
            self.run_step(AxisStep::BeforeDataLimits);
            self.determine_range(context);
            self.run_step(AxisStep::AfterDataLimits);
            self.range_with_grace = Some(self.graced_range());
        }
        self.run_step(AxisStep::BeforeBuildTicks);
        self.ticks = self.build_ticks(context);
        self.run_step(AxisStep::AfterBuildTicks);
        self.run_step(AxisStep::BeforeTickToLabelConversion);
        self.label_ticks();
        self.run_step(AxisStep::AfterTickToLabelConversion);
        self.choose_fonts_by_code();
        self.label_sizes = self.measure_labels(context);
        self.update_pixels();
        self.run_step(AxisStep::BeforeCalculateLabelRotation);
        self.rotation = self.label_rotation(context);
        self.run_step(AxisStep::AfterCalculateLabelRotation);
        if self.axis.tick_labels.display && self.can_skip_ticks() {
            let before = self.ticks.len();
            self.skip_ticks();
            if before > MAX_MEASURED_LABELS {
                self.label_ticks();
            }
            self.choose_fonts_by_code();
            self.label_sizes = self.measure_labels(context);
        } else if self.ticks.len() > MAX_MEASURED_LABELS {
            self.cap_tick_count();
            self.label_ticks();
        }
        self.run_step(AxisStep::BeforeFit);
        let space = self.fit_size(context);
        self.space_after_code(space)
    }

    /// Maps the scale onto the pixels of the box.
    pub(in crate::layout) fn update_pixels(&mut self) {
        let (start, end, mut reversed) = if self.axis.horizontal {
            (self.edges.left, self.edges.right, self.axis.reverse)
        } else {
            (self.edges.top, self.edges.bottom, !self.axis.reverse)
        };
        if matches!(self.axis.scale, Scale::Category { .. }) && !self.axis.horizontal {
            reversed = !reversed;
        }
        self.length = end - start;
        let (low, high) = self.value_insets(self.length);
        let first = if reversed { high } else { low };
        self.pixels = PixelRange {
            start: start + first,
            length: self.length - low - high,
            reversed,
            device_pixel_ratio: self.device_pixel_ratio,
        };
        self.update_normalizer();
    }

    /// Sets the final rectangle.
    pub(in crate::layout) fn set_edges(&mut self, edges: Edges) {
        self.edges = edges;
        (self.width, self.height) = (edges.width(), edges.height());
        self.update_pixels();
    }

    pub(in crate::layout) fn is_visible(&self) -> bool {
        self.visible
    }

    /// Returns the pixel of a value along the axis.
    pub(in crate::layout) fn pixel_for_value(&self, value: f64) -> f64 {
        self.pixels.pixel_at(self.normalizer.fraction_of(value))
    }

    /// Returns the pixel of a tick along the axis.
    pub(super) fn pixel_for_tick(&self, index: usize) -> f64 {
        self.ticks.get(index).map_or(0.0, |tick| self.pixel_for_value(tick.value))
    }

    /// Returns the part of the axis that the dataset marks need.
    pub(in crate::layout) fn resolved_axis(&self) -> ResolvedAxis {
        let grid = &self.axis.grid;
        let shown = self.visible && grid.display;
        let width = |index: usize| if shown { grid.lines.get(index).1 } else { 0.0 };
        ResolvedAxis {
            normalizer: self.normalizer.clone(),
            pixel_range: self.pixels,
            horizontal: self.axis.horizontal,
            min: self.min,
            max: self.max,
            explicit_ends: (self.axis.limits.min, self.axis.limits.max),
            edges: [self.edges.left, self.edges.top, self.edges.right, self.edges.bottom],
            base_is_bottom: matches!(self.axis.scale, Scale::Category { .. }),
            grid_lines: self
                .ticks
                .iter()
                .enumerate()
                .map(|(index, tick)| (tick.value, width(index)))
                .collect(),
        }
    }
}
