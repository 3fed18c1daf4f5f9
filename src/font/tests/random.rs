//! Whatever the text, a line is sound.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::scripts::STYLE;
use crate::font::{Figures, Fonts, Line, TextStyle, Weight};

fn sound(fonts: &Fonts, line: &Line) {
    let mut x = 0.0;
    for run in &line.runs {
        assert!(run.width.is_finite() && (run.x - x).abs() < 1e-6, "{run:?} at {x}");
        assert!(!run.text.is_empty() && !run.text.contains(char::is_control), "{run:?}");
        let (face, weight) = fonts.family(&run.family).unwrap().face(run.weight);
        assert_eq!(weight, run.weight);
        let whole = face.shape(&run.text, run.rtl, crate::font::Setting { size: 20.0, weight }, |glyphs| {
            glyphs.glyph_infos().iter().all(|info| info.glyph_id != 0)
        });
        assert_eq!(whole, Some(true), "usvg would look for another font: {run:?}");
        x += run.width;
    }
    assert!((line.width - x).abs() < 1e-6);
}

/// Characters that meet in sequences, among any others.
fn texts() -> impl Strategy<Value = String> {
    let near = prop::sample::select(
        "aé x1-:(.%+é\u{301}\u{308}\u{323}عرب\u{64B}١שָב\u{5B8}\u{200C}\u{200D}\u{FE0E}\u{FE0F}\u{20E3}🔥👩💻🏽🇫🇷#\u{E0067}\u{E007F}日ไ\u{E31}हि\u{94D}한\u{1160}\u{202E}\u{2067}\u{2069}\u{200F}\n\t\u{0}□…"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![4 => near, 1 => any::<char>()], 0..24).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_line(text in texts(), tabular: bool, bold: bool) {
        let fonts = fonts();
        let figures = if tabular { Figures::Tabular } else { Figures::Proportional };
        let weight = if bold { Weight::Bold } else { Weight::Regular };
        sound(&fonts, &fonts.line(&text, TextStyle { figures, weight, ..STYLE }));
    }

    #[test]
    fn what_is_fitted_fits(text in texts(), width in 0.0..200.0) {
        let fonts = fonts();
        let (short, line) = fonts.fit(&text, STYLE, width);
        prop_assert!(line.width <= width);
        prop_assert_eq!(&fonts.line(&short, STYLE), &line);
        for line in fonts.wrap(&text, STYLE, width.max(60.0), 3) {
            let one = line.graphemes(true).count() < 2;
            prop_assert!(one || fonts.line(&line, STYLE).width <= width.max(60.0), "{line:?}");
        }
    }

    #[test]
    fn the_short_way_is_right_or_not_taken(text in "[ -~]{0,12}|[a-zA-Z0-9x .,%·é-]{0,20}", bold: bool) {
        let fonts = fonts();
        let weight = if bold { Weight::Bold } else { Weight::Regular };
        let (face, _) = fonts.families[0].face(weight);
        let shaped = face.shaped_advance(&text, false, crate::font::Setting { size: 20.0, weight });
        prop_assert_eq!(face.plain().unwrap().advance(&text).unwrap_or(shaped), shaped);
    }
}

/// Shared by all cases: parsing the fonts takes longer than a case.
fn fonts() -> Fonts {
    static FONTS: std::sync::OnceLock<Fonts> = std::sync::OnceLock::new();
    FONTS.get_or_init(Fonts::embedded).clone()
}
