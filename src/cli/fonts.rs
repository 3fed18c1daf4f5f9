//! Fonts besides the built-in ones.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use emberline::Fonts;

use super::Failure;

/// Names more fonts, separated as in PATH.
const VARIABLE: &str = "EMBERLINE_FONTS";
/// Endings of font files.
const ENDINGS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// The built-in fonts, then those of `--font`, then those of the variable.
pub(crate) fn load(given: &[PathBuf]) -> Result<Fonts, Failure> {
    let mut fonts = Fonts::embedded();
    let from_variable = env::var_os(VARIABLE).map(|list| env::split_paths(&list).collect()).unwrap_or(vec![]);
    for path in given.iter().chain(from_variable.iter().filter(|path| !path.as_os_str().is_empty())) {
        for file in files(path)? {
            let name = file.display();
            let bytes = fs::read(&file).map_err(|error| format!("font {name}: {error}"))?;
            fonts.add(bytes).map_err(|error| format!("font {name}: {error}"))?;
        }
    }
    Ok(fonts)
}

/// The file itself, or the font files of a folder in order of their names.
fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
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
        return Err(format!("font folder {}: no .ttf, .otf, .ttc or .otc file in it", path.display()).into());
    }
    Ok(fonts)
}
