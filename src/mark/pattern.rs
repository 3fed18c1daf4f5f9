//! Rectangles with outline and hatching instead of a fill.

use crate::chart::FillPattern;
use crate::geometry::{Point, Rect};
use crate::scene::{Geometry, Item, PathCommand, Shape, Stroke};

/// Distance between hatch lines, in multiples of their width.
const HATCH_SPACING: f64 = 3.5;

/// Draws a rectangle that is hollow or hatched.
pub(crate) fn draw_patterned_rect(rect: Rect, pattern: FillPattern) -> Vec<Item> {
    // A thin bar stays hollow, because a filled one would look like another type of bar.
    let width = pattern.line_width.min(rect.height / 3.0).min(rect.width / 3.0);
    let stroke = Stroke::solid(pattern.color, width);
    let inset = width / 2.0;
    let edge = Rect::from_edges(rect.x + inset, rect.y + inset, rect.right() - inset, rect.bottom() - inset);
    let outline = Shape { geometry: Geometry::Rect(edge, 0.0), fill: None, stroke: Some(stroke.clone()) };
    let mut items = vec![Item::Shape(outline)];
    if pattern.hatched {
        let lines = hatch_lines(edge, pattern.line_width * HATCH_SPACING);
        items.push(Item::Shape(Shape { geometry: Geometry::Path(lines), fill: None, stroke: Some(stroke) }));
    }
    items
}

/// Returns lines rising at 45° across a rectangle, ending at its edges.
fn hatch_lines(rect: Rect, spacing: f64) -> Vec<PathCommand> {
    let mut path = Vec::new();
    let mut along = spacing;
    // A line starts `along` pixels from the top left corner: down the left edge, then along the bottom edge.
    while along < rect.width + rect.height && spacing > 0.0 {
        let start = Point::new(rect.x + (along - rect.height).max(0.0), rect.y + along.min(rect.height));
        let end = Point::new(rect.x + along.min(rect.width), rect.y + (along - rect.width).max(0.0));
        path.extend([PathCommand::MoveTo(start), PathCommand::LineTo(end)]);
        along += spacing;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatch_lines_stay_inside_the_rectangle() {
        let rect = Rect { x: 10.0, y: 20.0, width: 30.0, height: 12.0 };
        let lines = hatch_lines(rect, 5.0);
        assert!(lines.len() >= 10);
        for segment in lines {
            let (PathCommand::MoveTo(p) | PathCommand::LineTo(p)) = segment else { panic!("no closing") };
            assert!(p.x >= 10.0 && p.x <= 40.0 && p.y >= 20.0 && p.y <= 32.0, "{p:?}");
        }
    }
}
