//! What ARCHITECTURE.md says of rooms and crates, checked against the text of the source.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use std::fs;
use std::path::Path;

/// The rooms of ARCHITECTURE.md, from the top; rooms of one row may import each other.
const ROWS: [&[&str]; 17] = [
    &["main", "cli", "bin"],
    &["http"],
    &["service"],
    &["lib", "request", "options", "plate", "subject", "describe", "error"],
    &["deliver"],
    &["burndown", "kinds", "chartjs"],
    &["input"],
    &["words"],
    &["sprint"],
    &["layout"],
    &["mark"],
    &["chart"],
    &["scale"],
    &["svg", "raster"],
    &["scene"],
    &["font"],
    &["color", "compression", "geometry", "limits"],
];

/// Crates (or parts of them) and the only places that may name them.
const CRATES: [(&[&str], &[&str]); 11] = [
    (&["svg::"], &["svg/"]),
    (&["resvg::", "usvg::", "tiny_skia::"], &["raster.rs", "raster/", "font/tests/"]),
    (&["fontdb::", "harfrust::", "skrifa::", "skera::"], &["font/", "raster.rs"]),
    (&["icu_", "fixed_decimal::", "writeable::"], &["words/"]),
    (&["csscolorparser::", "json5::"], &["chartjs/"]),
    (&["clap", "rayon::", "indicatif::"], &["cli/"]),
    (&["tempfile::"], &["deliver/"]),
    (&["aws_sdk_s3::", "aws_smithy_"], &["deliver/s3.rs"]),
    (&["lambda_runtime::"], &["bin/lambda/"]),
    (&["axum::", "tower::", "tower_http::", "hyper::"], &["http/", "bin/lambda/", "service/settings.rs"]),
    (&["Timestamp::now", "Zoned::now", "SystemTime"], &["cli/source.rs", "bin/lambda/main.rs"]),
];

/// Path below `src` and code, comments left out, of every file; `words/cldr` is a program of its own.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
            if path.is_dir() && name != "words/cldr" {
                folders.push(path);
            } else if name.ends_with(".rs") {
                sources.push((name, fs::read_to_string(path).expect("a text")));
            }
        }
    }
    assert!(sources.len() > 50);
    sources
}

/// The lines that are no comment.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// Whether a line names `path` itself, not as the tail of another name or of a path (`crate::svg::`).
fn names(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = &line[..at];
        // The module of that name, from the crate's root.
        !before.ends_with("crate::") && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn each_crate_is_named_in_its_room_alone() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        for (paths, allowed) in CRATES {
            // In the root, `svg::` is the module.
            if allowed.iter().any(|room| file.starts_with(room)) || (file == "lib.rs" && paths == ["svg::"]) {
                continue;
            }
            let lines = code(&text).filter(|line| paths.iter().any(|path| names(line, path)));
            wrong.extend(lines.map(|line| format!("{file}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_go_downwards() {
    let row = |room: &str| ROWS.iter().position(|row| row.contains(&room));
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        // A room's tests may look at the whole.
        if file.contains("/tests") {
            continue;
        }
        let room = file.split(['/', '.']).next().expect("a name");
        let from = row(room).unwrap_or_else(|| panic!("{file} is in no room of the list"));
        for line in code(&text) {
            for (at, _) in line.match_indices("crate::") {
                let target = line[at + 7..].split(|c: char| !c.is_alphanumeric() && c != '_').next();
                let target = target.expect("a name");
                // What is no room is the root's.
                if row(target).or(row("lib")).is_none_or(|to| to < from) {
                    wrong.push(format!("{file}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_list_of_rooms_is_that_of_the_architecture() {
    let architecture = include_str!("../ARCHITECTURE.md");
    let table = architecture.split("| room |").nth(1).expect("the table of rooms");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" | ").next())
        .map(|cell| cell.split('`').map(|name| name.trim_end_matches(".rs").trim_end_matches('/')).collect())
        .map(|names: Vec<&str>| names.into_iter().filter(|name| !matches!(*name, "" | ", ")).collect())
        .collect();
    assert_eq!(rows, ROWS);
}

#[test]
fn every_limit_stands_in_the_readme() {
    let readme = include_str!("../README.md");
    let limits = include_str!("../src/limits.rs").lines().filter_map(|line| line.strip_prefix("pub const "));
    for name in limits.filter_map(|line| line.split(':').next()) {
        let cell = format!("`{name}`");
        let in_table = readme.lines().any(|line| line.starts_with("| `") && line.contains(&cell));
        assert!(in_table, "{name} is missing in the README's table of limits");
    }
}

#[test]
fn no_file_is_longer_than_one_reads() {
    for (file, text) in sources() {
        assert!(text.lines().count() <= 400, "{file}: {} lines", text.lines().count());
    }
}
