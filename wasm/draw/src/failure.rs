//! Errors as JavaScript has them: an `Error` that carries `code`, `path` and what else is known.

use std::fmt::Display;

use emberline::Error;
use emberline::error::{InputError, Place};
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

pub(crate) fn of(error: &Error) -> JsValue {
    match error {
        Error::Input(input) => of_input(input),
        Error::Size { limit, .. } => with(&error, LIMIT, &[("limit", (*limit).into())]),
        Error::MissingFonts { files } => with(&error, "MissingFont", &[("files", list(files))]),
        Error::Font(_) => with(&error, "InvalidFont", &[]),
        _ => internal(&error),
    }
}

/// In the options, not in the input: its path begins with them.
pub(crate) fn of_options(mut error: InputError) -> JsValue {
    match &mut error.place {
        Place::Path(path) => path.insert_str(0, "options."),
        place => *place = Place::Path("options".to_owned()),
    }
    of_input(&error)
}

pub(crate) fn internal(error: &dyn Display) -> JsValue {
    with(error, "Internal", &[])
}

const LIMIT: &str = "LimitExceeded";

/// The module that reads what the small one can't, and how to have it.
const WHOLE: &str = "whole.wasm";
const BE_WHOLE: &str = "await init({ whole: true }) or a picture of it first";

fn list(names: &[&'static str]) -> JsValue {
    names.iter().copied().map(JsValue::from).collect::<Array>().into()
}

fn of_input(error: &InputError) -> JsValue {
    let mut error = error.clone();
    let code = match (error.limit, error.needs) {
        (Some(_), _) => LIMIT,
        (None, Some(_)) => "MissingReader",
        (None, None) => "InvalidInput",
    };
    if error.needs.is_some() {
        error.remedy = Some(BE_WHOLE.to_owned());
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
    fields.extend(error.needs.map(|_| ("files", list(&[WHOLE]))));
    fields.extend(error.tracker.map(|tracker| ("tracker", tracker.into())));
    fields.extend(error.document.map(|document| ("document", position(document))));
    match &error.place {
        Place::Whole => {}
        Place::Path(path) => fields.push(("path", path.into())),
        Place::Text { line, column } => {
            fields.push(("line", position(*line)));
            fields.extend(column.map(|column| ("column", position(column))));
        }
        Place::Cell { line, column } => {
            fields.extend([("line", position(*line)), ("path", column.into())]);
        }
    }
    with(&error, code, &fields)
}

fn with(message: &dyn Display, code: &str, fields: &[(&str, JsValue)]) -> JsValue {
    let error = js_sys::Error::new(&message.to_string());
    error.set_name("EmberlineError");
    let common = [("code", JsValue::from(code)), ("path", JsValue::from(""))];
    for (name, value) in common.iter().chain(fields) {
        // It fails on frozen objects only, and this one is new.
        let _ = Reflect::set(&error, &JsValue::from(*name), value);
    }
    error.into()
}
