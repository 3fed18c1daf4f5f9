//! Marks: data and coordinates in, scene items out.

mod slice;
mod bar;
mod segment_range;
mod polyline;
mod bounding_box;
mod clip;
mod column_thinning;
mod line_node;
mod area;
mod pattern;
mod path_builder;
mod spline;
mod stacked_values;
mod symbol;
mod cull;

pub(crate) use slice::{Slice, normalize_angle, draw_slice};
pub(crate) use bar::{Bar, add_rounded_rect};
pub(crate) use segment_range::{Coordinate, is_angle_between, interpolate_point};
pub(crate) use line_node::{LineNode, PolylineOptions};
pub(crate) use polyline::{PathJoin, Polyline};
pub(crate) use clip::clip_if_needed;
pub(crate) use area::{Area, AreaBoundary};
pub(crate) use pattern::draw_patterned_rect;
pub(crate) use path_builder::{CircleArc, PathBuilder, rect_path};
pub(crate) use stacked_values::{OutermostDatasets, StackedValues, visible_datasets};
pub(crate) use symbol::{symbol_item, wide_symbol_item};
pub(crate) use cull::cull_offscreen;
