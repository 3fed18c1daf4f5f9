//! The layout options of a box, and the space that is offered to it and that it takes.

use crate::chart::LayoutPosition;
use crate::geometry::Sides;

/// The layout options of a box.
#[derive(Clone, Debug)]
pub(in crate::layout) struct BoxOptions {
    pub(in crate::layout) position: LayoutPosition,
    /// True if the box spans the width and reduces the height of the plot.
    pub(in crate::layout) horizontal: bool,
    /// True if the box is as long as the picture instead of the plot.
    pub(in crate::layout) full_size: bool,
    /// Boxes with a higher weight are placed further outside.
    pub(in crate::layout) weight: f64,
    /// Boxes with the same stack name on one side share its length.
    pub(in crate::layout) stack: Option<String>,
    pub(in crate::layout) stack_weight: f64,
    /// True if the box takes part in dividing the width.
    pub(in crate::layout) shown: bool,
}

/// The space that a box may take.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct AvailableSpace {
    pub(in crate::layout) width: f64,
    pub(in crate::layout) height: f64,
    /// Space that other boxes take at its ends.
    pub(in crate::layout) margins: Sides,
}

/// The space that a box takes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::layout) struct RequiredSpace {
    pub(in crate::layout) width: f64,
    pub(in crate::layout) height: f64,
    /// Overhang at the ends of the box, in pixels.
    pub(in crate::layout) padding: Sides,
}
