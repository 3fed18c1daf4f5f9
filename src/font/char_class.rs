//! Classes of characters that the itemiser distinguishes.

use unicode_bidi::{BidiClass, bidi_class};

/// Returns true for invisible characters that affect shaping. A font need not have them; other invisible characters can be
/// removed before shaping.
pub(super) fn affects_shaping(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Returns true for Unicode's `Default_Ignorable_Code_Point` except the Mongolian selectors, which take effect only in a font
/// that has them.
pub(super) fn is_ignorable(c: char) -> bool {
    affects_shaping(c)
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180E}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}')
        || matches!(c, '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}')
        || matches!(c, '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Returns true for line breaks and tabs, which are drawn as a space.
pub(super) fn is_blank_control(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns true if the character can reorder a text that is otherwise left to right.
pub(super) fn can_change_direction(c: char) -> bool {
    use BidiClass::{AL, AN, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO};
    c >= '\u{590}'
        && matches!(bidi_class(c), R | AL | AN | LRE | LRO | RLE | RLO | PDF | LRI | RLI | FSI | PDI)
}

/// Returns true for white space and, in right-to-left text, punctuation: these separate words of any script.
pub(super) fn is_separator(c: char, rtl: bool) -> bool {
    c.is_whitespace()
        || rtl && (c.is_ascii_punctuation() || matches!(c, '\u{AB}' | '\u{BB}' | '\u{2010}'..='\u{203A}'))
}
