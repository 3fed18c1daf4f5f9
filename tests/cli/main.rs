//! Tests of the command-line program: its files, its output and its exit codes.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

#[path = "../support/attacks.rs"]
mod attacks;
mod batch;
mod fonts;
mod limits;
mod output;
mod picture;
mod printed_output;
mod refusals;
mod scripts;

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A temporary folder in which the program runs.
struct Workspace {
    folder: TempDir,
}

/// The result of a run.
struct RunResult {
    code: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Workspace {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("the temporary folder is created") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("the file is accessible");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names of all files, sorted, including those that should not exist.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder can be read");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("the entry can be read").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn command(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_emberline"));
        command.current_dir(self.folder.path()).env_remove("EMBERLINE_FONTS").args(args);
        command
    }

    fn run(&self, args: &[&str]) -> RunResult {
        run_with_stdin(self.command(args), b"")
    }
}

/// Runs a command to its end, with `stdin` as standard input.
fn run_with_stdin(mut command: Command, stdin: &[u8]) -> RunResult {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("there is a pipe");
    let output = std::thread::scope(|scope| {
        scope.spawn(move || match input.write_all(stdin) {
            // A command that needs no input does not read it.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("{error}"),
            _ => {}
        });
        child.wait_with_output().expect("the program ends")
    });
    RunResult {
        code: output.status.code().expect("no signal ended the program"),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).expect("the text is UTF-8"),
    }
}

impl RunResult {
    /// Asserts that the run succeeded without messages; returns the standard output.
    fn expect_success(self) -> Vec<u8> {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// Asserts that the run failed with a code, that its messages contain some texts, and that it printed nothing else.
    fn expect_failure(&self, code: i32, expected: &[&str]) {
        assert_eq!(self.code, code, "{}", self.stderr);
        assert!(
            expected.iter().all(|text| self.stderr.contains(text)),
            "expected {expected:?} in {}",
            self.stderr
        );
        assert!(self.stdout.is_empty() && !self.stderr.contains("panicked"), "{}", self.stderr);
    }
}

fn example_path(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).display().to_string()
}

fn fixture_path(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name).display().to_string()
}

const SPRINT: &str =
    r#"{"name": "S", "start": "2026-03-02", "end": "2026-03-06", "committed": 20, "days": [18, 15]}"#;
