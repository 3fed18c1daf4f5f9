//! Chart.js configurations: bytes → [`ChartJsConfig`] → [`Chart`](crate::chart::Chart), as Chart.js 4.6.1 reads them.
//!
//! The folder has floors, and imports go downwards only:
//! - `chart_js_config`, `draw`: the public form of a configuration, and its way to a chart.
//! - `describe`: resolved options → the parts of a [`Chart`](crate::chart::Chart).
//! - `resolve`: a configuration and the defaults → resolved options, axes and data.
//! - `script`: configurations that are JavaScript, in the sandbox.
//! - `parse`: bytes → values, with the checks that need no defaults.

mod chart_js_config;
mod describe;
mod draw;
#[cfg(test)]
#[cfg(all(feature = "functions", feature = "builtin-fonts"))]
mod function_tests;
mod parse;
mod picture_settings;
mod resolve;
mod script;
#[cfg(test)]
#[cfg(all(feature = "png", feature = "builtin-fonts"))]
mod tests;

pub use chart_js_config::{ChartJsConfig, ConfigReadSettings, read_config, read_if_config};
pub use draw::{DrawnChart, describe_chart, lay_out_chart};
pub use parse::config_shape::starts_like_config;
pub use parse::css_color::css_color;
pub use picture_settings::PictureSettings;
#[cfg(feature = "functions")]
pub(crate) use script::start_engine;
