//! The shapes that stand at points (Chart.js 4.6.1, `drawPoint`).

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_2, FRAC_PI_4, PI, TAU};

use crate::chart::{Symbol, SymbolStyle};
use crate::color::Color;
use crate::geometry::Point;
use crate::scene::{Item, Outline, Shape, Stroke};

use super::pen::{Arc, Pen};

/// A corner's share of the radius that makes a rounded square lie inside the circle.
const ROUNDNESS: f64 = 0.516;

/// A symbol at a place.
pub(crate) fn symbol(style: &SymbolStyle, radius: f64, at: Point) -> Option<Item> {
    let outline = Outlined { symbol: style.symbol, radius, rotation: style.rotation, width: None }.at(at)?;
    Some(painted(outline, style.fill, &style.stroke))
}

/// A symbol in a width of its own, for legends.
pub(crate) fn wide_symbol(
    (symbol, rotation): (Symbol, f64),
    (radius, width): (f64, Option<f64>),
    at: Point,
    (fill, stroke): (Color, &Stroke),
) -> Option<Item> {
    let outline = Outlined { symbol, radius, rotation, width }.at(at)?;
    Some(painted(outline, fill, stroke))
}

fn painted(outline: Outline, fill: Color, stroke: &Stroke) -> Item {
    let stroke = (stroke.width > 0.0 && stroke.color.alpha > 0).then(|| stroke.clone());
    Item::Shape(Shape { outline, fill: (fill.alpha > 0).then_some(fill), stroke })
}

/// A symbol without colours.
struct Outlined {
    symbol: Symbol,
    radius: f64,
    rotation: f64,
    width: Option<f64>,
}

impl Outlined {
    fn at(&self, at: Point) -> Option<Outline> {
        if !(self.radius.is_finite() && at.x.is_finite() && at.y.is_finite()) || self.radius <= 0.0 {
            return None;
        }
        let mut pen = Pen::default();
        let angle = self.rotation.to_radians();
        match self.symbol {
            Symbol::Circle if self.width.is_none() => return Some(Outline::Circle(at, self.radius)),
            Symbol::Circle => {
                let radius = self.width.map_or(self.radius, |width| width / 2.0);
                let circle = Arc { center: at, radius, from: 0.0, to: TAU, counterclockwise: false };
                pen.ellipse(circle, self.radius);
                pen.close();
            }
            Symbol::Triangle => self.triangle(&mut pen, at, angle),
            Symbol::RectRounded => self.rounded(&mut pen, at, angle),
            Symbol::Rect if self.rotation == 0.0 => {
                let size = FRAC_1_SQRT_2 * self.radius;
                let half = self.width.map_or(size, |width| width / 2.0);
                pen.rect(at.x - half, at.y - size, 2.0 * half, 2.0 * size);
            }
            Symbol::Rect => self.diamond(&mut pen, at, angle + FRAC_PI_4),
            Symbol::RectRot => self.diamond(&mut pen, at, angle),
            Symbol::CrossRot => self.cross(&mut pen, at, angle + FRAC_PI_4),
            Symbol::Cross => self.cross(&mut pen, at, angle),
            Symbol::Star => {
                self.cross(&mut pen, at, angle);
                self.cross(&mut pen, at, angle + FRAC_PI_4);
            }
            Symbol::Line => {
                let x = self.width.map_or(libm::cos(angle) * self.radius, |width| width / 2.0);
                let y = libm::sin(angle) * self.radius;
                pen.move_to(Point::new(at.x - x, at.y - y));
                pen.line_to(Point::new(at.x + x, at.y + y));
            }
            Symbol::Dash => {
                pen.move_to(at);
                let reach = self.width.map_or(self.radius, |width| width / 2.0);
                pen.line_to(Point::new(
                    at.x + libm::cos(angle) * reach,
                    at.y + libm::sin(angle) * self.radius,
                ));
            }
            Symbol::None => return None,
        }
        Some(Outline::Path(pen.finish()))
    }

    fn triangle(&self, pen: &mut Pen, at: Point, angle: f64) {
        let width = self.width.map_or(self.radius, |width| width / 2.0);
        for corner in 0..3 {
            let angle = angle + f64::from(corner) * TAU / 3.0;
            pen.line_to(Point::new(at.x + libm::sin(angle) * width, at.y - libm::cos(angle) * self.radius));
        }
        pen.close();
    }

    fn rounded(&self, pen: &mut Pen, at: Point, angle: f64) {
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
            pen.arc(Arc { center, radius: corner, from, to: from + FRAC_PI_2, counterclockwise: false });
        }
        pen.close();
    }

    /// The four ends of a cross: left, top, right, bottom where it is not turned.
    fn ends(&self, at: Point, angle: f64) -> [Point; 4] {
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let wide = self.width.map_or(self.radius, |width| width / 2.0);
        [
            Point::new(at.x - cos * wide, at.y - sin * self.radius),
            Point::new(at.x + sin * wide, at.y - cos * self.radius),
            Point::new(at.x + cos * wide, at.y + sin * self.radius),
            Point::new(at.x - sin * wide, at.y + cos * self.radius),
        ]
    }

    fn diamond(&self, pen: &mut Pen, at: Point, angle: f64) {
        for end in self.ends(at, angle) {
            pen.line_to(end);
        }
        pen.close();
    }

    fn cross(&self, pen: &mut Pen, at: Point, angle: f64) {
        let [left, top, right, bottom] = self.ends(at, angle);
        pen.move_to(left);
        pen.line_to(right);
        pen.move_to(top);
        pen.line_to(bottom);
    }
}
