//! E-mail addresses and tokens in the texts of an export appear neither in the picture nor in its description.

use emberline::{Fonts, Input, Moment, Options, ReportKind, describe, draw};
use serde_json::{Deserializer, Value};

use super::random::{FIXTURES, fixture_options};
use super::{read_answer, read_fixture};

const SECRET: &str = " ghp_16C7e42F292c6912E7710c838347Ae178B4a jane.doe@example.org";
/// Fields with visible text: titles, and names of sprints, boards and states.
const SHOWN: [&str; 7] = ["title", "summary", "subject", "description", "goal", "IterationName", "name"];
/// Objects whose names are those of states and fields. They stay, because the readers interpret them.
const INTERPRETED: [&str; 8] =
    ["list", "listBefore", "listAfter", "lists", "status", "field", "labels", "fieldValueByName"];

/// Adds secrets to all visible texts.
fn insert_secrets(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(insert_secrets),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if SHOWN.contains(&name.as_str()) => text.push_str(SECRET),
                    Value::Null if SHOWN.contains(&name.as_str()) => *value = Value::from(SECRET),
                    _ if INTERPRETED.contains(&name.as_str()) => {}
                    value => insert_secrets(value),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn pictures_and_descriptions_contain_no_secrets() {
    let others =
        ["linear/cycle.json", "gitlab/series.json", "jira/issues-cloud.json", "jira/issues-server.json"];
    for name in FIXTURES.iter().map(|(name, _)| *name).chain(others) {
        let mut said = 0;
        let text: String = Deserializer::from_str(&read_fixture(name))
            .into_iter()
            .map(|document| {
                let mut document: Value = document.unwrap();
                insert_secrets(&mut document);
                said += document.to_string().matches("ghp_16C7").count();
                format!("{document}\n")
            })
            .collect();
        assert!(said > 0, "{name} has no text for secrets");
        let mut options = fixture_options(name);
        // The name of the sprint now contains the secrets.
        options.sprint = options.sprint.map(|sprint| sprint + SECRET);
        if name.starts_with("jira") {
            options.sprint = None;
        }
        let sprint = read_answer(&text, &options);
        let mut options = Options::default();
        options.report.since = Some(Moment::Instant(sprint.start));
        let input = Input::from(sprint);
        for kind in [ReportKind::Burndown, ReportKind::Velocity] {
            options.report.kind = kind;
            let picture = draw(&input, &options, &Fonts::embedded()).unwrap();
            let told = serde_json::to_string(&describe(&input, &options).unwrap()).unwrap();
            for shown in [picture.svg(), &told] {
                assert!(!shown.contains("16C7") && !shown.contains("jane"), "{name}: {shown}");
            }
        }
    }
}
