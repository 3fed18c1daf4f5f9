//! What must hold for every picture: nothing overlaps, nothing leaves the canvas, nothing is too small.

use std::fs;
use std::path::Path;

use super::chart;
use crate::burndown::{IdealFrom, Kind, View};
use crate::chart::theme::Theme;
use crate::font::Fonts;
use crate::geometry::{Rect, Size};
use crate::input::{ReadOptions, sprint};
use crate::layout::scene;
use crate::options::Preset;
use crate::scene::Scene;
use crate::sprint::{Past, Sprint};
use crate::words::{Lang, Words};

/// Every sprint among the fixtures and the examples, by name.
fn sprints() -> Vec<(String, Sprint)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sprints = Vec::new();
    for folder in ["examples", "tests/fixtures/burndown"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "json" || ending == "csv") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let read = sprint(&fs::read(&path).unwrap(), &ReadOptions::default());
                sprints.push((name.clone(), read.unwrap_or_else(|error| panic!("{name}: {error}"))));
            }
        }
    }
    assert!(sprints.len() >= 45, "{}", sprints.len());
    sprints
}

/// Each sprint in each of the kinds and sizes, and in every so many-th of the languages: a neighbour has the next ones.
fn each_scene(kinds: &[Kind], sizes: &[Size], (langs, of): (&[Lang], usize), check: impl Fn(&str, &Scene)) {
    let fonts = Fonts::embedded();
    let sprints = sprints();
    let kinds = kinds.iter().enumerate();
    for (shift, kind, lang) in
        kinds.flat_map(|(shift, kind)| langs.iter().map(move |lang| (shift, *kind, *lang)))
    {
        let (words, view) = (Words::new(lang), View { kind, ..View::default() });
        let place = langs.iter().position(|known| *known == lang).unwrap_or_default();
        for size in sizes {
            let turn = |(index, _): &(usize, &(String, Sprint))| (index + shift + place) % of == 0;
            for (_, (name, sprint)) in sprints.iter().enumerate().filter(turn) {
                let label = format!("{kind:?} {name} {lang} {}×{}", size.width, size.height);
                check(&label, &scene(&chart(sprint, &view, &words, Theme::LIGHT, *size), &fonts));
            }
        }
    }
}

const OTHER_KINDS: [Kind; 4] = [Kind::Burnup, Kind::Flow, Kind::Velocity, Kind::Release];

/// A sprint with everything that a picture may show: past sprints, a forecast, work in progress, changes since yesterday.
fn full() -> Sprint {
    let read = |name: &str, history: Vec<Past>| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds").join(name);
        sprint(&fs::read(path).unwrap(), &ReadOptions { history, ..ReadOptions::default() }).unwrap()
    };
    let history = (1..=4).map(|n| Past::of(&read(&format!("history/past-{n}.json"), Vec::new()))).collect();
    read("burndown.json", history)
}

#[test]
fn a_full_picture_keeps_its_words_apart_in_every_kind_size_and_language() {
    let (fonts, sprint) = (Fonts::embedded(), full());
    for (lang, (_, kind)) in Lang::ALL.into_iter().flat_map(|lang| Kind::ALL.map(|kind| (lang, kind))) {
        let words = Words::new(lang);
        let since = Some("2026-08-31".parse().unwrap());
        let view = View { kind, since, ideal: IdealFrom::Current, ..View::default() };
        let odd = if lang == Lang::De { odd_sizes() } else { Vec::new() };
        for size in presets().into_iter().chain(odd) {
            let drawn = scene(&chart(&sprint, &view, &words, Theme::LIGHT, size), &fonts);
            assert_apart_and_inside(&format!("{kind:?} {lang} {}×{}", size.width, size.height), &drawn);
            assert!(drawn.description.chars().count() <= crate::limits::MAX_ALT_CHARS);
        }
    }
}

fn presets() -> Vec<Size> {
    Preset::ALL.into_iter().map(|(_, preset)| preset.size()).collect()
}

fn odd_sizes() -> Vec<Size> {
    let sides = [1.0, 17.0, 90.0, 160.0, 333.0, 640.0, 1200.0, 4000.0];
    sides.iter().flat_map(|w| sides.iter().map(|h| Size { width: *w, height: *h })).collect()
}

fn assert_apart_and_inside(name: &str, scene: &Scene) {
    let texts = scene.texts();
    let canvas = Rect { x: 0.0, y: 0.0, width: scene.size.width, height: scene.size.height };
    for (index, text) in texts.iter().enumerate() {
        let ink = text.ink();
        let inside = ink.x >= canvas.x && ink.y >= canvas.y && ink.right() <= canvas.right();
        assert!(inside && ink.bottom() <= canvas.bottom(), "{name}: {:?} leaves the canvas", words_of(text));
        for other in texts.iter().skip(index + 1) {
            let (a, b) = (words_of(text), words_of(other));
            assert!(!ink.overlaps(&other.ink(), 0.5), "{name}: {a:?} and {b:?} overlap");
        }
    }
}

fn words_of(text: &crate::scene::Text) -> String {
    text.line.runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn texts_neither_overlap_nor_leave_the_canvas_in_any_preset_and_language() {
    each_scene(&[Kind::Burndown], &presets(), (&Lang::ALL, 2), assert_apart_and_inside);
    each_scene(&OTHER_KINDS, &presets(), (&Lang::ALL, 8), assert_apart_and_inside);
}

#[test]
fn texts_neither_overlap_nor_leave_the_canvas_at_any_size() {
    each_scene(&[Kind::Burndown], &odd_sizes(), (&Lang::ALL, 16), assert_apart_and_inside);
}

#[test]
fn no_text_is_under_24_px_at_1600_by_900() {
    let kinds = Kind::ALL.map(|(_, kind)| kind);
    each_scene(&kinds, &[Preset::Slack.size()], (&[Lang::En, Lang::De], 2), |name, scene| {
        for text in scene.texts() {
            assert!(text.style.size >= 24.0, "{name}: {:?} is {} px", words_of(text), text.style.size);
        }
    });
}

#[test]
fn alt_text_stays_within_its_limit() {
    for (name, sprint) in sprints() {
        for (lang, (_, kind)) in Lang::ALL.into_iter().flat_map(|lang| Kind::ALL.map(|kind| (lang, kind))) {
            let view = View { kind, ..View::default() };
            let alt =
                chart(&sprint, &view, &Words::new(lang), Theme::LIGHT, Preset::Slack.size()).description;
            let length = alt.chars().count();
            assert!(length <= crate::limits::MAX_ALT_CHARS, "{name} {lang}: {length}");
            assert!(!alt.contains('{'), "{name} {lang}: {alt}");
        }
    }
}
