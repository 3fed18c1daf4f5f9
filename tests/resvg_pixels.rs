//! Our rasteriser draws clips by itself: each pixel must be the one that resvg makes of the same SVG.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use emberline::Fonts;
use emberline::bench::{parse_svg, rasterise_tree};
use tiny_skia::{Pixmap, Transform};
use usvg::Tree;

const SCALES: [f64; 4] = [1.0, 1.5, 2.0, 3.0];
/// The scales of the fixtures, which are larger.
const FIXTURE_SCALES: [f64; 2] = [1.0, 1.5];

/// The pixels that differ between our picture of a tree and resvg's: their number, and the place and the bytes of the first.
fn difference(tree: &Tree, scale: f64) -> Option<String> {
    let ours = rasterise_tree(tree, scale).expect("there is memory");
    let mut theirs = Pixmap::new(ours.width(), ours.height()).expect("there is memory");
    resvg::render(tree, Transform::from_scale(scale as f32, scale as f32), &mut theirs.as_mut());
    if ours.data() == theirs.data() {
        return None;
    }
    let pairs = || ours.pixels().iter().zip(theirs.pixels());
    let first = pairs().position(|(ours, theirs)| ours != theirs)?;
    let count = pairs().filter(|(ours, theirs)| ours != theirs).count();
    let (x, y) = (first as u32 % ours.width(), first as u32 / ours.width());
    let (a, b) = (ours.pixels()[first], theirs.pixels()[first]);
    Some(format!("{count} pixels at scale {scale}, the first at ({x}, {y}): {a:?} instead of {b:?}"))
}

fn svg_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            svg_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "svg") {
            files.push(path);
        }
    }
}

#[test]
fn every_fixture_has_the_pixels_of_resvg() {
    let fonts = Fonts::embedded();
    let mut files = Vec::new();
    svg_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"), &mut files);
    files.sort();
    let mut clipped = 0;
    let mut failures = String::new();
    for file in &files {
        let svg = std::fs::read_to_string(file).expect("a text");
        let has_clips = svg.contains("clip-path");
        clipped += usize::from(has_clips);
        // Pictures without clips are resvg's own.
        let tree = parse_svg(&svg, &fonts).expect("the SVG is valid");
        for scale in FIXTURE_SCALES.into_iter().take(if has_clips { FIXTURE_SCALES.len() } else { 1 }) {
            if let Some(difference) = difference(&tree, scale) {
                let _ = writeln!(failures, "{}: {difference}", file.display());
            }
        }
    }
    assert!(clipped > 20, "{clipped} of {} fixtures have clips", files.len());
    assert!(failures.is_empty(), "{failures}");
}

/// Numbers in a range, the same in each run (a linear congruence; Knuth, MMIX).
struct Numbers(u64);

impl Numbers {
    fn next_in(&mut self, from: f64, to: f64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        from + (self.0 >> 40) as f64 / f64::from(1u32 << 24) * (to - from)
    }

    /// A coordinate with two decimals, as our SVGs have them, that lies in the picture or a little beyond.
    fn coordinate(&mut self, side: f64) -> f64 {
        (self.next_in(-0.3 * side, 1.3 * side) * 100.0).round() / 100.0
    }

    fn choice<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.next_in(0.0, of.len() as f64) as usize]
    }
}

/// A shape, filled or stroked, opaque or translucent, with a gradient at times.
fn random_shape(numbers: &mut Numbers) -> String {
    let [x1, x2] = [(); 2].map(|()| numbers.coordinate(80.0));
    let [y1, y2] = [(); 2].map(|()| numbers.coordinate(60.0));
    let color = numbers.choice(&["#c33", "#37a", "url(#linear)", "url(#radial)"]);
    let opacity = numbers.choice(&["1", "0.5", "0.35"]);
    let width = numbers.choice(&["0.4", "1", "2.5", "9"]);
    let form = numbers.choice(&["rect", "line", "curve", "circle", "level"]);
    let stroke = format!("fill='none' stroke='{color}' stroke-opacity='{opacity}' stroke-width='{width}'");
    let fill = format!("fill='{color}' fill-opacity='{opacity}'");
    match form {
        "rect" => {
            let (width, height) = ((x2 - x1).abs(), (y2 - y1).abs());
            format!("<rect x='{x1}' y='{y1}' width='{width:.2}' height='{height:.2}' {fill}/>")
        }
        "line" => format!("<path d='M{x1} {y1}L{x2} {y2}' stroke-dasharray='3 2' {stroke}/>"),
        "level" => format!("<path d='M{x1} {y1}H{x2}' {stroke}/>"),
        "curve" => format!("<path d='M{x1} {y1}C{x2} {y1} {x1} {y2} {x2} {y2}' {stroke}/>"),
        _ => format!("<circle cx='{x1}' cy='{y1}' r='{}' {fill}/>", width.len() * 6),
    }
}

/// Some shapes in one clip or in two, one inside the other.
fn random_picture(seed: u64, outer: &str, inner: &str) -> String {
    let mut numbers = Numbers(seed);
    let mut rect = || {
        let (x, y) = (numbers.coordinate(40.0), numbers.coordinate(30.0));
        let (width, height) = (numbers.next_in(0.2, 60.0), numbers.next_in(0.2, 45.0));
        format!("<rect x='{x}' y='{y}' width='{width:.2}' height='{height:.2}'/>")
    };
    let (first, second) = (rect(), rect());
    let mut shapes = || (0..4).map(|_| random_shape(&mut numbers)).collect::<String>();
    let (below, above) = (shapes(), shapes());
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='60'><defs>\
         <clipPath id='a'>{first}</clipPath><clipPath id='b'>{second}</clipPath>\
         <clipPath id='ellipse'><ellipse cx='39.3' cy='30' rx='31.2' ry='20'/></clipPath>\
         <clipPath id='ring'><path clip-rule='evenodd' d='M10 5H70V55H10ZM30 15L60 20L50 45Z'/></clipPath>\
         <clipPath id='two'><rect width='30' height='30'/><circle cx='40' cy='30' r='19'/></clipPath>\
         <linearGradient id='linear' gradientUnits='userSpaceOnUse' x2='80'><stop stop-color='#fc0'/>\
         <stop offset='1' stop-color='#06c' stop-opacity='0.6'/></linearGradient>\
         <radialGradient id='radial' gradientUnits='userSpaceOnUse' cx='30' cy='30' r='40'><stop stop-color='#fff'/>\
         <stop offset='1' stop-color='#093'/></radialGradient>\
         </defs><rect width='80' height='60' fill='#fafafa'/>{below}\
         <g clip-path='url(#{outer})'>{below}<g {inner}>{above}</g></g></svg>"
    )
}

#[test]
fn random_clips_have_the_pixels_of_resvg() {
    let fonts = Fonts::embedded();
    let inner = [
        "",
        "clip-path='url(#b)'",
        "clip-path='url(#ellipse)'",
        "opacity='0.7'",
        "transform='translate(3.21 -4.5) scale(1.1 0.9)' clip-path='url(#b)'",
        "transform='rotate(20)' clip-path='url(#b)'",
        "opacity='0.5' clip-path='url(#b)'",
    ];
    let mut failures = String::new();
    for seed in 0..210u64 {
        let outer = ["a", "a", "ellipse", "ring", "two"][seed as usize % 5];
        let svg = random_picture(seed, outer, inner[seed as usize % inner.len()]);
        let tree = parse_svg(&svg, &fonts).expect("the SVG is valid");
        for scale in SCALES {
            if let Some(difference) = difference(&tree, scale) {
                let _ = writeln!(failures, "{difference}\n{svg}");
            }
        }
    }
    assert!(failures.is_empty(), "{} pictures:\n{failures}", failures.matches("<svg").count());
}
