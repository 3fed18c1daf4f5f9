//! Each input in `tests/fixtures/burndown`, `kinds` and `chartjs` is drawn and compared with the SVG beside it. If a PNG lies
//! beside a fixture or an example, the PNG is compared as well.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod support;

use std::path::Path;

use libtest_mimic::{Arguments, Failed, Trial};
use support::{compare_with_expected, fixture_inputs, picture, project_root, render_fixture};

fn main() {
    let arguments = Arguments::from_args();
    let trials = ["tests/fixtures/burndown", "tests/fixtures/kinds", "tests/fixtures/chartjs", "examples"]
        .into_iter()
        .flat_map(|folder| {
            fixture_inputs(&project_root().join(folder)).into_iter().map(move |input| {
                let name =
                    input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                Trial::test(format!("{folder}/{name}"), move || {
                    check_fixture(&name, &input, folder != "examples")
                })
            })
        });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn check_fixture(name: &str, input: &Path, needs_svg: bool) -> Result<(), Failed> {
    if needs_svg {
        let svg = render_fixture(input, "svg")?;
        compare_with_expected(&input.with_extension("svg"), &svg, |expected| {
            picture::save_comparison(
                &format!("{name}-svg"),
                picture::rasterise_svg(expected),
                picture::rasterise_svg(&svg),
            )
        })?;
    }
    let golden = input.with_extension("png");
    if golden.exists() {
        let png = render_fixture(input, "png")?;
        compare_with_expected(&golden, &png, |expected| {
            picture::save_comparison(
                &format!("{name}-png"),
                picture::decode_png(expected),
                picture::decode_png(&png),
            )
        })?;
    }
    Ok(())
}
