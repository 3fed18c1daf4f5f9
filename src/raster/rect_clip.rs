//! Rectangular clips without a layer: the pixels outside the rectangle are saved, the group is drawn unclipped, and the
//! saved pixels are restored.

use std::ops::Range;

use tiny_skia::{PathSegment, Pixmap, Rect, Transform};
use usvg::{Group, Node, Path};

/// A fraction of a pixel that is too small to be seen.
const SLACK: f64 = 1.0 / 256.0;
const BYTES_PER_PIXEL: usize = 4;

/// An axis-aligned rectangle in device pixels.
pub(super) struct DeviceRect {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl DeviceRect {
    /// The rectangle that a path draws under a transform; `None` if it is not an axis-aligned rectangle.
    pub(super) fn from_path(path: &Path, transform: Transform) -> Option<Self> {
        let [a, b, c, d] = four_corners(path)?;
        let axis_aligned = transform.kx == 0.0 && transform.ky == 0.0;
        if !axis_aligned || a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x {
            return None;
        }
        let x = [a.x, c.x].map(|x| f64::from(x * transform.sx + transform.tx));
        let y = [a.y, c.y].map(|y| f64::from(y * transform.sy + transform.ty));
        Some(Self {
            left: x[0].min(x[1]),
            top: y[0].min(y[1]),
            right: x[0].max(x[1]),
            bottom: y[0].max(y[1]),
        })
    }
}

fn four_corners(path: &Path) -> Option<[tiny_skia::Point; 4]> {
    let mut segments = path.data().segments();
    let Some(PathSegment::MoveTo(a)) = segments.next() else { return None };
    let mut line_end = || match segments.next() {
        Some(PathSegment::LineTo(to)) => Some(to),
        _ => None,
    };
    let corners = [a, line_end()?, line_end()?, line_end()?];
    (segments.next() == Some(PathSegment::Close) && segments.next().is_none()).then_some(corners)
}

/// The pixels outside a clip rectangle, as they were before a group was drawn.
pub(super) struct PixelsOutside {
    area: DeviceRect,
    /// Byte ranges of the pixmap's data, row by row.
    spans: Vec<Range<usize>>,
    /// The saved bytes of all spans, one after another.
    bytes: Vec<u8>,
}

impl PixelsOutside {
    /// Saves the pixels that drawing `group` may change and that are not completely inside `area`.
    pub(super) fn save(area: DeviceRect, group: &Group, transform: Transform, pixmap: &Pixmap) -> Self {
        let [columns, rows] = painted_range(group, transform, pixmap);
        let spans = spans_outside(columns, rows, &area, pixmap.width() as usize);
        let mut bytes = Vec::with_capacity(spans.iter().map(Range::len).sum());
        for span in &spans {
            bytes.extend_from_slice(pixmap.data().get(span.clone()).unwrap_or_default());
        }
        Self { area, spans, bytes }
    }

    /// Restores the saved pixels; those on the edge of the area are mixed with what was drawn.
    pub(super) fn restore(self, pixmap: &mut Pixmap) {
        let width = pixmap.width() as usize;
        let mut saved = self.bytes.as_slice();
        for span in self.spans {
            let (row, column) =
                (span.start / (width * BYTES_PER_PIXEL), span.start / BYTES_PER_PIXEL % width);
            let Some(drawn) = pixmap.data_mut().get_mut(span) else { continue };
            let (before, rest) = saved.split_at(drawn.len());
            saved = rest;
            restore_span(drawn, before, column, row, &self.area);
        }
    }
}

/// Restores part of a row that begins at a column.
fn restore_span(drawn: &mut [u8], before: &[u8], column: usize, row: usize, area: &DeviceRect) {
    let row_coverage = pixel_coverage(row, area.top, area.bottom);
    let pixels = drawn.chunks_exact_mut(BYTES_PER_PIXEL).zip(before.chunks_exact(BYTES_PER_PIXEL));
    for ((drawn, before), column) in pixels.zip(column..) {
        let coverage = row_coverage * pixel_coverage(column, area.left, area.right);
        for (drawn, before) in drawn.iter_mut().zip(before) {
            let (new, old) = (f64::from(*drawn), f64::from(*before));
            *drawn = (old + (new - old) * coverage).round() as u8;
        }
    }
}

/// The fraction of a pixel that lies between two coordinates.
fn pixel_coverage(pixel: usize, from: f64, to: f64) -> f64 {
    let pixel = pixel as f64;
    ((pixel + 1.0).min(to) - pixel.max(from)).clamp(0.0, 1.0)
}

/// The columns and the rows that a group may paint.
fn painted_range(group: &Group, transform: Transform, pixmap: &Pixmap) -> [Range<usize>; 2] {
    let Some(bounds) = painted_bounds(group, transform) else { return [0..0, 0..0] };
    // The margin is that of resvg's own layers.
    let range = |from: f32, to: f32, end: u32| {
        let pixel = |at: f64| at.clamp(0.0, f64::from(end)) as usize;
        pixel(f64::from(from).floor() - 2.0)..pixel(f64::from(to).ceil() + 2.0)
    };
    [
        range(bounds.left(), bounds.right(), pixmap.width()),
        range(bounds.top(), bounds.bottom(), pixmap.height()),
    ]
}

/// The box of everything that the children of a group paint, their shadows included.
fn painted_bounds(group: &Group, transform: Transform) -> Option<Rect> {
    let boxes = group.children().iter().filter_map(|node| match node {
        Node::Group(inner) => {
            inner.layer_bounding_box().to_rect().transform(transform.pre_concat(inner.transform()))
        }
        node => node.stroke_bounding_box().transform(transform),
    });
    boxes.reduce(|a, b| a.join(&b).unwrap_or(a))
}

/// The bytes of all pixels that are not completely inside an area, row by row.
fn spans_outside(
    columns: Range<usize>,
    rows: Range<usize>,
    area: &DeviceRect,
    width: usize,
) -> Vec<Range<usize>> {
    let inner_pixels = |from: f64, to: f64| {
        let (first, end) = ((from - SLACK).ceil().max(0.0) as usize, (to + SLACK).floor().max(0.0) as usize);
        first..end.max(first)
    };
    let (inner_columns, inner_rows) =
        (inner_pixels(area.left, area.right), inner_pixels(area.top, area.bottom));
    let before = columns.start..inner_columns.start.clamp(columns.start, columns.end);
    let after = inner_columns.end.clamp(before.end, columns.end)..columns.end;
    let spans = rows.flat_map(|row| {
        let parts = if inner_rows.contains(&row) {
            [before.clone(), after.clone()]
        } else {
            [columns.clone(), columns.end..columns.end]
        };
        parts.map(|part| {
            (row * width + part.start) * BYTES_PER_PIXEL..(row * width + part.end) * BYTES_PER_PIXEL
        })
    });
    spans.filter(|span| !span.is_empty()).collect()
}
