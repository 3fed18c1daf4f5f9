//! Emberline for JavaScript, SVG → PNG. This crate only converts types; the package's `emberline.js` calls it.

#[path = "../../new_error.rs"]
mod new_error;

use emberline::error::{Error, RasterError};
use emberline::{Compression, Fonts, PngSettings};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use new_error::new_error;

/// Rasterises with the fonts that were added to it. They must be those that the picture was drawn with, in the same order.
#[wasm_bindgen]
pub struct Rasterizer {
    fonts: Fonts,
}

#[wasm_bindgen]
#[expect(clippy::new_without_default, reason = "JavaScript has constructors only")]
impl Rasterizer {
    /// A rasteriser without fonts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { fonts: Fonts::external() }
    }

    /// Adds a font file and returns the names of its families.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<Vec<String>, JsValue> {
        self.fonts.add(bytes).map_err(|error| to_js_error(&error.into()))
    }

    /// Returns the PNG of an SVG. `texts` holds title and alt text; `is_best` selects the smaller but slower compression.
    pub fn png(&self, svg: &str, texts: Vec<String>, scale: f64, is_best: bool) -> Result<Vec<u8>, JsValue> {
        let mut texts = texts.into_iter();
        let settings = PngSettings {
            scale,
            compression: if is_best { Compression::Best } else { Compression::Fast },
            title: texts.next().unwrap_or_default(),
            alt_text: texts.next().unwrap_or_default(),
        };
        emberline::rasterise(svg, &settings, &self.fonts).map_err(|error| to_js_error(&error))
    }
}

/// Converts an error to JavaScript's; errors of input and options come from the drawing module.
fn to_js_error(error: &Error) -> JsValue {
    let code = match error {
        Error::Font(_) => "InvalidFont",
        Error::Raster(RasterError::OutOfMemory(..)) => "OutOfMemory",
        _ => "Internal",
    };
    new_error(&error, code, &[])
}
