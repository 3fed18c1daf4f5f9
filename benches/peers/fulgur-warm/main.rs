//! Measures fulgur-chart in one process: `fulgur-warm CONFIG FONT N WARMUP` prints one JSON line. Each render includes all steps from
//! the text of the configuration to the bytes of the picture.

use std::hint::black_box;
use std::time::Instant;

use fulgur_chart::frontend::chartjs::parse;
use fulgur_chart::raster_direct::{PngCompression, render_chart_to_png_with};
use fulgur_chart::render::render_chart_with_font;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let [_, config, font, n, warmup] = &args[..] else {
        panic!("usage: fulgur-warm CONFIG FONT N WARMUP");
    };
    let text = std::fs::read_to_string(config).expect("the configuration is readable");
    let font = std::fs::read(font).expect("the font is readable");
    let (n, warmup): (usize, usize) = (
        n.parse().expect("N is a number"),
        warmup.parse().expect("WARMUP is a number"),
    );

    let png = |compression| {
        let spec = parse(black_box(&text), false).expect("the configuration parses");
        render_chart_to_png_with(&spec, 1.0, &font, compression)
            .expect("the chart renders")
            .len()
    };
    let svg = || {
        let spec = parse(black_box(&text), false).expect("the configuration parses");
        render_chart_with_font(&spec, &font)
            .expect("the chart renders")
            .len()
    };
    println!(
        "{{\"png\":{},\"fast_png\":{},\"svg\":{}}}",
        measure_warm(|| png(PngCompression::default()), n, warmup),
        measure_warm(|| png(PngCompression::Fast), n, warmup),
        measure_warm(svg, n, warmup),
    );
}

/// Measures `n` calls of `render` after `warmup` untimed calls; returns a JSON object with milliseconds.
fn measure_warm(render: impl Fn() -> usize, n: usize, warmup: usize) -> String {
    let mut bytes = 0;
    for _ in 0..warmup {
        bytes = black_box(render());
    }
    let mut times: Vec<f64> = (0..n)
        .map(|_| {
            let start = Instant::now();
            bytes = black_box(render());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let median = (times[(n - 1) / 2] + times[n / 2]) / 2.0;
    format!(
        "{{\"n\":{n},\"median_ms\":{median:.4},\"min_ms\":{:.4},\"max_ms\":{:.4},\"bytes\":{bytes}}}",
        times[0],
        times[n - 1]
    )
}
