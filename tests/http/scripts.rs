//! Scripts in Chart.js configurations, on a server that runs them.

use serde_json::json;

use crate::attacks::AttackList;
use crate::server::{Answer, Server};

fn start() -> Server {
    Server::start_with(&[], &[("EMBERLINE_FUNCTIONS", "on".to_owned())])
}

/// Asks for a chart as SVG; errors are answered as JSON.
fn draw_chart(server: &Server, chart: &str, version: &str) -> Answer {
    let body = json!({ "chart": chart, "version": version, "format": "svg" }).to_string();
    server.request(
        "POST",
        "/chart",
        &[("accept", "application/json"), ("content-type", "application/json")],
        &body,
    )
}

#[test]
fn an_attack_ends_in_an_error_and_the_next_picture_is_right() {
    let server = start();
    AttackList::load().check(|script| {
        let answer = draw_chart(&server, script, "4");
        match answer.status {
            200 => Ok(answer.body),
            400..500 => Err(answer.json()["detail"].as_str().expect("there is a text").to_owned()),
            status => Err(format!("panicked? {status}: {}", answer.text())),
        }
    });
    let (_, log) = server.stop();
    assert!(!log.contains("panicked"), "{log}");
}

#[test]
fn an_error_of_a_script_names_its_line_and_column() {
    let server = start();
    let script = "const a = 1;\n  a.b.c;\nmodule.exports = {}";
    let answer = draw_chart(&server, script, "4").json();
    assert_eq!((&answer["status"], &answer["path"]), (&json!(422), &json!("chart")), "{answer}");
    let detail = answer["detail"].as_str().expect("there is a text");
    assert!(detail.contains("at line 2, column 3"), "{detail}");
    let rendered = server.render(&json!({ "chart": script }).to_string());
    assert!(rendered.status == 422 && rendered.text().contains("at line 2, column 3"), "{}", rendered.text());
}

#[test]
fn a_chart_without_a_type_is_an_error_as_in_quickchart() {
    let server = Server::start();
    for chart in ["{}", "{data:{datasets:[{type:'bar',data:[1]}]}}"] {
        let answer = draw_chart(&server, chart, "4").json();
        let detail = answer["detail"].as_str().expect("there is an error");
        assert!(
            detail.contains("chart.type: found nothing, expected one of") && detail.contains("doughnut"),
            "{detail}"
        );
    }
    // The library draws what Chart.js draws: datasets with types of their own.
    let rendered =
        server.render(r#"{"chart": {"data": {"datasets": [{"type": "bar", "data": [1]}]}}, "store": false}"#);
    assert_eq!(rendered.status, 200, "{}", rendered.text());
}

#[test]
fn axes_by_id_in_a_configuration_for_version_2_give_a_warning() {
    let server = Server::start();
    let chart = "{type:'bar',data:{labels:['a'],datasets:[{data:[5]}]},options:{scales:{y:{min:-5}}}}";
    let warned = draw_chart(&server, chart, "2");
    let warnings = warned.header("emberline-warnings").to_owned();
    assert_eq!((warned.status, warnings.as_str()), (200, "1"), "{:?}", warned.headers);
    assert_eq!(draw_chart(&server, chart, "4").header("emberline-warnings"), "");
}
