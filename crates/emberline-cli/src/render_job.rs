//! The settings of a run that draws pictures, shared by all of its inputs.

use std::path::Path;

use emberline::{Fonts, Input, Options};

use super::args::{FileArgs, OutputFormat};
use super::fonts::load_fonts;
use super::input::{ReadSettings, display_name};
use super::outcome::{CliError, usage_error};

/// Settings for reading and drawing every input of one run.
pub(crate) struct RenderJob {
    pub(crate) reader: ReadSettings,
    options: Options,
    fonts: Fonts,
}

impl RenderJob {
    /// A job with the options of the arguments.
    ///
    /// # Errors
    /// A size that can't be drawn, or a font that can't be loaded.
    pub(crate) fn new(reader: ReadSettings, options: Options, file: &FileArgs) -> Result<Self, CliError> {
        // The size is the same for each input, so it is refused before any input is read.
        options.validate().map_err(usage_error)?;
        Ok(Self { reader, options, fonts: load_fonts(&file.font)? })
    }

    /// Draws a picture and returns its bytes.
    pub(crate) fn draw(&self, input: &Input, format: OutputFormat) -> Result<Vec<u8>, CliError> {
        let picture = emberline::draw(input, &self.options, &self.fonts)?;
        Ok(match format {
            OutputFormat::Png => picture.png(&self.fonts)?,
            OutputFormat::Svg => picture.svg().as_bytes().to_vec(),
            OutputFormat::Webp => picture.webp(&self.fonts)?,
            OutputFormat::Pdf => picture.pdf(&self.fonts)?,
        })
    }

    /// Warnings about parts of the picture that are not drawn as intended, one per line; `None` if there are none.
    pub(crate) fn warning_text(&self, input: &Input, path: &Path) -> Option<String> {
        let name = display_name(path);
        let remedy = if input.is_chart_js() { "" } else { "; add a font with --font" };
        let warnings = input.warnings(&self.fonts);
        let lines: Vec<_> =
            warnings.iter().map(|warning| format!("emberline: {name}: {warning}{remedy}")).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
