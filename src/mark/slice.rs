//! Slices of doughnuts and polar areas (Chart.js 4.6.1, `ArcElement`).

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::chart::{ArcCornerRadii, ArcStyle, SpacingMode};
use crate::geometry::{Point, Size};
use crate::scene::{Clip, Geometry, Item, Join, Layer, Shape, Stroke};

use super::path_builder::{CircleArc, PathBuilder};
use super::slice_outline::{SliceAngles, polar_point};

/// Enlargement of the clip of an inner border that avoids seams between neighbours, in pixels.
const INNER_MARGIN: f64 = 0.33;
/// Smallest angle that is drawn, in radians.
const MIN_ANGLE: f64 = 0.001;
/// A full turn minus a tolerance for rounding errors.
const ALMOST_TURN: f64 = TAU - 1e-4;

/// A slice with its pixel coordinates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slice<'a> {
    pub(crate) center: Point,
    pub(crate) inner_radius: f64,
    pub(crate) outer_radius: f64,
    /// In radians.
    pub(crate) start_angle: f64,
    /// In radians.
    pub(crate) end_angle: f64,
    /// Angle of a doughnut slice in radians; `None` for slices of a polar area.
    pub(crate) circumference: Option<f64>,
    pub(crate) style: &'a ArcStyle,
}

/// Distances that all paths of a slice have in common, in pixels.
#[derive(Clone, Copy)]
struct SliceSpacing {
    offset: f64,
    spacing: f64,
    margin: f64,
}

/// Draws a slice; `size` is the size of the chart.
pub(crate) fn draw_slice(slice: &Slice, size: Size) -> Vec<Item> {
    let style = slice.style;
    if slice.circumference == Some(0.0) || slice.inner_radius < 0.0 || slice.outer_radius < 0.0 {
        return Vec::new();
    }
    let offset = style.offset / 4.0;
    let half = (slice.start_angle + slice.end_angle) / 2.0;
    let moved =
        Point::new(slice.center.x + libm::cos(half) * offset, slice.center.y + libm::sin(half) * offset);
    let slice = Slice { center: moved, ..*slice };
    let turn = slice.circumference.unwrap_or(0.0);
    let fix = 1.0 - libm::sin(turn.min(PI));
    let margin = if style.inner_border { INNER_MARGIN } else { 0.0 };
    let spaced = SliceSpacing { offset: offset * fix, spacing: style.spacing / 2.0, margin };
    let rounds = if turn > TAU { (turn / TAU).floor() as usize } else { 0 };
    let mut items = draw_fills(&slice, spaced, rounds);
    items.extend(draw_border(&slice, spaced, rounds, size));
    items
}

/// Returns the end angle of the last turn, which may be incomplete.
fn last_turn_end(slice: &Slice, rounds: usize) -> f64 {
    let turn = slice.circumference.unwrap_or(f64::NAN);
    if rounds == 0 || turn.is_nan() {
        return slice.end_angle;
    }
    let rest = turn % TAU;
    slice.start_angle + if rest == 0.0 { TAU } else { rest }
}

fn draw_fills(slice: &Slice, spaced: SliceSpacing, rounds: usize) -> Vec<Item> {
    let fill = &slice.style.fill;
    if !fill.is_visible() {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut push = |end: f64| {
        let outline = Geometry::Path(slice_path(slice, spaced, end).into_path());
        items.push(Item::Shape(Shape { geometry: outline, fill: Some(fill.clone()), stroke: None }));
    };
    for _ in 0..rounds.min(MAX_DRAWN_TURNS) {
        push(slice.end_angle);
    }
    push(last_turn_end(slice, rounds));
    items
}

/// Maximum number of full turns painted above each other.
const MAX_DRAWN_TURNS: usize = 10;

fn draw_border(slice: &Slice, spaced: SliceSpacing, rounds: usize, size: Size) -> Option<Item> {
    let style = slice.style;
    if style.stroke.width <= 0.0 {
        return None;
    }
    let width = if style.inner_border { style.stroke.width * 2.0 } else { style.stroke.width };
    let stroke = Stroke { width, ..style.stroke.clone() };
    let end = last_turn_end(slice, rounds);
    let path_end = if rounds > 0 { slice.end_angle } else { end };
    let shape = Shape {
        geometry: Geometry::Path(slice_path(slice, spaced, path_end).into_path()),
        fill: None,
        stroke: Some(stroke),
    };
    let mut item = Item::Shape(shape);
    if rounds > 0 {
        return Some(item);
    }
    let full = (slice.end_angle - slice.start_angle).abs() >= ALMOST_TURN;
    let joined = style.self_join
        && !(full && slice.inner_radius > 0.0)
        && end - slice.start_angle >= PI
        && style.corner_radii == ArcCornerRadii::default()
        && !style.join_is_miter;
    if joined {
        item = clip_item(item, self_join_clip(slice, end, size), true);
    }
    if style.inner_border {
        item = clip_item(item, inner_border_clip(slice, spaced.margin, end), false);
    }
    Some(item)
}

fn clip_item(item: Item, path: PathBuilder, even_odd: bool) -> Item {
    Item::Layer(Layer {
        clip: Some(Clip { path: path.into_path(), even_odd }),
        transform: None,
        items: vec![item],
    })
}

/// Returns the outline to which an inner border is clipped.
fn inner_border_clip(slice: &Slice, margin: f64, end: f64) -> PathBuilder {
    let mut path = PathBuilder::default();
    let angle = margin / slice.outer_radius;
    let arc = |radius: f64, from: f64, to: f64, counterclockwise: bool| CircleArc {
        center: slice.center,
        radius,
        from,
        to,
        counterclockwise,
    };
    path.add_arc(arc(slice.outer_radius, slice.start_angle - angle, end + angle, false));
    if slice.inner_radius > margin {
        let angle = margin / slice.inner_radius;
        path.add_arc(arc(slice.inner_radius, end + angle, slice.start_angle - angle, true));
    } else {
        path.add_arc(arc(margin, end + FRAC_PI_2, slice.start_angle - FRAC_PI_2, false));
    }
    path.close();
    path
}

/// Returns everything except the gap between the ends of a border, as an even-odd path.
fn self_join_clip(slice: &Slice, end: f64, size: Size) -> PathBuilder {
    let mut path = PathBuilder::default();
    let width = slice.style.stroke.width;
    let rest = normalize_angle(slice.start_angle - end);
    let arc = |radius: f64, from: f64, to: f64, counterclockwise: bool| CircleArc {
        center: slice.center,
        radius,
        from,
        to,
        counterclockwise,
    };
    let angle = (width / slice.outer_radius).min(rest);
    path.add_arc(arc(
        slice.outer_radius - width / 2.0,
        slice.start_angle + angle / 2.0,
        end - angle / 2.0,
        false,
    ));
    if slice.inner_radius > 0.0 {
        let angle = (width / slice.inner_radius).min(rest);
        path.add_arc(arc(
            slice.inner_radius + width / 2.0,
            end - angle / 2.0,
            slice.start_angle + angle / 2.0,
            true,
        ));
    } else {
        let reach = (width / 2.0).min(slice.outer_radius * rest);
        match slice.style.stroke.join {
            Join::Round => path.add_arc(arc(reach, end - FRAC_PI_2, slice.start_angle + FRAC_PI_2, true)),
            Join::Bevel => {
                let reach = 2.0 * reach * reach;
                path.line_to(polar_point(slice.center, -reach, end + FRAC_PI_2));
                path.line_to(polar_point(slice.center, reach, slice.start_angle + FRAC_PI_2));
            }
            Join::Miter(_) => {}
        }
    }
    path.close();
    path.add_rect(0.0, 0.0, size.width, size.height);
    path
}

/// Normalizes an angle to the range from 0 to a full turn.
pub(crate) fn normalize_angle(angle: f64) -> f64 {
    (angle % TAU + TAU) % TAU
}

/// Returns the outline of a slice up to an end angle:
///
/// ```text
///    1 --- 2    outer
///   8       3
///   7       4
///    6 --- 5    inner
/// ```
fn slice_path(slice: &Slice, spaced: SliceSpacing, end: f64) -> PathBuilder {
    let style = slice.style;
    let turn = end - slice.start_angle;
    let outer = (slice.outer_radius + spaced.spacing + spaced.offset - spaced.margin).max(0.0);
    let inner = if slice.inner_radius > 0.0 {
        slice.inner_radius + spaced.spacing + spaced.offset + spaced.margin
    } else {
        0.0
    };
    if style.circular && style.self_join && turn.abs() >= ALMOST_TURN {
        return ring_path(slice, outer, inner);
    }
    let visible =
        if outer > 0.0 { MIN_ANGLE.max(turn * outer - spaced.offset / PI) / outer } else { MIN_ANGLE };
    let trim = (turn - visible) / 2.0;
    let gaps = spacing_gaps(slice, spaced, SliceRadii { outer, inner }, turn, visible);
    let (outer_gap, inner_gap) = (gaps.outer, gaps.inner);
    let ends = SliceAngles {
        center: slice.center,
        outer: (slice.start_angle + trim + outer_gap, end - trim - outer_gap),
        inner: (slice.start_angle + trim + inner_gap, end - trim - inner_gap),
        radii: (outer, gaps.inner_radius),
    };
    let corners = ends.limited_radii(style.corner_radii);
    if style.circular { ends.circular_path(corners) } else { ends.straight_path(corners) }
}

/// Returns a complete ring without a seam.
fn ring_path(slice: &Slice, outer: f64, inner: f64) -> PathBuilder {
    let mut path = PathBuilder::default();
    let (center, start) = (slice.center, slice.start_angle);
    path.add_arc(CircleArc { center, radius: outer, from: start, to: start + TAU, counterclockwise: false });
    if inner > 0.0 {
        path.move_to(polar_point(center, inner, start));
        path.add_arc(CircleArc {
            center,
            radius: inner,
            from: start + TAU,
            to: start,
            counterclockwise: true,
        });
    }
    path.close();
    path
}

/// Radii of a slice in pixels.
#[derive(Clone, Copy)]
struct SliceRadii {
    outer: f64,
    inner: f64,
}

/// Angles that the spacing removes at both ends of a slice.
struct SpacingGaps {
    /// Gap at the outer edge, in radians.
    outer: f64,
    /// Gap at the inner edge, in radians.
    inner: f64,
    /// Inner radius, enlarged if parallel spacing requires it.
    inner_radius: f64,
}

/// Returns the gaps for the spacing mode of a slice.
fn spacing_gaps(
    slice: &Slice,
    spaced: SliceSpacing,
    radii: SliceRadii,
    turn: f64,
    visible: f64,
) -> SpacingGaps {
    let SliceRadii { outer, mut inner } = radii;
    let spacing = spaced.spacing;
    if spacing == 0.0 {
        return SpacingGaps { outer: 0.0, inner: 0.0, inner_radius: inner };
    }
    let bare_inner = if slice.inner_radius > 0.0 { slice.inner_radius - spacing } else { 0.0 };
    let bare_outer = if outer > 0.0 { outer - spacing } else { 0.0 };
    let average = (bare_inner + bare_outer) / 2.0;
    let max_gap = (visible / 2.0 - MIN_ANGLE).max(0.0);
    let angular = if average > 0.0 { libm::asin((spacing / average).min(1.0)) } else { 0.0 };
    match slice.style.spacing_mode {
        SpacingMode::Angular => {
            let gap = max_gap.min(angular);
            SpacingGaps { outer: gap, inner: gap, inner_radius: inner }
        }
        SpacingMode::Proportional => {
            let adjusted = if average == 0.0 { turn } else { turn * average / (average + spacing) };
            let gap = max_gap.min((turn - adjusted) / 2.0);
            SpacingGaps { outer: gap, inner: gap, inner_radius: inner }
        }
        SpacingMode::Parallel => {
            let sin = libm::sin(max_gap);
            if inner == 0.0 && sin > 0.0 {
                inner = (spacing / sin).min((outer - MIN_ANGLE).max(0.0));
            }
            let limit = |radius: f64| if radius > 0.0 { radius * sin } else { f64::INFINITY };
            let spacing = spacing.min(limit(outer)).min(limit(inner));
            let gap = |radius: f64| libm::asin((spacing / radius).min(1.0));
            let outside = if outer > 0.0 { gap(outer) } else { max_gap.min(angular) };
            let inside = if inner > 0.0 { gap(inner) } else { outside };
            SpacingGaps { outer: outside, inner: inside, inner_radius: inner }
        }
    }
}
