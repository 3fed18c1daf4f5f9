//! The settings of a picture of a configuration.

use crate::chart::theme::Theme;
use crate::geometry::Size;

/// The settings of a picture that decide its description.
#[derive(Clone, Copy, Debug)]
pub struct PictureSettings {
    /// In CSS pixels.
    pub size: Size,
    /// Device pixels for each CSS pixel.
    pub pixel_ratio: f64,
    /// Colours for what the configuration gives none; `None` for those of Chart.js.
    pub theme: Option<Theme>,
}
