//! The OpenAPI document: what it says holds.

use std::fs;

use serde_json::{Value, json};

use crate::json_schema;
use crate::server::Server;

fn document() -> Value {
    emberline::http::openapi()
}

fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[test]
fn the_served_document_is_the_library_s() {
    assert_eq!(Server::start().get("/openapi.json").json(), document());
}

#[test]
fn every_request_that_is_read_fits_the_schema() {
    let (document, schema) = (document(), json!({ "$ref": "#/components/schemas/Request" }));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    let read = |name: &str| fs::read_to_string(format!("{folder}{name}")).expect("a fixture");
    let mut requests: Vec<Value> = serde_json::from_str(&read("events/direct-array.json")).expect("a list");
    requests.push(serde_json::from_str(&read("events/direct.json")).expect("JSON"));
    requests.extend([
        json!({ "sprint": read("burndown/csv.csv") }),
        json!({ "source": { "s3": "b/in/x.json" }, "team": "Ember", "format": "both", "store": false }),
        json!({ "sprint": {}, "options": { "theme": "dark", "lang": "pl", "as_of": "now", "width": 640.5,
            "height": 400, "scale": 2, "text": "outline", "embed_font": true, "compression": "best",
            "from": "json", "time_zone": "Europe/Berlin" } }),
        json!({ "sprint": {}, "options": null, "team": null, "format": null, "store": null }),
    ]);
    for fixture in fs::read_dir(format!("{folder}burndown")).expect("fixtures") {
        let path = fixture.expect("a file").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let sprint: Value = serde_json::from_slice(&fs::read(path).expect("a fixture")).expect("JSON");
            requests.push(json!({ "sprint": sprint }));
        }
    }
    assert!(requests.len() > 70);
    for request in &requests {
        let sprint_is_read = request["sprint"] != json!({});
        emberline::request::read(&request.to_string()).unwrap_or_else(|error| panic!("{error}: {request}"));
        let valid = json_schema::valid(&document, &schema, request);
        assert!(valid || !sprint_is_read, "{request}");
    }
    for refused in
        [json!({}), json!([]), json!({ "sprint": requests[0]["sprint"], "source": { "s3": "a/b" } })]
    {
        assert!(!json_schema::valid(&document, &schema, &refused), "{refused}");
        assert!(emberline::request::read(&refused.to_string()).is_err(), "{refused}");
    }
}

#[test]
fn every_parameter_works_with_its_example() {
    let server = Server::start();
    let document = server.get("/openapi.json").json();
    // What a sprint can't do without; the parameter under test replaces its own.
    let base = [("name", "S"), ("start", "2026-03-02"), ("end", "2026-03-13"), ("days", "38,33")];
    for ending in ["png", "svg"] {
        let path = format!("/burndown.{ending}");
        let plain = server.get(&format!("{path}?{}", form(&base))).body;
        let parameters = document["paths"][&path]["get"]["parameters"].as_array().expect("a list");
        assert_eq!(parameters.len(), 33);
        for parameter in parameters {
            let (name, example) = (parameter["name"].as_str().expect("a name"), &parameter["example"]);
            let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
            assert!(parameter["description"].as_str().is_some_and(|text| text.len() > 3), "{parameter}");
            assert!(json_schema::valid(&document, &parameter["schema"], example), "{parameter}");
            let mut pairs: Vec<_> = base.iter().copied().filter(|(other, _)| *other != name).collect();
            if name == "sprint" {
                pairs.clear();
            }
            pairs.push((name, text.as_str()));
            let answer = server.get(&format!("{path}?{}", form(&pairs)));
            let status = if name == "store" { 501 } else { 200 };
            assert_eq!(answer.status, status, "{name}: {}", answer.text());
            // It does something, too, where it can be seen in this sprint.
            let seen = match name {
                "unit" | "done_at_start" | "day_border" | "time_zone" | "team" | "store" | "start"
                | "end" | "forecast" | "growth" | "ideal" | "commitment" | "sprint_days" => {
                    continue;
                }
                "scale" | "compression" => ending == "png",
                "text" | "embed_font" => ending == "svg",
                _ => true,
            };
            assert!(!seen || answer.body != plain, "{name} changes nothing");
        }
    }
}
