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

/// A whole sprint.
pub(super) const SPRINT: &str =
    r#"{"name":"Sprint 12","start":"2026-03-02","end":"2026-03-13","days":[38,33,null,30]}"#;

/// Every parameter: its name, where it goes, how it is written, an example.
pub(super) const PARAMETERS: [(&str, Part, Kind, &str); 33] = [
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
    ("kind", Part::Options, Kind::Text, "burnup"),
    ("forecast", Part::Options, Kind::Text, "average"),
    ("growth", Part::Options, Kind::Switch, "1"),
    ("ideal", Part::Options, Kind::Text, "current"),
    ("commitment", Part::Options, Kind::Text, "end"),
    ("since", Part::Options, Kind::Text, "2026-03-06"),
    ("sprint_days", Part::Options, Kind::Number, "14"),
    ("text", Part::Options, Kind::Text, "outline"),
    ("embed_font", Part::Options, Kind::Switch, "1"),
    ("compression", Part::Options, Kind::Text, "best"),
    ("team", Part::Request, Kind::Text, "Ember"),
    ("store", Part::Request, Kind::Switch, "1"),
    ("sprint", Part::Request, Kind::Document, SPRINT),
];

/// What the query of `POST /render` says of storing.
pub(super) fn store(pairs: &[(String, String)]) -> Result<Option<bool>, Box<InputError>> {
    let mut store = None;
    for (name, text) in pairs {
        if name != "store" {
            return Err(unknown(name, &["store"]));
        }
        if store.replace(text).is_some() {
            return Err(twice(name));
        }
    }
    let switch = |text: &String| {
        let bad = || InputError::new(Place::Path("store".to_owned()), quote(text), "1 or 0");
        switch(text).ok_or_else(bad)
    };
    store.map(switch).transpose()
}

/// The request that a query's pairs make.
pub(super) fn request(pairs: &[(String, String)]) -> Result<Request, Box<InputError>> {
    let (mut whole, mut sprint, mut options) = (Map::new(), Map::new(), Map::new());
    for (name, text) in pairs {
        let Some((_, part, kind, example)) = PARAMETERS.iter().find(|(known, ..)| known == name) else {
            return Err(unknown(name, &PARAMETERS.map(|(name, ..)| name)));
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
            return Err(twice(name));
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
        Kind::Switch => switch(text).map(Value::from),
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

/// A switch's name alone switches it on.
fn switch(text: &str) -> Option<bool> {
    match text {
        "1" | "true" | "" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

fn twice(name: &str) -> Box<InputError> {
    InputError::new(Place::Path(name.to_owned()), "the parameter twice", "it once")
}

fn unknown(name: &str, known: &[&str]) -> Box<InputError> {
    let found = format!("the parameter {}", quote(name));
    let expected = format!("one of {}", known.join(", "));
    let mut error = InputError::new(Place::Path("query".to_owned()), found, expected);
    error.remedy = did_you_mean(name, known.iter().copied());
    error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Input;

    fn pairs(query: &[(&str, &str)]) -> Vec<(String, String)> {
        query.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn sprint(query: &[(&str, &str)]) -> Value {
        let Input::Inline(text) = request(&pairs(query)).expect("a request").input else { panic!("inline") };
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn a_day_that_nobody_knows_is_null() {
        for (days, expected) in [
            ("38,33,,30", json!([38.0, 33.0, null, 30.0])),
            (" 38 , null ,-1e1", json!([38.0, null, -10.0])),
            (",", json!([null, null])),
            ("", json!([null])),
        ] {
            assert_eq!(sprint(&[("days", days)]), json!({ "days": expected }), "{days}");
        }
    }

    #[test]
    fn parameters_go_where_they_belong() {
        let query = pairs(&[
            ("name", "S"),
            ("working_days", "mon, tue"),
            ("theme", "dark"),
            ("embed_font", ""),
            ("scale", "2"),
            ("team", "Ember"),
            ("store", "0"),
        ]);
        let request = request(&query).expect("a request");
        let sprint = r#"{"name":"S","working_days":["mon","tue"]}"#;
        assert_eq!(request.input, Input::Inline(sprint.to_owned()));
        assert_eq!((request.team.as_deref(), request.store), (Some("Ember"), Some(false)));
        assert_eq!((request.options.scale, request.options.embed_font), (Some(2.0), Some(true)));
        assert_eq!(request.options.theme.map(|theme| theme.name), Some("dark"));
    }

    #[test]
    fn a_sprint_is_a_document_or_a_table() {
        let document = r#" {"name": "S"}"#;
        assert_eq!(sprint(&[("sprint", document)]), json!({ "name": "S" }));
        let table = "date,remaining\n2026-03-02,40\n";
        let request = request(&pairs(&[("sprint", table)])).expect("a request");
        assert_eq!(request.input, Input::Inline(table.to_owned()));
    }

    #[test]
    fn a_query_that_makes_no_sense_is_told_where() {
        for (query, message) in [
            (&[("name", "A"), ("name", "B")] as &[_], "name: found the parameter twice, expected it once"),
            (&[("scale", "nan")], r#"scale: found "nan", expected a value such as 2"#),
            (&[("days", "1,x")], r#"days: found "1,x", expected a value such as 38,33,,30"#),
            (&[("store", "yes")], r#"store: found "yes", expected a value such as 1"#),
            (
                &[("sprint", "{}"), ("name", "S")],
                r#"found a "sprint" and its fields apart, expected one of them"#,
            ),
            (
                &[("sprint", "{\"name\"")],
                r#"sprint: found "{\"name\"", expected a value such as {"name":"Sprint 12","start":"2026-03-02","end":"2026-03-13","days":[38,33,null,30]}"#,
            ),
        ] {
            assert_eq!(request(&pairs(query)).expect_err(message).to_string(), message);
        }
    }

    #[test]
    fn what_is_posted_says_in_its_address_whether_to_store() {
        for (query, expected) in
            [(&[] as &[_], None), (&[("store", "")], Some(true)), (&[("store", "false")], Some(false))]
        {
            assert_eq!(store(&pairs(query)).expect("read"), expected);
        }
        for (query, message) in [
            (&[("sotre", "1")] as &[_], r#"did you mean "store""#),
            (&[("store", "1"), ("store", "1")], "the parameter twice"),
            (&[("store", "2")], r#"found "2", expected 1 or 0"#),
        ] {
            let error = store(&pairs(query)).expect_err(message).to_string();
            assert!(error.contains(message), "{error}");
        }
    }
}
