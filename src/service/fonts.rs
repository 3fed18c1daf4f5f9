//! Fonts besides the built-in ones, from files and folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::font::Fonts;

/// Endings of font files.
const ENDINGS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// The built-in fonts, then those of the given files and folders, in their order.
///
/// # Errors
/// The file or folder that can't be used, and why.
pub fn fonts(paths: &[PathBuf]) -> Result<Fonts, String> {
    let mut fonts = Fonts::embedded();
    for path in paths {
        for file in files(path)? {
            let name = file.display();
            let bytes = fs::read(&file).map_err(|error| format!("font {name}: {error}"))?;
            fonts.add(bytes).map_err(|error| format!("font {name}: {error}"))?;
        }
    }
    Ok(fonts)
}

/// The file itself, or the font files of a folder in order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let is_font = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    let entries = fs::read_dir(path).map_err(|error| format!("font folder {}: {error}", path.display()))?;
    let mut fonts: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_font).collect();
    fonts.sort();
    if fonts.is_empty() {
        return Err(format!("font folder {}: no .ttf, .otf, .ttc or .otc file in it", path.display()));
    }
    Ok(fonts)
}
