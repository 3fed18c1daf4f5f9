//! QuickChart's interface: its parameters, its errors as pictures, and charts with a short address.

use std::fs;
use std::path::PathBuf;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::json_schema;
use crate::s3_server::S3Server;
use crate::server::{Answer, Server};

const CHART: &str = "{type:'bar',data:{labels:['a','b'],datasets:[{label:'x + y',data:[1,2]}]}}";

fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn chart(server: &Server, pairs: &[(&str, &str)]) -> Answer {
    server.get(&format!("/chart?{}", query(pairs)))
}

/// Asserts that a response is a PNG; returns its width and height in pixels.
fn png_size(answer: &Answer) -> (u32, u32) {
    assert_eq!(answer.header("content-type"), "image/png", "{}", answer.text());
    let reader =
        png::Decoder::new(std::io::Cursor::new(&answer.body)).read_info().expect("the bytes are a PNG");
    (reader.info().width, reader.info().height)
}

/// A folder for charts that does not exist yet.
struct ChartFolder(PathBuf);

impl ChartFolder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("emberline-http-charts-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        Self(path)
    }

    fn argument(&self) -> &str {
        self.0.to_str().expect("the path is text")
    }

    fn file_count(&self) -> usize {
        fs::read_dir(&self.0).map_or(0, Iterator::count)
    }
}

impl Drop for ChartFolder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn a_chart_has_the_size_ratio_and_background_of_quickchart() {
    let server = Server::start();
    let plain = chart(&server, &[("c", CHART)]);
    assert_eq!((plain.status, png_size(&plain)), (200, (1000, 600)));
    let sized =
        chart(&server, &[("chart", CHART), ("w", "300"), ("height", "150"), ("devicePixelRatio", "1")]);
    assert_eq!(png_size(&sized), (300, 150));
    // The ratio of the configuration has no effect, as in QuickChart.
    let own = "{type:'bar',data:{datasets:[]},options:{devicePixelRatio:3}}";
    assert_eq!(png_size(&chart(&server, &[("c", own), ("devicePixelRatio", "1")])), (500, 300));
    let svg =
        |pairs: &[(&str, &str)]| chart(&server, &[&[("c", CHART), ("f", "svg")], pairs].concat()).text();
    assert!(!svg(&[]).contains("class=\"card\"") && svg(&[("bkg", "#ffeedd")]).contains("#ffeedd"));
    assert!(svg(&[]).contains("#4e79a7"), "{}", svg(&[]));
}

#[test]
fn each_format_has_its_type_and_signature() {
    let server = Server::start();
    for (format, media_type, signature) in [
        ("png", "image/png", b"\x89PNG".as_slice()),
        ("SVG", "image/svg+xml", b"<svg "),
        ("webp", "image/webp", b"RIFF"),
        ("pdf", "application/pdf", b"%PDF-"),
    ] {
        let answer = chart(&server, &[("c", CHART), ("f", format)]);
        assert_eq!((answer.status, answer.header("content-type")), (200, media_type));
        assert!(answer.body.starts_with(signature), "{format}");
        let again = server.request(
            "GET",
            &format!("/chart?{}", query(&[("c", CHART), ("format", format)])),
            &[("if-none-match", answer.header("etag"))],
            "",
        );
        assert_eq!(again.status, 304, "{format}");
    }
}

#[test]
fn query_form_json_and_base64_give_the_same_picture() {
    let server = Server::start();
    let expected = chart(&server, &[("c", CHART), ("w", "300")]).body;
    let post =
        |kind: &str, body: &str| server.request("POST", "/chart", &[("content-type", kind)], body).body;
    let form = query(&[("chart", CHART), ("width", "300")]);
    assert_eq!(post("application/x-www-form-urlencoded", &form), expected);
    assert_eq!(post("application/json", &json!({ "chart": CHART, "width": 300 }).to_string()), expected);
    let object = r#"{"chart": {"type": "bar", "data": {"labels": ["a", "b"], "datasets": [{"label": "x + y", "data": [1, 2]}]}}, "w": "300"}"#;
    assert_eq!(post("application/json", object), expected);
    let encoded = BASE64_STANDARD.encode(CHART);
    assert_eq!(chart(&server, &[("c", &encoded), ("encoding", "base64"), ("w", "300")]).body, expected);
    // A person writes the plus of a configuration into an address as it is.
    let typed = format!("/chart?c={}&w=300", CHART.replace(' ', "%20"));
    assert_eq!(server.get(&typed).body, expected);
}

#[test]
fn the_version_decides_how_a_configuration_is_read() {
    let server = Server::start();
    let svg = |config: &str, version: &[(&str, &str)]| {
        chart(&server, &[&[("c", config), ("f", "svg")], version].concat()).text()
    };
    // The options of version 2 for the title mean nothing in version 4, and the other way round.
    let old =
        "{type:'bar',data:{labels:['a'],datasets:[{data:[5]}]},options:{title:{display:true,text:'Old'}}}";
    let new = old.replace("title:{", "plugins:{title:{").replace("'Old'}}", "'New'}}}");
    assert!(svg(old, &[]).contains(">Old<") && svg(old, &[("v", "2.9.4")]).contains(">Old<"));
    assert!(!svg(old, &[("v", "4")]).contains(">Old<"));
    assert!(
        svg(&new, &[("version", "3")]).contains(">New<") && svg(&new, &[("v", "4.4.0")]).contains(">New<")
    );
}

#[test]
fn every_documented_parameter_works_with_its_example() {
    let server = Server::start();
    let document = server.get("/openapi.json").json();
    let plain = chart(&server, &[("c", CHART)]).body;
    let parameters = document["paths"]["/chart"]["get"]["parameters"].as_array().expect("there is a list");
    assert_eq!(parameters.len(), 14);
    for parameter in parameters {
        let (name, example) = (parameter["name"].as_str().expect("there is a name"), &parameter["example"]);
        assert!(json_schema::is_valid(&document, &parameter["schema"], example), "{parameter}");
        let text = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
        let mut pairs = vec![("c", CHART)];
        if matches!(name, "c" | "chart") {
            pairs.clear();
        }
        pairs.push((name, text.as_str()));
        let answer = chart(&server, &pairs);
        assert_eq!(answer.status, 200, "{name}: {}", answer.text());
        assert!(answer.body != plain || name == "encoding", "{name} changes nothing");
    }
}

#[test]
fn an_error_is_a_picture_of_the_requested_format_or_json() {
    let server = Server::start();
    for (pairs, status, text) in [
        (&[("w", "500")] as &[_], 422, "chart: found nothing"),
        (&[("c", "{type:'bra',data:{}}")], 422, "did you mean \"bar\"?"),
        (&[("c", CHART), ("w", "17000")], 413, "MAX_SIDE"),
        (&[("c", CHART), ("w", "9000"), ("h", "9000")], 413, "MAX_PIXELS"),
        (&[("c", CHART), ("v", "1")], 422, "version: found \"1\", expected a version of Chart.js"),
        (&[("c", CHART), ("f", "jpg")], 422, "format: found \"jpg\", expected png, svg, webp or pdf"),
        (&[("c", "{type:'sparkline',data:{datasets:[]}}")], 422, "chart.data.datasets: found no dataset"),
        (&[("cht", "bvg")], 422, "Google's image charts are not offered"),
    ] {
        let answer = chart(&server, pairs);
        assert_eq!(answer.status, status, "{pairs:?}");
        assert!(
            answer.header("x-quickchart-error").contains(text),
            "{}",
            answer.header("x-quickchart-error")
        );
        assert_eq!((png_size(&answer).0, answer.header("cache-control")), (500, "no-store"));
        let path = format!("/chart?{}", query(pairs));
        let problem = server.request("GET", &path, &[("accept", "application/json")], "");
        assert_eq!((problem.status, problem.header("content-type")), (status, "application/problem+json"));
        assert!(problem.json()["detail"].as_str().is_some_and(|detail| detail.contains(text)));
    }
    for (format, media_type) in [("svg", "image/svg+xml"), ("webp", "image/webp"), ("pdf", "application/pdf")]
    {
        let answer = chart(&server, &[("c", "{type:'bra',data:{}}"), ("f", format)]);
        assert_eq!((answer.status, answer.header("content-type")), (422, media_type), "{format}");
    }
    let posted = server.request("POST", "/chart", &[], "{\n\"chart\": }");
    assert_eq!((posted.status, png_size(&posted).0), (400, 500));
    assert!(posted.header("x-quickchart-error").starts_with("line 2, column "), "{:?}", posted.headers);
}

#[test]
fn a_stored_chart_is_drawn_at_its_short_address() {
    let folder = ChartFolder::new("short");
    let server = Server::start_with(&["--charts", folder.argument()], &[]);
    let body = json!({ "chart": CHART, "width": 300, "height": 150, "backgroundColor": "#fff" }).to_string();
    let create = |body: &str| server.request("POST", "/chart/create", &[], body);
    let created = create(&body);
    let answer = created.json();
    assert_eq!((created.status, &answer["success"]), (200, &json!(true)), "{}", created.text());
    let url = answer["url"].as_str().expect("there is an address");
    let id = url.strip_prefix(&server.url("/chart/render/")).expect("the address is that of the server");
    assert!(id.len() == 24 && id.bytes().all(|c| c.is_ascii_hexdigit()), "{id}");
    let path = format!("/chart/render/{id}");
    let direct = server.request("POST", "/chart", &[], &body).body;
    assert_eq!(server.get(&path).body, direct);
    assert_eq!(png_size(&server.get(&format!("{path}?w=200&devicePixelRatio=1"))), (200, 150));
    assert!(server.get(&format!("{path}?f=svg")).body.starts_with(b"<svg "));
    // The same chart has the same address, another one has another.
    assert_eq!(create(&body).json(), answer);
    assert_ne!(create(&body.replace("300", "301")).json(), answer);
    assert_eq!(folder.file_count(), 2);
    // Another server with the folder draws it, too.
    let other = Server::start_with(&[], &[("EMBERLINE_CHARTS", folder.argument().to_owned())]);
    assert_eq!(other.get(&path).body, direct);
}

#[test]
fn a_chart_that_cannot_be_stored_or_found_says_why() {
    let folder = ChartFolder::new("refused");
    let server = Server::start_with(&["--charts", folder.argument()], &[]);
    let refused = |server: &Server, body: &str, status: u16, text: &str| {
        let answer = server.request("POST", "/chart/create", &[], body);
        let problem = answer.json();
        assert_eq!((answer.status, &problem["success"]), (status, &json!(false)), "{problem}");
        assert_eq!(problem["error"], problem["detail"]);
        assert!(problem["error"].as_str().is_some_and(|error| error.contains(text)), "{problem}");
        assert!(answer.header("x-quickchart-error").contains(text.split('"').next().unwrap_or_default()));
    };
    refused(&server, "{", 400, "no JSON object");
    refused(&server, r#"{"chart": {"type": "bra", "data": {}}}"#, 422, "did you mean");
    let long = format!("{{type:'bar',data:{{datasets:[]}}}}//{}", "x".repeat(256 * 1024));
    refused(&server, &json!({ "chart": long }).to_string(), 413, "MAX_STORED_CHART_BYTES");
    assert_eq!(folder.file_count(), 0);
    let without = Server::start();
    refused(&without, &json!({ "chart": CHART }).to_string(), 501, "set EMBERLINE_CHARTS");
    for (path, status, text) in [
        ("/chart/render/0123456789abcdef01234567", 404, "found no chart of this address"),
        ("/chart/render/..%2Fsecret", 404, "found no chart of this address"),
        ("/chart/render/%ff", 404, "found no chart of this address"),
        ("/chart/render/0123456789abcdef01234567?data1=1,2", 422, "templates are not offered"),
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, status, "{path}: {}", answer.header("x-quickchart-error"));
        assert!(
            answer.header("x-quickchart-error").contains(text),
            "{}",
            answer.header("x-quickchart-error")
        );
    }
    assert_eq!(without.get("/chart/render/0123456789abcdef01234567").status, 501);
}

#[test]
fn behind_a_proxy_the_short_address_is_that_of_the_proxy() {
    let folder = ChartFolder::new("proxy");
    let server = Server::start_with(&["--charts", folder.argument()], &[]);
    let headers = [
        ("x-forwarded-proto", "https"),
        ("x-forwarded-host", "charts.example.org"),
        ("x-forwarded-prefix", "/prod"),
    ];
    let answer =
        server.request("POST", "/chart/create", &headers, &json!({ "chart": CHART }).to_string()).json();
    let url = answer["url"].as_str().expect("there is an address");
    assert!(url.starts_with("https://charts.example.org/prod/chart/render/"), "{url}");
}

#[test]
fn without_a_folder_charts_are_stored_in_the_bucket_once() {
    let s3 = S3Server::start();
    let mut env = s3.client_environment();
    env.push(("EMBERLINE_BUCKET", s3.bucket_name().to_owned()));
    let server = Server::start_with(&[], &env);
    let body = json!({ "chart": CHART }).to_string();
    let answers: Vec<Value> =
        (0..2).map(|_| server.request("POST", "/chart/create", &[], &body).json()).collect();
    assert_eq!(answers[0], answers[1]);
    let url = answers[0]["url"].as_str().expect("there is an address");
    let id = url.rsplit('/').next().expect("there is an id");
    assert_eq!(s3.object_keys(), [format!("out/charts/{id}.json")]);
    let drawn = server.get(&format!("/chart/render/{id}"));
    assert_eq!((drawn.status, drawn.body), (200, server.request("POST", "/chart", &[], &body).body));
    assert_eq!(server.get("/chart/render/0123456789abcdef01234567").status, 404);
}

#[test]
fn neither_a_chart_nor_its_id_is_logged() {
    let folder = ChartFolder::new("log");
    let server = Server::start_with(&["--charts", folder.argument()], &[]);
    let body = json!({ "chart": CHART.replace("x + y", "Confidential") }).to_string();
    let answer = server.request("POST", "/chart/create", &[], &body).json();
    let id =
        answer["url"].as_str().and_then(|url| url.rsplit('/').next()).expect("there is an id").to_owned();
    assert_eq!(server.get(&format!("/chart/render/{id}?key=secret")).status, 200);
    let (_, log) = server.stop();
    assert!(log.contains("path=\"/chart/render/\"}: answered status=200"), "{log}");
    assert!(!log.contains(&id) && !log.contains("Confidential") && !log.contains("secret"), "{log}");
}

/// A chart whose value axis has a function.
const CURRENCY: &str = "{type:'bar',data:{labels:['a','b'],datasets:[{data:[1,2]}]},\
    options:{scales:{yAxes:[{ticks:{callback:(value)=>'EUR '+value.toFixed(2)}}]}}}";

/// A chart whose fills are functions of QuickChart.
const FILLS: &str = "{type:'bar',data:{labels:['a','b'],datasets:[
    {data:[1,2],backgroundColor:getGradientFillHelper('vertical',['#36a2eb','#a336eb','#eb3639'])},
    {data:[2,1],backgroundColor:[pattern.draw('diagonal','red'),pattern.draw('disc','#00f','#ff0',30)]}]}}";

#[test]
fn a_function_is_refused_with_the_name_of_the_setting() {
    let server = Server::start();
    let answer = chart(&server, &[("c", CURRENCY)]);
    assert_eq!((answer.status, png_size(&answer).0), (422, 500));
    let error = answer.header("x-quickchart-error");
    assert!(error.contains("EMBERLINE_FUNCTIONS=on") && error.contains("a function"), "{error}");
}

#[test]
fn functions_run_where_the_setting_allows_them() {
    let server = Server::start_with(&[], &[("EMBERLINE_FUNCTIONS", "on".to_owned())]);
    let svg = |config: &str| {
        let answer = chart(&server, &[("c", config), ("f", "svg")]);
        assert_eq!(answer.status, 200, "{}", answer.header("x-quickchart-error"));
        answer.text()
    };
    // The script is read as a configuration for version 2, with QuickChart's colours; an axis with options of its own does not
    // begin at 0.
    let currency = svg(CURRENCY);
    assert!(currency.contains(">EUR 1.00<") && currency.contains("#4e79a7"), "{currency}");
    let gauge = svg("{type:'radialGauge',data:{datasets:[{data:[70],\
        backgroundColor:getGradientFillHelper('vertical',['red','blue'])}]},\
        options:{centerArea:{text:(value)=>value+' %'}}}");
    assert!(gauge.contains(">70 %<") && gauge.contains("<linearGradient"), "{gauge}");
}

#[test]
fn gradients_and_patterns_of_quickchart_are_drawn_in_each_format() {
    let server = Server::start_with(&[], &[("EMBERLINE_FUNCTIONS", "on".to_owned())]);
    let answer = |format: &str| chart(&server, &[("c", FILLS), ("f", format)]);
    let svg = answer("svg").text();
    for color in ["#36a2eb", "#a336eb", "#eb3639"] {
        assert!(svg.contains(&format!("stop-color=\"{color}\"")), "{color}: {svg}");
    }
    // The gradient goes down the picture, whose height is 300.
    assert!(svg.contains("y2=\"300\""), "{svg}");
    assert_eq!(svg.matches("<pattern").count(), 2, "{svg}");
    let pdf = answer("pdf");
    assert!(String::from_utf8_lossy(&pdf.body).contains("/Subtype /Image"), "gradients are an image");
    assert!(answer("webp").body.starts_with(b"RIFF"));
    let unknown = chart(&server, &[("c", &FILLS.replace("disc", "disk"))]);
    let error = unknown.header("x-quickchart-error");
    assert!(unknown.status == 422 && error.contains("no shape") && error.contains("disc"), "{error}");
}
