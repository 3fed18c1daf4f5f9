//! Comparison of pictures by pixels, equal to pixelmatch 5.3.0: antialiased pixels do not count. The tolerances of Chart.js's
//! cases are made for its counts.

/// A picture as RGBA bytes.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub data: Vec<[u8; 4]>,
}

/// The largest possible result of [`color_difference`].
const MAX_DIFFERENCE: f64 = 35215.0;

/// The result of the comparison of one pixel.
#[derive(Clone, Copy, PartialEq)]
pub enum Verdict {
    Equal,
    /// The difference is at most the threshold.
    Near,
    /// The pixel is antialiased: it lies between a darker and a brighter one. It does not count.
    Edge,
    Different,
}

/// Returns the verdict of each pixel, row by row; `threshold` is from 0 to 1.
pub fn compare_pictures(a: &Picture, b: &Picture, threshold: f64) -> Vec<Verdict> {
    let max_difference = MAX_DIFFERENCE * threshold * threshold;
    let verdict = |place: usize| {
        if a.data[place] == b.data[place] {
            return Verdict::Equal;
        }
        let (x, y) = (place % a.width, place / a.width);
        if color_difference(a.data[place], b.data[place]).abs() <= max_difference {
            Verdict::Near
        } else if is_antialiased(a, b, x, y) || is_antialiased(b, a, x, y) {
            Verdict::Edge
        } else {
            Verdict::Different
        }
    };
    (0..a.width * a.height).map(verdict).collect()
}

/// Returns the positions of the neighbours of a pixel, column by column.
fn neighbours(picture: &Picture, x: usize, y: usize) -> impl Iterator<Item = (usize, usize)> {
    let (right, bottom) = ((x + 1).min(picture.width - 1), (y + 1).min(picture.height - 1));
    let columns = x.saturating_sub(1)..=right;
    columns
        .flat_map(move |column| (y.saturating_sub(1)..=bottom).map(move |row| (column, row)))
        .filter(move |place| *place != (x, y))
}

fn is_at_edge(picture: &Picture, x: usize, y: usize) -> bool {
    x == 0 || y == 0 || x + 1 == picture.width || y + 1 == picture.height
}

/// Returns true if a pixel lies on a slope between a darker and a brighter one.
fn is_antialiased(picture: &Picture, other: &Picture, x: usize, y: usize) -> bool {
    let own = picture.data[y * picture.width + x];
    let mut equal = usize::from(is_at_edge(picture, x, y));
    let (mut darkest, mut brightest) = ((0.0, (0, 0)), (0.0, (0, 0)));
    for (column, row) in neighbours(picture, x, y) {
        let delta = brightness_difference(own, picture.data[row * picture.width + column]);
        if delta == 0.0 {
            equal += 1;
            if equal > 2 {
                return false;
            }
        } else if delta < darkest.0 {
            darkest = (delta, (column, row));
        } else if delta > brightest.0 {
            brightest = (delta, (column, row));
        }
    }
    let flat = |(x, y): (usize, usize)| {
        has_many_equal_neighbours(picture, x, y) && has_many_equal_neighbours(other, x, y)
    };
    darkest.0 != 0.0 && brightest.0 != 0.0 && (flat(darkest.1) || flat(brightest.1))
}

fn has_many_equal_neighbours(picture: &Picture, x: usize, y: usize) -> bool {
    let own = picture.data[y * picture.width + x];
    let equal = neighbours(picture, x, y).filter(|(x, y)| picture.data[y * picture.width + x] == own).count();
    equal + usize::from(is_at_edge(picture, x, y)) > 2
}

/// Blends an RGBA colour with white.
fn blend_on_white([r, g, b, a]: [u8; 4]) -> [f64; 3] {
    let alpha = f64::from(a) / 255.0;
    [r, g, b].map(
        |channel| if a == 255 { f64::from(channel) } else { 255.0 + (f64::from(channel) - 255.0) * alpha },
    )
}

fn luma([r, g, b]: [f64; 3]) -> f64 {
    r * 0.298_895_31 + g * 0.586_622_47 + b * 0.114_482_23
}

fn brightness_difference(a: [u8; 4], b: [u8; 4]) -> f64 {
    if a == b { 0.0 } else { luma(blend_on_white(a)) - luma(blend_on_white(b)) }
}

fn color_difference(a: [u8; 4], b: [u8; 4]) -> f64 {
    if a == b {
        return 0.0;
    }
    let (a, b) = (blend_on_white(a), blend_on_white(b));
    let i = |[r, g, b]: [f64; 3]| r * 0.595_977_99 - g * 0.274_176_10 - b * 0.321_801_89;
    let q = |[r, g, b]: [f64; 3]| r * 0.211_470_17 - g * 0.522_617_11 + b * 0.311_146_94;
    let (y, i, q) = (luma(a) - luma(b), i(a) - i(b), q(a) - q(b));
    0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
}
