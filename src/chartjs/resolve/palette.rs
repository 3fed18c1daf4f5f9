//! Default colours of datasets (Chart.js 4.6.1, the colors plugin).

use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::{Object, Value};

use super::config::Config;

/// The colours of the plugin as red, green and blue.
const PALETTE: [[u8; 3]; 7] = [
    [54, 162, 235],
    [255, 99, 132],
    [255, 159, 64],
    [255, 205, 86],
    [75, 192, 192],
    [153, 102, 255],
    [201, 203, 207],
];

/// The colours of each dataset as options; empty if the configuration has any colour of its own.
pub(crate) fn palette_colors(config: &Config) -> Vec<Object> {
    let Some(options) = config.plugin_options("colors").filter(|options| options.flag("enabled")) else {
        return Vec::new();
    };
    if has_own_colors(config) && !options.flag("forceOverride") {
        return Vec::new();
    }
    let mut position = 0;
    let mut next_colors = |dataset: &Object| {
        let count = dataset.get("data").and_then(Value::as_list).map_or(0, <[Value]>::len);
        let chart_type = config.dataset_type(dataset);
        if chart_type.has_arcs() {
            let is_opaque = chart_type != ChartType::PolarArea;
            let list = (position..position + count).map(|position| palette_color(position, is_opaque));
            let list = list.collect();
            position += count;
            return Object::new(vec![("backgroundColor".to_owned(), Value::List(list))]);
        }
        let entries = [("borderColor", true), ("backgroundColor", false)];
        let entries = entries.map(|(name, opaque)| (name.to_owned(), palette_color(position, opaque)));
        position += 1;
        Object::new(entries.to_vec())
    };
    config.datasets().map(&mut next_colors).collect()
}

/// True if the datasets, the options or the options of elements have a colour, or the defaults another one.
fn has_own_colors(config: &Config) -> bool {
    let is_colored = |object: &Object| {
        ["borderColor", "backgroundColor"].iter().any(|name| object.get(name).is_some_and(Value::is_truthy))
    };
    let elements = config.options().get_object("elements").into_iter().flat_map(Object::entries);
    config.has_own_default_colors
        || config.datasets().any(is_colored)
        || is_colored(config.options())
        || elements.filter_map(|(_, element)| element.as_object()).any(is_colored)
}

/// The colour at a position of the palette, which repeats; half transparent unless `opaque`.
fn palette_color(position: usize, opaque: bool) -> Value {
    let [r, g, b] = PALETTE.get(position % PALETTE.len()).copied().unwrap_or_default();
    Value::Text(if opaque { format!("rgb({r}, {g}, {b})") } else { format!("rgba({r}, {g}, {b}, 0.5)") })
}
