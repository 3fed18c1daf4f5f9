//! Emberline for JavaScript: conversions, and no logic of its own. The package's `emberline.js` calls this.

mod failure;

use emberline::limits::MAX_INPUT_BYTES;
use emberline::request::PictureOptions;
use emberline::{Fonts, Sprint};
use jiff::Timestamp;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws pictures with the fonts it was given.
#[wasm_bindgen]
pub struct Renderer {
    fonts: Fonts,
}

#[wasm_bindgen]
#[expect(clippy::new_without_default, reason = "JavaScript has constructors only")]
impl Renderer {
    /// One without fonts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { fonts: Fonts::absent() }
    }

    /// Takes a font file, and says which families it brought.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<Vec<String>, JsValue> {
        self.fonts.add(bytes).map_err(|error| failure::of(&error.into()))
    }

    /// The picture of an input as SVG. `options` is JSON, `now` the clock in milliseconds since 1970.
    pub fn svg(&self, input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
        let (sprint, options) = read(input, options, now)?;
        emberline::render_svg(&sprint, &options.drawing(), &self.fonts).map_err(|error| failure::of(&error))
    }

    /// The same as PNG.
    pub fn png(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Vec<u8>, JsValue> {
        let (sprint, options) = read(input, options, now)?;
        emberline::render_png(&sprint, &options.drawing(), &self.fonts).map_err(|error| failure::of(&error))
    }
}

/// All numbers of an input, its headline and its alt text, as JSON.
#[wasm_bindgen]
pub fn describe(input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
    let (sprint, options) = read(input, options, now)?;
    let description = emberline::describe(&sprint, &options.drawing());
    serde_json::to_string(&description).map_err(|error| failure::internal(&error))
}

fn read(input: &Uint8Array, options: &str, now: f64) -> Result<(Sprint, PictureOptions), JsValue> {
    let options = PictureOptions::from_json(options).map_err(|error| failure::of_options(*error))?;
    // At most one byte more than allowed: the reader's error, before the memory is spent.
    let bytes = input.subarray(0, MAX_INPUT_BYTES as u32 + 1).to_vec();
    let now = Timestamp::from_millisecond(now as i64).ok();
    let reading = options.reading(now).map_err(|error| failure::of_options(*error))?;
    let sprint = emberline::read_sprint(&bytes, &reading).map_err(|error| failure::of(&error))?;
    Ok((sprint, options))
}
