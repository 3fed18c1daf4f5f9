//! The module for a build without Chart.js: no input is a configuration.

use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::color::Color;
use crate::geometry::Size;
use crate::input::{ChartJsOptions, InputError, Location};

/// A configuration, which this build cannot create.
#[derive(Clone, Debug)]
pub enum Config {}

#[allow(
    missing_docs,
    reason = "the methods have the docs of those in resolve/config.rs and resolve/warnings.rs"
)]
impl Config {
    pub fn warnings(&self) -> Vec<String> {
        match *self {}
    }

    pub fn pixel_ratio(&self) -> Option<f64> {
        match *self {}
    }
}

/// Always an error that names the missing feature.
pub fn parse_config(_: &[u8], _: &ChartJsOptions) -> Result<Config, Box<InputError>> {
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
pub fn parse_if_config(_: &[u8], _: &ChartJsOptions) -> Option<Result<Config, Box<InputError>>> {
    None
}

pub fn describe_chart(config: &Config, _: Size, _: f64, _: Option<Theme>) -> Result<Chart, Box<InputError>> {
    match *config {}
}
