//! Every file of `tests/fixtures/burndown` and `tests/fixtures/chartjs` is drawn as the SVG beside it; where a PNG
//! stands beside it, or beside an example, as that PNG too.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod support;

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use support::{compare, inputs, picture, render, root};

fn main() {
    let arguments = Arguments::from_args();
    let trials = ["tests/fixtures/burndown", "tests/fixtures/kinds", "tests/fixtures/chartjs", "examples"]
        .into_iter()
        .flat_map(|folder| {
            inputs(&root().join(folder)).into_iter().map(move |input| {
                let name =
                    input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                Trial::test(format!("{folder}/{name}"), move || check(&name, &input, folder != "examples"))
            })
        });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check(name: &str, input: &Path, needs_svg: bool) -> Result<(), Failed> {
    if needs_svg {
        let svg = render(input, "svg")?;
        compare(&input.with_extension("svg"), &svg, |expected| {
            picture::explain(&format!("{name}-svg"), picture::of_svg(expected), picture::of_svg(&svg))
        })?;
    }
    let golden = input.with_extension("png");
    if golden.exists() {
        let png = render(input, "png")?;
        compare(&golden, &png, |expected| {
            picture::explain(&format!("{name}-png"), picture::of_png(expected), picture::of_png(&png))
        })?;
    }
    Ok(())
}
