//! Options for reading a Chart.js configuration.

use crate::color::Color;

/// Options for reading a Chart.js configuration.
///
/// # Example
///
/// ```
/// use emberline::{ChartJsVersion, Format, Input, ReadOptions};
///
/// let mut options = ReadOptions::default();
/// options.format = Some(Format::ChartJs);
/// options.chart_js.version = ChartJsVersion::from_text("2.9.4");
/// assert!(Input::read(b"{type: 'horizontalBar', data: {datasets: [{data: [1]}]}}", &options).is_ok());
/// options.chart_js.version = ChartJsVersion::from_text("4");
/// assert!(Input::read(b"{type: 'horizontalBar', data: {datasets: [{data: [1]}]}}", &options).is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChartJsOptions {
    /// The version of Chart.js that the configuration is written for. Default: detected from its options.
    pub version: Option<ChartJsVersion>,
    /// The colour of the whole background. Default: that of the theme, or transparent.
    pub background: Option<Color>,
    /// True to give a configuration for version 2 the defaults of QuickChart: its colours, straight lines, value axes that
    /// begin at 0, labels in the slices of a pie. The device pixel ratio of the configuration has no effect then, since
    /// QuickChart's own parameter replaces it. Default: false.
    pub quickchart_defaults: bool,
}

/// A version of Chart.js whose configurations are read differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartJsVersion {
    /// Version 2: lists of axes, `options.legend`.
    V2,
    /// Version 3 or 4: axes by id, `options.plugins.legend`.
    V4,
}

impl ChartJsVersion {
    /// The version in a text such as `2.9.4` or `4`; `None` for a text that begins with no major version from 2 to 4.
    pub fn from_text(text: &str) -> Option<Self> {
        match text.trim().split('.').next() {
            Some("2") => Some(Self::V2),
            Some("3" | "4") => Some(Self::V4),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_decides() {
        for (text, expected) in [
            ("2", Some(ChartJsVersion::V2)),
            ("2.9.4", Some(ChartJsVersion::V2)),
            (" 3.9.1", Some(ChartJsVersion::V4)),
            ("4", Some(ChartJsVersion::V4)),
            ("20", None),
            ("1.1", None),
            ("v4", None),
            ("", None),
        ] {
            assert_eq!(ChartJsVersion::from_text(text), expected, "{text}");
        }
    }
}
