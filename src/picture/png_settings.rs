//! From a picture's SVG to its PNG.

use crate::compression::Compression;
use crate::error::Error;
use crate::font::Fonts;
use crate::raster::{self, PngMetadata};

/// The settings of a PNG. [`Picture::png`](crate::Picture::png) takes them from the picture; they are separate for programs
/// that draw in one place and rasterise in another, as the browser package does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PngSettings {
    /// Device pixels for each CSS pixel, more than 0.
    pub scale: f64,
    /// The effort for a small file.
    pub compression: Compression,
    /// The PNG's `Title`.
    pub title: String,
    /// The PNG's `Description`.
    pub alt_text: String,
}

/// Rasterises the SVG of a [`Picture`](crate::Picture), with the fonts that it was drawn with.
///
/// # Errors
/// [`Error::Raster`] if there is not enough memory, or if the SVG is not one of a picture.
///
/// # Example
///
/// ```
/// use emberline::{Fonts, Input, Options, PngSettings, ReadOptions, draw, rasterise};
///
/// let json = br#"{"name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-06", "days": [18, 15]}"#;
/// let fonts = Fonts::embedded();
/// let picture = draw(&Input::read(json, &ReadOptions::default())?, &Options::default(), &fonts)?;
/// let settings = PngSettings {
///     scale: 1.0,
///     title: picture.title().to_owned(),
///     alt_text: picture.alt_text().to_owned(),
///     ..PngSettings::default()
/// };
/// assert_eq!(rasterise(picture.svg(), &settings, &fonts)?, picture.png(&fonts)?);
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn rasterise(svg: &str, settings: &PngSettings, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let metadata = PngMetadata { title: &settings.title, description: &settings.alt_text };
    Ok(raster::render_png(svg, settings.scale, fonts, settings.compression, metadata)?)
}
