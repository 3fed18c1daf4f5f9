//! Values that JavaScript has and JSON lacks: `values.js` writes them as objects with a mark.

use std::sync::Arc;

use crate::canvas::{Player, RecordedCanvas, RecordedPaint};
use crate::chartjs::parse::value::{FunctionId, Object, Value};
use crate::font::Fonts;
use crate::geometry::Size;
use crate::limits::MAX_TEXT_CHARS;
use crate::scene::Drawing;

/// The key of a value that JSON lacks.
const MARK: &str = "\u{1}";

/// A value of a script; `None` for `undefined`.
pub(super) fn decode_value(value: Value, fonts: &Fonts) -> Option<Value> {
    match value {
        Value::List(list) => Some(Value::List(
            list.into_iter().map(|item| decode_value(item, fonts).unwrap_or_default()).collect(),
        )),
        Value::Object(object) => match object.get(MARK) {
            Some(marked) => decode_marked(marked, fonts),
            None => Some(Value::Object(decode_object(object, fonts))),
        },
        value => Some(value),
    }
}

fn decode_object(object: Object, fonts: &Fonts) -> Object {
    let entries = object.into_entries();
    Object::new(entries.filter_map(|(key, value)| Some((key, decode_value(value, fonts)?))).collect())
}

fn decode_marked(marked: &Value, fonts: &Fonts) -> Option<Value> {
    let parts = marked.as_list()?;
    let kind = parts.first()?.as_text()?;
    match (kind, parts.get(1)) {
        // Infinity, NaN, and numbers with more digits than JSON is read with exactly.
        ("number", Some(Value::Text(number))) => Some(Value::Number(number.parse().unwrap_or(f64::NAN))),
        ("function", Some(Value::Number(id))) => Some(Value::Function(FunctionId(*id as u32))),
        ("paint", Some(recorded)) => {
            let json = serde_json::to_string(recorded).ok()?;
            let recorded: RecordedPaint = serde_json::from_str(&json).ok()?;
            Player::new(Size::default(), fonts).resolve_paint(&recorded).ok().map(Value::Paint)
        }
        // It is told from other contents by being an object, and not drawn.
        ("image", _) => Some(Value::Object(Object::default())),
        ("drawing", Some(recorded)) => {
            let json = serde_json::to_string(recorded).ok()?;
            let recorded: RecordedCanvas = serde_json::from_str(&json).ok()?;
            let items = Player::new(Size::default(), fonts).replay_canvas(&recorded).ok()?;
            let size = Size { width: recorded.width, height: recorded.height };
            Some(Value::Drawing(Arc::new(Drawing { items, size })))
        }
        _ => None,
    }
}

/// The number of characters of the first text that is longer than a configuration may have.
pub(super) fn long_text_chars(value: &Value) -> Option<usize> {
    match value {
        // A text has at most as many characters as bytes, so most texts need no counting.
        Value::Text(text) if text.len() > MAX_TEXT_CHARS => {
            Some(text.chars().count()).filter(|chars| *chars > MAX_TEXT_CHARS)
        }
        Value::List(list) => list.iter().find_map(long_text_chars),
        Value::Object(object) => object.entries().find_map(|(_, value)| long_text_chars(value)),
        _ => None,
    }
}

/// Calls `visit` with each function of a value and its path.
pub(super) fn visit_functions(value: &Value, path: &str, visit: &mut impl FnMut(FunctionId, &str)) {
    match value {
        Value::Function(id) => visit(*id, path),
        Value::List(list) => {
            // Most lists are data, whose paths nobody needs.
            for (index, item) in list.iter().enumerate().filter(|(_, item)| may_have_functions(item)) {
                visit_functions(item, &format!("{path}[{index}]"), visit);
            }
        }
        Value::Object(object) => {
            for (key, value) in object.entries().filter(|(_, value)| may_have_functions(value)) {
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                visit_functions(value, &path, visit);
            }
        }
        _ => {}
    }
}

fn may_have_functions(value: &Value) -> bool {
    matches!(value, Value::Function(_) | Value::List(_) | Value::Object(_))
}
