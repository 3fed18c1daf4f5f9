//! Requests of QuickChart's interface: charts with its defaults, and charts with a short address.

use std::sync::Arc;

use emberline::error::{InputError, Location};
use emberline::limits::MAX_STORED_CHART_BYTES;
use emberline::{ChartJsVersion, Format, Input, PictureOptions, ReadOptions};

use super::Service;
use super::input_origin::InputOrigin;
use super::prepared_picture::PreparedPicture;
use super::render_error::RenderError;
use crate::request::{ChartParameters, ChartRequest};
use crate::storage::ChartStore;
use crate::storage::key::sha256_hex;

/// Numbers of hexadecimal digits that an id may have: 96 bits of the content's hash, or all of it if another chart has the
/// shorter one.
const ID_DIGITS: [usize; 2] = [24, 64];
/// Width of the picture of an error, in CSS pixels.
const ERROR_WIDTH: f64 = 500.0;
/// Height of a line of the text of an error, and of the space around the text, in CSS pixels.
const ERROR_LINE_HEIGHT: f64 = 17.0;
/// Characters of a line of the text of an error.
const ERROR_LINE_CHARS: usize = 68;
/// Lines of the picture of an error; the last one ends in an ellipsis if there are more.
const MAX_ERROR_LINES: usize = 40;

impl Service {
    /// Reads the configuration of a request with QuickChart's defaults.
    ///
    /// # Errors
    /// The configuration is invalid or exceeds a limit.
    pub async fn prepare_chart(
        self: &Arc<Self>,
        request: ChartRequest,
    ) -> Result<PreparedPicture, RenderError> {
        let service = Arc::clone(self);
        self.run_blocking(move || service.read_chart_request(&request)).await?
    }

    fn read_chart_request(&self, request: &ChartRequest) -> Result<PreparedPicture, RenderError> {
        let mut reading = ReadOptions::default();
        reading.format = Some(Format::ChartJs);
        reading.runs_functions = self.settings.runs_functions;
        reading.now = Some((self.clock)());
        reading.chart_js.version = Some(request.version);
        reading.chart_js.background = request.background;
        reading.chart_js.quickchart_defaults = true;
        let input = Input::read(request.chart.as_bytes(), &reading)
            .map_err(|error| InputOrigin::ChartField.locate_error(error))?;
        let mut options = PictureOptions::default();
        options.width = Some(request.width);
        options.height = Some(request.height);
        options.scale = Some(request.pixel_ratio);
        let options = options.with_defaults(&self.settings.options).to_draw_options();
        PreparedPicture::new(input, options, String::new(), (self.clock)(), self.settings.max_pixels)
    }

    /// Stores the parameters of a chart that can be drawn, and returns the id of its short address.
    ///
    /// # Errors
    /// The chart can't be drawn, or can't be stored.
    pub async fn store_chart(self: &Arc<Self>, parameters: &ChartParameters) -> Result<String, RenderError> {
        let store = self.chart_store()?;
        let document = parameters.to_json();
        if document.len() > MAX_STORED_CHART_BYTES {
            let found = format!("{} bytes", document.len());
            let (limit, location) = (MAX_STORED_CHART_BYTES, Location::Path("chart".to_owned()));
            return Err(InputError::limit_exceeded(location, found, "MAX_STORED_CHART_BYTES", limit)
                .with_remedy("send it to /chart instead")
                .into());
        }
        let prepared = Arc::new(self.prepare_chart(parameters.to_request()?).await?);
        self.draw(&prepared).await?;
        let hash = sha256_hex(document.as_bytes());
        for digits in ID_DIGITS {
            let id: String = hash.chars().take(digits).collect();
            if store.store(&id, document.as_bytes()).await? == document.as_bytes() {
                return Ok(id);
            }
        }
        Err(RenderError::Internal("two charts with one hash".to_owned()))
    }

    /// The parameters of a stored chart; `None` if there is none of this id.
    ///
    /// # Errors
    /// No place is configured, or it can't be read.
    pub async fn stored_chart(&self, id: &str) -> Result<Option<ChartParameters>, RenderError> {
        let is_id =
            ID_DIGITS.contains(&id.len()) && id.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        let store = self.chart_store()?;
        if !is_id {
            return Ok(None);
        }
        let Some(document) = store.read(id).await? else { return Ok(None) };
        let text = String::from_utf8_lossy(&document);
        Ok(Some(ChartParameters::from_json(&text)?))
    }

    fn chart_store(&self) -> Result<&ChartStore, RenderError> {
        self.charts.as_ref().ok_or(RenderError::NoChartStore)
    }

    /// The picture of an error: its text on a white page.
    ///
    /// # Errors
    /// There is not enough memory.
    pub async fn prepare_error(self: &Arc<Self>, text: &str) -> Result<PreparedPicture, RenderError> {
        let lines = wrap_text(text);
        let height = (lines.len() as f64 + 2.0) * ERROR_LINE_HEIGHT;
        let chart = serde_json::json!({
            "type": "bar",
            "data": { "datasets": [] },
            "options": {
                "plugins": {
                    "legend": { "display": false },
                    "title": {
                        "display": true, "text": lines, "align": "start", "color": "#b00020", "padding": ERROR_LINE_HEIGHT,
                        "font": { "size": 13, "weight": "normal", "lineHeight": ERROR_LINE_HEIGHT / 13.0 },
                    },
                },
                "layout": { "padding": { "left": ERROR_LINE_HEIGHT, "right": ERROR_LINE_HEIGHT } },
                "scales": { "x": { "display": false }, "y": { "display": false } },
            },
        });
        self.prepare_chart(ChartRequest {
            chart: chart.to_string(),
            width: ERROR_WIDTH,
            height,
            pixel_ratio: 1.0,
            background: emberline::css_color("white"),
            format: super::ImageFormat::Png,
            version: ChartJsVersion::V4,
        })
        .await
    }
}

/// Breaks a text into lines, at spaces if there are any.
fn wrap_text(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            let mut word: Vec<char> = word.chars().collect();
            if line.chars().count() + word.len() >= ERROR_LINE_CHARS && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            while word.len() > ERROR_LINE_CHARS {
                let rest = word.split_off(ERROR_LINE_CHARS);
                lines.push(word.into_iter().collect());
                word = rest;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word);
        }
        lines.push(line);
    }
    if lines.len() > MAX_ERROR_LINES {
        lines.truncate(MAX_ERROR_LINES);
        lines.push("…".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_broken_into_lines() {
        assert_eq!(wrap_text("a b\nc"), ["a b", "c"]);
        let text = format!("{} {}", "word ".repeat(20), "x".repeat(100));
        let lines = wrap_text(&text);
        assert!(lines.iter().all(|line| line.chars().count() <= ERROR_LINE_CHARS), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(wrap_text(&"a\n".repeat(1_000)).len(), MAX_ERROR_LINES + 1);
    }
}
