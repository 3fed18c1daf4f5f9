//! Who gets which rectangle. A [`Chart`] goes in, a [`Scene`] comes out; it cannot fail.
//!
//! ```text
//!   titles            ─┐
//!   rule labels        │  full width strips, from the top
//!   ┌────┬──────┬────┐
//!   │ y  │ plot │ end│  one panel for each vertical axis, heights by weight
//!   │    ├──────┤ la-│
//!   │ y  │ plot │bels│
//!   └────┴──────┴────┘
//!   x labels           │  full width strips, from the bottom
//!   legend             │
//!   footers           ─┘
//! ```

mod axis;
mod boxes;
mod end_label;
pub mod figure;
mod fit;
mod frame;
mod legend;
mod paragraph;
mod strip;

use crate::chart::{Chart, Side};
use crate::font::Fonts;
use crate::geometry::Rect;
use crate::mark::{self, Field, Stack};
use crate::scale::Linear;
use crate::scene::{Item, Outline, Scene, Shape, Stroke};

use frame::Frame;

/// One vertical axis with its part of the plot.
#[derive(Clone, Copy, Debug)]
struct Panel {
    /// Index into the chart's axes.
    axis: usize,
    /// Its part of the plot.
    rect: Rect,
    /// Data units to pixels.
    scale: Linear,
    /// Pixels kept free inside both ends.
    inset: f64,
}

/// The finished picture of a chart.
pub fn scene(chart: &Chart, fonts: &Fonts) -> Scene {
    let frame = Frame::of(chart, fonts);
    let mut items = vec![background(chart)];
    if frame.plot.width >= 1.0 && frame.plot.height >= 1.0 {
        draw_plot(chart, fonts, &frame, &mut items);
    }
    items.push(Item::Group("title", frame.titles));
    items.push(Item::Group("legend", frame.legend));
    items.push(Item::Group("footer", frame.footers));
    items.extend(border(chart));
    items.retain(|item| !matches!(item, Item::Group(_, inner) if inner.is_empty()));
    Scene {
        size: chart.size,
        title: chart.title.clone(),
        description: chart.description.clone(),
        lang: chart.lang,
        items,
    }
}

/// The plot from back to front: shades, grid, rules, data, labels.
fn draw_plot(chart: &Chart, fonts: &Fonts, frame: &Frame, items: &mut Vec<Item>) {
    let x_axis = chart.axes.iter().position(|axis| axis.side == Side::Bottom);
    items.push(Item::Group(
        "days-off",
        chart.bands.iter().map(|b| mark::band(b, &frame.x, frame.plot)).collect(),
    ));
    items.push(Item::Group("grid", axis::grids(chart, fonts, frame)));
    // Behind the data, so that no line cuts through its values.
    items.push(Item::Group("zero", axis::zero_lines(chart, frame)));
    items.push(Item::Group(
        "rules",
        chart.rules.iter().map(|r| mark::rule(r, &frame.x, frame.plot)).collect(),
    ));
    for panel in &frame.panels {
        let field = Field { x: frame.x, y: panel.scale };
        let mut stack = Stack::default();
        let sets = chart.datasets.iter().filter(|set| set.y_axis == panel.axis);
        items.extend(sets.map(|set| mark::dataset(set, &field, &mut stack)));
    }
    items.push(Item::Group("rule-labels", strip::labels(chart, fonts, frame)));
    for panel in &frame.panels {
        items.extend(axis::vertical(chart, fonts, frame, panel));
    }
    if let Some(axis) = x_axis.and_then(|index| chart.axes.get(index)) {
        items.push(Item::Group("x-axis", axis::horizontal(axis, fonts, frame)));
    }
    if frame.direct_labels {
        items.push(Item::Group("end-labels", end_label::place(chart, fonts, frame)));
    }
}

/// The card.
fn background(chart: &Chart) -> Item {
    Shape::rect(canvas(chart), chart.frame.background)
}

/// The card's edge, wholly inside the canvas.
fn border(chart: &Chart) -> Option<Item> {
    let stroke = chart.frame.border.clone()?;
    let (inset, canvas) = (stroke.width / 2.0, canvas(chart));
    let rect = Rect::from_edges(inset, inset, canvas.width - inset, canvas.height - inset);
    let edge = Shape { outline: Outline::Rect(rect, 0.0), fill: None, stroke: Some(Stroke { ..stroke }) };
    (rect.width > 0.0 && rect.height > 0.0).then_some(Item::Shape(edge))
}

fn canvas(chart: &Chart) -> Rect {
    Rect { x: 0.0, y: 0.0, width: chart.size.width, height: chart.size.height }
}
