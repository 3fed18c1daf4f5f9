//! Font families, and the database in which usvg finds them.

use std::sync::Arc;

use super::face::Face;
use super::style::Weight;

/// The faces of one family. Family names are unique, so usvg finds exactly the face that was measured.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) name: Arc<str>,
    pub(super) regular: Arc<Face>,
    /// `None` if bold text is drawn with the regular face; it is not thickened.
    pub(super) bold: Option<Arc<Face>>,
}

impl Family {
    /// The face for a weight, and the weight that this face has.
    pub(super) fn face_for_weight(&self, weight: Weight) -> (&Arc<Face>, Weight) {
        match (weight, &self.bold) {
            (Weight::Bold, Some(bold)) => (bold, Weight::Bold),
            _ => (&self.regular, Weight::Regular),
        }
    }
}

/// Builds the font database of usvg. `default_family` replaces families that a document names and nobody has: without
/// a replacement their text would vanish.
pub(super) fn build_database(families: &[Family], default_family: &str) -> fontdb::Database {
    let mut database = fontdb::Database::new();
    for family in families {
        let bold = family.bold.as_ref().filter(|bold| !Arc::ptr_eq(bold, &family.regular));
        let faces = [(Some(&family.regular), Weight::Regular), (bold, Weight::Bold)];
        let faces = faces.into_iter().filter_map(|(face, weight)| Some((face?, weight)));
        for (face, weight) in faces.filter(|(face, _)| face.missing_file().is_none()) {
            database.push_face_info(fontdb::FaceInfo {
                id: fontdb::ID::dummy(),
                source: fontdb::Source::Binary(face.shared_data()),
                index: face.index(),
                families: vec![(family.name.to_string(), fontdb::Language::English_UnitedStates)],
                post_script_name: family.name.replace(' ', ""),
                style: fontdb::Style::Normal,
                weight: fontdb::Weight(weight.css_value()),
                stretch: fontdb::Stretch::Normal,
                monospaced: false,
            });
        }
    }
    database.set_serif_family(default_family);
    database.set_sans_serif_family(default_family);
    database.set_cursive_family(default_family);
    database.set_fantasy_family(default_family);
    database.set_monospace_family(default_family);
    database
}
