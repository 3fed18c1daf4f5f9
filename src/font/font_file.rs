//! The font files of the library.

use std::sync::OnceLock;

use super::coverage::Coverage;

/// A file of `fonts/`.
pub(super) struct FontFile {
    pub(super) name: &'static str,
    pub(super) units_per_em: u16,
    /// The characters of the font, for use while the file is missing. `None` for fonts of ordinary text: nearly every
    /// picture needs these files anyway, so their characters are looked up in them.
    pub(super) coverage: Option<Coverage>,
    /// Length of the file.
    pub(super) byte_length: usize,
    /// The field `checkSumAdjustment` of the table `head`, which depends on every byte.
    pub(super) checksum_adjustment: u32,
    #[cfg(feature = "builtin-fonts")]
    pub(super) embedded_bytes: &'static [u8],
    /// The bytes of the file if it was added from outside. They are always the same, so a program stores them once.
    pub(super) added_bytes: OnceLock<Vec<u8>>,
}

impl FontFile {
    /// Stores the bytes for as long as the program runs.
    pub(super) fn store_bytes(&'static self, data: Vec<u8>) -> &'static [u8] {
        self.added_bytes.get_or_init(|| data)
    }
}
