//! Fonts besides the built-in ones, from files and folders.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use emberline::Fonts;

/// Environment variable that names more font files and folders, separated as in `PATH`.
pub const FONTS_VARIABLE: &str = "EMBERLINE_FONTS";

/// File name extensions of fonts.
const FONT_EXTENSIONS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// Splits a value of [`FONTS_VARIABLE`] into paths; empty ones are skipped. Paths need not be Unicode.
pub fn split_font_paths(list: &OsStr) -> Vec<PathBuf> {
    env::split_paths(list).filter(|path| !path.as_os_str().is_empty()).collect()
}

/// Loads the built-in fonts, then those of the given files and folders, in their order.
///
/// # Errors
/// The path that can't be used, and the reason.
pub fn load_fonts(paths: &[PathBuf]) -> Result<Fonts, String> {
    let mut fonts = Fonts::embedded();
    for path in paths {
        for file in font_files(path)? {
            let name = file.display();
            let bytes = fs::read(&file).map_err(|error| format!("font {name}: {error}"))?;
            fonts.add(bytes).map_err(|error| format!("font {name}: {error}"))?;
        }
    }
    Ok(fonts)
}

/// Lists the font files of a folder, sorted by name. A path that is no folder is returned as it is.
fn font_files(path: &Path) -> Result<Vec<PathBuf>, String> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let is_font = |path: &PathBuf| {
        let extension =
            path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
        extension.is_some_and(|extension| FONT_EXTENSIONS.contains(&extension.as_str()))
    };
    let entries = fs::read_dir(path).map_err(|error| format!("font folder {}: {error}", path.display()))?;
    let mut fonts: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_font).collect();
    fonts.sort();
    if fonts.is_empty() {
        return Err(format!("font folder {}: no .ttf, .otf, .ttc or .otc file in it", path.display()));
    }
    Ok(fonts)
}
