//! Resolved options → the parts of a [`Chart`](crate::chart::Chart).

pub(super) mod alt_text;
pub(super) mod annotation_label;
pub(super) mod annotations;
pub(super) mod axes;
pub(super) mod axis_scale;
pub(super) mod chart;
pub(super) mod data_labels;
pub(super) mod dataset;
pub(super) mod gauge;
pub(super) mod legend;
pub(super) mod legend_functions;
mod legend_style;
pub(super) mod marks;
pub(super) mod radial_axis;
pub(super) mod title;
