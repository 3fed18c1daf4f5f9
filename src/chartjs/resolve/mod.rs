//! A configuration and the defaults of Chart.js → resolved options, axes and data.

pub(super) mod annotation_options;
pub(super) mod axis_direction;
pub(super) mod axis_set;
pub(super) mod config;
pub(super) mod data_points;
pub(super) mod dataset_order;
pub(super) mod datasets;
pub(super) mod decimation;
pub(super) mod fills;
mod font_warnings;
pub(super) mod option_values;
pub(super) mod palette;
pub(super) mod scale_id;
pub(super) mod scale_type;
pub(super) mod scales;
pub(super) mod scopes;
pub(super) mod theme_tokens;
pub(super) mod value_reader;
pub(super) mod warnings;
