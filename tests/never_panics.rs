//! Any valid sprint is drawn at any size, without a panic and without NaN. The sprints are valid by construction, so that every case
//! reaches the drawing; other tests cover the refusals of the reader.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use emberline::Sprint;
use emberline::theme::Theme;
use emberline::{Fonts, Input, Lang, Options, ReadOptions};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::{Value, json};

const START: Date = date(2026, 3, 2);

fn day_after(days: i64) -> Date {
    START.saturating_add(jiff::Span::new().days(days))
}

/// The changes of a day: the kind of its entry, shares of the work at its beginning, and the added work. Shares keep all amounts
/// non-negative.
type Moves = (u8, [f64; 4], u32);

fn any_moves() -> impl Strategy<Value = Moves> {
    (0u8..5, prop::array::uniform4(0.0..1.0f64), prop_oneof![0u32..40, 0u32..200_000])
}

/// The entries of the field `days`: gaps, readings and figures.
fn day_entries(committed: u32, moves: &[Moves]) -> Vec<Value> {
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
                // Neither reopened nor remaining work goes over MAX_AMOUNT.
                let room = 1_000_000 - (remaining - completed - removed - shrunk + added);
                let reopened = part(done.min(room), *reopen);
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

fn any_document_of_days() -> impl Strategy<Value = Value> {
    (prop_oneof![0u32..60, 0u32..500_000], prop::collection::vec(any_moves(), 0..100)).prop_map(|(committed, moves)| {
        json!({ "committed": committed, "days": day_entries(committed, &moves), "closed": day_after(240).to_string() })
    })
}

fn any_event() -> impl Strategy<Value = Value> {
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

fn any_document_of_items() -> impl Strategy<Value = Value> {
    let item = (prop::option::of(0u32..100), prop::collection::vec(any_event(), 0..8));
    (prop::collection::vec(item, 1..30), 0i64..60).prop_map(|(items, as_of)| {
        let items = items.into_iter().enumerate();
        let items: Vec<_> = items
            .map(|(id, (estimate, events))| json!({ "id": id, "estimate": estimate, "events": events }))
            .collect();
        json!({ "items": items, "as_of": day_after(as_of).to_string() })
    })
}

fn any_sprint() -> impl Strategy<Value = Sprint> {
    let documents = prop_oneof![any_document_of_days(), any_document_of_items()];
    (
        any::<String>(),
        prop::option::of(any::<String>()),
        0i64..120,
        prop::sample::select(vec!["points", "hours", "items"]),
        documents,
    )
        .prop_map(|(name, goal, length, unit, mut document)| {
            let rest = json!({
                "name": format!("{name}x"), "goal": goal, "time_zone": "America/Sao_Paulo",
                "start": START.to_string(), "end": day_after(length).to_string(),
                "unit": unit,
            });
            document
                .as_object_mut()
                .expect("the value is an object")
                .extend(rest.as_object().expect("the value is an object").clone());
            let text = document.to_string();
            let read = emberline::read_sprint(text.as_bytes(), &ReadOptions::default());
            read.unwrap_or_else(|error| panic!("{error}\n{text}"))
        })
}

fn options_of_size(width: f64, height: f64) -> Options {
    let mut options = Options::default();
    (options.width, options.height) = (Some(width), Some(height));
    options
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_sprint_is_drawn_at_any_size(
        sprint in any_sprint(), width in 1.0..3000.0f64, height in 1.0..3000.0f64, dark: bool, lang in 0usize..8
    ) {
        let mut options = options_of_size(width, height);
        options.theme = Some(if dark { Theme::DARK } else { Theme::LIGHT });
        options.lang = Lang::ALL[lang];
        let input = Input::from(sprint);
        let picture = emberline::draw(&input, &options, &Fonts::embedded()).expect("the size is allowed");
        let svg = picture.svg();
        // Only attribute values are checked, because the name of a sprint may contain NaN.
        prop_assert!(!svg.contains("\"NaN") && !svg.contains("\"inf"), "{svg}");
        prop_assert_eq!(svg.matches("<svg").count(), 1);
        let description = emberline::describe(&input, &options).expect("the size is allowed");
        prop_assert!(description.alt_text().chars().count() <= emberline::limits::MAX_ALT_CHARS);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_sprint_becomes_a_png(sprint in any_sprint(), width in 1.0..400.0f64, height in 1.0..400.0f64) {
        let (options, fonts) = (options_of_size(width, height), Fonts::embedded());
        let picture = emberline::draw(&Input::from(sprint), &options, &fonts).expect("the size is allowed");
        let png = picture.png(&fonts).expect("there is memory");
        prop_assert!(png.starts_with(b"\x89PNG"));
    }
}
