//! The parameters of QuickChart's interface: those of a query, of a form and of a JSON body have the same names.

use std::collections::BTreeMap;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use emberline::error::{InputError, Location, did_you_mean, quote};
use emberline::json::inline_text;
use emberline::{ChartJsVersion, Color, css_color};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::service::ImageFormat;

/// The long names of the parameters, each with its short name.
const NAMES: [(&str, &str); 8] = [
    ("chart", "c"),
    ("width", "w"),
    ("height", "h"),
    ("backgroundColor", "bkg"),
    ("devicePixelRatio", "devicePixelRatio"),
    ("format", "f"),
    ("version", "v"),
    ("encoding", "encoding"),
];
/// QuickChart's default size in CSS pixels.
const DEFAULT_SIZE: (f64, f64) = (500.0, 300.0);
/// QuickChart's default device pixels for each CSS pixel.
const DEFAULT_PIXEL_RATIO: f64 = 2.0;
/// QuickChart's default version of Chart.js.
const DEFAULT_VERSION: ChartJsVersion = ChartJsVersion::V2;
/// Reads base64 with and without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Parameters as they were given, by their long names. Empty ones count as not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartParameters(BTreeMap<&'static str, String>);

/// A request for the picture of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartRequest {
    /// The configuration: JSON, or a JavaScript literal of data.
    pub chart: String,
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Device pixels for each CSS pixel.
    pub pixel_ratio: f64,
    /// The colour of the whole background; `None` for a transparent one.
    pub background: Option<Color>,
    /// The format of the picture.
    pub format: ImageFormat,
    /// The version of Chart.js that the configuration is written for.
    pub version: ChartJsVersion,
}

impl ChartParameters {
    /// The parameters of a query or of a form. Names that QuickChart does not have are ignored, as it does, since clients
    /// add some of their own; a misspelt name is an error.
    ///
    /// # Errors
    /// A parameter that is given twice or is misspelt, and one of QuickChart's interfaces that are not offered.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Box<InputError>> {
        let mut parameters = Self::default();
        for (name, value) in pairs {
            if let Some(name) = long_name(name)? {
                parameters.add_parameter(name, value.clone())?;
            }
        }
        Ok(parameters)
    }

    /// The parameters of a JSON body. `chart` is an object or a text, all others are texts or numbers.
    ///
    /// # Errors
    /// The text is no JSON object, or as [`from_pairs`](Self::from_pairs).
    pub fn from_json(text: &str) -> Result<Self, Box<InputError>> {
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(|error| {
            let location = Location::TextPosition { line: error.line(), column: Some(error.column()) };
            InputError::new(
                location,
                format!("no JSON object ({error})"),
                "{\"chart\": …, \"width\": 500, …}",
            )
        })?;
        let mut parameters = Self::default();
        for (name, raw) in fields {
            let Some(name) = long_name(&name)? else { continue };
            if name == "chart" {
                if raw.get() != "null" {
                    parameters.add_parameter(name, inline_text(name, raw.get())?)?;
                }
                continue;
            }
            match serde_json::from_str(raw.get()) {
                Ok(Value::Null) => {}
                Ok(Value::String(text)) => parameters.add_parameter(name, text)?,
                Ok(Value::Number(number)) => parameters.add_parameter(name, number.to_string())?,
                _ => return Err(parameter_error(name, quote(raw.get()), "a text or a number")),
            }
        }
        Ok(parameters)
    }

    /// These parameters, with those of `other` in place of their own.
    #[must_use]
    pub fn with_overrides(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The parameters as a JSON document, equal for equal parameters.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// The format of the picture, or of the picture of an error; PNG if it is not given or unknown.
    pub fn picture_format(&self) -> ImageFormat {
        self.0.get("format").and_then(|name| ImageFormat::from_name(name.trim())).unwrap_or(ImageFormat::Png)
    }

    /// Reads the parameters.
    ///
    /// # Errors
    /// The parameter, its value and the expected one.
    pub fn to_request(&self) -> Result<ChartRequest, Box<InputError>> {
        Ok(ChartRequest {
            chart: self.decode_chart()?,
            width: self.parse_pixels("width")?.unwrap_or(DEFAULT_SIZE.0),
            height: self.parse_pixels("height")?.unwrap_or(DEFAULT_SIZE.1),
            pixel_ratio: self.parse_pixel_ratio()?.unwrap_or(DEFAULT_PIXEL_RATIO),
            background: self.parse_background()?,
            format: self
                .parse_parameter("format", "png, svg, webp or pdf", ImageFormat::from_name)?
                .unwrap_or(ImageFormat::Png),
            version: self
                .parse_parameter(
                    "version",
                    "a version of Chart.js: 2, 3, 4 or such as 2.9.4",
                    ChartJsVersion::from_text,
                )?
                .unwrap_or(DEFAULT_VERSION),
        })
    }

    fn add_parameter(&mut self, name: &'static str, value: String) -> Result<(), Box<InputError>> {
        if value.trim().is_empty() {
            return Ok(());
        }
        match self.0.insert(name, value) {
            None => Ok(()),
            Some(_) => Err(parameter_error(name, "the parameter twice".to_owned(), "it once")),
        }
    }

    /// The configuration, decoded.
    fn decode_chart(&self) -> Result<String, Box<InputError>> {
        let Some(chart) = self.0.get("chart") else {
            let expected = "a Chart.js configuration in `chart` or `c`";
            return Err(parameter_error("chart", "nothing".to_owned(), expected));
        };
        let encoding = self.0.get("encoding").map_or("url", |encoding| encoding.trim());
        match encoding {
            "url" => Ok(chart.clone()),
            "base64" => decode_base64(chart),
            _ => Err(parameter_error("encoding", quote(encoding), "url or base64")),
        }
    }

    fn parse_pixels(&self, name: &'static str) -> Result<Option<f64>, Box<InputError>> {
        self.parse_parameter(name, "a number of pixels such as 500", |text| {
            text.parse().ok().filter(|n: &f64| n.is_finite())
        })
        .map(|pixels| pixels.map(f64::trunc))
    }

    fn parse_pixel_ratio(&self) -> Result<Option<f64>, Box<InputError>> {
        self.parse_parameter("devicePixelRatio", "a number above 0 such as 2", |text| {
            text.parse().ok().filter(|ratio: &f64| ratio.is_finite() && *ratio > 0.0)
        })
    }

    /// The colour of the background. Digits without a `#`, which an address would take for a fragment, are a colour, too.
    fn parse_background(&self) -> Result<Option<Color>, Box<InputError>> {
        let expected = "a colour of CSS, such as white, fff, transparent or rgb(255,255,120)";
        self.parse_parameter("backgroundColor", expected, css_color)
    }

    /// A parameter, parsed; `None` if it is not given.
    fn parse_parameter<T>(
        &self,
        name: &'static str,
        expected: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Box<InputError>> {
        let Some(text) = self.0.get(name) else { return Ok(None) };
        parse(text.trim()).map(Some).ok_or_else(|| parameter_error(name, quote(text), expected))
    }
}

/// The long name of a parameter; `None` for a name that is none of QuickChart's.
fn long_name(name: &str) -> Result<Option<&'static str>, Box<InputError>> {
    if let Some((long, _)) = NAMES.into_iter().find(|(long, short)| name == *long || name == *short) {
        return Ok(Some(long));
    }
    if name == "cht" {
        let expected = "a Chart.js configuration in `chart` or `c`; Google's image charts are not offered";
        return Err(InputError::new(Location::Path("cht".to_owned()), "a Google image chart", expected));
    }
    // A name of one letter or two would be taken for any other.
    match did_you_mean(name, NAMES.into_iter().map(|(long, _)| long)) {
        Some(remedy) if name.len() > 2 => {
            let found = format!("the parameter {}", quote(name));
            let expected = format!("one of {}", NAMES.map(|(long, _)| long).join(", "));
            Err(InputError::new(Location::Path("query".to_owned()), found, expected).with_remedy(remedy))
        }
        _ => Ok(None),
    }
}

fn parameter_error(name: &str, found: String, expected: &str) -> Box<InputError> {
    InputError::new(Location::Path(name.to_owned()), found, expected)
}

/// Decodes base64, also that of addresses and one whose `+` have become spaces.
fn decode_base64(text: &str) -> Result<String, Box<InputError>> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, '\r' | '\n' | '\t'))
        .map(|c| match c {
            ' ' | '-' => '+',
            '_' => '/',
            c => c,
        })
        .collect();
    let error =
        |found: String| parameter_error("chart", found, "a configuration in UTF-8, encoded as base64");
    let bytes = BASE64.decode(text).map_err(|problem| error(format!("no base64 ({problem})")))?;
    String::from_utf8(bytes).map_err(|_| error("base64 of bytes that are no text".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(query: &[(&str, &str)]) -> Result<ChartParameters, Box<InputError>> {
        let pairs: Vec<_> =
            query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        ChartParameters::from_pairs(&pairs)
    }

    #[test]
    fn the_defaults_are_those_of_quickchart() {
        let request = parameters(&[("c", "{}"), ("w", ""), ("ref", "qc-js"), ("t", "1"), ("key", "k")]);
        let expected = ChartRequest {
            chart: "{}".to_owned(),
            width: 500.0,
            height: 300.0,
            pixel_ratio: 2.0,
            background: None,
            format: ImageFormat::Png,
            version: ChartJsVersion::V2,
        };
        assert_eq!(request.and_then(|parameters| parameters.to_request()).expect("a request"), expected);
    }

    #[test]
    fn long_and_short_names_and_json_mean_the_same() {
        let long = parameters(&[
            ("chart", "{type:'bar'}"),
            ("width", "400.9"),
            ("height", "200"),
            ("backgroundColor", "#fff"),
            ("devicePixelRatio", "1.5"),
            ("format", "SVG"),
            ("version", "4"),
        ]);
        let long = long.expect("parameters");
        let short =
            [("c", "{type:'bar'}"), ("w", "400.9"), ("h", "200"), ("bkg", "#fff"), ("f", "SVG"), ("v", "4")];
        let short = parameters(&[&short[..], &[("devicePixelRatio", "1.5")]].concat()).expect("parameters");
        let json = r##"{"chart": "{type:'bar'}", "width": 400.9, "height": "200", "bkg": "#fff",
            "devicePixelRatio": 1.5, "format": "SVG", "version": 4, "key": null}"##;
        let json = ChartParameters::from_json(json).expect("parameters");
        assert_eq!((&short, &json), (&long, &long));
        let request = long.to_request().expect("a request");
        assert_eq!((request.width, request.height, request.pixel_ratio), (400.0, 200.0, 1.5));
        assert_eq!((request.format, request.version), (ImageFormat::Svg, ChartJsVersion::V4));
        assert_eq!(ChartParameters::from_json(&long.to_json()).expect("parameters"), long);
    }

    #[test]
    fn a_chart_in_json_keeps_the_order_of_its_keys() {
        let parameters =
            ChartParameters::from_json(r#"{"chart": {"type": "pie", "data": {}}}"#).expect("parameters");
        assert_eq!(parameters.to_request().expect("a request").chart, r#"{"type": "pie", "data": {}}"#);
    }

    #[test]
    fn base64_may_be_that_of_addresses() {
        for text in ["e3R5cGU6J2Jhcid9", "e3R5cGU6J2Jhcid9\n", "4oKs8J-Ygz8_", "4oKs8J Ygz8/"] {
            let request = parameters(&[("c", text), ("encoding", "base64")]).and_then(|p| p.to_request());
            let chart = request.expect(text).chart;
            assert!(chart == "{type:'bar'}" || chart == "€😃??", "{chart}");
        }
    }

    #[test]
    fn errors_name_the_parameter_and_the_remedy() {
        for (query, message) in [
            (
                &[("w", "500")] as &[_],
                "chart: found nothing, expected a Chart.js configuration in `chart` or `c`",
            ),
            (&[("c", "{}"), ("chart", "{}")], "chart: found the parameter twice, expected it once"),
            (
                &[("c", "{}"), ("w", "wide")],
                r#"width: found "wide", expected a number of pixels such as 500"#,
            ),
            (
                &[("c", "{}"), ("devicePixelRatio", "0")],
                r#"devicePixelRatio: found "0", expected a number above 0 such as 2"#,
            ),
            (&[("c", "{}"), ("f", "jpg")], r#"format: found "jpg", expected png, svg, webp or pdf"#),
            (
                &[("c", "{}"), ("v", "5")],
                r#"version: found "5", expected a version of Chart.js: 2, 3, 4 or such as 2.9.4"#,
            ),
            (&[("c", "{}"), ("encoding", "hex")], r#"encoding: found "hex", expected url or base64"#),
            (
                &[("c", "{}"), ("bkg", "whyte")],
                r#"backgroundColor: found "whyte", expected a colour of CSS, such as white, fff, transparent or rgb(255,255,120)"#,
            ),
            (
                &[("c", "{}"), ("widht", "5")],
                r#"query: found the parameter "widht", expected one of chart, width, height, backgroundColor, devicePixelRatio, format, version, encoding; did you mean "width"?"#,
            ),
            (
                &[("cht", "bvg")],
                "cht: found a Google image chart, expected a Chart.js configuration in `chart` or `c`; Google's image charts are not offered",
            ),
        ] {
            let error = parameters(query).and_then(|parameters| parameters.to_request()).expect_err(message);
            assert_eq!(error.to_string(), message);
        }
    }
}
