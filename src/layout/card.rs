//! The card behind a picture and the backgrounds of texts on it.

use crate::chart::Chart;
use crate::color::Color;
use crate::geometry::Rect;
use crate::scene::{Geometry, Item, Shape, Text};

/// Returns the background of the picture.
pub(super) fn card_background(chart: &Chart) -> Option<Item> {
    let card = chart.background.as_ref()?;
    Some(Shape::filled_rect(Rect::from_edges(0.0, 0.0, chart.size.width, chart.size.height), card.color))
}

/// Returns the border, completely inside the picture.
pub(super) fn card_border(chart: &Chart) -> Option<Item> {
    let stroke = chart.background.as_ref()?.border.clone()?;
    let inset = stroke.width / 2.0;
    let rect = Rect::from_edges(inset, inset, chart.size.width - inset, chart.size.height - inset);
    let edge = Shape { geometry: Geometry::Rect(rect, 0.0), fill: None, stroke: Some(stroke) };
    (rect.width > 0.0 && rect.height > 0.0).then_some(Item::Shape(edge))
}

/// Returns a background in the card's color for a text that is crossed by a line.
pub(super) fn label_background(text: &Text, color: Color) -> Item {
    let pad = text.style.size * 0.2;
    let caps = Rect::from_edges(
        text.origin.x - pad,
        text.origin.y - text.style.cap_height() - pad,
        text.origin.x + text.line.width + pad,
        text.origin.y + pad,
    );
    Item::Shape(Shape { geometry: Geometry::Rect(caps, pad), fill: Some(color.into()), stroke: None })
}

/// Returns the text, with a background if a vertical rule would cross it.
pub(super) fn with_background_over_rules(text: Text, rules: &[f64], chart: &Chart) -> Vec<Item> {
    let gap = text.style.size * 0.25;
    let (left, right) = (text.origin.x - gap, text.origin.x + text.line.width + gap);
    let crossed = rules.iter().any(|x| *x > left && *x < right);
    let background =
        chart.background.as_ref().filter(|_| crossed).map(|card| label_background(&text, card.color));
    background.into_iter().chain([Item::Text(text)]).collect()
}
