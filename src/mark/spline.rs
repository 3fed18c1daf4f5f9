//! Control points of Bézier curves (Chart.js 4.6.1, `splineCurve` and `splineCurveMonotone`).

use crate::chart::Interpolation;
use crate::geometry::Point;

use super::line_node::{LineNode, PolylineOptions};
use crate::scale::js_sign;

/// Distance outside the plot up to which a point counts as inside, in pixels.
const INSIDE_TOLERANCE: f64 = 0.5;
/// Marker for an undefined point.
const NO_POINT: Point = Point { x: f64::NAN, y: f64::NAN };

/// Sets the control points of all nodes of a curved line.
pub(super) fn set_control_points(all_nodes: &mut [LineNode], options: PolylineOptions) {
    let indices: Vec<usize> = all_nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| !(options.span_gaps && node.skip))
        .map(|(index, _)| index)
        .collect();
    let mut nodes: Vec<LineNode> =
        indices.iter().filter_map(|index| all_nodes.get(*index).copied()).collect();
    match options.interpolation {
        // Monotone interpolation is undefined around a centre: Chart.js draws only the first point then.
        Interpolation::Monotone if options.closed => nodes.iter_mut().for_each(|node| {
            (node.control_before, node.control_after) = (NO_POINT, NO_POINT);
        }),
        Interpolation::Monotone => set_monotone_controls(&mut nodes, options.vertical),
        Interpolation::Tension(tension) => {
            set_cardinal_controls(
                &mut nodes,
                tension,
                if options.span_gaps { options.closed } else { options.full_loop },
            );
        }
        Interpolation::Straight | Interpolation::Stepped(_) => return,
    }
    let curved = !(options.closed && options.interpolation == Interpolation::Monotone);
    if options.cap_bezier_points && curved {
        cap_control_points(&mut nodes, options.plot);
    }
    for (index, node) in indices.into_iter().zip(nodes) {
        if let Some(to) = all_nodes.get_mut(index) {
            *to = node;
        }
    }
}

fn set_cardinal_controls(nodes: &mut [LineNode], tension: f64, looped: bool) {
    let count = nodes.len();
    let last = count.saturating_sub(1);
    let Some(mut previous) = nodes.get(if looped { last } else { 0 }).copied() else { return };
    for index in 0..count {
        let next = (index + 1).min(count - usize::from(!looped)) % count;
        let (Some(node), Some(next)) = (nodes.get(index).copied(), nodes.get(next).copied()) else {
            continue;
        };
        let from = if previous.skip { node.position } else { previous.position };
        let to = if next.skip { node.position } else { next.position };
        let (before, after) = (point_distance(node.position, from), point_distance(to, node.position));
        let weight = |part: f64| if before + after == 0.0 { 0.0 } else { tension * part / (before + after) };
        let (a, b) = (weight(before), weight(after));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        if let Some(node) = nodes.get_mut(index) {
            node.control_before = Point::new(node.position.x - a * dx, node.position.y - a * dy);
            node.control_after = Point::new(node.position.x + b * dx, node.position.y + b * dy);
        }
        previous = node;
    }
}

fn point_distance(a: Point, b: Point) -> f64 {
    libm::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y))
}

/// Splits a point into its coordinates along the index axis and along the value axis.
fn index_and_value(at: Point, vertical: bool) -> (f64, f64) {
    if vertical { (at.y, at.x) } else { (at.x, at.y) }
}

fn set_monotone_controls(nodes: &mut [LineNode], vertical: bool) {
    let visible = |index: usize| {
        nodes.get(index).filter(|node| !node.skip).map(|node| index_and_value(node.position, vertical))
    };
    let slope = |index: usize| {
        let ((i0, v0), (i1, v1)) = (visible(index)?, visible(index + 1)?);
        Some(if i1 == i0 { 0.0 } else { (v1 - v0) / (i1 - i0) })
    };
    let slopes: Vec<Option<f64>> = (0..nodes.len()).map(slope).collect();
    let at = |index: usize| slopes.get(index).copied().flatten();
    let tangent = |index: usize| match (index.checked_sub(1).and_then(at), at(index)) {
        (None, after) => after.unwrap_or(0.0),
        (Some(before), None) => before,
        (Some(before), Some(after)) if js_sign(before) != js_sign(after) => 0.0,
        (Some(before), Some(after)) => (before + after) / 2.0,
    };
    let mut tangents: Vec<f64> = (0..nodes.len()).map(tangent).collect();
    limit_tangents(&slopes, &mut tangents);
    let index_and_values: Vec<Option<(f64, f64)>> = (0..nodes.len()).map(visible).collect();
    let index_and_value_at = |index: usize| index_and_values.get(index).copied().flatten();
    for (index, (node, tangent)) in nodes.iter_mut().zip(tangents).enumerate() {
        let Some((i, v)) = index_and_value_at(index) else { continue };
        let point = |i: f64, v: f64| if vertical { Point::new(v, i) } else { Point::new(i, v) };
        if let Some((before, _)) = index.checked_sub(1).and_then(index_and_value_at) {
            let third = (i - before) / 3.0;
            node.control_before = point(i - third, v - third * tangent);
        }
        if let Some((after, _)) = index_and_value_at(index + 1) {
            let third = (after - i) / 3.0;
            node.control_after = point(i + third, v + third * tangent);
        }
    }
}

/// Limits tangents that would overshoot (Fritsch and Carlson).
fn limit_tangents(slopes: &[Option<f64>], tangents: &mut [f64]) {
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

/// Moves control points into the plot if both ends of their curve are inside.
fn cap_control_points(nodes: &mut [LineNode], [left, top, right, bottom]: [f64; 4]) {
    let is_inside = |at: Point| {
        at.x > left - INSIDE_TOLERANCE
            && at.x < right + INSIDE_TOLERANCE
            && at.y > top - INSIDE_TOLERANCE
            && at.y < bottom + INSIDE_TOLERANCE
    };
    let inside: Vec<bool> = nodes.iter().map(|node| is_inside(node.position)).collect();
    let clamp = |at: Point| Point::new(at.x.min(right).max(left), at.y.min(bottom).max(top));
    let at = |index: Option<usize>| index.and_then(|index| inside.get(index)).is_some_and(|inside| *inside);
    for (index, node) in nodes.iter_mut().enumerate() {
        if !at(Some(index)) {
            continue;
        }
        if at(index.checked_sub(1)) {
            node.control_before = clamp(node.control_before);
        }
        if at(Some(index + 1)) {
            node.control_after = clamp(node.control_after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes_through(points: &[(f64, f64)]) -> Vec<LineNode> {
        points.iter().map(|(x, y)| LineNode { position: Point::new(*x, *y), ..LineNode::default() }).collect()
    }

    #[test]
    fn monotone_interpolation_does_not_overshoot() {
        let mut nodes = nodes_through(&[(0.0, 0.0), (10.0, 0.0), (20.0, 10.0), (30.0, 10.0)]);
        set_monotone_controls(&mut nodes, false);
        for node in &nodes {
            assert!(
                (0.0..=10.0).contains(&node.control_before.y) && (0.0..=10.0).contains(&node.control_after.y),
                "{node:?}"
            );
        }
    }

    #[test]
    fn cardinal_splines_match_chart_js() {
        // splineCurve({x: 0, y: 0}, {x: 1, y: 1}, {x: 2, y: 1}, 0.1)
        let mut nodes = nodes_through(&[(0.0, 0.0), (1.0, 1.0), (2.0, 1.0)]);
        set_cardinal_controls(&mut nodes, 0.1, false);
        let node = nodes[1];
        let d01 = 2.0f64.sqrt();
        let (a, b) = (0.1 * d01 / (d01 + 1.0), 0.1 / (d01 + 1.0));
        assert!(
            (node.control_before.x - (1.0 - a * 2.0)).abs() < 1e-12
                && (node.control_after.y - (1.0 + b)).abs() < 1e-12
        );
    }
}
