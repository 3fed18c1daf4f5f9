//! Descriptions, schemas and other texts that the program prints.

use serde_json::Value;

use super::{Workspace, example_path};

fn print_json(args: &[&str]) -> Value {
    serde_json::from_slice(&Workspace::new().run(args).expect_success()).expect("the text is JSON")
}

#[test]
fn a_description_contains_all_numbers() {
    let description = print_json(&["describe", &example_path("flat-but-busy.json")]);
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
    let description = print_json(&["describe", &example_path("chartjs/velocity.json")]);
    assert_eq!(description["name"], "Velocity, story points per sprint");
    assert!(description["alt_text"].as_str().is_some_and(|text| text.contains("Completed")), "{description}");
}

#[test]
fn a_description_is_in_the_requested_language() {
    let german = print_json(&["describe", &example_path("points.json"), "--lang", "de-AT"]);
    let english = print_json(&["describe", &example_path("points.json")]);
    assert_ne!(german["alt_text"], english["alt_text"]);
    assert_eq!(german["numbers"], english["numbers"]);
}

#[test]
fn an_ics_file_and_dates_are_days_off_together() {
    let workspace = Workspace::new();
    // The byte order mark and the line ends of a calendar from Windows.
    let calendar = "\u{FEFF}BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Off\r\nDTSTART;VALUE=DATE:20260304\r\n\
                    END:VEVENT\r\nEND:VCALENDAR\r\n";
    workspace.write("team.ICS", calendar);
    let points = example_path("points.json");
    let flags =
        ["describe", &points, "--working-days", "mon-thu", "--holidays", "team.ICS,2026-03-09..2026-03-10"];
    let description: Value =
        serde_json::from_slice(&workspace.run(&flags).expect_success()).expect("the text is JSON");
    let days = description["days"].as_array().expect("there are days");
    let working: Vec<&str> =
        days.iter().filter(|day| day["working"] == true).filter_map(|day| day["date"].as_str()).collect();
    assert_eq!(working, ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-11", "2026-03-12"]);
}

#[test]
fn the_as_of_flag_accepts_a_date_an_instant_or_now() {
    let as_of = |when: &str| {
        let description = print_json(&["describe", &example_path("points.json"), "--as-of", when]);
        description["dates"]["as_of"].as_str().expect("there is an instant").to_owned()
    };
    assert_eq!(
        as_of("2026-03-05T12:00"),
        "2026-03-05T11:00:00Z",
        "a local time is not in the team's time zone"
    );
    assert_eq!(as_of("2026-03-05T12:00:00Z"), "2026-03-05T12:00:00Z");
    assert_eq!(as_of("2026-03-05"), "2026-03-05T23:00:00Z", "a date is not the end of the day");
    assert!(as_of("now").as_str() > "2026-07-01");
}

#[test]
fn each_schema_is_json_and_differs_from_the_others() {
    let schema = |kind: &str| {
        let schema = print_json(&["schema", kind]);
        assert!(schema["$schema"].is_string(), "{kind}");
        schema.to_string()
    };
    let schemas = ["sprint", "days", "items", "changes", "request", "options", "description"].map(schema);
    assert!(schemas.iter().enumerate().all(|(index, schema)| !schemas[..index].contains(schema)));
    assert_eq!(print_json(&["schema"]).to_string(), schemas[0]);
    Workspace::new()
        .run(&["schema", "nothing"])
        .expect_failure(2, &["sprint, days, items, changes, request, options, description"]);
}

#[test]
fn the_themes_are_listed_with_their_colours() {
    let themes = print_json(&["themes"]);
    let names: Vec<_> =
        themes.as_array().expect("there is a list").iter().map(|theme| &theme["name"]).collect();
    assert_eq!(names, ["light", "dark"]);
    assert_eq!(themes[0]["colors"]["background"], "#ffffff");
}

#[test]
fn completions_and_manual_name_the_commands() {
    for args in [&["completions", "bash"][..], &["completions", "fish"], &["man"]] {
        let text = String::from_utf8(Workspace::new().run(args).expect_success()).expect("the text is UTF-8");
        assert!(text.contains("render") && text.contains("describe"), "{args:?}");
    }
}
