//! Time as milliseconds since 1970, UTC: units, ticks, and text as moment.js reads and writes it.

mod format;
mod parse;
mod ticks;
mod unit;

pub use format::format;
pub use parse::{parse, parse_with};
pub use ticks::{auto_unit, formatting_unit, generated, major_unit, mark_majors};
pub use unit::{Unit, add, difference, start_of};

/// What a time axis shows.
#[derive(Clone, Debug)]
pub struct TimeScale {
    /// The data at equal distances, not at those of time.
    pub series: bool,
    /// Of the ticks, where it is given.
    pub unit: Option<Unit>,
    /// The least one that ticks may have.
    pub min_unit: Unit,
    /// The first day of a week, 1 for Monday, where weeks count.
    pub weekday: Option<i8>,
    /// Units from tick to tick.
    pub step: f64,
    pub source: Source,
    /// How a tick of each unit is written.
    pub formats: Vec<(Unit, String)>,
    /// The labels' instants, in order.
    pub labels: Vec<f64>,
}

/// What ticks are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    #[default]
    Auto,
    Data,
    Labels,
}

impl TimeScale {
    /// The pattern of a unit's ticks.
    pub fn pattern(&self, unit: Unit) -> &str {
        self.formats.iter().find(|(of, _)| *of == unit).map_or_else(|| unit.pattern(), |(_, pattern)| pattern)
    }
}
