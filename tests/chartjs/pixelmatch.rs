//! Which pixels of two pictures differ, as pixelmatch 5.3.0 counts: antialiased ones left out. The Chart.js cases'
//! tolerances are made for its counts.

/// A picture as RGBA bytes.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub data: Vec<[u8; 4]>,
}

/// The greatest difference of two colours there is.
const MOST: f64 = 35215.0;

/// What a pixel of two pictures comes to.
#[derive(Clone, Copy, PartialEq)]
pub enum Verdict {
    Equal,
    /// Less than the threshold.
    Near,
    /// On a slope between a darker and a brighter one: not counted.
    Edge,
    Different,
}

/// The verdict of every pixel, row by row; `threshold` is from 0 to 1.
pub fn verdicts(a: &Picture, b: &Picture, threshold: f64) -> Vec<Verdict> {
    let most = MOST * threshold * threshold;
    let verdict = |place: usize| {
        if a.data[place] == b.data[place] {
            return Verdict::Equal;
        }
        let (x, y) = (place % a.width, place / a.width);
        if delta(a.data[place], b.data[place]).abs() <= most {
            Verdict::Near
        } else if antialiased(a, b, x, y) || antialiased(b, a, x, y) {
            Verdict::Edge
        } else {
            Verdict::Different
        }
    };
    (0..a.width * a.height).map(verdict).collect()
}

/// The neighbours of a pixel, column by column.
fn neighbours(picture: &Picture, x: usize, y: usize) -> impl Iterator<Item = (usize, usize)> {
    let (right, bottom) = ((x + 1).min(picture.width - 1), (y + 1).min(picture.height - 1));
    let columns = x.saturating_sub(1)..=right;
    columns
        .flat_map(move |column| (y.saturating_sub(1)..=bottom).map(move |row| (column, row)))
        .filter(move |place| *place != (x, y))
}

fn at_edge(picture: &Picture, x: usize, y: usize) -> bool {
    x == 0 || y == 0 || x + 1 == picture.width || y + 1 == picture.height
}

/// Whether a pixel lies on a slope between a darker and a brighter one.
fn antialiased(picture: &Picture, other: &Picture, x: usize, y: usize) -> bool {
    let own = picture.data[y * picture.width + x];
    let mut equal = usize::from(at_edge(picture, x, y));
    let (mut darkest, mut brightest) = ((0.0, (0, 0)), (0.0, (0, 0)));
    for (column, row) in neighbours(picture, x, y) {
        let delta = brightness(own, picture.data[row * picture.width + column]);
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
    let flat = |(x, y): (usize, usize)| many_equal(picture, x, y) && many_equal(other, x, y);
    darkest.0 != 0.0 && brightest.0 != 0.0 && (flat(darkest.1) || flat(brightest.1))
}

fn many_equal(picture: &Picture, x: usize, y: usize) -> bool {
    let own = picture.data[y * picture.width + x];
    let equal = neighbours(picture, x, y).filter(|(x, y)| picture.data[y * picture.width + x] == own).count();
    equal + usize::from(at_edge(picture, x, y)) > 2
}

/// On white.
fn blended([r, g, b, a]: [u8; 4]) -> [f64; 3] {
    let alpha = f64::from(a) / 255.0;
    [r, g, b].map(
        |channel| if a == 255 { f64::from(channel) } else { 255.0 + (f64::from(channel) - 255.0) * alpha },
    )
}

fn luma([r, g, b]: [f64; 3]) -> f64 {
    r * 0.298_895_31 + g * 0.586_622_47 + b * 0.114_482_23
}

fn brightness(a: [u8; 4], b: [u8; 4]) -> f64 {
    if a == b { 0.0 } else { luma(blended(a)) - luma(blended(b)) }
}

fn delta(a: [u8; 4], b: [u8; 4]) -> f64 {
    if a == b {
        return 0.0;
    }
    let (a, b) = (blended(a), blended(b));
    let i = |[r, g, b]: [f64; 3]| r * 0.595_977_99 - g * 0.274_176_10 - b * 0.321_801_89;
    let q = |[r, g, b]: [f64; 3]| r * 0.211_470_17 - g * 0.522_617_11 + b * 0.311_146_94;
    let (y, i, q) = (luma(a) - luma(b), i(a) - i(b), q(a) - q(b));
    0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q
}
