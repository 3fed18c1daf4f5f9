//! Emberline for JavaScript, input → SVG: conversions, and no logic of its own. The package's `emberline.js` calls this.

mod failure;

use emberline::limits::MAX_INPUT_BYTES;
use emberline::request::PictureOptions;
use emberline::{Compression, Fonts, Subject};
use jiff::Timestamp;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws pictures with the fonts it was given.
#[wasm_bindgen]
pub struct Renderer {
    fonts: Fonts,
}

#[wasm_bindgen]
impl Renderer {
    /// One without fonts. `zones` is the file of time zones.
    #[wasm_bindgen(constructor)]
    pub fn new(zones: Vec<u8>) -> Self {
        emberline::add_zones(zones);
        Self { fonts: Fonts::absent() }
    }

    /// Takes a font file, and says which families it brought.
    #[wasm_bindgen(js_name = addFont)]
    pub fn add_font(&mut self, bytes: Vec<u8>) -> Result<Vec<String>, JsValue> {
        self.fonts.add(bytes).map_err(|error| failure::of(&error.into()))
    }

    /// The picture of an input as SVG. `options` is JSON, `now` the clock in milliseconds since 1970.
    pub fn svg(&self, input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
        let (subject, options) = read(input, options, now)?;
        let svg = match subject {
            Subject::Sprint(sprint) => emberline::render_svg(&sprint, &options.drawing(), &self.fonts),
            Subject::Past(past) => emberline::velocity_svg(&past, &options.drawing(), &self.fonts),
            Subject::Chart(config) => emberline::chart_svg(&config, &options.charting(), &self.fonts),
        };
        svg.map_err(|error| failure::of(&error))
    }

    /// What the rasteriser's `png` takes.
    pub fn plate(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Array, JsValue> {
        let (subject, options) = read(input, options, now)?;
        let plate = match subject {
            Subject::Sprint(sprint) => emberline::plate(&sprint, &options.drawing(), &self.fonts),
            Subject::Past(past) => emberline::velocity_plate(&past, &options.drawing(), &self.fonts),
            Subject::Chart(config) => emberline::chart_plate(&config, &options.charting(), &self.fonts),
        };
        let plate = plate.map_err(|error| failure::of(&error))?;
        let caption = Array::of2(&plate.title.into(), &plate.description.into());
        let best = plate.compression == Compression::Best;
        Ok(Array::of4(&plate.svg.into(), &caption, &plate.scale.into(), &best.into()))
    }

    /// What an input says, as JSON: all numbers of a sprint, its headline and its alt text; of a chart, its title and its
    /// alt text.
    pub fn describe(&self, input: &Uint8Array, options: &str, now: f64) -> Result<String, JsValue> {
        let (subject, options) = read(input, options, now)?;
        let json = match subject {
            Subject::Sprint(sprint) => {
                serde_json::to_string(&emberline::describe(&sprint, &options.drawing()))
            }
            Subject::Past(past) => {
                serde_json::to_string(&emberline::describe_velocity(&past, &options.drawing()))
            }
            Subject::Chart(config) => {
                let said = emberline::describe_chart(&config, &options.charting());
                serde_json::to_string(&said.map_err(|error| failure::of(&error))?)
            }
        };
        json.map_err(|error| failure::internal(&error))
    }

    /// What the reader of the picture won't see as it was meant.
    pub fn warnings(&self, input: &Uint8Array, options: &str, now: f64) -> Result<Vec<String>, JsValue> {
        let (subject, _) = read(input, options, now)?;
        Ok(subject.warnings(&self.fonts))
    }

    /// Characters of a text that no font has, each once.
    pub fn missing(&self, text: &str) -> Vec<String> {
        self.fonts.missing(text).iter().map(char::to_string).collect()
    }
}

fn read(input: &Uint8Array, options: &str, now: f64) -> Result<(Subject, PictureOptions), JsValue> {
    let options = PictureOptions::from_json(options).map_err(|error| failure::of_options(*error))?;
    // At most one byte more than allowed: the reader's error, before the memory is spent.
    let bytes = input.subarray(0, MAX_INPUT_BYTES as u32 + 1).to_vec();
    let now = Timestamp::from_millisecond(now as i64).ok();
    let reading = options.reading(now).map_err(|error| failure::of_options(*error))?;
    let kind = options.drawing().view.kind;
    let subject = Subject::read(&bytes, &reading, kind).map_err(|error| failure::of(&error))?;
    Ok((subject, options))
}
