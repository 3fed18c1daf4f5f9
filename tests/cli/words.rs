//! What the program prints.

use serde_json::Value;

use super::{Place, example};

fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&Place::new().run(args).quiet()).expect("JSON")
}

#[test]
fn a_description_holds_all_numbers() {
    let description = json(&["describe", &example("flat-but-busy.json")]);
    for key in ["name", "unit", "dates", "headline", "alt_text", "numbers", "formulas", "days", "caveats"] {
        assert!(!description[key].is_null(), "{key}");
    }
    let numbers = &description["numbers"];
    assert_eq!((&numbers["committed"], &numbers["remaining"]), (&Value::from(23.0), &Value::from(23.0)));
    let flow = &numbers["since_start"];
    assert_eq!((&flow["added"], &flow["completed"]), (&Value::from(15.0), &Value::from(15.0)));
    assert_eq!(description["days"].as_array().map(Vec::len), Some(15));
}

#[test]
fn a_chart_is_described_by_its_title_and_its_alt_text() {
    let description = json(&["describe", &example("chartjs/velocity.json")]);
    assert_eq!(description["name"], "Velocity, story points per sprint");
    assert!(description["alt_text"].as_str().is_some_and(|text| text.contains("Completed")), "{description}");
}

#[test]
fn a_description_speaks_the_language_asked_for() {
    let german = json(&["describe", &example("points.json"), "--lang", "de-AT"]);
    let english = json(&["describe", &example("points.json")]);
    assert_ne!(german["alt_text"], english["alt_text"]);
    assert_eq!(german["numbers"], english["numbers"]);
}

#[test]
fn the_instant_can_be_a_date_a_time_or_now() {
    let as_of = |when: &str| {
        let description = json(&["describe", &example("points.json"), "--as-of", when]);
        description["dates"]["as_of"].as_str().expect("an instant").to_owned()
    };
    assert_eq!(as_of("2026-03-05T12:00"), "2026-03-05T11:00:00Z", "in the team's zone");
    assert_eq!(as_of("2026-03-05T12:00:00Z"), "2026-03-05T12:00:00Z");
    assert_eq!(as_of("2026-03-05"), "2026-03-05T23:00:00Z", "to the end of the day");
    assert!(as_of("now").as_str() > "2026-07-01");
}

#[test]
fn each_schema_is_json() {
    let schema = |kind: &str| {
        let schema = json(&["schema", kind]);
        assert!(schema["$schema"].is_string(), "{kind}");
        schema.to_string()
    };
    let schemas = ["sprint", "days", "items", "changes", "request", "options", "description"].map(schema);
    assert!(schemas.iter().enumerate().all(|(index, schema)| !schemas[..index].contains(schema)));
    assert_eq!(json(&["schema"]).to_string(), schemas[0]);
    Place::new()
        .run(&["schema", "nothing"])
        .refused(2, &["sprint, days, items, changes, request, options, description"]);
}

#[test]
fn the_themes_are_listed_with_their_colours() {
    let themes = json(&["themes"]);
    let names: Vec<_> = themes.as_array().expect("a list").iter().map(|theme| &theme["name"]).collect();
    assert_eq!(names, ["light", "dark"]);
    assert_eq!(themes[0]["colors"]["background"], "#ffffff");
}

#[test]
fn completions_and_manual_name_the_commands() {
    for args in [&["completions", "bash"][..], &["completions", "fish"], &["man"]] {
        let text = String::from_utf8(Place::new().run(args).quiet()).expect("UTF-8");
        assert!(text.contains("render") && text.contains("describe"), "{args:?}");
    }
}
