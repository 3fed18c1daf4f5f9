//! The size of a picture.

use super::input::Input;
use crate::error::Error;
use crate::geometry::Size;
use crate::options::{Options, validate_size};

/// The size of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureSize {
    /// Width and height in CSS pixels.
    pub css: Size,
    /// Device pixels of the PNG for each CSS pixel.
    pub scale: f64,
}

impl PictureSize {
    /// Determines the size of an input's picture. A Chart.js configuration's `devicePixelRatio` is the scale if the options
    /// leave it at 1.
    ///
    /// # Errors
    /// [`Error::Size`] if the size can't be drawn; it names the limit.
    pub fn new(input: &Input, options: &Options) -> Result<Self, Error> {
        let css = options.size_for(input.is_chart_js());
        validate_size(css, options.scale)?;
        let scale = match input {
            Input::ChartJs(config) if options.scale == 1.0 => config.pixel_ratio().unwrap_or(1.0),
            _ => options.scale,
        };
        validate_size(css, scale)?;
        Ok(Self { css, scale })
    }

    /// Returns the width and height of the PNG in pixels.
    pub fn device_size(&self) -> (u32, u32) {
        let to_pixels = |length: f64| libm::floor(length * self.scale).max(1.0) as u32;
        (to_pixels(self.css.width), to_pixels(self.css.height))
    }

    /// Returns the number of device pixels, which determines the memory that a PNG takes.
    pub fn device_pixel_count(&self) -> f64 {
        self.css.width * self.css.height * self.scale * self.scale
    }
}
