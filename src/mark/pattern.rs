//! Rectangles told apart by outline and hatching.

use crate::chart::Pattern;
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Outline, Segment, Shape, Stroke};

/// Distance between hatch lines, in widths of such a line.
const HATCH_SPACING: f64 = 3.5;

/// A rectangle, hollow or hatched.
pub(crate) fn patterned(rect: Rect, pattern: Pattern) -> Vec<Item> {
    // A thin bar keeps its hollow: filled it would be another kind.
    let width = pattern.line_width.min(rect.height / 3.0).min(rect.width / 3.0);
    let stroke = Stroke::solid(pattern.color, width);
    let inset = width / 2.0;
    let edge = Rect::from_edges(rect.x + inset, rect.y + inset, rect.right() - inset, rect.bottom() - inset);
    let outline = Shape { outline: Outline::Rect(edge, 0.0), fill: None, stroke: Some(stroke.clone()) };
    let mut items = vec![Item::Shape(outline)];
    if pattern.hatched {
        let lines = hatch(edge, pattern.line_width * HATCH_SPACING);
        items.push(Item::Shape(Shape { outline: Outline::Path(lines), fill: None, stroke: Some(stroke) }));
    }
    items
}

/// Rising lines at 45° across a rectangle, cut at its edges.
fn hatch(rect: Rect, spacing: f64) -> Vec<Segment> {
    let mut path = Vec::new();
    let mut along = spacing;
    // A line starts `along` pixels around the corner at the top left: down the left edge, then along the bottom.
    while along < rect.width + rect.height && spacing > 0.0 {
        let start = Point::new(rect.x + (along - rect.height).max(0.0), rect.y + along.min(rect.height));
        let end = Point::new(rect.x + along.min(rect.width), rect.y + (along - rect.width).max(0.0));
        path.extend([Segment::Move(start), Segment::Line(end)]);
        along += spacing;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatch_lines_stay_inside() {
        let rect = Rect { x: 10.0, y: 20.0, width: 30.0, height: 12.0 };
        let lines = hatch(rect, 5.0);
        assert!(lines.len() >= 10);
        for segment in lines {
            let (Segment::Move(p) | Segment::Line(p)) = segment else { panic!("no closing") };
            assert!(p.x >= 10.0 && p.x <= 40.0 && p.y >= 20.0 && p.y <= 32.0, "{p:?}");
        }
    }
}
