//! What a character is to the itemiser.

use unicode_bidi::{BidiClass, bidi_class};

/// Invisible characters a font need not have. Shaping looks at these; the others may go before it.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// `Default_Ignorable_Code_Point` of Unicode, less the Mongolian selectors, which shape only where a font has them.
pub(super) fn is_ignorable(c: char) -> bool {
    joins(c)
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180E}')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}')
        || matches!(c, '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}')
        || matches!(c, '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Ends a line or moves on one: a space in a label.
pub(super) fn is_blank_control(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Can turn the order of a text that is otherwise left to right.
pub(super) fn is_turning(c: char) -> bool {
    use BidiClass::{AL, AN, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO};
    c >= '\u{590}'
        && matches!(bidi_class(c), R | AL | AN | LRE | LRO | RLE | RLO | PDF | LRI | RLI | FSI | PDI)
}

/// Stands between words of any script.
pub(super) fn is_between(c: char, rtl: bool) -> bool {
    c.is_whitespace()
        || rtl && (c.is_ascii_punctuation() || matches!(c, '\u{AB}' | '\u{BB}' | '\u{2010}'..='\u{203A}'))
}
