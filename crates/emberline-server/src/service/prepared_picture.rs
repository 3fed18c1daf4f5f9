//! A request whose input has been read and whose options are final, ready to be drawn.

use emberline::error::Error;
use emberline::{Fonts, Input, Options, Picture, PictureSize};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::render_error::RenderError;

/// A picture that is ready to be drawn.
#[derive(Clone, Debug)]
pub struct PreparedPicture {
    input: Input,
    options: Options,
    /// Name of the team; empty if it is unknown.
    pub(super) team: String,
    /// The date of the data: the sprint's `as_of` in the team's calendar; for other pictures the date of the request.
    pub(super) date: Date,
}

impl PreparedPicture {
    /// Checks the size of a picture.
    ///
    /// # Errors
    /// The size can't be drawn, or has more device pixels than allowed.
    pub(super) fn new(
        input: Input,
        options: Options,
        team: String,
        now: Timestamp,
        max_pixels: f64,
    ) -> Result<Self, RenderError> {
        let found = PictureSize::new(&input, &options).map_err(RenderError::Picture)?.device_pixel_count();
        if found > max_pixels {
            return Err(RenderError::TooManyPixels { found, limit: max_pixels });
        }
        let date = data_date(&input, now);
        Ok(Self { input, options, team, date })
    }

    /// Draws the picture as SVG.
    ///
    /// # Errors
    /// A chart refers to something that does not exist.
    pub(super) fn draw(&self, fonts: &Fonts) -> Result<Picture, RenderError> {
        emberline::draw(&self.input, &self.options, fonts).map_err(draw_error)
    }

    /// Warnings about parts of the picture that are not drawn as intended.
    pub(super) fn warnings(&self, fonts: &Fonts) -> Vec<String> {
        self.input.warnings(fonts)
    }

    /// True if the same request may yield a different picture later.
    pub fn is_live(&self) -> bool {
        matches!(&self.input, Input::Sprint(sprint) if sprint.is_live)
    }
}

fn data_date(input: &Input, now: Timestamp) -> Date {
    let Input::Sprint(sprint) = input else { return now.to_zoned(TimeZone::UTC).date() };
    // The end of a day, which is also the start of the next, belongs to the day.
    let as_of = sprint.as_of;
    let before = as_of.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(as_of);
    sprint.calendar.day_at(before.max(sprint.start)).date
}

/// Converts an error of drawing. An error in the input is always one of a Chart.js configuration, such as an unknown axis
/// id: all others are found on reading.
fn draw_error(error: Error) -> RenderError {
    match error {
        Error::Input(error) => RenderError::Input(error.with_parent_path("chart")),
        error => RenderError::Picture(error),
    }
}
