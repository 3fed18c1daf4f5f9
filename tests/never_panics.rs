//! Whatever a sprint holds and whatever size is asked for: a picture or an error, never a panic, never NaN.

use emberline::theme::Theme;
use emberline::{Fonts, Lang, Options, ReadOptions, Size};
use proptest::prelude::*;
use serde_json::{Value, json};

fn amount() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (0u32..60).prop_map(|n| json!(n)),
        1 => (0.0..1e6f64).prop_map(|n| json!(n)),
        1 => Just(Value::Null),
    ]
}

fn day() -> impl Strategy<Value = Value> {
    let figures = prop::collection::btree_map(
        prop::sample::select(vec!["added", "removed", "completed", "reopened", "reestimated"]),
        amount(),
        0..5,
    );
    prop_oneof![amount(), figures.prop_map(|figures| json!(figures))]
}

fn sprint() -> impl Strategy<Value = Value> {
    (
        any::<String>(),
        prop::option::of(any::<String>()),
        0i64..120,
        prop::collection::vec(day(), 0..100),
        amount(),
    )
        .prop_map(|(name, goal, length, days, committed)| {
            let start = jiff::civil::date(2026, 3, 2);
            let end = start.saturating_add(jiff::Span::new().days(length));
            json!({
                "name": format!("{name}x"), "goal": goal, "start": start.to_string(), "end": end.to_string(),
                "closed": end.saturating_add(jiff::Span::new().days(120)).to_string(),
                "time_zone": "America/Sao_Paulo", "committed": committed, "days": days,
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_sprint_at_any_size(
        document in sprint(), width in 1.0..3000.0f64, height in 1.0..3000.0f64, dark: bool, lang in 0usize..8
    ) {
        let text = document.to_string();
        let Ok(sprint) = emberline::read_sprint(text.as_bytes(), &ReadOptions::default()) else { return Ok(()) };
        let options = Options {
            size: Size { width, height },
            theme: if dark { Theme::DARK } else { Theme::LIGHT },
            lang: Lang::ALL[lang],
            ..Options::default()
        };
        let svg = emberline::render_svg(&sprint, &options, &Fonts::embedded());
        let svg = svg.expect("the size is allowed");
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
        prop_assert_eq!(svg.matches("<svg").count(), 1);
        let description = emberline::describe(&sprint, options.lang);
        prop_assert!(description.alt_text.chars().count() <= emberline::limits::MAX_ALT_CHARS);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_sprint_becomes_a_png(document in sprint(), width in 1.0..400.0f64, height in 1.0..400.0f64) {
        let text = document.to_string();
        let Ok(sprint) = emberline::read_sprint(text.as_bytes(), &ReadOptions::default()) else { return Ok(()) };
        let options = Options { size: Size { width, height }, ..Options::default() };
        let png = emberline::render_png(&sprint, &options, &Fonts::embedded()).expect("the size is allowed");
        prop_assert!(png.starts_with(b"\x89PNG"));
    }
}
