//! What the targets do with the bytes they are given.

use std::sync::LazyLock;

use emberline::theme::Theme;
use emberline::{Fonts, Format, Lang, Options, Preset, ReadOptions, TextMode};

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// Reads the bytes and, where they are a sprint, draws and describes it. Panics on what must never be.
pub fn draw(bytes: &[u8], format: Format) {
    let mut read = ReadOptions { format: Some(format), ..ReadOptions::default() };
    // Some trackers know of no sprint: the caller gives its dates.
    if matches!(format, Format::Trello | Format::Azure | Format::GitHub) {
        read.start = "2024-04-08".parse().ok();
        read.end = "2024-05-17".parse().ok();
    }
    let Ok(sprint) = emberline::read_sprint(bytes, &read) else { return };

    // The choices a caller has, told by the length, so that a crash needs no more than its file.
    let turn = bytes.len();
    let lang = Lang::ALL[turn % Lang::ALL.len()];
    let options = Options {
        size: Preset::ALL[turn % Preset::ALL.len()].1.size(),
        theme: Some(if turn % 2 == 0 { Theme::LIGHT } else { Theme::DARK }),
        lang,
        text: if turn % 3 == 0 { TextMode::Outline } else { TextMode::Live },
        ..Options::default()
    };
    let svg = emberline::render_svg(&sprint, &options, &FONTS).expect("a preset's size is allowed");
    // A name may hold these letters, too.
    let named = |text: &str| sprint.name.contains(text) || sprint.goal.iter().any(|goal| goal.contains(text));
    for none in ["NaN", "inf"] {
        assert!(named(none) || !numbers(&svg).any(|value| value.contains(none)), "{none} in {svg}");
    }

    let alt = emberline::describe(&sprint, &Options { lang, ..Options::default() }).alt_text;
    assert!(alt.chars().count() <= emberline::limits::MAX_ALT_CHARS, "{alt}");
    balanced(&sprint);
}

/// Reads the bytes and, where they are a Chart.js configuration, draws it. Panics on what must never be.
pub fn chart(bytes: &[u8]) {
    let Ok(config) = emberline::read_chart(bytes) else { return };
    let Ok(svg) = emberline::chart_svg(&config, &Options::default(), &FONTS) else { return };
    // The numbers alone: labels may hold these letters.
    assert!(!numbers(&svg).any(|value| value.contains("NaN")), "{svg}");
}

/// The values of all attributes.
fn numbers(svg: &str) -> impl Iterator<Item = &str> {
    svg.split('<')
        .filter_map(|tag| tag.split_once('>'))
        .flat_map(|(tag, _)| tag.split('"').skip(1).step_by(2))
}

/// Every day's figures make that day's step, and none leaves less than nothing.
fn balanced(sprint: &emberline::Sprint) {
    let ledger = sprint.ledger();
    let mut level = ledger.opening;
    for day in &ledger.days {
        level += day.flow;
        assert!(day.closing.is_none_or(|closing| closing == level), "{day:?} leaves {level:?}");
        assert!(!level.remaining().is_negative() && !level.done.is_negative(), "{level:?} after {day:?}");
    }
    assert_eq!(level, ledger.latest(), "the days' sum and the last step");
}
