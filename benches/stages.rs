//! The stages of a picture, apart: read, lay out and write (SVG), parse and rasterise and encode (PNG).
//! `cargo bench`, for the preset slack.

#![expect(clippy::expect_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use emberline::{Compression, Fonts, Options, ReadOptions};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};

const INPUT: &[u8] = include_bytes!("peers/burndown.sprint.json");

fn stages(criterion: &mut Criterion) {
    let fonts = Fonts::embedded();
    let options = Options::default();
    let read = ReadOptions::default();
    let sprint = emberline::read_sprint(INPUT, &read).expect("the input is good");
    let svg = emberline::render_svg(&sprint, &options, &fonts).expect("the size is good");

    criterion.bench_function("fonts", |b| b.iter(Fonts::embedded));
    criterion.bench_function("read", |b| b.iter(|| emberline::read_sprint(black_box(INPUT), &read)));
    criterion
        .bench_function("svg", |b| b.iter(|| emberline::render_svg(black_box(&sprint), &options, &fonts)));

    let mut database = fontdb::Database::new();
    for font in std::fs::read_dir("fonts").expect("run from the root").flatten() {
        if font.path().extension().is_some_and(|ending| ending == "ttf") {
            database.load_font_data(std::fs::read(font.path()).expect("readable"));
        }
    }
    let parsing = usvg::Options { fontdb: Arc::new(database), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&svg, &parsing).expect("our SVG is good");
    criterion.bench_function("parse", |b| b.iter(|| usvg::Tree::from_str(black_box(&svg), &parsing)));
    criterion.bench_function("raster", |b| {
        b.iter(|| {
            let mut pixmap = Pixmap::new(1600, 900).expect("memory");
            resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
            pixmap
        });
    });
    for (name, compression) in [("png", Compression::Fast), ("png-best", Compression::Best)] {
        let options = Options { compression, ..Options::default() };
        criterion
            .bench_function(name, |b| b.iter(|| emberline::render_png(black_box(&sprint), &options, &fonts)));
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
