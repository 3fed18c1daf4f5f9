//! What is cut at an upright rectangle: it is drawn in its place, and what it painted outside is put back.

use std::ops::Range;

use tiny_skia::{Mask, PathSegment, Pixmap, Transform};
use usvg::{Group, Path};

use super::draw::draw;

/// Left, top, right, bottom, in device pixels.
pub(super) type Area = [f64; 4];

/// Less of a pixel than can be seen.
const SLACK: f64 = 1.0 / 256.0;
/// Bytes of a pixel.
const PIXEL: usize = 4;

/// The area of a path that is an upright rectangle.
pub(super) fn rectangle(path: &Path, transform: Transform) -> Option<Area> {
    let [a, b, c, d] = corners(path)?;
    let upright = transform.kx == 0.0 && transform.ky == 0.0;
    if !upright || a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x {
        return None;
    }
    let x = [a.x, c.x].map(|x| f64::from(x * transform.sx + transform.tx));
    let y = [a.y, c.y].map(|y| f64::from(y * transform.sy + transform.ty));
    Some([x[0].min(x[1]), y[0].min(y[1]), x[0].max(x[1]), y[0].max(y[1])])
}

fn corners(path: &Path) -> Option<[tiny_skia::Point; 4]> {
    let mut segments = path.data().segments();
    let Some(PathSegment::MoveTo(a)) = segments.next() else { return None };
    let mut line = || match segments.next() {
        Some(PathSegment::LineTo(to)) => Some(to),
        _ => None,
    };
    let corners = [a, line()?, line()?, line()?];
    (segments.next() == Some(PathSegment::Close) && segments.next().is_none()).then_some(corners)
}

/// Draws a group, cut at an area.
pub(super) fn cut(
    group: &Group,
    area: Area,
    (transform, mask): (Transform, Option<&Mask>),
    pixmap: &mut Pixmap,
) {
    let width = pixmap.width() as usize;
    let spans = outside(reach(group, transform, pixmap), area, width);
    let mut before = Vec::with_capacity(spans.iter().map(Range::len).sum());
    for span in &spans {
        before.extend_from_slice(pixmap.data().get(span.clone()).unwrap_or_default());
    }
    draw(group, (transform, mask), pixmap);
    let mut before = before.as_slice();
    for span in spans {
        let (row, column) = (span.start / (width * PIXEL), span.start / PIXEL % width);
        let Some(after) = pixmap.data_mut().get_mut(span) else { continue };
        let (old, rest) = before.split_at(after.len());
        before = rest;
        put_back(after, old, (column, row), area);
    }
}

/// Puts back the pixels of a row that lie outside of an area, and mixes those on its edges.
fn put_back(
    after: &mut [u8],
    before: &[u8],
    (column, row): (usize, usize),
    [left, top, right, bottom]: Area,
) {
    let inside_row = share(row, top, bottom);
    let pixels = after.chunks_exact_mut(PIXEL).zip(before.chunks_exact(PIXEL));
    for ((after, before), column) in pixels.zip(column..) {
        let inside = inside_row * share(column, left, right);
        for (after, before) in after.iter_mut().zip(before) {
            let (new, old) = (f64::from(*after), f64::from(*before));
            *after = (old + (new - old) * inside).round() as u8;
        }
    }
}

/// How much of a pixel lies in a range.
fn share(pixel: usize, from: f64, to: f64) -> f64 {
    let pixel = pixel as f64;
    ((pixel + 1.0).min(to) - pixel.max(from)).clamp(0.0, 1.0)
}

/// The columns and the rows that a group paints at most.
fn reach(group: &Group, transform: Transform, pixmap: &Pixmap) -> [Range<usize>; 2] {
    let Some(place) = group.stroke_bounding_box().transform(transform) else { return [0..0, 0..0] };
    // As far around as resvg's own layers.
    let range = |from: f32, to: f32, end: u32| {
        let pixel = |at: f64| at.clamp(0.0, f64::from(end)) as usize;
        pixel(f64::from(from).floor() - 2.0)..pixel(f64::from(to).ceil() + 2.0)
    };
    [range(place.left(), place.right(), pixmap.width()), range(place.top(), place.bottom(), pixmap.height())]
}

/// The bytes of the pixels that do not lie in an area as a whole, row by row.
fn outside([columns, rows]: [Range<usize>; 2], area: Area, width: usize) -> Vec<Range<usize>> {
    let whole = |from: f64, to: f64| {
        let (first, end) = ((from - SLACK).ceil().max(0.0) as usize, (to + SLACK).floor().max(0.0) as usize);
        first..end.max(first)
    };
    let (inner_columns, inner_rows) = (whole(area[0], area[2]), whole(area[1], area[3]));
    let before = columns.start..inner_columns.start.clamp(columns.start, columns.end);
    let after = inner_columns.end.clamp(before.end, columns.end)..columns.end;
    let spans = rows.flat_map(|row| {
        let parts = if inner_rows.contains(&row) {
            [before.clone(), after.clone()]
        } else {
            [columns.clone(), columns.end..columns.end]
        };
        parts.map(|part| (row * width + part.start) * PIXEL..(row * width + part.end) * PIXEL)
    });
    spans.filter(|span| !span.is_empty()).collect()
}
