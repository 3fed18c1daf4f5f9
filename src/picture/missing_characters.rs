//! The warning about characters that no font has.

use crate::font::Fonts;

/// The number of characters that the warning names.
const MAX_NAMED_CHARS: usize = 8;

/// Returns the warning about characters of the texts that are drawn as boxes; `None` if every character has a font.
pub(super) fn missing_characters_warning<'a>(
    texts: impl Iterator<Item = &'a str>,
    fonts: &Fonts,
) -> Option<String> {
    let mut missing: Vec<char> = texts.flat_map(|text| fonts.missing_characters(text)).collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return None;
    }
    let named: Vec<_> =
        missing.iter().take(MAX_NAMED_CHARS).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let others = match missing.len().saturating_sub(MAX_NAMED_CHARS) {
        0 => String::new(),
        others => format!(" and {others} more"),
    };
    Some(format!("no font has {}{others}: drawn as boxes", named.join(", ")))
}
