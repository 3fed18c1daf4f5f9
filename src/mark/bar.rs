//! Bars from zero, stacked away from it on both sides.

use std::collections::BTreeMap;

use crate::chart::{Bar, BarFill, Value};
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Outline, Segment, Shape, Stroke};

use super::Field;

/// Distance between hatch lines, in widths of such a line.
const HATCH_SPACING: f64 = 3.5;
/// Least height of a bar that is not nothing, in pixels.
const MIN_LENGTH: f64 = 2.5;

/// How far the bars at each place reach already, in data units: upwards and downwards.
#[derive(Default)]
pub(crate) struct Stack(BTreeMap<u64, (f64, f64)>);

impl Stack {
    /// Puts a bar on the stack at `x`; where it begins and ends.
    fn put(&mut self, x: f64, y: f64) -> (f64, f64) {
        let (up, down) = self.0.entry(x.to_bits()).or_default();
        let reach = if y >= 0.0 { up } else { down };
        let from = *reach;
        *reach += y;
        (from, *reach)
    }
}

/// The bars of one dataset.
pub(super) fn items(bar: &Bar, values: &[Option<Value>], field: &Field, stack: &mut Stack) -> Vec<Item> {
    let width = field.x.length(bar.width).min(bar.max_width);
    let mut items = Vec::new();
    for value in values.iter().flatten().filter(|value| value.y != 0.0) {
        let (from, to) = stack.put(value.x, value.y);
        let (near, mut far) = (field.y.position(from), field.y.position(to));
        if (far - near).abs() < MIN_LENGTH {
            far = near + if value.y > 0.0 { -MIN_LENGTH } else { MIN_LENGTH };
        }
        let left = field.x.position(value.x) - width / 2.0;
        items.extend(shape(Rect::from_edges(left, near.min(far), left + width, near.max(far)), bar));
    }
    items
}

/// One bar, filled as its look says.
pub(crate) fn shape(rect: Rect, bar: &Bar) -> Vec<Item> {
    if bar.fill == BarFill::Solid {
        return vec![Shape::rect(rect, bar.color)];
    }
    // A thin bar keeps its hollow: filled it would be another kind.
    let stroke = Stroke::solid(bar.color, bar.line_width.min(rect.height / 3.0).min(rect.width / 3.0));
    let inset = stroke.width / 2.0;
    let edge = Rect::from_edges(rect.x + inset, rect.y + inset, rect.right() - inset, rect.bottom() - inset);
    let outline = Shape { outline: Outline::Rect(edge, 0.0), fill: None, stroke: Some(stroke.clone()) };
    let mut items = vec![Item::Shape(outline)];
    if bar.fill == BarFill::Hatched {
        let lines = hatch(edge, bar.line_width * HATCH_SPACING);
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
    fn bars_stack_away_from_zero_on_both_sides() {
        let mut stack = Stack::default();
        assert_eq!(stack.put(0.5, 3.0), (0.0, 3.0));
        assert_eq!(stack.put(0.5, 2.0), (3.0, 5.0));
        assert_eq!(stack.put(0.5, -4.0), (0.0, -4.0));
        assert_eq!(stack.put(1.5, 1.0), (0.0, 1.0));
    }

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
