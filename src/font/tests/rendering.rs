//! usvg and resvg draw runs as they were measured.

use super::scripts::{COVERED, MISSING, STYLE, thai_font};
use crate::font::{Figures, Fonts, MeasuredLine, TextStyle, Weight};
use crate::geometry::Point;
use std::fmt::Write as _;
use std::sync::Arc;

const LEFT: f64 = 10.0;
const BASELINE: f64 = 40.0;
const WIDTH: u32 = 600;
const HEIGHT: u32 = 60;

fn svg_document(body: &str) -> String {
    format!("<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}'>{body}</svg>")
}

fn live_text(line: &MeasuredLine, size: f64, anchor: &str) -> String {
    line.runs.iter().fold(String::new(), |mut body, run| {
        let text = run.text.replace('&', "&amp;").replace('<', "&lt;");
        let (x, family, weight) = (LEFT + run.x, &run.family, run.weight.css_value());
        let space = if run.needs_preserved_spaces() { "xml:space='preserve' " } else { "" };
        writeln!(
            body,
            "<text {space}x='{x}' y='{BASELINE}' text-anchor='{anchor}' font-size='{size}' font-family=\"'{family}'\" font-weight='{weight}'>{text}</text>"
        )
        .unwrap();
        body
    })
}

fn outlined_text(fonts: &Fonts, line: &MeasuredLine, size: f64) -> String {
    line.runs.iter().fold(String::new(), |mut body, run| {
        let (x, data) = (LEFT + run.x, fonts.run_outline(run, size, Point::default()));
        writeln!(body, "<path transform='translate({x} {BASELINE})' d='{data}'/>").unwrap();
        body
    })
}

fn parse_svg(fonts: &Fonts, body: &str) -> usvg::Tree {
    let options = usvg::Options { fontdb: Arc::clone(fonts.database()), ..usvg::Options::default() };
    usvg::Tree::from_str(&svg_document(body), &options).unwrap()
}

fn alpha_values(tree: &usvg::Tree) -> Vec<u8> {
    let mut pixmap = tiny_skia::Pixmap::new(WIDTH, HEIGHT).unwrap();
    resvg::render(tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    pixmap.pixels().iter().map(|pixel| pixel.alpha()).collect()
}

fn sample_texts() -> impl Iterator<Item = &'static str> {
    let more = ["AVATAR → fi ffi (A) 12x8", "Sprint ภาษาไทย 12", "  two  spaces  "];
    COVERED.iter().map(|case| case.0).chain(MISSING.iter().map(|case| case.0)).chain(more)
}

fn sample_styles() -> [TextStyle; 3] {
    let bold = TextStyle { weight: Weight::Bold, ..STYLE };
    [STYLE, bold, TextStyle { size: 33.3, figures: Figures::Tabular, ..STYLE }]
}

fn fonts_with_thai() -> Fonts {
    let mut fonts = Fonts::embedded();
    fonts.add(thai_font()).unwrap();
    fonts
}

/// The text nodes of a picture.
fn text_nodes(tree: &usvg::Tree) -> Vec<&usvg::Text> {
    fn as_text(node: &usvg::Node) -> Option<&usvg::Text> {
        if let usvg::Node::Text(text) = node { Some(text) } else { None }
    }
    tree.root().children().iter().filter_map(as_text).collect()
}

#[test]
fn usvg_lays_out_runs_as_measured() {
    let fonts = fonts_with_thai();
    for (text, style) in sample_texts().flat_map(|text| sample_styles().map(|style| (text, style))) {
        let mut line = fonts.measure_line(text, style);
        line.runs.retain(|run| !run.text.trim().is_empty());
        let from_left = parse_svg(&fonts, &live_text(&line, style.size, "start"));
        let from_right = parse_svg(&fonts, &live_text(&line, style.size, "end"));
        assert_eq!(text_nodes(&from_left).len(), line.runs.len(), "{text:?}");
        for ((one, other), run) in
            text_nodes(&from_left).into_iter().zip(text_nodes(&from_right)).zip(&line.runs)
        {
            // In usvg, a mark of width 0 has a box one pixel wide: compare the left edges, not the widths.
            let (start, end) = (f64::from(one.bounding_box().left()), f64::from(other.bounding_box().left()));
            assert!((start - LEFT - run.x).abs() < 0.02, "{run:?} starts at {start}");
            assert!((start - end - run.width).abs() < 0.02, "{run:?} is {} wide", start - end);
            let used: Vec<_> = one.layouted().iter().flat_map(|span| &span.positioned_glyphs).collect();
            let family = |id| fonts.database().face(id).unwrap().families[0].0.clone();
            assert!(used.iter().all(|glyph| glyph.id.0 != 0 && family(glyph.font) == *run.family), "{run:?}");
        }
    }
}

#[test]
fn every_run_is_visible_and_nothing_is_drawn_beyond_the_line() {
    let fonts = fonts_with_thai();
    for text in sample_texts() {
        let line = fonts.measure_line(text, STYLE);
        let alpha = alpha_values(&parse_svg(&fonts, &live_text(&line, STYLE.size, "start")));
        for run in line.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let inside =
                |x: usize| (x as f64) >= LEFT + run.x - 1.0 && (x as f64) <= LEFT + run.x + run.width + 1.0;
            let inked =
                alpha.iter().enumerate().any(|(at, alpha)| *alpha > 40 && inside(at % WIDTH as usize));
            assert!(inked, "{text:?}: nothing at {run:?}");
        }
        let beyond = LEFT + line.width + 4.0;
        let stray = alpha
            .iter()
            .enumerate()
            .any(|(at, alpha)| *alpha > 40 && ((at % WIDTH as usize) as f64) > beyond);
        assert!(!stray, "{text:?}: ink beyond {beyond}");
    }
}

#[test]
fn outlined_text_looks_like_live_text() {
    let fonts = fonts_with_thai();
    for (text, style) in sample_texts().flat_map(|text| sample_styles().map(|style| (text, style))) {
        let line = fonts.measure_line(text, style);
        let one = alpha_values(&parse_svg(&fonts, &live_text(&line, style.size, "start")));
        let two = alpha_values(&parse_svg(&fonts, &outlined_text(&fonts, &line, style.size)));
        let difference = one.iter().zip(&two).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>();
        let ink = one.iter().map(|alpha| u64::from(*alpha)).sum::<u64>();
        // Rounding to two decimals moves an edge by 0.005 px at most, and the rasteriser samples quarter rows.
        assert!(difference * 50 <= ink, "{text:?} {style:?}: {difference} of {ink}");
    }
}

#[test]
fn text_in_an_unknown_family_is_drawn_with_the_text_font() {
    let tree =
        parse_svg(&Fonts::embedded(), "<text x='10' y='40' font-family='Comic Sans MS, fantasy'>a</text>");
    assert!(alpha_values(&tree).iter().any(|alpha| *alpha > 200));
}

#[cfg(feature = "embed-font")]
#[test]
fn an_embedded_subset_draws_the_same_pixels() {
    use crate::font::face::Face;
    use crate::font::family::Family;
    use base64::Engine as _;

    let fonts = fonts_with_thai();
    for (text, style) in sample_texts().flat_map(|text| sample_styles().map(|style| (text, style))) {
        let line = fonts.measure_line(text, style);
        let Some(css) = fonts.embed_css(&line.runs) else {
            assert!(line.runs.is_empty(), "{text:?}");
            continue;
        };
        let mut families: Vec<Family> = Vec::new();
        for rule in css.lines() {
            let between = |from: &str, to: &str| rule.split_once(from).unwrap().1.split_once(to).unwrap().0;
            let data = base64::engine::general_purpose::STANDARD.decode(between("base64,", ")")).unwrap();
            assert!(data.len() < 60_000, "{text:?}: {}", data.len());
            let name: Arc<str> = between("font-family:'", "'").into();
            let upem = fonts.find_family(&name).unwrap().regular.units_per_em() as u16;
            let face = Arc::new(Face::from_added(Arc::new(data), 0, upem, false));
            families.push(Family { name, regular: Arc::clone(&face), bold: Some(face) });
        }
        let subset_fonts = Fonts::from_families(families);
        let body = live_text(&line, style.size, "start");
        assert!(
            alpha_values(&parse_svg(&fonts, &body)) == alpha_values(&parse_svg(&subset_fonts, &body)),
            "{text:?} {style:?}"
        );
    }
    assert_eq!(fonts.embed_css(&[]), None);
}
