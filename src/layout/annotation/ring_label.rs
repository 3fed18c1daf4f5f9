//! A text in the hole of a doughnut (`doughnutLabel`): it lies in the part of the hole that the plot shows.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_8, TAU};

use crate::chart::{AnnotationLabel, RingLabel, ShapeShadows, TextLine};
use crate::font::Fonts;
use crate::geometry::{Point, Size};
use crate::layout::boxes::Edges;
use crate::layout::painter::Painter;
use crate::layout::slices::RingBox;
use crate::mark::{CircleArc, PathBuilder};
use crate::scene::Item;

use super::label_box::{LabelBox, content_size};
use super::shapes::visible_path;

/// Rings that span a smaller angle, in degrees, have no label.
const MIN_RING_ANGLE: f64 = 90.0;
/// Largest angle of a piece of the background's border. A rasteriser approximates the edges of a stroke piece by piece; with
/// larger ones the error is visible.
const MAX_PIECE: f64 = FRAC_PI_8;

impl Painter<'_> {
    /// Draws a label in the hole of the innermost ring; nothing if there is no such ring.
    pub(super) fn draw_ring_label(&self, label: &RingLabel, fonts: &Fonts) -> Vec<Item> {
        let Some(ring) = self.innermost_ring(MIN_RING_ANGLE, label.needs_data) else { return Vec::new() };
        let hole = VisibleHole::new(ring, self.plot);
        let mut items = draw_background(label, ring, &hole, self.plot);
        let (width, height) = content_size(&label.text, fonts);
        let ratio = hole.radius * 2.0 / libm::hypot(width, height);
        if label.shrinks_to_fit && ratio < 1.0 {
            let size = Size { width: width * ratio, height: height * ratio };
            let text = with_smaller_fonts(&label.text, ratio);
            items.extend(LabelBox::with_size_at_point(&text, size, hole.center).draw(fonts));
        } else {
            let size = Size { width, height };
            items.extend(LabelBox::with_size_at_point(&label.text, size, hole.center).draw(fonts));
        }
        items
    }
}

/// The part of a ring's hole that the plot shows.
struct VisibleHole {
    center: Point,
    radius: f64,
}

impl VisibleHole {
    fn new(ring: RingBox, plot: Edges) -> Self {
        let RingBox { center, inner_radius, .. } = ring;
        let left = (center.x - inner_radius).max(plot.left);
        let right = (center.x + inner_radius).min(plot.right);
        let top = (center.y - inner_radius).max(plot.top);
        let bottom = (center.y + inner_radius).min(plot.bottom);
        Self {
            center: Point::new((left + right) / 2.0, (top + bottom) / 2.0),
            radius: inner_radius.min((right - left).min(bottom - top) / 2.0),
        }
    }
}

/// Fills the hole; a half ring's hole ends in a straight line at the edge of the plot.
fn draw_background(label: &RingLabel, ring: RingBox, hole: &VisibleHole, plot: Edges) -> Vec<Item> {
    let space = label.spacing + label.border.width / 2.0;
    let radius = ring.inner_radius - space;
    if radius < 0.0 {
        return Vec::new();
    }
    let center = ring.center;
    let is_cut_at_top = hole.center.y > center.y;
    let down = if is_cut_at_top { plot.top + space } else { plot.bottom - space } - center.y;
    let half_chord_squared = radius * radius - down * down;
    let (from, sweep) = if half_chord_squared <= 0.0 {
        (0.0, TAU)
    } else {
        // Half of the angle that the straight line cuts off.
        let outwards = if is_cut_at_top { -down } else { down };
        let half = libm::atan2(libm::sqrt(half_chord_squared), outwards);
        if is_cut_at_top {
            (half - FRAC_PI_2, TAU - 2.0 * half)
        } else {
            (half + FRAC_PI_2, TAU - 2.0 * half)
        }
    };
    let mut pen = PathBuilder::default();
    let pieces = (sweep / MAX_PIECE).ceil();
    for piece in 0..pieces as usize {
        let from = from + sweep * piece as f64 / pieces;
        pen.add_arc(CircleArc { center, radius, from, to: from + sweep / pieces, counterclockwise: false });
    }
    pen.close();
    visible_path(pen.into_path(), label.fill.clone(), &label.border, ShapeShadows::default())
}

/// Returns the label with its fonts reduced to whole pixels.
fn with_smaller_fonts(label: &AnnotationLabel, ratio: f64) -> AnnotationLabel {
    let reduce = |line: &TextLine| {
        let mut line = line.clone();
        let size = line.font.style.size;
        line.font.style.size = (size * ratio).floor();
        line.font.line_height *= line.font.style.size / size;
        line
    };
    AnnotationLabel { lines: label.lines.iter().map(reduce).collect(), ..label.clone() }
}
