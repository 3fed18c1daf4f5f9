//! Emberline for JavaScript, SVG → PNG: conversions, and no logic of its own. The package's `emberline.js` calls this.

use emberline::error::{Error, RasterError};
use emberline::{Compression, Fonts, Plate};
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Rasterises with the fonts it was given: those that the picture was drawn with, in the same order.
#[wasm_bindgen]
pub struct Rasterizer {
    fonts: Fonts,
}

#[wasm_bindgen]
#[expect(clippy::new_without_default, reason = "JavaScript has constructors only")]
impl Rasterizer {
    /// One without fonts.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { fonts: Fonts::absent() }
    }

    /// Takes a font file, and says which families it brought.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<Vec<String>, JsValue> {
        self.fonts.add(bytes).map_err(|error| failure(&error.into()))
    }

    /// The PNG of a plate: SVG, title and description, scale, whether to work for a small file.
    pub fn png(&self, svg: String, caption: Vec<String>, scale: f64, best: bool) -> Result<Vec<u8>, JsValue> {
        let mut caption = caption.into_iter();
        let plate = Plate {
            svg,
            title: caption.next().unwrap_or_default(),
            description: caption.next().unwrap_or_default(),
            scale,
            compression: if best { Compression::Best } else { Compression::Fast },
        };
        plate.png(&self.fonts).map_err(|error| failure(&error))
    }
}

/// As JavaScript has errors; those of input and options come from the other module.
fn failure(error: &Error) -> JsValue {
    let code = match error {
        Error::Font(_) => "InvalidFont",
        Error::Raster(RasterError::Memory(..)) => "OutOfMemory",
        _ => "Internal",
    };
    let object = js_sys::Error::new(&error.to_string());
    object.set_name("EmberlineError");
    for (name, value) in [("code", code), ("path", "")] {
        // It fails on frozen objects only, and this one is new.
        let _ = Reflect::set(&object, &JsValue::from(name), &JsValue::from(value));
    }
    object.into()
}
