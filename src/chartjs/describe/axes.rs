//! The options of the axes → the axes of a chart.

use crate::chart::{
    Axis, AxisBorder, AxisDisplay, AxisRules, AxisTitle, Backdrop, Chart, CrossAlign, Font, Grid, Indexable,
    LineDash, Stacking, TickLabels,
};
use crate::chartjs::parse::css_color::parse_paint;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::axis_direction::AxisDirection;
use crate::chartjs::resolve::axis_set::{AxisSet, ResolvedAxisData};
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::option_values::{
    label_lines, line_join, parse_align, parse_length, parse_sides,
};
use crate::chartjs::resolve::scale_id::ScaleId;
use crate::chartjs::resolve::scale_type::ScaleType;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::{OptionTarget, axis_hooks};
use crate::color::Color;
use crate::scene::{Paint, Stroke};

use super::axis_scale::describe_scale;
use super::radial_axis::describe_radial_axis;

/// The greatest number of different styles of ticks and grid lines.
const MAX_STYLES: usize = 1000;
/// The opacity of grid lines beyond the end of a list of colours in version 2.
const FAINT_ALPHA: u8 = 26;

/// Adds all axes to a chart, each under the id that it has in the set; `roots` are the options of the chart.
pub(crate) fn describe_axes(config: &Config, axes: &mut AxisSet, roots: &Scopes, chart: &mut Chart) {
    let rules = if config.migrated_from_v2 { AxisRules::Version2 } else { AxisRules::Version4 };
    tell_axes(config, axes);
    for id in axes.ids() {
        let Some(data) = axes.resolve_axis(id) else { continue };
        let axis = describe_axis(config, &data, roots, rules);
        let own_id = match id {
            ScaleId::Cartesian(_) => ScaleId::Cartesian(chart.axes.push(axis)),
            ScaleId::Radial(_) => {
                let radial_axis = describe_radial_axis(config, data.scale, roots, axis);
                ScaleId::Radial(chart.radial_axes.push(radial_axis))
            }
        };
        debug_assert_eq!(own_id, id);
    }
}

/// Tells the functions of a configuration its axes.
fn tell_axes(config: &Config, axes: &mut AxisSet) {
    let Some(session) = &config.session else { return };
    let (mut cartesian, mut radial) = (Vec::new(), Vec::new());
    let labels_of_data = config.data().get("labels").and_then(Value::as_list);
    for id in axes.ids() {
        let Some(data) = axes.resolve_axis(id) else { continue };
        let mut names = data.scale.axis_names();
        names.label_count = data.labels.len();
        if !session.has_labels() || labels_of_data != Some(data.labels) {
            names.labels = Some(data.labels.to_vec());
        }
        match id {
            ScaleId::Cartesian(_) => cartesian.push(names),
            ScaleId::Radial(_) => radial.push(names),
        }
    }
    session.set_axes(cartesian, radial);
}

fn describe_axis<'a>(
    config: &'a Config,
    data: &ResolvedAxisData<'a>,
    roots: &Scopes<'a>,
    rules: AxisRules,
) -> Axis {
    let id = data.scale.id.as_str();
    let options =
        Scopes::with_fallback(&data.scale.options, roots).with_target(OptionTarget::Scale(id)).for_index(0);
    Axis {
        rules,
        horizontal: data.scale.direction == AxisDirection::X,
        position: data.position,
        display: match options.raw("display") {
            Some(Value::Text(auto)) if auto == "auto" => AxisDisplay::Auto,
            Some(value) if !value.is_truthy() => AxisDisplay::Hidden,
            _ => AxisDisplay::Shown,
        },
        limits: data.limits,
        bounds_at_ticks: options.text("bounds") != Some("data"),
        grace: parse_length(options.raw("grace"), 0.0),
        reverse: options.flag("reverse"),
        align_to_pixels: options.flag("alignToPixels"),
        offset: options.flag("offset"),
        offset_after_skip: options.flag("offsetAfterAutoskip"),
        stacking: parse_stacked(options.raw("stacked")),
        stack: options.text("stack").filter(|name| !name.is_empty()).map(str::to_owned),
        stack_weight: options.number_or("stackWeight", 1.0),
        weight: options.number_or("weight", 0.0),
        clip: options.flag("clip"),
        background: options.paint("backgroundColor"),
        grid: describe_grid(&options, id, rules),
        border: describe_border(&options, id),
        title: describe_title(&options, roots),
        tick_labels: describe_ticks(&options, id, data.scale.scale_type),
        scale: describe_scale(data, &options, rules, config.number_locale()),
        inset: (0.0, 0.0),
        zero_line: None,
        caption: None,
        value_labels: None,
        hooks: axis_hooks(
            config.session.as_ref(),
            id,
            &data.scale.options,
            options.nested("ticks").and_then(|ticks| ticks.scripted_font("font")),
        ),
    }
}

fn parse_stacked(value: Option<&Value>) -> Option<Stacking> {
    match value? {
        Value::Text(mode) if mode == "single" => Some(Stacking::Single),
        value if value.is_truthy() => Some(Stacking::BySign),
        _ => Some(Stacking::Off),
    }
}

/// True if a part of an axis is enabled: `false` may take the place of its options.
fn is_part_enabled(options: &Scopes, part: &str) -> bool {
    options.raw(part) != Some(&Value::Bool(false))
}

fn describe_grid<'a>(options: &Scopes<'a>, id: &'a str, rules: AxisRules) -> Grid {
    let scopes = options.nested("grid").unwrap_or_else(|| options.clone());
    let tick_scopes = scopes.clone().with_target(OptionTarget::Tick(id));
    let z = scopes.number_or("z", -1.0);
    let black = || Paint::from(Color::from_hex(0));
    let line = |item: &Scopes| (item.paint_or("color", Paint::TRANSPARENT), item.number_or("lineWidth", 1.0));
    let mark = |item: &Scopes| {
        let (paint, width) = line(item);
        (item.paint("tickColor").unwrap_or(paint), item.number("tickWidth").unwrap_or(width))
    };
    // A list has no item for the line after the last tick: a missing colour is black, the default of a canvas, and a
    // missing width draws no line.
    let is_list = |name: &str| matches!(scopes.unresolved(name), Some(Value::List(_)));
    let last = || {
        let (paint, width) = line(&scopes);
        let paint = if is_list("color") { black() } else { paint };
        let (tick, tick_width) = mark(&scopes);
        let is_black = is_list("tickColor") || (is_list("color") && scopes.paint("tickColor").is_none());
        let tick = if is_black { black() } else { tick };
        [(paint, width), (tick, if is_list("tickWidth") { 1.0 } else { tick_width })]
    };
    let offset = scopes.flag("offset");
    let grid = Grid {
        zero_line: None,
        display: is_part_enabled(options, "grid") && scopes.flag("display"),
        offset,
        draw_on_chart_area: scopes.flag("drawOnChartArea"),
        draw_ticks: scopes.flag("drawTicks"),
        tick_length: scopes.number_or("tickLength", 8.0),
        z,
        lines: tick_scopes.resolve_indexable(&["color", "lineWidth"], MAX_STYLES, line),
        tick_marks: tick_scopes.resolve_indexable(
            &["color", "lineWidth", "tickColor", "tickWidth"],
            MAX_STYLES,
            mark,
        ),
        // Only between categories is there one line more than ticks.
        closing_line: (offset && !is_list("lineWidth")).then(last),
        tick_dashes: describe_dashes(&tick_scopes, ["tickBorderDash", "tickBorderDashOffset"]),
    };
    match rules {
        AxisRules::Version4 => grid,
        AxisRules::Version2 => with_version_2_lines(grid, &scopes),
    }
}

/// The lines of version 2: lists of colours and widths do not repeat, tick marks look like their lines, and the line at
/// zero has its own style.
fn with_version_2_lines(grid: Grid, scopes: &Scopes) -> Grid {
    let faint = || Paint::from(Color::from_hex(0).with_alpha(FAINT_ALPHA));
    let number = |name: &str, index: usize| match scopes.raw(name) {
        Some(Value::List(list)) => list.get(index).and_then(Value::to_number).unwrap_or(1.0),
        _ => scopes.number_or(name, 1.0),
    };
    let paint = |index: usize| match scopes.raw("color") {
        Some(Value::List(list)) => list.get(index).and_then(parse_paint).unwrap_or_else(faint),
        _ => scopes.paint_or("color", faint()),
    };
    let is_list = |name: &&str| matches!(scopes.raw(name), Some(Value::List(_)));
    let count = if ["color", "lineWidth"].iter().any(is_list) { MAX_STYLES } else { 1 };
    let lines = Indexable::from_fn(count, |index| (paint(index), number("lineWidth", index)));
    Grid {
        closing_line: Some([lines.get(count - 1).clone(), lines.get(count - 1).clone()]),
        tick_marks: lines.clone(),
        lines,
        zero_line: Some(Stroke {
            dash: scopes.dash_lengths("zeroLineBorderDash"),
            dash_offset: scopes.number_or("zeroLineBorderDashOffset", 0.0),
            ..Stroke::solid(scopes.paint_or("zeroLineColor", faint()), number("zeroLineWidth", 0))
        }),
        ..grid
    }
}

/// The dash patterns of the lines at ticks, from the options for lengths and offset.
fn describe_dashes(tick_scopes: &Scopes, names: [&str; 2]) -> Indexable<LineDash> {
    let [lengths, offset] = names;
    tick_scopes.resolve_indexable(&names, MAX_STYLES, |item| LineDash {
        lengths: item.dash_lengths(lengths),
        offset: item.number_or(offset, 0.0),
    })
}

fn describe_border<'a>(options: &Scopes<'a>, id: &'a str) -> AxisBorder {
    let scopes = options.nested("border").unwrap_or_else(|| options.clone());
    let tick_scopes = scopes.clone().with_target(OptionTarget::Tick(id));
    AxisBorder {
        display: is_part_enabled(options, "border") && scopes.flag("display"),
        width: scopes.number_or("width", 1.0),
        paint: scopes.paint_or("color", Paint::TRANSPARENT),
        dashes: describe_dashes(&tick_scopes, ["dash", "dashOffset"]),
        z: scopes.number_or("z", 0.0),
    }
}

fn describe_title(options: &Scopes, roots: &Scopes) -> Option<AxisTitle> {
    let scopes = options.nested("title").filter(|scopes| scopes.flag("display"))?;
    let has_own_font = scopes.raw("font").is_some();
    let font = scopes.font("font");
    Some(AxisTitle {
        text: scopes.raw("text").map(label_lines).unwrap_or_default(),
        align: parse_align(scopes.text("align")),
        font,
        layout_line_height: if has_own_font { font.line_height } else { roots.font("font").line_height },
        color: scopes.color_or("color", Color::from_hex(0x66_66_66)),
        outline: text_outline(&scopes, ["strokeWidth", "strokeColor"]),
        padding: parse_sides(scopes.raw("padding")),
    })
}

/// The outline of letters from the options for its width and its colour; black if no colour is given.
fn text_outline(item: &Scopes, [width, color]: [&str; 2]) -> Option<Stroke> {
    let width = item.number(width).filter(|width| *width > 0.0)?;
    let stroke = |color| Stroke { join: line_join("miter"), ..Stroke::solid(color, width) };
    match item.raw(color) {
        None => Some(stroke(Color::from_hex(0))),
        Some(_) => item.color(color).map(stroke),
    }
}

/// The fonts of ticks whose options may be lists.
fn list_fonts(ticks: &Scopes) -> Indexable<Font> {
    let font = ticks.nested("font");
    let names = ["size", "weight", "lineHeight"];
    let sizes = font.as_ref().map_or(1, |font| font.repeat_period(&names, MAX_STYLES));
    Indexable::from_fn(sizes, |index| ticks.for_index(index).font("font"))
}

fn describe_ticks<'a>(options: &Scopes<'a>, id: &'a str, scale_type: ScaleType) -> TickLabels {
    let scopes = options.nested("ticks").unwrap_or_else(|| options.clone());
    let tick_scopes = scopes.clone().with_target(OptionTarget::Tick(id));
    let fonts = match scopes.scripted_font("font") {
        Some(fonts) => Indexable::uniform(fonts.font_without_functions()),
        None => list_fonts(&tick_scopes),
    };
    // On a category axis and on a logarithmic one no font is asked for before there are ticks.
    let has_base_font = !matches!(scale_type, ScaleType::Category | ScaleType::Logarithmic);
    let has_base_font = has_base_font && scopes.scripted_font("font").is_some();
    // Chart.js never calls a function for this option.
    let padding = parse_sides(scopes.unresolved("backdropPadding"));
    let backdrop = |item: &Scopes| {
        let make_backdrop =
            || Backdrop { color: item.color_or("backdropColor", Color::from_hex(0)), padding };
        item.flag("showLabelBackdrop").then(make_backdrop)
    };
    let count = |name: &str| scopes.number(name).map(|count| count.clamp(0.0, 1e6) as usize);
    TickLabels {
        display: is_part_enabled(options, "ticks") && scopes.flag("display"),
        fonts,
        base_font: has_base_font.then(|| scopes.font("font")),
        colors: tick_scopes
            .resolve_indexable(&["color"], MAX_STYLES, |item| item.color_or("color", Color::from_hex(0))),
        outlines: tick_scopes.resolve_indexable(
            &["textStrokeColor", "textStrokeWidth"],
            MAX_STYLES,
            |item| text_outline(item, ["textStrokeWidth", "textStrokeColor"]),
        ),
        padding: scopes.number_or("padding", 0.0),
        mirror: scopes.flag("mirror"),
        min_rotation: scopes.number_or("minRotation", 0.0),
        max_rotation: scopes.number_or("maxRotation", 50.0),
        auto_skip: scopes.flag("autoSkip"),
        skip_padding: scopes.number_or("autoSkipPadding", 0.0),
        max_ticks_limit: count("maxTicksLimit").filter(|count| *count > 0),
        sample_size: count("sampleSize"),
        include_bounds: scopes.raw("includeBounds") != Some(&Value::Bool(false)),
        major_enabled: scopes.nested("major").is_some_and(|major| major.flag("enabled")),
        align: parse_align(scopes.text("align")),
        cross_align: match scopes.text("crossAlign") {
            Some("center") => CrossAlign::Center,
            Some("far") => CrossAlign::Far,
            _ => CrossAlign::Near,
        },
        label_offset: scopes.number_or("labelOffset", 0.0),
        backdrops: tick_scopes.resolve_indexable(
            &["showLabelBackdrop", "backdropColor"],
            MAX_STYLES,
            backdrop,
        ),
        backdrop_padding: padding,
        z: scopes.number_or("z", 0.0),
        drop_priority: 0,
    }
}
