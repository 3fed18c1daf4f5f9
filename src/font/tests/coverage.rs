//! What is written down about the library's font files is what is in them.

use std::fmt::Write as _;

use skrifa::{FontRef, MetadataProvider as _};

use crate::font::builtin::{EMOJI, FAMILIES, File};

/// The place of a family, and its table.
const TABLES: [(usize, &str); 3] = [(2, "ARABIC"), (3, "HEBREW"), (EMOJI, "EMOJI")];

fn characters(file: &File) -> Vec<u32> {
    let mut characters: Vec<u32> =
        FontRef::new(file.inside).unwrap().charmap().mappings().map(|(c, _)| c).collect();
    characters.sort_unstable();
    characters.dedup();
    characters
}

fn table(name: &str, characters: &[u32]) -> String {
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
fn the_tables_are_the_fonts_character_maps() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/font/coverage.rs");
    let written = std::fs::read_to_string(path).unwrap();
    let (head, _) = written.split_once("\npub(super) const ").unwrap();
    let mut made = head.to_owned();
    for (family, name) in TABLES {
        let (_, regular, bold) = &FAMILIES[family];
        let found = characters(regular);
        assert!(
            bold.as_ref().is_none_or(|bold| characters(bold) == found),
            "{name}: both weights have the same"
        );
        made += &table(name, &found);
    }
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        std::fs::write(path, made).unwrap();
    } else {
        assert!(made == written, "UPDATE=1 cargo test coverage writes {path}");
    }
}

#[test]
fn a_file_is_known_by_its_bytes() {
    for file in FAMILIES.iter().flat_map(|(_, regular, bold)| [Some(regular), bold.as_ref()]).flatten() {
        assert_eq!(File::of(file.inside).map(|known| known.name), Some(file.name));
        let mut damaged = file.inside.to_vec();
        *damaged.last_mut().unwrap() ^= 1;
        assert!(File::of(&damaged).is_none(), "{}", file.name);
        assert!(File::of(&file.inside[..file.inside.len() - 4]).is_none(), "{}", file.name);
    }
    assert!(File::of(super::scripts::thai().as_slice()).is_none());
}
