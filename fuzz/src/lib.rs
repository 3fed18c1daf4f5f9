//! The checks that the fuzz targets run on their input.

use std::sync::LazyLock;

use emberline::theme::Theme;
use emberline::{Fonts, Format, Input, Lang, Options, Preset, ReadOptions, TextMode};

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

/// Reads the bytes and, if they are a sprint, draws and describes it.
///
/// # Panics
///
/// Panics if the picture, the alt text or the ledger violates an invariant.
pub fn check_sprint(bytes: &[u8], format: Format) {
    let mut read = ReadOptions::default();
    read.format = Some(format);
    // Some trackers have no sprints, so the caller gives the dates.
    if matches!(format, Format::Trello | Format::Azure | Format::GitHub) {
        read.start = "2024-04-08".parse().ok();
        read.end = "2024-05-17".parse().ok();
    }
    let Ok(sprint) = emberline::read_sprint(bytes, &read) else { return };

    // The length of the input selects the options, so that the input file alone reproduces a crash.
    let selector = bytes.len();
    let mut options = Options::default();
    options.preset = Some(Preset::ALL[selector % Preset::ALL.len()]);
    options.theme = Some(if selector % 2 == 0 { Theme::LIGHT } else { Theme::DARK });
    options.lang = Lang::ALL[selector % Lang::ALL.len()];
    options.text = if selector % 3 == 0 { TextMode::Outline } else { TextMode::Live };
    let input = Input::from(sprint.clone());
    let picture = emberline::draw(&input, &options, &FONTS).expect("a preset's size is allowed");
    // A name or goal may contain these letters too.
    let is_in_name = |text: &str| sprint.name.contains(text) || sprint.goal.iter().any(|goal| goal.contains(text));
    for invalid in ["NaN", "inf"] {
        assert!(is_in_name(invalid) || !attribute_values(picture.svg()).any(|value| value.contains(invalid)), "{invalid} in {}", picture.svg());
    }

    let description = emberline::describe(&input, &options).expect("a preset's size is allowed");
    let alt = description.alt_text();
    assert!(alt.chars().count() <= emberline::limits::MAX_ALT_CHARS, "{alt}");
    assert_balanced(&sprint);
}

/// Reads the bytes and, if they are a Chart.js configuration, draws it.
///
/// # Panics
///
/// Panics if a number of the picture is not finite.
pub fn check_chart(bytes: &[u8]) {
    let Ok(config) = emberline::read_chart_js(bytes, &ReadOptions::default()) else { return };
    let Ok(picture) = emberline::draw(&Input::from(config), &Options::default(), &FONTS) else { return };
    // Only attributes are searched, since labels may contain these letters.
    assert!(!attribute_values(picture.svg()).any(|value| value.contains("NaN")), "{}", picture.svg());
}

/// A configuration that is drawn after each script.
const NEXT_CONFIG: &[u8] = b"{type: 'bar', data: {labels: ['a', 'b'], datasets: [{data: [1, 2]}]},
    options: {scales: {y: {ticks: {callback: (value) => [value].map((item) => item.toFixed(1)).join()}}}}}";
static NEXT_PICTURE: LazyLock<String> = LazyLock::new(|| draw_script(NEXT_CONFIG).expect("the configuration is valid"));

/// Runs the bytes as a script and, if it makes a Chart.js configuration, draws it.
///
/// # Panics
///
/// Panics if a number of the picture is not finite, or if the script changes the picture after it.
pub fn check_script(bytes: &[u8]) {
    LazyLock::force(&NEXT_PICTURE);
    if let Some(svg) = draw_script(bytes) {
        assert!(!attribute_values(&svg).any(|value| value.contains("NaN")), "{svg}");
    }
    assert_eq!(draw_script(NEXT_CONFIG).as_ref(), Some(&*NEXT_PICTURE));
}

/// The SVG of a configuration whose functions run; `None` if there is an error.
fn draw_script(bytes: &[u8]) -> Option<String> {
    let mut read = ReadOptions::default();
    read.runs_functions = true;
    let config = emberline::read_chart_js(bytes, &read).ok()?;
    let picture = emberline::draw(&Input::from(config), &Options::default(), &FONTS).ok()?;
    Some(picture.svg().to_owned())
}

/// The values of all attributes of an SVG.
fn attribute_values(svg: &str) -> impl Iterator<Item = &str> {
    svg.split('<')
        .filter_map(|tag| tag.split_once('>'))
        .flat_map(|(tag, _)| tag.split('"').skip(1).step_by(2))
}

/// Checks that the flow of each day leads to its closing level, and that no level is negative.
fn assert_balanced(sprint: &emberline::Sprint) {
    let ledger = sprint.ledger();
    let mut level = ledger.opening;
    for day in &ledger.days {
        level += day.flow;
        assert!(day.closing.is_none_or(|closing| closing == level), "{day:?} leaves {level:?}");
        assert!(!level.remaining().is_negative() && !level.done.is_negative(), "{level:?} after {day:?}");
    }
    assert_eq!(level, ledger.latest_level(), "the days' sum and the last step");
}
