//! The faces of font files that a user adds.

use std::sync::Arc;

use skrifa::attribute::Style;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::{FileRef, TableProvider as _};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

use super::face::Face;

/// The reason why a font cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FontError {
    /// The data are neither TrueType nor OpenType nor a collection of such fonts.
    #[error("this is no TTF, OTF or TTC font (a WOFF must be unpacked first)")]
    NotAFont,
    /// The font has only bitmaps, or no map from characters to glyphs.
    #[error("the font has no outlines for characters: a bitmap font cannot be drawn at any size")]
    NoOutlines,
    /// The metrics of the font are inconsistent.
    #[error(
        "the font's metrics are broken: units per em must be 16 to 16384 and the ascent above the descent"
    )]
    BadMetrics,
}

/// A face of an added file.
#[derive(Debug)]
pub(super) struct AddedFace {
    pub(super) family: String,
    pub(super) weight: f32,
    pub(super) upright: bool,
    pub(super) face: Arc<Face>,
    /// True for a variable font that has all weights.
    pub(super) any_weight: bool,
}

/// Reads all faces of a TTF, OTF or TTC file.
pub(super) fn parse_faces(data: Vec<u8>) -> Result<Vec<AddedFace>, FontError> {
    let data = Arc::new(data);
    let count = match FileRef::new(&data).map_err(|_| FontError::NotAFont)? {
        FileRef::Font(_) => 1,
        FileRef::Collection(collection) => collection.len(),
    };
    (0..count).map(|index| parse_face(&data, index)).collect()
}

fn parse_face(data: &Arc<Vec<u8>>, index: u32) -> Result<AddedFace, FontError> {
    let font = FontRef::from_index(data, index).map_err(|_| FontError::NotAFont)?;
    if font.outline_glyphs().format().is_none() || !font.charmap().has_map() {
        return Err(FontError::NoOutlines);
    }
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    // usvg draws nothing in a font outside these bounds.
    if !(16..=16384).contains(&metrics.units_per_em) || metrics.ascent - metrics.descent < 2.0 {
        return Err(FontError::BadMetrics);
    }
    let attributes = font.attributes();
    let variable = font.fvar().is_ok();
    Ok(AddedFace {
        family: css_family_name(&font),
        weight: attributes.weight.value(),
        upright: attributes.style == Style::Normal,
        face: Arc::new(Face::from_added(Arc::clone(data), index, metrics.units_per_em, variable)),
        any_weight: variable && font.axes().get_by_tag(skrifa::Tag::new(b"wght")).is_some(),
    })
}

/// The English family name, without characters that have a meaning in CSS.
fn css_family_name(font: &FontRef<'_>) -> String {
    let string =
        |id| font.localized_strings(id).english_or_first().map(|name| name.chars().collect::<String>());
    let name = string(StringId::TYPOGRAPHIC_FAMILY_NAME)
        .or_else(|| string(StringId::FAMILY_NAME))
        .unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect();
    let name = name.trim();
    if name.is_empty() { "Added".to_owned() } else { name.to_owned() }
}

/// The distinct family names, in order of appearance.
pub(super) fn family_names<'a>(faces: impl Iterator<Item = &'a AddedFace>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for face in faces {
        if !names.contains(&face.family) {
            names.push(face.family.clone());
        }
    }
    names
}

/// The face nearest to a weight; upright faces come before italic ones.
pub(super) fn nearest_face<'a>(faces: &[&'a AddedFace], weight: f32) -> Option<&'a AddedFace> {
    faces.iter().copied().min_by(|a, b| {
        let distance = |face: &AddedFace| (face.weight - weight).abs();
        b.upright.cmp(&a.upright).then(distance(a).total_cmp(&distance(b)))
    })
}
