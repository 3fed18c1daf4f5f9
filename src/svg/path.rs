//! The path data of `<path d="…">`.

use crate::geometry::Point;
use crate::scene::PathCommand;

use super::number::{push_hundredths, to_hundredths};

/// Appends path data.
pub(super) fn push_path_data(text: &mut String, commands: &[PathCommand]) {
    let mut writer = PathWriter { text, position: (0, 0), subpath_start: (0, 0), has_line: false };
    for (index, command) in commands.iter().enumerate() {
        match command {
            PathCommand::MoveTo(to) => {
                writer.push_command('M', [*to]);
                (writer.subpath_start, writer.has_line) = (writer.position, false);
            }
            PathCommand::LineTo(to) => {
                let continues = matches!(
                    commands.get(index + 1),
                    Some(PathCommand::LineTo(_) | PathCommand::CurveTo(..))
                );
                writer.push_line(*to, continues);
            }
            PathCommand::CurveTo(a, b, to) => {
                writer.push_command('C', [*a, *b, *to]);
                writer.has_line = true;
            }
            PathCommand::Close => {
                writer.text.push('Z');
                writer.position = writer.subpath_start;
            }
        }
    }
}

/// Returns true if two drawing commands follow each other, so that the path has a corner.
pub(super) fn has_corners(commands: &[PathCommand]) -> bool {
    let draws = |command: &PathCommand| !matches!(command, PathCommand::MoveTo(_));
    commands.windows(2).any(|pair| pair.iter().all(draws))
}

/// Writes one path; positions are in hundredths of a pixel.
struct PathWriter<'a> {
    text: &'a mut String,
    position: (i64, i64),
    subpath_start: (i64, i64),
    /// True if the subpath has a line that is longer than a dot.
    has_line: bool,
}

impl PathWriter<'_> {
    fn push_command<const N: usize>(&mut self, letter: char, points: [Point; N]) {
        let mut separator = letter;
        for point in points {
            self.position = in_hundredths(point);
            self.text.push(separator);
            push_hundredths(self.text, self.position.0);
            self.text.push(' ');
            push_hundredths(self.text, self.position.1);
            separator = ' ';
        }
    }

    /// Appends a line, as `H` or `V` if it is horizontal or vertical. A line of length 0 is left out if the subpath has
    /// other lines or `continues`; alone it may be a dot.
    fn push_line(&mut self, to: Point, continues: bool) {
        let (x, y) = in_hundredths(to);
        let (letter, coordinate) = match (x == self.position.0, y == self.position.1) {
            (true, true) if self.has_line || continues => return,
            (false, true) => ('H', x),
            (true, false) => ('V', y),
            _ => {
                self.has_line |= (x, y) != self.position;
                return self.push_command('L', [to]);
            }
        };
        (self.position, self.has_line) = ((x, y), true);
        self.text.push(letter);
        push_hundredths(self.text, coordinate);
    }
}

fn in_hundredths(point: Point) -> (i64, i64) {
    (to_hundredths(point.x), to_hundredths(point.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::polyline_path;

    fn path_data(points: &[(f64, f64)], closed: bool) -> String {
        let mut path = polyline_path(points.iter().map(|(x, y)| Point::new(*x, *y)));
        path.extend(closed.then_some(PathCommand::Close));
        let mut text = String::new();
        push_path_data(&mut text, &path);
        text
    }

    #[test]
    fn path_data_has_no_redundant_commands() {
        assert_eq!(path_data(&[(1.0, 2.0), (3.0, 2.0), (3.0, 4.5), (1.0, 2.0)], true), "M1 2H3V4.5L1 2Z");
        assert_eq!(path_data(&[(1.0, 2.0), (1.001, 2.0), (3.0, 3.0), (3.0, 3.0)], false), "M1 2L3 3");
    }

    #[test]
    fn a_path_that_is_only_a_dot_keeps_its_line() {
        assert_eq!(path_data(&[(1.0, 2.0), (1.0, 2.0)], false), "M1 2L1 2");
        assert_eq!(path_data(&[(1.0, 2.0), (1.0, 2.0), (1.0, 2.0)], false), "M1 2L1 2");
    }

    #[test]
    fn after_close_the_next_line_starts_at_the_start_of_the_subpath() {
        let mut path = polyline_path([Point::new(1.0, 1.0), Point::new(5.0, 1.0)]);
        path.extend([PathCommand::Close, PathCommand::LineTo(Point::new(5.0, 1.0))]);
        let mut text = String::new();
        push_path_data(&mut text, &path);
        assert_eq!(text, "M1 1H5ZH5");
    }

    #[test]
    fn a_single_line_has_no_corner() {
        let line = polyline_path([Point::new(1.0, 1.0), Point::new(5.0, 1.0)]);
        assert!(!has_corners(&line) && !has_corners(&[line.clone(), line.clone()].concat()));
        assert!(has_corners(&[line, vec![PathCommand::Close]].concat()));
    }
}
