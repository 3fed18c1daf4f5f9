//! Parts of a configuration that have no effect here, although their author expects one.

use std::collections::BTreeSet;

use crate::chart::DatasetId;
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::option_schema::{MAX_WARNINGS, OptionSchema};
use crate::chartjs::parse::value::{Object, Value, is_function_text};
use crate::input::error_text::{did_you_mean, quote};
use crate::intl::LocaleNumbers;

use super::annotation_options::{AnnotationEntry, AnnotationType, annotation_entries};
use super::axis_direction::AxisDirection;
use super::config::Config;
use super::fills::fill_targets;
use super::font_warnings::warn_of_font_sizes;
use super::option_values::CLIP_SIDES;
use super::scales::{axis_name, resolve_scales};

/// The plugins that are drawn, and `tooltip`, which has no effect in a still picture.
const SUPPORTED_PLUGINS: [&str; 9] =
    ["annotation", "title", "subtitle", "legend", "tooltip", "filler", "colors", "decimation", "datalabels"];
/// The plugin of version 2 whose label is drawn as an annotation.
const DOUGHNUT_LABEL_PLUGIN: &str = "doughnutlabel";

/// The parts that have no effect, each with its path: functions in texts, unknown options and plugins, areas that fill to
/// each other in a cycle.
pub(crate) fn list_warnings(config: &Config) -> Vec<String> {
    let mut warnings = Vec::new();
    // Labels may hold any text, so only the options of the chart and of its datasets are searched.
    let options = Value::Object(config.written_options.as_ref().unwrap_or_else(|| config.options()).clone());
    warn_of_functions(&options, "options", &mut warnings);
    for (index, dataset) in config.datasets().enumerate() {
        for (name, value) in dataset.entries().filter(|(name, _)| !matches!(*name, "data" | "label")) {
            let path = format!("data.datasets[{index}].{name}");
            if name == "pointStyle" && is_image_value(value) {
                warnings.push(image_warning(&path));
            }
            warn_of_functions(value, &path, &mut warnings);
        }
    }
    warnings.extend(config.number_locale().and_then(unknown_locale_warning));
    warn_of_incomplete_clips(config, &mut warnings);
    warn_of_spacing_lists(config, &mut warnings);
    warn_of_font_sizes(&options, "options", &mut warnings);
    warn_of_unknown_plugins(config, &mut warnings);
    warn_of_annotations(config, &mut warnings);
    warn_of_unknown_axes(config, &mut warnings);
    warn_of_version_2_axes(config, &mut warnings);
    warn_of_later_axes(config, &mut warnings);
    warn_of_fill_cycles(config, &mut warnings);
    if !config.migrated_from_v2 {
        warnings.extend(unknown_options(config));
    }
    warnings.truncate(MAX_WARNINGS);
    warnings
}

/// The warning for a language in which numbers can't be written.
fn unknown_locale_warning(locale: &str) -> Option<String> {
    (!LocaleNumbers::is_known(locale)).then(|| {
        format!("options.locale: numbers in {locale:?} are not known here; they are written as in \"en-US\"")
    })
}

fn warn_of_incomplete_clips(config: &Config, warnings: &mut Vec<String>) {
    for (index, dataset) in config.datasets().enumerate() {
        let missing_side = |clip: &Object| CLIP_SIDES.into_iter().find(|side| clip.get(side).is_none());
        if let Some(side) = dataset.get_object("clip").and_then(missing_side) {
            warnings.push(format!(
                "data.datasets[{index}].clip: no {side}; Chart.js draws nothing of a dataset unless all four sides are given"
            ));
        }
    }
}

/// Warns of rings whose spacing is a list: Chart.js draws none of their slices.
fn warn_of_spacing_lists(config: &Config, warnings: &mut Vec<String>) {
    let is_long_list = |value: Option<&Value>| matches!(value, Some(Value::List(list)) if list.len() > 1);
    let is_ring =
        |dataset: &Object| matches!(config.dataset_type(dataset), ChartType::Doughnut | ChartType::Pie);
    for (index, dataset) in config.datasets().enumerate() {
        if is_ring(dataset) && is_long_list(dataset.get("spacing")) {
            let path = format!("data.datasets[{index}].spacing");
            warnings.push(format!("{path}: found a list, expected a number; Chart.js draws no slices"));
        }
    }
}

fn warn_of_unknown_plugins(config: &Config, warnings: &mut Vec<String>) {
    let plugins = config.options().get_object("plugins").into_iter().flat_map(Object::entries);
    for (id, options) in plugins {
        let is_of_version_2 = config.migrated_from_v2 && id == DOUGHNUT_LABEL_PLUGIN;
        if SUPPORTED_PLUGINS.contains(&id) || is_of_version_2 || !options.is_truthy() {
            continue;
        }
        let subject = if options.as_object().is_some() { "its options are" } else { "it is" };
        warnings.push(format!("options.plugins.{id}: no plugin of ours, {subject} ignored"));
    }
}

/// Warns of annotations of an unknown type and of annotations on axes that do not exist.
fn warn_of_annotations(config: &Config, warnings: &mut Vec<String>) {
    let scales = resolve_scales(config).unwrap_or_default();
    let ids: Vec<&str> = scales.iter().map(|scale| scale.id.as_str()).collect();
    for AnnotationEntry { path_end, own: annotation, .. } in annotation_entries(config) {
        let plugin =
            if config.migrated_from_v2 { "options.annotation" } else { "options.plugins.annotation" };
        let path = format!("{plugin}.annotations{path_end}");
        match annotation.get("type").and_then(Value::as_text) {
            Some(name) if AnnotationType::from_name(name).is_none() => warnings.push(format!(
                "{path}.type: found {}, expected one of {}; drawn as a line{}",
                quote(name),
                AnnotationType::all_names().join(", "),
                suggestion_suffix(name, AnnotationType::all_names())
            )),
            _ => {}
        }
        for name in ["scaleID", "xScaleID", "yScaleID"] {
            let id = annotation.get(name).and_then(Value::as_text).filter(|id| !ids.contains(id));
            if let Some(id) = id {
                warnings.push(unknown_axis_warning(&format!("{path}.{name}"), id, &ids, "ignored"));
            }
        }
    }
}

/// Warns of axes that datasets name and `options.scales` does not, if it names any.
fn warn_of_unknown_axes(config: &Config, warnings: &mut Vec<String>) {
    let scales = config.options().get_object("scales").into_iter().flat_map(Object::entries);
    let named: Vec<&str> = scales.map(|(id, _)| id).collect();
    if named.is_empty() {
        return;
    }
    for (index, dataset) in config.datasets().enumerate() {
        for direction in [AxisDirection::X, AxisDirection::Y, AxisDirection::R] {
            let id = axis_name(dataset, direction);
            if let Some(id) = id.filter(|id| *id != direction.name() && !named.contains(id)) {
                let path = format!("data.datasets[{index}].{}AxisID", direction.name());
                let result = "an axis without options is made for it";
                warnings.push(unknown_axis_warning(&path, id, &named, result));
            }
        }
    }
}

/// Warns of axes under the names that version 2 has for its lists of axes, unless a dataset uses them.
fn warn_of_version_2_axes(config: &Config, warnings: &mut Vec<String>) {
    if config.migrated_from_v2 {
        return;
    }
    let scales = config.options().get_object("scales").unwrap_or(&config.empty);
    for (id, direction) in [("xAxes", AxisDirection::X), ("yAxes", AxisDirection::Y)] {
        let is_used = config.datasets().any(|dataset| axis_name(dataset, direction) == Some(id));
        if scales.get(id).is_some() && !is_used {
            let name = direction.name();
            warnings.push(format!(
                "options.scales.{id}: no dataset uses this axis; did you mean options.scales.{name}?"
            ));
        }
    }
}

/// Warns of axes by id in a configuration that is read for version 2, which has lists of axes only.
fn warn_of_later_axes(config: &Config, warnings: &mut Vec<String>) {
    let written = config.written_options.as_ref();
    let scales = written.and_then(|options| options.get_object("scales")).unwrap_or(&config.empty);
    for (id, _) in scales.entries().filter(|(id, _)| !matches!(*id, "xAxes" | "yAxes")) {
        let list = if id.starts_with('x') { "xAxes" } else { "yAxes" };
        warnings.push(format!(
            "options.scales.{id}: version 2 has no axes by id, ignored; ask for version 4 (v=4), or write \
             options.scales.{list}: [{{…}}]"
        ));
    }
}

fn unknown_axis_warning(path: &str, id: &str, known: &[&str], result: &str) -> String {
    let suggestion = suggestion_suffix(id, known.iter().copied());
    format!(
        "{path}: found {}, expected an axis of options.scales: {}; {result}{suggestion}",
        quote(id),
        known.join(", ")
    )
}

fn suggestion_suffix<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    did_you_mean(found, known).map_or_else(String::new, |suggestion| format!("; {suggestion}"))
}

/// Warns of areas that fill to each other's lines in a cycle. Chart.js draws each of them, but none if one is hidden.
fn warn_of_fill_cycles(config: &Config, warnings: &mut Vec<String>) {
    let targets = fill_targets(config);
    let mut visited = BTreeSet::new();
    for start in targets.ids() {
        let mut path = vec![start];
        let mut current = start;
        while let Some(next) = targets.get(current).copied().flatten().filter(|next| !visited.contains(next))
        {
            if let Some(from) = path.iter().position(|known| *known == next) {
                let cycle: Vec<DatasetId> = path.drain(from..).collect();
                let names: Vec<String> =
                    cycle.iter().chain([&next]).map(|id| id.position().to_string()).collect();
                warnings.push(format!(
                    "data.datasets[{}].fill: the areas of datasets fill to each other in a circle ({}); fill one \
                     of them to \"origin\"",
                    next.position(),
                    names.join(" → ")
                ));
                visited.extend(cycle);
                break;
            }
            path.push(next);
            current = next;
        }
        visited.insert(start);
    }
}

/// Warns of functions and images anywhere in a value.
fn warn_of_functions(value: &Value, path: &str, warnings: &mut Vec<String>) {
    match value {
        Value::Text(text) if is_function_text(text) => {
            warnings.push(format!(
                "{path}: a function in a text does nothing; write it without quotes, as JavaScript"
            ));
        }
        Value::Object(object) => {
            for (name, value) in object.entries() {
                let path = format!("{path}.{name}");
                if matches!(name, "content" | "pointStyle") && is_image_value(value) {
                    warnings.push(image_warning(&path));
                }
                warn_of_functions(value, &path, warnings);
            }
        }
        Value::List(list) => {
            for (index, value) in list.iter().enumerate() {
                warn_of_functions(value, &format!("{path}[{index}]"), warnings);
            }
        }
        _ => {}
    }
}

fn image_warning(path: &str) -> String {
    format!("{path}: an image is not drawn here")
}

/// True for an image: an `Image` becomes an object in JSON, others are data URLs.
fn is_image_value(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Text(text) => text.starts_with("data:image/"),
        Value::List(list) => list.iter().any(is_image_value),
        _ => false,
    }
}

/// A warning for each option that neither Chart.js nor a plugin knows, with its path.
fn unknown_options(config: &Config) -> Vec<String> {
    let Some(schema) = OptionSchema::built_in() else { return Vec::new() };
    let mut warnings = Vec::new();
    let mut check = |entry: &str, object: &Object, path: &str| {
        schema.warn_of_unknown_options(entry, object, path, &mut warnings);
    };
    check("config", &config.root, "");
    for (index, dataset) in config.datasets().enumerate() {
        let entry = match config.dataset_type(dataset) {
            ChartType::Pie => ChartType::Doughnut,
            ChartType::Radar | ChartType::Scatter => ChartType::Line,
            chart_type => chart_type,
        };
        check(entry.name(), dataset, &format!("data.datasets[{index}]"));
    }
    let named = config.options().get_object("scales").unwrap_or(&config.empty);
    for scale in resolve_scales(config).unwrap_or_default() {
        if let Some(own) = named.get_object(&scale.id) {
            let entry = format!("scale.{}", scale.scale_type.name());
            check(&entry, own, &format!("options.scales.{}", scale.id));
        }
    }
    for AnnotationEntry { path_end, own: annotation, .. } in annotation_entries(config) {
        let path = format!("options.plugins.annotation.annotations{path_end}");
        let entry = format!("annotation.{}", AnnotationType::of_annotation(annotation).name());
        check(&entry, annotation, &path);
    }
    warnings
}

#[cfg(test)]
mod tests {
    use crate::chartjs::resolve::config::parse_config;

    use super::*;

    #[test]
    fn images_give_warnings_with_their_paths() {
        let text = br#"{"type": "line", "data": {"datasets": [{"pointStyle": {}, "data": [1]}]}, "options": {
            "plugins": {"annotation": {"annotations": [
                {"type": "label", "content": {}}, {"type": "box", "label": {"content": ["data:image/png;base64,AA=="]}},
                {"type": "label", "content": ["two", "lines"]}]}}}}"#;
        let warnings = list_warnings(&parse_config(text).expect("a configuration"));
        let place = "options.plugins.annotation.annotations";
        assert_eq!(
            warnings,
            [
                format!("{place}[0].content: an image is not drawn here"),
                format!("{place}[1].label.content: an image is not drawn here"),
                "data.datasets[0].pointStyle: an image is not drawn here".to_owned(),
            ]
        );
    }

    #[test]
    fn an_unknown_language_is_a_warning() {
        for (locale, expected) in [("tlh", 1), ("en-US", 0), ("en-AU-u-nu-latn", 0)] {
            let text = format!(r#"{{"type": "bar", "data": {{}}, "options": {{"locale": "{locale}"}}}}"#);
            let config = parse_config(text.as_bytes()).expect("a configuration");
            assert_eq!(list_warnings(&config).len(), expected, "{locale}");
        }
    }

    #[test]
    fn functions_and_unknown_plugins_give_warnings() {
        let text = br#"{"type": "bar", "data": {"labels": ["more => less, a label"], "datasets": []}, "options": {
            "scales": {"y": {"ticks": {"callback": "v => '$' + v"}}}, "plugins": {"zoom": {}, "legend": false}}}"#;
        let warnings = list_warnings(&parse_config(text).expect("a configuration"));
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings[0].starts_with("options.scales.y.ticks.callback: "), "{warnings:?}");
        assert!(warnings[1].starts_with("options.plugins.zoom: "), "{warnings:?}");
    }

    fn warnings_of_options(options: &str) -> Vec<String> {
        let text =
            format!(r#"{{"type": "bar", "data": {{"datasets": [{{"data": [1]}}]}}, "options": {options}}}"#);
        list_warnings(&parse_config(text.as_bytes()).expect("a configuration"))
    }

    #[test]
    fn options_of_earlier_versions_give_warnings_with_their_present_paths() {
        for (options, suggestion) in [
            (r#"{"plugins": {}, "tooltips": {}, "scales": {"y": {}}}"#, "options.plugins.tooltip"),
            (r#"{"plugins": {}, "title": {"text": "T"}, "scales": {"y": {}}}"#, "options.plugins.title"),
            (
                r#"{"plugins": {}, "legend": {"display": false}, "scales": {"y": {}}}"#,
                "options.plugins.legend",
            ),
            (r#"{"scales": {"xAxes": {"stacked": true}}}"#, "options.scales.x"),
            (r#"{"scales": {"x": {"gridLines": {}}}}"#, "options.scales.x.grid"),
            (r#"{"scales": {"y": {"scaleLabel": {}}}}"#, "options.scales.y.title"),
            (r#"{"scales": {"y": {"ticks": {"fontColor": "red"}}}}"#, "options.scales.y.ticks.color"),
            (r#"{"scales": {"y": {"ticks": {"beginAtZero": true}}}}"#, "options.scales.y.beginAtZero"),
        ] {
            let warnings = warnings_of_options(options);
            let expected = format!("; did you mean {suggestion}?");
            assert!(warnings.len() == 1 && warnings[0].ends_with(&expected), "{options}: {warnings:?}");
        }
    }

    #[test]
    fn misplaced_options_give_warnings_with_the_paths_where_they_are_known() {
        for (options, suggestion) in [
            (r#"{"beginAtZero": true}"#, "options.scales.y.beginAtZero"),
            (r#"{"stepSize": 5}"#, "options.scales.y.ticks.stepSize"),
            (r#"{"padding": 5}"#, "options.layout.padding"),
            (r#"{"scales": {"y": {"callback": "x"}}}"#, "options.scales.y.ticks.callback"),
            (r#"{"scales": {"y": {"ticks": {"grid": {}}}}}"#, "options.scales.y.grid"),
            (r#"{"scales": {"y": {"barPercentage": 1}}}"#, "data.datasets[i].barPercentage"),
            (
                r#"{"plugins": {"legend": {"usePointStyle": true}}}"#,
                "options.plugins.legend.labels.usePointStyle",
            ),
            (r#"{"plugins": {"title": {"aspectRatio": 2}}}"#, "options.aspectRatio"),
        ] {
            let warnings = warnings_of_options(options);
            let expected = format!("no option in this place, ignored; did you mean {suggestion}?");
            assert!(warnings.len() == 1 && warnings[0].ends_with(&expected), "{options}: {warnings:?}");
        }
    }

    #[test]
    fn options_that_chart_js_knows_give_no_warning() {
        let text = br#"{"type": "bar", "data": {"datasets": [
                {"type": "line", "pointHoverRadius": 3, "hoverBorderWidth": 1, "data": [{"anything": 1}]},
                {"barPercentage": 1, "hoverBackgroundColor": "red", "borderWidth": {"top": 1}}]},
            "options": {"responsive": true, "animation": {"duration": 0}, "onClick": null, "tension": 1,
                "interaction": {"mode": "x"}, "plugins": {"tooltip": {"callbacks": {}}, "legend": {"labels": {}}},
                "scales": {"y": {"beginAtZero": true, "ticks": {"stepSize": 1, "format": {"style": "percent"}}}}}}"#;
        assert_eq!(unknown_options(&parse_config(text).expect("a configuration")), Vec::<String>::new());
    }
}
