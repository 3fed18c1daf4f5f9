//! The settings of a run that draws pictures, shared by all of its inputs.

use std::path::Path;

use emberline::{Error, Fonts, Input, Options};

use super::args::{FileArgs, OutputFormat};
use super::fonts::load_fonts;
use super::input::{ReadSettings, display_name};
use super::outcome::{CliError, usage_error};

/// A picture that is drawn.
pub(crate) struct DrawnPicture {
    pub(crate) bytes: Vec<u8>,
    /// Warnings about parts that are not drawn as intended, one per line; `None` if there are none.
    pub(crate) warnings: Option<String>,
    /// Warnings about calls of functions that have no effect.
    pub(crate) call_warnings: Vec<String>,
}

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

    /// Draws the picture of an input; an error of the input names it.
    pub(crate) fn draw(
        &self,
        input: &Input,
        path: &Path,
        format: OutputFormat,
    ) -> Result<DrawnPicture, Error> {
        let name = display_name(path);
        let picture =
            emberline::draw(input, &self.options, &self.fonts).map_err(|error| error.with_file(&name))?;
        let bytes = match format {
            OutputFormat::Png => picture.png(&self.fonts)?,
            OutputFormat::Svg => picture.svg().as_bytes().to_vec(),
            OutputFormat::Webp => picture.webp(&self.fonts)?,
            OutputFormat::Pdf => picture.pdf(&self.fonts)?,
        };
        let remedy = if input.is_chart_js() { "" } else { "; add a font with --font" };
        let warnings = input.warnings(&self.fonts);
        let lines: Vec<_> = warnings
            .iter()
            .chain(picture.warnings())
            .map(|warning| format!("emberline: {name}: {warning}{remedy}"))
            .collect();
        let call_warnings = picture.warnings().to_vec();
        Ok(DrawnPicture { bytes, warnings: (!lines.is_empty()).then(|| lines.join("\n")), call_warnings })
    }
}
