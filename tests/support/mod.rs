//! Fixtures: `<name>.json` or `<name>.csv` with the expected `<name>.svg`, some with `<name>.png`, and `<name>.args` for
//! flags other than the defaults. `UPDATE=1` rewrites the expected files, except in CI.

pub mod picture;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use libtest_mimic::Failed;

/// The root folder of the repository.
pub fn project_root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        root.canonicalize().expect("the package is in a folder of the repository")
    });
    &ROOT
}

/// True if expected files are to be rewritten.
pub fn is_updating() -> bool {
    let update = env::var_os("UPDATE").is_some_and(|value| value == "1");
    assert!(!(update && env::var_os("CI").is_some()), "UPDATE=1 is refused in CI");
    update
}

/// Runs the `emberline` program.
pub fn run_emberline(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_emberline"))
        .args(args)
        .current_dir(project_root())
        .env_remove("EMBERLINE_FONTS")
        .output()
        .expect("the program starts")
}

/// The input files of a folder, sorted by name.
pub fn fixture_inputs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    const INPUTS: [&str; 11] =
        ["json", "csv", "tsv", "html", "xml", "xlsx", "ods", "pdf", "jpg", "zip", "txt"];
    let is_input = |path: &PathBuf| path.extension().is_some_and(|e| INPUTS.iter().any(|input| e == *input));
    let mut inputs: Vec<_> =
        entries.map(|entry| entry.expect("the entry can be read").path()).filter(is_input).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "{}: no fixtures", folder.display());
    inputs
}

/// Renders a fixture in a format, with the flags of its `.args` file.
pub fn render_fixture(input: &Path, format: &str) -> Result<Vec<u8>, Failed> {
    let flags = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let input = input.to_str().ok_or("the path is UTF-8")?;
    let mut args = vec!["render", input, "-o", "-", "--format", format];
    args.extend(flags.split_whitespace());
    let output = run_emberline(&args);
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(output.stdout)
}

/// Compares a result with the expected file, or rewrites that file. `explain` gets the expected bytes and describes a
/// difference.
pub fn compare_with_expected(
    expected: &Path,
    actual: &[u8],
    explain: impl Fn(&[u8]) -> String,
) -> Result<(), Failed> {
    if is_updating() {
        return Ok(fs::write(expected, actual)?);
    }
    let expected_bytes = fs::read(expected)
        .map_err(|error| format!("{}: {error}; UPDATE=1 cargo test writes it", expected.display()))?;
    if expected_bytes == actual {
        return Ok(());
    }
    Err(format!("{} differs: {}", expected.display(), explain(&expected_bytes)).into())
}
