//! The ground a picture stands on.

use crate::chart::Chart;
use crate::color::Color;
use crate::geometry::Rect;
use crate::scene::{Item, Outline, Shape, Text};

/// Behind everything.
pub(super) fn ground(chart: &Chart) -> Option<Item> {
    let card = chart.card.as_ref()?;
    Some(Shape::rect(Rect::from_edges(0.0, 0.0, chart.size.width, chart.size.height), card.background))
}

/// Along the edge, wholly inside.
pub(super) fn border(chart: &Chart) -> Option<Item> {
    let stroke = chart.card.as_ref()?.border.clone()?;
    let inset = stroke.width / 2.0;
    let rect = Rect::from_edges(inset, inset, chart.size.width - inset, chart.size.height - inset);
    let edge = Shape { outline: Outline::Rect(rect, 0.0), fill: None, stroke: Some(stroke) };
    (rect.width > 0.0 && rect.height > 0.0).then_some(Item::Shape(edge))
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

/// The text, on a plate where an upright line would run through it.
pub(super) fn over_rules(text: Text, rules: &[f64], chart: &Chart) -> Vec<Item> {
    let gap = text.style.size * 0.25;
    let (left, right) = (text.at.x - gap, text.at.x + text.line.width + gap);
    let crossed = rules.iter().any(|x| *x > left && *x < right);
    let ground = chart.card.as_ref().filter(|_| crossed).map(|card| plate(&text, card.background));
    ground.into_iter().chain([Item::Text(text)]).collect()
}
