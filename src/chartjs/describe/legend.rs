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
use crate::scene::{Paint, Stroke};

use super::legend_functions::items_by_functions;
use super::legend_style::{arc_item_style, dataset_item_style, sorted_datasets, text_rows};
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
    let mut items = items_by_functions(config, &labels, datasets)
        .unwrap_or_else(|| legend_items(config, &labels, datasets, color));
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
    color: Color,
) -> Vec<LegendItem> {
    if let Some(chart_type) = config.chart_type().filter(|chart_type| chart_type.has_arcs()) {
        let Some(first) = datasets.iter().next() else { return Vec::new() };
        let dashed = chart_type != ChartType::PolarArea;
        let item = |(index, name): (usize, &Value)| {
            let style = arc_item_style(first, index);
            let fill = item_fill(&style, color);
            slice_item(name, &style, labels, LegendSwatch { fill, dashed })
        };
        return config.category_labels().iter().enumerate().map(item).collect();
    }
    let item = |dataset: &ResolvedDataset| {
        let style = dataset_item_style(dataset, labels);
        let fill = style.paint_or(fill_option(dataset, labels, config.migrated_from_v2), color);
        dataset_item(dataset, labels, &style, fill)
    };
    sorted_datasets(datasets).into_iter().map(item).collect()
}

/// The fill of an item with a style; without one a canvas keeps the colour of the legend's text.
fn item_fill(style: &Scopes, color: Color) -> Paint {
    style.paint_or("backgroundColor", color)
}

/// The name of the option that fills the item of a dataset: version 2 fills the item of a line that fills no area with the
/// line's own colour.
fn fill_option(dataset: &ResolvedDataset, labels: &Scopes, is_version_2: bool) -> &'static str {
    let line = dataset.line_options.as_ref().filter(|_| is_version_2 && !labels.flag("usePointStyle"));
    let is_unfilled = line.is_some_and(|line| line.get("fill").is_some_and(|fill| !fill.is_truthy()));
    if is_unfilled { "borderColor" } else { "backgroundColor" }
}

/// The parts of an item's box that do not follow from the style of its arc alone.
struct LegendSwatch {
    fill: Paint,
    /// True if the item has the dashes of the arc's border.
    dashed: bool,
}

fn slice_item(name: &Value, style: &Scopes, labels: &Scopes, swatch: LegendSwatch) -> LegendItem {
    let stroke = style.border_stroke();
    let stroke = if swatch.dashed { stroke } else { Stroke { dash: Vec::new(), ..stroke } };
    LegendItem {
        text: label_lines(name),
        text_color: None,
        line_count: text_rows(Some(name)),
        fill: swatch.fill,
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

/// The corner radii of the box of an item.
fn swatch_radius(labels: &Scopes, style: &Scopes) -> CornerRadii {
    if !labels.flag("useBorderRadius") {
        return CornerRadii::default();
    }
    let own = labels.raw("borderRadius").filter(|radius| radius.is_truthy());
    parse_corners(own.or_else(|| style.get("borderRadius")))
}

fn dataset_item(dataset: &ResolvedDataset, labels: &Scopes, style: &Scopes, fill: Paint) -> LegendItem {
    let width = parse_sides(style.get("borderWidth"));
    let own_style = labels.raw("pointStyle").filter(|style| style.is_truthy());
    LegendItem {
        text: dataset.label.clone(),
        text_color: None,
        line_count: text_rows(dataset.raw.get("label")),
        fill,
        stroke: Stroke {
            width: (width.horizontal_total() + width.vertical_total()) / 4.0,
            ..style.border_stroke()
        },
        hidden: !dataset.visible,
        symbol: parse_symbol(own_style.or_else(|| style.get("pointStyle"))),
        rotation: style.number_or("rotation", 0.0),
        corner_radii: swatch_radius(labels, style),
        pattern: None,
        line_length: None,
        end_label_dataset: None,
    }
}
