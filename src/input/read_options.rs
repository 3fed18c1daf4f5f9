//! Options for reading an input.

#[cfg(feature = "trackers")]
use std::sync::Arc;

use jiff::Timestamp;

use super::chart_js_options::ChartJsOptions;
use super::format::Format;
use super::moment::Moment;
#[cfg(feature = "trackers")]
use super::normalize::days_off::DaysOff;
use crate::sprint::{LoweredEstimates, PastSprint, Unit};

/// Options for reading an input. They take precedence over the input, except for `now`.
///
/// # Example
///
/// ```
/// use emberline::{Format, ReadOptions};
///
/// let mut options = ReadOptions::default();
/// options.format = Some(Format::Csv);
/// options.time_zone = Some("Europe/Warsaw".to_owned());
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The format of the input. Default: detected from the content.
    pub format: Option<Format>,
    /// True to accept a velocity report, which has sums of past sprints and no days. Only
    /// [`Velocity`](crate::ReportKind::Velocity) can be drawn of it. Default: false.
    pub accepts_velocity_report: bool,
    /// True to run the functions of Chart.js configurations, and configurations that are scripts, in a sandbox. Default:
    /// false, so that only data are accepted.
    pub runs_functions: bool,
    /// The current time, if the picture shall show the current state. Default: none, so the latest data of the input
    /// count. The `as_of` of the input takes precedence.
    pub now: Option<Timestamp>,
    /// The instant that the picture shows. A date is included, up to its last instant.
    pub as_of: Option<Moment>,
    /// The name of the sprint.
    pub name: Option<String>,
    /// The start. A date is the day border on that date.
    pub start: Option<Moment>,
    /// The planned end. A date is included, up to its last instant.
    pub end: Option<Moment>,
    /// The end of the planning: work that joins, leaves or is estimated until then is part of the commitment. A date is
    /// included, up to its last instant. Default: the start; of a tracker's sprint without a time of start, the end of its
    /// first day; in Jira, the instant at which the sprint was started.
    pub planning_until: Option<Moment>,
    /// The IANA name of the team's time zone.
    pub time_zone: Option<String>,
    /// The days of the week on which the team works: names (`mon`, `Sunday`) and ranges (`sun-thu`).
    pub working_days: Option<Vec<String>>,
    /// Days off in addition to the weekly ones: dates (`2026-12-25`), ranges (`2026-12-28..2027-01-01`) and, with the feature
    /// `ics`, texts of iCalendar. A day off that the input calls a working day is a day off.
    pub holidays: Option<Vec<String>>,
    /// The time of day at which a sprint day begins (`10:00`).
    pub day_border: Option<String>,
    /// The unit of the amounts.
    pub unit: Option<Unit>,
    /// The meaning of a lower estimate of an item that is not done. Default: [`LoweredEstimates::Done`] where a tracker's
    /// field holds the remaining hours, else what the document says, else [`LoweredEstimates::Reestimated`].
    pub lowered_estimates: Option<LoweredEstimates>,
    /// Trackers: the field with the estimate, by name or id. Default: the field with the usual name.
    pub estimate_field: Option<String>,
    /// Trackers: states or columns that count as done, by name or id. Default: those of the tracker's own chart.
    pub done: Option<Vec<String>>,
    /// Trackers: true if sub-tasks count. Default: their hours do; their points, or they as items, only in Azure DevOps.
    /// Points of a sub-task whose story has points never count.
    pub subtasks: Option<bool>,
    /// Trackers: the sprint to read if there are several, by name or id. Default: the active one, else the latest.
    pub sprint: Option<String>,
    /// Trackers: true to read data of which a part is known to be missing; the sprint has a
    /// [caveat](crate::sprint::Caveat::Partial) then. Default: false, so that they are an error.
    pub partial: bool,
    /// Earlier sprints of the team, for the velocity, the forecast and the historical band. Sprints without dates come
    /// first and keep their order. Sprints that do not start before this sprint are ignored; of sprints without dates,
    /// the one with the name of this sprint and all after it are ignored.
    pub history: Vec<PastSprint>,
    /// Chart.js: how a configuration is read.
    pub chart_js: ChartJsOptions,
    /// True if earlier sprints are read. Options without effect on one of them are no error, because they may have one on others.
    pub(crate) reads_history: bool,
    /// The days off, parsed; another value of `holidays` takes precedence.
    #[cfg(feature = "trackers")]
    pub(crate) parsed_days_off: Option<Arc<DaysOff>>,
}

impl ReadOptions {
    /// Returns the options that hold for the earlier sprints of the team as well: all but the format, the dates, the name and
    /// the choice of this sprint. Earlier sprints have to be whole, because a picture has no place to say that one is not.
    #[must_use]
    pub fn for_history(&self) -> Self {
        Self {
            format: None,
            as_of: None,
            name: None,
            start: None,
            end: None,
            planning_until: None,
            sprint: None,
            partial: false,
            history: Vec::new(),
            reads_history: true,
            ..self.clone()
        }
    }

    /// Returns the options with the days off parsed, so that this is not done again for each input that is read with these
    /// options or a copy of them. Invalid days off are an error of the first input.
    #[must_use]
    #[cfg(feature = "trackers")]
    pub(crate) fn with_parsed_days_off(self) -> Self {
        let parsed = self.holidays.as_deref().and_then(|entries| DaysOff::parse(entries).ok());
        Self { parsed_days_off: parsed.map(Arc::new), ..self }
    }

    /// In a build without trackers, no input has days off from options.
    #[cfg(not(feature = "trackers"))]
    pub(crate) fn with_parsed_days_off(self) -> Self {
        self
    }
}
