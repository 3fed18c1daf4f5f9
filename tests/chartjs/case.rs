//! A case: drawn, compared, and its three pictures kept.

use std::fs;
use std::path::Path;

use emberline::{Fonts, Options, Size};
use serde_json::Value;

use crate::pixelmatch::{Picture, Verdict, verdicts};

/// What a case came to.
pub struct Outcome {
    pub id: String,
    pub passed: bool,
    /// An empty picture would pass.
    pub blank: bool,
    /// Why it failed, or how many pixels differ.
    pub what: String,
    /// Shares of the pixels: those that differ, and those that may.
    pub mismatch: Option<f64>,
    pub tolerance: f64,
    pub size: (usize, usize),
    /// The configuration, as it stands in the case.
    pub config: String,
}

impl Outcome {
    /// The directory of Chart.js's tests.
    pub fn folder(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

pub fn check(cases: &Path, entry: &Value, fonts: &Fonts, folder: &Path) -> Outcome {
    let id = entry["id"].as_str().expect("an id").to_owned();
    let text = fs::read_to_string(cases.join(format!("{id}.json"))).expect("a case");
    let case: Value = serde_json::from_str(&text).expect("JSON");
    let reference = fs::read(cases.join(format!("{id}.png"))).expect("a reference");
    let expected = decode(&reference);
    let keep = |name: &str, bytes: &[u8]| {
        let file = folder.join(format!("{id}.{name}.png"));
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    };
    keep("reference", &reference);
    let mut outcome = Outcome {
        passed: false,
        blank: entry["blankPasses"].as_bool().unwrap_or_default(),
        what: String::new(),
        mismatch: None,
        tolerance: case["tolerance"].as_f64().expect("a tolerance"),
        size: (expected.width, expected.height),
        config: config_text(&text).to_owned(),
        id: id.clone(),
    };
    let png = match render(&outcome.config, &case, fonts) {
        Ok(png) => png,
        Err(error) => return Outcome { what: error, ..outcome },
    };
    keep("ours", &png);
    let actual = decode(&png);
    if (actual.width, actual.height) != (expected.width, expected.height) {
        return Outcome { what: format!("{} × {} pixels", actual.width, actual.height), ..outcome };
    }
    let verdicts = verdicts(&actual, &expected, case["threshold"].as_f64().expect("a threshold"));
    keep("difference", &difference(&verdicts, outcome.size));
    let count = verdicts.iter().filter(|verdict| **verdict == Verdict::Different).count();
    let share = count as f64 / verdicts.len() as f64;
    outcome.passed = share <= outcome.tolerance;
    outcome.what = format!("{count} pixels");
    outcome.mismatch = Some(share);
    outcome
}

/// The verdicts as a picture to lay over the reference: clear where both are equal.
fn difference(verdicts: &[Verdict], (width, height): (usize, usize)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let side = |length: usize| u32::try_from(length).expect("a picture's side");
    let mut encoder = png::Encoder::new(&mut bytes, side(width), side(height));
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_compression(png::Compression::Fastest);
    // Equal, near, edge, different.
    encoder.set_palette([255, 255, 255, 125, 190, 235, 245, 175, 40, 220, 20, 60].as_slice());
    encoder.set_trns([0, 255, 255, 255].as_slice());
    let mut writer = encoder.write_header().expect("a PNG");
    let pixels: Vec<u8> = verdicts.iter().map(|verdict| *verdict as u8).collect();
    writer.write_image_data(&pixels).expect("a PNG");
    writer.finish().expect("a PNG");
    bytes
}

/// The configuration as it stands in the file: the order of its keys counts.
pub(crate) fn config_text(text: &str) -> &str {
    let rest = text.split_once("\"config\":").map_or(text, |(_, rest)| rest.trim_start());
    rest.get(..balanced(rest)).unwrap_or(rest)
}

fn render(config: &str, case: &Value, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let config = emberline::read_chart(config.as_bytes()).map_err(|error| error.to_string())?;
    let options = Options {
        size: Size {
            width: case["width"].as_f64().unwrap_or(1.0),
            height: case["height"].as_f64().unwrap_or(1.0),
        },
        scale: case["devicePixelRatio"].as_f64().unwrap_or(1.0),
        ..Options::default()
    };
    emberline::chart_png(&config, &options, fonts).map_err(|error| error.to_string())
}

/// The end of the object a text begins with.
fn balanced(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return place + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

fn decode(bytes: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let data = match info.color_type {
        png::ColorType::Rgba => pixels.as_chunks().0.to_vec(),
        png::ColorType::GrayscaleAlpha => {
            pixels.as_chunks().0.iter().map(|[g, a]: &[u8; 2]| [*g, *g, *g, *a]).collect()
        }
        other => panic!("{other:?}"),
    };
    Picture { width: info.width as usize, height: info.height as usize, data }
}
