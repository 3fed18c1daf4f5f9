//! Benchmarks of the stages of a picture, at the size of the preset slack. `cargo bench` runs them.

#![expect(clippy::expect_used, reason = "a benchmark may stop")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use emberline::bench::{self, PngMetadata};
use emberline::{Compression, Fonts, Input, Options, ReadOptions};

const INPUT: &[u8] = include_bytes!("peers/burndown.sprint.json");

fn bench_stages(criterion: &mut Criterion) {
    let (fonts, options, read) = (Fonts::embedded(), Options::default(), ReadOptions::default());
    let sprint = emberline::read_sprint(INPUT, &read).expect("the input is valid");
    let picture = bench::lay_out(&sprint, &options, &fonts);
    let svg = bench::write_svg(&picture, &options, &fonts);
    let input = Input::from(sprint.clone());
    let tree = bench::parse_svg(&svg, &fonts).expect("the SVG is valid");
    let pixmap = bench::rasterise_tree(&tree, 1.0).expect("there is memory");
    let caption = PngMetadata { title: "", description: "" };

    criterion.bench_function("fonts", |b| b.iter(Fonts::embedded));
    criterion.bench_function("read", |b| b.iter(|| emberline::read_sprint(black_box(INPUT), &read)));
    criterion.bench_function("layout", |b| b.iter(|| bench::lay_out(black_box(&sprint), &options, &fonts)));
    criterion.bench_function("svg", |b| b.iter(|| bench::write_svg(black_box(&picture), &options, &fonts)));
    criterion.bench_function("parse", |b| b.iter(|| bench::parse_svg(black_box(&svg), &fonts)));
    criterion.bench_function("raster", |b| b.iter(|| bench::rasterise_tree(black_box(&tree), 1.0)));
    for (name, compression) in [("png fast", Compression::Fast), ("png best", Compression::Best)] {
        criterion.bench_function(name, |b| {
            b.iter(|| bench::encode_png(black_box(&pixmap), 1.0, compression, caption));
        });
    }
    criterion.bench_function("all to SVG", |b| {
        b.iter(|| emberline::draw(black_box(&input), &options, &fonts));
    });
    criterion.bench_function("all to PNG", |b| {
        b.iter(|| emberline::draw(black_box(&input), &options, &fonts)?.png(&fonts));
    });
}

criterion_group!(benches, bench_stages);
criterion_main!(benches);
