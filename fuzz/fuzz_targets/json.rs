//! Any bytes as a json sprint: an error or a picture, never a panic.
#![no_main]

use std::sync::LazyLock;

use emberline::{Fonts, Format, Options, ReadOptions};
use libfuzzer_sys::fuzz_target;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::embedded);

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions { format: Some(Format::Json), ..ReadOptions::default() };
    if let Ok(sprint) = emberline::read_sprint(bytes, &options) {
        let svg = emberline::render_svg(&sprint, &Options::default(), &FONTS);
        assert!(svg.is_ok_and(|svg| !svg.contains("NaN") && !svg.contains("inf")));
    }
});
