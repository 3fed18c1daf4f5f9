//! Every file of `tests/fixtures/burndown` and `examples`: its SVG is what stands beside it, and its
//! PNG where one stands there.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod support;

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use support::{compare, inputs, picture, render, root};

fn main() {
    let arguments = Arguments::from_args();
    let folder = root().join("tests/fixtures/burndown");
    let trials = inputs(&folder)
        .into_iter()
        .map(|input| {
            let name = input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            Trial::test(name.clone(), move || check(&name, &input))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn check(name: &str, input: &Path) -> Result<(), Failed> {
    let svg = render(input, "svg")?;
    compare(&input.with_extension("svg"), &svg, |expected| {
        picture::explain(&format!("{name}-svg"), picture::of_svg(expected), picture::of_svg(&svg))
    })?;
    let golden = input.with_extension("png");
    if golden.exists() {
        let png = render(input, "png")?;
        compare(&golden, &png, |expected| {
            picture::explain(&format!("{name}-png"), picture::of_png(expected), picture::of_png(&png))
        })?;
    }
    Ok(())
}
