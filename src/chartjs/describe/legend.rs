//! The legend (Chart.js 4.6.1, the legend plugin).

use crate::chart::{Align, CornerRadii, DatasetId, Guide, IdList, Legend, LegendItem, LegendTitle};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::css_color::parse_css_color;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::datasets::ResolvedDataset;
use crate::chartjs::resolve::option_values::{
    label_lines, parse_align, parse_corners, parse_sides, parse_symbol,
};
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;

use super::title::{TEXT_COLOR, box_position};

/// The space after the last row or column of a legend, in pixels.
const SPACE_AFTER_LAST: f64 = 10.0;

/// Describes the legend; `None` if its plugin is switched off.
pub(crate) fn describe_legend(
    config: &Config,
    datasets: &IdList<DatasetId, ResolvedDataset>,
) -> Option<Guide> {
    let options = config.plugin_options("legend")?;
    Some(Guide::Legend(legend_from_options(config, &options, datasets)))
}

fn parse_text_align(name: Option<&str>) -> Option<Align> {
    match name? {
        "left" => Some(Align::Start),
        "center" => Some(Align::Center),
        "right" => Some(Align::End),
        _ => None,
    }
}

fn legend_from_options(
    config: &Config,
    options: &Scopes,
    datasets: &IdList<DatasetId, ResolvedDataset>,
) -> Legend {
    let labels = options.nested("labels").unwrap_or_else(|| options.clone());
    let font = labels.font("font");
    let default = config.defaults.get("color");
    let chart_color = config.options().get("color").or(default).and_then(parse_css_color);
    let color = labels.color("color").or(chart_color).unwrap_or(TEXT_COLOR);
    let mut items = legend_items(config, &labels, datasets);
    if options.flag("reverse") {
        items.reverse();
    }
    let title = options.nested("title").filter(|title| title.flag("display")).map(|title| LegendTitle {
        text: title.raw("text").map(label_lines).unwrap_or_default(),
        position: parse_align(title.text("position")),
        font: title.font("font"),
        color: title.color("color").or(chart_color).unwrap_or(TEXT_COLOR),
        padding: parse_sides(title.raw("padding")),
    });
    let padding = labels.number_or("padding", 10.0);
    Legend {
        added_space: config.session.as_ref().map_or_else(Size::default, |session| session.legend_growth()),
        display: options.flag("display"),
        position: box_position(options.text("position")),
        align: parse_align(options.text("align")),
        full_size: options.flag("fullSize"),
        weight: options.number_or("weight", 0.0),
        max_width: options.number("maxWidth"),
        max_height: options.number("maxHeight"),
        rtl: options.flag("rtl"),
        font,
        color,
        box_width: labels.number_or("boxWidth", font.nominal_size),
        box_height: labels.number_or("boxHeight", font.nominal_size),
        padding,
        row_gap: padding,
        inset: Sides { bottom: SPACE_AFTER_LAST, ..Sides::uniform(padding) },
        box_raise: 0.0,
        truncate_labels: false,
        text_align: parse_text_align(labels.text("textAlign")),
        symbol_width: labels
            .flag("usePointStyle")
            .then(|| labels.number("pointStyleWidth").filter(|width| *width != 0.0)),
        title,
        items,
        drop_priority: 0,
    }
}

/// The items of a legend: one for each arc of the first dataset, or one for each dataset.
fn legend_items(
    config: &Config,
    labels: &Scopes,
    datasets: &IdList<DatasetId, ResolvedDataset>,
) -> Vec<LegendItem> {
    if let Some(chart_type) = config.chart_type().filter(|chart_type| chart_type.has_arcs()) {
        let Some(first) = datasets.iter().next() else { return Vec::new() };
        return arc_items(config, labels, first, chart_type != ChartType::PolarArea);
    }
    let mut order: Vec<&ResolvedDataset> = datasets.iter().collect();
    order.sort_by(|a, b| a.order.total_cmp(&b.order));
    order.into_iter().map(|dataset| dataset_item(dataset, labels)).collect()
}

/// The items of the arcs of a dataset; `dashed` says if the items have the dashes of the arcs' borders.
fn arc_items(config: &Config, labels: &Scopes, dataset: &ResolvedDataset, dashed: bool) -> Vec<LegendItem> {
    let value_count = dataset.raw.get("data").and_then(Value::as_list).map_or(0, <[Value]>::len);
    let item = |(index, name): (usize, &Value)| {
        // A label without a value has the style of the first value.
        let style = dataset.element_options.for_index(if index < value_count { index } else { 0 });
        slice_item(name, &style, labels, dashed)
    };
    config.category_labels().iter().enumerate().map(item).collect()
}

fn slice_item(name: &Value, style: &Scopes, labels: &Scopes, dashed: bool) -> LegendItem {
    let stroke = style.border_stroke();
    let stroke = if dashed { stroke } else { Stroke { dash: Vec::new(), ..stroke } };
    LegendItem {
        text: label_lines(name),
        line_count: text_rows(Some(name)),
        fill: style.paint_or("backgroundColor", Color::from_hex(0)),
        stroke,
        hidden: false,
        symbol: parse_symbol(labels.raw("pointStyle")),
        rotation: 0.0,
        corner_radii: swatch_radius(labels, style),
        pattern: None,
        line_length: None,
        end_label_dataset: None,
    }
}

/// The number of lines of a text that is a list; `None` for a plain text, 0 for other values.
fn text_rows(text: Option<&Value>) -> Option<usize> {
    match text {
        Some(Value::Text(_)) => None,
        Some(Value::List(lines)) => Some(lines.len()),
        _ => Some(0),
    }
}

/// The corner radii of the box of an item.
fn swatch_radius(labels: &Scopes, style: &Scopes) -> CornerRadii {
    if !labels.flag("useBorderRadius") {
        return CornerRadii::default();
    }
    let own = labels.raw("borderRadius").filter(|radius| radius.is_truthy());
    parse_corners(own.or_else(|| style.get("borderRadius")))
}

fn dataset_item(dataset: &ResolvedDataset, labels: &Scopes) -> LegendItem {
    let style = match &dataset.line_options {
        Some(line) if !labels.flag("usePointStyle") => line.clone(),
        _ => dataset.element_options.for_index(0),
    };
    let width = parse_sides(style.get("borderWidth"));
    let own_style = labels.raw("pointStyle").filter(|style| style.is_truthy());
    LegendItem {
        text: dataset.label.clone(),
        line_count: text_rows(dataset.raw.get("label")),
        fill: style.paint_or("backgroundColor", Color::from_hex(0)),
        stroke: Stroke {
            width: (width.horizontal_total() + width.vertical_total()) / 4.0,
            ..style.border_stroke()
        },
        hidden: !dataset.visible,
        symbol: parse_symbol(own_style.or_else(|| style.get("pointStyle"))),
        rotation: style.number_or("rotation", 0.0),
        corner_radii: swatch_radius(labels, &style),
        pattern: None,
        line_length: None,
        end_label_dataset: None,
    }
}
