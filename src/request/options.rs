//! How an input is read and a picture drawn, as JSON.

use jiff::Timestamp;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;

use super::history::History;
use super::names::{ForecastName, Since, SprintDays, When};
use crate::burndown::{IdealFrom, Kind, View};
use crate::chart::theme::Theme;
use crate::compression::Compression;
use crate::geometry::Size;
use crate::input::{Format, InputError, Moment, ReadOptions, json};
use crate::limits::{MAX_DAYS, MAX_HISTORY, MAX_TEXT_CHARS};
use crate::options::{Options, Preset};
use crate::sprint::{Commitment, Unit};
use crate::svg::TextMode;
use crate::words::Lang;

/// How the input is read and the picture drawn; what is not given is as configured, or as the command line has it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PictureOptions {
    /// How the input is written. Default: found out from its content.
    pub from: Option<Format>,
    /// The instant the picture tells of. Default: what the input says; else its last reading (days), or now but not
    /// later than the sprint's end (items, changes).
    pub as_of: Option<When>,
    /// IANA name of the team's time zone; goes over what the input says. Default: the input's, else UTC.
    pub time_zone: Option<String>,
    /// Name of the sprint; goes over what the input says, as do the next three.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    pub name: Option<String>,
    /// Start of the sprint; a date is that day's border.
    pub start: Option<Moment>,
    /// Planned end of the sprint; a date is included.
    pub end: Option<Moment>,
    /// What the amounts count.
    pub unit: Option<Unit>,
    /// Trackers: the field that holds the estimate, by its name or its id. Default: the one that is called so.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    pub estimate_field: Option<String>,
    /// Trackers: states or columns that count as done, by name or id. Default: those of the tracker's own chart.
    pub done: Option<Vec<String>>,
    /// Trackers: whether sub-tasks count. Default: as in the tracker's own chart.
    pub subtasks: Option<bool>,
    /// Trackers: which sprint of several, by name or id. Default: the active one, else the latest.
    #[schemars(length(max = MAX_TEXT_CHARS))]
    pub sprint: Option<String>,
    /// Size for a place. Default: slack; a Chart.js configuration is 800 × 400.
    pub preset: Option<Preset>,
    /// Width in CSS pixels, 1 to 16384. Default: the preset's.
    #[schemars(range(min = 1, max = 16_384))]
    pub width: Option<f64>,
    /// Height in CSS pixels, 1 to 16384. Default: the preset's.
    #[schemars(range(min = 1, max = 16_384))]
    pub height: Option<f64>,
    /// Device pixels of the PNG for each CSS pixel. Default: 1.
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub scale: Option<f64>,
    /// Colours. Default: light.
    pub theme: Option<Theme>,
    /// Language of words, dates and numbers. Default: en.
    pub lang: Option<Lang>,
    /// What the picture shows. Default: burndown.
    pub kind: Option<Kind>,
    /// How the end is forecast: monte-carlo, average or off. Default: monte-carlo, from 5 past working days on.
    pub forecast: Option<ForecastName>,
    /// The forecast takes the scope to go on changing as it did. Default: no.
    pub growth: Option<bool>,
    /// Which ideal line the headline measures by: committed or current. Default: committed.
    pub ideal: Option<IdealFrom>,
    /// What velocity counts as committed: start or end. Default: start.
    pub commitment: Option<Commitment>,
    /// Marks and names what changed since then; a date is the begin of its day. Default: nothing is marked.
    pub since: Option<Since>,
    /// Calendar days of one sprint of a release, 1 to 400. Default: 14.
    #[schemars(with = "Option<f64>", range(min = 1, max = MAX_DAYS))]
    pub sprint_days: Option<SprintDays>,
    /// Earlier sprints of the team, each as a document or, as a text, a CSV table or a tracker's answer (Jira's velocity
    /// report is several of them); those that are no earlier are left out.
    /// Default: none.
    #[schemars(length(max = MAX_HISTORY))]
    pub history: Option<History>,
    /// How an SVG holds its text. Default: live.
    pub text: Option<TextMode>,
    /// Puts the glyphs an SVG needs into it, as @font-face rules. Default: no.
    #[cfg(feature = "embed-font")]
    pub embed_font: Option<bool>,
    /// How hard to work for a small PNG. Default: fast.
    pub compression: Option<Compression>,
}

impl PictureOptions {
    /// The options in a JSON text.
    ///
    /// # Errors
    /// The place, what is found there and what is expected.
    pub fn from_json(text: &str) -> Result<Self, Box<InputError>> {
        json::document(text)
    }

    /// The JSON Schema (2020-12) of the options.
    pub fn schema() -> Value {
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Self>().to_value()
    }

    /// These options, and where they are silent those. Who chooses any of preset, width and height, or says how the
    /// SVG is written, chooses all of it.
    #[must_use]
    pub fn or(self, those: &Self) -> Self {
        let sized = self.preset.is_some() || self.width.is_some() || self.height.is_some();
        let size = if sized { &self } else { those };
        Self {
            preset: size.preset,
            width: size.width,
            height: size.height,
            from: self.from.or(those.from),
            as_of: self.as_of.or(those.as_of),
            time_zone: self.time_zone.or_else(|| those.time_zone.clone()),
            name: self.name.or_else(|| those.name.clone()),
            start: self.start.or(those.start),
            end: self.end.or(those.end),
            unit: self.unit.or(those.unit),
            estimate_field: self.estimate_field.or_else(|| those.estimate_field.clone()),
            done: self.done.or_else(|| those.done.clone()),
            subtasks: self.subtasks.or(those.subtasks),
            sprint: self.sprint.or_else(|| those.sprint.clone()),
            scale: self.scale.or(those.scale),
            theme: self.theme.or(those.theme),
            lang: self.lang.or(those.lang),
            kind: self.kind.or(those.kind),
            forecast: self.forecast.or(those.forecast),
            growth: self.growth.or(those.growth),
            ideal: self.ideal.or(those.ideal),
            commitment: self.commitment.or(those.commitment),
            since: self.since.or(those.since),
            sprint_days: self.sprint_days.or(those.sprint_days),
            history: self.history.or_else(|| those.history.clone()),
            text: self.text.or(those.text),
            #[cfg(feature = "embed-font")]
            embed_font: self.embed_font.or(those.embed_font),
            compression: self.compression.or(those.compression),
        }
    }

    /// How the input is read; `now` is the time of the request.
    ///
    /// # Errors
    /// A document in the history can't be read: its place in the options.
    pub fn reading(&self, now: Option<Timestamp>) -> Result<ReadOptions, Box<InputError>> {
        let history = self.history.as_ref().map(|history| history.read(now)).transpose()?;
        Ok(ReadOptions {
            format: self.from,
            now,
            as_of: self.as_of.and_then(|when| when.moment(now)),
            name: self.name.clone(),
            start: self.start,
            end: self.end,
            time_zone: self.time_zone.clone(),
            unit: self.unit,
            estimate_field: self.estimate_field.clone(),
            done: self.done.clone(),
            subtasks: self.subtasks,
            sprint: self.sprint.clone(),
            history: history.unwrap_or_default(),
        })
    }

    /// What a picture of a sprint shows.
    fn view(&self) -> View {
        let view = View::default();
        View {
            kind: self.kind.unwrap_or(view.kind),
            forecast: self.forecast.map_or(view.forecast, ForecastName::method),
            growth: self.growth.unwrap_or(view.growth),
            ideal: self.ideal.unwrap_or(view.ideal),
            commitment: self.commitment.unwrap_or(view.commitment),
            since: self.since.map(|Since(moment)| moment),
            sprint_days: self.sprint_days.map_or(view.sprint_days, |SprintDays(days)| days),
        }
    }

    /// How the picture is drawn. Sizes are not checked here: rendering does.
    pub fn drawing(&self) -> Options {
        self.drawing_in(self.preset.unwrap_or_default().size())
    }

    /// How a Chart.js configuration is drawn: as a sprint, in a size of its own where none is given.
    pub fn charting(&self) -> Options {
        self.drawing_in(self.preset.map_or(Options::CHART_SIZE, Preset::size))
    }

    fn drawing_in(&self, Size { width, height }: Size) -> Options {
        let options = Options::default();
        Options {
            size: Size { width: self.width.unwrap_or(width), height: self.height.unwrap_or(height) },
            scale: self.scale.unwrap_or(options.scale),
            theme: self.theme.or(options.theme),
            lang: self.lang.unwrap_or(options.lang),
            view: self.view(),
            text: self.text.unwrap_or(options.text),
            #[cfg(feature = "embed-font")]
            embed_font: self.embed_font.unwrap_or(options.embed_font),
            compression: self.compression.unwrap_or(options.compression),
        }
    }
}
