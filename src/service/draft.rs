//! A request understood: the sprint or the chart read, the options settled, nothing drawn yet.

use jiff::civil::Date;

use crate::deliver::key;
use crate::describe::Numbers;
use crate::error::Error;
use crate::font::Fonts;
use crate::options::Options;
use crate::sprint::{Past, Sprint};
use crate::subject::{missing_characters, missing_from};
use crate::{
    Config, chart_png, chart_svg, describe_chart, describe_velocity, render_png, render_svg, velocity_png,
    velocity_svg,
};

/// What can be drawn.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) subject: Subject,
    pub(super) options: Options,
    pub(super) team: String,
}

/// What a picture is of.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// A sprint: its burndown.
    Sprint(Box<Sprint>),
    /// Past sprints of which only sums are known, on the day they were asked for: their velocity.
    Past(Vec<Past>, Date),
    /// A Chart.js configuration, on the day it was asked for.
    Chart(Box<Config>, Date),
}

/// What a picture says, in words and numbers.
#[derive(Clone, Debug)]
pub struct Words {
    /// The sprint's name, the chart's title.
    pub name: String,
    /// The sentence over it; absent while the data are thin.
    pub headline: Option<String>,
    /// What it shows.
    pub alt_text: String,
    /// A sprint's numbers.
    pub numbers: Option<Numbers>,
}

/// What a picture is made of, as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// `image/png`.
    Png,
    /// `image/svg+xml`.
    Svg,
}

impl Medium {
    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    /// Its ending.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

impl Draft {
    /// The picture.
    ///
    /// # Errors
    /// A size that can't be drawn; a chart that names what is not there.
    pub fn draw(&self, medium: Medium, fonts: &Fonts) -> Result<Vec<u8>, Error> {
        match (medium, &self.subject) {
            (Medium::Png, Subject::Sprint(sprint)) => render_png(sprint, &self.options, fonts),
            (Medium::Png, Subject::Past(past, _)) => velocity_png(past, &self.options, fonts),
            (Medium::Png, Subject::Chart(config, _)) => chart_png(config, &self.options, fonts),
            (Medium::Svg, _) => self.svg(fonts).map(String::into_bytes),
        }
    }

    fn svg(&self, fonts: &Fonts) -> Result<String, Error> {
        match &self.subject {
            Subject::Sprint(sprint) => render_svg(sprint, &self.options, fonts),
            Subject::Past(past, _) => velocity_svg(past, &self.options, fonts),
            Subject::Chart(config, _) => chart_svg(config, &self.options, fonts),
        }
    }

    /// A name for the picture's exact bytes, known without drawing it: a PNG follows from its SVG and what is said of pixels.
    ///
    /// # Errors
    /// As [`draw`](Self::draw).
    pub fn tag(&self, medium: Medium, fonts: &Fonts) -> Result<String, Error> {
        let svg = self.svg(fonts)?;
        let (version, ending, scale) = (env!("CARGO_PKG_VERSION"), medium.ending(), self.scale());
        let compression = self.options.compression;
        Ok(key::hash(format!("{version} {ending} {scale} {compression:?} {svg}").as_bytes()))
    }

    /// What it says.
    ///
    /// # Errors
    /// As [`draw`](Self::draw).
    pub fn words(&self) -> Result<Words, Error> {
        match &self.subject {
            Subject::Sprint(sprint) => {
                let said = crate::describe(sprint, &self.options);
                let (headline, alt_text, numbers) = (said.headline, said.alt_text, Some(said.numbers));
                Ok(Words { name: said.name, headline, alt_text, numbers })
            }
            Subject::Past(past, _) => {
                let said = describe_velocity(past, &self.options);
                Ok(Words { name: said.name, headline: said.headline, alt_text: said.alt_text, numbers: None })
            }
            Subject::Chart(config, _) => {
                let said = describe_chart(config, &self.options)?;
                Ok(Words { name: said.name, headline: None, alt_text: said.alt_text, numbers: None })
            }
        }
    }

    /// The date that the picture tells of: the sprint's, in the team's calendar; else that of its request.
    pub fn date(&self) -> Date {
        match &self.subject {
            Subject::Sprint(sprint) => {
                // The end of a day is the beginning of the next, and belongs to the day.
                let at = sprint.as_of;
                let before = at.checked_sub(jiff::SignedDuration::from_nanos(1)).unwrap_or(at);
                sprint.calendar.day_at(before.max(sprint.start)).date
            }
            Subject::Past(_, today) | Subject::Chart(_, today) => *today,
        }
    }

    /// Whether the same request gives another picture later.
    pub fn is_live(&self) -> bool {
        matches!(&self.subject, Subject::Sprint(sprint) if sprint.live)
    }

    /// Width and height of the PNG in pixels, as the rasteriser rounds them.
    pub fn pixels(&self) -> (u32, u32) {
        let side = |length: f64| libm::floor(length * self.scale()).max(1.0) as u32;
        (side(self.options.size.width), side(self.options.size.height))
    }

    /// Device pixels for each CSS pixel: a chart may say its own.
    pub(super) fn scale(&self) -> f64 {
        match &self.subject {
            Subject::Chart(config, _) if self.options.scale == 1.0 => config.pixel_ratio().unwrap_or(1.0),
            _ => self.options.scale,
        }
    }

    /// Device pixels of the whole.
    pub(super) fn area(&self) -> f64 {
        self.options.size.width * self.options.size.height * self.scale() * self.scale()
    }

    /// What the reader of the picture won't see as it was meant.
    pub fn warnings(&self, fonts: &Fonts) -> Vec<String> {
        match &self.subject {
            Subject::Sprint(sprint) => missing_characters(sprint, fonts).into_iter().collect(),
            Subject::Past(past, _) => {
                missing_from(past.iter().map(|past| past.name.as_str()), fonts).into_iter().collect()
            }
            Subject::Chart(config, _) => config.warnings(),
        }
    }
}
