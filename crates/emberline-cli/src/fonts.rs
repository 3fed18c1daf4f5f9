//! Fonts of the command line: built-in ones, those of `--font` and those of the environment variable.

use std::env;
use std::path::PathBuf;

use emberline::Fonts;
use emberline_server::fonts::{self, FONTS_VARIABLE, split_font_paths};

use super::outcome::CliError;

/// Loads the built-in fonts, then those of `--font`, then those of the environment variable.
pub(crate) fn load_fonts(font_args: &[PathBuf]) -> Result<Fonts, CliError> {
    let mut paths = font_args.to_vec();
    if let Some(list) = env::var_os(FONTS_VARIABLE) {
        paths.extend(split_font_paths(&list));
    }
    Ok(fonts::load_fonts(&paths)?)
}
