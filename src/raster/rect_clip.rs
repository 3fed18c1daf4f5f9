//! Rectangular clips: only the pixels on the edges of the rectangle are masked, and only those inside are blended.

use std::ops::Range;

use tiny_skia::{FillRule, IntRect, Mask, Path, PathSegment, Pixmap, Point, Rect, Transform};

use super::layer::pixel_range;

/// Longest side of a layer that tiny-skia fills as a whole; it divides longer ones into tiles, each rounded anew.
const LONGEST_SIDE: u32 = 8191;

/// The pixels of a layer that an axis-aligned rectangle covers.
pub(super) struct RectClip {
    columns: Range<i32>,
    rows: Range<i32>,
    /// The coverage of the first column, of one between, and of the last one, for the rows likewise: as tiny-skia fills the
    /// rectangle if the equal columns and rows inside are left out.
    corners: Mask,
}

impl RectClip {
    /// The clip by a path in device pixels; `None` if the path is no axis-aligned rectangle in a layer of usual size.
    pub(super) fn from_path(path: &Path, layer: &Pixmap, anti_alias: bool) -> Option<Self> {
        let [a, b, c, d] = four_corners(path)?;
        let is_aligned = (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x)
            || (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y);
        if !is_aligned || layer.width().max(layer.height()) > LONGEST_SIDE {
            return None;
        }
        let across = Span::new(a.x.min(c.x), a.x.max(c.x), layer.width())?;
        let down = Span::new(a.y.min(c.y), a.y.max(c.y), layer.height())?;
        let short = Rect::from_ltrb(across.short_from, down.short_from, across.short_to, down.short_to)?;
        let mut corners = Mask::new(across.short_length(), down.short_length())?;
        let path = tiny_skia::PathBuilder::from_rect(short);
        corners.fill_path(&path, FillRule::Winding, anti_alias, Transform::identity());
        Some(Self { columns: across.pixels, rows: down.pixels, corners })
    }

    /// Masks the pixels at the edges of the rectangle, and returns the part of the layer that is inside.
    pub(super) fn apply(&self, layer: &mut Pixmap) -> Option<IntRect> {
        let width = layer.width() as usize;
        for row in self.rows.clone() {
            let is_edge = row == self.rows.start || row == self.rows.end - 1;
            let last = self.columns.end - 1;
            let inner = if is_edge { self.columns.start + 1..last } else { 0..0 };
            let edges = [self.columns.start, last];
            let edges = edges.get(..if last == self.columns.start { 1 } else { 2 }).unwrap_or_default();
            for column in edges.iter().copied().chain(inner) {
                let coverage = self.coverage(column, row);
                if let Some(pixel) = layer.data_mut().get_mut(pixel_range(column, row, 1, width)) {
                    scale_pixel(pixel, coverage);
                }
            }
        }
        IntRect::from_ltrb(self.columns.start, self.rows.start, self.columns.end, self.rows.end)
    }

    fn coverage(&self, column: i32, row: i32) -> u8 {
        let (x, y) = (short_index(column, &self.columns), short_index(row, &self.rows));
        self.corners.data().get(y * self.corners.width() as usize + x).copied().unwrap_or(0)
    }
}

/// The extent of a rectangle along one axis of a layer.
struct Span {
    /// The pixels inside, wholly or in part.
    pixels: Range<i32>,
    /// The ends without the inner pixels but one, counted from the first pixel.
    short_from: f32,
    short_to: f32,
}

impl Span {
    fn new(from: f32, to: f32, length: u32) -> Option<Self> {
        let end = i32::try_from(length).ok()?;
        let (from, to) = (from.max(0.0), to.min(end as f32));
        let pixels = from.floor() as i32..to.ceil() as i32;
        if pixels.is_empty() {
            return None;
        }
        let left_out = (pixels.end - pixels.start - 3).max(0);
        let short = |at: f32, pixels: i32| at - pixels as f32;
        Some(Self {
            short_from: short(from, pixels.start),
            short_to: short(to, pixels.start + left_out),
            pixels,
        })
    }

    fn short_length(&self) -> u32 {
        (self.pixels.end - self.pixels.start).clamp(1, 3) as u32
    }
}

/// The place of a pixel where the inner ones but one are left out.
fn short_index(pixel: i32, pixels: &Range<i32>) -> usize {
    let from_start = pixel - pixels.start;
    let length = pixels.end - pixels.start;
    (if pixel == pixels.end - 1 { length.min(3) - 1 } else { from_start.min(1) }) as usize
}

/// Scales the bytes of a pixel as tiny-skia's masks do, which divide by 256.
fn scale_pixel(pixel: &mut [u8], coverage: u8) {
    for byte in pixel {
        *byte = ((u32::from(*byte) * u32::from(coverage) + 255) >> 8) as u8;
    }
}

fn four_corners(path: &Path) -> Option<[Point; 4]> {
    let mut segments = path.segments();
    let Some(PathSegment::MoveTo(a)) = segments.next() else { return None };
    let mut line_end = || match segments.next() {
        Some(PathSegment::LineTo(to)) => Some(to),
        _ => None,
    };
    let corners = [a, line_end()?, line_end()?, line_end()?];
    (segments.next() == Some(PathSegment::Close) && segments.next().is_none()).then_some(corners)
}
