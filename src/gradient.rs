//! Colour gradients, as a canvas knows them.

use crate::color::Color;
use crate::geometry::Point;

/// A gradient: a colour for each point of the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    /// The line or the circles along which the colours change.
    pub shape: GradientShape,
    /// The colours, in ascending order of their offsets.
    pub stops: Vec<GradientStop>,
}

/// The line or the circles along which the colours of a gradient change, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GradientShape {
    /// From one point to another; beyond them the outermost colours continue.
    Linear(Point, Point),
    /// From one circle to another.
    Radial(GradientCircle, GradientCircle),
}

/// A circle at which a radial gradient starts or ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradientCircle {
    /// The centre.
    pub center: Point,
    /// The radius in pixels, not negative.
    pub radius: f64,
}

/// A colour at a place of a gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradientStop {
    /// From 0, the start, to 1, the end.
    pub offset: f64,
    /// The colour at that place.
    pub color: Color,
}

impl Gradient {
    /// Creates a gradient; stops with equal offsets keep their order.
    pub fn new(shape: GradientShape, mut stops: Vec<GradientStop>) -> Self {
        stops.sort_by(|a, b| a.offset.total_cmp(&b.offset));
        Self { shape, stops }
    }

    /// True if start and end coincide: such a gradient paints nothing on a canvas.
    pub fn is_degenerate(&self) -> bool {
        match self.shape {
            GradientShape::Linear(from, to) => from == to,
            GradientShape::Radial(from, to) => from == to,
        }
    }

    /// The same gradient with the opacity of all colours multiplied by `factor`.
    pub fn with_opacity(&self, factor: f64) -> Self {
        let fade = |stop: &GradientStop| GradientStop { color: stop.color.with_opacity(factor), ..*stop };
        Self { shape: self.shape, stops: self.stops.iter().map(fade).collect() }
    }

    /// A radial gradient whose start lies inside its end, as SVG wants it: if the end lies inside the start, the circles
    /// and the stops are exchanged. Linear gradients, and circles of which neither contains the other, stay as they are.
    pub fn with_start_inside_end(&self) -> Self {
        let GradientShape::Radial(from, to) = self.shape else { return self.clone() };
        let distance = libm::hypot(to.center.x - from.center.x, to.center.y - from.center.y);
        if from.radius < distance + to.radius || from.radius <= to.radius {
            return self.clone();
        }
        let reversed = |stop: &GradientStop| GradientStop { offset: 1.0 - stop.offset, ..*stop };
        Self {
            shape: GradientShape::Radial(to, from),
            stops: self.stops.iter().rev().map(reversed).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(offset: f64, hex: u32) -> GradientStop {
        GradientStop { offset, color: Color::from_hex(hex) }
    }

    fn circle(x: f64, radius: f64) -> GradientCircle {
        GradientCircle { center: Point::new(x, 0.0), radius }
    }

    #[test]
    fn stops_are_sorted_and_keep_their_order_at_equal_offsets() {
        let line = GradientShape::Linear(Point::new(0.0, 0.0), Point::new(1.0, 0.0));
        let gradient = Gradient::new(line, vec![stop(1.0, 1), stop(0.5, 2), stop(0.5, 3), stop(0.0, 4)]);
        assert_eq!(gradient.stops, [stop(0.0, 4), stop(0.5, 2), stop(0.5, 3), stop(1.0, 1)]);
    }

    #[test]
    fn a_gradient_towards_a_smaller_circle_is_reversed() {
        let inward = GradientShape::Radial(circle(0.0, 10.0), circle(2.0, 3.0));
        let gradient = Gradient::new(inward, vec![stop(0.0, 1), stop(0.25, 2), stop(1.0, 3)]);
        let outward = gradient.with_start_inside_end();
        assert_eq!(outward.shape, GradientShape::Radial(circle(2.0, 3.0), circle(0.0, 10.0)));
        assert_eq!(outward.stops, [stop(0.0, 3), stop(0.75, 2), stop(1.0, 1)]);
        assert_eq!(outward.with_start_inside_end(), outward);
    }

    #[test]
    fn start_and_end_at_one_place_are_degenerate() {
        let point = Point::new(3.0, 4.0);
        assert!(Gradient::new(GradientShape::Linear(point, point), Vec::new()).is_degenerate());
        let grows = GradientShape::Radial(circle(1.0, 2.0), circle(1.0, 3.0));
        assert!(!Gradient::new(grows, Vec::new()).is_degenerate());
    }
}
