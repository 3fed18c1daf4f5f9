//! A configuration → the description of its picture.

use crate::chart::theme::Theme;
use crate::chart::{Background, Chart, FillDrawTime, IdList};
use crate::chartjs::parse::value::{Object, Value, config_path};
use crate::chartjs::resolve::axis_set::AxisSet;
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::datasets::{radial_values, resolve_datasets};
use crate::chartjs::resolve::decimation::Decimation;
use crate::chartjs::resolve::fills::resolve_fills;
use crate::chartjs::resolve::option_values::parse_sides;
use crate::chartjs::resolve::palette::palette_colors;
use crate::chartjs::resolve::scale_id::ScalePair;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::{OptionTarget, parsed_values};
use crate::geometry::{Sides, Size};
use crate::input::InputError;
use crate::limits::MAX_VALUES;

use super::alt_text::{alt_text, chart_title};
use super::annotations::describe_annotations;
use super::axes::describe_axes;
use super::data_labels::describe_data_labels;
use super::dataset::{DatasetParts, describe_dataset};
use super::gauge::describe_gauge;
use super::legend::describe_legend;
use super::marks::hide_curved_line;
use super::title::describe_titles;

/// Describes the picture of a configuration, on the background of a theme if there is one, unless the reader was told another
/// one.
///
/// # Errors
/// The configuration names an axis or a type that does not exist, exceeds a limit, or one of its functions fails.
pub(crate) fn describe_chart(
    config: &Config,
    size: Size,
    pixel_ratio: f64,
    theme: Option<Theme>,
) -> Result<Chart, Box<InputError>> {
    if let Some(session) = &config.session {
        session.begin_round(size, pixel_ratio);
    }
    let chart = describe_resolved(config, size, pixel_ratio)?;
    if let Some(error) = config.session.as_ref().and_then(|session| session.take_error()) {
        return Err(error);
    }
    let background = config.background.or(theme.map(|theme| theme.background));
    Ok(Chart { background: background.map(|color| Background { color, border: None }), ..chart })
}

/// Describes the picture with the defaults that the configuration holds.
fn describe_resolved(config: &Config, size: Size, pixel_ratio: f64) -> Result<Chart, Box<InputError>> {
    let mut axes = AxisSet::from_config(config)?;
    let palette = palette_colors(config);
    let resolved = resolve_datasets(config, &palette);
    check_value_count(config)?;
    let fills = resolve_fills(config, &resolved);
    let decimation = config.plugin_options("decimation");
    let decimation = decimation.and_then(|options| Decimation::from_options(&options, size.width));
    let mut datasets = IdList::default();
    for (id, dataset) in resolved.entries() {
        let on = axes.axes_of_dataset(config, dataset, id)?;
        let values = match on.pair {
            Some(pair) => axes.parse_dataset(dataset, pair),
            None => radial_values(dataset),
        };
        if let Some(session) = &config.session {
            let index_is_x = on.pair.is_none_or(|pair| axes.is_horizontal(pair.index_scale));
            session.set_parsed(id.position(), &parsed_values(dataset.chart_type, index_is_x, &values));
        }
        let decimated = on
            .pair
            .zip(decimation)
            .and_then(|(pair, decimation)| axes.decimate_points(dataset, pair, &values, decimation));
        let parts = DatasetParts {
            axes: on.pair.and_then(ScalePair::cartesian),
            radial: on.radial,
            is_decimated: decimated.is_some(),
            labels: describe_data_labels(config, dataset, &values),
            values: decimated.unwrap_or(values),
            fill: fills.get(id).cloned().flatten(),
        };
        datasets.push(describe_dataset(dataset, parts));
    }
    if config.plugin_options("filler").is_none() {
        datasets.iter_mut().for_each(hide_curved_line);
    }
    let scopes = chart_scopes(config);
    let layout = scopes.nested("layout");
    // Chart.js adds the legend before the titles.
    let guides = describe_legend(config, &resolved).into_iter().chain(describe_titles(config)).collect();
    // Values of annotations may add labels to an axis, so the axes are described later.
    let annotations = describe_annotations(config, &mut axes)?;
    let has_hooks = config.session.as_ref().is_some_and(|session| session.has_draw_hooks());
    let mut chart = Chart {
        pixel_ratio,
        padding: layout.as_ref().map_or_else(Sides::default, layout_padding),
        auto_padding: layout.is_none_or(|layout| layout.flag("autoPadding")),
        guides,
        datasets,
        fill_draw_time: fill_draw_time(config),
        has_draw_hooks: has_hooks || annotations.iter().any(|annotation| annotation.has_draw_hooks),
        annotations,
        gauge: config.gauge.as_deref().map(|options| describe_gauge(config, options)),
        ..Chart::new(size)
    };
    describe_axes(config, &mut axes, &scopes, &mut chart);
    chart.description = alt_text(config, &chart);
    chart.title = chart_title(config, &chart);
    Ok(chart)
}

/// The options of the chart itself.
fn chart_scopes(config: &Config) -> Scopes<'_> {
    let chart_type = config.chart_type();
    let list = vec![
        config.options(),
        config.type_overrides(chart_type),
        config.dataset_defaults(chart_type),
        config.defaults.as_ref(),
    ];
    config.scopes(list, OptionTarget::Chart).for_index(0)
}

/// The padding of a chart. Unlike elsewhere `x` and `y` have no effect, since the defaults of the four sides come first.
pub(crate) fn layout_padding(layout: &Scopes) -> Sides {
    match layout.raw("padding").and_then(Value::as_object) {
        None => parse_sides(layout.raw("padding")),
        Some(padding) => {
            let side = |name: &str| padding.get(name).and_then(Value::to_number).unwrap_or(0.0);
            Sides { top: side("top"), right: side("right"), bottom: side("bottom"), left: side("left") }
        }
    }
}

fn fill_draw_time(config: &Config) -> FillDrawTime {
    match config.plugin_options("filler").and_then(|filler| filler.text("drawTime")) {
        Some("beforeDraw") => FillDrawTime::BeforeDraw,
        Some("beforeDatasetsDraw") => FillDrawTime::BeforeDatasetsDraw,
        _ => FillDrawTime::BeforeDatasetDraw,
    }
}

/// Refuses more values and labels than `MAX_VALUES`.
fn check_value_count(config: &Config) -> Result<(), Box<InputError>> {
    let count = |dataset: &Object| match dataset.get("data") {
        Some(Value::List(list)) => list.len(),
        Some(Value::Object(object)) => object.entries().count(),
        _ => 0,
    };
    let values = config.datasets().map(count).sum::<usize>() + config.category_labels().len();
    if values <= MAX_VALUES {
        return Ok(());
    }
    let found = format!("{values} values and labels");
    Err(InputError::limit_exceeded(config_path("data"), found, "MAX_VALUES", MAX_VALUES))
}

#[cfg(test)]
mod tests {
    use crate::chart::Mark;
    use crate::chartjs::resolve::config::parse_config;

    use super::*;

    #[test]
    fn unknown_scale_types_and_axes_without_direction_are_errors_with_their_path() {
        for (text, message) in [
            (r#"{"type": "line", "data": {"datasets": [{"data": [1], "yAxisID": "right"}]}}"#, ""),
            (
                r#"{"type": "line", "data": {"datasets": [{"data": [1], "rAxisID": "x", "xAxisID": "x"}]},
                    "options": {"scales": {"x": {"type": "linaer"}}}}"#,
                "options.scales.x.type: found \"linaer\", expected one of category, linear, logarithmic, radialLinear, \
                 time, timeseries; did you mean \"linear\"?",
            ),
            (
                r#"{"type": "line", "options": {"scales": {"other": {}}}}"#,
                "options.scales.other: found an axis of no direction, expected axis: 'x' or 'y', or a position; \
                 say axis: 'x' or axis: 'y' in options.scales.other",
            ),
            (
                r#"{"type": "radar", "data": {"datasets": [{"data": [1], "rAxisID": "q"}]},
                    "options": {"scales": {"r": {}}}}"#,
                "",
            ),
        ] {
            let config = parse_config(text.as_bytes()).expect("a configuration");
            let size = Size { width: 300.0, height: 200.0 };
            let result = describe_chart(&config, size, 1.0, None);
            let found = result.err().map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(found, message);
        }
    }

    fn describe_text(text: &str) -> Chart {
        let config = parse_config(text.as_bytes()).expect("a configuration");
        describe_chart(&config, Size { width: 300.0, height: 200.0 }, 1.0, None).expect("a chart")
    }

    #[test]
    fn a_ring_whose_spacing_is_a_list_has_no_slices() {
        for (spacing, expected) in [("8", Some(8.0)), ("[8]", Some(8.0)), ("[8, 8]", None)] {
            let data = format!(r#"{{"datasets": [{{"data": [1, 2], "spacing": {spacing}}}]}}"#);
            let chart = describe_text(&format!(r#"{{"type": "doughnut", "data": {data}}}"#));
            let rings = chart.datasets.iter().map(|dataset| match &dataset.mark {
                Mark::Doughnut(ring) => ring.spacing,
                _ => panic!("a ring"),
            });
            assert_eq!(rings.collect::<Vec<_>>(), [expected], "{spacing}");
        }
    }

    #[test]
    fn values_that_need_parsing_are_missing_without_it() {
        for (data, expected) in [("[1, 2]", [None, None]), (r#"[{"x": 0, "y": 1}, 2]"#, [Some(1.0), None])] {
            for chart_type in ["line", "bar", "radar"] {
                let data =
                    if chart_type == "radar" { data.replace("\"y\"", "\"r\"") } else { data.to_owned() };
                let data = format!(r#"{{"labels": ["a", "b"], "datasets": [{{"data": {data}}}]}}"#);
                let text =
                    format!(r#"{{"type": "{chart_type}", "data": {data}, "options": {{"parsing": false}}}}"#);
                let chart = describe_text(&text);
                let values = chart.datasets.iter().flat_map(|dataset| &dataset.data).map(|point| point.value);
                assert_eq!(values.collect::<Vec<_>>(), expected, "{text}");
            }
        }
    }
}
