//! Options for drawing a picture.

use super::preset::Preset;
use crate::chart::theme::Theme;
use crate::compression::Compression;
use crate::error::Error;
use crate::geometry::Size;
use crate::i18n::Lang;
use crate::limits::{MAX_PIXELS, MAX_SIDE};
use crate::svg::TextMode;
use crate::templates::ReportOptions;

/// Options for drawing a picture. Every field has a default; the size is that of a [`Preset`] or any other.
///
/// # Example
///
/// ```
/// use emberline::{Lang, Options, Preset};
///
/// let mut options = Options::default();
/// options.preset = Some(Preset::Teams);
/// options.lang = Lang::De;
/// assert!(options.validate().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The size for a destination.
    ///
    /// Default: 1600 × 900 ([`Preset::Slack`]) for sprints, 800 × 400 for Chart.js configurations.
    pub preset: Option<Preset>,
    /// Width in CSS pixels, from 1 to [`MAX_SIDE`].
    ///
    /// Default: the width of the preset.
    pub width: Option<f64>,
    /// Height in CSS pixels, from 1 to [`MAX_SIDE`].
    ///
    /// Default: the height of the preset.
    pub height: Option<f64>,
    /// Device pixels per CSS pixel of a PNG, more than 0.
    ///
    /// Default: 1.
    pub scale: f64,
    /// Colours. In a Chart.js configuration they apply to the background and to everything without a colour of its own.
    ///
    /// Default: [`Theme::LIGHT`] for sprints, for Chart.js configurations those of Chart.js.
    pub theme: Option<Theme>,
    /// Language of texts, dates and numbers.
    ///
    /// Default: English.
    pub lang: Lang,
    /// Contents of the picture of a sprint.
    ///
    /// Default: its burndown, with a forecast.
    pub report: ReportOptions,
    /// Representation of text in an SVG.
    ///
    /// Default: live text.
    pub text: TextMode,
    /// Embeds the glyphs that an SVG needs as `@font-face` rules.
    ///
    /// Default: false.
    #[cfg(feature = "embed-font")]
    pub embed_font: bool,
    /// Effort to make a PNG small.
    ///
    /// Default: fast.
    pub compression: Compression,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            preset: None,
            width: None,
            height: None,
            scale: 1.0,
            theme: None,
            lang: Lang::default(),
            report: ReportOptions::default(),
            text: TextMode::Live,
            #[cfg(feature = "embed-font")]
            embed_font: false,
            compression: Compression::default(),
        }
    }
}

/// Size of a Chart.js configuration's picture in CSS pixels, unless another one is requested.
const CHART_JS_SIZE: Size = Size { width: 800.0, height: 400.0 };

impl Options {
    /// Validates the size of a sprint's picture, before any input is read. Drawing validates the size of each picture.
    ///
    /// # Errors
    /// [`Error::Size`] if the size can't be drawn; it names the limit.
    pub fn validate(&self) -> Result<(), Error> {
        validate_size(self.size_for(false), self.scale)
    }

    /// Returns the size in CSS pixels of the picture of a sprint or of a Chart.js configuration.
    pub(crate) fn size_for(&self, is_chart_js: bool) -> Size {
        let default = if is_chart_js { CHART_JS_SIZE } else { Preset::default().size() };
        let Size { width, height } = self.preset.map_or(default, Preset::size);
        Size { width: self.width.unwrap_or(width), height: self.height.unwrap_or(height) }
    }
}

/// Validates a size in CSS pixels with its device pixels.
///
/// # Errors
/// [`Error::Size`] if the size can't be drawn; it names the limit.
pub(crate) fn validate_size(size: Size, scale: f64) -> Result<(), Error> {
    let Size { width, height } = size;
    for (side, value) in [("width", width), ("height", height)] {
        if !(1.0..=MAX_SIDE).contains(&value) {
            let found = format!("a {side} of {value} px");
            let expected = format!("1 to {MAX_SIDE} px (MAX_SIDE)");
            return Err(Error::Size { found, expected, limit: "MAX_SIDE" });
        }
    }
    let pixels = width * height * scale * scale;
    if !(scale > 0.0 && pixels <= MAX_PIXELS && width.min(height) * scale >= 1.0) {
        let found = format!("{width} × {height} px at scale {scale}, {pixels} device pixels");
        return Err(Error::Size {
            found,
            expected: format!("1 to {MAX_PIXELS} (MAX_PIXELS), each side at least 1"),
            limit: "MAX_PIXELS",
        });
    }
    Ok(())
}
