//! The embedded Inter measures as the original does.
//!
//! `fonts/make.py` had HarfBuzz (the C library) shape every character and some samples with the whole original font;
//! here our stack shapes them with the subset.

use crate::font::{Figures, Fonts, Setting, TextStyle, Weight};

const STYLE: TextStyle = TextStyle { size: 2048.0, weight: Weight::Regular, figures: Figures::Proportional };

fn recorded(table: &'static str) -> impl Iterator<Item = (String, f64)> {
    table.lines().map(|line| {
        let (text, advance) = line.rsplit_once('\t').unwrap();
        let code = text.strip_prefix("U+").and_then(|code| u32::from_str_radix(code, 16).ok());
        let text = code.and_then(char::from_u32).map_or_else(|| text.to_owned(), String::from);
        (text, advance.parse().unwrap())
    })
}

#[test]
fn the_subset_measures_as_the_original() {
    let fonts = Fonts::embedded();
    let regular = include_str!("../../../tests/fixtures/font/inter-regular-advances.tsv");
    let bold = include_str!("../../../tests/fixtures/font/inter-bold-advances.tsv");
    for (table, weight) in [(regular, Weight::Regular), (bold, Weight::Bold)] {
        let (face, _) = fonts.families[0].face(weight);
        let setting = Setting { size: 2048.0, weight };
        let mut count = 0;
        for (text, advance) in recorded(table) {
            assert_eq!(face.shaped_advance(&text, false, setting), advance, "{weight:?} {text:?}");
            assert_eq!(face.advance(&text, false, setting), advance, "the short way, {weight:?} {text:?}");
            count += 1;
        }
        assert!(count > 1900, "{count}");
    }
}

#[test]
fn a_line_is_the_sum_of_its_advances() {
    let fonts = Fonts::embedded();
    let line = fonts.line("AVATAR To. Ty. Wo. LT P, VA. Kerning", STYLE);
    let table = include_str!("../../../tests/fixtures/font/inter-regular-advances.tsv");
    let (_, advance) = recorded(table).find(|(text, _)| text.starts_with("AVATAR")).unwrap();
    assert_eq!(line.width, advance);
    assert_eq!(line.runs.len(), 1);
    assert_eq!(
        fonts.line("AVATAR To. Ty. Wo. LT P, VA. Kerning", TextStyle { size: 12.0, ..STYLE }).width,
        advance * 12.0 / 2048.0
    );
}

#[test]
fn the_short_way_gives_what_shaping_gives() {
    let fonts = Fonts::embedded();
    for weight in [Weight::Regular, Weight::Bold] {
        let (face, _) = fonts.families[0].face(weight);
        let setting = Setting { size: 2048.0, weight };
        let calm: Vec<char> = (' '..='џ').chain(['…', '’', '€', '\u{202F}', '\u{2009}']).collect();
        let plain = |text: &str| face.plain().unwrap().advance(text);
        let calm: Vec<char> = calm.into_iter().filter(|c| plain(&c.to_string()).is_some()).collect();
        assert!(calm.len() > 300, "{}", calm.len());
        for left in &calm {
            // Every pair in one text: left, a, left, b, ...
            let text: String = calm.iter().flat_map(|right| [*left, *right]).filter(|c| *c != 'x').collect();
            assert_eq!(plain(&text), Some(face.shaped_advance(&text, false, setting)), "{weight:?} {left:?}");
            // Signs that stand aside, and every pair around them.
            for around in [" – ", ": "] {
                let one = |right: &char| format!("{left}{around}{right} ");
                let text: String = calm.iter().filter(|c| **c != 'x').map(one).collect();
                if let Some(units) = plain(&text) {
                    let shaped = face.shaped_advance(&text, false, setting);
                    assert_eq!(units, shaped, "{weight:?} {left:?} {around:?}");
                }
            }
        }
        for text in ["Goal: a – b", "85%: by", "Ende 5:"] {
            assert_eq!(plain(text), Some(face.shaped_advance(text, false, setting)), "{weight:?} {text}");
        }
        for text in ["A: b", "5:30", "2–3", "->"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}

#[test]
fn tabular_figures_are_of_one_width() {
    let fonts = Fonts::embedded();
    for weight in [Weight::Regular, Weight::Bold] {
        let style = TextStyle { weight, figures: Figures::Tabular, ..STYLE };
        let wide = |text: &str| fonts.line(text, style).width;
        for digit in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] {
            assert_eq!(wide(digit), wide("0"));
            assert_eq!(wide(&format!("-{digit}")), wide("\u{2212}1"));
        }
        assert_eq!(wide("11.1"), wide("47.4"));
        assert_eq!(wide("1\u{202F}234,5 %"), wide("9\u{202F}876,0 %"));
    }
}
