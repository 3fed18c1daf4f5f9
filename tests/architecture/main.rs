//! The statements of ARCHITECTURE.md about rooms, imports and crates, checked against the source.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod imports;

use std::fs;
use std::path::Path;

use imports::Imports;

/// The rooms of the library in ARCHITECTURE.md, from the top; rooms of one row may import each other.
const ROWS: [&[&str]; 18] = [
    &["lib", "picture"],
    &["describe"],
    &["options"],
    &["error"],
    &["templates", "chartjs"],
    &["input"],
    &["i18n"],
    &["sprint"],
    &["layout"],
    &["canvas"],
    &["mark"],
    &["chart"],
    &["scale"],
    &["script", "intl"],
    &["svg", "raster"],
    &["scene"],
    &["font"],
    &["color", "compression", "geometry", "gradient", "id_hash", "limits", "names"],
];

/// The folders of Rust source, one a package.
const SOURCE_FOLDERS: [&str; 7] = [
    "src",
    "crates/emberline-server/src",
    "crates/emberline-cli/src",
    "crates/emberline-lambda/src",
    "crates/emberline-client/src",
    "crates/emberline-fetch/src",
    "crates/emberline-post/src",
];

/// Crates (or parts of them) and the only files or folders that may name them.
const CRATES: [(&[&str], &[&str]); 18] = [
    (&["svg::"], &["src/svg/"]),
    (&["image_webp::", "pdf_writer::", "miniz_oxide::"], &["src/raster/"]),
    (&["resvg::", "usvg::", "tiny_skia::", "png::"], &["src/raster.rs", "src/raster/", "src/font/tests/"]),
    (&["fontdb::", "harfrust::", "skrifa::", "skera::"], &["src/font/", "src/raster.rs"]),
    (&["icu_", "fixed_decimal::", "writeable::"], &["src/i18n/"]),
    (&["csscolorparser::"], &["src/chartjs/", "src/canvas/"]),
    (&["json5::"], &["src/chartjs/"]),
    (&["svgtypes::"], &["src/canvas/"]),
    (&["rquickjs::"], &["src/script/"]),
    (&["elsa::"], &["src/chartjs/script/"]),
    (
        &["clap::", "clap("],
        &[
            "src/names.rs",
            "src/options/picture_options.rs",
            "crates/emberline-cli/",
            "crates/emberline-fetch/",
        ],
    ),
    (&["ureq::", "backon::", "httpdate::"], &["crates/emberline-client/"]),
    (&["netrc::"], &["crates/emberline-client/src/credential.rs"]),
    (
        &["tempfile::"],
        &[
            "crates/emberline-cli/src/output_file.rs",
            "crates/emberline-fetch/",
            "crates/emberline-post/src/state.rs",
        ],
    ),
    (&["lettre::"], &["crates/emberline-post/src/chat/mail.rs"]),
    (&["hmac::"], &["crates/emberline-post/src/chat/webhook.rs"]),
    (&["aws_sdk_s3::", "aws_smithy_"], &["crates/emberline-server/src/storage/s3.rs"]),
    (
        &["Timestamp::now", "Zoned::now", "SystemTime"],
        &[
            "crates/emberline-cli/src/clock.rs",
            "crates/emberline-lambda/src/main.rs",
            "crates/emberline-post/src/clock.rs",
            "crates/emberline-client/src/client.rs",
        ],
    ),
];

fn repository_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the source: its path from the repository's root, and its text.
struct Source {
    path: String,
    text: String,
}

/// Reads every file of the source. `src/i18n/cldr` is a program of its own.
fn read_sources() -> Vec<Source> {
    let root = repository_root();
    let mut folders: Vec<_> = SOURCE_FOLDERS.map(|folder| root.join(folder)).into();
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let name = path
                .strip_prefix(root)
                .expect("the path is below the root")
                .to_string_lossy()
                .replace('\\', "/");
            if path.is_dir() && name != "src/i18n/cldr" {
                folders.push(path);
            } else if name.ends_with(".rs") {
                sources
                    .push(Source { path: name, text: fs::read_to_string(path).expect("the file is text") });
            }
        }
    }
    assert!(sources.len() > 50);
    sources
}

/// The lines that are not comments.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// Returns true if a line names `path` itself, not as the end of another name or of a path (`crate::svg::`).
fn names_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = &line[..at];
        let is_module = before.ends_with("crate::") || before.ends_with("super::");
        !is_module && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn each_crate_is_used_in_its_own_room_only() {
    let mut wrong = Vec::new();
    for Source { path: file, text } in read_sources() {
        for (paths, allowed) in CRATES {
            if allowed.iter().any(|room| file.starts_with(room)) {
                continue;
            }
            // The paths `svg::` of the public interface are those of the module.
            let is_module =
                paths == ["svg::"] && matches!(file.as_str(), "src/lib.rs" | "src/picture/mod.rs");
            let lines = code_lines(&text).filter(|line| paths.iter().any(|path| names_path(line, path)));
            wrong.extend(lines.filter(|_| !is_module).map(|line| format!("{file}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_of_the_library_go_downwards() {
    let row_of = |room: &str| ROWS.iter().position(|row| row.contains(&room));
    let mut wrong = Vec::new();
    for Source { path, text } in read_sources() {
        let Some(file) = path.strip_prefix("src/") else { continue };
        // The tests of a room may use all rooms.
        if file.contains("/tests") {
            continue;
        }
        let room = file.split(['/', '.']).next().expect("the path has a name");
        let from = row_of(room).unwrap_or_else(|| panic!("{file} is in no room of the list"));
        for line in code_lines(&text) {
            for (at, _) in line.match_indices("crate::") {
                let target = line[at + 7..].split(|c: char| !c.is_alphanumeric() && c != '_').next();
                let target = target.expect("the path has a name");
                // A name that is not a room is an item of the root.
                if row_of(target).or(row_of("lib")).is_none_or(|to| to < from) {
                    wrong.push(format!("{file}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    for folder in SOURCE_FOLDERS {
        let circles = Imports::read(&repository_root().join(folder)).circles();
        assert!(circles.is_empty(), "{}", circles.join("\n"));
    }
}

#[test]
fn the_rooms_are_those_of_the_architecture_page() {
    let architecture = include_str!("../../ARCHITECTURE.md");
    let table = architecture.split("| room |").nth(1).expect("there is a table of rooms");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(2)
        .map_while(|line| line.strip_prefix("| `")?.split(" | ").next())
        .map(|cell| cell.split('`').map(|name| name.trim_end_matches(".rs").trim_end_matches('/')).collect())
        .map(|names: Vec<&str>| names.into_iter().filter(|name| !matches!(*name, "" | ", ")).collect())
        .collect();
    assert_eq!(rows, ROWS);
}

#[test]
fn every_limit_is_documented() {
    let page = include_str!("../../docs/limits.md");
    let files =
        [include_str!("../../src/limits.rs"), include_str!("../../crates/emberline-post/src/limits.rs")];
    let lines = files.iter().flat_map(|file| file.lines());
    let limits = lines.filter_map(|line| line.strip_prefix("pub const "));
    for name in limits.filter_map(|line| line.split(':').next()) {
        let cell = format!("`{name}`");
        let in_table = page.lines().any(|line| line.starts_with("| `") && line.contains(&cell));
        assert!(in_table, "{name} is missing in docs/limits.md");
    }
}

#[test]
fn no_test_file_skips_silently_without_the_shared_data() {
    // A test that needs data beside the checkout must be reported as ignored, which only `tests/chartjs` can do.
    let mut folders = vec![repository_root().join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("chartjs/main.rs")
            {
                let text = fs::read_to_string(&path).expect("the file is text");
                assert!(
                    !text.contains(concat!("../", "shared")),
                    "{} reads the shared folder",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn no_file_has_more_than_400_lines() {
    for Source { path, text } in read_sources() {
        assert!(text.lines().count() <= 400, "{path}: {} lines", text.lines().count());
    }
}
