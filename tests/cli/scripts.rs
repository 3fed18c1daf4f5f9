//! Scripts in Chart.js configurations.

use std::collections::HashMap;

use super::Workspace;
use super::attacks::{AttackList, Outcome};

#[test]
fn an_attack_ends_in_an_error_and_the_next_picture_is_right() {
    let list = AttackList::load();
    let workspace = Workspace::new();
    let mut names = Vec::new();
    for (index, attack) in list.attacks.iter().enumerate() {
        // A plain configuration follows each attack in the same process.
        for (name, text) in [("attack", &attack.script), ("plain", &list.plain)] {
            names.push(format!("{name}{index}.js"));
            workspace.write(&names[names.len() - 1], text);
        }
    }
    let mut args = vec!["render", "--from", "chartjs", "--format", "svg", "--out-dir", "out"];
    args.extend(names.iter().map(String::as_str));
    let run = workspace.run(&args);
    assert!(run.code == 1 && !run.stderr.contains("panicked"), "{}", run.stderr);
    let outcome = |name: &str| -> Outcome {
        let start = format!("emberline: {name}.js: ");
        match run.stderr.lines().find_map(|line| line.strip_prefix(&start)) {
            Some(error) => Err(error.to_owned()),
            None => Ok(workspace.read(&format!("out/{name}.svg"))),
        }
    };
    let plain = outcome("plain0");
    let mut outcomes = HashMap::from([(list.plain.as_str(), plain.clone())]);
    for (index, attack) in list.attacks.iter().enumerate() {
        assert!(outcome(&format!("plain{index}")) == plain, "after {}", attack.name);
        outcomes.insert(&attack.script, outcome(&format!("attack{index}")));
    }
    list.check(|script| outcomes[script].clone());
}

#[test]
fn strict_runs_refuse_calls_of_a_canvas_without_effect() {
    let workspace = Workspace::new();
    workspace.write(
        "own.js",
        "module.exports = { type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] },
            plugins: [{ beforeDraw(chart) { chart.ctx.filter = 'blur(2px)'; } }] };",
    );
    let run = workspace.run(&["render", "own.js", "-o", "own.svg"]);
    assert_eq!((run.code, run.stderr.trim_end()), (0, "emberline: own.js: canvas: filter has no effect"));
    workspace.run(&["render", "own.js", "-o", "strict.svg", "--strict"]).expect_failure(
        1,
        &["emberline: own.js: canvas: filter has no effect (an error because of --strict)"],
    );
    workspace.write("plain.js", "{ type: 'bar', data: { datasets: [] } }");
    let run =
        workspace.run(&["render", "own.js", "plain.js", "--out-dir", "out", "--format", "svg", "--strict"]);
    run.expect_failure(
        1,
        &["canvas: filter has no effect (an error because of --strict)", "1 of 2 inputs failed"],
    );
    assert_eq!(workspace.files(), ["out", "own.js", "own.svg", "plain.js"]);
}
