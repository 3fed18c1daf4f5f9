//! Where pictures go.

use std::fs;
use std::process::Stdio;

use super::{Place, SPRINT, example, finish};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

#[test]
fn the_ending_of_the_output_says_the_format() {
    let place = Place::new();
    place.run(&["render", &example("points.json"), "-o", "a.png"]).quiet();
    place.run(&["render", &example("points.json"), "-o", "a.SVG"]).quiet();
    assert!(place.read("a.png").starts_with(PNG));
    assert!(place.read("a.SVG").starts_with(b"<svg "));
}

#[test]
fn a_stated_format_goes_over_the_ending() {
    let place = Place::new();
    place.run(&["render", &example("points.json"), "-o", "a.png", "--format", "svg"]).quiet();
    place.run(&["render", &example("points.json"), "-o", "a.picture", "--format", "png"]).quiet();
    assert!(place.read("a.png").starts_with(b"<svg "));
    assert!(place.read("a.picture").starts_with(PNG));
}

#[test]
fn an_unknown_ending_is_refused_with_the_remedy() {
    let place = Place::new();
    let run = place.run(&["render", &example("points.json"), "-o", "a.jpg"]);
    run.refused(1, &["a.jpg", "png or svg", "--format"]);
    assert!(place.files().is_empty());
}

#[test]
fn without_a_name_the_picture_is_called_as_its_input_in_the_current_folder() {
    let place = Place::new();
    fs::create_dir(place.path("data")).expect("a folder");
    place.write("data/sprint.12.json", SPRINT);
    place.run(&["render", "data/sprint.12.json"]).quiet();
    place.run(&["render", "data/sprint.12.json", "--format", "svg"]).quiet();
    assert_eq!(place.files(), ["data", "sprint.12.png", "sprint.12.svg"]);
}

#[test]
fn standard_input_becomes_standard_output() {
    let place = Place::new();
    for args in [&["render", "-"][..], &["render"], &["render", "-", "-o", "-"]] {
        assert!(finish(place.command(args), SPRINT.as_bytes()).quiet().starts_with(PNG), "{args:?}");
    }
    let svg = finish(place.command(["render", "--format", "svg"]), SPRINT.as_bytes()).quiet();
    assert!(svg.starts_with(b"<svg "));
    assert!(place.files().is_empty());
}

#[test]
fn a_reader_that_has_gone_away_is_no_failure() {
    let place = Place::new();
    for args in [&["demo", "-o", "-"][..], &["themes"], &["completions", "bash"], &["man"], &["schema"]] {
        let mut child = place
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
fn a_failure_leaves_the_older_picture_and_nothing_else() {
    let place = Place::new();
    place.write("sprint.png", "older");
    place.write("bad.json", "{");
    place.run(&["render", "bad.json", "-o", "sprint.png"]).refused(1, &["bad.json", "line 1"]);
    place.run(&["render", &example("points.json"), "-o", "sprint.png", "--width", "0"]).refused(2, &[]);
    assert_eq!(place.read("sprint.png"), b"older");
    assert_eq!(place.files(), ["bad.json", "sprint.png"]);
}

#[test]
fn an_older_picture_is_replaced_and_nothing_else_left() {
    let place = Place::new();
    place.write("sprint.png", "older");
    place.run(&["render", &example("points.json"), "-o", "sprint.png"]).quiet();
    assert!(place.read("sprint.png").starts_with(PNG));
    assert_eq!(place.files(), ["sprint.png"]);
}

#[test]
fn a_missing_folder_is_named() {
    let place = Place::new();
    let run = place.run(&["render", &example("points.json"), "-o", "missing/a.png"]);
    run.refused(1, &["missing/a.png: there is no folder "]);
    assert!(!run.stderr.contains(".emberline-"), "{}", run.stderr);
    assert!(place.files().is_empty());
}

#[test]
fn a_folder_is_no_output() {
    let place = Place::new();
    place.run(&["render", &example("points.json"), "-o", "."]).refused(1, &["name a file in it"]);
}

#[test]
fn the_demo_draws_the_example_and_says_where() {
    let place = Place::new();
    let run = place.run(&["demo", "-o", "d.svg"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "d.svg\n"));
    assert!(String::from_utf8(place.read("d.svg")).expect("UTF-8").contains("Sprint 5"));
    place.run(&["demo"]);
    assert!(place.read("demo.png").starts_with(PNG));
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    use super::{PNG, Place, example};

    #[test]
    fn a_new_picture_follows_the_umask_and_a_replaced_one_keeps_its_permissions() {
        let place = Place::new();
        let mode = |name| fs::metadata(place.path(name)).expect("a file").mode() & 0o777;
        let render = |umask: &str, output: &str| {
            let script = format!(r#"umask {umask}; exec "$0" render "$1" -o {output}"#);
            let status = Command::new("sh")
                .args(["-c", &script, env!("CARGO_BIN_EXE_emberline"), &example("points.json")])
                .current_dir(place.folder.path())
                .status();
            assert!(status.expect("sh").success());
        };
        render("022", "open.png");
        render("077", "closed.png");
        assert_eq!((mode("open.png"), mode("closed.png")), (0o644, 0o600));
        fs::set_permissions(place.path("open.png"), Permissions::from_mode(0o664)).expect("ours");
        render("077", "open.png");
        assert_eq!(mode("open.png"), 0o664);
    }

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let place = Place::new();
        place.write("real.png", "older");
        symlink("real.png", place.path("link.png")).expect("a link");
        place.run(&["render", &example("points.json"), "-o", "link.png"]).quiet();
        assert!(place.path("link.png").is_symlink());
        assert!(place.read("real.png").starts_with(PNG));
    }

    /// Root could rename a file over `/dev/null`.
    #[test]
    fn a_pipe_is_written_to_and_never_replaced() {
        let place = Place::new();
        assert!(Command::new("mkfifo").arg(place.path("pipe")).status().expect("mkfifo").success());
        let reader = {
            let path = place.path("pipe");
            std::thread::spawn(move || fs::read(path).expect("bytes"))
        };
        place.run(&["render", &example("points.json"), "-o", "pipe"]).quiet();
        assert!(fs::metadata(place.path("pipe")).expect("a pipe").file_type().is_fifo());
        assert!(reader.join().expect("read").starts_with(PNG));
    }
}
