//! Emberline for JavaScript, input → SVG. This crate only converts types; the package's `emberline.js` calls it.

mod js_error;
#[path = "../../new_error.rs"]
mod new_error;

use emberline::limits::MAX_INPUT_BYTES;
use emberline::{Compression, Fonts, Input, Options, Picture, PictureOptions};
use jiff::Timestamp;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws pictures with the fonts that were added to it.
#[wasm_bindgen]
pub struct Renderer {
    fonts: Fonts,
}

#[wasm_bindgen]
impl Renderer {
    /// A renderer without fonts. `zones` is the content of the time-zone file.
    #[wasm_bindgen(constructor)]
    pub fn new(zones: Vec<u8>) -> Self {
        emberline::add_zones(zones);
        Self { fonts: Fonts::external() }
    }

    /// Adds a font file and returns the names of its families.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<Vec<String>, JsValue> {
        self.fonts.add(bytes).map_err(|error| js_error::from_error(&error.into()))
    }

    /// Returns the picture of an input as SVG. `options` is JSON, `now` the current time in milliseconds since 1970.
    pub fn svg(&self, input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
        let picture = self.draw_picture(input, options, now)?;
        Ok(picture.svg().to_owned())
    }

    /// Returns the picture of an input as the arguments of the rasteriser's `png`.
    pub fn picture(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Array, JsValue> {
        let picture = self.draw_picture(input, options, now)?;
        let texts = Array::of2(&picture.title().into(), &picture.alt_text().into());
        let is_best = picture.compression() == Compression::Best;
        Ok(Array::of4(&picture.svg().into(), &texts, &picture.size().scale.into(), &is_best.into()))
    }

    /// Returns the description of an input as JSON: all numbers of a sprint, its headline and its alt text; for a chart, its
    /// title and its alt text.
    pub fn describe(&self, input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
        let (input, options) = read_input(input, options, now)?;
        let description =
            emberline::describe(&input, &options).map_err(|error| js_error::from_error(&error))?;
        serde_json::to_string(&description).map_err(|error| js_error::internal_error(&error))
    }

    /// Returns warnings about parts of the input that the picture does not show as intended.
    pub fn warnings(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Vec<String>, JsValue> {
        let (input, options) = read_input(input, options, now)?;
        let mut warnings = input.warnings(&self.fonts);
        // Only functions give warnings while a chart is drawn.
        if matches!(&input, Input::ChartJs(config) if config.has_functions()) {
            match emberline::draw(&input, &options, &self.fonts) {
                Ok(picture) => warnings.extend_from_slice(picture.warnings()),
                // The picture loads the fonts that it lacks; here they are not needed.
                Err(emberline::Error::MissingFonts { .. }) => {}
                Err(error) => return Err(js_error::from_error(&error)),
            }
        }
        Ok(warnings)
    }

    /// Returns the characters of a text that no font has, each once.
    pub fn missing(&self, text: &str) -> Vec<String> {
        self.fonts.missing_characters(text).iter().map(char::to_string).collect()
    }
}

impl Renderer {
    fn draw_picture(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Picture, JsValue> {
        let (input, options) = read_input(input, options, now)?;
        emberline::draw(&input, &options, &self.fonts).map_err(|error| js_error::from_error(&error))
    }
}

fn read_input(input: &Uint8Array, options: &str, now: f64) -> Result<(Input, Options), JsValue> {
    let options = PictureOptions::from_json(options).map_err(|error| js_error::from_options_error(*error))?;
    // One byte more than allowed is enough for the reader to report the limit; a larger input is not copied completely.
    let bytes = input.subarray(0, MAX_INPUT_BYTES as u32 + 1).to_vec();
    let now = Timestamp::from_millisecond(now as i64).ok();
    let mut read_options =
        options.to_read_options(now).map_err(|error| js_error::from_options_error(*error))?;
    // The package loads a module with this feature only where functions are allowed.
    read_options.runs_functions = cfg!(feature = "functions");
    let input = Input::read(&bytes, &read_options).map_err(|error| js_error::from_error(&error))?;
    Ok((input, options.to_draw_options()))
}
