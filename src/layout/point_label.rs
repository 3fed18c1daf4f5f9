//! A label around a radial axis.

use crate::geometry::Point;

use super::boxes::Edges;
use super::text::TextAnchor;

/// A label around a radial axis, at its position.
#[derive(Clone, Copy, Debug)]
pub(super) struct PointLabel {
    pub(super) visible: bool,
    pub(super) position: Point,
    pub(super) anchor: TextAnchor,
    pub(super) edges: Edges,
}
