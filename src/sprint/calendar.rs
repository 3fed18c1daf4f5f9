//! Sprint days in the team's time zone, working time, the way of the ideal line.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::Timestamp;

/// When the team works.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// IANA name of the team's time zone.
    pub zone_name: String,
    /// The zone.
    pub zone: TimeZone,
    /// The time of day at which a sprint day begins (a stand-up time, or midnight).
    pub day_border: Time,
    /// Days of the week the team works on.
    pub working_days: Vec<Weekday>,
    /// Days off besides.
    pub holidays: BTreeSet<Date>,
    /// Days worked although the two above say otherwise.
    pub extra_working_days: BTreeSet<Date>,
}

/// One sprint day: from one day border to the next, named by the date on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date on which it begins.
    pub date: Date,
    /// Its first instant.
    pub from: Timestamp,
    /// The first instant of the next day.
    pub to: Timestamp,
    /// Worked on.
    pub working: bool,
}
