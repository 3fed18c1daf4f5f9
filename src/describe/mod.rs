//! The contents of a picture as plain data: numbers, texts and formulas, for programs and for readers who don't see the
//! picture.

mod forecast_rows;
mod sprint;
mod tables;
mod velocity;

use serde::Serialize;

pub use sprint::{Numbers, SprintDescription};
pub use velocity::VelocityDescription;

/// The contents of a picture as plain data. It serialises as the description inside.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Description {
    /// Of a sprint's report.
    Sprint(Box<SprintDescription>),
    /// Of the velocity of past sprints.
    Velocity(Box<VelocityDescription>),
    /// Of a Chart.js configuration.
    ChartJs(ChartJsDescription),
}

/// The texts of the picture of a Chart.js configuration.
#[derive(Clone, Debug, Serialize)]
pub struct ChartJsDescription {
    /// The chart's title, or its type.
    pub name: String,
    /// The alt text.
    pub alt_text: String,
}

impl Description {
    /// Returns the name of the sprint, of the last past sprint, or of the chart.
    pub fn name(&self) -> &str {
        match self {
            Self::Sprint(sprint) => &sprint.name,
            Self::Velocity(velocity) => &velocity.name,
            Self::ChartJs(chart) => &chart.name,
        }
    }

    /// Returns the sentence over the plot; `None` for Chart.js and while the data are thin.
    pub fn headline(&self) -> Option<&str> {
        match self {
            Self::Sprint(sprint) => sprint.headline.as_deref(),
            Self::Velocity(velocity) => velocity.headline.as_deref(),
            Self::ChartJs(_) => None,
        }
    }

    /// Returns the alt text.
    pub fn alt_text(&self) -> &str {
        match self {
            Self::Sprint(sprint) => &sprint.alt_text,
            Self::Velocity(velocity) => &velocity.alt_text,
            Self::ChartJs(chart) => &chart.alt_text,
        }
    }

    /// Returns the numbers of a sprint; `None` for other inputs.
    pub fn numbers(&self) -> Option<&Numbers> {
        match self {
            Self::Sprint(sprint) => Some(&sprint.numbers),
            Self::Velocity(_) | Self::ChartJs(_) => None,
        }
    }
}
