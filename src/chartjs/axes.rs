//! The options of an axis → its description.

use crate::chart::{
    Align, Axis, AxisTitle, Backdrop, Border, CrossAlign, Display, Extent, Grid, Label, Limits, Position,
    Scale, Stacked, Ticks,
};
use crate::color::Color;
use crate::scale::time::{Source, TimeScale, Unit};
use crate::scale::{Notation, NumberFormat, NumberStyle};
use crate::scene::Stroke;

use super::data::Reader;
use super::options::{Scopes, join, leading_number, sides};
use super::scales::{ScaleConfig, Way};
use super::value::{Object, Value};

/// What of an axis is known before its options are described.
pub(super) struct Known {
    pub(super) position: Position,
    pub(super) limits: Limits,
    pub(super) labels: Vec<Value>,
    /// The labels as instants, in order.
    pub(super) instants: Vec<f64>,
}

/// The lines of a label.
pub(super) fn label(value: &Value) -> Label {
    match value {
        Value::List(lines) => lines.iter().map(Value::to_text).collect(),
        value => vec![value.to_text()],
    }
}

/// How an axis reads its data; category axes take their labels from a pool.
pub(super) fn reader(scale: &ScaleConfig, pool: usize) -> Reader {
    let time = scale.options.object("time");
    let text = |name: &str| time.and_then(|time| time.get(name)).and_then(Value::as_text);
    match scale.kind() {
        "category" => Reader::Category(pool),
        "logarithmic" => Reader::Logarithmic { has_zero: false },
        "time" | "timeseries" => Reader::Time {
            parser: text("parser").map(str::to_owned),
            round: text("round")
                .and_then(Unit::named)
                .map(|unit| (unit, weekday(time).filter(|_| unit == Unit::Week))),
        },
        _ => Reader::Linear,
    }
}

/// The first day of a week, 1 for Monday.
fn weekday(time: Option<&Object>) -> Option<i8> {
    match time.and_then(|time| time.get("isoWeekday"))? {
        Value::Bool(true) => Some(1),
        Value::Number(day) => Some((*day as i8).clamp(1, 7)),
        _ => None,
    }
}

/// The description of an axis.
pub(super) fn axis(scale: &ScaleConfig, roots: &Scopes, reader: &Reader, known: Known) -> Axis {
    let options = Scopes::under(&scale.options, roots).at(0);
    Axis {
        horizontal: scale.way == Way::X,
        position: known.position,
        display: match options.whole("display") {
            Some(Value::Text(auto)) if auto == "auto" => Display::Auto,
            Some(value) if !value.is_truthy() => Display::No,
            _ => Display::Yes,
        },
        limits: known.limits,
        bounds_ticks: options.text("bounds") != Some("data"),
        grace: extent(options.whole("grace"), 0.0),
        reverse: options.flag("reverse"),
        align_to_pixels: options.flag("alignToPixels"),
        offset: options.flag("offset"),
        offset_after_skip: options.flag("offsetAfterAutoskip"),
        stacked: stacked(options.whole("stacked")),
        stack: options.text("stack").filter(|name| !name.is_empty()).map(str::to_owned),
        stack_weight: options.number_or("stackWeight", 1.0),
        weight: options.number_or("weight", 0.0),
        clip: options.flag("clip"),
        background: options.color("backgroundColor"),
        grid: grid(&options),
        border: border(&options),
        title: title(&options, roots),
        ticks: ticks(&options),
        scale: kind(scale, &options, reader, known),
        inset: (0.0, 0.0),
        zero_line: None,
        caption: None,
        values: None,
    }
}

fn stacked(value: Option<&Value>) -> Option<Stacked> {
    match value? {
        Value::Text(mode) if mode == "single" => Some(Stacked::Single),
        value if value.is_truthy() => Some(Stacked::Yes),
        _ => Some(Stacked::No),
    }
}

/// A length, or a share in percent.
pub(super) fn extent(value: Option<&Value>, usual: f64) -> Extent {
    match value {
        Some(Value::Text(text)) if text.trim().ends_with('%') => {
            Extent::Share(leading_number(text).unwrap_or(0.0) / 100.0)
        }
        value => Extent::Pixels(value.and_then(Value::to_number).unwrap_or(usual)),
    }
}

fn kind(scale: &ScaleConfig, options: &Scopes, reader: &Reader, known: Known) -> Scale {
    let ticks = options.sub("ticks");
    let number = |name: &str| ticks.as_ref().and_then(|ticks| ticks.number(name));
    let format = number_format(ticks.as_ref().and_then(|ticks| ticks.sub("format")).as_ref());
    let begin_at_zero = options.flag("beginAtZero");
    match (scale.kind(), reader) {
        ("category", _) => Scale::Category { labels: known.labels.iter().map(label).collect() },
        ("logarithmic", Reader::Logarithmic { has_zero }) => {
            Scale::Logarithmic { begin_at_zero, has_zero: *has_zero, format }
        }
        (kind @ ("time" | "timeseries"), _) => {
            Scale::Time(times(scale, kind == "timeseries", number("stepSize"), known))
        }
        _ => Scale::Linear {
            begin_at_zero,
            step: number("stepSize").filter(|step| *step > 0.0),
            precision: number("precision").map(|digits| digits.clamp(-20.0, 20.0) as i32),
            count: number("count").map(|count| count.clamp(0.0, 1e4) as usize),
            format,
        },
    }
}

fn times(scale: &ScaleConfig, series: bool, step: Option<f64>, known: Known) -> TimeScale {
    let time = scale.options.object("time");
    let text = |name: &str| time.and_then(|time| time.get(name)).and_then(Value::as_text);
    let formats = time.and_then(|time| time.object("displayFormats"));
    let given = formats.into_iter().flat_map(Object::entries);
    let source = scale.options.path("ticks").and_then(|ticks| ticks.get("source")).and_then(Value::as_text);
    TimeScale {
        series,
        unit: text("unit").and_then(Unit::named),
        min_unit: text("minUnit").and_then(Unit::named).unwrap_or(Unit::Millisecond),
        weekday: weekday(time),
        step: step.filter(|step| *step > 0.0).unwrap_or(1.0),
        source: match source {
            Some("data") => Source::Data,
            Some("labels") => Source::Labels,
            _ => Source::Auto,
        },
        formats: given
            .filter_map(|(name, pattern)| Some((Unit::named(name)?, pattern.as_text()?.to_owned())))
            .collect(),
        labels: known.instants,
    }
}

/// What `Intl.NumberFormat` is asked for.
fn number_format(options: Option<&Scopes>) -> NumberFormat {
    let Some(options) = options else { return NumberFormat::default() };
    let digits = |name: &str| options.number(name).map(|digits| digits.clamp(0.0, 20.0) as usize);
    let unit = options.text("unit").unwrap_or_default();
    NumberFormat {
        style: match options.text("style") {
            Some("percent") => NumberStyle::Percent,
            Some("currency") => NumberStyle::Currency(currency(options.text("currency").unwrap_or("USD"))),
            Some("unit") if unit == "percent" => NumberStyle::Unit("%".to_owned()),
            Some("unit") => NumberStyle::Unit(format!(" {}", short_unit(unit))),
            _ => NumberStyle::Decimal,
        },
        min_fraction: digits("minimumFractionDigits"),
        max_fraction: digits("maximumFractionDigits"),
        plain: options.whole("useGrouping").is_some_and(|value| !value.is_truthy()),
        notation: match options.text("notation") {
            Some("scientific" | "engineering") => Some(Notation::Scientific),
            Some("compact") => Some(Notation::Compact),
            Some(_) => Some(Notation::Standard),
            None => None,
        },
    }
}

/// The sign of a currency in American English.
fn currency(code: &str) -> String {
    match code.to_ascii_uppercase().as_str() {
        "USD" => "$".to_owned(),
        "EUR" => "€".to_owned(),
        "GBP" => "£".to_owned(),
        "JPY" => "¥".to_owned(),
        "INR" => "₹".to_owned(),
        other => format!("{other}\u{A0}"),
    }
}

fn short_unit(unit: &str) -> &str {
    match unit {
        "kilometer" => "km",
        "meter" => "m",
        "kilogram" => "kg",
        "gram" => "g",
        "liter" => "L",
        "second" => "sec",
        "minute" => "min",
        "hour" => "hr",
        "megabyte" => "MB",
        "gigabyte" => "GB",
        "kilobyte" => "kB",
        other => other,
    }
}

/// Whether a part of an axis is there: `false` may stand where its options would.
fn shown(options: &Scopes, part: &str) -> bool {
    options.whole(part) != Some(&Value::Bool(false))
}

fn grid(options: &Scopes) -> Grid {
    let scopes = options.sub("grid").unwrap_or_else(|| options.clone());
    let z = scopes.number_or("z", -1.0);
    let clear = Color::hex(0).with_alpha(0);
    let line = |at: &Scopes| (at.color_or("color", clear), at.number_or("lineWidth", 1.0));
    let mark = |at: &Scopes| {
        let (color, width) = line(at);
        (at.color("tickColor").unwrap_or(color), at.number("tickWidth").unwrap_or(width))
    };
    // A list says nothing beyond the last tick: a colour is then the canvas's own, and there is no width.
    let listed = |name: &str| matches!(scopes.whole(name), Some(Value::List(_)));
    let last = || {
        let (color, width) = line(&scopes);
        let color = if listed("color") { Color::hex(0) } else { color };
        let (tick, tick_width) = mark(&scopes);
        let black = listed("tickColor") || (listed("color") && scopes.color("tickColor").is_none());
        let tick = if black { Color::hex(0) } else { tick };
        [(color, width), (tick, if listed("tickWidth") { 1.0 } else { tick_width })]
    };
    Grid {
        display: shown(options, "grid") && scopes.flag("display"),
        offset: scopes.flag("offset"),
        on_plot: scopes.flag("drawOnChartArea"),
        draw_ticks: scopes.flag("drawTicks"),
        tick_length: scopes.number_or("tickLength", 8.0),
        z,
        lines: scopes.cycle(&["color", "lineWidth"], MOST_STYLES, line),
        tick_marks: scopes.cycle(&["color", "lineWidth", "tickColor", "tickWidth"], MOST_STYLES, mark),
        last: (!listed("lineWidth")).then(last),
        tick_dash: scopes.dash("tickBorderDash"),
        tick_dash_offset: scopes.number_or("tickBorderDashOffset", 0.0),
    }
}

/// Looks of ticks that may differ.
const MOST_STYLES: usize = 1000;

fn border(options: &Scopes) -> Border {
    let scopes = options.sub("border").unwrap_or_else(|| options.clone());
    Border {
        display: shown(options, "border") && scopes.flag("display"),
        width: scopes.number_or("width", 1.0),
        color: scopes.color_or("color", Color::hex(0).with_alpha(0)),
        dash: scopes.dash("dash"),
        dash_offset: scopes.number_or("dashOffset", 0.0),
        z: scopes.number_or("z", 0.0),
    }
}

fn title(options: &Scopes, roots: &Scopes) -> Option<AxisTitle> {
    let scopes = options.sub("title").filter(|scopes| scopes.flag("display"))?;
    let own = scopes.whole("font").is_some();
    let font = scopes.font("font");
    Some(AxisTitle {
        text: scopes.whole("text").map(label).unwrap_or_default(),
        align: align(scopes.text("align")),
        font,
        fit_line_height: if own { font.line_height } else { roots.font("font").line_height },
        color: scopes.color_or("color", Color::hex(0x66_66_66)),
        outline: title_outline(&scopes),
        padding: sides(scopes.whole("padding")),
    })
}

/// A place along a line.
pub(super) fn align(name: Option<&str>) -> Align {
    match name {
        Some("start") => Align::Start,
        Some("end") => Align::End,
        Some("inner") => Align::Inner,
        _ => Align::Center,
    }
}

/// A line around letters, where both its colour and its width are given.
fn outline(at: &Scopes) -> Option<Stroke> {
    let width = at.number("textStrokeWidth").filter(|width| *width > 0.0)?;
    let join = join("miter");
    at.color("textStrokeColor").map(|color| Stroke { join, ..Stroke::solid(color, width) })
}

/// A line around a title's letters, black where no colour is given.
fn title_outline(at: &Scopes) -> Option<Stroke> {
    let width = at.number("strokeWidth").filter(|width| *width > 0.0)?;
    let stroke = |color| Stroke { join: join("miter"), ..Stroke::solid(color, width) };
    match at.whole("strokeColor") {
        None => Some(stroke(Color::hex(0))),
        Some(_) => at.color("strokeColor").map(stroke),
    }
}

fn ticks(options: &Scopes) -> Ticks {
    let scopes = options.sub("ticks").unwrap_or_else(|| options.clone());
    let font = scopes.sub("font");
    let sizes = font.as_ref().map_or(1, |font| font.period(&["size", "weight", "lineHeight"], MOST_STYLES));
    let padding = sides(scopes.whole("backdropPadding"));
    let backdrop = |at: &Scopes| {
        let plate = || Backdrop { color: at.color_or("backdropColor", Color::hex(0)), padding };
        at.flag("showLabelBackdrop").then(plate)
    };
    let count = |name: &str| scopes.number(name).map(|count| count.clamp(0.0, 1e6) as usize);
    Ticks {
        display: shown(options, "ticks") && scopes.flag("display"),
        fonts: crate::chart::Cycle::of(sizes, |index| scopes.at(index).font("font")),
        colors: scopes.cycle(&["color"], MOST_STYLES, |at| at.color_or("color", Color::hex(0))),
        outlines: scopes.cycle(&["textStrokeColor", "textStrokeWidth"], MOST_STYLES, outline),
        padding: scopes.number_or("padding", 0.0),
        mirror: scopes.flag("mirror"),
        min_rotation: scopes.number_or("minRotation", 0.0),
        max_rotation: scopes.number_or("maxRotation", 50.0),
        auto_skip: scopes.flag("autoSkip"),
        skip_padding: scopes.number_or("autoSkipPadding", 0.0),
        max_count: count("maxTicksLimit").filter(|count| *count > 0),
        sample_size: count("sampleSize"),
        include_bounds: scopes.whole("includeBounds") != Some(&Value::Bool(false)),
        major: scopes.sub("major").is_some_and(|major| major.flag("enabled")),
        align: align(scopes.text("align")),
        cross_align: match scopes.text("crossAlign") {
            Some("center") => CrossAlign::Center,
            Some("far") => CrossAlign::Far,
            _ => CrossAlign::Near,
        },
        label_offset: scopes.number_or("labelOffset", 0.0),
        backdrops: scopes.cycle(&["showLabelBackdrop", "backdropColor"], MOST_STYLES, backdrop),
        backdrop_padding: padding,
        z: scopes.number_or("z", 0.0),
        gives_way: 0,
    }
}
