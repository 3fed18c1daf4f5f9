//! Time scales. Instants are milliseconds since 1970 (UTC); text is parsed and formatted as in moment.js.

mod format;
mod parse;
mod ticks;
mod unit;

pub use format::format_instant;
pub use parse::{parse_instant, parse_with_pattern};
pub use ticks::{TimeTickOptions, auto_unit, formatting_unit, generate_ticks, major_unit, mark_major_ticks};
pub use unit::{TimeUnit, start_of_unit};

/// Options of a time axis.
#[derive(Clone, Debug)]
pub struct TimeScale {
    /// True if data points have equal distances (`timeseries`), false if distances are proportional to time.
    pub equidistant: bool,
    /// Configured unit of the ticks.
    pub unit: Option<TimeUnit>,
    /// Smallest unit that ticks may have.
    pub min_unit: TimeUnit,
    /// First day of a week (1 for Monday), if configured.
    pub weekday: Option<i8>,
    /// Number of units between two ticks.
    pub step: f64,
    pub source: TickSource,
    /// Configured patterns of tick labels by unit.
    pub formats: Vec<(TimeUnit, String)>,
    /// Instants of the labels in ascending order.
    pub labels: Vec<f64>,
}

/// Source of the ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TickSource {
    #[default]
    Auto,
    Data,
    Labels,
}

impl TimeScale {
    /// Returns the pattern for tick labels of a unit.
    pub fn tick_pattern(&self, unit: TimeUnit) -> &str {
        self.formats
            .iter()
            .find(|(of, _)| *of == unit)
            .map_or_else(|| unit.default_pattern(), |(_, pattern)| pattern)
    }
}
