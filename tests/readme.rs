//! The README's commands run as they stand, on the README's own sprint.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("there is a README")
}

/// The lines of shell blocks that begin with `start`, without their remarks.
fn commands(readme: &str, start: &str) -> Vec<String> {
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let commands: Vec<_> = blocks
        .flat_map(str::lines)
        .filter(|line| line.starts_with(start))
        .map(|line| line.split(" # ").next().unwrap_or(line).trim().to_owned())
        .collect();
    assert!(!commands.is_empty(), "no command begins with {start}");
    commands
}

/// The first block in a language.
fn block<'a>(readme: &'a str, language: &str) -> &'a str {
    let (_, rest) = readme.split_once(&format!("```{language}\n")).expect("the block begins");
    rest.split_once("\n```").expect("the block ends").0
}

fn run(command: &str, folder: &Path) {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_emberline"));
    let own = program.parent().expect("it lies in a folder").to_path_buf();
    let path =
        env::join_paths([own].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())));
    let output = Command::new("sh")
        .args(["-euc", command])
        .current_dir(folder)
        .env("PATH", path.expect("no colon in the path"))
        .output()
        .expect("there is a shell");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_command_of_the_program_runs() {
    let readme = readme();
    let folder = tempfile::tempdir().expect("a folder");
    let sprint = block(&readme, "json");
    fs::write(folder.path().join("sprint.json"), sprint).expect("written");
    fs::write(folder.path().join("chart.json"), block(&readme, "js")).expect("written");
    fs::create_dir(folder.path().join("sprints")).expect("made");
    for name in ["a", "b"] {
        fs::write(folder.path().join("sprints").join(name).with_extension("json"), sprint).expect("written");
    }
    // The server runs until it is stopped: a test of its own.
    for command in commands(&readme, "emberline").iter().filter(|command| !command.contains(" serve ")) {
        run(command, folder.path());
    }
    for made in [
        "demo.png",
        "sprint.png",
        "teams.png",
        "pictures/a.png",
        "pictures/b.png",
        "chart.png",
        "sprint.schema.json",
    ] {
        assert!(folder.path().join(made).exists(), "{made} is not there");
    }
}

#[test]
fn the_first_command_draws_the_first_picture() {
    let readme = readme();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let command = commands(&readme, "cargo run --release --").remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("burndown.png");
    let program = command.replace("cargo run --release --", "emberline");
    run(&program.replace("burndown.png", picture.to_str().expect("UTF-8")), root);
    assert!(fs::read(picture).expect("drawn").starts_with(b"\x89PNG"));
}

#[test]
fn the_server_answers_what_the_readme_asks() {
    let readme = readme();
    let folder = tempfile::tempdir().expect("a folder");
    let (_, rest) = readme.split_once("```json\n").expect("the first document");
    fs::write(folder.path().join("request.json"), block(rest, "json")).expect("written");
    let mut server = Command::new(env!("CARGO_BIN_EXE_emberline"))
        .args(["serve", "--port", "0"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut line = String::new();
    BufReader::new(server.stderr.take().expect("piped")).read_line(&mut line).expect("a line");
    let address = line.trim().strip_prefix("emberline: listening on http://").expect("an address");
    for command in commands(&readme, "curl") {
        run(&command.replace("127.0.0.1:8080", address), folder.path());
    }
    server.kill().and_then(|()| server.wait()).expect("it ends");
    assert!(fs::read(folder.path().join("sprint.png")).expect("drawn").starts_with(b"\x89PNG"));
    assert!(fs::read_to_string(folder.path().join("sprint.svg")).expect("drawn").contains("lang=\"de\""));
}
