//! Fonts besides the built-in ones.

use std::env;
use std::path::PathBuf;

use emberline::{Fonts, service};

use super::Failure;

/// Names more fonts, separated as in PATH.
const VARIABLE: &str = "EMBERLINE_FONTS";

/// The built-in fonts, then those of `--font`, then those of the variable.
pub(crate) fn load(given: &[PathBuf]) -> Result<Fonts, Failure> {
    let from_variable = env::var_os(VARIABLE).map(|list| env::split_paths(&list).collect()).unwrap_or(vec![]);
    let named = from_variable.into_iter().filter(|path| !path.as_os_str().is_empty());
    let paths: Vec<PathBuf> = given.iter().cloned().chain(named).collect();
    Ok(service::fonts(&paths)?)
}
