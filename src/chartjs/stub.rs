//! The module for a build without Chart.js: no input is a configuration.

use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::Size;
use crate::input::{ChartJsOptions, InputError, Location};
use crate::scene::Scene;

/// A configuration, which this build cannot create.
#[derive(Clone, Debug)]
pub enum ChartJsConfig {}

#[allow(missing_docs, reason = "the items have the docs of those in chart_js_config.rs and draw.rs")]
impl ChartJsConfig {
    pub fn warnings(&self) -> Vec<String> {
        match *self {}
    }

    pub fn has_functions(&self) -> bool {
        match *self {}
    }

    pub fn pixel_ratio(&self) -> Option<f64> {
        match *self {}
    }
}

/// The settings for reading a configuration.
#[derive(Clone, Copy, Debug, Default)]
pub struct ConfigReadSettings {
    pub runs_functions: bool,
    pub now: i64,
    pub chart_js: ChartJsOptions,
}

/// The settings of a picture that decide its description.
#[derive(Clone, Copy, Debug)]
pub struct PictureSettings {
    pub size: Size,
    pub pixel_ratio: f64,
    pub theme: Option<Theme>,
}

/// Always an error that names the missing feature.
pub fn read_config(_: &[u8], _: &ConfigReadSettings) -> Result<ChartJsConfig, Box<InputError>> {
    let mut error =
        InputError::new(Location::EntireInput, "a Chart.js configuration", "a sprint document (JSON or CSV)")
            .with_remedy("this build reads none; one with the feature \"chartjs\" does");
    error.required_feature = Some("chartjs");
    Err(error)
}

/// Always `None`: this build knows no CSS.
pub fn css_color(_: &str) -> Option<Color> {
    None
}

pub fn starts_like_config(_: &[u8]) -> bool {
    false
}

/// Always `None`; the sprint reader reports the missing feature.
pub fn read_if_config(_: &[u8], _: &ConfigReadSettings) -> Option<Result<ChartJsConfig, Box<InputError>>> {
    None
}

/// A configuration that is laid out and painted.
pub struct DrawnChart {
    pub chart: Chart,
    pub scene: Scene,
    pub warnings: Vec<String>,
}

pub fn describe_chart(config: &ChartJsConfig, _: PictureSettings) -> Result<Chart, Box<InputError>> {
    match *config {}
}

pub fn lay_out_chart(
    config: &ChartJsConfig,
    _: PictureSettings,
    _: &Fonts,
) -> Result<DrawnChart, Box<InputError>> {
    match *config {}
}
