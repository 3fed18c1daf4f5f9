//! Marks: data and coordinates in, scene items out.

mod area;
mod bar;
mod bounding_box;
mod clip;
mod column_thinning;
mod cull;
mod drawing;
mod line_node;
mod path_builder;
mod pattern;
mod polyline;
mod segment_range;
mod shadow;
mod slice;
mod slice_outline;
mod spline;
mod stacked_values;
mod styled_segments;
mod symbol;
#[cfg(test)]
mod test_items;

pub(crate) use area::{Area, AreaBoundary};
pub(crate) use bar::{Bar, add_rounded_rect};
pub(crate) use clip::clip_if_needed;
pub(crate) use cull::cull_offscreen;
pub(crate) use drawing::drawing_in_rect;
pub(crate) use line_node::{LineNode, PolylineOptions};
pub(crate) use path_builder::{CircleArc, PathBuilder, rect_path};
pub(crate) use pattern::draw_patterned_rect;
pub(crate) use polyline::{LineSegment, PathJoin, Polyline};
pub(crate) use segment_range::{Coordinate, interpolate_point, is_angle_between};
pub(crate) use shadow::{blur_items, cull_offscreen_shadows, shade_items, shade_shape};
pub(crate) use slice::{Slice, draw_slice, normalize_angle};
pub(crate) use stacked_values::{OutermostDatasets, StackedValues, visible_front_to_back};
pub(crate) use symbol::{symbol_item, wide_symbol_item};
