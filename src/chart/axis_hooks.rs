//! Code of a configuration that takes part in the layout of an axis.

use std::fmt::Debug;
use std::rc::Rc;

use crate::geometry::Sides;
use crate::scale::{Normalizer, PixelRange, Tick};

use super::{Font, LabelLines};

/// The state of an axis that the code sees, and may change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AxisState {
    /// In data units.
    pub min: f64,
    /// In data units.
    pub max: f64,
    /// Width and height of the axis box, in pixels.
    pub width: f64,
    pub height: f64,
    /// Left, top, right and bottom of the axis box.
    pub edges: [f64; 4],
    /// Space beyond the ends that labels need, in pixels.
    pub padding: Sides,
    /// Rotation of the labels, in degrees.
    pub rotation: f64,
    pub ticks: Vec<Tick>,
    pub normalizer: Normalizer,
    pub pixel_range: PixelRange,
}

/// A step of the layout of an axis, as Chart.js 4.6.1 names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisStep {
    BeforeUpdate,
    BeforeSetDimensions,
    AfterSetDimensions,
    BeforeDataLimits,
    AfterDataLimits,
    BeforeBuildTicks,
    AfterBuildTicks,
    BeforeTickToLabelConversion,
    AfterTickToLabelConversion,
    BeforeCalculateLabelRotation,
    AfterCalculateLabelRotation,
    BeforeFit,
    AfterFit,
    AfterUpdate,
}

/// Code that takes part in the layout of an axis.
pub trait AxisHooks: Debug {
    /// Returns the label of each tick; a tick without one is removed. `None` if the code makes no labels.
    fn format_labels(&self, state: &AxisState) -> Option<Vec<Option<LabelLines>>>;

    /// Returns the font of each tick's label. `None` if the code chooses no fonts.
    fn tick_fonts(&self, state: &AxisState) -> Option<Vec<Font>>;

    /// Returns true if the code has something to do at a step.
    fn has_step(&self, step: AxisStep) -> bool;

    /// Runs the code of a step and returns the changed state.
    fn run_step(&self, step: AxisStep, state: AxisState) -> AxisState;
}

/// The code of one axis, shared by the copies of a chart.
pub type SharedAxisHooks = Rc<dyn AxisHooks>;
