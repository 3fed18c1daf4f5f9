//! Fast measurement of ordinary text: advances and pair kerning directly from the font tables.
//!
//! Inter's contextual alternates cost the shaper about 10 µs for a short label. They only change a few signs, and `x` beside
//! a digit; for text without those, the sum below equals the shaped width. The tests compare the two.

use std::sync::atomic::{AtomicI32, Ordering};

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::raw::types::BigEndian;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};

const ASCII_COUNT: usize = 128;
/// Marks a pair whose kerning has not been read yet; no kerning is this large.
const UNKNOWN_KERNING: i32 = i32::MAX;

/// The tables of one font that measure ordinary text.
pub(super) struct FastAdvance {
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    /// The lookups of the feature `kern`: in each, the first table that has a pair applies.
    kerning_lookups: Vec<Vec<PairPos<'static>>>,
    /// Glyphs and advances of the ASCII characters.
    ascii_glyphs: Vec<(GlyphId, f64)>,
    /// Cached kerning of pairs of ASCII characters.
    ascii_kerning: Vec<AtomicI32>,
}

#[derive(Clone, Copy)]
struct Glyph {
    character: char,
    id: GlyphId,
}

impl FastAdvance {
    pub(super) fn new(font: &FontRef<'static>) -> Option<Self> {
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::unscaled(), LocationRef::default()));
        let glyph = |byte: usize| {
            let glyph = u32::try_from(byte).ok().and_then(|byte| map.map(byte)).unwrap_or_default();
            (glyph, f64::from(metrics.advance_width(glyph).unwrap_or_default()))
        };
        let ascii_glyphs = (0..ASCII_COUNT).map(glyph).collect();
        let kerning_lookups = if font.gpos().is_ok() { read_kerning_lookups(font)? } else { Vec::new() };
        let ascii_kerning = (0..ASCII_COUNT * ASCII_COUNT).map(|_| AtomicI32::new(UNKNOWN_KERNING)).collect();
        Some(Self { map, metrics, kerning_lookups, ascii_glyphs, ascii_kerning })
    }

    /// The width of a left-to-right `text` in font units; `None` if it needs shaping.
    pub(super) fn text_advance(&self, text: &str) -> Option<f64> {
        let mut sum = 0.0;
        let mut before: Option<Glyph> = None;
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let letter_before = before.is_some_and(|glyph| glyph.character.is_ascii_alphabetic());
            let after = characters.peek().copied();
            let may_be_times_sign =
                c == 'x' && !(letter_before && after.is_none_or(|c| c.is_ascii_alphabetic()));
            let is_safe = is_never_substituted(c)
                || is_unaffected_by_neighbours(before.map(|glyph| glyph.character), c, after);
            if may_be_times_sign || !is_safe {
                return None;
            }
            let (id, advance) = self.glyph_and_advance(c)?;
            let glyph = Glyph { character: c, id };
            sum += advance;
            if let Some(before) = before {
                sum += f64::from(self.pair_kerning(before, glyph)?);
            }
            before = Some(glyph);
        }
        Some(sum)
    }

    fn glyph_and_advance(&self, c: char) -> Option<(GlyphId, f64)> {
        if let Some(known) = self.ascii_glyphs.get(c as usize) {
            return (known.0 != GlyphId::NOTDEF).then_some(*known);
        }
        let glyph = self.map.map(c).filter(|glyph| *glyph != GlyphId::NOTDEF)?;
        Some((glyph, f64::from(self.metrics.advance_width(glyph)?)))
    }

    fn pair_kerning(&self, left: Glyph, right: Glyph) -> Option<i32> {
        let is_ascii = left.character.is_ascii() && right.character.is_ascii();
        let index = left.character as usize * ASCII_COUNT + right.character as usize;
        let Some(cell) = self.ascii_kerning.get(index).filter(|_| is_ascii) else {
            return self.read_kerning(left.id, right.id);
        };
        let cached = cell.load(Ordering::Relaxed);
        if cached != UNKNOWN_KERNING {
            return Some(cached);
        }
        let kerning = self.read_kerning(left.id, right.id)?;
        cell.store(kerning, Ordering::Relaxed);
        Some(kerning)
    }

    fn read_kerning(&self, left: GlyphId, right: GlyphId) -> Option<i32> {
        let mut sum = 0;
        for lookup in &self.kerning_lookups {
            for table in lookup {
                if let Some(value) = kerning_in_table(table, left, right)? {
                    sum += i32::from(value);
                    break;
                }
            }
        }
        Some(sum)
    }
}

/// Returns true for signs without substitutions and for Latin, Greek and Cyrillic letters.
fn is_never_substituted(c: char) -> bool {
    let sign = matches!(c, ' ' | '.' | ',' | ';' | '\'' | '"' | '!' | '?' | '%' | '/' | '&' | '#' | '+');
    let non_ascii_sign =
        matches!(c, '\u{A0}' | '\u{B7}' | '\u{2009}' | '\u{2019}' | '“' | '”' | '…' | '\u{202F}' | '€' | '−');
    let letter = matches!(c, 'À'..='ž' | 'Ά'..='ώ' | 'Ѐ'..='џ') && c != '×' && c != '÷';
    c.is_ascii_alphanumeric() || sign || non_ascii_sign || letter
}

/// Returns true for a colon or dash between characters with which it is not substituted.
fn is_unaffected_by_neighbours(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        ':' => {
            let low = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '%';
            before.is_some_and(low) && after.is_none_or(|c| c == ' ')
        }
        '–' => before == Some(' ') && after == Some(' '),
        _ => false,
    }
}

fn read_kerning_lookups(font: &FontRef<'static>) -> Option<Vec<Vec<PairPos<'static>>>> {
    let gpos = font.gpos().ok()?;
    let features = gpos.feature_list().ok()?;
    let mut indices: Vec<u16> = Vec::new();
    for record in features.feature_records().iter().filter(|record| record.feature_tag() == Tag::new(b"kern"))
    {
        let feature = record.feature(features.offset_data()).ok()?;
        indices.extend(feature.lookup_list_indices().iter().map(BigEndian::get));
    }
    indices.sort_unstable();
    indices.dedup();
    let lookups = gpos.lookup_list().ok()?.lookups();
    indices
        .into_iter()
        .map(|index| pair_tables(lookups.get(usize::from(index)).ok()?.subtables().ok()?))
        .collect()
}

fn pair_tables(subtables: PositionSubtables<'static>) -> Option<Vec<PairPos<'static>>> {
    match subtables {
        PositionSubtables::Pair(tables) => tables.iter().collect::<Result<_, _>>().ok(),
        _ => None,
    }
}

/// The kerning of a pair. The outer `None` means that the table cannot be read, the inner one that it lacks the pair.
fn kerning_in_table(table: &PairPos<'static>, left: GlyphId, right: GlyphId) -> Option<Option<i16>> {
    match table {
        PairPos::Format1(table) => {
            let Some(index) = table.coverage().ok()?.get(left) else { return Some(None) };
            let set = table.pair_sets().get(usize::from(index)).ok()?;
            let records = set.pair_value_records().iter().filter_map(Result::ok);
            let record = records.into_iter().find(|record| GlyphId::from(record.second_glyph()) == right);
            Some(record.map(|record| record.value_record1().x_advance().unwrap_or_default()))
        }
        PairPos::Format2(table) => {
            if table.coverage().ok()?.get(left).is_none() {
                return Some(None);
            }
            let class1 = table.class_def1().ok()?.get(left);
            let class2 = table.class_def2().ok()?.get(right);
            let record = table.class1_records().get(usize::from(class1)).ok()?;
            let record = record.class2_records().get(usize::from(class2)).ok()?;
            Some(Some(record.value_record1().x_advance().unwrap_or_default()))
        }
    }
}
