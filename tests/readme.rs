//! The commands of the README are run unchanged, with the sprint of the README.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn read_readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md"))
        .expect("there is a README")
}

/// Returns the commands of the shell blocks that begin with `start`, without comments.
fn shell_commands(readme: &str, start: &str) -> Vec<String> {
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let commands: Vec<_> = blocks
        .flat_map(str::lines)
        .filter(|line| line.starts_with(start))
        .map(|line| line.split(" # ").next().unwrap_or(line).trim().to_owned())
        .collect();
    assert!(!commands.is_empty(), "no command begins with {start}");
    commands
}

/// Returns the first code block in a language.
fn code_block<'a>(readme: &'a str, language: &str) -> &'a str {
    let (_, rest) = readme.split_once(&format!("```{language}\n")).expect("the block begins");
    rest.split_once("\n```").expect("the block ends").0
}

/// Runs a shell command in a folder and asserts that it succeeds.
fn run_command(command: &str, folder: &Path) {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_emberline"));
    let own = program.parent().expect("the program is in a folder").to_path_buf();
    let path =
        env::join_paths([own].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap_or_default())));
    let output = Command::new("sh")
        .args(["-euc", command])
        .current_dir(folder)
        .env("PATH", path.expect("the path has no colon"))
        .output()
        .expect("there is a shell");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_emberline_command_of_the_readme_succeeds() {
    let readme = read_readme();
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let sprint = code_block(&readme, "json");
    fs::write(folder.path().join("sprint.json"), sprint).expect("the file can be written");
    fs::write(folder.path().join("chart.js"), code_block(&readme, "js")).expect("the file can be written");
    fs::create_dir(folder.path().join("sprints")).expect("the folder is created");
    for name in ["a", "b"] {
        fs::write(folder.path().join("sprints").join(name).with_extension("json"), sprint)
            .expect("the file can be written");
    }
    // The server runs until it is stopped, so another test starts it.
    for command in shell_commands(&readme, "emberline").iter().filter(|command| !command.contains(" serve "))
    {
        run_command(command, folder.path());
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
fn the_first_command_of_the_readme_draws_a_picture() {
    let readme = read_readme();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let command = shell_commands(&readme, "cargo run --release --").remove(0);
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let picture = folder.path().join("burndown.png");
    let program = command.replace("cargo run --release --", "emberline");
    run_command(&program.replace("burndown.png", picture.to_str().expect("the text is UTF-8")), &root);
    assert!(fs::read(picture).expect("the picture is drawn").starts_with(b"\x89PNG"));
}

#[test]
fn the_server_answers_the_curl_commands_of_the_readme() {
    let readme = read_readme();
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let (_, rest) = readme.split_once("```json\n").expect("the README has a document");
    fs::write(folder.path().join("request.json"), code_block(rest, "json")).expect("the file can be written");
    let mut server = Command::new(env!("CARGO_BIN_EXE_emberline"))
        .args(["serve", "--port", "0"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(server.stderr.take().expect("standard error is a pipe"))
        .read_line(&mut line)
        .expect("there is a line");
    let address = line.trim().strip_prefix("emberline: listening on http://").expect("there is an address");
    for command in shell_commands(&readme, "curl") {
        run_command(&command.replace("127.0.0.1:8080", address), folder.path());
    }
    server.kill().and_then(|()| server.wait()).expect("the program ends");
    assert!(
        fs::read(folder.path().join("sprint.png")).expect("the picture is drawn").starts_with(b"\x89PNG")
    );
    assert!(
        fs::read_to_string(folder.path().join("sprint.svg"))
            .expect("the picture is drawn")
            .contains("lang=\"de\"")
    );
}
