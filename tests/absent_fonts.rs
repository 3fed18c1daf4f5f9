//! Without fonts inside, a picture names those it needs, no others, and with them it is the same.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::fs;
use std::path::Path;

use emberline::{Error, Fonts, Options, ReadOptions, Sprint};

const COMMON: [&str; 3] = ["Inter-Regular.ttf", "Inter-Bold.ttf", "InterTabular-Regular.ttf"];

fn sprint(name: &str) -> Sprint {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/burndown").join(name);
    let text = fs::read(file).expect("a fixture");
    emberline::read_sprint(&text, &ReadOptions::default()).expect("a sprint")
}

/// The picture, and the files that were added on the way to it.
fn drawn(sprint: &Sprint, fonts: &mut Fonts) -> (String, Vec<&'static str>) {
    completed(fonts, |fonts| emberline::render_svg(sprint, &Options::default(), fonts))
}

fn completed(
    fonts: &mut Fonts,
    draw: impl Fn(&Fonts) -> Result<String, Error>,
) -> (String, Vec<&'static str>) {
    let mut added = Vec::new();
    loop {
        match draw(fonts) {
            Ok(svg) => return (svg, added),
            Err(Error::MissingFonts { files }) => {
                for file in files {
                    assert!(!added.contains(&file), "{file} is asked for twice");
                    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(file);
                    fonts.add(fs::read(path).expect("a font")).expect("added");
                    added.push(file);
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn a_picture_names_the_fonts_it_needs_and_then_is_the_same() {
    for (name, rare) in [
        ("items.json", None),
        ("name-greek-cyrillic.json", None),
        ("name-without-font.json", None),
        ("name-emoji.json", Some("NotoEmoji-Regular.ttf")),
        ("name-arabic.json", Some("NotoSansArabic-Regular.ttf")),
        ("name-hebrew-mixed.json", Some("NotoSansHebrew-Regular.ttf")),
    ] {
        let sprint = sprint(name);
        let (svg, added) = drawn(&sprint, &mut Fonts::absent());
        let inside = emberline::render_svg(&sprint, &Options::default(), &Fonts::embedded()).expect("drawn");
        assert!(svg == inside, "{name}: another picture");
        assert!(COMMON.iter().all(|file| added.contains(file)), "{name}: {added:?}");
        let others: Vec<_> = added.into_iter().filter(|file| !COMMON.contains(file)).collect();
        assert!(others.first().copied() == rare && others.len() <= 2, "{name}: {others:?}");
    }
}

#[test]
fn a_font_once_there_is_not_asked_for_again() {
    let mut fonts = Fonts::absent();
    drawn(&sprint("name-emoji.json"), &mut fonts);
    assert_eq!(drawn(&sprint("name-emoji.json"), &mut fonts).1, Vec::<&str>::new());
    assert_eq!(drawn(&sprint("items.json"), &mut fonts).1, Vec::<&str>::new());
}

#[test]
fn a_chart_names_the_fonts_it_needs_and_then_is_the_same() {
    let chart = |title: &str| {
        let text = format!(
            r#"{{"type": "bar", "data": {{"labels": ["a"], "datasets": [{{"label": "b", "data": [1]}}]}},
                "options": {{"plugins": {{"title": {{"display": true, "text": "{title}"}}}}}}}}"#
        );
        emberline::read_chart(text.as_bytes()).expect("a configuration")
    };
    for (title, rare) in [("Velocity", None), ("Velocity 🚀", Some("NotoEmoji-Regular.ttf"))] {
        let (config, options) = (chart(title), Options::default());
        let draw = |fonts: &Fonts| emberline::chart_svg(&config, &options, fonts);
        let (svg, added) = completed(&mut Fonts::absent(), draw);
        assert!(svg == draw(&Fonts::embedded()).expect("drawn"), "{title}: another picture");
        assert!(added.contains(&"Inter-Regular.ttf"), "{title}: {added:?}");
        assert_eq!(added.iter().find(|file| file.starts_with("Noto")).copied(), rare, "{title}");
    }
}

#[test]
fn no_picture_waits_for_a_font_that_was_only_looked_for() {
    let mut fonts = Fonts::absent();
    drawn(&sprint("items.json"), &mut fonts);
    assert_eq!(fonts.missing("Müll 🗑 日"), ['日']);
    assert_eq!(drawn(&sprint("items.json"), &mut fonts).1, Vec::<&str>::new());
}

#[test]
fn a_damaged_file_is_no_font_of_the_library() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join("Inter-Regular.ttf");
    let mut bytes = fs::read(path).expect("a font");
    *bytes.last_mut().expect("bytes") ^= 1;
    let mut fonts = Fonts::absent();
    // It may still be a font, but then it is another.
    assert_eq!(fonts.add(bytes).expect("still a font"), ["Inter 2"]);
    let error =
        emberline::render_svg(&sprint("items.json"), &Options::default(), &fonts).expect_err("not there");
    assert!(
        matches!(&error, Error::MissingFonts { files } if files.contains(&"Inter-Regular.ttf")),
        "{error}"
    );
}
