//! Adding fonts for scripts that the library's fonts lack, such as Japanese or Thai.

use std::sync::Arc;

use super::added_face::{AddedFace, FontError, family_names, nearest_face, parse_faces};
use super::builtin::{FAMILY_COUNT, TEXT_FAMILY, identify_file};
use super::face::Face;
use super::family::{Family, build_database};
use super::font_file::FontFile;
use super::fonts::Fonts;

impl Fonts {
    /// Adds the faces of a TTF, OTF or TTC file, for characters that no earlier font has, and returns the names of their
    /// families. The weights of one family may come from several files; of each family the upright faces nearest to the
    /// weights 400 and 700 are used. A family with the name of a built-in one gets a number after its name.
    ///
    /// A file of the library's own fonts becomes the built-in font if that is [external](Fonts::external).
    ///
    /// # Errors
    ///
    /// [`FontError`]; the fonts are then unchanged.
    ///
    /// # Example
    ///
    /// ```
    /// let mut fonts = emberline::Fonts::embedded();
    /// assert!(fonts.add(b"not a font".to_vec()).is_err());
    /// ```
    pub fn add(&mut self, data: Vec<u8>) -> Result<Vec<String>, FontError> {
        if let Some(file) = identify_file(&data).filter(|file| self.lacks_file(file)) {
            return Ok(self.add_builtin_file(file, data));
        }
        let mut faces = parse_faces(data)?;
        for face in &mut faces {
            if self.families.iter().take(FAMILY_COUNT).any(|family| *family.name == *face.family) {
                face.family.push_str(" 2");
            }
        }
        let names = family_names(faces.iter());
        self.added_faces.extend(faces.into_iter().map(Arc::new));
        self.families.truncate(FAMILY_COUNT);
        for name in family_names(self.added_faces.iter().map(Arc::as_ref)) {
            let faces: Vec<&AddedFace> =
                self.added_faces.iter().map(Arc::as_ref).filter(|face| face.family == name).collect();
            let Some(regular) = nearest_face(&faces, 400.0) else { continue };
            let bold = nearest_face(&faces, 700.0).filter(|bold| bold.any_weight || bold.weight >= 600.0);
            self.families.push(Family {
                name: Arc::from(name),
                regular: Arc::clone(&regular.face),
                bold: bold.map(|bold| Arc::clone(&bold.face)),
            });
        }
        self.database = Arc::new(build_database(&self.families, TEXT_FAMILY));
        Ok(names)
    }

    fn lacks_file(&self, file: &FontFile) -> bool {
        self.all_faces().any(|face| face.missing_file().is_some_and(|missing| missing.name == file.name))
    }

    /// Replaces the faces of a missing built-in file and returns the names of their families.
    fn add_builtin_file(&mut self, file: &'static FontFile, data: Vec<u8>) -> Vec<String> {
        let loaded = Arc::new(Face::from_library_file(file.store_bytes(data), file.units_per_em));
        let needs_file = |face: &Face| face.missing_file().is_some_and(|missing| missing.name == file.name);
        let mut names = Vec::new();
        for family in self.families.iter_mut().take(FAMILY_COUNT) {
            let faces = [Some(&mut family.regular), family.bold.as_mut()];
            for face in faces.into_iter().flatten().filter(|face| needs_file(face)) {
                *face = Arc::clone(&loaded);
                names.push(family.name.to_string());
            }
        }
        self.database = Arc::new(build_database(&self.families, TEXT_FAMILY));
        names
    }
}
