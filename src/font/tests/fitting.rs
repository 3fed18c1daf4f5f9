//! Shortened and wrapped text.

use super::scripts::STYLE;
use crate::font::Fonts;

#[test]
fn a_text_is_shortened_to_the_longest_beginning_that_fits() {
    let fonts = Fonts::embedded();
    let long = "The quick brown fox jumps over the lazy dog 👩‍💻 again and again ".repeat(32);
    for width in [0.0, 10.0, 20.0, 55.5, 200.0, 1000.0, 9000.0] {
        let (text, line) = fonts.fit_to_width(&long, STYLE, width);
        assert!(line.width <= width);
        let kept = text.trim_end_matches('…').len();
        let mut next = kept + 1;
        while !long.is_char_boundary(next) {
            next += 1;
        }
        if !text.is_empty() {
            let longer = format!("{}…", &long[..next]);
            assert!(
                long[kept..next].trim().is_empty() || fonts.measure_line(&longer, STYLE).width > width,
                "{text} {width}"
            );
        }
    }
    assert_eq!(fonts.fit_to_width("abc", STYLE, 1000.0).0, "abc");
    assert_eq!(fonts.fit_to_width("abc def", STYLE, fonts.measure_line("abc …", STYLE).width).0, "abc…");
    assert_eq!(fonts.fit_to_width("abc", STYLE, 1.0).0, "");
    assert_eq!(fonts.fit_to_width("", STYLE, 1.0).0, "");
    let exact = fonts.measure_line("exactly", STYLE).width;
    assert_eq!(fonts.fit_to_width("exactly", STYLE, exact).0, "exactly");
}

#[test]
fn a_grapheme_cluster_is_not_split() {
    let fonts = Fonts::embedded();
    let family = "👨‍👩‍👧‍👦".repeat(40);
    let (text, line) = fonts.fit_to_width(&family, STYLE, 200.0);
    assert!(text.ends_with("👦…"), "{text}");
    assert_eq!(line.runs.len(), 2);
}

#[test]
fn lines_are_wrapped_at_spaces() {
    let fonts = Fonts::embedded();
    let width = fonts.measure_line("7 points behind", STYLE).width;
    let text = "7 points behind plan and 5 points added since the start";
    assert_eq!(
        fonts.wrap_lines(text, STYLE, width, 9),
        ["7 points behind", "plan and 5", "points added", "since the start"]
    );
    let two = fonts.wrap_lines(text, STYLE, width, 2);
    assert_eq!(two[0], "7 points behind");
    assert!(two.len() == 2 && two[1].starts_with("plan and") && two[1].ends_with('…'), "{two:?}");
    assert_eq!(fonts.wrap_lines("", STYLE, width, 2), Vec::<String>::new());
    assert_eq!(fonts.wrap_lines(text, STYLE, width, 0), Vec::<String>::new());
    let word = fonts.wrap_lines(&"W".repeat(40), STYLE, 100.0, 50);
    assert!(word.len() > 5 && word.concat() == "W".repeat(40), "{word:?}");
    assert_eq!(fonts.wrap_lines("ab", STYLE, 1.0, 50), ["a", "b"], "a line has one character at least");
}
