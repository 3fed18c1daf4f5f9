//! The fonts of texts in many scripts, the order of their runs, and the boxes for missing characters.

use crate::font::{Figures, FontError, Fonts, TextStyle, Weight};

pub(super) const STYLE: TextStyle =
    TextStyle { size: 20.0, weight: Weight::Regular, figures: Figures::Proportional };

const A: &str = "Noto Sans Arabic";
const E: &str = "Noto Emoji";
const H: &str = "Noto Sans Hebrew";
const I: &str = "Inter";

/// A text and its runs from left to right: family, text without direction marks, true if right to left.
type Case = (&'static str, &'static [(&'static str, &'static str, bool)]);

/// Texts that the embedded fonts cover.
pub(super) const COVERED: &[Case] = &[
    ("Sprint 42", &[(I, "Sprint 42", false)]),
    ("Étude à Noël — œuvre", &[(I, "Étude à Noël — œuvre", false)]),
    (
        "E\u{301}tude n\u{303} u\u{308}\u{304} o\u{30B}",
        &[(I, "E\u{301}tude n\u{303} u\u{308}\u{304} o\u{30B}", false)],
    ),
    ("Zażółć gęślą jaźń", &[(I, "Zażółć gęślą jaźń", false)]),
    ("Tiếng Việt đã xong", &[(I, "Tiếng Việt đã xong", false)]),
    ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", &[(I, "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", false)]),
    ("Ἑλληνικὴ ᾠδή", &[(I, "Ἑλληνικὴ ᾠδή", false)]),
    ("Съешь ещё, їжак", &[(I, "Съешь ещё, їжак", false)]),
    ("□ ● ■ ▲ → ≤ − ∞ € ₴ ✓", &[(I, "□ ● ■ ▲ → ≤ − ∞ € ₴ ✓", false)]),
    ("مرحبا بالعالم", &[(A, "مرحبا بالعالم", true)]),
    ("می‌خواهم (گزارش)", &[(A, "می‌خواهم (گزارش)", true)]),
    ("שָׁלוֹם עוֹלָם!", &[(H, "שָׁלוֹם עוֹלָם!", true)]),
    ("Sprint سباق 12", &[(I, "Sprint ", false), (I, "12", false), (A, "سباق ", true)]),
    ("سباق Sprint 12 جديد", &[(A, " جديد", true), (I, "Sprint 12", false), (A, "سباق ", true)]),
    ("السباق ١٢٣", &[(A, "١٢٣", false), (A, "السباق ", true)]),
    ("שלום Team (א)", &[(H, " (א)", true), (I, "Team", false), (H, "שלום ", true)]),
    ("🔥 Sprint 12", &[(E, "🔥", false), (I, " Sprint 12", false)]),
    ("👩‍💻", &[(E, "👩‍💻", false)]),
    ("a👨‍👩‍👧‍👦b", &[(I, "a", false), (E, "👨‍👩‍👧‍👦", false), (I, "b", false)]),
    ("🏳️‍🌈🇫🇷", &[(E, "🏳️‍🌈🇫🇷", false)]),
    ("👍🏽", &[(E, "👍🏽", false)]),
    ("1️⃣ #️⃣", &[(E, "1️⃣", false), (I, " ", false), (E, "#️⃣", false)]),
    ("I ❤️ Rust ❤", &[(I, "I ", false), (E, "❤️", false), (I, " Rust ❤", false)]),
    ("❤\u{FE0E}", &[(I, "❤\u{FE0E}", false)]),
    (
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
        &[(E, "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", false)],
    ),
    ("🔥 سباق", &[(A, " سباق", true), (E, "🔥", true)]),
    ("", &[]),
    ("\u{200D}", &[]),
    ("\u{FE0F}", &[]),
    ("\u{FEFF}a\u{AD}b\u{200B}c\u{2060}", &[(I, "abc", false)]),
    ("a\tb\r\nc\u{2028}d", &[(I, "a b  c d", false)]),
    ("\u{202E}abc\u{202C}", &[(I, "abc", true)]),
];

/// Texts that they do not cover: the drawn text, with a box for each missing grapheme cluster, and the missing characters.
pub(super) const MISSING: &[(&str, &str, &[char])] = &[
    ("हिन्दी", "□□", &['ह', 'ि', 'न', '्', 'द', 'ी']),
    ("ไทย", "□□□", &['ไ', 'ท', 'ย']),
    ("日本語 v2", "□□□ v2", &['日', '本', '語']),
    ("中文", "□□", &['中', '文']),
    ("한국어", "□□□", &['한', '국', '어']),
    ("தமிழ்", "□□□", &['த', 'ம', 'ி', 'ழ', '்']),
    ("ქართ", "□□□□", &['ქ', 'ა', 'რ', 'თ']),
    ("Հայ", "□□□", &['Հ', 'ա', 'յ']),
    ("አማርኛ", "□□□□", &['አ', 'ማ', 'ር', 'ኛ']),
    ("a\u{7}b\u{0}", "a□b□", &['\u{7}', '\u{0}']),
    ("\u{E000}\u{10FFFF}\u{FFFF}", "□□□", &['\u{FFFF}', '\u{E000}', '\u{10FFFF}']),
    ("\u{378}x\u{378}", "□x□", &['\u{378}']),
    ("a\u{1AB0}", "a□", &['\u{1AB0}']),
    ("🔥日", "🔥□", &['日']),
];

pub(super) fn without_direction_marks(text: &str) -> &str {
    text.trim_start_matches(['\u{202D}', '\u{202E}']).trim_end_matches(['\u{202C}', '\u{200F}'])
}

#[test]
fn a_line_is_split_into_runs_by_script() {
    let fonts = Fonts::embedded();
    for (text, expected) in COVERED {
        let line = fonts.measure_line(text, STYLE);
        let runs: Vec<_> =
            line.runs.iter().map(|run| (&*run.family, without_direction_marks(&run.text), run.rtl)).collect();
        assert_eq!(runs, *expected, "{text:?}");
        assert!(line.missing.is_empty(), "{text:?} {:?}", line.missing);
        assert!(line.runs.iter().all(|run| run.rtl == run.text.starts_with('\u{202E}')), "{text:?}");
    }
}

#[test]
fn missing_characters_are_drawn_as_boxes() {
    let fonts = Fonts::embedded();
    for (text, drawn, missing) in MISSING {
        let line = fonts.measure_line(text, STYLE);
        let all: String = line.runs.iter().map(|run| without_direction_marks(&run.text)).collect();
        assert_eq!((&*all, &*line.missing), (*drawn, *missing), "{text:?}");
    }
}

#[test]
fn an_emoji_sequence_is_one_glyph() {
    let fonts = Fonts::embedded();
    let width = |text: &str| fonts.measure_line(text, STYLE).width;
    for sequence in ["👩‍💻", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇫🇷", "👍🏽", "1️⃣", "❤️"]
    {
        assert_eq!(width(sequence), width("🔥"), "{sequence}");
    }
}

#[test]
fn bold_text_is_regular_in_a_family_without_bold() {
    let line = Fonts::embedded().measure_line("a سباق 🔥", TextStyle { weight: Weight::Bold, ..STYLE });
    let weights: Vec<_> = line.runs.iter().map(|run| (&*run.family, run.weight)).collect();
    assert_eq!(weights, [(I, Weight::Bold), (A, Weight::Bold), (I, Weight::Bold), (E, Weight::Regular)]);
}

#[test]
fn tabular_figures_are_runs_of_their_own() {
    let fonts = Fonts::embedded();
    for (text, expected) in [
        ("12 of 30.", vec!["12", " of ", "30", "."]),
        ("-5 pts, +3,5 %", vec!["-5", " pts, ", "+3,5 %"]),
        ("a - b", vec!["a - b"]),
        ("1\u{202F}234", vec!["1\u{202F}234"]),
        ("日 12, 7 é", vec!["□ ", "12, 7", " é"]),
    ] {
        let line = fonts.measure_line(text, TextStyle { figures: Figures::Tabular, ..STYLE });
        let runs: Vec<_> = line.runs.iter().map(|run| &*run.text).collect();
        assert_eq!(runs, expected);
    }
}

#[test]
fn an_added_font_draws_characters_that_were_missing() {
    let mut fonts = Fonts::embedded();
    assert!(!fonts.measure_line("ภาษาไทย", STYLE).missing.is_empty());
    assert_eq!(fonts.add(thai_font()), Ok(vec!["Noto Sans Thai".to_owned()]));
    let line = fonts.measure_line("Sprint ภาษาไทย 12", STYLE);
    let runs: Vec<_> = line.runs.iter().map(|run| (&*run.family, &*run.text)).collect();
    assert_eq!(runs, [(I, "Sprint "), ("Noto Sans Thai", "ภาษาไทย "), (I, "12")]);
    assert!(line.missing.is_empty());
    // Adding the same file again adds no family.
    fonts.add(thai_font()).unwrap();
    assert_eq!(fonts.families.len(), 6);
}

#[test]
fn invalid_font_data_are_rejected() {
    let mut fonts = Fonts::embedded();
    assert_eq!(fonts.add(Vec::new()), Err(FontError::NotAFont));
    assert_eq!(fonts.add(b"wOFF and so on, which is no TrueType".to_vec()), Err(FontError::NotAFont));
    let mut cut = thai_font();
    cut.truncate(600);
    assert!(fonts.add(cut).is_err());
    assert_eq!(fonts.families.len(), 5);
}

#[test]
fn an_added_family_with_a_built_in_name_is_renamed() {
    let mut fonts = Fonts::embedded();
    let inter = include_bytes!("../../../fonts/Inter-Bold.ttf").to_vec();
    assert_eq!(fonts.add(inter), Ok(vec!["Inter 2".to_owned()]));
    assert_eq!(&*fonts.measure_line("a", STYLE).runs[0].family, "Inter");
}

pub(super) fn thai_font() -> Vec<u8> {
    include_bytes!("../../../tests/fixtures/font/NotoSansThai-Regular.ttf").to_vec()
}
