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

/// The error of an option; its path begins with `options`.
pub(crate) fn from_options_error(mut error: InputError) -> JsValue {
    match &mut error.location {
        Location::Path(path) => path.insert_str(0, "options."),
        location => *location = Location::Path("options".to_owned()),
    }
    from_input_error(&error)
}

pub(crate) fn internal_error(error: &dyn Display) -> JsValue {
    new_error(error, "Internal", &[])
}

const LIMIT_EXCEEDED: &str = "LimitExceeded";

/// The module that also reads trackers' data and Chart.js configurations.
const WHOLE_MODULE: &str = "whole.wasm";
/// Tells the user how to load that module.
const WHOLE_MODULE_REMEDY: &str = "await init({ whole: true }) or a picture of it first";

/// The feature that runs functions in charts; no module of the package has it.
const FUNCTIONS_FEATURE: &str = "functions";
/// Tells the user what to do with a chart that has functions.
const FUNCTIONS_REMEDY: &str =
    "the package runs no functions: write their results as data, or draw with the command line or a server";

fn string_array(names: &[&'static str]) -> JsValue {
    names.iter().copied().map(JsValue::from).collect::<Array>().into()
}

fn from_input_error(error: &InputError) -> JsValue {
    let mut error = error.clone();
    let needs_whole_module = error.required_feature.is_some_and(|feature| feature != FUNCTIONS_FEATURE);
    let code = match error.limit {
        Some(_) => LIMIT_EXCEEDED,
        None if needs_whole_module => "MissingReader",
        None => "InvalidInput",
    };
    if error.required_feature.is_some() {
        let remedy = if needs_whole_module { WHOLE_MODULE_REMEDY } else { FUNCTIONS_REMEDY };
        error.remedy = Some(remedy.to_owned());
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
    fields.extend(needs_whole_module.then(|| ("files", string_array(&[WHOLE_MODULE]))));
    fields.extend(error.tracker.map(|tracker| ("tracker", tracker.into())));
    fields.extend(error.document.map(|document| ("document", position(document))));
    match &error.location {
        Location::Path(path) => fields.push(("path", path.into())),
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
