//! The JavaScript error of both crates, draw and raster: an `EmberlineError` with `code`, `path` and further fields.

use std::fmt::Display;

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// Creates an error. Its `path` is empty unless it is among the fields.
pub(crate) fn new_error(message: &dyn Display, code: &str, fields: &[(&str, JsValue)]) -> JsValue {
    let error = Error::new(&message.to_string());
    error.set_name("EmberlineError");
    let common = [("code", JsValue::from(code)), ("path", JsValue::from(""))];
    for (name, value) in common.iter().chain(fields) {
        // Setting a field fails only on frozen objects; this one is new.
        let _ = Reflect::set(&error, &JsValue::from(*name), value);
    }
    error.into()
}
