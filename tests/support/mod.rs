//! Files as tests: `<name>.json` (or `.csv`) with the expected `<name>.svg`, some with `<name>.png`,
//! and `<name>.args` for flags besides the defaults. `UPDATE=1` rewrites what is expected; CI may not.

pub mod picture;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use libtest_mimic::Failed;

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// True where expected results are to be rewritten.
pub fn updating() -> bool {
    let update = env::var_os("UPDATE").is_some_and(|value| value == "1");
    assert!(!(update && env::var_os("CI").is_some()), "UPDATE=1 is refused in CI");
    update
}

/// Runs the command line.
pub fn emberline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emberline"))
        .args(args)
        .env_remove("EMBERLINE_FONTS")
        .output()
        .expect("the program starts")
}

/// The inputs in a folder, in order of their names.
pub fn inputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let is_input = |path: &PathBuf| path.extension().is_some_and(|e| e == "json" || e == "csv");
    let mut inputs: Vec<_> = entries.map(|entry| entry.expect("readable").path()).filter(is_input).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{}: no fixtures", folder.display());
    inputs
}

/// Renders a fixture in a format, with its own flags.
pub fn render(input: &Path, format: &str) -> Result<Vec<u8>, Failed> {
    let flags = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let input = input.to_str().ok_or("the path is UTF-8")?;
    let mut args = vec!["render", input, "-o", "-", "--format", format];
    args.extend(flags.split_whitespace());
    let output = emberline(&args);
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(output.stdout)
}

/// Compares with the expected file beside a fixture, or rewrites it.
/// On a difference `explain` leaves what shows it, and says where.
pub fn compare(expected: &Path, actual: &[u8], explain: impl Fn(&[u8]) -> String) -> Result<(), Failed> {
    if updating() {
        return Ok(fs::write(expected, actual)?);
    }
    let wanted = fs::read(expected)
        .map_err(|error| format!("{}: {error}; UPDATE=1 cargo test writes it", expected.display()))?;
    if wanted == actual {
        return Ok(());
    }
    Err(format!("{} differs: {}", expected.display(), explain(&wanted)).into())
}
