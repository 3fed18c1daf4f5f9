//! Properties of the lines of arbitrary texts.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::scripts::STYLE;
use crate::font::face::VariationSettings;
use crate::font::{Figures, Fonts, MeasuredLine, TextStyle, Weight};

fn assert_is_valid(fonts: &Fonts, line: &MeasuredLine) {
    let mut x = 0.0;
    for run in &line.runs {
        assert!(run.width.is_finite() && (run.x - x).abs() < 1e-6, "{run:?} at {x}");
        assert!(!run.text.is_empty() && !run.text.contains(char::is_control), "{run:?}");
        let (face, weight) = fonts.find_family(&run.family).unwrap().face_for_weight(run.weight);
        assert_eq!(weight, run.weight);
        let has_all_glyphs =
            face.shape_text(&run.text, run.rtl, VariationSettings { size: 20.0, weight }, |glyphs| {
                glyphs.glyph_infos().iter().all(|info| info.glyph_id != 0)
            });
        assert_eq!(has_all_glyphs, Some(true), "usvg would look for another font: {run:?}");
        x += run.width;
    }
    assert!((line.width - x).abs() < 1e-6);
}

/// Texts of characters that often combine, mixed with any others.
fn arbitrary_texts() -> impl Strategy<Value = String> {
    let combining = prop::sample::select(
        "aé x1-:(.%+é\u{301}\u{308}\u{323}عرب\u{64B}١שָב\u{5B8}\u{200C}\u{200D}\u{FE0E}\u{FE0F}\u{20E3}🔥👩💻🏽🇫🇷#\u{E0067}\u{E007F}日ไ\u{E31}हि\u{94D}한\u{1160}\u{202E}\u{2067}\u{2069}\u{200F}\n\t\u{0}□…"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![4 => combining, 1 => any::<char>()], 0..24).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn measuring_any_text_gives_consistent_runs(text in arbitrary_texts(), tabular: bool, bold: bool) {
        let fonts = shared_fonts();
        let figures = if tabular { Figures::Tabular } else { Figures::Proportional };
        let weight = if bold { Weight::Bold } else { Weight::Regular };
        assert_is_valid(&fonts, &fonts.measure_line(&text, TextStyle { figures, weight, ..STYLE }));
    }

    #[test]
    fn shortened_and_wrapped_text_fits(text in arbitrary_texts(), width in 0.0..200.0) {
        let fonts = shared_fonts();
        let (short, line) = fonts.fit_to_width(&text, STYLE, width);
        prop_assert!(line.width <= width);
        prop_assert_eq!(&fonts.measure_line(&short, STYLE), &line);
        for line in fonts.wrap_lines(&text, STYLE, width.max(60.0), 3) {
            let is_single_character = line.graphemes(true).count() < 2;
            prop_assert!(is_single_character || fonts.measure_line(&line, STYLE).width <= width.max(60.0), "{line:?}");
        }
    }

    #[test]
    fn the_fast_advance_is_exact_if_there_is_one(text in "[ -~]{0,12}|[a-zA-Z0-9x .,%·é-]{0,20}", bold: bool) {
        let fonts = shared_fonts();
        let weight = if bold { Weight::Bold } else { Weight::Regular };
        let (face, _) = fonts.families[0].face_for_weight(weight);
        let shaped = face.shaped_advance(&text, false, VariationSettings { size: 20.0, weight });
        prop_assert_eq!(face.fast_advance().unwrap().text_advance(&text).unwrap_or(shaped), shaped);
    }
}

/// The fonts of all cases: parsing them takes longer than a case.
fn shared_fonts() -> Fonts {
    static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
    FONTS.get_or_init(Fonts::embedded).clone()
}
