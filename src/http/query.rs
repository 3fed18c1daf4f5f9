//! A request in a query: a small sprint and its options as `name=value`.

use serde_json::{Map, Value, json};

use crate::error::{InputError, Place};
use crate::input::refusal::{did_you_mean, quote};
use crate::request::{self, Request};

/// How a parameter's text becomes JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// `1`, `true`, `0`, `false`.
    Switch,
    /// Texts, separated by commas.
    Texts,
    /// Numbers, separated by commas; nothing between two of them is a day that nobody knows.
    Numbers,
    /// A JSON document, or a CSV table.
    Document,
}

/// Where a parameter goes in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Sprint,
    Options,
    Request,
}

/// Every parameter: its name, where it goes, how it is written, an example.
pub(super) const PARAMETERS: [(&str, Part, Kind, &str); 26] = [
    ("name", Part::Sprint, Kind::Text, "Sprint 12"),
    ("goal", Part::Sprint, Kind::Text, "Checkout works"),
    ("start", Part::Sprint, Kind::Text, "2026-03-02"),
    ("end", Part::Sprint, Kind::Text, "2026-03-13"),
    ("closed", Part::Sprint, Kind::Text, "2026-03-13"),
    ("unit", Part::Sprint, Kind::Text, "points"),
    ("committed", Part::Sprint, Kind::Number, "40"),
    ("done_at_start", Part::Sprint, Kind::Number, "0"),
    ("days", Part::Sprint, Kind::Numbers, "38,33,,30"),
    ("working_days", Part::Sprint, Kind::Texts, "mon,tue,wed,thu"),
    ("holidays", Part::Sprint, Kind::Texts, "2026-03-06"),
    ("day_border", Part::Sprint, Kind::Text, "10:00"),
    ("time_zone", Part::Sprint, Kind::Text, "Europe/Berlin"),
    ("as_of", Part::Options, Kind::Text, "2026-03-09"),
    ("preset", Part::Options, Kind::Text, "teams"),
    ("width", Part::Options, Kind::Number, "800"),
    ("height", Part::Options, Kind::Number, "450"),
    ("scale", Part::Options, Kind::Number, "2"),
    ("theme", Part::Options, Kind::Text, "dark"),
    ("lang", Part::Options, Kind::Text, "de"),
    ("text", Part::Options, Kind::Text, "outline"),
    ("embed_font", Part::Options, Kind::Switch, "1"),
    ("compression", Part::Options, Kind::Text, "best"),
    ("team", Part::Request, Kind::Text, "Ember"),
    ("store", Part::Request, Kind::Switch, "1"),
    ("sprint", Part::Request, Kind::Document, "{\"name\":\"Sprint 12\"}"),
];

/// The request that a query's pairs make.
pub(super) fn request(pairs: &[(String, String)]) -> Result<Request, Box<InputError>> {
    let (mut whole, mut sprint, mut options) = (Map::new(), Map::new(), Map::new());
    for (name, text) in pairs {
        let Some((_, part, kind, example)) = PARAMETERS.iter().find(|(known, ..)| known == name) else {
            return Err(unknown(name));
        };
        let target = match part {
            Part::Request => &mut whole,
            Part::Sprint => &mut sprint,
            Part::Options => &mut options,
        };
        let value = value(*kind, text).ok_or_else(|| {
            InputError::new(Place::Path(name.clone()), quote(text), format!("a value such as {example}"))
        })?;
        if target.insert(name.clone(), value).is_some() {
            return Err(InputError::new(Place::Path(name.clone()), "the parameter twice", "it once"));
        }
    }
    if !sprint.is_empty() && whole.insert("sprint".to_owned(), sprint.into()).is_some() {
        let found = "a \"sprint\" and its fields apart";
        return Err(InputError::new(Place::Whole, found, "one of them"));
    }
    whole.insert("options".to_owned(), options.into());
    request::read(&Value::from(whole).to_string())
}

fn value(kind: Kind, text: &str) -> Option<Value> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|n| n.is_finite()).map(|n| json!(n));
    match kind {
        Kind::Document if text.trim_start().starts_with('{') => serde_json::from_str(text).ok(),
        Kind::Text | Kind::Document => Some(json!(text)),
        Kind::Number => number(text),
        Kind::Switch => match text {
            "1" | "true" | "" => Some(json!(true)),
            "0" | "false" => Some(json!(false)),
            _ => None,
        },
        Kind::Texts => Some(text.split(',').map(str::trim).collect()),
        Kind::Numbers => text
            .split(',')
            .map(|part| match part.trim() {
                "" | "null" => Some(Value::Null),
                part => number(part),
            })
            .collect(),
    }
}

fn unknown(name: &str) -> Box<InputError> {
    let names = || PARAMETERS.iter().map(|(name, ..)| *name);
    let expected = format!("one of {}", names().collect::<Vec<_>>().join(", "));
    let mut error =
        InputError::new(Place::Path("query".to_owned()), format!("the parameter {}", quote(name)), expected);
    error.remedy = did_you_mean(name, names());
    error
}
