//! Paths of a canvas: steps in the coordinates of their time → path commands in those of the picture.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use svgtypes::{SimplePathSegment, SimplifyingPathParser};

use crate::geometry::{Matrix, Point};
use crate::mark::{CircleArc, PathBuilder, rect_path};
use crate::scene::PathCommand;

use super::path_step::PathStep;

/// A path under construction.
#[derive(Clone, Debug, Default)]
pub(super) struct CanvasPath {
    commands: Vec<PathCommand>,
    /// The current point, in the coordinates of the picture.
    current: Option<Point>,
    /// The first point of the subpath, in the coordinates of the picture.
    start: Point,
}

impl CanvasPath {
    /// The path of steps that share one coordinate system.
    pub(super) fn from_steps(steps: &[PathStep], matrix: Matrix) -> Self {
        let mut path = Self::default();
        steps.iter().for_each(|step| path.add_step(step, matrix));
        path
    }

    pub(super) fn commands(&self) -> &[PathCommand] {
        &self.commands
    }

    /// Adds a step; `matrix` leads from its coordinates to those of the picture.
    pub(super) fn add_step(&mut self, step: &PathStep, matrix: Matrix) {
        let point = |x: f64, y: f64| matrix.map_point(Point::new(x, y));
        match step {
            PathStep::MoveTo([x, y]) => self.move_to(point(*x, *y)),
            PathStep::LineTo([x, y]) => self.line_to(point(*x, *y)),
            PathStep::BezierCurveTo([x1, y1, x2, y2, x, y]) => {
                self.curve_to(point(*x1, *y1), point(*x2, *y2), point(*x, *y));
            }
            PathStep::QuadraticCurveTo([x1, y1, x, y]) => self.quadratic_to(point(*x1, *y1), point(*x, *y)),
            PathStep::Arc([x, y, radius, from, to], counterclockwise) => {
                let center = Point::new(*x, *y);
                let arc = CircleArc {
                    center,
                    radius: *radius,
                    from: *from,
                    to: *to,
                    counterclockwise: *counterclockwise,
                };
                self.add_arc(arc, *radius, matrix);
            }
            PathStep::Ellipse([x, y, radius_x, radius_y, rotation, from, to], counterclockwise) => {
                let arc = CircleArc {
                    center: Point::default(),
                    radius: *radius_x,
                    from: *from,
                    to: *to,
                    counterclockwise: *counterclockwise,
                };
                let turned = matrix.after(Matrix::translation(*x, *y)).after(Matrix::rotation(*rotation));
                self.add_arc(arc, *radius_y, turned);
            }
            PathStep::ArcTo([x1, y1, x2, y2, radius]) => {
                self.add_arc_to([Point::new(*x1, *y1), Point::new(*x2, *y2)], *radius, matrix);
            }
            PathStep::Rect([x, y, width, height]) => {
                self.move_to(point(*x, *y));
                self.line_to(point(x + width, *y));
                self.line_to(point(x + width, y + height));
                self.line_to(point(*x, y + height));
                self.close();
            }
            PathStep::RoundRect(rect, radii) => self.add_round_rect(*rect, *radii, matrix),
            PathStep::ClosePath => self.close(),
            PathStep::Svg(data) => self.add_path_data(data, matrix),
            PathStep::Path(steps, inner) => {
                let matrix = matrix.after(Matrix::new(*inner));
                steps.iter().for_each(|step| self.add_step(step, matrix));
            }
        }
    }

    fn move_to(&mut self, to: Point) {
        self.commands.push(PathCommand::MoveTo(to));
        (self.current, self.start) = (Some(to), to);
    }

    /// Adds a line; without a current point it only moves there.
    fn line_to(&mut self, to: Point) {
        if self.current.is_none() {
            return self.move_to(to);
        }
        self.commands.push(PathCommand::LineTo(to));
        self.current = Some(to);
    }

    fn curve_to(&mut self, first: Point, second: Point, to: Point) {
        if self.current.is_none() {
            self.move_to(first);
        }
        self.commands.push(PathCommand::CurveTo(first, second, to));
        self.current = Some(to);
    }

    fn quadratic_to(&mut self, control: Point, to: Point) {
        let from = self.current.unwrap_or(control);
        let toward = |end: Point| {
            Point::new(end.x + (control.x - end.x) * 2.0 / 3.0, end.y + (control.y - end.y) * 2.0 / 3.0)
        };
        self.curve_to(if self.current.is_some() { toward(from) } else { control }, toward(to), to);
    }

    fn close(&mut self) {
        if self.current.is_some() {
            self.commands.push(PathCommand::Close);
            self.current = Some(self.start);
        }
    }

    /// Adds an elliptic arc after a line to its start.
    fn add_arc(&mut self, arc: CircleArc, radius_y: f64, matrix: Matrix) {
        let mut own = PathBuilder::default();
        own.add_ellipse(arc, radius_y);
        for command in own.into_path() {
            match command {
                PathCommand::MoveTo(to) | PathCommand::LineTo(to) => self.line_to(matrix.map_point(to)),
                PathCommand::CurveTo(first, second, to) => {
                    self.curve_to(matrix.map_point(first), matrix.map_point(second), matrix.map_point(to));
                }
                PathCommand::Close => self.close(),
            }
        }
    }

    /// Adds the arc that rounds the corner at the first point on the way to the second.
    fn add_arc_to(&mut self, [corner, end]: [Point; 2], radius: f64, matrix: Matrix) {
        let to_user = |point: Point| matrix.inverse().map(|inverse| inverse.map_point(point));
        let Some(from) = self.current.and_then(to_user) else {
            return self.line_to(matrix.map_point(corner));
        };
        let (in_x, in_y) = (from.x - corner.x, from.y - corner.y);
        let (out_x, out_y) = (end.x - corner.x, end.y - corner.y);
        let (in_length, out_length) = (libm::hypot(in_x, in_y), libm::hypot(out_x, out_y));
        let cross = in_x * out_y - in_y * out_x;
        if in_length == 0.0
            || out_length == 0.0
            || radius == 0.0
            || cross.abs() <= 1e-9 * in_length * out_length
        {
            return self.line_to(matrix.map_point(corner));
        }
        let cosine = ((in_x * out_x + in_y * out_y) / (in_length * out_length)).clamp(-1.0, 1.0);
        // The distance from the corner to the points at which the circle touches the sides.
        let reach = radius / libm::tan(libm::acos(cosine) / 2.0);
        let first = Point::new(corner.x + in_x / in_length * reach, corner.y + in_y / in_length * reach);
        let last = Point::new(corner.x + out_x / out_length * reach, corner.y + out_y / out_length * reach);
        let side = if cross > 0.0 { 1.0 } else { -1.0 };
        let center = Point::new(
            first.x - side * in_y / in_length * radius,
            first.y + side * in_x / in_length * radius,
        );
        let angle = |point: Point| libm::atan2(point.y - center.y, point.x - center.x);
        let arc =
            CircleArc { center, radius, from: angle(first), to: angle(last), counterclockwise: cross > 0.0 };
        self.add_arc(arc, radius, matrix);
    }

    /// Adds a rectangle with elliptic corners; too large radii shrink together.
    fn add_round_rect(&mut self, [x, y, width, height]: [f64; 4], radii: [f64; 8], matrix: Matrix) {
        let [tl_x, tl_y, tr_x, tr_y, br_x, br_y, bl_x, bl_y] = radii;
        let sums = [(tl_x + tr_x, width), (bl_x + br_x, width), (tl_y + bl_y, height), (tr_y + br_y, height)];
        let shrink =
            sums.iter().fold(
                1.0f64,
                |least, (sum, side)| {
                    if *sum > side.abs() { least.min(side.abs() / sum) } else { least }
                },
            );
        // A negative side mirrors the rectangle.
        let flip = Matrix::translation(x, y).after(Matrix::scaling(width.signum(), height.signum()));
        let (matrix, width, height) = (matrix.after(flip), width.abs(), height.abs());
        let corners = [
            (0.0, 0.0, tl_x, tl_y, PI),
            (width, 0.0, tr_x, tr_y, PI + FRAC_PI_2),
            (width, height, br_x, br_y, TAU),
            (0.0, height, bl_x, bl_y, FRAC_PI_2),
        ];
        self.current = None;
        for (corner_x, corner_y, radius_x, radius_y, from) in corners {
            let (radius_x, radius_y) = (radius_x * shrink, radius_y * shrink);
            let inward = |corner: f64, radius: f64| if corner > 0.0 { corner - radius } else { radius };
            let center = Point::new(inward(corner_x, radius_x), inward(corner_y, radius_y));
            let arc =
                CircleArc { center, radius: radius_x, from, to: from + FRAC_PI_2, counterclockwise: false };
            if radius_x > 0.0 && radius_y > 0.0 {
                self.add_arc(arc, radius_y, matrix);
            } else {
                self.line_to(matrix.map_point(Point::new(corner_x, corner_y)));
            }
        }
        self.close();
        self.move_to(matrix.map_point(Point::default()));
    }

    /// Adds the path of SVG path data, up to its first error.
    fn add_path_data(&mut self, data: &str, matrix: Matrix) {
        let point = |x: f64, y: f64| matrix.map_point(Point::new(x, y));
        for segment in SimplifyingPathParser::from(data).map_while(Result::ok) {
            match segment {
                SimplePathSegment::MoveTo { x, y } => self.move_to(point(x, y)),
                SimplePathSegment::LineTo { x, y } => self.line_to(point(x, y)),
                SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                    self.curve_to(point(x1, y1), point(x2, y2), point(x, y));
                }
                SimplePathSegment::Quadratic { x1, y1, x, y } => {
                    self.quadratic_to(point(x1, y1), point(x, y));
                }
                SimplePathSegment::ClosePath => self.close(),
            }
        }
    }
}

/// A path that has been mapped by a matrix.
pub(super) fn map_path(commands: &[PathCommand], matrix: Matrix) -> Vec<PathCommand> {
    let map = |point: Point| matrix.map_point(point);
    let mapped = |command: &PathCommand| match *command {
        PathCommand::MoveTo(to) => PathCommand::MoveTo(map(to)),
        PathCommand::LineTo(to) => PathCommand::LineTo(map(to)),
        PathCommand::CurveTo(first, second, to) => PathCommand::CurveTo(map(first), map(second), map(to)),
        PathCommand::Close => PathCommand::Close,
    };
    commands.iter().map(mapped).collect()
}

/// The outline of a rectangle.
pub(super) fn rect_commands([x, y, width, height]: [f64; 4], matrix: Matrix) -> Vec<PathCommand> {
    map_path(&rect_path(x, y, width, height), matrix)
}
