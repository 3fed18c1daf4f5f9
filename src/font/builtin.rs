//! The fonts inside the library; `fonts/README.md` says where they are from.

use std::sync::Arc;

use super::Family;
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

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../../fonts/", $file, ".ttf")).as_slice()
    };
}

pub(super) fn families() -> Vec<Family> {
    let family = |name: &str, upem: u16, regular: &'static [u8], bold: Option<&'static [u8]>| Family {
        name: Arc::from(name),
        regular: Arc::new(Face::embedded(regular, upem)),
        bold: bold.map(|bold| Arc::new(Face::embedded(bold, upem))),
    };
    vec![
        family(TEXT, 2048, font!("Inter-Regular"), Some(font!("Inter-Bold"))),
        family("Inter Tabular", 2048, font!("InterTabular-Regular"), Some(font!("InterTabular-Bold"))),
        family("Noto Sans Arabic", 1000, font!("NotoSansArabic-Regular"), Some(font!("NotoSansArabic-Bold"))),
        family("Noto Sans Hebrew", 1000, font!("NotoSansHebrew-Regular"), Some(font!("NotoSansHebrew-Bold"))),
        family("Noto Emoji", 2048, font!("NotoEmoji-Regular"), None),
    ]
}
