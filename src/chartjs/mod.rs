//! Chart.js configurations: bytes → [`Config`] → [`Chart`](crate::chart::Chart), as Chart.js 4.6.1 reads them.

mod annotations;
mod axes;
mod chart;
mod color;
mod config;
mod data;
mod data_labels;
mod datasets;
mod decimation;
mod guides;
mod known;
mod marks;
mod notes;
mod options;
mod scales;
mod texts;
mod v2;
mod value;
mod warnings;
mod words;

pub use chart::chart;
pub use config::{Config, begins_as_config, config, is_config, probed};
