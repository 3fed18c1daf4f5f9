//! Requests in a query string: a small sprint and its options as `name=value`.

use serde_json::{Map, Value, json};

use super::parameters::{PARAMETERS, RequestPart, ValueKind};

use crate::request::{RenderRequest, RequestInput, check_team, missing_input};
use emberline::error::{InputError, Location, did_you_mean, quote};
use emberline::{PictureOptions, is_calendar};

/// The parameter `store` of `POST /render`, which has no other parameters; `None` if it is missing.
pub(super) fn parse_store_parameter(pairs: &[(String, String)]) -> Result<Option<bool>, Box<InputError>> {
    let mut store_text = None;
    for (name, text) in pairs {
        if name != "store" {
            return Err(unknown_parameter(name, &["store"]));
        }
        if store_text.replace(text).is_some() {
            return Err(duplicate_parameter(name));
        }
    }
    let parse = |text: &String| {
        let error = || InputError::new(Location::Path("store".to_owned()), quote(text), "1 or 0");
        parse_switch(text).ok_or_else(error)
    };
    store_text.map(parse).transpose()
}

/// Converts the pairs of a query into a request.
pub(super) fn request_from_query(pairs: &[(String, String)]) -> Result<RenderRequest, Box<InputError>> {
    let (mut request, mut sprint, mut options) = (Map::new(), Map::new(), Map::new());
    for (name, text) in pairs {
        let Some(parameter) = PARAMETERS.iter().find(|parameter| parameter.name == *name) else {
            let names: Vec<&str> = PARAMETERS.iter().map(|parameter| parameter.name.as_str()).collect();
            return Err(unknown_parameter(name, &names));
        };
        let target = match parameter.part {
            RequestPart::Request => &mut request,
            RequestPart::Sprint => &mut sprint,
            RequestPart::Options => &mut options,
        };
        let value = parse_value(parameter.kind, text).ok_or_else(|| {
            let expected = format!("a value such as {}", parameter.example);
            InputError::new(Location::Path(name.clone()), quote(text), expected)
        })?;
        if target.insert(name.clone(), value).is_some() {
            return Err(duplicate_parameter(name));
        }
    }
    let options = Value::Object(options).to_string();
    let options = PictureOptions::from_json(&options).map_err(|error| error.with_parent_path("options"))?;
    let store = request.get("store").and_then(Value::as_bool);
    let team = request.get("team").and_then(Value::as_str).map(str::to_owned);
    check_team(team.as_deref())?;
    let input = RequestInput::InlineSprint(sprint_text(sprint, request.remove("sprint"))?);
    Ok(RenderRequest { input, team, options, format: None, store })
}

/// The sprint of a query as a text: its fields, or the parameter `sprint`.
fn sprint_text(fields: Map<String, Value>, whole: Option<Value>) -> Result<String, Box<InputError>> {
    match (fields.is_empty(), whole) {
        (true, Some(Value::String(text))) => Ok(text),
        (true, Some(document)) => Ok(document.to_string()),
        (true, None) => Err(missing_input()),
        (false, None) => Ok(Value::Object(fields).to_string()),
        (false, Some(_)) => {
            let found = "a \"sprint\" and its fields apart";
            Err(InputError::new(Location::EntireInput, found, "one of them"))
        }
    }
}

/// Parses a value; `None` if it has another type.
fn parse_value(kind: ValueKind, text: &str) -> Option<Value> {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|n| n.is_finite()).map(|n| json!(n));
    match kind {
        ValueKind::Document if text.trim_start().starts_with('{') => serde_json::from_str(text).ok(),
        ValueKind::Text | ValueKind::Document => Some(json!(text)),
        ValueKind::Number => number(text),
        ValueKind::Switch => parse_switch(text).map(Value::from),
        // A calendar has commas of its own.
        ValueKind::TextList if is_calendar(text) => Some(json!([text])),
        ValueKind::TextList => Some(text.split(',').map(str::trim).collect()),
        ValueKind::NumberList => text
            .split(',')
            .map(|part| match part.trim() {
                "" | "null" => Some(Value::Null),
                part => number(part),
            })
            .collect(),
    }
}

/// Parses a switch; an empty value means on.
fn parse_switch(text: &str) -> Option<bool> {
    match text {
        "1" | "true" | "" => Some(true),
        "0" | "false" => Some(false),
        _ => None,
    }
}

fn duplicate_parameter(name: &str) -> Box<InputError> {
    InputError::new(Location::Path(name.to_owned()), "the parameter twice", "it once")
}

fn unknown_parameter(name: &str, known_names: &[&str]) -> Box<InputError> {
    let found = format!("the parameter {}", quote(name));
    let expected = format!("one of {}", known_names.join(", "));
    let mut error = InputError::new(Location::Path("query".to_owned()), found, expected);
    error.remedy = did_you_mean(name, known_names.iter().copied());
    error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::RequestInput;

    fn pairs(query: &[(&str, &str)]) -> Vec<(String, String)> {
        query.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn sprint(query: &[(&str, &str)]) -> Value {
        let RequestInput::InlineSprint(text) = request_from_query(&pairs(query)).expect("a request").input
        else {
            panic!("inline")
        };
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn an_empty_entry_in_days_is_a_missing_value() {
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
    fn each_parameter_sets_its_field_of_the_request() {
        let query = pairs(&[
            ("name", "S"),
            ("working_days", "mon, tue"),
            ("theme", "dark"),
            ("embed_font", ""),
            ("scale", "2"),
            ("team", "Ember"),
            ("store", "0"),
        ]);
        let request = request_from_query(&query).expect("a request");
        let sprint = r#"{"name":"S"}"#;
        assert_eq!(request.input, RequestInput::InlineSprint(sprint.to_owned()));
        assert_eq!((request.team.as_deref(), request.store), (Some("Ember"), Some(false)));
        assert_eq!((request.options.scale, request.options.embed_font), (Some(2.0), Some(true)));
        assert_eq!(request.options.theme.map(|theme| theme.name), Some("dark"));
    }

    #[test]
    fn a_calendar_is_one_day_off_with_commas() {
        for text in ["BEGIN:VCALENDAR\nCATEGORIES:A,B", "\u{FEFF}begin:vcalendar\nCATEGORIES:A,B"] {
            let request =
                request_from_query(&pairs(&[("name", "S"), ("holidays", text)])).expect("a request");
            assert_eq!(request.options.holidays, Some(vec![text.to_owned()]));
        }
    }

    #[test]
    fn a_sprint_is_a_json_document_or_a_csv_table() {
        let document = r#" {"name": "S"}"#;
        assert_eq!(sprint(&[("sprint", document)]), json!({ "name": "S" }));
        let table = "date,remaining\n2026-03-02,40\n";
        let request = request_from_query(&pairs(&[("sprint", table)])).expect("a request");
        assert_eq!(request.input, RequestInput::InlineSprint(table.to_owned()));
    }

    #[test]
    fn errors_name_the_parameter() {
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
            assert_eq!(request_from_query(&pairs(query)).expect_err(message).to_string(), message);
        }
    }

    #[test]
    fn a_post_has_store_as_its_only_parameter() {
        for (query, expected) in
            [(&[] as &[_], None), (&[("store", "")], Some(true)), (&[("store", "false")], Some(false))]
        {
            assert_eq!(parse_store_parameter(&pairs(query)).expect("read"), expected);
        }
        for (query, message) in [
            (&[("sotre", "1")] as &[_], r#"did you mean "store""#),
            (&[("store", "1"), ("store", "1")], "the parameter twice"),
            (&[("store", "2")], r#"found "2", expected 1 or 0"#),
        ] {
            let error = parse_store_parameter(&pairs(query)).expect_err(message).to_string();
            assert!(error.contains(message), "{error}");
        }
    }
}
