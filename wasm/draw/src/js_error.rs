//! JavaScript errors: an `Error` with `code`, `path` and further fields that depend on the error.

use std::fmt::Display;

use emberline::Error;
use emberline::error::{InputError, Location};
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::new_error::new_error;

pub(crate) fn from_error(error: &Error) -> JsValue {
    match error {
        Error::Input(input) => from_input_error(input),
        Error::Size { limit, .. } => new_error(&error, LIMIT_EXCEEDED, &[("limit", (*limit).into())]),
        Error::MissingFonts { files } => new_error(&error, "MissingFont", &[("files", string_array(files))]),
        Error::Font(_) => new_error(&error, "InvalidFont", &[]),
        _ => internal_error(&error),
    }
}

/// The path of an option, or of an entry of it: `time_zone`, `holidays[1]`.
fn option_path(name: &str, entry: Option<usize>) -> String {
    entry.map_or_else(|| name.to_owned(), |index| format!("{name}[{index}]"))
}

/// The error of an option; its path begins with `options`.
pub(crate) fn from_options_error(mut error: InputError) -> JsValue {
    match &mut error.location {
        Location::Path(path) => path.insert_str(0, "options."),
        Location::Option { name, entry } => {
            error.location = Location::Path(format!("options.{}", option_path(name, *entry)));
        }
        location => *location = Location::Path("options".to_owned()),
    }
    from_input_error(&error)
}

pub(crate) fn internal_error(error: &dyn Display) -> JsValue {
    new_error(error, "Internal", &[])
}

const LIMIT_EXCEEDED: &str = "LimitExceeded";

/// A module of the package that draws more inputs than this one.
struct LargerModule {
    file: &'static str,
    /// Tells the user how to load it.
    remedy: &'static str,
}

/// The module that also reads trackers' data and Chart.js configurations.
const WHOLE_MODULE: LargerModule =
    LargerModule { file: "whole.wasm", remedy: "await init({ whole: true }) or a picture of it first" };
/// The module that also runs functions and scripts in Chart.js configurations.
const FUNCTIONS_MODULE: LargerModule = LargerModule {
    file: "functions.wasm",
    remedy: "await init({ functions: true }) or a picture of it first",
};

impl LargerModule {
    /// The module with a feature of the library that this one lacks.
    fn with_feature(feature: &str) -> &'static Self {
        if feature == "functions" { &FUNCTIONS_MODULE } else { &WHOLE_MODULE }
    }
}

fn string_array(names: &[&'static str]) -> JsValue {
    names.iter().copied().map(JsValue::from).collect::<Array>().into()
}

fn from_input_error(error: &InputError) -> JsValue {
    let mut error = error.clone();
    let larger_module = error.required_feature.map(LargerModule::with_feature);
    let code = match (error.limit, larger_module) {
        (Some(_), _) => LIMIT_EXCEEDED,
        (None, Some(_)) => "MissingReader",
        (None, None) => "InvalidInput",
    };
    if let Some(module) = larger_module {
        error.remedy = Some(module.remedy.to_owned());
    }
    let mut fields: Vec<(&str, JsValue)> =
        vec![("found", error.found.as_str().into()), ("expected", error.expected.as_str().into())];
    if let Some(remedy) = &error.remedy {
        fields.push(("remedy", remedy.into()));
    }
    if let Some(limit) = error.limit {
        fields.push(("limit", limit.into()));
    }
    let position = |number: usize| JsValue::from(number as f64);
    fields.extend(larger_module.map(|module| ("files", string_array(&[module.file]))));
    fields.extend(error.tracker.map(|tracker| ("tracker", tracker.into())));
    fields.extend(error.document.map(|document| ("document", position(document))));
    match &error.location {
        Location::Path(path) => fields.push(("path", path.into())),
        Location::Option { name, entry } => fields.push(("path", option_path(name, *entry).into())),
        Location::TextPosition { line, column } => {
            fields.push(("line", position(*line)));
            fields.extend(column.map(|column| ("column", position(column))));
        }
        Location::TableCell { line, column } => {
            fields.extend([("line", position(*line)), ("path", column.into())]);
        }
        // The entire input has no position.
        _ => {}
    }
    new_error(&error, code, &fields)
}
