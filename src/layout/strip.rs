//! The strip over the plot: the labels of rules, and the first axis's caption.

use crate::chart::{Axis, Chart, Side};
use crate::font::Fonts;
use crate::geometry::Point;
use crate::scene::{Item, Text};

use super::fit::spread;
use super::frame::Frame;

/// Height of the strip, as a share of the labels' line height.
const HEIGHT: f64 = 1.6;
/// Room between two labels, as a share of the font size.
const GAP: f64 = 0.6;

/// Height of the strip; nothing where nothing stands in it.
pub(super) fn height(chart: &Chart) -> f64 {
    let empty = chart.rules.iter().all(|rule| rule.label.is_empty()) && first_caption(chart).is_none();
    if empty { chart.label_style.size * 0.5 } else { chart.label_style.line_height() * HEIGHT }
}

fn first_caption(chart: &Chart) -> Option<(&Axis, &String)> {
    let first = chart.axes.iter().find(|axis| axis.side == Side::Left)?;
    Some((first, first.caption.as_ref()?))
}

/// Each rule's label centred over its line, moved aside where two would meet, none where not all have
/// room; the caption on the left where it still has room.
pub(super) fn labels(chart: &Chart, fonts: &Fonts, frame: &Frame) -> Vec<Item> {
    if !frame.axis_labels {
        return Vec::new();
    }
    let style = chart.label_style;
    let gap = style.size * GAP;
    let baseline = frame.strip.bottom() - style.line_height() * (HEIGHT - 1.0) / 2.0 - style.descent();
    let rules: Vec<_> = chart.rules.iter().filter(|rule| !rule.label.is_empty()).collect();
    let lines: Vec<_> = rules.iter().map(|rule| fonts.line(&rule.label, style)).collect();
    let mut boxes: Vec<_> =
        rules.iter().zip(&lines).map(|(rule, line)| (frame.x.position(rule.at), line.width + gap)).collect();
    let (left, right) = (frame.plot.x - gap / 2.0, frame.content.right() + gap / 2.0);
    if boxes.iter().map(|(_, width)| width).sum::<f64>() > right - left {
        boxes.clear();
    }
    spread(&mut boxes, (left, right), |_, _| true);
    let mut items = Vec::new();
    let leftmost =
        boxes.iter().map(|(middle, width)| middle - width / 2.0).fold(frame.content.right(), f64::min);
    if let Some((axis, caption)) = first_caption(chart) {
        let line = fonts.line(caption, axis.style);
        if frame.plot.x + line.width + gap < leftmost {
            let at = Point::new(frame.plot.x, baseline);
            items.push(Item::Text(Text { at, style: axis.style, color: axis.color, outline: None, line }));
        }
    }
    for ((rule, line), (middle, _)) in rules.iter().zip(lines).zip(boxes) {
        let at = Point::new(middle - line.width / 2.0, baseline);
        items.push(Item::Text(Text { at, style, color: rule.color, outline: None, line }));
    }
    items
}
