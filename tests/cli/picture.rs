//! The content of PNG and SVG files.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Unit};
use usvg::roxmltree::Document;

use super::{Workspace, example_path, fixture_path};

/// Returns the pixels and the header of a PNG.
fn decode_png(bytes: &[u8]) -> (Vec<u8>, png::Info<'static>) {
    let mut reader = Decoder::new(Cursor::new(bytes)).read_info().expect("the PNG is valid");
    let mut pixels = vec![0; reader.output_buffer_size().expect("the size fits")];
    reader.next_frame(&mut pixels).expect("the pixels can be read");
    reader.finish().expect("the PNG is complete");
    let info = reader.info().clone();
    (pixels, info)
}

fn render_picture(input: &str, flags: &[&str]) -> Vec<u8> {
    let mut args = vec!["render", input, "-o", "-"];
    args.extend(flags);
    Workspace::new().run(&args).expect_success()
}

fn render_svg(input: &str, flags: &[&str]) -> String {
    let mut args = vec!["--format", "svg"];
    args.extend(flags);
    String::from_utf8(render_picture(input, &args)).expect("the text is UTF-8")
}

#[test]
fn a_png_has_rgb_pixels_the_requested_size_and_text_metadata() {
    let (_, info) = decode_png(&render_picture(
        &example_path("flat-but-busy.json"),
        &["--preset", "thumbnail", "--scale", "2"],
    ));
    assert_eq!((info.width, info.height), (960, 540));
    assert_eq!((info.color_type, info.bit_depth), (ColorType::Rgb, BitDepth::Eight));
    let dots = info.pixel_dims.expect("the PNG has a chunk pHYs");
    assert_eq!(
        (dots.xppu, dots.yppu, dots.unit),
        (7559, 7559, Unit::Meter),
        "the resolution is not 192 pixels per inch"
    );
    let text = |keyword: &str| {
        let text = info.utf8_text.iter().find(|text| text.keyword == keyword).expect("the PNG has the text");
        text.get_text().expect("the text is UTF-8")
    };
    assert_eq!(text("Title"), "Burndown of Sprint 5");
    assert!(text("Description").contains("items committed at the start"), "{}", text("Description"));
    let software = &info.uncompressed_latin1_text[0];
    assert_eq!((software.keyword.as_str(), software.text.as_str()), ("Software", "emberline 0.1.0"));
}

#[test]
fn width_and_height_override_the_preset() {
    let (_, info) =
        decode_png(&render_picture(&example_path("points.json"), &["--width", "700", "--preset", "teams"]));
    assert_eq!((info.width, info.height), (700, 576));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in ["svg", "png"] {
        let flags = ["--format", format, "--preset", "thumbnail", "--embed-font"];
        assert!(
            render_picture(&example_path("points.json"), &flags)
                == render_picture(&example_path("points.json"), &flags),
            "{format}"
        );
    }
}

#[test]
fn best_compression_gives_the_same_pixels_in_fewer_bytes() {
    let fast = render_picture(&example_path("points.json"), &[]);
    let best = render_picture(&example_path("points.json"), &["--compression", "best"]);
    assert!(decode_png(&fast).0 == decode_png(&best).0);
    assert!(best.len() * 2 < fast.len(), "{} of {} bytes", best.len(), fast.len());
}

#[test]
fn outlined_text_needs_no_font() {
    let outlined = render_svg(&example_path("points.json"), &["--text", "outline"]);
    assert!(!outlined.contains("<text") && outlined.contains("<path"));
    assert!(render_svg(&example_path("points.json"), &[]).contains("<text"));
}

#[test]
fn an_svg_with_an_embedded_font_is_still_valid() {
    let embedded = render_svg(&example_path("points.json"), &["--embed-font"]);
    assert!(
        embedded.contains("@font-face{")
            && !render_svg(&example_path("points.json"), &[]).contains("@font-face")
    );
    usvg::Tree::from_str(&embedded, &usvg::Options::default()).expect("usvg reads the SVG");
}

#[test]
fn a_chart_can_embed_its_font() {
    let chart = example_path("chartjs/velocity.json");
    let (plain, embedded) = (render_svg(&chart, &[]), render_svg(&chart, &["--embed-font"]));
    assert!(!plain.contains("@font-face"));
    assert!(
        embedded.contains("@font-face{font-family:'Inter'") && embedded.ends_with("</svg>\n"),
        "{embedded:.300}"
    );
}

#[test]
fn markup_in_texts_is_escaped() {
    for flags in [&[][..], &["--text", "outline"], &["--embed-font"]] {
        let svg = render_svg(&fixture_path("burndown/name-markup.json"), flags);
        let document = Document::parse(&svg).expect("the SVG is XML");
        let count = |name| document.descendants().filter(|node| node.has_tag_name(name)).count();
        let (svgs, scripts) =
            (("http://www.w3.org/2000/svg", "svg"), ("http://www.w3.org/2000/svg", "script"));
        assert_eq!((count(svgs), count(scripts)), (1, 0));
        let strange = document.descendants().any(|node| matches!(node.tag_name().name(), "b" | "script"));
        assert!(!strange && !document.descendants().any(|node| node.is_comment()), "{flags:?}");
        let title =
            document.descendants().find(|node| node.tag_name().name() == "title").and_then(|t| t.text());
        assert!(title.expect("there is a title").contains(r#"<b>Sprint</b> & "friends" ]]> <!-- -->"#));
    }
}
