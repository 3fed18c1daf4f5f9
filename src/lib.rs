//! Sprint data in, a burndown picture that explains itself out: as SVG, and as PNG through resvg, with
//! embedded fonts and no system libraries. Same input, same bytes, everywhere.
//!
//! ```
//! use emberline::{Fonts, Options, ReadOptions};
//!
//! let input = br#"{
//!     "name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06",
//!     "committed": 20, "days": [18, 15, 15]
//! }"#;
//! let sprint = emberline::read_sprint(input, &ReadOptions::default())?;
//! let svg = emberline::render_svg(&sprint, &Options::default(), &Fonts::embedded())?;
//! assert!(svg.starts_with("<svg "));
//! # Ok::<(), emberline::Error>(())
//! ```
//!
//! Reading checks everything; after it only sizes can be refused. Features: `png` (default through
//! `cli`) adds `render_png`; `builtin-fonts` (likewise) puts the fonts inside, without it they are files that
//! [`Fonts::add`] takes; `builtin-zones` (likewise) the time zones, which `add_zones` takes; `trackers` and `chartjs` (likewise) read
//! what their names say; `embed-font` adds `Options::embed_font`; `cli` is the command line.

#![cfg_attr(
    not(feature = "chartjs"),
    allow(dead_code, unused_imports, reason = "configurations use more of a chart than sprints do")
)]

#[cfg(all(doctest, feature = "png", feature = "builtin-fonts"))]
#[doc = include_str!("../README.md")]
struct Readme;

mod burndown;
mod chart;
#[cfg_attr(not(feature = "chartjs"), path = "chartjs/absent.rs")]
mod chartjs;
mod color;
mod compression;
#[cfg(any(feature = "cli", feature = "serve"))]
pub mod deliver;
mod describe;
pub mod error;
mod font;
mod geometry;
#[cfg(feature = "serve")]
pub mod http;
mod input;
mod kinds;
mod layout;
pub mod limits;
mod mark;
mod options;
mod plate;
#[cfg(feature = "png")]
mod raster;
pub mod request;
mod scale;
mod scene;
#[cfg(feature = "serve")]
pub mod service;
pub mod sprint;
mod subject;
mod svg;
mod words;

pub use burndown::{IdealFrom, Kind, View};
pub use chart::theme;
pub use chartjs::Config;
pub use color::Color;
pub use compression::Compression;
pub use describe::{ChartDescription, Description, VelocityDescription};
pub use error::Error;
pub use font::Fonts;
pub use geometry::Size;
#[cfg(feature = "trackers")]
pub use input::About;
#[cfg(not(feature = "builtin-zones"))]
pub use input::add_zones;
pub use input::{Format, Moment, ReadOptions, Shape, schema};
pub use options::{Options, Preset};
pub use plate::Plate;
pub use sprint::{Past, Sprint};
pub use subject::Subject;
pub use svg::TextMode;
pub use words::Lang;

use scene::Scene;
use words::Words;

/// The sprint that an input tells of. Reads neither the clock nor any file.
///
/// # Errors
///
/// [`Error::Input`] names the place, what is found there and what is expected.
///
/// # Example
///
/// ```
/// use emberline::{ReadOptions, read_sprint};
///
/// let json = br#"{"name": "Sprint 12", "start": "2023-08-23", "end": "2023-09-05", "days": [40, 38, 31]}"#;
/// let sprint = read_sprint(json, &ReadOptions::default())?;
/// assert_eq!(sprint.ledger().latest().remaining().to_f64(), 31.0);
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn read_sprint(bytes: &[u8], options: &ReadOptions) -> Result<Sprint, Error> {
    Ok(input::sprint(bytes, options)?)
}

/// What an input tells of sprints that are over, one or those of a velocity report: history for a later one's
/// [`ReadOptions::history`].
///
/// # Errors
///
/// As [`read_sprint`].
pub fn read_past(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Past>, Error> {
    Ok(input::past(bytes, options)?)
}

/// The stages of a picture apart, for benchmarks: no part of the interface, no promise to stay.
#[doc(hidden)]
pub mod stages {
    use super::{Fonts, Options, Scene, Sprint};

    /// A picture, laid out.
    pub struct LaidOut(Scene);

    /// Sprint to scene.
    pub fn layout(sprint: &Sprint, options: &Options, fonts: &Fonts) -> LaidOut {
        LaidOut(super::layout(sprint, options, fonts))
    }

    /// Scene to SVG.
    pub fn svg(picture: &LaidOut, options: &Options, fonts: &Fonts) -> String {
        super::svg::document(&picture.0, fonts, options.text, None)
    }

    #[cfg(feature = "png")]
    pub use super::raster::{Caption, encode, parse, rasterise};
}

/// The picture of a sprint as a complete SVG document: its burndown, or what the options say.
///
/// # Errors
/// [`Error::Size`] where the options ask for a size that can't be drawn, [`Error::MissingFonts`] where the fonts are
/// [absent](Fonts::absent).
pub fn render_svg(sprint: &Sprint, options: &Options, fonts: &Fonts) -> Result<String, Error> {
    options.check()?;
    Ok(document(&scene(sprint, options, fonts)?, options, fonts))
}

/// The picture of a sprint as PNG: its SVG, rasterised.
///
/// # Errors
/// [`Error::Size`] where the options ask for a size that can't be drawn, [`Error::MissingFonts`] where the fonts are
/// [absent](Fonts::absent), [`Error::Raster`] where memory is short.
#[cfg(feature = "png")]
pub fn render_png(sprint: &Sprint, options: &Options, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    plate(sprint, options, fonts)?.png(fonts)
}

/// What the PNG of a sprint's burndown is made from.
///
/// # Errors
/// As [`render_svg`].
pub fn plate(sprint: &Sprint, options: &Options, fonts: &Fonts) -> Result<Plate, Error> {
    options.check()?;
    Ok(plate_of(scene(sprint, options, fonts)?, options.scale, options, fonts))
}

/// The velocity of past sprints alone as a complete SVG document; of the view in the options, its commitment counts.
///
/// # Errors
/// As [`render_svg`].
pub fn velocity_svg(past: &[Past], options: &Options, fonts: &Fonts) -> Result<String, Error> {
    Ok(document(&velocity_scene(past, options, fonts)?, options, fonts))
}

/// The velocity of past sprints alone as PNG.
///
/// # Errors
/// As [`render_png`].
#[cfg(feature = "png")]
pub fn velocity_png(past: &[Past], options: &Options, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    velocity_plate(past, options, fonts)?.png(fonts)
}

/// What the PNG of the velocity of past sprints alone is made from.
///
/// # Errors
/// As [`render_svg`].
pub fn velocity_plate(past: &[Past], options: &Options, fonts: &Fonts) -> Result<Plate, Error> {
    Ok(plate_of(velocity_scene(past, options, fonts)?, options.scale, options, fonts))
}

fn velocity_scene(past: &[Past], options: &Options, fonts: &Fonts) -> Result<Scene, Error> {
    options.check()?;
    let words = Words::new(options.lang);
    let chart = kinds::velocity(past, &options.view, &words, options.theme.unwrap_or_default(), options.size);
    complete(layout::scene(&chart, fonts), fonts)
}

/// What the picture of the velocity of past sprints alone says.
pub fn describe_velocity(past: &[Past], options: &Options) -> VelocityDescription {
    VelocityDescription::of(past, options)
}

/// A Chart.js configuration: JSON, or a JavaScript literal of data.
///
/// # Errors
/// [`Error::Input`] names the place, what is found there and what is expected.
pub fn read_chart(bytes: &[u8]) -> Result<Config, Error> {
    Ok(chartjs::config(bytes)?)
}

/// Whether an input is a Chart.js configuration and not a sprint.
pub fn is_chart(bytes: &[u8]) -> bool {
    chartjs::is_config(bytes)
}

/// The picture of a Chart.js configuration as a complete SVG document, of the size in the options.
///
/// # Errors
/// [`Error::Size`] where a size is asked for that can't be drawn, [`Error::Input`] where the
/// configuration names what is not there, [`Error::MissingFonts`] where the fonts are [absent](Fonts::absent).
pub fn chart_svg(config: &Config, options: &Options, fonts: &Fonts) -> Result<String, Error> {
    let (scene, _) = chart_scene(config, options, fonts)?;
    Ok(document(&scene, options, fonts))
}

/// The picture of a Chart.js configuration as PNG: its SVG, rasterised. A scale other than 1 in the
/// options goes over the configuration's `devicePixelRatio`.
///
/// # Errors
/// As [`chart_svg`], and [`Error::Raster`] where memory is short.
#[cfg(feature = "png")]
pub fn chart_png(config: &Config, options: &Options, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    chart_plate(config, options, fonts)?.png(fonts)
}

/// What the PNG of a Chart.js configuration is made from.
///
/// # Errors
/// As [`chart_svg`].
pub fn chart_plate(config: &Config, options: &Options, fonts: &Fonts) -> Result<Plate, Error> {
    let (scene, scale) = chart_scene(config, options, fonts)?;
    Ok(plate_of(scene, scale, options, fonts))
}

/// What the picture of a Chart.js configuration says.
///
/// # Errors
/// As [`chart_svg`].
pub fn describe_chart(config: &Config, options: &Options) -> Result<ChartDescription, Error> {
    options.check()?;
    let chart = chartjs::chart(config, options.size, options.scale, None)?;
    Ok(ChartDescription { name: chart.title, alt_text: chart.description })
}

/// The picture, and its device pixels for each CSS pixel.
fn chart_scene(config: &Config, options: &Options, fonts: &Fonts) -> Result<(Scene, f64), Error> {
    options.check()?;
    let scale = if options.scale == 1.0 { config.pixel_ratio().unwrap_or(1.0) } else { options.scale };
    Options { scale, ..options.clone() }.check()?;
    let chart = chartjs::chart(config, options.size, scale, options.theme)?;
    Ok((complete(layout::scene(&chart, fonts), fonts)?, scale))
}

/// All numbers of a sprint, its headline and its alt text, in the language and of the view in the options.
pub fn describe(sprint: &Sprint, options: &Options) -> Description {
    Description::of(sprint, options)
}

/// The picture laid out, every text measured in its own font.
fn scene(sprint: &Sprint, options: &Options, fonts: &Fonts) -> Result<Scene, Error> {
    complete(layout(sprint, options, fonts), fonts)
}

/// The scene, where no font was missed on the way to it.
fn complete(scene: Scene, fonts: &Fonts) -> Result<Scene, Error> {
    match fonts.asked() {
        files if files.is_empty() => Ok(scene),
        files => Err(Error::MissingFonts { files }),
    }
}

fn layout(sprint: &Sprint, options: &Options, fonts: &Fonts) -> Scene {
    let words = Words::new(options.lang);
    let chart = kinds::chart(sprint, &options.view, &words, options.theme.unwrap_or_default(), options.size);
    layout::scene(&chart, fonts)
}

fn plate_of(scene: Scene, scale: f64, options: &Options, fonts: &Fonts) -> Plate {
    Plate {
        svg: svg::document(&scene, fonts, options.text, None),
        title: scene.title,
        description: scene.description,
        scale,
        compression: options.compression,
    }
}

/// A scene as SVG, with the glyphs it needs where they are asked for.
fn document(scene: &Scene, options: &Options, fonts: &Fonts) -> String {
    #[cfg(feature = "embed-font")]
    let css = options.embed_font.then(|| fonts.embed_css(scene.runs())).flatten();
    #[cfg(not(feature = "embed-font"))]
    let css = None;
    svg::document(scene, fonts, options.text, css)
}
