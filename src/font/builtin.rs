//! The library's fonts; `fonts/README.md` names their sources. With the feature `builtin-fonts` they are inside the
//! program; without it each is a file that is added when a text needs it.

use std::sync::{Arc, OnceLock};

use skrifa::FontRef;
use skrifa::raw::TableProvider as _;

use super::coverage::{ARABIC, EMOJI as EMOJI_COVERAGE, HEBREW};
use super::face::Face;
use super::family::Family;
use super::font_file::FontFile;

/// The family of ordinary text.
pub(crate) const TEXT_FAMILY: &str = "Inter";

/// Indices into [`FAMILIES`].
pub(super) const INTER: usize = 0;
pub(super) const TABULAR: usize = 1;
pub(super) const EMOJI: usize = 4;
pub(super) const FAMILY_COUNT: usize = 5;

/// Drawn for a character that no font has. Inter has it.
pub(super) const MISSING_CHARACTER_BOX: char = '\u{25A1}';

/// The sum of all big-endian words of a font file (OpenType, table `head`).
const FILE_CHECKSUM: u32 = 0xB1B0_AFBA;

macro_rules! font_file {
    ($name:literal, $units_per_em:literal, $coverage:expr, $byte_length:literal, $checksum_adjustment:literal) => {
        FontFile {
            name: concat!($name, ".ttf"),
            units_per_em: $units_per_em,
            coverage: $coverage,
            byte_length: $byte_length,
            checksum_adjustment: $checksum_adjustment,
            #[cfg(feature = "builtin-fonts")]
            embedded_bytes: include_bytes!(concat!("../../fonts/", $name, ".ttf")),
            added_bytes: OnceLock::new(),
        }
    };
}

/// Name, regular file and bold file of a family.
type FamilyFiles = (&'static str, FontFile, Option<FontFile>);

pub(super) static FAMILIES: [FamilyFiles; FAMILY_COUNT] = [
    (
        TEXT_FAMILY,
        font_file!("Inter-Regular", 2048, None, 251_744, 0xB33C_B2D0),
        Some(font_file!("Inter-Bold", 2048, None, 252_976, 0xBE6C_A308)),
    ),
    (
        "Inter Tabular",
        font_file!("InterTabular-Regular", 2048, None, 3_552, 0x6BC0_302B),
        Some(font_file!("InterTabular-Bold", 2048, None, 3_540, 0xCA50_8CD7)),
    ),
    (
        "Noto Sans Arabic",
        font_file!("NotoSansArabic-Regular", 1000, Some(ARABIC), 123_908, 0xC539_F050),
        Some(font_file!("NotoSansArabic-Bold", 1000, Some(ARABIC), 124_016, 0xB8E8_F3A0)),
    ),
    (
        "Noto Sans Hebrew",
        font_file!("NotoSansHebrew-Regular", 1000, Some(HEBREW), 18_732, 0x9B2E_2816),
        Some(font_file!("NotoSansHebrew-Bold", 1000, Some(HEBREW), 18_728, 0x9EBE_A3A2)),
    ),
    ("Noto Emoji", font_file!("NotoEmoji-Regular", 2048, Some(EMOJI_COVERAGE), 878_388, 0x2424_3311), None),
];

/// The library's families, with the face that `make_face` makes from each file.
pub(super) fn builtin_families(make_face: fn(&'static FontFile) -> Face) -> Vec<Family> {
    let family = |(name, regular, bold): &'static FamilyFiles| Family {
        name: Arc::from(*name),
        regular: Arc::new(make_face(regular)),
        bold: bold.as_ref().map(|bold| Arc::new(make_face(bold))),
    };
    FAMILIES.iter().map(family).collect()
}

/// Finds the library's file with exactly the bytes `data`.
pub(super) fn identify_file(data: &[u8]) -> Option<&'static FontFile> {
    let adjustment = FontRef::new(data).ok()?.head().ok()?.checksum_adjustment();
    let (words, rest) = data.as_chunks();
    let sum = words.iter().fold(0u32, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)));
    let files = FAMILIES.iter().flat_map(|(_, regular, bold)| [Some(regular), bold.as_ref()]);
    let mut files = files.flatten();
    files.find(|file| {
        file.byte_length == data.len()
            && file.checksum_adjustment == adjustment
            && sum == FILE_CHECKSUM
            && rest.is_empty()
    })
}
