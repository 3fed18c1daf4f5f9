//! Rules for every picture: no text overlaps another one, leaves the canvas or is too small.

use std::fs;
use std::path::Path;

use super::{IdealBaseline, ReportKind, ReportOptions, SprintReport};
use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::font::Fonts;
use crate::geometry::{Rect, Size};
use crate::i18n::{Lang, Translator};
use crate::input::{ReadOptions, read_sprint};
use crate::layout::build_scene;
use crate::options::Preset;
use crate::scene::{Scene, Text};
use crate::sprint::{PastSprint, Sprint};

/// Reads every sprint among the fixtures and the examples, with its file name.
fn fixture_sprints() -> Vec<(String, Sprint)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sprints = Vec::new();
    for folder in ["examples", "tests/fixtures/burndown"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json" || extension == "csv") {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let read = read_sprint(&fs::read(&path).unwrap(), &ReadOptions::default());
                sprints.push((name.clone(), read.unwrap_or_else(|error| panic!("{name}: {error}"))));
            }
        }
    }
    assert!(sprints.len() >= 45, "{}", sprints.len());
    sprints
}

fn sprint_chart(sprint: &Sprint, options: &ReportOptions, translator: &Translator, size: Size) -> Chart {
    SprintReport::new(sprint, options, translator).draw_chart(Theme::LIGHT, size)
}

/// Checks the scenes of these kinds, sizes and languages. Each combination is drawn for one of `stride` sprints; the next
/// combination takes the next ones.
fn check_scenes(
    kinds: &[ReportKind],
    sizes: &[Size],
    langs: &[Lang],
    stride: usize,
    check: impl Fn(&str, &Scene),
) {
    let fonts = Fonts::embedded();
    let sprints = fixture_sprints();
    let kinds = kinds.iter().enumerate();
    for (kind_index, kind, lang) in
        kinds.flat_map(|(index, kind)| langs.iter().map(move |lang| (index, *kind, *lang)))
    {
        let translator = Translator::new(lang);
        let options = ReportOptions { kind, ..ReportOptions::default() };
        let lang_index = langs.iter().position(|known| *known == lang).unwrap_or_default();
        for size in sizes {
            let is_turn =
                |(index, _): &(usize, &(String, Sprint))| (index + kind_index + lang_index) % stride == 0;
            for (_, (name, sprint)) in sprints.iter().enumerate().filter(is_turn) {
                let label = format!("{kind:?} {name} {lang} {}×{}", size.width, size.height);
                let chart = sprint_chart(sprint, &options, &translator, *size);
                check(&label, &build_scene(&chart, &fonts));
            }
        }
    }
}

const OTHER_KINDS: [ReportKind; 4] =
    [ReportKind::Burnup, ReportKind::CumulativeFlow, ReportKind::Velocity, ReportKind::Release];

fn all_combinations() -> impl Iterator<Item = (Lang, ReportKind)> {
    Lang::ALL.into_iter().flat_map(|lang| ReportKind::ALL.map(|kind| (lang, kind)))
}

/// Reads a sprint with all that a picture may show: past sprints, a forecast, work in progress, changes since yesterday.
fn sprint_with_all_parts() -> Sprint {
    let read = |name: &str, history: Vec<PastSprint>| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds").join(name);
        read_sprint(&fs::read(path).unwrap(), &ReadOptions { history, ..ReadOptions::default() }).unwrap()
    };
    let past = |n| PastSprint::from_sprint(&read(&format!("history/past-{n}.json"), Vec::new()));
    read("burndown.json", (1..=4).map(past).collect())
}

#[test]
fn texts_of_a_full_picture_do_not_overlap_in_any_kind_size_and_language() {
    let (fonts, sprint) = (Fonts::embedded(), sprint_with_all_parts());
    for (lang, kind) in all_combinations() {
        let translator = Translator::new(lang);
        let since = Some("2026-08-31".parse().unwrap());
        let options =
            ReportOptions { kind, since, ideal: IdealBaseline::Current, ..ReportOptions::default() };
        let unusual = if lang == Lang::De { unusual_sizes() } else { Vec::new() };
        for size in preset_sizes().into_iter().chain(unusual) {
            let scene = build_scene(&sprint_chart(&sprint, &options, &translator, size), &fonts);
            assert_apart_and_inside(&format!("{kind:?} {lang} {}×{}", size.width, size.height), &scene);
            assert!(scene.description.chars().count() <= crate::limits::MAX_ALT_CHARS);
        }
    }
}

fn preset_sizes() -> Vec<Size> {
    Preset::ALL.into_iter().map(Preset::size).collect()
}

fn unusual_sizes() -> Vec<Size> {
    let sides = [1.0, 17.0, 90.0, 160.0, 333.0, 640.0, 1200.0, 4000.0];
    sides.iter().flat_map(|w| sides.iter().map(|h| Size { width: *w, height: *h })).collect()
}

fn assert_apart_and_inside(name: &str, scene: &Scene) {
    let texts = scene.all_texts();
    let canvas = Rect { x: 0.0, y: 0.0, width: scene.size.width, height: scene.size.height };
    for (index, text) in texts.iter().enumerate() {
        let ink = text.ink_box();
        let is_inside = ink.x >= canvas.x && ink.y >= canvas.y && ink.right() <= canvas.right();
        let content = text_content(text);
        assert!(is_inside && ink.bottom() <= canvas.bottom(), "{name}: {content:?} leaves the canvas");
        for other in texts.iter().skip(index + 1) {
            let other_content = text_content(other);
            let overlap = ink.overlaps(&other.ink_box(), 0.5);
            assert!(!overlap, "{name}: {content:?} and {other_content:?} overlap");
        }
    }
}

fn text_content(text: &Text) -> String {
    text.line.runs.iter().map(|run| run.text.as_str()).collect()
}

#[test]
fn texts_neither_overlap_nor_leave_the_canvas_in_any_preset_and_language() {
    check_scenes(&[ReportKind::Burndown], &preset_sizes(), &Lang::ALL, 2, assert_apart_and_inside);
    check_scenes(&OTHER_KINDS, &preset_sizes(), &Lang::ALL, 8, assert_apart_and_inside);
}

#[test]
fn texts_neither_overlap_nor_leave_the_canvas_at_any_size() {
    check_scenes(&[ReportKind::Burndown], &unusual_sizes(), &Lang::ALL, 16, assert_apart_and_inside);
}

#[test]
fn no_text_is_under_24_px_at_1600_by_900() {
    check_scenes(&ReportKind::ALL, &[Preset::Slack.size()], &[Lang::En, Lang::De], 2, |name, scene| {
        for text in scene.all_texts() {
            assert!(text.style.size >= 24.0, "{name}: {:?} is {} px", text_content(text), text.style.size);
        }
    });
}

#[test]
fn alt_text_stays_within_its_limit() {
    for (name, sprint) in fixture_sprints() {
        for (lang, kind) in all_combinations() {
            let options = ReportOptions { kind, ..ReportOptions::default() };
            let size = Preset::Slack.size();
            let chart = sprint_chart(&sprint, &options, &Translator::new(lang), size);
            let length = chart.description.chars().count();
            assert!(length <= crate::limits::MAX_ALT_CHARS, "{name} {lang}: {length}");
            assert!(!chart.description.contains('{'), "{name} {lang}: {}", chart.description);
        }
    }
}
