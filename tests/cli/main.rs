//! The program from outside: arguments and files in; files, words and exit codes out.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod batch;
mod fonts;
mod limits;
mod output;
mod picture;
mod refusals;
mod words;

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder of its own in which the program runs.
struct Place {
    folder: TempDir,
}

/// What a run left.
struct Run {
    code: i32,
    stdout: Vec<u8>,
    stderr: String,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).expect("a file");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names of all files, sorted: also those that should not be there.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn command(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_emberline"));
        command.current_dir(self.folder.path()).env_remove("EMBERLINE_FONTS").args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Run {
        finish(self.command(args), b"")
    }
}

/// Runs to the end, with `stdin` as standard input.
fn finish(mut command: Command, stdin: &[u8]) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        scope.spawn(move || match input.write_all(stdin) {
            // Those who need no input don't read it.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("{error}"),
            _ => {}
        });
        child.wait_with_output().expect("the program ends")
    });
    Run {
        code: output.status.code().expect("no signal"),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

impl Run {
    /// Nothing failed and nothing was said.
    fn quiet(self) -> Vec<u8> {
        assert_eq!((self.code, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// It failed with this code, said all of this and printed nothing.
    fn refused(&self, code: i32, said: &[&str]) {
        assert_eq!(self.code, code, "{}", self.stderr);
        assert!(said.iter().all(|said| self.stderr.contains(said)), "{said:?} in {}", self.stderr);
        assert!(self.stdout.is_empty() && !self.stderr.contains("panicked"), "{}", self.stderr);
    }
}

fn example(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).display().to_string()
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name).display().to_string()
}

const SPRINT: &str =
    r#"{"name": "S", "start": "2026-03-02", "end": "2026-03-06", "committed": 20, "days": [18, 15]}"#;
