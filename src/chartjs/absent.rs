//! A build without Chart.js: no input is a configuration.

use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::geometry::Size;
use crate::input::{InputError, Place};

/// A configuration that nobody can have.
#[derive(Clone, Debug)]
pub enum Config {}

#[allow(missing_docs, reason = "the words of chartjs/")]
impl Config {
    pub fn warnings(&self) -> Vec<String> {
        match *self {}
    }

    pub fn pixel_ratio(&self) -> Option<f64> {
        match *self {}
    }
}

pub fn config(_: &[u8]) -> Result<Config, Box<InputError>> {
    let mut error =
        InputError::new(Place::Whole, "a Chart.js configuration", "a sprint document (JSON or CSV)")
            .remedy("this build reads none; one with the feature \"chartjs\" does");
    error.needs = Some("chartjs");
    Err(error)
}

pub fn is_config(_: &[u8]) -> bool {
    false
}

pub fn begins_as_config(_: &[u8]) -> bool {
    false
}

/// Who asks for the sprint next hears more.
pub fn probed(_: &[u8]) -> Option<Result<Config, Box<InputError>>> {
    None
}

pub fn chart(config: &Config, _: Size, _: f64, _: Option<Theme>) -> Result<Chart, Box<InputError>> {
    match *config {}
}
