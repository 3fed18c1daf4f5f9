//! Draws a picture case of Chart.js and compares the picture with the reference.

use std::fs;
use std::path::Path;

use emberline::{Fonts, Input, Options};
use serde_json::Value;

use crate::pixelmatch::{Picture, Verdict, compare_pictures};

/// The result of a case.
pub struct Outcome {
    pub id: String,
    pub passed: bool,
    /// True if an empty picture would pass too. Such a case does not count.
    pub blank: bool,
    /// The error, or the number of different pixels.
    pub explanation: String,
    /// Share of different pixels, from 0 to 1; `None` if there is no picture of the reference's size.
    pub mismatch: Option<f64>,
    /// Largest share of different pixels with which the case passes.
    pub tolerance: f64,
    pub size: (usize, usize),
    /// The text of the configuration.
    pub config: String,
}

impl Outcome {
    /// The directory of the case in Chart.js's tests.
    pub fn folder(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

/// Draws a case, compares it with its reference and saves reference, picture and difference in `folder`.
pub fn check_case(cases: &Path, entry: &Value, fonts: &Fonts, folder: &Path) -> Outcome {
    let id = entry["id"].as_str().expect("there is an id").to_owned();
    let text = fs::read_to_string(cases.join(format!("{id}.json"))).expect("the case can be read");
    let case: Value = serde_json::from_str(&text).expect("the text is JSON");
    let reference = fs::read(cases.join(format!("{id}.png"))).expect("the reference can be read");
    let expected = decode_png(&reference);
    let save = |name: &str, bytes: &[u8]| {
        let file = folder.join(format!("{id}.{name}.png"));
        fs::create_dir_all(file.parent().expect("the folder is accessible"))
            .expect("the folder is accessible");
        fs::write(file, bytes).expect("the file is accessible");
    };
    save("reference", &reference);
    let mut outcome = Outcome {
        passed: false,
        blank: entry["blankPasses"].as_bool().unwrap_or_default(),
        explanation: String::new(),
        mismatch: None,
        tolerance: case["tolerance"].as_f64().expect("there is a tolerance"),
        size: (expected.width, expected.height),
        config: config_text(&text).to_owned(),
        id: id.clone(),
    };
    let png = match render_case(&outcome.config, &case, fonts) {
        Ok(png) => png,
        Err(error) => return Outcome { explanation: error, ..outcome },
    };
    save("ours", &png);
    let actual = decode_png(&png);
    if (actual.width, actual.height) != (expected.width, expected.height) {
        return Outcome { explanation: format!("{} × {} pixels", actual.width, actual.height), ..outcome };
    }
    let verdicts =
        compare_pictures(&actual, &expected, case["threshold"].as_f64().expect("there is a threshold"));
    save("difference", &difference_png(&verdicts, expected.width, expected.height));
    let count = verdicts.iter().filter(|verdict| **verdict == Verdict::Different).count();
    let share = count as f64 / verdicts.len() as f64;
    outcome.passed = share <= outcome.tolerance;
    outcome.explanation = format!("{count} pixels");
    outcome.mismatch = Some(share);
    outcome
}

/// Encodes verdicts as a PNG to lay over the reference, transparent at equal pixels.
fn difference_png(verdicts: &[Verdict], width: usize, height: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let side = |length: usize| u32::try_from(length).expect("the side fits into 32 bits");
    let mut encoder = png::Encoder::new(&mut bytes, side(width), side(height));
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_compression(png::Compression::Fastest);
    // The colours are those of the verdicts equal, near, edge and different.
    encoder.set_palette([255, 255, 255, 125, 190, 235, 245, 175, 40, 220, 20, 60].as_slice());
    encoder.set_trns([0, 255, 255, 255].as_slice());
    let mut writer = encoder.write_header().expect("the PNG is valid");
    let pixels: Vec<u8> = verdicts.iter().map(|verdict| *verdict as u8).collect();
    writer.write_image_data(&pixels).expect("the PNG is valid");
    writer.finish().expect("the PNG is valid");
    bytes
}

/// Cuts the configuration out of the text of a case, because the order of its keys matters and a parser would lose it.
pub(crate) fn config_text(text: &str) -> &str {
    let rest = text.split_once("\"config\":").map_or(text, |(_, rest)| rest.trim_start());
    rest.get(..object_length(rest)).unwrap_or(rest)
}

fn render_case(config: &str, case: &Value, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let config = emberline::read_chart_js(config.as_bytes(), &emberline::ReadOptions::default())
        .map_err(|error| error.to_string())?;
    let mut options = Options::default();
    options.width = case["width"].as_f64().or(Some(1.0));
    options.height = case["height"].as_f64().or(Some(1.0));
    options.scale = case["devicePixelRatio"].as_f64().unwrap_or(1.0);
    let picture = emberline::draw(&Input::from(config), &options, fonts);
    picture.and_then(|picture| picture.png(fonts)).map_err(|error| error.to_string())
}

/// Returns the length in bytes of the JSON object at the beginning of a text.
fn object_length(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return index + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn decode_png(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("the PNG is valid");
    let mut pixels = vec![0; reader.output_buffer_size().expect("there is a size")];
    let info = reader.next_frame(&mut pixels).expect("the pixels can be read");
    let data = match info.color_type {
        png::ColorType::Rgba => pixels.as_chunks().0.to_vec(),
        png::ColorType::GrayscaleAlpha => {
            pixels.as_chunks().0.iter().map(|[g, a]: &[u8; 2]| [*g, *g, *g, *a]).collect()
        }
        other => panic!("{other:?}"),
    };
    Picture { width: info.width as usize, height: info.height as usize, data }
}
