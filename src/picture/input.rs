//! The input of a picture: a sprint, past sprints, or a Chart.js configuration.

use super::missing_characters::missing_characters_warning;
use crate::chartjs::{self, ChartJsConfig, ConfigReadSettings};
use crate::error::Error;
use crate::font::Fonts;
use crate::input::{self, Format, ReadOptions};
use crate::sprint::{PastSprint, Sprint};

/// The input of a picture.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Input {
    /// A sprint, for every kind of report.
    Sprint(Box<Sprint>),
    /// The sums of past sprints, from a velocity report: only the velocity can be drawn.
    PastSprints(Vec<PastSprint>),
    /// A Chart.js configuration.
    ChartJs(Box<ChartJsConfig>),
}

impl Input {
    /// Reads an input of any format. It uses neither the system clock nor the file system.
    ///
    /// Without [`ReadOptions::format`] the format is detected from the content. A sprint document and a tracker's answer
    /// come first, so that neither is taken for a Chart.js configuration.
    ///
    /// # Errors
    /// [`Error::Input`] has the location, the value found and the value expected.
    ///
    /// # Example
    ///
    /// ```
    /// use emberline::{Input, ReadOptions};
    ///
    /// let config = br#"{"type": "bar", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}}"#;
    /// assert!(matches!(Input::read(config, &ReadOptions::default())?, Input::ChartJs(_)));
    /// # Ok::<(), emberline::Error>(())
    /// ```
    pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Self, Error> {
        match options.format {
            Some(Format::ChartJs) => return Ok(Self::ChartJs(Box::new(read_chart_js(bytes, options)?))),
            Some(_) => return Self::read_sprint_data(bytes, options),
            None => {}
        }
        let settings = config_settings(options);
        // A large configuration is parsed once only.
        if chartjs::starts_like_config(bytes)
            && let Some(config) = chartjs::read_if_config(bytes, &settings)
        {
            return Ok(Self::ChartJs(Box::new(config?)));
        }
        let error = match Self::read_sprint_data(bytes, options) {
            Ok(input) => return Ok(input),
            Err(error) => error,
        };
        match chartjs::read_if_config(bytes, &settings) {
            Some(config) => Ok(Self::ChartJs(Box::new(config?))),
            None => Err(error),
        }
    }

    /// Reads a sprint or, if [`ReadOptions::accepts_velocity_report`] is set, the past sprints of a velocity report. A
    /// Chart.js configuration is an error.
    ///
    /// # Errors
    /// As [`Input::read`].
    pub fn read_sprint_data(bytes: &[u8], options: &ReadOptions) -> Result<Self, Error> {
        if options.accepts_velocity_report
            && let Some(past) = input::read_velocity_report(bytes, options)?
        {
            return Ok(Self::PastSprints(past));
        }
        Ok(Self::Sprint(Box::new(read_sprint(bytes, options)?)))
    }

    /// Returns true for a Chart.js configuration.
    pub fn is_chart_js(&self) -> bool {
        matches!(self, Self::ChartJs(_))
    }

    /// Returns warnings about parts of the input that the picture does not show as intended: characters that no font has,
    /// and options of a Chart.js configuration that have no effect.
    pub fn warnings(&self, fonts: &Fonts) -> Vec<String> {
        let warning = match self {
            Self::Sprint(sprint) => missing_characters_warning(
                [sprint.name.as_str()].into_iter().chain(sprint.goal.as_deref()),
                fonts,
            ),
            Self::PastSprints(past) => {
                missing_characters_warning(past.iter().map(|past| past.name.as_str()), fonts)
            }
            Self::ChartJs(config) => return config.warnings(),
        };
        warning.into_iter().collect()
    }
}

impl From<Sprint> for Input {
    fn from(sprint: Sprint) -> Self {
        Self::Sprint(Box::new(sprint))
    }
}

impl From<Vec<PastSprint>> for Input {
    fn from(past: Vec<PastSprint>) -> Self {
        Self::PastSprints(past)
    }
}

impl From<ChartJsConfig> for Input {
    fn from(config: ChartJsConfig) -> Self {
        Self::ChartJs(Box::new(config))
    }
}

/// Reads a sprint. It uses neither the system clock nor the file system.
///
/// # Errors
/// [`Error::Input`] has the location, the value found and the value expected.
///
/// # Example
///
/// ```
/// use emberline::{ReadOptions, read_sprint};
///
/// let json = br#"{"name": "Sprint 12", "start": "2023-08-23", "end": "2023-09-05", "days": [40, 38, 31]}"#;
/// let sprint = read_sprint(json, &ReadOptions::default())?;
/// assert_eq!(sprint.ledger().latest_level().remaining().to_f64(), 31.0);
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn read_sprint(bytes: &[u8], options: &ReadOptions) -> Result<Sprint, Error> {
    Ok(input::read_sprint(bytes, options)?)
}

/// Reads past sprints for the [`ReadOptions::history`] of a later sprint: a finished sprint, or a velocity report.
///
/// # Errors
/// As [`read_sprint`].
///
/// # Example
///
/// ```
/// use emberline::{ReadOptions, read_history};
///
/// let json = br#"{"name": "Sprint 11", "start": "2023-08-09", "end": "2023-08-22", "days": [40, 38, 0]}"#;
/// assert_eq!(read_history(json, &ReadOptions::default())?.len(), 1);
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn read_history(bytes: &[u8], options: &ReadOptions) -> Result<Vec<PastSprint>, Error> {
    Ok(input::read_history(bytes, options)?)
}

/// Reads a Chart.js configuration: JSON, a JavaScript literal or, with [`ReadOptions::runs_functions`], a script.
///
/// # Errors
/// As [`read_sprint`].
///
/// # Example
///
/// ```
/// use emberline::{ReadOptions, read_chart_js};
///
/// let config = read_chart_js(b"{type: 'pie', data: {datasets: [{data: [1, 2]}]}}", &ReadOptions::default())?;
/// assert!(config.warnings().is_empty());
/// # Ok::<(), emberline::Error>(())
/// ```
pub fn read_chart_js(bytes: &[u8], options: &ReadOptions) -> Result<ChartJsConfig, Error> {
    Ok(chartjs::read_config(bytes, &config_settings(options))?)
}

/// The settings for a configuration. The clock of scripts is the current time that the caller gives.
fn config_settings(options: &ReadOptions) -> ConfigReadSettings {
    let now = options.now.map_or(0, jiff::Timestamp::as_millisecond);
    ConfigReadSettings { runs_functions: options.runs_functions, now, chart_js: options.chart_js }
}
