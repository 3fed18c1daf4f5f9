//! `@font-face` rules, so that live text looks the same on systems without the fonts.

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

use super::face::{Face, VariationSettings};
use super::fonts::Fonts;
use super::line::TextRun;
use super::style::Weight;

/// The characters and glyphs of one face that a picture uses.
struct FaceUsage {
    face: Arc<Face>,
    characters: BTreeSet<u32>,
    glyphs: BTreeSet<u32>,
}

impl Fonts {
    /// Returns one rule for each face that `runs` use, with the glyphs that they need and the shaping rules between those;
    /// `None` if there are no runs or a font cannot be subset.
    pub(crate) fn embed_css<'a>(&self, runs: impl IntoIterator<Item = &'a TextRun>) -> Option<String> {
        let mut usages: BTreeMap<(Arc<str>, u16), FaceUsage> = BTreeMap::new();
        for run in runs {
            let (face, weight) = self.find_family(&run.family)?.face_for_weight(run.weight);
            let usage = usages.entry((Arc::clone(&run.family), weight.css_value())).or_insert_with(|| {
                FaceUsage { face: Arc::clone(face), characters: BTreeSet::new(), glyphs: BTreeSet::new() }
            });
            usage.characters.extend(run.text.chars().map(u32::from));
            usage.add_glyphs(&run.text, run.rtl, weight);
            for grapheme in run.text.graphemes(true) {
                // A letter with two marks is composed in steps, so the letter with one mark is needed too.
                let ends = grapheme.char_indices().skip(2).map(|(end, _)| end);
                ends.for_each(|end| {
                    usage.add_glyphs(grapheme.get(..end).unwrap_or_default(), run.rtl, weight);
                });
            }
        }
        let mut css = String::new();
        for ((family, weight), usage) in usages {
            let data = STANDARD.encode(subset_face(&usage)?);
            writeln!(
                css,
                "@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{data}) format('truetype')}}"
            )
            .ok()?;
        }
        (!css.is_empty()).then_some(css)
    }
}

impl FaceUsage {
    fn add_glyphs(&mut self, text: &str, rtl: bool, weight: Weight) {
        let glyphs = &mut self.glyphs;
        self.face.shape_text(text, rtl, VariationSettings { size: 16.0, weight }, |shaped| {
            glyphs.extend(shaped.glyph_infos().iter().map(|info| info.glyph_id));
        });
    }
}

fn subset_face(usage: &FaceUsage) -> Option<Vec<u8>> {
    let font = usage.face.font_ref()?;
    // A shaper composes letters and mirrors brackets: the characters of these glyphs must be in the character map too.
    let used = font.charmap().mappings().filter(|(_, glyph)| usage.glyphs.contains(&glyph.to_u32()));
    let unicodes: IntSet<u32> = used.map(|(c, _)| c).chain(usage.characters.iter().copied()).collect();
    let features: IntSet<Tag> = DEFAULT_LAYOUT_FEATURES.iter().copied().collect();
    let plan = Plan::new(
        &IntSet::<GlyphId>::empty(),
        &unicodes,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped_tables(),
        &IntSet::all(),
        &features,
        &kept_names(),
        &IntSet::all(),
    );
    subset_font(&font, &plan).ok()
}

/// Tables that a picture does not need.
fn dropped_tables() -> IntSet<Tag> {
    [b"DSIG", b"gasp", b"prep", b"fpgm", b"cvt ", b"hdmx", b"VDMX", b"LTSH"]
        .into_iter()
        .map(Tag::new)
        .collect()
}

/// Names that must stay in the font: its author and its licence.
fn kept_names() -> IntSet<NameId> {
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
