//! Chart.js configurations: bytes → [`Config`] → [`Chart`](crate::chart::Chart), as Chart.js 4.6.1 reads them.
//!
//! The folder has three floors, and imports go downwards only:
//! - `describe`: resolved options → the parts of a [`Chart`](crate::chart::Chart).
//! - `resolve`: a configuration and the defaults → resolved options, axes and data.
//! - `parse`: bytes → values, with the checks that need no defaults.

mod describe;
mod parse;
mod resolve;

pub use describe::chart::describe_chart;
pub use parse::config_shape::starts_like_config;
pub use parse::css_color::css_color;
pub use resolve::config::{Config, parse_config, parse_if_config};
