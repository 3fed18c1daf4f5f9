//! Path data.

use crate::geometry::Point;
use crate::scene::Segment;

use super::number::{hundredths, push_hundredths};

/// The data of a path.
pub(super) fn push(text: &mut String, segments: &[Segment]) {
    let mut pen = Pen { text, at: (0, 0), start: (0, 0), drawn: false };
    for (place, segment) in segments.iter().enumerate() {
        match segment {
            Segment::Move(to) => {
                pen.command('M', [*to]);
                (pen.start, pen.drawn) = (pen.at, false);
            }
            Segment::Line(to) => {
                let more = matches!(segments.get(place + 1), Some(Segment::Line(_) | Segment::Curve(..)));
                pen.line(*to, more);
            }
            Segment::Curve(a, b, to) => {
                pen.command('C', [*a, *b, *to]);
                pen.drawn = true;
            }
            Segment::Close => {
                pen.text.push('Z');
                pen.at = pen.start;
            }
        }
    }
}

/// Whether a path's line turns anywhere.
pub(super) fn has_corners(segments: &[Segment]) -> bool {
    let draws = |segment: &Segment| !matches!(segment, Segment::Move(_));
    segments.windows(2).any(|pair| pair.iter().all(draws))
}

/// A path while it is written; places are in hundredths.
struct Pen<'a> {
    text: &'a mut String,
    at: (i64, i64),
    start: (i64, i64),
    /// The subpath has a line that is more than a dot.
    drawn: bool,
}

impl Pen<'_> {
    fn command<const N: usize>(&mut self, letter: char, points: [Point; N]) {
        let mut before = letter;
        for point in points {
            self.at = place(point);
            self.text.push(before);
            push_hundredths(self.text, self.at.0);
            self.text.push(' ');
            push_hundredths(self.text, self.at.1);
            before = ' ';
        }
    }

    /// Level and upright lines have letters of their own. One that leads nowhere is left out where the subpath has
    /// others: alone, it may be a dot.
    fn line(&mut self, to: Point, more: bool) {
        let (x, y) = place(to);
        let (letter, along) = match (x == self.at.0, y == self.at.1) {
            (true, true) if self.drawn || more => return,
            (false, true) => ('H', x),
            (true, false) => ('V', y),
            _ => {
                self.drawn |= (x, y) != self.at;
                return self.command('L', [to]);
            }
        };
        (self.at, self.drawn) = ((x, y), true);
        self.text.push(letter);
        push_hundredths(self.text, along);
    }
}

fn place(point: Point) -> (i64, i64) {
    (hundredths(point.x), hundredths(point.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::through;

    fn data(points: &[(f64, f64)], closed: bool) -> String {
        let mut path = through(points.iter().map(|(x, y)| Point::new(*x, *y)));
        path.extend(closed.then_some(Segment::Close));
        let mut text = String::new();
        push(&mut text, &path);
        text
    }

    #[test]
    fn a_path_says_no_more_than_it_has_to() {
        assert_eq!(data(&[(1.0, 2.0), (3.0, 2.0), (3.0, 4.5), (1.0, 2.0)], true), "M1 2H3V4.5L1 2Z");
        assert_eq!(data(&[(1.0, 2.0), (1.001, 2.0), (3.0, 3.0), (3.0, 3.0)], false), "M1 2L3 3");
    }

    #[test]
    fn a_dot_stays() {
        assert_eq!(data(&[(1.0, 2.0), (1.0, 2.0)], false), "M1 2L1 2");
        assert_eq!(data(&[(1.0, 2.0), (1.0, 2.0), (1.0, 2.0)], false), "M1 2L1 2");
    }

    #[test]
    fn after_its_end_a_subpath_goes_on_from_its_start() {
        let mut path = through([Point::new(1.0, 1.0), Point::new(5.0, 1.0)]);
        path.extend([Segment::Close, Segment::Line(Point::new(5.0, 1.0))]);
        let mut text = String::new();
        push(&mut text, &path);
        assert_eq!(text, "M1 1H5ZH5");
    }

    #[test]
    fn one_line_has_no_corner() {
        let line = through([Point::new(1.0, 1.0), Point::new(5.0, 1.0)]);
        assert!(!has_corners(&line) && !has_corners(&[line.clone(), line.clone()].concat()));
        assert!(has_corners(&[line, vec![Segment::Close]].concat()));
    }
}
