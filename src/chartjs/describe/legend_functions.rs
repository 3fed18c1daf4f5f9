//! Items of a legend that functions make, choose or order (Chart.js 4.6.1, `buildLabels` of the legend plugin).

use crate::chart::{CornerRadii, DatasetId, IdList, LegendItem};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::css_color::{parse_css_color, parse_paint};
use crate::chartjs::parse::value::{Object, Value};
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::datasets::ResolvedDataset;
use crate::chartjs::resolve::option_values::{
    label_lines, line_cap, line_join, parse_corners, parse_sides, parse_symbol,
};
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::LegendFunctions;
use crate::color::Color;
use crate::scene::Stroke;

use super::legend_style::{arc_item_style, dataset_item_style, sorted_datasets, text_rows};
use super::title::TEXT_COLOR;

/// The start of a text that stands for a gradient or a pattern while the items are with the functions.
const HIDDEN_MARK: &str = "\u{1}paint ";

/// The items as the functions of the legend's options leave them; `None` without such functions.
pub(super) fn items_by_functions(
    config: &Config,
    labels: &Scopes,
    datasets: &IdList<DatasetId, ResolvedDataset>,
) -> Option<Vec<LegendItem>> {
    let session = config.session.as_ref()?;
    let function = |name: &str| match labels.unresolved(name) {
        Some(Value::Function(id)) => Some(*id),
        _ => None,
    };
    let functions = LegendFunctions {
        generate: function("generateLabels"),
        filter: function("filter"),
        sort: function("sort"),
    };
    functions.generate.or(functions.filter).or(functions.sort)?;
    let mut items = default_items(config, labels, datasets);
    let mut hidden = Vec::new();
    items.iter_mut().flat_map(Object::values_mut).for_each(|value| hide_value(value, &mut hidden));
    let mut items = session.change_legend_items(&functions, items);
    items.iter_mut().flat_map(Object::values_mut).for_each(|value| restore_value(value, &hidden));
    // A canvas keeps its colour if it is given none, and begins with black.
    let mut color = Color::from_hex(0);
    let item = |item: &Object| {
        color = item.get("fontColor").and_then(parse_css_color).unwrap_or(color);
        item_from_object(item, color)
    };
    Some(items.iter().map(item).collect())
}

/// Replaces a paint or a canvas, which JSON lacks, by a text with its number.
fn hide_value(value: &mut Value, hidden: &mut Vec<Value>) {
    if matches!(value, Value::Paint(_) | Value::Drawing(_)) {
        let text = Value::Text(format!("{HIDDEN_MARK}{}", hidden.len()));
        hidden.push(std::mem::replace(value, text));
    }
}

fn restore_value(value: &mut Value, hidden: &[Value]) {
    let number = value.as_text().and_then(|text| text.strip_prefix(HIDDEN_MARK)?.parse::<usize>().ok());
    if let Some(known) = number.and_then(|number| hidden.get(number)) {
        value.clone_from(known);
    }
}

/// The items that Chart.js makes, with its names.
fn default_items(
    config: &Config,
    labels: &Scopes,
    datasets: &IdList<DatasetId, ResolvedDataset>,
) -> Vec<Object> {
    let default_color = || config.options().get("color").or(config.defaults.get("color")).cloned();
    let color = labels.raw("color").cloned().or_else(default_color);
    let of_labels = |name: &str| labels.raw(name).filter(|value| value.is_truthy()).cloned();
    let radius = |style: &Scopes| {
        let own = || of_labels("borderRadius").or_else(|| style.get("borderRadius").cloned());
        if labels.flag("useBorderRadius") { own() } else { None }
    };
    let with_style = |style: &Scopes, own: Vec<(&str, Option<Value>)>| {
        let names = [
            ("fillStyle", "backgroundColor"),
            ("strokeStyle", "borderColor"),
            ("lineCap", "borderCapStyle"),
            ("lineDashOffset", "borderDashOffset"),
            ("lineJoin", "borderJoinStyle"),
        ];
        let shared = names.map(|(name, option)| (name, style.get(option).cloned()));
        let lists = [("fontColor", color.clone()), ("lineDash", style.raw("borderDash").cloned())];
        let entries = own.into_iter().chain(shared).chain(lists);
        Object::new(entries.filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
    };
    let number = |number: usize| Some(Value::Number(number as f64));
    if let Some(chart_type) = config.chart_type().filter(|chart_type| chart_type.has_arcs()) {
        let Some(first) = datasets.iter().next() else { return Vec::new() };
        let item = |(index, name): (usize, &Value)| {
            let style = arc_item_style(first, index);
            let own = vec![
                ("text", Some(name.clone())),
                ("hidden", Some(Value::Bool(false))),
                ("lineWidth", style.get("borderWidth").cloned()),
                ("pointStyle", of_labels("pointStyle")),
                ("borderRadius", radius(&style)),
                ("index", number(index)),
            ];
            let mut item = with_style(&style, own);
            if chart_type == ChartType::PolarArea {
                item.set("lineDash", Value::List(Vec::new()));
            }
            item
        };
        return config.category_labels().iter().enumerate().map(item).collect();
    }
    let item = |dataset: &ResolvedDataset| {
        let style = dataset_item_style(dataset, labels);
        let width = parse_sides(style.get("borderWidth"));
        let width = (width.horizontal_total() + width.vertical_total()) / 4.0;
        with_style(
            &style,
            vec![
                ("text", dataset.raw.get("label").cloned()),
                ("hidden", Some(Value::Bool(!dataset.visible))),
                ("lineWidth", Some(Value::Number(width))),
                ("pointStyle", of_labels("pointStyle").or_else(|| style.get("pointStyle").cloned())),
                ("rotation", style.get("rotation").cloned()),
                ("borderRadius", radius(&style)),
                ("datasetIndex", number(dataset.position)),
            ],
        )
    };
    sorted_datasets(datasets).into_iter().map(item).collect()
}

/// The item that an object of Chart.js describes; `color` is that of its text.
fn item_from_object(item: &Object, color: Color) -> LegendItem {
    let number = |name: &str| item.get(name).and_then(Value::to_number);
    let text = |name: &str| item.get(name).and_then(Value::as_text);
    // A colour that is none leaves the colour of the canvas.
    let paint = |name: &str| match item.get(name) {
        None => TEXT_COLOR.into(),
        Some(value) => parse_paint(value).unwrap_or_else(|| color.into()),
    };
    let dash = item.get("lineDash").and_then(Value::as_list).unwrap_or_default();
    LegendItem {
        text: item.get("text").map_or_else(|| vec!["undefined".to_owned()], label_lines),
        text_color: Some(color),
        line_count: text_rows(item.get("text")),
        fill: paint("fillStyle"),
        stroke: Stroke {
            dash: dash.iter().filter_map(Value::to_number).collect(),
            dash_offset: number("lineDashOffset").unwrap_or(0.0),
            cap: line_cap(text("lineCap").unwrap_or_default()),
            join: line_join(text("lineJoin").unwrap_or_default()),
            ..Stroke::solid(paint("strokeStyle"), number("lineWidth").unwrap_or(1.0).max(0.0))
        },
        hidden: item.get("hidden").is_some_and(Value::is_truthy),
        symbol: parse_symbol(item.get("pointStyle")),
        rotation: number("rotation").unwrap_or(0.0),
        corner_radii: match item.get("borderRadius") {
            Some(radius) if radius.is_truthy() => parse_corners(Some(radius)),
            _ => CornerRadii::default(),
        },
        pattern: None,
        line_length: None,
        end_label_dataset: None,
    }
}
