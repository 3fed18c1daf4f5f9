//! The short way to the width of ordinary text: advances and pair kerning straight from the font.
//!
//! Inter's contextual alternates cost the shaper some 10 µs for a short label. They only ever change a few signs, and
//! `x` beside a digit; for text without those, the sum below is what shaping gives. The tests compare the two.

use std::sync::atomic::{AtomicI32, Ordering};

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider as _;
use skrifa::raw::tables::gpos::{PairPos, PositionSubtables};
use skrifa::raw::types::BigEndian;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};

const ASCII: usize = 128;
/// No kerning is this large.
const UNKNOWN: i32 = i32::MAX;

pub(super) struct Plain {
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    /// Each lookup of `kern`: the first of its tables that has a pair decides.
    kerning: Vec<Vec<PairPos<'static>>>,
    /// Glyph and advance of ASCII characters.
    ascii: Vec<(GlyphId, f64)>,
    /// Kerning of pairs of ASCII characters met so far.
    pairs: Vec<AtomicI32>,
}

impl Plain {
    pub(super) fn new(font: &FontRef<'static>) -> Option<Self> {
        let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::unscaled(), LocationRef::default()));
        let glyph = |byte: usize| {
            let glyph = u32::try_from(byte).ok().and_then(|byte| map.map(byte)).unwrap_or_default();
            (glyph, f64::from(metrics.advance_width(glyph).unwrap_or_default()))
        };
        let ascii = (0..ASCII).map(glyph).collect();
        let kerning = if font.gpos().is_ok() { kerning(font)? } else { Vec::new() };
        let pairs = (0..ASCII * ASCII).map(|_| AtomicI32::new(UNKNOWN)).collect();
        Some(Self { map, metrics, kerning, ascii, pairs })
    }

    /// The width of `text` in font units, read left to right; `None` where only shaping can tell.
    pub(super) fn advance(&self, text: &str) -> Option<f64> {
        let mut sum = 0.0;
        let mut before: Option<(char, GlyphId)> = None;
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let letter_before = before.is_some_and(|(c, _)| c.is_ascii_alphabetic());
            let after = characters.peek().copied();
            let times = c == 'x' && !(letter_before && after.is_none_or(|c| c.is_ascii_alphabetic()));
            if times || !(is_calm(c) || is_aside(before.map(|(c, _)| c), c, after)) {
                return None;
            }
            let (glyph, advance) = self.glyph(c)?;
            sum += advance;
            if let Some(before) = before {
                sum += f64::from(self.kern(before, (c, glyph))?);
            }
            before = Some((c, glyph));
        }
        Some(sum)
    }

    fn glyph(&self, c: char) -> Option<(GlyphId, f64)> {
        if let Some(known) = self.ascii.get(c as usize) {
            return (known.0 != GlyphId::NOTDEF).then_some(*known);
        }
        let glyph = self.map.map(c).filter(|glyph| *glyph != GlyphId::NOTDEF)?;
        Some((glyph, f64::from(self.metrics.advance_width(glyph)?)))
    }

    fn kern(&self, left: (char, GlyphId), right: (char, GlyphId)) -> Option<i32> {
        let place =
            if left.0.is_ascii() { self.pairs.get(left.0 as usize * ASCII + right.0 as usize) } else { None };
        let Some(cell) = place.filter(|_| right.0.is_ascii()) else { return self.look_up(left.1, right.1) };
        let known = cell.load(Ordering::Relaxed);
        if known != UNKNOWN {
            return Some(known);
        }
        let kern = self.look_up(left.1, right.1)?;
        cell.store(kern, Ordering::Relaxed);
        Some(kern)
    }

    fn look_up(&self, left: GlyphId, right: GlyphId) -> Option<i32> {
        let mut sum = 0;
        for lookup in &self.kerning {
            for table in lookup {
                if let Some(value) = pair(table, left, right)? {
                    sum += i32::from(value);
                    break;
                }
            }
        }
        Some(sum)
    }
}

/// Signs that take part in no substitution, and the letters of three alphabets.
fn is_calm(c: char) -> bool {
    let sign = matches!(c, ' ' | '.' | ',' | ';' | '\'' | '"' | '!' | '?' | '%' | '/' | '&' | '#' | '+');
    let beyond =
        matches!(c, '\u{A0}' | '\u{B7}' | '\u{2009}' | '\u{2019}' | '“' | '”' | '…' | '\u{202F}' | '€' | '−');
    let letter = matches!(c, 'À'..='ž' | 'Ά'..='ώ' | 'Ѐ'..='џ') && c != '×' && c != '÷';
    c.is_ascii_alphanumeric() || sign || beyond || letter
}

/// Signs that change beside capitals, figures or other signs, where they stand beside none.
fn is_aside(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        ':' => {
            let low = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '%';
            before.is_some_and(low) && after.is_none_or(|c| c == ' ')
        }
        '–' => before == Some(' ') && after == Some(' '),
        _ => false,
    }
}

fn kerning(font: &FontRef<'static>) -> Option<Vec<Vec<PairPos<'static>>>> {
    let gpos = font.gpos().ok()?;
    let features = gpos.feature_list().ok()?;
    let mut places: Vec<u16> = Vec::new();
    for record in features.feature_records().iter().filter(|record| record.feature_tag() == Tag::new(b"kern"))
    {
        let feature = record.feature(features.offset_data()).ok()?;
        places.extend(feature.lookup_list_indices().iter().map(BigEndian::get));
    }
    places.sort_unstable();
    places.dedup();
    let lookups = gpos.lookup_list().ok()?.lookups();
    places.into_iter().map(|place| tables(lookups.get(usize::from(place)).ok()?.subtables().ok()?)).collect()
}

fn tables(subtables: PositionSubtables<'static>) -> Option<Vec<PairPos<'static>>> {
    match subtables {
        PositionSubtables::Pair(tables) => tables.iter().collect::<Result<_, _>>().ok(),
        _ => None,
    }
}

/// The outer `None`: a table that cannot be read. The inner: one that says nothing of the pair.
fn pair(table: &PairPos<'static>, left: GlyphId, right: GlyphId) -> Option<Option<i16>> {
    match table {
        PairPos::Format1(table) => {
            let Some(place) = table.coverage().ok()?.get(left) else { return Some(None) };
            let set = table.pair_sets().get(usize::from(place)).ok()?;
            let found = set.pair_value_records().iter().filter_map(Result::ok);
            let found = found.into_iter().find(|record| GlyphId::from(record.second_glyph()) == right);
            Some(found.map(|record| record.value_record1().x_advance().unwrap_or_default()))
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
