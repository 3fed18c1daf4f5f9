//! The legend: a function of the datasets.

use crate::chart::{Bar, Chart, Dataset, Line, Mark};
use crate::color::Color;
use crate::font::{self, Fonts};
use crate::geometry::{Point, Rect};
use crate::mark;
use crate::scene::{Item, Outline, Shape, Stroke, Text};

/// Room between entries, as a share of the font size.
const ENTRY_GAP: f64 = 1.4;
/// Side of a symbol, as a share of the font size.
const SYMBOL: f64 = 0.8;
/// Length of a line's symbol, as a share of the font size.
const LINE_SYMBOL: f64 = 1.6;
/// Room between symbol and words, as a share of the font size.
const SYMBOL_GAP: f64 = 0.45;
/// Width of a band symbol's edge, as a share of its height.
const BAND_EDGE: f64 = 0.06;
/// Room above the first row, as a share of the font size.
const SPACE_BEFORE: f64 = 0.6;

/// What an entry shows before its words.
enum Symbol<'a> {
    Bar(&'a Bar),
    Line(&'a Line),
    /// Fill and edge: the shade alone is too faint on so small an area.
    Band(Color, Color),
}

/// An entry with its place in its row.
pub(super) struct Entry<'a> {
    symbol: Symbol<'a>,
    words: font::Line,
    left: f64,
}

/// The entries, flowed into rows no wider than `width`.
pub(super) fn rows<'a>(chart: &'a Chart, fonts: &Fonts, width: f64, direct: bool) -> Vec<Vec<Entry<'a>>> {
    let Some(legend) = &chart.legend else { return Vec::new() };
    let size = legend.style.size;
    let mut rows: Vec<Vec<Entry>> = Vec::new();
    let mut left = 0.0;
    for (symbol, text) in entries(chart, direct) {
        let room = (width - symbol_width(&symbol, size) - size * SYMBOL_GAP).max(0.0);
        let (_, words) = fonts.fit(text, legend.style, room);
        let entry_width = symbol_width(&symbol, size) + size * SYMBOL_GAP + words.width;
        if left > 0.0 && left + entry_width > width {
            left = 0.0;
        }
        if left == 0.0 {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            row.push(Entry { symbol, words, left });
        }
        left += entry_width + size * ENTRY_GAP;
    }
    rows
}

fn entries(chart: &Chart, direct: bool) -> impl Iterator<Item = (Symbol<'_>, &str)> {
    let of_set = move |set: &Dataset| set.always_in_legend || set.end_label.is_none() || !direct;
    let sets = chart.datasets.iter().filter(move |set| of_set(set)).map(|set| {
        let symbol = match &set.mark {
            Mark::Bar(bar) => Symbol::Bar(bar),
            Mark::Line(line) => Symbol::Line(line),
        };
        (symbol, set.label.as_str())
    });
    let color = chart.legend.as_ref().map_or(chart.frame.background, |legend| legend.color);
    let band = chart.bands.first().zip(chart.band_label.as_ref());
    sets.chain(band.map(move |(band, label)| (Symbol::Band(band.color, color), label.as_str())))
}

fn symbol_width(symbol: &Symbol, size: f64) -> f64 {
    size * if matches!(symbol, Symbol::Line(_)) { LINE_SYMBOL } else { SYMBOL }
}

/// Height of the rows with the room above them.
pub(super) fn height(chart: &Chart, rows: &[Vec<Entry>]) -> f64 {
    let Some(legend) = &chart.legend else { return 0.0 };
    if rows.is_empty() {
        0.0
    } else {
        rows.len() as f64 * row_height(chart) + legend.style.size * SPACE_BEFORE
    }
}

fn row_height(chart: &Chart) -> f64 {
    chart.legend.as_ref().map_or(0.0, |legend| legend.style.line_height() * 1.15)
}

/// The rows as items, their left edge at `x`, their strip's top at `top`.
pub(super) fn place(chart: &Chart, rows: Vec<Vec<Entry>>, x: f64, top: f64) -> Vec<Item> {
    let Some(legend) = &chart.legend else { return Vec::new() };
    let style = legend.style;
    let mut items = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let baseline = top + style.size * SPACE_BEFORE + index as f64 * row_height(chart) + style.ascent();
        for entry in row {
            let left = x + entry.left;
            let width = symbol_width(&entry.symbol, style.size);
            let middle = baseline - style.middle();
            items.extend(symbol(&entry.symbol, left, middle, (width, style.size * SYMBOL)));
            let at = Point::new(left + width + style.size * SYMBOL_GAP, baseline);
            items.push(Item::Text(Text { at, style, color: legend.color, outline: None, line: entry.words }));
        }
    }
    items
}

fn symbol(symbol: &Symbol, left: f64, middle: f64, (width, height): (f64, f64)) -> Vec<Item> {
    let rect = Rect { x: left, y: middle - height / 2.0, width, height };
    match symbol {
        Symbol::Bar(bar) => mark::bar_shape(rect, bar),
        Symbol::Band(fill, edge) => {
            let stroke = Some(Stroke::solid(*edge, height * BAND_EDGE));
            vec![Item::Shape(Shape { outline: Outline::Rect(rect, 0.0), fill: Some(*fill), stroke })]
        }
        Symbol::Line(line) => {
            let ends = [Point::new(left, middle), Point::new(left + width, middle)];
            vec![Shape::line(ends, line.stroke.clone())]
        }
    }
}
