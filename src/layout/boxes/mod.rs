//! The rectangles of the boxes on the four sides of a plot (Chart.js 4.6.1, `layouts`).
//!
//! ```text
//! |------------------------------------------------|
//! |                  full size (title)             |
//! |------------------------------------------------|
//! | left | left |            top            | right|
//! |      |      |---------------------------|      |
//! |      |      |                           |      |
//! |      |      |          the plot         |      |
//! |      |      |                           |      |
//! |      |      |---------------------------|      |
//! |      |      |           bottom          |      |
//! |------------------------------------------------|
//! ```
//!
//! Each box returns the space that it requires of the space that is left: first the boxes of full size, then
//! the vertical ones, then the horizontal ones, and the vertical ones again if the height has changed. This
//! needs no constraint solver.

mod box_options;
mod box_order;
mod edges;
mod fitting;

pub(super) use box_options::{AvailableSpace, BoxOptions, RequiredSpace};
pub(super) use edges::Edges;
pub(super) use fitting::{FitPasses, FitSpace, fit_boxes};
