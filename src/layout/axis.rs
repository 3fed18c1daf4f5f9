//! Axes: labels, grid and zero line, and how much room they want.

use crate::chart::{Axis, BarLabel, Chart, Tick};
use crate::font::{Fonts, Line};
use crate::geometry::{Point, Rect};
use crate::scale::Linear;
use crate::scene::{Item, Outline, Shape, Text, through};

use super::Panel;
use super::end_label::plate;
use super::fit::{Extent, shown};
use super::frame::Frame;

/// Room between labels and plot, as a share of the font size.
const LABEL_GAP: f64 = 0.5;
/// Least room between neighbouring labels, as a share of the font size.
const NEIGHBOUR_GAP: f64 = 0.35;
/// Room below a caption, as a share of its line height.
const CAPTION_SPACE: f64 = 0.3;
/// Height of a caption's strip, as a share of its line height.
const CAPTION_HEIGHT: f64 = 1.65;

/// Width of a vertical axis: its widest label and the gap to the plot.
pub(super) fn width(axis: &Axis, fonts: &Fonts) -> f64 {
    let widest = axis
        .ticks
        .iter()
        .flat_map(|tick| &tick.label)
        .map(|label| fonts.line(label, axis.style).width)
        .fold(0.0, f64::max);
    if widest > 0.0 { widest + axis.style.size * LABEL_GAP } else { 0.0 }
}

/// Height of a horizontal axis: the lines of its tallest label and the gap to the plot.
pub(super) fn height(axis: &Axis) -> f64 {
    let lines = axis.ticks.iter().map(|tick| tick.label.len()).max().unwrap_or(0);
    if lines == 0 { 0.0 } else { lines as f64 * axis.style.line_height() + axis.style.size * LABEL_GAP * 2.0 }
}

/// Height of the strip over a panel that holds its caption.
pub(super) fn caption_height(axis: &Axis) -> f64 {
    axis.caption.as_ref().map_or(axis.style.size * 0.5, |_| axis.style.line_height() * CAPTION_HEIGHT)
}

/// Lines across the plot at the ticks of every vertical axis, one path for each axis.
pub(super) fn grids(chart: &Chart, fonts: &Fonts, frame: &Frame) -> Vec<Item> {
    let grid = |panel: &Panel| {
        let axis =
            chart.axes.get(panel.axis).filter(|axis| !takes_bar_labels(axis, fonts, (frame, panel)))?;
        let stroke = axis.grid.clone().filter(|_| !axis.ticks.is_empty())?;
        let lines = axis.ticks.iter().map(|tick| crisp(panel.scale.position(tick.value), stroke.width));
        let path = lines.flat_map(|y| through(across(panel.rect, y))).collect();
        Some(Item::Shape(Shape { outline: Outline::Path(path), fill: None, stroke: Some(stroke) }))
    };
    frame.panels.iter().filter_map(grid).collect()
}

/// The lines at zero.
pub(super) fn zero_lines(chart: &Chart, frame: &Frame) -> Vec<Item> {
    let line = |panel: &Panel| {
        let stroke = chart.axes.get(panel.axis)?.zero_line.clone()?;
        Some(Shape::line(across(panel.rect, crisp(panel.scale.position(0.0), stroke.width)), stroke))
    };
    frame.panels.iter().filter_map(line).collect()
}

fn across(rect: Rect, y: f64) -> [Point; 2] {
    [Point::new(rect.x, y), Point::new(rect.right(), y)]
}

/// Moves a straight line so that its edges fall on pixel borders.
fn crisp(at: f64, width: f64) -> f64 {
    (at - width / 2.0).round() + width / 2.0
}

/// True where every number fits over its bar, beside its neighbours and inside the panel.
fn takes_bar_labels(axis: &Axis, fonts: &Fonts, (frame, panel): (&Frame, &Panel)) -> bool {
    let room = axis.inset > 0.0 && panel.inset >= axis.inset;
    !axis.bar_labels.is_empty() && frame.axis_labels && room && bar_labels_apart(axis, fonts, &frame.x)
}

/// The numbers above zero are held apart from each other, and so are those below.
fn bar_labels_apart(axis: &Axis, fonts: &Fonts, x: &Linear) -> bool {
    let extent =
        |label: &BarLabel| (x.position(label.x), fonts.line(&label.text, axis.style).width, label.y >= 0.0);
    let mut labels: Vec<_> = axis.bar_labels.iter().map(extent).collect();
    labels.sort_by(|a, b| a.2.cmp(&b.2).then(a.0.total_cmp(&b.0)));
    labels.windows(2).all(|pair| match pair {
        [(x0, w0, side0), (x1, w1, side1)] => side0 != side1 || x1 - x0 >= (w0 + w1) / 2.0,
        _ => true,
    })
}

/// The labels of a vertical axis: at its ticks, or at the ends of its bars; and its caption.
pub(super) fn vertical(chart: &Chart, fonts: &Fonts, frame: &Frame, panel: &Panel) -> Vec<Item> {
    let Some(axis) = chart.axes.get(panel.axis) else { return Vec::new() };
    if !frame.axis_labels {
        return Vec::new();
    }
    let mut groups = Vec::new();
    if takes_bar_labels(axis, fonts, (frame, panel)) {
        groups.push(Item::Group("bar-labels", bar_labels(chart, axis, fonts, (frame, panel))));
    } else {
        groups.push(Item::Group("y-axis", tick_labels(axis, fonts, panel)));
    }
    if frame.panel(panel.axis).is_some_and(|_| panel.rect.y > frame.plot.y) {
        groups.extend(caption(chart, axis, fonts, (frame, panel)));
    }
    groups
}

/// The caption over a panel, flush with the plot's left edge.
fn caption(chart: &Chart, axis: &Axis, fonts: &Fonts, (frame, panel): (&Frame, &Panel)) -> Vec<Item> {
    let Some(words) = &axis.caption else { return Vec::new() };
    let (_, line) = fonts.fit(words, axis.style, panel.rect.width);
    let baseline = panel.rect.y - axis.style.line_height() * CAPTION_SPACE - axis.style.descent();
    let at = Point::new(panel.rect.x, baseline);
    over_rules(chart, frame, Text { at, style: axis.style, color: axis.color, outline: None, line })
}

/// The text, on a plate where a rule would run through it.
fn over_rules(chart: &Chart, frame: &Frame, text: Text) -> Vec<Item> {
    let gap = text.style.size * 0.25;
    let (left, right) = (text.at.x - gap, text.at.x + text.line.width + gap);
    let crossed = chart.rules.iter().map(|rule| frame.x.position(rule.at)).any(|x| x > left && x < right);
    let ground = crossed.then(|| plate(&text, chart.frame.background));
    ground.into_iter().chain([Item::Text(text)]).collect()
}

fn tick_labels(axis: &Axis, fonts: &Fonts, panel: &Panel) -> Vec<Item> {
    let height = axis.style.line_height();
    let extents: Vec<_> = axis
        .ticks
        .iter()
        .map(|t| Extent { middle: panel.scale.position(t.value), rows: vec![height], major: t.major })
        .collect();
    let mut items = Vec::new();
    for index in shown(&extents, 0.0) {
        let (Some(tick), Some(extent)) = (axis.ticks.get(index), extents.get(index)) else { continue };
        for label in tick.label.iter().take(1) {
            let line = fonts.line(label, axis.style);
            let x = panel.rect.x - axis.style.size * LABEL_GAP - line.width;
            let at = Point::new(x, extent.middle + axis.style.middle());
            items.push(Item::Text(Text { at, style: axis.style, color: axis.color, outline: None, line }));
        }
    }
    items
}

/// The numbers at the ends of bars.
fn bar_labels(chart: &Chart, axis: &Axis, fonts: &Fonts, (frame, panel): (&Frame, &Panel)) -> Vec<Item> {
    let gap = axis.style.size * 0.25;
    let mut items = Vec::new();
    for label in &axis.bar_labels {
        let line = fonts.line(&label.text, axis.style);
        let end = panel.scale.position(label.y);
        let baseline = if label.y >= 0.0 {
            end - gap - axis.style.descent() * 0.4
        } else {
            end + gap + axis.style.cap_height()
        };
        let at = Point::new(frame.x.position(label.x) - line.width / 2.0, baseline);
        items.extend(over_rules(
            chart,
            frame,
            Text { at, style: axis.style, color: axis.color, outline: None, line },
        ));
    }
    items
}

/// The labels of the horizontal axis, each centred under its tick, kept inside the canvas.
pub(super) fn horizontal(axis: &Axis, fonts: &Fonts, frame: &Frame) -> Vec<Item> {
    if !frame.axis_labels {
        return Vec::new();
    }
    let gap = axis.style.size * NEIGHBOUR_GAP;
    let lines_of = |label: &[String]| label.iter().map(|l| fonts.line(l, axis.style)).collect::<Vec<_>>();
    let mut labels: Vec<_> = axis.ticks.iter().map(|tick| lines_of(&tick.label)).collect();
    let mut places = extents(axis, &labels, frame);
    let mut chosen = shown(&places, gap);
    if chosen.len() < labels.len() {
        for (tick, label) in
            axis.ticks.iter().zip(&mut labels).filter(|(tick, _)| !tick.sparse_label.is_empty())
        {
            *label = lines_of(&tick.sparse_label);
        }
        places = extents(axis, &labels, frame);
        chosen = shown(&places, gap);
    }
    let top = frame.plot.bottom() + axis.style.size * LABEL_GAP;
    let mut items = Vec::new();
    for index in chosen {
        let (Some(place), Some(lines)) = (places.get(index), labels.get(index)) else { continue };
        for (row, line) in lines.iter().enumerate().filter(|(_, line)| line.width <= frame.content.width) {
            let baseline = top + row as f64 * axis.style.line_height() + axis.style.ascent();
            let at = Point::new(place.middle - line.width / 2.0, baseline);
            items.push(Item::Text(Text {
                at,
                style: axis.style,
                color: axis.color,
                outline: None,
                line: line.clone(),
            }));
        }
    }
    items
}

/// Where the labels stand: a label at an edge is moved inside before it is asked who its neighbours are.
fn extents(axis: &Axis, labels: &[Vec<Line>], frame: &Frame) -> Vec<Extent> {
    let extent = |(tick, lines): (&Tick, &Vec<Line>)| {
        let rows: Vec<f64> = lines.iter().map(|line| line.width).collect();
        let half = rows.iter().fold(0.0, |widest: f64, row| widest.max(*row)).min(frame.content.width) / 2.0;
        let (low, high) = (frame.content.x + half, frame.content.right() - half);
        Extent { middle: frame.x.position(tick.value).min(high).max(low), rows, major: tick.major }
    };
    axis.ticks.iter().zip(labels).map(extent).collect()
}
