//! Point symbols (Chart.js 4.6.1, `drawPoint`).

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, FRAC_PI_4, PI, TAU};

use crate::chart::{Symbol, SymbolStyle};
use crate::geometry::Point;
use crate::scene::{Geometry, Item, Paint, Shape, Stroke};

use super::drawing::drawing_around;
use super::path_builder::{CircleArc, PathBuilder};

/// Corner radius of a rounded square as a fraction of the radius.
const ROUNDNESS: f64 = 0.516;

/// Returns a symbol at a point; `None` if nothing is drawn.
pub(crate) fn symbol_item(style: &SymbolStyle, radius: f64, at: Point) -> Option<Item> {
    styled_symbol(style, radius, None, at)
}

/// Returns a symbol with an explicit width, for legends.
pub(crate) fn wide_symbol_item(style: &SymbolStyle, width: Option<f64>, at: Point) -> Option<Item> {
    styled_symbol(style, style.radius, width, at)
}

fn styled_symbol(style: &SymbolStyle, radius: f64, width: Option<f64>, at: Point) -> Option<Item> {
    let SymbolStyle { symbol, rotation, .. } = style;
    if let Symbol::Drawing(drawing) = symbol {
        return drawing_around(drawing, at, rotation.to_radians()).filter(|_| radius > 0.0);
    }
    let outline = SymbolShape { symbol, radius, rotation: *rotation, width }.outline_at(at)?;
    Some(paint_outline(outline, &style.fill, &style.stroke))
}

fn paint_outline(geometry: Geometry, fill: &Paint, stroke: &Stroke) -> Item {
    let fill = fill.is_visible().then(|| fill.clone());
    Item::Shape(Shape { geometry, fill, stroke: stroke.is_visible().then(|| stroke.clone()) })
}

/// Shape of a symbol, without colours.
struct SymbolShape<'a> {
    symbol: &'a Symbol,
    radius: f64,
    rotation: f64,
    width: Option<f64>,
}

impl SymbolShape<'_> {
    fn outline_at(&self, at: Point) -> Option<Geometry> {
        if !(self.radius.is_finite() && at.x.is_finite() && at.y.is_finite()) || self.radius <= 0.0 {
            return None;
        }
        let mut path = PathBuilder::default();
        let angle = self.rotation.to_radians();
        match self.symbol {
            Symbol::Circle if self.width.is_none() => return Some(Geometry::Circle(at, self.radius)),
            Symbol::Circle => {
                let radius = self.width.map_or(self.radius, |width| width / 2.0);
                let circle = CircleArc { center: at, radius, from: 0.0, to: TAU, counterclockwise: false };
                path.add_ellipse(circle, self.radius);
                path.close();
            }
            Symbol::Triangle => self.add_triangle(&mut path, at, angle),
            Symbol::RectRounded => self.add_rounded_square(&mut path, at, angle),
            Symbol::Rect if self.rotation == 0.0 => {
                let size = FRAC_1_SQRT_2 * self.radius;
                let half = self.width.map_or(size, |width| width / 2.0);
                path.add_rect(at.x - half, at.y - size, 2.0 * half, 2.0 * size);
            }
            Symbol::Rect => self.add_diamond(&mut path, at, angle + FRAC_PI_4),
            Symbol::RectRot => self.add_diamond(&mut path, at, angle),
            Symbol::CrossRot => self.add_cross(&mut path, at, angle + FRAC_PI_4),
            Symbol::Cross => self.add_cross(&mut path, at, angle),
            Symbol::Star => {
                self.add_cross(&mut path, at, angle);
                self.add_cross(&mut path, at, angle + FRAC_PI_4);
            }
            Symbol::Line => {
                let x = self.width.map_or(libm::cos(angle) * self.radius, |width| width / 2.0);
                let y = libm::sin(angle) * self.radius;
                path.move_to(Point::new(at.x - x, at.y - y));
                path.line_to(Point::new(at.x + x, at.y + y));
            }
            Symbol::Dash => {
                path.move_to(at);
                let reach = self.width.map_or(self.radius, |width| width / 2.0);
                path.line_to(Point::new(
                    at.x + libm::cos(angle) * reach,
                    at.y + libm::sin(angle) * self.radius,
                ));
            }
            Symbol::Drawing(_) | Symbol::None => return None,
        }
        Some(Geometry::Path(path.into_path()))
    }

    fn add_triangle(&self, path: &mut PathBuilder, at: Point, angle: f64) {
        let width = self.width.map_or(self.radius, |width| width / 2.0);
        for corner in 0..3 {
            let angle = angle + f64::from(corner) * TAU / 3.0;
            path.line_to(Point::new(at.x + libm::sin(angle) * width, at.y - libm::cos(angle) * self.radius));
        }
        path.close();
    }

    fn add_rounded_square(&self, path: &mut PathBuilder, at: Point, angle: f64) {
        let corner = self.radius * ROUNDNESS;
        let size = self.radius - corner;
        let wide = self.width.map_or(size, |width| width / 2.0 - corner);
        let (sin, cos) = (libm::sin(angle + FRAC_PI_4), libm::cos(angle + FRAC_PI_4));
        let centers = [
            Point::new(at.x - cos * wide, at.y - sin * size),
            Point::new(at.x + sin * wide, at.y - cos * size),
            Point::new(at.x + cos * wide, at.y + sin * size),
            Point::new(at.x - sin * wide, at.y + cos * size),
        ];
        for (quarter, center) in centers.into_iter().enumerate() {
            let from = angle - PI + quarter as f64 * FRAC_PI_2;
            path.add_arc(CircleArc {
                center,
                radius: corner,
                from,
                to: from + FRAC_PI_2,
                counterclockwise: false,
            });
        }
        path.close();
    }

    /// Returns the four ends of a cross: left, top, right and bottom without rotation.
    fn cross_ends(&self, at: Point, angle: f64) -> [Point; 4] {
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let wide = self.width.map_or(self.radius, |width| width / 2.0);
        [
            Point::new(at.x - cos * wide, at.y - sin * self.radius),
            Point::new(at.x + sin * wide, at.y - cos * self.radius),
            Point::new(at.x + cos * wide, at.y + sin * self.radius),
            Point::new(at.x - sin * wide, at.y + cos * self.radius),
        ]
    }

    fn add_diamond(&self, path: &mut PathBuilder, at: Point, angle: f64) {
        for end in self.cross_ends(at, angle) {
            path.line_to(end);
        }
        path.close();
    }

    fn add_cross(&self, path: &mut PathBuilder, at: Point, angle: f64) {
        let [left, top, right, bottom] = self.cross_ends(at, angle);
        path.move_to(left);
        path.line_to(right);
        path.move_to(top);
        path.line_to(bottom);
    }
}
