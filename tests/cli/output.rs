//! The files and streams that the program writes pictures to.

use std::fs;
use std::process::Stdio;

use super::{SPRINT, Workspace, example_path, run_with_stdin};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn the_extension_of_the_output_selects_the_format() {
    let workspace = Workspace::new();
    workspace.run(&["render", &example_path("points.json"), "-o", "a.png"]).expect_success();
    workspace.run(&["render", &example_path("points.json"), "-o", "a.SVG"]).expect_success();
    workspace.run(&["render", &example_path("points.json"), "-o", "a.webp"]).expect_success();
    workspace.run(&["render", &example_path("points.json"), "-o", "a.pdf"]).expect_success();
    assert!(workspace.read("a.png").starts_with(PNG));
    assert!(workspace.read("a.SVG").starts_with(b"<svg "));
    assert!(workspace.read("a.webp").starts_with(b"RIFF"));
    assert!(workspace.read("a.pdf").starts_with(b"%PDF-"));
}

#[test]
fn the_format_flag_overrides_the_extension() {
    let workspace = Workspace::new();
    workspace
        .run(&["render", &example_path("points.json"), "-o", "a.png", "--format", "svg"])
        .expect_success();
    workspace
        .run(&["render", &example_path("points.json"), "-o", "a.picture", "--format", "png"])
        .expect_success();
    assert!(workspace.read("a.png").starts_with(b"<svg "));
    assert!(workspace.read("a.picture").starts_with(PNG));
}

#[test]
fn an_unknown_extension_is_refused_with_a_hint() {
    let workspace = Workspace::new();
    let run = workspace.run(&["render", &example_path("points.json"), "-o", "a.jpg"]);
    run.expect_failure(1, &["a.jpg", "png, svg, webp or pdf", "--format"]);
    assert!(workspace.files().is_empty());
}

#[test]
fn without_an_output_path_the_picture_is_named_after_its_input() {
    let workspace = Workspace::new();
    fs::create_dir(workspace.path("data")).expect("the folder is accessible");
    workspace.write("data/sprint.12.json", SPRINT);
    workspace.run(&["render", "data/sprint.12.json"]).expect_success();
    workspace.run(&["render", "data/sprint.12.json", "--format", "svg"]).expect_success();
    assert_eq!(workspace.files(), ["data", "sprint.12.png", "sprint.12.svg"]);
}

#[test]
fn a_picture_of_standard_input_goes_to_standard_output() {
    let workspace = Workspace::new();
    for args in [&["render", "-"][..], &["render"], &["render", "-", "-o", "-"]] {
        assert!(
            run_with_stdin(workspace.command(args), SPRINT.as_bytes()).expect_success().starts_with(PNG),
            "{args:?}"
        );
    }
    let svg =
        run_with_stdin(workspace.command(["render", "--format", "svg"]), SPRINT.as_bytes()).expect_success();
    assert!(svg.starts_with(b"<svg "));
    assert!(workspace.files().is_empty());
}

#[test]
fn a_closed_output_pipe_is_not_an_error() {
    let workspace = Workspace::new();
    for args in [&["demo", "-o", "-"][..], &["themes"], &["completions", "bash"], &["man"], &["schema"]] {
        let mut child = workspace
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{args:?}");
    }
}

#[test]
fn a_failure_keeps_the_older_picture_and_leaves_no_other_file() {
    let workspace = Workspace::new();
    workspace.write("sprint.png", "older");
    workspace.write("bad.json", "{");
    workspace.run(&["render", "bad.json", "-o", "sprint.png"]).expect_failure(1, &["bad.json", "line 1"]);
    workspace
        .run(&["render", &example_path("points.json"), "-o", "sprint.png", "--width", "0"])
        .expect_failure(2, &[]);
    assert_eq!(workspace.read("sprint.png"), b"older");
    assert_eq!(workspace.files(), ["bad.json", "sprint.png"]);
}

#[test]
fn an_older_picture_is_replaced_and_no_other_file_is_left() {
    let workspace = Workspace::new();
    workspace.write("sprint.png", "older");
    workspace.run(&["render", &example_path("points.json"), "-o", "sprint.png"]).expect_success();
    assert!(workspace.read("sprint.png").starts_with(PNG));
    assert_eq!(workspace.files(), ["sprint.png"]);
}

#[test]
fn a_missing_output_folder_is_named() {
    let workspace = Workspace::new();
    let run = workspace.run(&["render", &example_path("points.json"), "-o", "missing/a.png"]);
    run.expect_failure(1, &["missing/a.png: there is no folder "]);
    assert!(!run.stderr.contains(".emberline-"), "{}", run.stderr);
    assert!(workspace.files().is_empty());
}

#[test]
fn a_folder_as_output_file_is_refused() {
    let workspace = Workspace::new();
    workspace
        .run(&["render", &example_path("points.json"), "-o", "."])
        .expect_failure(1, &["name a file in it"]);
}

#[test]
fn the_demo_draws_the_example_and_prints_the_file_name() {
    let workspace = Workspace::new();
    let run = workspace.run(&["demo", "-o", "d.svg"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "d.svg\n"));
    assert!(String::from_utf8(workspace.read("d.svg")).expect("the text is UTF-8").contains("Sprint 5"));
    workspace.run(&["demo"]);
    assert!(workspace.read("demo.png").starts_with(PNG));
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    use super::{PNG, Workspace, example_path};

    #[test]
    fn a_new_picture_follows_the_umask_and_a_replaced_one_keeps_its_permissions() {
        let workspace = Workspace::new();
        let mode = |name| fs::metadata(workspace.path(name)).expect("the file is accessible").mode() & 0o777;
        let render = |umask: &str, output: &str| {
            let script = format!(r#"umask {umask}; exec "$0" render "$1" -o {output}"#);
            let status = Command::new("sh")
                .args(["-c", &script, env!("CARGO_BIN_EXE_emberline"), &example_path("points.json")])
                .current_dir(workspace.folder.path())
                .status();
            assert!(status.expect("there is a shell").success());
        };
        render("022", "open.png");
        render("077", "closed.png");
        assert_eq!((mode("open.png"), mode("closed.png")), (0o644, 0o600));
        fs::set_permissions(workspace.path("open.png"), Permissions::from_mode(0o664))
            .expect("the permissions can be set");
        render("077", "open.png");
        assert_eq!(mode("open.png"), 0o664);
    }

    #[test]
    fn a_symbolic_link_stays_and_its_target_is_replaced() {
        let workspace = Workspace::new();
        workspace.write("real.png", "older");
        symlink("real.png", workspace.path("link.png")).expect("the link is created");
        workspace.run(&["render", &example_path("points.json"), "-o", "link.png"]).expect_success();
        assert!(workspace.path("link.png").is_symlink());
        assert!(workspace.read("real.png").starts_with(PNG));
    }

    /// A program that replaced such files by renaming would replace `/dev/null` as root.
    #[test]
    fn a_named_pipe_is_written_to_and_not_replaced() {
        let workspace = Workspace::new();
        assert!(Command::new("mkfifo").arg(workspace.path("pipe")).status().expect("mkfifo runs").success());
        let reader = {
            let path = workspace.path("pipe");
            std::thread::spawn(move || fs::read(path).expect("there are bytes"))
        };
        workspace.run(&["render", &example_path("points.json"), "-o", "pipe"]).expect_success();
        assert!(fs::metadata(workspace.path("pipe")).expect("there is a pipe").file_type().is_fifo());
        assert!(reader.join().expect("the text can be read").starts_with(PNG));
    }
}
