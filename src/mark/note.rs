//! Bands and rules across the plot.

use crate::chart::{Band, Rule};
use crate::geometry::{Point, Rect};
use crate::scale::Linear;
use crate::scene::{Item, Shape};

/// A shaded stretch over the full height of `plot`.
pub(crate) fn band(band: &Band, x: &Linear, plot: Rect) -> Item {
    let (from, to) = (x.position(band.from), x.position(band.to));
    Shape::rect(Rect::from_edges(from.max(plot.x), plot.y, to.min(plot.right()), plot.bottom()), band.color)
}

/// A line over the full height of `plot`.
pub(crate) fn rule(rule: &Rule, x: &Linear, plot: Rect) -> Item {
    let at = x.position(rule.at);
    Shape::line([Point::new(at, plot.y), Point::new(at, plot.bottom())], rule.stroke.clone())
}
