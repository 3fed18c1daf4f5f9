//! The options of a picture as JSON has them and, with the feature `clap`, the command line. The doc comment of a field is its
//! description in the JSON Schema and its help. A field with an example is also a parameter of a query over HTTP.

use jiff::Timestamp;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;

use super::as_of::AsOf;
use super::drawing::Options;
use super::history::History;
use super::preset::Preset;
use super::sprint_days::SprintDays;
use crate::chart::theme::Theme;
use crate::compression::Compression;
use crate::i18n::Lang;
use crate::input::{Format, InputError, Moment, ReadOptions, json};
use crate::limits::{MAX_DAYS, MAX_HISTORY, MAX_TEXT_CHARS};
use crate::sprint::{Commitment, ForecastMethod, LoweredEstimates, Unit};
use crate::svg::TextMode;
use crate::templates::{IdealBaseline, ReportKind, ReportOptions};

/// The headings of the options in the help of a command.
#[cfg(feature = "clap")]
impl PictureOptions {
    /// Options for reading the input.
    pub const READING: &str = "Reading the input";
    /// Options for the contents of the picture.
    pub const REPORT: &str = "Contents of the picture";
    /// Options for the look of the picture.
    pub const STYLE: &str = "Look of the picture";
}

/// How the input is read and the picture drawn; what is not given is as configured, or as the command line has it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[cfg_attr(feature = "clap", derive(clap::Args))]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct PictureOptions {
    /// The format of the input. Default: detected from the content.
    #[cfg_attr(feature = "clap", arg(skip))]
    pub from: Option<Format>,
    /// The instant up to which the picture shows the data: a date, a date with a time, or `now`. Default: the instant in
    /// the input; else the last reading (days), or now but not later than the end of the sprint (items, changes).
    #[schemars(example = &"2026-03-09")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "WHEN"))]
    pub as_of: Option<AsOf>,
    /// The IANA name of the team's time zone; overrides the input. Default: the zone of the input, else UTC.
    #[schemars(example = &"Europe/Berlin")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "ZONE"))]
    pub time_zone: Option<String>,
    /// The days of the week on which the team works, names and ranges; they take the place of those of the input. Default:
    /// those of the input, else Monday to Friday.
    #[schemars(extend("examples" = [["sun-thu"]]))]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "DAY,…", value_delimiter = ','))]
    pub working_days: Option<Vec<String>>,
    /// Days on which the team does not work besides: dates, ranges of dates, and texts of iCalendar (on the command line, an
    /// .ics file); they take the place of those of the input. Default: those of the input.
    #[schemars(extend("examples" = [["2026-03-06", "2026-12-28..2027-01-01"]]))]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "DATE,…|FILE.ics", value_delimiter = ','))]
    pub holidays: Option<Vec<String>>,
    /// The time at which a sprint day begins, such as a stand-up at 10:00; overrides the input. Default: that of the input,
    /// else midnight.
    #[schemars(example = &"10:00")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "TIME"))]
    pub day_border: Option<String>,
    /// The name of the sprint; overrides the input, as the next three do.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING))]
    pub name: Option<String>,
    /// The start of the sprint: a date (its first instant) or an instant.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "WHEN"))]
    pub start: Option<Moment>,
    /// The planned end of the sprint: a date (included) or an instant.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "WHEN"))]
    pub end: Option<Moment>,
    /// The end of the planning, a date (included) or an instant: work that joins, leaves or is estimated until then is part
    /// of the commitment. Default: the start; of a tracker's sprint that starts on a date, the end of that day; in Jira, the
    /// instant at which the sprint was started.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "WHEN"))]
    pub planning_until: Option<Moment>,
    /// The unit of the amounts; with `items`, every item counts one.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_enum))]
    pub unit: Option<Unit>,
    /// The meaning of a lower estimate of an item that is not done: work done, or a change of scope. Default: what a
    /// document says; done where the estimates are the remaining hours of Jira or Azure DevOps; else reestimated.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_enum))]
    pub lowered_estimates: Option<LoweredEstimates>,
    /// Trackers: the field with the estimate, by name or id. Default: the field with the usual name.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "FIELD"))]
    pub estimate_field: Option<String>,
    /// Trackers: states or columns that count as done, by name or id. Default: as in the tracker's own chart.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "STATE,…", value_delimiter = ','))]
    pub done: Option<Vec<String>>,
    /// Trackers: true if sub-tasks count. Default: their hours do; their points, or they as items, only in Azure DevOps.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true"))]
    pub subtasks: Option<bool>,
    /// Trackers: the sprint to read if there are several, by name or id. Default: the active one, else the latest.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "SPRINT"))]
    pub sprint: Option<String>,
    /// Trackers: draws data of which a part is known to be missing, and says so on the picture. Past sprints must be whole.
    /// Default: false, an error.
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::READING, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true"))]
    pub partial: Option<bool>,
    /// The kind of picture. Default: burndown.
    #[schemars(example = &"burnup")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_enum))]
    pub kind: Option<ReportKind>,
    /// The method of the forecast. Default: percentiles, from 3 past working days on.
    #[schemars(example = &"average")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_enum))]
    pub forecast: Option<ForecastMethod>,
    /// The forecast assumes that the scope keeps changing as it did. Default: false.
    #[schemars(example = true)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true"))]
    pub growth: Option<bool>,
    /// The ideal line that the headline compares with: from the committed work, or planned again at each change of scope.
    /// Default: committed.
    #[schemars(example = &"current")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_enum))]
    pub ideal: Option<IdealBaseline>,
    /// The work that velocity counts as committed: in the sprint at its start and not done, or in it at its end.
    /// Default: start.
    #[schemars(example = &"end")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_enum))]
    pub commitment: Option<Commitment>,
    /// Marks and names the changes since this instant; a date is the beginning of its day. Default: no marks.
    #[schemars(example = &"2026-03-06")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_name = "WHEN"))]
    pub since: Option<Moment>,
    /// Calendar days of one sprint of a release, 1 to 400. Default: 14.
    #[schemars(with = "Option<f64>", range(min = 1, max = MAX_DAYS), example = 14)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT, value_name = "DAYS"))]
    pub sprint_days: Option<SprintDays>,
    /// Earlier sprints of the team, each as a document or, as a text, a CSV table or a tracker's answer (Jira's velocity
    /// report has several of them); sprints that are not earlier are ignored. Default: none.
    #[schemars(length(max = MAX_HISTORY))]
    #[cfg_attr(feature = "clap", arg(skip))]
    pub history: Option<History>,
    /// The language of texts, dates and numbers: en, fr, de, es, pt, it, nl or pl. Default: en.
    #[schemars(example = &"de")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::REPORT))]
    pub lang: Option<Lang>,
    /// The size for a destination. Default: slack; a Chart.js configuration is 800 × 400.
    #[schemars(example = &"teams")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_enum))]
    pub preset: Option<Preset>,
    /// The width in CSS pixels, 1 to 16384. Default: the preset's.
    #[schemars(range(min = 1, max = 16_384), example = 800)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_name = "PX", allow_negative_numbers = true))]
    pub width: Option<f64>,
    /// The height in CSS pixels, 1 to 16384. Default: the preset's.
    #[schemars(range(min = 1, max = 16_384), example = 450)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_name = "PX", allow_negative_numbers = true))]
    pub height: Option<f64>,
    /// Device pixels of the PNG for each CSS pixel; at most 64 million in all. Default: 1.
    #[schemars(extend("exclusiveMinimum" = 0), example = 2)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_name = "FACTOR", allow_negative_numbers = true))]
    pub scale: Option<f64>,
    /// The colours: light or dark. Default: light; a Chart.js configuration has its own.
    #[schemars(example = &"dark")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE))]
    pub theme: Option<Theme>,
    /// The text of an SVG: as text, or as outlines that look the same in every viewer. Default: live.
    #[schemars(example = &"outline")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_enum))]
    pub text: Option<TextMode>,
    /// Puts the glyphs that an SVG needs into it, as @font-face rules. Default: false.
    #[cfg(feature = "embed-font")]
    #[schemars(example = true)]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true"))]
    pub embed_font: Option<bool>,
    /// The effort for a small PNG. Default: fast.
    #[schemars(example = &"best")]
    #[cfg_attr(feature = "clap", arg(long, help_heading = Self::STYLE, value_enum))]
    pub compression: Option<Compression>,
}

impl PictureOptions {
    /// Parses the options from JSON.
    ///
    /// # Errors
    /// The location, the value found there and the expected one.
    ///
    /// # Example
    ///
    /// ```
    /// use emberline::{PictureOptions, theme::Theme};
    ///
    /// let options = PictureOptions::from_json(r#"{"theme": "dark", "lang": "de"}"#)?;
    /// assert_eq!(options.to_draw_options().theme, Some(Theme::DARK));
    /// # Ok::<(), emberline::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Box<InputError>> {
        json::parse_document(text)
    }

    /// Returns the JSON Schema (2020-12) of the options.
    pub fn schema() -> Value {
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Self>().to_value()
    }

    /// Merges these options over `defaults`, field by field, except that `preset`, `width` and `height` are taken as a
    /// group: if any of them is set here, none is taken from `defaults`.
    #[must_use]
    pub fn with_defaults(self, defaults: &Self) -> Self {
        let has_size = self.preset.is_some() || self.width.is_some() || self.height.is_some();
        let size = if has_size { &self } else { defaults };
        Self {
            preset: size.preset,
            width: size.width,
            height: size.height,
            from: self.from.or(defaults.from),
            as_of: self.as_of.or(defaults.as_of),
            time_zone: self.time_zone.or_else(|| defaults.time_zone.clone()),
            working_days: self.working_days.or_else(|| defaults.working_days.clone()),
            holidays: self.holidays.or_else(|| defaults.holidays.clone()),
            day_border: self.day_border.or_else(|| defaults.day_border.clone()),
            name: self.name.or_else(|| defaults.name.clone()),
            start: self.start.or(defaults.start),
            end: self.end.or(defaults.end),
            planning_until: self.planning_until.or(defaults.planning_until),
            unit: self.unit.or(defaults.unit),
            lowered_estimates: self.lowered_estimates.or(defaults.lowered_estimates),
            estimate_field: self.estimate_field.or_else(|| defaults.estimate_field.clone()),
            done: self.done.or_else(|| defaults.done.clone()),
            subtasks: self.subtasks.or(defaults.subtasks),
            sprint: self.sprint.or_else(|| defaults.sprint.clone()),
            partial: self.partial.or(defaults.partial),
            kind: self.kind.or(defaults.kind),
            forecast: self.forecast.or(defaults.forecast),
            growth: self.growth.or(defaults.growth),
            ideal: self.ideal.or(defaults.ideal),
            commitment: self.commitment.or(defaults.commitment),
            since: self.since.or(defaults.since),
            sprint_days: self.sprint_days.or(defaults.sprint_days),
            history: self.history.or_else(|| defaults.history.clone()),
            lang: self.lang.or(defaults.lang),
            scale: self.scale.or(defaults.scale),
            theme: self.theme.or(defaults.theme),
            text: self.text.or(defaults.text),
            #[cfg(feature = "embed-font")]
            embed_font: self.embed_font.or(defaults.embed_font),
            compression: self.compression.or(defaults.compression),
        }
    }

    /// Returns the options for reading the input; `now` is the time of the request.
    ///
    /// # Errors
    /// A document of the history is invalid; its location is one in the options.
    pub fn to_read_options(&self, now: Option<Timestamp>) -> Result<ReadOptions, Box<InputError>> {
        let mut options = ReadOptions {
            format: self.from,
            accepts_velocity_report: self.kind == Some(ReportKind::Velocity),
            runs_functions: false,
            now,
            as_of: self.as_of.and_then(|as_of| as_of.to_moment(now)),
            name: self.name.clone(),
            start: self.start,
            end: self.end,
            planning_until: self.planning_until,
            time_zone: self.time_zone.clone(),
            working_days: self.working_days.clone(),
            holidays: self.holidays.clone(),
            day_border: self.day_border.clone(),
            unit: self.unit,
            lowered_estimates: self.lowered_estimates,
            estimate_field: self.estimate_field.clone(),
            done: self.done.clone(),
            subtasks: self.subtasks,
            sprint: self.sprint.clone(),
            partial: self.partial.unwrap_or_default(),
            ..ReadOptions::default()
        }
        .with_parsed_days_off();
        if let Some(history) = &self.history {
            options.history = history.read_sprints(&options)?;
        }
        Ok(options)
    }

    /// Returns the options for drawing the picture. The size is validated on drawing.
    pub fn to_draw_options(&self) -> Options {
        let defaults = Options::default();
        Options {
            preset: self.preset,
            width: self.width,
            height: self.height,
            scale: self.scale.unwrap_or(defaults.scale),
            theme: self.theme.or(defaults.theme),
            lang: self.lang.unwrap_or(defaults.lang),
            report: self.to_report_options(),
            text: self.text.unwrap_or(defaults.text),
            #[cfg(feature = "embed-font")]
            embed_font: self.embed_font.unwrap_or(defaults.embed_font),
            compression: self.compression.unwrap_or(defaults.compression),
        }
    }

    fn to_report_options(&self) -> ReportOptions {
        let defaults = ReportOptions::default();
        ReportOptions {
            kind: self.kind.unwrap_or(defaults.kind),
            forecast: self.forecast.unwrap_or(defaults.forecast),
            growth: self.growth.unwrap_or(defaults.growth),
            ideal: self.ideal.unwrap_or(defaults.ideal),
            commitment: self.commitment.unwrap_or(defaults.commitment),
            since: self.since,
            sprint_days: self.sprint_days.map_or(defaults.sprint_days, SprintDays::days),
        }
    }
}
