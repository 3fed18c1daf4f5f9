//! Emberline turns sprint data into a burndown picture, and Chart.js configurations into what Chart.js draws: as SVG, and as
//! PNG, WebP or PDF, with embedded fonts and no system libraries. The same input gives the same bytes everywhere.
//!
//! An [`Input`] is read from bytes, [`draw`] makes a [`Picture`] of it:
//!
//! ```
//! use emberline::{Fonts, Input, Options, ReadOptions};
//!
//! let json = br#"{
//!     "name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06",
//!     "committed": 20, "days": [18, 15, 15]
//! }"#;
//! let fonts = Fonts::embedded();
//! let input = Input::read(json, &ReadOptions::default())?;
//! let picture = emberline::draw(&input, &Options::default(), &fonts)?;
//! assert!(picture.svg().starts_with("<svg "));
//! # #[cfg(feature = "png")]
//! assert!(picture.png(&fonts)?.starts_with(b"\x89PNG"));
//! # Ok::<(), emberline::Error>(())
//! ```
//!
//! Reading validates everything. After it, only a size can be refused, or an axis that a Chart.js configuration lacks.
//!
//! # Features
//!
//! All but `clap` are on by default.
//!
//! - `png`: [`Picture::png`].
//! - `webp`, `pdf`: `Picture::webp` and `Picture::pdf`.
//! - `builtin-fonts`: the fonts inside the program. Without it they are files that [`Fonts::add`] takes.
//! - `builtin-zones`: the time zones inside the program. Without it they are a file that `add_zones` takes.
//! - `trackers`: reads the answers of trackers.
//! - `chartjs`: reads Chart.js configurations.
//! - `embed-font`: `Options::embed_font`, which puts the glyphs of a picture into its SVG.
//! - `clap`: derives command-line arguments for [`PictureOptions`].

#![cfg_attr(
    not(feature = "chartjs"),
    allow(dead_code, unused_imports, reason = "configurations use more of a chart than sprints do")
)]

#[cfg(all(doctest, feature = "png", feature = "builtin-fonts"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(feature = "chartjs")]
#[cfg_attr(
    not(feature = "functions"),
    allow(dead_code, unused_imports, reason = "only functions draw on a canvas")
)]
mod canvas;
mod chart;
#[cfg_attr(not(feature = "chartjs"), path = "chartjs/stub.rs")]
mod chartjs;
mod color;
mod compression;
mod describe;
pub mod error;
mod font;
mod geometry;
mod gradient;
mod i18n;
mod id_hash;
mod input;
#[cfg_attr(not(feature = "functions"), path = "intl/stub.rs")]
mod intl;
mod layout;
pub mod limits;
mod mark;
mod names;
mod options;
mod picture;
#[cfg(feature = "png")]
mod raster;
mod scale;
mod scene;
#[cfg(feature = "chartjs")]
#[cfg_attr(
    not(feature = "functions"),
    allow(dead_code, reason = "without an engine nothing calls the sandbox")
)]
mod script;
pub mod sprint;
mod svg;
mod templates;

pub use chart::theme;
pub use chartjs::{ChartJsConfig, css_color};
pub use color::Color;
pub use compression::Compression;
pub use describe::{ChartJsDescription, Description, Numbers, SprintDescription, VelocityDescription};
pub use error::Error;
pub use font::Fonts;
pub use geometry::Size;
pub use i18n::Lang;
#[cfg(feature = "trackers")]
pub use input::FormatInfo;
#[cfg(not(feature = "builtin-zones"))]
pub use input::add_zones;
pub use input::{
    ChartJsOptions, ChartJsVersion, DocumentShape, Format, Moment, ReadOptions, is_calendar, schema,
};
pub use options::{AsOf, History, Options, PictureOptions, Preset, SprintDays};
pub use picture::{Input, Picture, PictureSize, describe, draw, read_chart_js, read_history, read_sprint};
#[cfg(feature = "png")]
pub use picture::{PngSettings, rasterise};
pub use sprint::{PastSprint, Sprint};
pub use svg::TextMode;
#[cfg(feature = "messages")]
pub use templates::{ChangeText, ChangesText, MessageText};
pub use templates::{IdealBaseline, ReportKind, ReportOptions};

/// JSON documents around Emberline's own: for programs that define requests or settings with sprints and options inside.
pub mod json {
    pub use super::input::SprintDocumentSchema;
    pub use super::input::json::{inline_text, parse_document};
    pub use super::input::object::StrictObject;
}

/// The stages of a picture by themselves, for benchmarks. They are not part of the interface.
#[doc(hidden)]
pub mod bench {
    use super::i18n::Translator;
    use super::scene::Scene;
    use super::templates::SprintReport;
    use super::{Fonts, Options, Sprint};

    /// A picture that is laid out.
    pub struct LaidOut(Scene);

    /// Draws and lays out the chart of a sprint.
    pub fn lay_out(sprint: &Sprint, options: &Options, fonts: &Fonts) -> LaidOut {
        let translator = Translator::new(options.lang);
        let report = SprintReport::new(sprint, &options.report, &translator);
        let chart = report.draw_chart(options.theme.unwrap_or_default(), options.size_for(false));
        LaidOut(super::layout::build_scene(&chart, fonts))
    }

    /// Writes the SVG.
    pub fn write_svg(picture: &LaidOut, options: &Options, fonts: &Fonts) -> String {
        super::svg::write_document(&picture.0, fonts, options.text, None)
    }

    /// The engine of a script. It ends when it is dropped.
    #[cfg(feature = "functions")]
    #[expect(dead_code, reason = "a benchmark only starts and ends it")]
    pub struct StartedEngine(super::script::Engine);

    /// Starts the engine of a script; `None` if there is not enough memory.
    #[cfg(feature = "functions")]
    pub fn start_engine(fonts: &Fonts) -> Option<StartedEngine> {
        super::chartjs::start_engine(fonts).ok().map(StartedEngine)
    }

    #[cfg(feature = "png")]
    pub use super::raster::{PngMetadata, encode_png, parse_svg, rasterise_tree};
}
