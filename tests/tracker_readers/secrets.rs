//! Addresses and tokens in the texts of an answer get neither into a picture nor into its description, whoever wrote it.

use emberline::{Fonts, Kind, Moment, Options, View, describe, render_svg};
use serde_json::{Deserializer, Value};

use super::random::{FIXTURES, options};
use super::{fixture, read};

const SECRET: &str = " ghp_16C7e42F292c6912E7710c838347Ae178B4a jane.doe@example.org";
/// Fields whose text is shown: titles, names of sprints, boards and states.
const SHOWN: [&str; 7] = ["title", "summary", "subject", "description", "goal", "IterationName", "name"];
/// Whose names are states and fields, which mean something.
const MEANT: [&str; 8] =
    ["list", "listBefore", "listAfter", "lists", "status", "field", "labels", "fieldValueByName"];

fn whisper(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(whisper),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if SHOWN.contains(&name.as_str()) => text.push_str(SECRET),
                    Value::Null if SHOWN.contains(&name.as_str()) => *value = Value::from(SECRET),
                    _ if MEANT.contains(&name.as_str()) => {}
                    value => whisper(value),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_picture_and_no_description_tells_them() {
    let others =
        ["linear/cycle.json", "gitlab/series.json", "jira/issues-cloud.json", "jira/issues-server.json"];
    for name in FIXTURES.iter().map(|(name, _)| *name).chain(others) {
        let mut said = 0;
        let text: String = Deserializer::from_str(&fixture(name))
            .into_iter()
            .map(|document| {
                let mut document: Value = document.unwrap();
                whisper(&mut document);
                said += document.to_string().matches("ghp_16C7").count();
                format!("{document}\n")
            })
            .collect();
        assert!(said > 0, "{name} has no text to hide something in");
        let mut options = options(name);
        // Its name is another one now.
        options.sprint = options.sprint.map(|sprint| sprint + SECRET);
        if name.starts_with("jira") {
            options.sprint = None;
        }
        let sprint = read(&text, &options);
        let view = View { since: Some(Moment::Instant(sprint.start)), ..View::default() };
        for kind in [Kind::Burndown, Kind::Velocity] {
            let options = Options { view: View { kind, ..view.clone() }, ..Options::default() };
            let svg = render_svg(&sprint, &options, &Fonts::embedded()).unwrap();
            let told = serde_json::to_string(&describe(&sprint, &options)).unwrap();
            for shown in [svg, told] {
                assert!(!shown.contains("16C7") && !shown.contains("jane"), "{name}: {shown}");
            }
        }
    }
}
