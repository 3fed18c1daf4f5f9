//! Labels at the ends of lines, instead of a legend.

use crate::chart::{Chart, Dataset};
use crate::color::Color;
use crate::font::Fonts;
use crate::geometry::{Point, Rect};
use crate::scene::{Item, Outline, Shape, Text};

use super::fit::spread;
use super::frame::Frame;

/// Room between a line's end and its label, as a share of the font size.
const GAP: f64 = 0.6;

/// A label and the line end it belongs to.
struct EndLabel<'a> {
    text: &'a str,
    color: Color,
    end: Point,
}

/// Width of the widest label with its gap.
pub(super) fn widest(chart: &Chart, fonts: &Fonts) -> f64 {
    let texts = chart.datasets.iter().filter_map(|set| set.end_label.as_ref());
    let width = texts.map(|(text, _)| fonts.line(text, chart.label_style).width).fold(0.0, f64::max);
    width + chart.label_style.size * GAP
}

/// Height of all labels one under the other.
pub(super) fn height(chart: &Chart) -> f64 {
    chart.datasets.iter().filter(|set| set.end_label.is_some()).count() as f64
        * chart.label_style.line_height()
}

/// How far the labels stand out over the content's right edge.
pub(super) fn overhang(chart: &Chart, fonts: &Fonts, frame: &Frame) -> f64 {
    let right = |label: &EndLabel| {
        label.end.x + chart.label_style.size * GAP + fonts.line(label.text, chart.label_style).width
    };
    labels(chart, frame).iter().map(right).fold(frame.content.right(), f64::max) - frame.content.right()
}

fn labels<'a>(chart: &'a Chart, frame: &Frame) -> Vec<EndLabel<'a>> {
    let label = |set: &'a Dataset| {
        let (text, color) = set.end_label.as_ref()?;
        let last = set.values.iter().rev().find_map(|value| *value)?;
        let panel = frame.panel(set.y_axis)?;
        let end = Point::new(frame.x.position(last.x), panel.scale.position(last.y));
        Some(EndLabel { text, color: *color, end })
    };
    chart.datasets.iter().filter_map(label).collect()
}

/// The labels right of their line ends, moved up or down where two would meet, each on a plate in
/// the card's colour so that no line runs through it.
pub(super) fn place(chart: &Chart, fonts: &Fonts, frame: &Frame) -> Vec<Item> {
    let style = chart.label_style;
    let labels = labels(chart, frame);
    let lines: Vec<_> = labels.iter().map(|label| fonts.line(label.text, style)).collect();
    let lefts: Vec<_> = labels.iter().map(|label| label.end.x + style.size * GAP).collect();
    let spans: Vec<_> = lefts.iter().zip(&lines).map(|(left, line)| (*left, left + line.width)).collect();
    let clash = |a: usize, b: usize| match (spans.get(a), spans.get(b)) {
        (Some(a), Some(b)) => a.0 < b.1 + style.size && b.0 < a.1 + style.size,
        _ => false,
    };
    let mut boxes: Vec<_> = labels.iter().map(|label| (label.end.y, style.line_height())).collect();
    spread(&mut boxes, (frame.plot.y - style.size * 0.15, frame.plot.bottom() + style.size * 0.2), clash);
    let mut plates = Vec::new();
    let mut texts = Vec::new();
    for (((label, line), left), (middle, _)) in labels.iter().zip(lines).zip(lefts).zip(boxes) {
        let text = Text {
            at: Point::new(left, middle + style.middle()),
            style,
            color: label.color,
            outline: None,
            line,
        };
        plates.push(plate(&text, chart.frame.background));
        texts.push(Item::Text(text));
    }
    plates.extend(texts);
    plates
}

/// A ground in the card's colour for a text that something runs through.
pub(super) fn plate(text: &Text, color: Color) -> Item {
    let pad = text.style.size * 0.2;
    let caps = Rect::from_edges(
        text.at.x - pad,
        text.at.y - text.style.cap_height() - pad,
        text.at.x + text.line.width + pad,
        text.at.y + pad,
    );
    Item::Shape(Shape { outline: Outline::Rect(caps, pad), fill: Some(color), stroke: None })
}
