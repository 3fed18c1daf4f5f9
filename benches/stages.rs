//! The stages of a picture, apart.
//! `cargo bench`, for the preset slack.

#![expect(clippy::expect_used, reason = "a benchmark may stop")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use emberline::stages::{self, Caption};
use emberline::{Compression, Fonts, Options, ReadOptions};

const INPUT: &[u8] = include_bytes!("peers/burndown.sprint.json");

fn stages(criterion: &mut Criterion) {
    let (fonts, options, read) = (Fonts::embedded(), Options::default(), ReadOptions::default());
    let sprint = emberline::read_sprint(INPUT, &read).expect("the input is good");
    let picture = stages::layout(&sprint, &options, &fonts);
    let svg = stages::svg(&picture, &options, &fonts);
    let tree = stages::parse(&svg, &fonts).expect("our SVG is good");
    let pixmap = stages::rasterise(&tree, 1.0).expect("there is memory");
    let caption = Caption { title: "", description: "" };

    criterion.bench_function("fonts", |b| b.iter(Fonts::embedded));
    criterion.bench_function("read", |b| b.iter(|| emberline::read_sprint(black_box(INPUT), &read)));
    criterion.bench_function("layout", |b| b.iter(|| stages::layout(black_box(&sprint), &options, &fonts)));
    criterion.bench_function("svg", |b| b.iter(|| stages::svg(black_box(&picture), &options, &fonts)));
    criterion.bench_function("parse", |b| b.iter(|| stages::parse(black_box(&svg), &fonts)));
    criterion.bench_function("raster", |b| b.iter(|| stages::rasterise(black_box(&tree), 1.0)));
    for (name, compression) in [("png fast", Compression::Fast), ("png best", Compression::Best)] {
        criterion.bench_function(name, |b| {
            b.iter(|| stages::encode(black_box(&pixmap), 1.0, compression, caption));
        });
    }
    criterion.bench_function("all to SVG", |b| {
        b.iter(|| emberline::render_svg(black_box(&sprint), &options, &fonts));
    });
    criterion.bench_function("all to PNG", |b| {
        b.iter(|| emberline::render_png(black_box(&sprint), &options, &fonts));
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
