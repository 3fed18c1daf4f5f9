//! Lines, the areas under them and the markers on them.

use crate::chart::{Line, Marker, Value};
use crate::color::Color;
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Outline, Segment, Shape, through};

use super::Field;

/// The line, area first, markers last; `None` values break it.
pub(super) fn items(line: &Line, values: &[Option<Value>], field: &Field) -> Vec<Item> {
    let pieces = pieces(line, values, field);
    let mut items = Vec::new();
    if let Some(fill) = line.area {
        items.extend(pieces.iter().map(|piece| area(piece, field.y.position(0.0), fill)));
    }
    let path: Vec<_> = pieces.iter().flat_map(|piece| through(piece.iter().copied())).collect();
    if !path.is_empty() {
        let stroke = Some(line.stroke.clone());
        items.push(Item::Shape(Shape { outline: Outline::Path(path), fill: None, stroke }));
    }
    let points: Vec<_> = values.iter().flatten().map(|value| field.point(*value)).collect();
    if let Some(look) = line.marker {
        items.extend(points.iter().flat_map(|point| marker(*point, look, line.stroke.color)));
    }
    if let (Some(look), Some(last)) = (line.end_marker, points.last()) {
        items.extend(marker(*last, look, line.stroke.color));
    }
    items
}

/// The points of each unbroken piece; a stepped line gets a corner before each change.
fn pieces(line: &Line, values: &[Option<Value>], field: &Field) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    for known in values.split(Option::is_none) {
        let mut piece: Vec<Point> = Vec::with_capacity(known.len() * 2);
        for value in known.iter().flatten() {
            let point = field.point(*value);
            if let Some(last) = piece.last().filter(|last| line.stepped && last.y != point.y) {
                piece.push(Point::new(point.x, last.y));
            }
            piece.push(point);
        }
        if !piece.is_empty() {
            pieces.push(thinned(piece));
        }
    }
    pieces
}

/// At most four points for each pixel column, its first, lowest, highest and last: what more there are
/// would not be seen, and a million events make no picture of many megabytes.
fn thinned(piece: Vec<Point>) -> Vec<Point> {
    let columns = piece.last().zip(piece.first()).map_or(0.0, |(last, first)| last.x - first.x);
    if piece.len() as f64 <= columns.max(1.0) * 4.0 {
        return piece;
    }
    let mut thin = Vec::new();
    for column in piece.chunk_by(|a, b| a.x.floor() == b.x.floor()) {
        let by_height = |a: &(usize, &Point), b: &(usize, &Point)| a.1.y.total_cmp(&b.1.y);
        let points = || column.iter().enumerate();
        let ends = [points().next(), points().next_back()];
        let reach = [points().min_by(by_height), points().max_by(by_height)];
        let mut kept: Vec<_> = ends.into_iter().chain(reach).flatten().map(|(index, _)| index).collect();
        kept.sort_unstable();
        kept.dedup();
        thin.extend(kept.into_iter().filter_map(|index| column.get(index)));
    }
    thin
}

fn area(piece: &[Point], zero: f64, fill: Color) -> Item {
    let ends = piece.first().zip(piece.last());
    let floor = ends.map(|(first, last)| [Point::new(last.x, zero), Point::new(first.x, zero)]);
    let mut path = through(piece.iter().copied().chain(floor.into_iter().flatten()));
    path.push(Segment::Close);
    Item::Shape(Shape { outline: Outline::Path(path), fill: Some(fill), stroke: None })
}

fn marker(at: Point, look: Marker, color: Color) -> Vec<Item> {
    match look {
        Marker::Disc(radius, ring) => {
            vec![Shape::circle(at, radius * 1.35, ring), Shape::circle(at, radius, color)]
        }
        Marker::Square(half) => {
            let rect = Rect { x: at.x - half, y: at.y - half, width: half * 2.0, height: half * 2.0 };
            vec![Shape::rect(rect, color)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_thinned_line_keeps_its_ends_and_its_reach(ys in prop::collection::vec(0.0..900.0f64, 1..3000)) {
            let count = ys.len() as f64;
            let piece: Vec<_> =
                ys.iter().enumerate().map(|(i, y)| Point::new(i as f64 / count * 50.0, *y)).collect();
            let thin = thinned(piece.clone());
            prop_assert!(thin.len() <= piece.len().clamp(4, 4 * 51), "{}", thin.len());
            prop_assert_eq!(thin.first(), piece.first());
            prop_assert_eq!(thin.last(), piece.last());
            let reach = |points: &[Point]| points.iter().fold((f64::MAX, f64::MIN), |(low, high), p| {
                (low.min(p.y), high.max(p.y))
            });
            prop_assert_eq!(reach(&thin), reach(&piece));
            prop_assert!(thin.windows(2).all(|pair| pair[0].x <= pair[1].x));
        }
    }
}
