//! Control points of curves (Chart.js 4.6.1, `splineCurve` and `splineCurveMonotone`).

use crate::chart::Curve;
use crate::geometry::Point;

use super::curve::{Course, Node, Trail};

/// How far outside of the plot a point still counts as inside.
const MARGIN: f64 = 0.5;
/// No place.
const NOWHERE: Point = Point { x: f64::NAN, y: f64::NAN };

/// Gives the nodes of a curved line their control points.
pub(super) fn control_points(trail: &mut Trail, course: Course) {
    let places: Vec<usize> = trail
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| !(course.span_gaps && node.skip))
        .map(|(place, _)| place)
        .collect();
    let mut nodes: Vec<Node> = places.iter().filter_map(|place| trail.nodes.get(*place).copied()).collect();
    match course.curve {
        // Around a centre nothing could be monotone along: Chart.js has no curve then, only its first point.
        Curve::Monotone if course.looped => nodes.iter_mut().for_each(|node| {
            (node.before, node.after) = (NOWHERE, NOWHERE);
        }),
        Curve::Monotone => monotone(&mut nodes, course.vertical),
        Curve::Tension(tension) => {
            cardinal(&mut nodes, tension, if course.span_gaps { course.looped } else { course.full_loop });
        }
        Curve::Straight | Curve::Stepped(_) => return,
    }
    let curved = !(course.looped && course.curve == Curve::Monotone);
    if course.cap && curved {
        cap(&mut nodes, course.area);
    }
    for (place, node) in places.into_iter().zip(nodes) {
        if let Some(to) = trail.nodes.get_mut(place) {
            *to = node;
        }
    }
}

fn cardinal(nodes: &mut [Node], tension: f64, looped: bool) {
    let count = nodes.len();
    let last = count.saturating_sub(1);
    let Some(mut previous) = nodes.get(if looped { last } else { 0 }).copied() else { return };
    for index in 0..count {
        let next = (index + 1).min(count - usize::from(!looped)) % count;
        let (Some(node), Some(next)) = (nodes.get(index).copied(), nodes.get(next).copied()) else {
            continue;
        };
        let from = if previous.skip { node.at } else { previous.at };
        let to = if next.skip { node.at } else { next.at };
        let (before, after) = (distance(node.at, from), distance(to, node.at));
        let share = |part: f64| if before + after == 0.0 { 0.0 } else { tension * part / (before + after) };
        let (a, b) = (share(before), share(after));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        if let Some(node) = nodes.get_mut(index) {
            node.before = Point::new(node.at.x - a * dx, node.at.y - a * dy);
            node.after = Point::new(node.at.x + b * dx, node.at.y + b * dy);
        }
        previous = node;
    }
}

fn distance(a: Point, b: Point) -> f64 {
    libm::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y))
}

/// Along the index axis and across it.
fn parts(at: Point, vertical: bool) -> (f64, f64) {
    if vertical { (at.y, at.x) } else { (at.x, at.y) }
}

fn monotone(nodes: &mut [Node], vertical: bool) {
    let seen = |index: usize| nodes.get(index).filter(|node| !node.skip).map(|node| parts(node.at, vertical));
    let slope = |index: usize| {
        let ((i0, v0), (i1, v1)) = (seen(index)?, seen(index + 1)?);
        Some(if i1 == i0 { 0.0 } else { (v1 - v0) / (i1 - i0) })
    };
    let slopes: Vec<Option<f64>> = (0..nodes.len()).map(slope).collect();
    let at = |index: usize| slopes.get(index).copied().flatten();
    let tangent = |index: usize| match (index.checked_sub(1).and_then(at), at(index)) {
        (None, after) => after.unwrap_or(0.0),
        (Some(before), None) => before,
        (Some(before), Some(after)) if sign(before) != sign(after) => 0.0,
        (Some(before), Some(after)) => (before + after) / 2.0,
    };
    let mut tangents: Vec<f64> = (0..nodes.len()).map(tangent).collect();
    adjust(&slopes, &mut tangents);
    let places: Vec<Option<(f64, f64)>> = (0..nodes.len()).map(seen).collect();
    let place = |index: usize| places.get(index).copied().flatten();
    for (index, (node, tangent)) in nodes.iter_mut().zip(tangents).enumerate() {
        let Some((i, v)) = place(index) else { continue };
        let point = |i: f64, v: f64| if vertical { Point::new(v, i) } else { Point::new(i, v) };
        if let Some((before, _)) = index.checked_sub(1).and_then(place) {
            let third = (i - before) / 3.0;
            node.before = point(i - third, v - third * tangent);
        }
        if let Some((after, _)) = place(index + 1) {
            let third = (after - i) / 3.0;
            node.after = point(i + third, v + third * tangent);
        }
    }
}

/// Flattens tangents that would overshoot (Fritsch and Carlson).
fn adjust(slopes: &[Option<f64>], tangents: &mut [f64]) {
    for (index, slope) in slopes.iter().enumerate() {
        let (Some(slope), Some([from, to])) = (slope, tangents.get_mut(index..index + 2)) else { continue };
        if slope.abs() < f64::EPSILON {
            (*from, *to) = (0.0, 0.0);
            continue;
        }
        let (alpha, beta) = (*from / slope, *to / slope);
        let size = alpha * alpha + beta * beta;
        if size > 9.0 {
            let tau = 3.0 / libm::sqrt(size);
            (*from, *to) = (alpha * tau * slope, beta * tau * slope);
        }
    }
}

fn sign(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

/// Keeps control points inside the plot where both ends of their curve are.
fn cap(nodes: &mut [Node], [left, top, right, bottom]: [f64; 4]) {
    let is_inside = |at: Point| {
        at.x > left - MARGIN && at.x < right + MARGIN && at.y > top - MARGIN && at.y < bottom + MARGIN
    };
    let inside: Vec<bool> = nodes.iter().map(|node| is_inside(node.at)).collect();
    let clamp = |at: Point| Point::new(at.x.min(right).max(left), at.y.min(bottom).max(top));
    let at = |index: Option<usize>| index.and_then(|index| inside.get(index)).is_some_and(|inside| *inside);
    for (index, node) in nodes.iter_mut().enumerate() {
        if !at(Some(index)) {
            continue;
        }
        if at(index.checked_sub(1)) {
            node.before = clamp(node.before);
        }
        if at(Some(index + 1)) {
            node.after = clamp(node.after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(points: &[(f64, f64)]) -> Vec<Node> {
        points.iter().map(|(x, y)| Node { at: Point::new(*x, *y), ..Node::default() }).collect()
    }

    #[test]
    fn a_monotone_curve_does_not_overshoot() {
        let mut nodes = through(&[(0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (30.0, 10.0)]);
        monotone(&mut nodes, false);
        for node in &nodes {
            assert!(
                (0.0..=10.0).contains(&node.before.y) && (0.0..=10.0).contains(&node.after.y),
                "{node:?}"
            );
        }
    }

    #[test]
    fn a_cardinal_spline_is_that_of_chart_js() {
        // splineCurve({x: 0, y: 0}, {x: 1, y: 1}, {x: 2, y: 1}, 0.1)
        let mut nodes = through(&[(0.0, 0.0), (1.0, 1.0), (2.0, 1.0)]);
        cardinal(&mut nodes, 0.1, false);
        let node = nodes[1];
        let d01 = 2.0f64.sqrt();
        let (a, b) = (0.1 * d01 / (d01 + 1.0), 0.1 / (d01 + 1.0));
        assert!((node.before.x - (1.0 - a * 2.0)).abs() < 1e-12 && (node.after.y - (1.0 + b)).abs() < 1e-12);
    }
}
