//! Measures the time of many pictures of one input in one process: `warm FILE COUNT` prints one line of JSON.

use std::env;
use std::time::{Duration, Instant};

use emberline::{Error, Fonts, Input, Options, Picture, ReadOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = env::args().skip(1);
    let file = args.next().ok_or("usage: warm FILE COUNT")?;
    let count: usize = args.next().map_or(Ok(200), |count| count.parse())?;
    let (bytes, fonts, options) = (std::fs::read(file)?, Fonts::embedded(), Options::default());
    let draw = || -> Result<Picture, Error> {
        let input = Input::from(emberline::read_sprint(&bytes, &ReadOptions::default())?);
        emberline::draw(&input, &options, &fonts)
    };
    let mut svg = measure_runs(count, draw)?;
    let mut png = measure_runs(count, || draw()?.png(&fonts))?;
    svg.sort();
    png.sort();
    let ms = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    println!(
        "{{\"n\":{count},\"median_ms\":{:.3},\"min_ms\":{:.3},\"max_ms\":{:.3},\"svg_median_ms\":{:.3}}}",
        ms(png.get(count / 2)),
        ms(png.first()),
        ms(png.last()),
        ms(svg.get(count / 2)),
    );
    Ok(())
}

/// Measures `count` runs, after ten more runs to warm up.
fn measure_runs<T, E>(count: usize, run: impl Fn() -> Result<T, E>) -> Result<Vec<Duration>, E> {
    let mut times = Vec::with_capacity(count);
    for index in 0..count + 10 {
        let start = Instant::now();
        run()?;
        if index >= 10 {
            times.push(start.elapsed());
        }
    }
    Ok(times)
}
