//! The recorded coverage and checksums match the font files.

use std::fmt::Write as _;

use skrifa::{FontRef, MetadataProvider as _};

use crate::font::builtin::{EMOJI, FAMILIES, identify_file};
use crate::font::font_file::FontFile;

/// Index of a family, and the name of its table.
const TABLES: [(usize, &str); 3] = [(2, "ARABIC"), (3, "HEBREW"), (EMOJI, "EMOJI")];

fn font_characters(file: &FontFile) -> Vec<u32> {
    let mut characters: Vec<u32> =
        FontRef::new(file.embedded_bytes).unwrap().charmap().mappings().map(|(c, _)| c).collect();
    characters.sort_unstable();
    characters.dedup();
    characters
}

fn coverage_table(name: &str, characters: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for c in characters {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *c => *last = *c,
            _ => ranges.push((*c, *c)),
        }
    }
    let mut text = format!("\npub(super) const {name}: Coverage = &[\n");
    for (first, last) in ranges {
        writeln!(text, "    '\\u{{{first:X}}}'..='\\u{{{last:X}}}',").unwrap();
    }
    text + "];\n"
}

#[test]
fn the_coverage_tables_match_the_character_maps_of_the_fonts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/font/coverage.rs");
    let current = std::fs::read_to_string(path).unwrap();
    let (head, _) = current.split_once("\npub(super) const ").unwrap();
    let mut expected = head.to_owned();
    for (family, name) in TABLES {
        let (_, regular, bold) = &FAMILIES[family];
        let found = font_characters(regular);
        assert!(
            bold.as_ref().is_none_or(|bold| font_characters(bold) == found),
            "{name}: both weights have the same"
        );
        expected += &coverage_table(name, &found);
    }
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(path, expected).unwrap();
    } else {
        assert!(expected == current, "UPDATE=1 cargo test coverage writes {path}");
    }
}

#[test]
fn a_file_of_the_library_is_identified_by_its_bytes() {
    for file in FAMILIES.iter().flat_map(|(_, regular, bold)| [Some(regular), bold.as_ref()]).flatten() {
        assert_eq!(identify_file(file.embedded_bytes).map(|found| found.name), Some(file.name));
        let mut damaged = file.embedded_bytes.to_vec();
        *damaged.last_mut().unwrap() ^= 1;
        assert!(identify_file(&damaged).is_none(), "{}", file.name);
        assert!(
            identify_file(&file.embedded_bytes[..file.embedded_bytes.len() - 4]).is_none(),
            "{}",
            file.name
        );
    }
    assert!(identify_file(super::scripts::thai_font().as_slice()).is_none());
}
