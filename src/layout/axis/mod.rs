//! A cartesian axis: its ticks, their labels and the space it requires.

mod axis_box;
mod axis_data;
mod axis_range;
mod explicit_ticks;
mod fit;
mod grid;
mod hooks;
mod label_measure;
mod label_sizes;
mod label_thinning;
mod labels;
mod panel;
mod radial_fit;
mod ticks;
mod time_ticks;

pub(super) use axis_box::{AxisBox, AxisBoxes};
pub(super) use radial_fit::RadialSpace;
