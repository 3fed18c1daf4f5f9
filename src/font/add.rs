//! Fonts a user brings: a Japanese or Thai team.

use std::sync::Arc;

use skrifa::attribute::Style;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::{FileRef, TableProvider as _};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

use super::builtin::File;
use super::face::Face;
use super::{Family, Fonts, builtin, database};

/// Why a font cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FontError {
    /// Neither TrueType nor OpenType, nor a collection of such.
    #[error("this is no TTF, OTF or TTC font (a WOFF must be unpacked first)")]
    NotAFont,
    /// It has no outlines, only bitmaps, or no map from characters to glyphs.
    #[error("the font has no outlines for characters: a bitmap font cannot be drawn at any size")]
    NoOutlines,
    /// Its metrics make no sense.
    #[error(
        "the font's metrics are broken: units per em must be 16 to 16384 and the ascent above the descent"
    )]
    BadMetrics,
}

/// A face of an added file.
#[derive(Debug)]
pub(super) struct Found {
    family: String,
    weight: f32,
    upright: bool,
    face: Arc<Face>,
    /// One file for all weights.
    any_weight: bool,
}

impl Fonts {
    /// Adds the faces of a TTF, OTF or TTC file, for characters no font before has, and returns the names of its
    /// families. Files may bring the weights of one family one by one; of each family the upright faces nearest to the
    /// weights 400 and 700 are used. A family called like an embedded one gets a number behind its name.
    ///
    /// A file of the library's own fonts takes its place where it is [absent](Fonts::absent).
    ///
    /// # Errors
    ///
    /// [`FontError`]; the fonts are then as before.
    pub fn add(&mut self, data: Vec<u8>) -> Result<Vec<String>, FontError> {
        if let Some(file) = File::of(&data).filter(|file| self.lacks(file)) {
            return Ok(self.put(file, data));
        }
        let data = Arc::new(data);
        let count = match FileRef::new(&data).map_err(|_| FontError::NotAFont)? {
            FileRef::Font(_) => 1,
            FileRef::Collection(collection) => collection.len(),
        };
        let mut faces = (0..count).map(|index| found(&data, index)).collect::<Result<Vec<_>, _>>()?;
        for face in &mut faces {
            if self.families.iter().take(builtin::COUNT).any(|family| *family.name == *face.family) {
                face.family.push_str(" 2");
            }
        }
        let names = names(faces.iter());
        self.added.extend(faces.into_iter().map(Arc::new));
        self.families.truncate(builtin::COUNT);
        for name in self::names(self.added.iter().map(Arc::as_ref)) {
            let of_family: Vec<&Found> =
                self.added.iter().map(Arc::as_ref).filter(|face| face.family == name).collect();
            let Some(regular) = nearest(&of_family, 400.0) else { continue };
            let bold = nearest(&of_family, 700.0).filter(|bold| bold.any_weight || bold.weight >= 600.0);
            self.families.push(Family {
                name: Arc::from(name),
                regular: Arc::clone(&regular.face),
                bold: bold.map(|bold| Arc::clone(&bold.face)),
            });
        }
        self.database = Arc::new(database(&self.families));
        Ok(names)
    }

    fn lacks(&self, file: &File) -> bool {
        self.faces().any(|face| face.absence().is_some_and(|absent| absent.name == file.name))
    }

    /// Gives one of the library's own files its place.
    fn put(&mut self, file: &'static File, data: Vec<u8>) -> Vec<String> {
        let there = Arc::new(Face::embedded(file.keep(data), file.units_per_em));
        let is_it = |face: &Face| face.absence().is_some_and(|absent| absent.name == file.name);
        let mut names = Vec::new();
        for family in self.families.iter_mut().take(builtin::COUNT) {
            let faces = [Some(&mut family.regular), family.bold.as_mut()];
            for face in faces.into_iter().flatten().filter(|face| is_it(face)) {
                *face = Arc::clone(&there);
                names.push(family.name.to_string());
            }
        }
        self.database = Arc::new(database(&self.families));
        names
    }
}

/// The families, each once, in the order met.
fn names<'a>(faces: impl Iterator<Item = &'a Found>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for face in faces {
        if !names.contains(&face.family) {
            names.push(face.family.clone());
        }
    }
    names
}

fn nearest<'a>(faces: &[&'a Found], weight: f32) -> Option<&'a Found> {
    faces.iter().copied().min_by(|a, b| {
        let distance = |face: &Found| (face.weight - weight).abs();
        b.upright.cmp(&a.upright).then(distance(a).total_cmp(&distance(b)))
    })
}

fn found(data: &Arc<Vec<u8>>, index: u32) -> Result<Found, FontError> {
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
    Ok(Found {
        family: name(&font),
        weight: attributes.weight.value(),
        upright: attributes.style == Style::Normal,
        face: Arc::new(Face::added(Arc::clone(data), index, metrics.units_per_em, variable)),
        any_weight: variable && font.axes().get_by_tag(skrifa::Tag::new(b"wght")).is_some(),
    })
}

/// As other programs list it, less what CSS gives a meaning.
fn name(font: &FontRef<'_>) -> String {
    let of = |id| font.localized_strings(id).english_or_first().map(|name| name.chars().collect::<String>());
    let name =
        of(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| of(StringId::FAMILY_NAME)).unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).collect();
    let name = name.trim();
    if name.is_empty() { "Added".to_owned() } else { name.to_owned() }
}
