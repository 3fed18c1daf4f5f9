//! What a PNG is made from. The browser's build draws in one module and rasterises in another, which it fetches only then.

use crate::compression::Compression;
#[cfg(feature = "png")]
use crate::{error::Error, font::Fonts, raster};

/// A picture as SVG, and what its PNG needs besides.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// The picture, without fonts inside.
    pub svg: String,
    /// The PNG's `Title`.
    pub title: String,
    /// The PNG's `Description`: the alt text.
    pub description: String,
    /// Device pixels for each CSS pixel.
    pub scale: f64,
    /// How hard to work for a small file.
    pub compression: Compression,
}

#[cfg(feature = "png")]
impl Plate {
    /// The SVG, rasterised with the fonts it was drawn with.
    ///
    /// # Errors
    /// [`Error::Raster`] where memory is short.
    pub fn png(&self, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        let caption = raster::Caption { title: &self.title, description: &self.description };
        Ok(raster::png(&self.svg, self.scale, fonts, (self.compression, caption))?)
    }
}
