//! The library's fonts; `fonts/README.md` says where they are from. With the feature `builtin-fonts` they are inside;
//! without it each is a file that is added when a text needs it.

use std::sync::{Arc, OnceLock};

use skrifa::FontRef;
use skrifa::raw::TableProvider as _;

use super::Family;
use super::coverage::{ARABIC, Coverage, EMOJI as EMOJIS, HEBREW};
use super::face::Face;

/// The family of ordinary text.
pub(crate) const TEXT: &str = "Inter";

/// Places in the list of [`families`].
pub(super) const INTER: usize = 0;
pub(super) const TABULAR: usize = 1;
pub(super) const EMOJI: usize = 4;
pub(super) const COUNT: usize = 5;

/// Shown for a character that no font has. Inter has it.
pub(super) const BOX: char = '\u{25A1}';

/// What the big-endian words of a font file add up to (OpenType, table `head`).
const SUM: u32 = 0xB1B0_AFBA;

/// A file of `fonts/`.
pub(super) struct File {
    pub(super) name: &'static str,
    pub(super) units_per_em: u16,
    /// Its characters, for when it is not there. None: to be looked up in the file, which ordinary text needs anyway.
    pub(super) coverage: Option<Coverage>,
    /// Its length, and `checkSumAdjustment` of its table `head`, which depends on every byte.
    pub(super) mark: (usize, u32),
    #[cfg(feature = "builtin-fonts")]
    pub(super) inside: &'static [u8],
    /// Its bytes, where it came from outside: once in a program, since they are always the same.
    outside: OnceLock<Vec<u8>>,
}

macro_rules! file {
    ($name:literal, $units_per_em:literal, $coverage:expr, $mark:expr) => {
        File {
            name: concat!($name, ".ttf"),
            units_per_em: $units_per_em,
            coverage: $coverage,
            mark: $mark,
            #[cfg(feature = "builtin-fonts")]
            inside: include_bytes!(concat!("../../fonts/", $name, ".ttf")),
            outside: OnceLock::new(),
        }
    };
}

/// A family's name, its regular file, its bold one.
type Files = (&'static str, File, Option<File>);

pub(super) static FAMILIES: [Files; COUNT] = [
    (
        TEXT,
        file!("Inter-Regular", 2048, None, (251_744, 0xB33C_B2D0)),
        Some(file!("Inter-Bold", 2048, None, (252_976, 0xBE6C_A308))),
    ),
    (
        "Inter Tabular",
        file!("InterTabular-Regular", 2048, None, (3_552, 0x6BC0_302B)),
        Some(file!("InterTabular-Bold", 2048, None, (3_540, 0xCA50_8CD7))),
    ),
    (
        "Noto Sans Arabic",
        file!("NotoSansArabic-Regular", 1000, Some(ARABIC), (123_908, 0xC539_F050)),
        Some(file!("NotoSansArabic-Bold", 1000, Some(ARABIC), (124_016, 0xB8E8_F3A0))),
    ),
    (
        "Noto Sans Hebrew",
        file!("NotoSansHebrew-Regular", 1000, Some(HEBREW), (18_732, 0x9B2E_2816)),
        Some(file!("NotoSansHebrew-Bold", 1000, Some(HEBREW), (18_728, 0x9EBE_A3A2))),
    ),
    ("Noto Emoji", file!("NotoEmoji-Regular", 2048, Some(EMOJIS), (878_388, 0x2424_3311)), None),
];

/// The families, each file made a face in the given way.
pub(super) fn families(face: fn(&'static File) -> Face) -> Vec<Family> {
    let family = |(name, regular, bold): &'static Files| Family {
        name: Arc::from(*name),
        regular: Arc::new(face(regular)),
        bold: bold.as_ref().map(|bold| Arc::new(face(bold))),
    };
    FAMILIES.iter().map(family).collect()
}

impl File {
    /// The very file that `data` is, whole.
    pub(super) fn of(data: &[u8]) -> Option<&'static Self> {
        let checksum = FontRef::new(data).ok()?.head().ok()?.checksum_adjustment();
        let (words, rest) = data.as_chunks();
        let sum = words.iter().fold(0u32, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)));
        let files = FAMILIES.iter().flat_map(|(_, regular, bold)| [Some(regular), bold.as_ref()]);
        let mut files = files.flatten();
        files.find(|file| file.mark == (data.len(), checksum) && sum == SUM && rest.is_empty())
    }

    /// The bytes, kept for as long as the program runs.
    pub(super) fn keep(&'static self, data: Vec<u8>) -> &'static [u8] {
        self.outside.get_or_init(|| data)
    }
}
