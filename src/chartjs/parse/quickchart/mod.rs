//! QuickChart's own types of charts, its labels outside of pies, and its defaults → plain configurations for Chart.js 4.
//!
//! A type is replaced in two steps: its name before a configuration for version 2 is translated, so that the translation
//! sees a type that it knows, and its options after it, so that they exist once, in the form of version 4.

mod chart_options;
mod defaults;
mod outlabels;
mod progress_bar;
mod quickchart_type;
mod radial_gauge;
mod sparkline;
#[cfg(test)]
mod tests;

pub(crate) use chart_options::WrittenAxes;
pub(crate) use defaults::add_quickchart_defaults;
pub(crate) use outlabels::convert_outlabels;
pub(crate) use quickchart_type::QuickChartType;
