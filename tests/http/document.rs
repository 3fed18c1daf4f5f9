//! The OpenAPI document agrees with the behaviour of the server.

use std::fs;

use serde_json::{Value, json};

use crate::json_schema;
use crate::server::Server;

fn library_document() -> Value {
    emberline_server::http::openapi_document()
}

fn encode_form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

#[test]
fn the_served_openapi_document_equals_that_of_the_library() {
    assert_eq!(Server::start().get("/openapi.json").json(), library_document());
}

#[test]
fn every_accepted_request_is_valid_by_the_schema() {
    let (document, schema) = (library_document(), json!({ "$ref": "#/components/schemas/Request" }));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/");
    let read = |name: &str| fs::read_to_string(format!("{folder}{name}")).expect("the fixture can be read");
    let mut requests: Vec<Value> =
        serde_json::from_str(&read("events/direct-array.json")).expect("there is a list");
    requests.push(serde_json::from_str(&read("events/direct.json")).expect("the text is JSON"));
    requests.extend([
        json!({ "sprint": read("burndown/csv.csv") }),
        json!({ "source": { "s3": "b/in/x.json" }, "team": "Ember", "format": "both", "store": false }),
        json!({ "sprint": {}, "options": { "theme": "dark", "lang": "pl", "as_of": "now", "width": 640.5,
            "height": 400, "scale": 2, "text": "outline", "embed_font": true, "compression": "best",
            "from": "json", "time_zone": "Europe/Berlin" } }),
        json!({ "sprint": {}, "options": null, "team": null, "format": null, "store": null }),
    ]);
    for fixture in fs::read_dir(format!("{folder}burndown")).expect("the fixtures can be read") {
        let path = fixture.expect("the file is accessible").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let sprint: Value = serde_json::from_slice(&fs::read(path).expect("the fixture can be read"))
                .expect("the text is JSON");
            requests.push(json!({ "sprint": sprint }));
        }
    }
    assert!(requests.len() > 70);
    for request in &requests {
        let sprint_is_read = request["sprint"] != json!({});
        emberline_server::request::read_request(&request.to_string())
            .unwrap_or_else(|error| panic!("{error}: {request}"));
        let valid = json_schema::is_valid(&document, &schema, request);
        assert!(valid || !sprint_is_read, "{request}");
    }
    for refused in
        [json!({}), json!([]), json!({ "sprint": requests[0]["sprint"], "source": { "s3": "a/b" } })]
    {
        assert!(!json_schema::is_valid(&document, &schema, &refused), "{refused}");
        assert!(emberline_server::request::read_request(&refused.to_string()).is_err(), "{refused}");
    }
}

#[test]
fn every_query_parameter_works_with_its_example() {
    let server = Server::start();
    let document = server.get("/openapi.json").json();
    // These parameters are required; the parameter under test replaces its own entry.
    let base = [("name", "S"), ("start", "2026-03-02"), ("end", "2026-03-13"), ("days", "38,33")];
    for ending in ["png", "svg"] {
        let path = format!("/burndown.{ending}");
        let plain = server.get(&format!("{path}?{}", encode_form(&base))).body;
        let parameters = document["paths"][&path]["get"]["parameters"].as_array().expect("there is a list");
        assert_eq!(parameters.len(), 33);
        for parameter in parameters {
            let (name, example) =
                (parameter["name"].as_str().expect("there is a name"), &parameter["example"]);
            let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
            assert!(parameter["description"].as_str().is_some_and(|text| text.len() > 3), "{parameter}");
            assert!(json_schema::is_valid(&document, &parameter["schema"], example), "{parameter}");
            let mut pairs: Vec<_> = base.iter().copied().filter(|(other, _)| *other != name).collect();
            if name == "sprint" {
                pairs.clear();
            }
            pairs.push((name, text.as_str()));
            let answer = server.get(&format!("{path}?{}", encode_form(&pairs)));
            let status = if name == "store" { 501 } else { 200 };
            assert_eq!(answer.status, status, "{name}: {}", answer.text());
            // The parameter must change the picture, unless it has no visible effect on this sprint.
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
