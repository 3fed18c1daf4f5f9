//! The advances of the embedded Inter subset equal those of the original font.
//!
//! `fonts/make.py` recorded them: HarfBuzz (the C library) shaped every character and some samples with the complete original
//! font; here harfrust shapes them with the subset.

use crate::font::face::VariationSettings;
use crate::font::{Figures, Fonts, TextStyle, Weight};

const STYLE: TextStyle = TextStyle { size: 2048.0, weight: Weight::Regular, figures: Figures::Proportional };

fn recorded_advances(table: &'static str) -> impl Iterator<Item = (String, f64)> {
    table.lines().map(|line| {
        let (text, advance) = line.rsplit_once('\t').unwrap();
        let code = text.strip_prefix("U+").and_then(|code| u32::from_str_radix(code, 16).ok());
        let text = code.and_then(char::from_u32).map_or_else(|| text.to_owned(), String::from);
        (text, advance.parse().unwrap())
    })
}

#[test]
fn the_subset_has_the_advances_of_the_original_font() {
    let fonts = Fonts::embedded();
    let regular = include_str!("../../../tests/fixtures/font/inter-regular-advances.tsv");
    let bold = include_str!("../../../tests/fixtures/font/inter-bold-advances.tsv");
    for (table, weight) in [(regular, Weight::Regular), (bold, Weight::Bold)] {
        let (face, _) = fonts.families[0].face_for_weight(weight);
        let settings = VariationSettings { size: 2048.0, weight };
        let mut count = 0;
        for (text, advance) in recorded_advances(table) {
            assert_eq!(face.shaped_advance(&text, false, settings), advance, "{weight:?} {text:?}");
            assert_eq!(
                face.text_advance(&text, false, settings),
                advance,
                "fast advance, {weight:?} {text:?}"
            );
            count += 1;
        }
        assert!(count > 1900, "{count}");
    }
}

#[test]
fn the_width_of_a_line_is_the_sum_of_its_advances() {
    let fonts = Fonts::embedded();
    let line = fonts.measure_line("AVATAR To. Ty. Wo. LT P, VA. Kerning", STYLE);
    let table = include_str!("../../../tests/fixtures/font/inter-regular-advances.tsv");
    let (_, advance) = recorded_advances(table).find(|(text, _)| text.starts_with("AVATAR")).unwrap();
    assert_eq!(line.width, advance);
    assert_eq!(line.runs.len(), 1);
    assert_eq!(
        fonts.measure_line("AVATAR To. Ty. Wo. LT P, VA. Kerning", TextStyle { size: 12.0, ..STYLE }).width,
        advance * 12.0 / 2048.0
    );
}

#[test]
fn the_fast_advance_equals_the_shaped_advance() {
    let fonts = Fonts::embedded();
    for weight in [Weight::Regular, Weight::Bold] {
        let (face, _) = fonts.families[0].face_for_weight(weight);
        let settings = VariationSettings { size: 2048.0, weight };
        let characters: Vec<char> = (' '..='џ').chain(['…', '’', '€', '\u{202F}', '\u{2009}']).collect();
        let fast_advance = |text: &str| face.fast_advance().unwrap().text_advance(text);
        let characters: Vec<char> =
            characters.into_iter().filter(|c| fast_advance(&c.to_string()).is_some()).collect();
        assert!(characters.len() > 300, "{}", characters.len());
        for left in &characters {
            // One text contains every pair: left, a, left, b, ...
            let text: String =
                characters.iter().flat_map(|right| [*left, *right]).filter(|c| *c != 'x').collect();
            assert_eq!(
                fast_advance(&text),
                Some(face.shaped_advance(&text, false, settings)),
                "{weight:?} {left:?}"
            );
            // Signs that are unaffected by their neighbours, with every pair of neighbours.
            for sign in [" – ", ": "] {
                let with_sign = |right: &char| format!("{left}{sign}{right} ");
                let text: String = characters.iter().filter(|c| **c != 'x').map(with_sign).collect();
                if let Some(units) = fast_advance(&text) {
                    let shaped = face.shaped_advance(&text, false, settings);
                    assert_eq!(units, shaped, "{weight:?} {left:?} {sign:?}");
                }
            }
        }
        for text in ["Goal: a – b", "85%: by", "Ende 5:"] {
            assert_eq!(
                fast_advance(text),
                Some(face.shaped_advance(text, false, settings)),
                "{weight:?} {text}"
            );
        }
        for text in ["A: b", "5:30", "2–3", "->"] {
            assert_eq!(fast_advance(text), None, "{text}");
        }
    }
}

#[test]
fn tabular_figures_have_the_same_width() {
    let fonts = Fonts::embedded();
    for weight in [Weight::Regular, Weight::Bold] {
        let style = TextStyle { weight, figures: Figures::Tabular, ..STYLE };
        let width = |text: &str| fonts.measure_line(text, style).width;
        for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] {
            assert_eq!(width(digit), width("0"));
            assert_eq!(width(&format!("-{digit}")), width("\u{2212}1"));
        }
        assert_eq!(width("11.1"), width("47.4"));
        assert_eq!(width("1\u{202F}234,5 %"), width("9\u{202F}876,0 %"));
    }
}
