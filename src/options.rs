//! What a caller chooses about a picture.

use crate::burndown::View;
use crate::chart::theme::Theme;
use crate::compression::Compression;
use crate::error::Error;
use crate::geometry::Size;
use crate::limits::{MAX_PIXELS, MAX_SIDE};
use crate::svg::TextMode;
use crate::words::Lang;

/// How a picture is drawn. Everything has a default; the size comes from a [`Preset`] or is free.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Width and height in CSS pixels, each from 1 to [`MAX_SIDE`].
    ///
    /// Default: 1600 × 900, the preset `slack`.
    pub size: Size,
    /// Device pixels of a PNG for each CSS pixel, more than 0.
    ///
    /// Default: 1.
    pub scale: f64,
    /// Colours; of a Chart.js configuration those that it does not name, and a background.
    ///
    /// Default: [`Theme::LIGHT`] for sprints, for Chart.js configurations those of Chart.js.
    pub theme: Option<Theme>,
    /// Language of words, dates and numbers.
    ///
    /// Default: English.
    pub lang: Lang,
    /// What a picture of a sprint shows.
    ///
    /// Default: its burndown, with a forecast.
    pub view: View,
    /// How an SVG holds its text.
    ///
    /// Default: live.
    pub text: TextMode,
    /// Puts the glyphs an SVG needs into it, as `@font-face` rules.
    ///
    /// Default: no.
    #[cfg(feature = "embed-font")]
    pub embed_font: bool,
    /// How hard to work for a small PNG.
    ///
    /// Default: fast.
    pub compression: Compression,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: Preset::default().size(),
            scale: 1.0,
            theme: None,
            lang: Lang::default(),
            view: View::default(),
            text: TextMode::Live,
            #[cfg(feature = "embed-font")]
            embed_font: false,
            compression: Compression::default(),
        }
    }
}

impl Options {
    /// Size of a Chart.js configuration's picture where nothing is said, in CSS pixels.
    pub const CHART_SIZE: Size = Size { width: 800.0, height: 400.0 };

    /// Refuses sizes that can't be drawn; rendering asks this first.
    ///
    /// # Errors
    /// [`Error::Size`] names the limit.
    pub fn check(&self) -> Result<(), Error> {
        let Size { width, height } = self.size;
        for (side, value) in [("width", width), ("height", height)] {
            if !(1.0..=MAX_SIDE).contains(&value) {
                let found = format!("a {side} of {value} px");
                let expected = format!("1 to {MAX_SIDE} px (MAX_SIDE)");
                return Err(Error::Size { found, expected, limit: "MAX_SIDE" });
            }
        }
        let pixels = width * height * self.scale * self.scale;
        if !(self.scale > 0.0 && pixels <= MAX_PIXELS && width.min(height) * self.scale >= 1.0) {
            let found = format!("{width} × {height} px at scale {}, {pixels} device pixels", self.scale);
            return Err(Error::Size {
                found,
                expected: format!("1 to {MAX_PIXELS} (MAX_PIXELS), each side at least 1"),
                limit: "MAX_PIXELS",
            });
        }
        Ok(())
    }
}

/// A size for a place where pictures go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// 1600 × 900: a message in Slack, Discord or Mattermost.
    #[default]
    Slack,
    /// 1024 × 576: a card in Teams, which takes at most 1024 px.
    Teams,
    /// 1920 × 720: a report or a wiki page.
    Wide,
    /// 1080 × 1080.
    Square,
    /// 480 × 270: a list of many sprints.
    Thumbnail,
}

impl Preset {
    /// All presets with their names, the default first.
    pub const ALL: [(&'static str, Self); 5] = [
        ("slack", Self::Slack),
        ("teams", Self::Teams),
        ("wide", Self::Wide),
        ("square", Self::Square),
        ("thumbnail", Self::Thumbnail),
    ];

    /// In CSS pixels.
    pub const fn size(self) -> Size {
        let (width, height) = match self {
            Self::Slack => (1600.0, 900.0),
            Self::Teams => (1024.0, 576.0),
            Self::Wide => (1920.0, 720.0),
            Self::Square => (1080.0, 1080.0),
            Self::Thumbnail => (480.0, 270.0),
        };
        Size { width, height }
    }
}
