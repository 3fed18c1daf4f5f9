//! Text: which font draws it, how wide it is, what its outlines are.
//!
//! usvg's own fallback panics or draws boxes when one `<text>` needs two fonts. So we decide: [`Fonts::line`] cuts a
//! text into runs, each covered by one font and in one direction, measured by the shaper usvg uses; the writer gives
//! every run a `<text>` of its own.

mod add;
mod builtin;
mod classes;
mod coverage;
#[cfg(feature = "embed-font")]
mod embed;
mod face;
mod figures;
mod fit;
mod itemise;
mod memory;
mod order;
mod outline;
mod plain;
mod style;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use add::FontError;
pub(crate) use builtin::TEXT as TEXT_FAMILY;
use face::Face;
use memory::Memory;

/// The fonts a picture is drawn with: those inside the library, then those [added](Fonts::add), never the system's.
///
/// Cloning shares the font data and everything parsed so far.
#[derive(Clone, Debug)]
pub struct Fonts {
    families: Vec<Family>,
    added: Vec<Arc<add::Found>>,
    database: Arc<fontdb::Database>,
    /// Of the lines of one picture.
    memory: Option<Arc<Memory>>,
}

/// The faces of one family: its name in the SVG is unique, so that usvg finds the very face that was measured.
#[derive(Clone, Debug)]
struct Family {
    name: Arc<str>,
    regular: Arc<Face>,
    /// `None`: bold text is drawn with the regular face, nothing thickens it.
    bold: Option<Arc<Face>>,
}

/// A weight we carry a face for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Weight {
    #[default]
    Regular,
    Bold,
}

impl Weight {
    /// As in CSS: 400 or 700.
    pub(crate) fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Bold => 700,
        }
    }
}

/// How digits and their signs are spaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Figures {
    /// As the font has them.
    #[default]
    Proportional,
    /// All of one width, for columns of numbers.
    Tabular,
}

/// How a line of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct TextStyle {
    /// Font size in px.
    pub(crate) size: f64,
    pub(crate) weight: Weight,
    pub(crate) figures: Figures,
}

/// A line of text, measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// The sum of the advances, in px, not rounded.
    pub(crate) width: f64,
    /// From left to right, whatever the direction of the text.
    pub(crate) runs: Vec<Run>,
    /// Characters no font has, each once, in the order met; a box stands in their place.
    pub(crate) missing: Vec<char>,
}

/// A part of a line that one font draws in one direction: one `<text>` in the SVG.
///
/// Spaces at its ends and doubled ones count: write it with `xml:space="preserve"` when
/// [`Run::keeps_spaces`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// From the left edge of the line, in px.
    pub(crate) x: f64,
    /// In px.
    pub(crate) width: f64,
    /// What the `<text>` holds, in logical order; its direction is fixed by override marks where the default, left to
    /// right, would be wrong.
    pub(crate) text: String,
    /// The one family, free of quotes and commas.
    pub(crate) family: Arc<str>,
    /// Of the face that is used: regular where the family has no bold.
    pub(crate) weight: Weight,
    /// Right to left.
    pub(crate) rtl: bool,
}

impl Run {
    /// XML would drop a space at an end, or one of two.
    pub(crate) fn keeps_spaces(&self) -> bool {
        self.text.starts_with(' ') || self.text.ends_with(' ') || self.text.contains("  ")
    }
}

/// Metrics of the text font, as fractions of the font size.
pub(crate) struct Metrics;

impl Metrics {
    pub(crate) const UNITS_PER_EM: f64 = 2048.0;
    /// Above the baseline.
    pub(crate) const ASCENT: f64 = 1984.0 / Self::UNITS_PER_EM;
    /// Below the baseline, positive.
    pub(crate) const DESCENT: f64 = 494.0 / Self::UNITS_PER_EM;
    /// Height of H.
    pub(crate) const CAP_HEIGHT: f64 = 1490.0 / Self::UNITS_PER_EM;
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
        Self::of(builtin::families(|file| Face::embedded(file.inside, file.units_per_em)))
    }

    /// The same families with none of their files there: a picture that needs some names them in
    /// [`Error::MissingFonts`](crate::Error::MissingFonts), and [`add`](Fonts::add) takes them.
    #[must_use]
    pub fn absent() -> Self {
        Self::of(builtin::families(Face::absent))
    }

    fn of(families: Vec<Family>) -> Self {
        let database = Arc::new(database(&families));
        Self { families, added: Vec::new(), database, memory: None }
    }

    /// Files of the library that were needed since this was last called, and are absent.
    pub(crate) fn asked(&self) -> Vec<&'static str> {
        let asked = self.faces().filter(|face| face.was_asked());
        let mut files: Vec<_> = asked.filter_map(Face::absence).collect();
        // Before the fonts of ordinary text are there, nobody knows what they lack.
        if files.iter().any(|file| file.coverage.is_none()) {
            files.retain(|file| file.coverage.is_none());
        }
        files.into_iter().map(|file| file.name).collect()
    }

    fn faces(&self) -> impl Iterator<Item = &Face> {
        self.families
            .iter()
            .flat_map(|family| [Some(&family.regular), family.bold.as_ref()])
            .flatten()
            .map(Arc::as_ref)
    }

    /// Characters of a text that no font has, each once: they are drawn as boxes.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let missing = self.line(text, TextStyle { size: 1.0, ..TextStyle::default() }).missing;
        // No picture waits for the fonts that were looked at.
        self.asked();
        missing
    }

    /// The faces usvg may use, under the names that runs carry.
    #[cfg_attr(not(feature = "png"), expect(dead_code, reason = "only the rasteriser asks"))]
    pub(crate) fn database(&self) -> &Arc<fontdb::Database> {
        &self.database
    }

    /// The same fonts for the layout of one picture: what they measured once they know.
    pub(crate) fn remembering(&self) -> Self {
        Self { memory: Some(Arc::default()), ..self.clone() }
    }

    /// Cuts `text` into runs and measures them. White space of any kind counts as a space, as on a canvas.
    pub(crate) fn line(&self, text: &str, style: TextStyle) -> Line {
        match &self.memory {
            Some(memory) => memory.read(text, style, || self.measured(text, style), Line::clone),
            None => self.measured(text, style),
        }
    }

    /// The width of a [`line`](Self::line).
    pub(crate) fn width(&self, text: &str, style: TextStyle) -> f64 {
        match &self.memory {
            Some(memory) => memory.read(text, style, || self.measured(text, style), |line| line.width),
            None => self.measured(text, style).width,
        }
    }

    fn measured(&self, text: &str, style: TextStyle) -> Line {
        let mut line = Line::default();
        for piece in self.pieces(text, style, &mut line.missing) {
            let Some(family) = self.families.get(piece.family) else { continue };
            let (face, weight) = family.face(style.weight);
            let units =
                face.advance(&piece.text, piece.rtl, Setting { size: style.size, weight: style.weight });
            let width = units * style.size / face.units_per_em();
            line.runs.push(Run {
                x: line.width,
                width,
                text: order::fixed(piece.text, piece.rtl),
                family: Arc::clone(&family.name),
                weight,
                rtl: piece.rtl,
            });
            line.width += width;
        }
        line
    }

    fn family(&self, name: &str) -> Option<&Family> {
        self.families.iter().find(|family| &*family.name == name)
    }
}

impl Family {
    fn face(&self, weight: Weight) -> (&Arc<Face>, Weight) {
        match (weight, &self.bold) {
            (Weight::Bold, Some(bold)) => (bold, Weight::Bold),
            _ => (&self.regular, Weight::Regular),
        }
    }
}

/// What a variable font's axes are set to, as usvg sets them.
#[derive(Clone, Copy, Debug)]
struct Setting {
    size: f64,
    weight: Weight,
}

fn database(families: &[Family]) -> fontdb::Database {
    let mut database = fontdb::Database::new();
    for family in families {
        let bold = family.bold.as_ref().filter(|bold| !Arc::ptr_eq(bold, &family.regular));
        let faces = [(Some(&family.regular), Weight::Regular), (bold, Weight::Bold)];
        let faces = faces.into_iter().filter_map(|(face, weight)| Some((face?, weight)));
        for (face, weight) in faces.filter(|(face, _)| face.absence().is_none()) {
            database.push_face_info(fontdb::FaceInfo {
                id: fontdb::ID::dummy(),
                source: fontdb::Source::Binary(face.data()),
                index: face.index(),
                families: vec![(family.name.to_string(), fontdb::Language::English_UnitedStates)],
                post_script_name: family.name.replace(' ', ""),
                style: fontdb::Style::Normal,
                weight: fontdb::Weight(weight.number()),
                stretch: fontdb::Stretch::Normal,
                monospaced: false,
            });
        }
    }
    // Whatever else a document asks for: a missing family would make its text vanish.
    database.set_serif_family(builtin::TEXT);
    database.set_sans_serif_family(builtin::TEXT);
    database.set_cursive_family(builtin::TEXT);
    database.set_fantasy_family(builtin::TEXT);
    database.set_monospace_family(builtin::TEXT);
    database
}
