//! Trackers' answers: every input of `tests/fixtures/trackers/*/` with what `describe` says of it beside it in
//! `<name>.describe`, or in `<name>.error` what is wrong with it; where there is a `<name>.svg` or `<name>.png`, as that picture too.
//! Flags are in `<name>.args`.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod support;

use std::fs;
use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use support::{compare, emberline, inputs, picture, render, root};

fn main() {
    let arguments = Arguments::from_args();
    let folders = fs::read_dir(root().join("tests/fixtures/trackers")).expect("a folder");
    let inputs = folders.flat_map(|folder| inputs(&folder.expect("an entry").path()));
    let trials = inputs.map(|input| {
        let name = input.strip_prefix(root().join("tests/fixtures/trackers")).expect("a name");
        Trial::test(name.to_string_lossy().into_owned(), move || check(&input))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(input: &Path) -> Result<(), Failed> {
    let flags = fs::read_to_string(input.with_extension("args")).unwrap_or_default();
    let path = input.strip_prefix(root())?.to_str().ok_or("the path is UTF-8")?;
    let mut args = vec!["describe", path];
    args.extend(flags.split_whitespace());
    let output = emberline(&args);
    let (kind, said) =
        if output.status.success() { ("describe", output.stdout) } else { ("error", output.stderr) };
    for secret in ["@example.org", "ghp_16C7"] {
        assert!(!String::from_utf8_lossy(&said).contains(secret), "{secret} of {path} gets out");
    }
    compare(&input.with_extension(kind), &said, |_| String::from_utf8_lossy(&said).into_owned())?;
    let name = input.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (svg, png) = (input.with_extension("svg"), input.with_extension("png"));
    if svg.exists() {
        let drawn = render(input, "svg")?;
        compare(&svg, &drawn, |wanted| {
            picture::explain(&format!("{name}-svg"), picture::of_svg(wanted), picture::of_svg(&drawn))
        })?;
    }
    if png.exists() {
        let drawn = render(input, "png")?;
        compare(&png, &drawn, |wanted| {
            picture::explain(&format!("{name}-png"), picture::of_png(wanted), picture::of_png(&drawn))
        })?;
    }
    Ok(())
}
