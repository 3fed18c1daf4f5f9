//! `@font-face` rules for a picture whose live text must look the same where our fonts are not installed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use skera::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::raw::collections::IntSet;
use skrifa::raw::types::NameId;
use skrifa::{GlyphId, MetadataProvider as _, Tag};
use unicode_segmentation::UnicodeSegmentation as _;

use super::face::Face;
use super::{Fonts, Run, Setting, Weight};

/// What a picture needs of one face.
struct Needed {
    face: Arc<Face>,
    characters: BTreeSet<u32>,
    glyphs: BTreeSet<u32>,
}

impl Fonts {
    /// One rule for each face that `runs` use, with the glyphs they need and all shaping rules between those; `None`
    /// without runs, or when a font resists.
    pub(crate) fn embed_css<'a>(&self, runs: impl IntoIterator<Item = &'a Run>) -> Option<String> {
        let mut needed: BTreeMap<(Arc<str>, u16), Needed> = BTreeMap::new();
        for run in runs {
            let (face, weight) = self.family(&run.family)?.face(run.weight);
            let one = needed.entry((Arc::clone(&run.family), weight.number())).or_insert_with(|| Needed {
                face: Arc::clone(face),
                characters: BTreeSet::new(),
                glyphs: BTreeSet::new(),
            });
            one.characters.extend(run.text.chars().map(u32::from));
            one.add(&run.text, run.rtl, weight);
            for grapheme in run.text.graphemes(true) {
                // Letters with two marks are composed step by step, through letters with one.
                let ends = grapheme.char_indices().skip(2).map(|(end, _)| end);
                ends.for_each(|end| one.add(grapheme.get(..end).unwrap_or_default(), run.rtl, weight));
            }
        }
        let mut css = String::new();
        for ((family, weight), needed) in needed {
            let data = STANDARD.encode(subset(&needed)?);
            writeln!(
                css,
                "@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{data}) format('truetype')}}"
            )
            .ok()?;
        }
        (!css.is_empty()).then_some(css)
    }
}

impl Needed {
    fn add(&mut self, text: &str, rtl: bool, weight: Weight) {
        let glyphs = &mut self.glyphs;
        self.face.shape(text, rtl, Setting { size: 16.0, weight }, |shaped| {
            glyphs.extend(shaped.glyph_infos().iter().map(|info| info.glyph_id));
        });
    }
}

fn subset(needed: &Needed) -> Option<Vec<u8>> {
    let font = needed.face.font()?;
    // A shaper composes letters, and mirrors brackets: what it came to must be in the character map too.
    let reached = font.charmap().mappings().filter(|(_, glyph)| needed.glyphs.contains(&glyph.to_u32()));
    let unicodes: IntSet<u32> = reached.map(|(c, _)| c).chain(needed.characters.iter().copied()).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    let plan = Plan::new(
        &IntSet::<GlyphId>::empty(),
        &unicodes,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped(),
        &IntSet::all(),
        &features,
        &names(),
        &IntSet::all(),
    );
    subset_font(&font, &plan).ok()
}

/// Of no use to a picture.
fn dropped() -> IntSet<Tag> {
    [b"DSIG", b"gasp", b"prep", b"fpgm", b"cvt ", b"hdmx", b"VDMX", b"LTSH"]
        .into_iter()
        .map(Tag::new)
        .collect()
}

/// Who made the font and under which licence: that must travel with it.
fn names() -> IntSet<NameId> {
    [
        NameId::COPYRIGHT_NOTICE,
        NameId::FAMILY_NAME,
        NameId::SUBFAMILY_NAME,
        NameId::LICENSE_DESCRIPTION,
        NameId::LICENSE_URL,
    ]
    .into_iter()
    .collect()
}
