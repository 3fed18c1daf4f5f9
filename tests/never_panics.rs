//! Whatever a sprint holds and whatever size is asked for: a picture, never a panic, never NaN. The sprints are
//! valid by construction, so that none of the cases ends at the reader; its refusals have tests of their own.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use emberline::Sprint;
use emberline::theme::Theme;
use emberline::{Fonts, Lang, Options, ReadOptions, Size};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::{Value, json};

const START: Date = date(2026, 3, 2);

fn day_after(days: i64) -> Date {
    START.saturating_add(jiff::Span::new().days(days))
}

/// What a day does, in shares of what there is at its beginning, so that nothing falls below zero.
type Moves = (u8, [f64; 4], u32);

fn moves() -> impl Strategy<Value = Moves> {
    (0u8..5, prop::array::uniform4(0.0..1.0f64), prop_oneof![0u32..40, 0u32..200_000])
}

/// Entries of `days`: gaps, bare readings and figures.
fn days(committed: u32, moves: &[Moves]) -> Vec<Value> {
    let (mut remaining, mut done) = (committed, 0);
    let part = |of: u32, share: f64| (f64::from(of) * share) as u32;
    let mut entries = Vec::new();
    for (kind, [finish, leave, reopen, shrink], added) in moves {
        let added = if remaining > 500_000 { 0 } else { *added };
        match kind {
            0 => entries.push(Value::Null),
            1 => {
                let left = part(remaining, *leave);
                done += remaining - left;
                remaining = left;
                entries.push(json!(remaining));
            }
            _ => {
                let completed = part(remaining, *finish);
                let removed = part(remaining - completed, *leave);
                let shrunk = part(remaining - completed - removed, *shrink);
                let reopened = part(done, *reopen);
                remaining = remaining - completed - removed - shrunk + added + reopened;
                done = done + completed - reopened;
                entries.push(json!({
                    "completed": completed, "removed": removed, "reestimated": -i64::from(shrunk),
                    "reopened": reopened, "added": added,
                }));
            }
        }
    }
    entries
}

fn told_by_days() -> impl Strategy<Value = Value> {
    (prop_oneof![0u32..60, 0u32..500_000], prop::collection::vec(moves(), 0..100)).prop_map(|(committed, moves)| {
        json!({ "committed": committed, "days": days(committed, &moves), "closed": day_after(240).to_string() })
    })
}

fn event() -> impl Strategy<Value = Value> {
    let kinds = vec!["added", "removed", "estimated", "started", "completed", "reopened"];
    (prop::sample::select(kinds), -3i64..40, 0u8..24, prop::option::of(0u32..100)).prop_map(
        |(kind, day, hour, estimate)| {
            let at = format!("{}T{hour:02}:30", day_after(day));
            match kind {
                "estimated" => json!({ "at": at, "event": kind, "estimate": estimate }),
                _ => json!({ "at": at, "event": kind }),
            }
        },
    )
}

fn told_by_items() -> impl Strategy<Value = Value> {
    let item = (prop::option::of(0u32..100), prop::collection::vec(event(), 0..8));
    (prop::collection::vec(item, 1..30), 0i64..60).prop_map(|(items, as_of)| {
        let items = items.into_iter().enumerate();
        let items: Vec<_> = items
            .map(|(id, (estimate, events))| json!({ "id": id, "estimate": estimate, "events": events }))
            .collect();
        json!({ "items": items, "as_of": day_after(as_of).to_string() })
    })
}

fn sprint() -> impl Strategy<Value = Sprint> {
    let told = prop_oneof![told_by_days(), told_by_items()];
    (
        any::<String>(),
        prop::option::of(any::<String>()),
        0i64..120,
        prop::sample::select(vec!["points", "hours", "items"]),
        told,
    )
        .prop_map(|(name, goal, length, unit, mut document)| {
            let rest = json!({
                "name": format!("{name}x"), "goal": goal, "time_zone": "America/Sao_Paulo",
                "start": START.to_string(), "end": day_after(length).to_string(),
                "unit": unit,
            });
            document.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
            let text = document.to_string();
            let read = emberline::read_sprint(text.as_bytes(), &ReadOptions::default());
            read.unwrap_or_else(|error| panic!("{error}\n{text}"))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_sprint_at_any_size(
        sprint in sprint(), width in 1.0..3000.0f64, height in 1.0..3000.0f64, dark: bool, lang in 0usize..8
    ) {
        let options = Options {
            size: Size { width, height },
            theme: Some(if dark { Theme::DARK } else { Theme::LIGHT }),
            lang: Lang::ALL[lang],
            ..Options::default()
        };
        let svg = emberline::render_svg(&sprint, &options, &Fonts::embedded());
        let svg = svg.expect("the size is allowed");
        // Only where numbers stand: a sprint may be called NaN.
        prop_assert!(!svg.contains("\"NaN") && !svg.contains("\"inf"), "{svg}");
        prop_assert_eq!(svg.matches("<svg").count(), 1);
        let description = emberline::describe(&sprint, &options);
        prop_assert!(description.alt_text.chars().count() <= emberline::limits::MAX_ALT_CHARS);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_sprint_becomes_a_png(sprint in sprint(), width in 1.0..400.0f64, height in 1.0..400.0f64) {
        let options = Options { size: Size { width, height }, ..Options::default() };
        let png = emberline::render_png(&sprint, &options, &Fonts::embedded()).expect("the size is allowed");
        prop_assert!(png.starts_with(b"\x89PNG"));
    }
}
