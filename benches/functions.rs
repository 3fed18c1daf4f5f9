//! Benchmarks of functions in Chart.js configurations, each beside the same chart without functions.
//! `cargo bench --bench functions` runs them.
//!
//! - *start of an engine*: the runtime, its built-in objects and their guards; the end of the engine is not in it.
//! - *start and end of an engine*: the same, and all memory is freed.
//! - *a chart*: from the configuration, which has been read, to its SVG: options, data, layout and text. Where it has functions, an
//!   engine starts, the script runs once more, its configuration is read from the engine, its functions are called, and the engine
//!   ends. Rasterising is not in it; it is the same for both.
//! - *a chart, read*: from the text of the configuration to its values. Where it has functions, this starts an engine, too.
//! - *a chart, read and drawn*: both, as the command line does for a file.

#![expect(clippy::expect_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use emberline::{Fonts, Input, Options, ReadOptions, bench};

/// The number of values in the chart.
const POINTS: usize = 1_000;
/// The same colours as data and as a function.
const LISTED_COLORS: &str = "COLORS";
const COLOR_FUNCTION: &str = "(ctx) => ctx.parsed.y > 50 ? 'rgb(200, 30, 30)' : 'rgb(30, 90, 200)'";
/// The same labels as Chart.js writes them by itself.
const TICK_CALLBACK: &str = "ticks: { callback: (value) => '$' + value.toFixed(2) }";

/// A chart of one dataset, with the colours of its values and the options of its value axis.
fn config(kind: &str, colors: &str, scale: &str) -> String {
    let values: Vec<usize> = (0..POINTS).map(|index| index * 37 % 101).collect();
    let listed: Vec<&str> = values
        .iter()
        .map(|value| if *value > 50 { "'rgb(200, 30, 30)'" } else { "'rgb(30, 90, 200)'" })
        .collect();
    let labels: Vec<String> = (0..POINTS).map(|index| format!("'{index}'")).collect();
    let colors = colors.replace(LISTED_COLORS, &format!("[{}]", listed.join(",")));
    format!(
        "{{ type: '{kind}', data: {{ labels: [{}], datasets: [{{ data: {values:?}, {colors} }}] }},
            options: {{ scales: {{ y: {{ {scale} }} }} }} }}",
        labels.join(",")
    )
}

/// Reads a configuration once and draws it as SVG again and again; a script runs for each picture.
fn bench_drawing(criterion: &mut Criterion, name: &str, config: &str) {
    let (fonts, options) = (Fonts::embedded(), Options::default());
    let mut read = ReadOptions::default();
    read.runs_functions = true;
    let input = emberline::read_chart_js(config.as_bytes(), &read).expect("the configuration is valid");
    let input = Input::from(input);
    criterion.bench_function(name, |b| {
        b.iter(|| emberline::draw(black_box(&input), &options, &fonts).expect("there is a picture"));
    });
    criterion.bench_function(&format!("{name}, read"), |b| {
        b.iter(|| emberline::read_chart_js(black_box(config.as_bytes()), &read).expect("it is valid"));
    });
    criterion.bench_function(&format!("{name}, read and drawn"), |b| {
        b.iter(|| {
            let input = emberline::read_chart_js(black_box(config.as_bytes()), &read).expect("it is valid");
            emberline::draw(&Input::from(input), &options, &fonts).expect("there is a picture")
        });
    });
}

fn bench_functions(criterion: &mut Criterion) {
    let fonts = Fonts::embedded();
    criterion.bench_function("start of an engine", |b| {
        b.iter_custom(|count| {
            let mut total = Duration::ZERO;
            for _ in 0..count {
                let start = Instant::now();
                let engine = bench::start_engine(black_box(&fonts));
                total += start.elapsed();
                drop(engine);
            }
            total
        });
    });
    criterion
        .bench_function("start and end of an engine", |b| b.iter(|| bench::start_engine(black_box(&fonts))));
    for (kind, option) in [("line", "pointBackgroundColor"), ("bar", "backgroundColor")] {
        let listed = format!("{option}: {LISTED_COLORS}");
        let function = format!("{option}: {COLOR_FUNCTION}");
        bench_drawing(criterion, &format!("{kind}: data"), &config(kind, &listed, ""));
        bench_drawing(criterion, &format!("{kind}: a tick callback"), &config(kind, &listed, TICK_CALLBACK));
        bench_drawing(
            criterion,
            &format!("{kind}: a tick callback and a colour"),
            &config(kind, &function, TICK_CALLBACK),
        );
    }
}

criterion_group!(benches, bench_functions);
criterion_main!(benches);
