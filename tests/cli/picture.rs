//! What is in the files.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Unit};
use usvg::roxmltree::Document;

use super::{Place, example, fixture};

/// Pixels and header of a PNG.
fn decode(bytes: &[u8]) -> (Vec<u8>, png::Info<'static>) {
    let mut reader = Decoder::new(Cursor::new(bytes)).read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
    reader.next_frame(&mut pixels).expect("pixels");
    reader.finish().expect("the end of the PNG");
    let info = reader.info().clone();
    (pixels, info)
}

fn render(input: &str, flags: &[&str]) -> Vec<u8> {
    let mut args = vec!["render", input, "-o", "-"];
    args.extend(flags);
    Place::new().run(&args).quiet()
}

fn svg(input: &str, flags: &[&str]) -> String {
    let mut args = vec!["--format", "svg"];
    args.extend(flags);
    String::from_utf8(render(input, &args)).expect("UTF-8")
}

#[test]
fn a_png_is_rgb_of_the_size_asked_for_and_tells_what_it_shows() {
    let (_, info) =
        decode(&render(&example("flat-but-busy.json"), &["--preset", "thumbnail", "--scale", "2"]));
    assert_eq!((info.width, info.height), (960, 540));
    assert_eq!((info.color_type, info.bit_depth), (ColorType::Rgb, BitDepth::Eight));
    let dots = info.pixel_dims.expect("pHYs");
    assert_eq!((dots.xppu, dots.yppu, dots.unit), (7559, 7559, Unit::Meter), "192 to the inch");
    let text = |keyword: &str| {
        let text = info.utf8_text.iter().find(|text| text.keyword == keyword).expect("iTXt");
        text.get_text().expect("UTF-8")
    };
    assert_eq!(text("Title"), "Burndown of Sprint 5");
    assert!(text("Description").contains("items committed at the start"), "{}", text("Description"));
    let software = &info.uncompressed_latin1_text[0];
    assert_eq!((software.keyword.as_str(), software.text.as_str()), ("Software", "emberline 0.1.0"));
}

#[test]
fn width_and_height_go_over_the_preset() {
    let (_, info) = decode(&render(&example("points.json"), &["--width", "700", "--preset", "teams"]));
    assert_eq!((info.width, info.height), (700, 576));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["svg", "png"] {
        let flags = ["--format", format, "--preset", "thumbnail", "--embed-font"];
        assert!(
            render(&example("points.json"), &flags) == render(&example("points.json"), &flags),
            "{format}"
        );
    }
}

#[test]
fn best_compression_gives_the_same_pixels_in_fewer_bytes() {
    let fast = render(&example("points.json"), &[]);
    let best = render(&example("points.json"), &["--compression", "best"]);
    assert!(decode(&fast).0 == decode(&best).0);
    assert!(best.len() * 2 < fast.len(), "{} of {} bytes", best.len(), fast.len());
}

#[test]
fn outlined_text_needs_no_font() {
    let outlined = svg(&example("points.json"), &["--text", "outline"]);
    assert!(!outlined.contains("<text") && outlined.contains("<path"));
    assert!(svg(&example("points.json"), &[]).contains("<text"));
}

#[test]
fn an_embedded_font_leaves_the_svg_readable() {
    let embedded = svg(&example("points.json"), &["--embed-font"]);
    assert!(embedded.contains("@font-face{") && !svg(&example("points.json"), &[]).contains("@font-face"));
    usvg::Tree::from_str(&embedded, &usvg::Options::default()).expect("usvg reads it");
}

#[test]
fn a_chart_takes_its_glyphs_along() {
    let chart = example("chartjs/velocity.json");
    let (plain, embedded) = (svg(&chart, &[]), svg(&chart, &["--embed-font"]));
    assert!(!plain.contains("@font-face"));
    assert!(
        embedded.contains("@font-face{font-family:'Inter'") && embedded.ends_with("</svg>\n"),
        "{embedded:.300}"
    );
}

#[test]
fn markup_in_texts_stays_text() {
    for flags in [&[][..], &["--text", "outline"], &["--embed-font"]] {
        let svg = svg(&fixture("burndown/name-markup.json"), flags);
        let document = Document::parse(&svg).expect("XML");
        let count = |name| document.descendants().filter(|node| node.has_tag_name(name)).count();
        let (svgs, scripts) =
            (("http://www.w3.org/2000/svg", "svg"), ("http://www.w3.org/2000/svg", "script"));
        assert_eq!((count(svgs), count(scripts)), (1, 0));
        let strange = document.descendants().any(|node| matches!(node.tag_name().name(), "b" | "script"));
        assert!(!strange && !document.descendants().any(|node| node.is_comment()), "{flags:?}");
        let title =
            document.descendants().find(|node| node.tag_name().name() == "title").and_then(|t| t.text());
        assert!(title.expect("a title").contains(r#"<b>Sprint</b> & "friends" ]]> <!-- -->"#));
    }
}
