//! Without built-in fonts, drawing fails with the names of the font files that it needs. With these files the picture is the
//! same as with built-in fonts.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::fs;
use std::path::Path;

use emberline::{Error, Fonts, Input, Options, ReadOptions};

const COMMON: [&str; 3] = ["Inter-Regular.ttf", "Inter-Bold.ttf", "InterTabular-Regular.ttf"];

fn read_fixture_sprint(name: &str) -> Input {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/burndown").join(name);
    let text = fs::read(file).expect("the fixture can be read");
    Input::from(emberline::read_sprint(&text, &ReadOptions::default()).expect("the sprint is valid"))
}

fn draw_svg(input: &Input, fonts: &Fonts) -> Result<String, Error> {
    Ok(emberline::draw(input, &Options::default(), fonts)?.svg().to_owned())
}

/// Draws a picture, adding each font file that is missing; returns the SVG and these files.
fn draw_adding_fonts(input: &Input, fonts: &mut Fonts) -> (String, Vec<&'static str>) {
    let mut added = Vec::new();
    loop {
        match draw_svg(input, fonts) {
            Ok(svg) => return (svg, added),
            Err(Error::MissingFonts { files }) => {
                for file in files {
                    assert!(!added.contains(&file), "{file} is named as missing a second time");
                    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join(file);
                    fonts.add(fs::read(path).expect("the font can be read")).expect("the font can be added");
                    added.push(file);
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn a_sprint_names_missing_fonts_and_is_then_drawn_as_with_built_in_fonts() {
    for (name, rare) in [
        ("items.json", None),
        ("name-greek-cyrillic.json", None),
        ("name-without-font.json", None),
        ("name-emoji.json", Some("NotoEmoji-Regular.ttf")),
        ("name-arabic.json", Some("NotoSansArabic-Regular.ttf")),
        ("name-hebrew-mixed.json", Some("NotoSansHebrew-Regular.ttf")),
    ] {
        let sprint = read_fixture_sprint(name);
        let (svg, added) = draw_adding_fonts(&sprint, &mut Fonts::external());
        let inside = draw_svg(&sprint, &Fonts::embedded()).expect("the picture is drawn");
        assert!(svg == inside, "{name}: the pictures differ");
        assert!(COMMON.iter().all(|file| added.contains(file)), "{name}: {added:?}");
        let others: Vec<_> = added.into_iter().filter(|file| !COMMON.contains(file)).collect();
        assert!(others.first().copied() == rare && others.len() <= 2, "{name}: {others:?}");
    }
}

#[test]
fn a_font_that_was_added_is_not_asked_for_again() {
    let mut fonts = Fonts::external();
    draw_adding_fonts(&read_fixture_sprint("name-emoji.json"), &mut fonts);
    assert_eq!(draw_adding_fonts(&read_fixture_sprint("name-emoji.json"), &mut fonts).1, Vec::<&str>::new());
    assert_eq!(draw_adding_fonts(&read_fixture_sprint("items.json"), &mut fonts).1, Vec::<&str>::new());
}

#[test]
fn a_chart_names_missing_fonts_and_is_then_drawn_as_with_built_in_fonts() {
    let chart = |title: &str| {
        let text = format!(
            r#"{{"type": "bar", "data": {{"labels": ["a"], "datasets": [{{"label": "b", "data": [1]}}]}},
                "options": {{"plugins": {{"title": {{"display": true, "text": "{title}"}}}}}}}}"#
        );
        Input::from(
            emberline::read_chart_js(text.as_bytes(), &ReadOptions::default())
                .expect("the configuration is valid"),
        )
    };
    for (title, rare) in [("Velocity", None), ("Velocity 🚀", Some("NotoEmoji-Regular.ttf"))] {
        let config = chart(title);
        let (svg, added) = draw_adding_fonts(&config, &mut Fonts::external());
        assert!(
            svg == draw_svg(&config, &Fonts::embedded()).expect("the picture is drawn"),
            "{title}: the pictures differ"
        );
        assert!(added.contains(&"Inter-Regular.ttf"), "{title}: {added:?}");
        assert_eq!(added.iter().find(|file| file.starts_with("Noto")).copied(), rare, "{title}");
    }
}

#[test]
fn a_search_for_missing_characters_makes_no_later_picture_need_more_fonts() {
    let mut fonts = Fonts::external();
    draw_adding_fonts(&read_fixture_sprint("items.json"), &mut fonts);
    assert_eq!(fonts.missing_characters("Müll 🗑 日"), ['日']);
    assert_eq!(draw_adding_fonts(&read_fixture_sprint("items.json"), &mut fonts).1, Vec::<&str>::new());
}

#[test]
fn a_damaged_font_file_does_not_replace_the_required_font() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts").join("Inter-Regular.ttf");
    let mut bytes = fs::read(path).expect("the font can be read");
    *bytes.last_mut().expect("there are bytes") ^= 1;
    let mut fonts = Fonts::external();
    // The damaged file is still a font, but it is registered under another name.
    assert_eq!(fonts.add(bytes).expect("the bytes are still a font"), ["Inter 2"]);
    let error = draw_svg(&read_fixture_sprint("items.json"), &fonts).expect_err("the file must be missing");
    assert!(
        matches!(&error, Error::MissingFonts { files } if files.contains(&"Inter-Regular.ttf")),
        "{error}"
    );
}
