//! Exports of issue trackers: each input in `tests/fixtures/trackers/*/` is compared with the output of `describe` in
//! `<name>.describe`, or with the error message in `<name>.error`. If `<name>.svg` or `<name>.png` exists, the picture is compared as
//! well. `<name>.args` contains flags.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod support;

use std::fs;
use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use support::{compare_with_expected, fixture_inputs, picture, project_root, render_fixture, run_emberline};

fn main() {
    let arguments = Arguments::from_args();
    let folders =
        fs::read_dir(project_root().join("tests/fixtures/trackers")).expect("the folder is accessible");
    let inputs = folders.flat_map(|folder| fixture_inputs(&folder.expect("the entry can be read").path()));
    let trials = inputs.map(|input| {
        let name =
            input.strip_prefix(project_root().join("tests/fixtures/trackers")).expect("there is a name");
        Trial::test(name.to_string_lossy().into_owned(), move || check_fixture(&input))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check_fixture(input: &Path) -> Result<(), Failed> {
    let flags = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let path = input.strip_prefix(project_root())?.to_str().ok_or("the path is UTF-8")?;
    let mut args = vec!["describe", path];
    args.extend(flags.split_whitespace());
    let output = run_emberline(&args);
    let (kind, printed) =
        if output.status.success() { ("describe", output.stdout) } else { ("error", output.stderr) };
    for secret in ["@example.org", "ghp_16C7"] {
        assert!(
            !String::from_utf8_lossy(&printed).contains(secret),
            "the output of {path} contains {secret}"
        );
    }
    compare_with_expected(&input.with_extension(kind), &printed, |_| {
        String::from_utf8_lossy(&printed).into_owned()
    })?;
    let name = input.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (svg, png) = (input.with_extension("svg"), input.with_extension("png"));
    if svg.exists() {
        let drawn = render_fixture(input, "svg")?;
        compare_with_expected(&svg, &drawn, |expected| {
            picture::save_comparison(
                &format!("{name}-svg"),
                picture::rasterise_svg(expected),
                picture::rasterise_svg(&drawn),
            )
        })?;
    }
    if png.exists() {
        let drawn = render_fixture(input, "png")?;
        compare_with_expected(&png, &drawn, |expected| {
            picture::save_comparison(
                &format!("{name}-png"),
                picture::decode_png(expected),
                picture::decode_png(&drawn),
            )
        })?;
    }
    Ok(())
}
