//! The set of fonts of a picture.

use std::sync::Arc;

use super::added_face::AddedFace;
use super::bidi::with_direction_override;
use super::builtin::{TEXT_FAMILY, builtin_families};
use super::face::{Face, VariationSettings};
use super::family::{Family, build_database};
use super::itemise::Itemiser;
use super::line::{MeasuredLine, TextRun};
use super::measure_cache::MeasureCache;
use super::style::TextStyle;

/// The fonts that pictures are drawn with: the library's own, then those [added](Fonts::add), never the system's.
///
/// Cloning shares the font data and everything parsed so far.
///
/// # Example
///
/// ```
/// use emberline::Fonts;
///
/// let fonts = Fonts::embedded();
/// assert!(fonts.missing_characters("Sprint 12 · Łódź").is_empty());
/// assert_eq!(fonts.missing_characters("スプリント").len(), 5);
/// ```
#[derive(Clone, Debug)]
pub struct Fonts {
    pub(super) families: Vec<Family>,
    pub(super) added_faces: Vec<Arc<AddedFace>>,
    pub(super) database: Arc<fontdb::Database>,
    /// The lines of one picture; `None` outside a layout.
    measure_cache: Option<Arc<MeasureCache>>,
}

#[cfg(feature = "builtin-fonts")]
impl Default for Fonts {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Fonts {
    /// Inter with Greek, Cyrillic and symbols, Arabic, Hebrew, monochrome emoji. Nothing is parsed before it is needed.
    #[cfg(feature = "builtin-fonts")]
    #[must_use]
    pub fn embedded() -> Self {
        Self::from_families(builtin_families(|file| {
            Face::from_library_file(file.embedded_bytes, file.units_per_em)
        }))
    }

    /// The same families, but without font files. If a picture needs one, drawing fails with
    /// [`Error::MissingFonts`](crate::Error::MissingFonts), which names the files; pass them to [`add`](Fonts::add).
    #[must_use]
    pub fn external() -> Self {
        Self::from_families(builtin_families(Face::from_missing_file))
    }

    pub(super) fn from_families(families: Vec<Family>) -> Self {
        let database = Arc::new(build_database(&families, TEXT_FAMILY));
        Self { families, added_faces: Vec::new(), database, measure_cache: None }
    }

    /// The names of the library's files that were needed since the last call and are missing.
    pub(crate) fn take_missing_files(&self) -> Vec<&'static str> {
        let needed = self.all_faces().filter(|face| face.take_was_needed());
        let mut files: Vec<_> = needed.filter_map(Face::missing_file).collect();
        // Without the fonts of ordinary text, the characters they lack are not known yet.
        if files.iter().any(|file| file.coverage.is_none()) {
            files.retain(|file| file.coverage.is_none());
        }
        files.into_iter().map(|file| file.name).collect()
    }

    pub(super) fn all_faces(&self) -> impl Iterator<Item = &Face> {
        self.families
            .iter()
            .flat_map(|family| [Some(&family.regular), family.bold.as_ref()])
            .flatten()
            .map(Arc::as_ref)
    }

    /// The characters of a text that no font has, each once: they are drawn as boxes.
    pub fn missing_characters(&self, text: &str) -> Vec<char> {
        let missing = self.measure_line(text, TextStyle { size: 1.0, ..TextStyle::default() }).missing;
        // No picture needs the files of this search.
        self.take_missing_files();
        missing
    }

    /// The faces for usvg, under the family names of the runs.
    #[cfg_attr(not(feature = "png"), expect(dead_code, reason = "only the rasteriser asks"))]
    pub(crate) fn database(&self) -> &Arc<fontdb::Database> {
        &self.database
    }

    /// The same fonts with a new cache of measured lines, for the layout of one picture.
    pub(crate) fn with_measure_cache(&self) -> Self {
        Self { measure_cache: Some(Arc::default()), ..self.clone() }
    }

    /// Splits `text` into runs and measures them. White space of any kind counts as a space, as on a canvas.
    pub(crate) fn measure_line(&self, text: &str, style: TextStyle) -> MeasuredLine {
        match &self.measure_cache {
            Some(cache) => {
                cache.get_or_measure(text, style, || self.shape_line(text, style), MeasuredLine::clone)
            }
            None => self.shape_line(text, style),
        }
    }

    /// The width of a [measured line](Self::measure_line), in px.
    pub(crate) fn text_width(&self, text: &str, style: TextStyle) -> f64 {
        match &self.measure_cache {
            Some(cache) => {
                cache.get_or_measure(text, style, || self.shape_line(text, style), |line| line.width)
            }
            None => self.shape_line(text, style).width,
        }
    }

    /// Measures a line without the cache.
    fn shape_line(&self, text: &str, style: TextStyle) -> MeasuredLine {
        let mut line = MeasuredLine::default();
        let mut itemiser = Itemiser::new(&self.families, style);
        for piece in itemiser.split_text(text) {
            let Some(family) = self.families.get(piece.family) else { continue };
            let (face, weight) = family.face_for_weight(style.weight);
            let settings = VariationSettings { size: style.size, weight: style.weight };
            let units = face.text_advance(&piece.text, piece.rtl, settings);
            let width = units * style.size / face.units_per_em();
            line.runs.push(TextRun {
                x: line.width,
                width,
                text: with_direction_override(piece.text, piece.rtl),
                family: Arc::clone(&family.name),
                weight,
                rtl: piece.rtl,
            });
            line.width += width;
        }
        line.missing = itemiser.missing;
        line
    }

    pub(super) fn find_family(&self, name: &str) -> Option<&Family> {
        self.families.iter().find(|family| &*family.name == name)
    }
}
