//! Track and center of a gauge (chartjs-chart-radial-gauge 1.1.0).

use std::f64::consts::TAU;

use crate::chart::{Font, GaugeText};
use crate::color::Color;
use crate::font::{Fonts, TextStyle};
use crate::geometry::Point;
use crate::mark::{CircleArc, PathBuilder, Slice};
use crate::scene::{Geometry, Item, Shape};

use super::painter::Painter;
use super::text::{TextAnchor, TextBaseline, TextBlock};

/// Font size as a fraction of the radius of the hole: the plugin says a fiftieth of it in em, and an em of the canvas of
/// QuickChart has 21⅓ pixels.
const SIZE_FRACTION: f64 = 16.0 / 0.75 / 50.0;
/// Largest width of a text, as a fraction of the diameter of the hole.
const WIDTH_FRACTION: f64 = 0.8;
/// Distance of the smaller text below the middle, as a fraction of the radius of the hole.
const SUB_TEXT_FRACTION: f64 = 0.3;

impl Painter<'_> {
    /// Draws the track and the center of a gauge, which lie below its slices.
    pub(super) fn draw_gauge(&self, slices: &[(usize, Slice)], fonts: &Fonts) -> Vec<Item> {
        let Some((gauge, (_, ring))) = self.chart.gauge.as_ref().zip(slices.first()) else {
            return Vec::new();
        };
        let mut items = vec![ring_item(ring.center, [ring.outer_radius, ring.inner_radius], gauge.track)];
        if let Some(fill) = gauge.center_fill {
            items.push(ring_item(ring.center, [ring.inner_radius - gauge.center_padding, 0.0], fill));
        }
        if let Some(text) = &gauge.text {
            items.extend(draw_center(text, ring.center, ring.inner_radius, fonts));
        }
        items
    }
}

/// Returns a ring, or a disk if the inner one of its radii is 0.
fn ring_item(center: Point, radii: [f64; 2], fill: Color) -> Item {
    let mut pen = PathBuilder::default();
    for radius in radii.into_iter().filter(|radius| *radius > 0.0) {
        pen.move_to(Point::new(center.x + radius, center.y));
        pen.add_ellipse(CircleArc { center, radius, from: 0.0, to: TAU, counterclockwise: false }, radius);
        pen.close();
    }
    Item::Shape(Shape {
        geometry: Geometry::EvenOddPath(pen.into_path()),
        fill: Some(fill.into()),
        stroke: None,
    })
}

/// Draws the text in a hole of this radius; as in the plugin, a text that is too wide is not drawn.
fn draw_center(text: &GaugeText, center: Point, radius: f64, fonts: &Fonts) -> Vec<Item> {
    let size = text.size.unwrap_or(radius * SIZE_FRACTION);
    let max_width = 2.0 * radius * WIDTH_FRACTION;
    let lines = [
        (Some(&text.text), size, 0.0),
        (text.sub_text.as_ref(), radius * SIZE_FRACTION / 2.0, SUB_TEXT_FRACTION),
    ];
    let mut items = Vec::new();
    for (line, size, below) in lines {
        let style = TextStyle { size, ..TextStyle::default() };
        let Some(line) = line.filter(|line| fonts.text_width(line, style) < max_width) else { continue };
        let block = TextBlock {
            lines: std::slice::from_ref(line),
            font: Font::from_style(style),
            paint: text.color.into(),
            outline: None,
            anchor: TextAnchor::Center,
            baseline: TextBaseline::Middle,
            max_width: None,
            backdrop: None,
        };
        items.extend(block.draw(Point::new(center.x, center.y + below * radius), 0.0, 0.0, fonts));
    }
    items
}
