//! Lines over the days of a sprint: their values, their style, their labels.

use crate::chart::{
    AreaFill, DataPoint, Dataset, DatasetClip, EndLabel, FillTarget, Font, Indexable, Interpolation, Line,
    LineStyle, Mark, PointSymbols, Stepped, Symbol, SymbolStyle,
};
use crate::color::Color;
use crate::scene::{Paint, Stroke};
use crate::sprint::{Amount, FlowState, FlowStep, Level, Resolution};

use super::context::TemplateContext;
use super::drop_priority;
use super::metrics::Phase;

/// Class of a dataset that only carries the end label of another dataset of the same name.
pub(super) const LABEL_ANCHOR_CLASS: &str = "words";
/// Opacity of the area under a line, of 255.
pub(super) const AREA_ALPHA: u8 = 26;

/// Returns the known levels along the horizontal axis; `None` in a gap.
pub(super) fn known_levels(context: &TemplateContext) -> Vec<(f64, Option<Level>)> {
    let (sprint, ledger) = (context.sprint, &context.ledger);
    if context.metrics.phase == Phase::NotStarted {
        return Vec::new();
    }
    let mut levels = vec![(context.day_position(sprint.start), Some(ledger.opening))];
    match sprint.resolution {
        Resolution::Instant => {
            levels.extend(ledger.steps.iter().map(|step| (context.day_position(step.at), Some(step.level))));
            let last = levels.last().and_then(|(_, level)| *level);
            levels.push((context.day_position(sprint.as_of), last));
        }
        Resolution::Day => {
            let past = ledger.days.iter().filter(|day| day.day.from < sprint.as_of);
            levels.extend(past.map(|day| (context.day_position(day.day.to.min(sprint.as_of)), day.closing)));
        }
    }
    levels
}

/// Returns one amount of each known level.
pub(super) fn level_values(context: &TemplateContext, amount_of: impl Fn(Level) -> Amount) -> Vec<DataPoint> {
    let value =
        |(x, level): (f64, Option<Level>)| DataPoint::new(x, level.map(|level| amount_of(level).to_f64()));
    known_levels(context).into_iter().map(value).collect()
}

/// Returns one value of each known flow state along the days; without a value in a gap.
pub(super) fn flow_values(
    context: &TemplateContext,
    steps: &[FlowStep],
    value_of: impl Fn(&FlowState) -> f64,
) -> Vec<DataPoint> {
    let sprint = context.sprint;
    let value = |step: &FlowStep| Some(value_of(&step.state));
    match sprint.resolution {
        Resolution::Instant => {
            let last =
                steps.last().map(|step| DataPoint::new(context.day_position(sprint.as_of), value(step)));
            let changes = steps.iter().map(|step| DataPoint::new(context.day_position(step.at), value(step)));
            changes.chain(last).collect()
        }
        Resolution::Day => {
            let first = steps.first().map(|step| DataPoint::new(context.day_position(step.at), value(step)));
            let past = context.ledger.days.iter().filter(|row| row.day.from < sprint.as_of);
            let ends = past.map(|row| {
                // An event at `as_of` belongs to the last day that is known.
                let end = row.day.to.min(sprint.as_of);
                let known = steps.iter().rfind(|step| step.at < end || step.at == sprint.as_of);
                DataPoint::new(context.day_position(end), row.closing.and(known).and_then(value))
            });
            first.into_iter().chain(ends).collect()
        }
    }
}

/// Returns the dataset of a line; those of lower `order` are painted in front.
pub(super) fn line_dataset(
    class: &'static str,
    label: &str,
    order: f64,
    values: Vec<DataPoint>,
    line: Line,
) -> Dataset {
    Dataset {
        class: Some(class),
        order,
        // Line ends and markers may extend beyond the plot.
        clip: Some(DatasetClip::Disabled),
        ..Dataset::new(label.to_owned(), values, Mark::Line(line))
    }
}

/// Returns a line that holds each value until the next one if `stepped`, and a straight one otherwise.
pub(super) fn stepped_line(stroke: Stroke, stepped: bool, points: PointSymbols) -> Line {
    let plain = Line::from_stroke(stroke);
    let curve = if stepped { Interpolation::Stepped(Stepped::Before) } else { Interpolation::Straight };
    Line { style: plain.style.map(|style| LineStyle { interpolation: curve, ..style }), points, ..plain }
}

/// Returns the line with the area under it filled.
pub(super) fn with_area_below(line: Line, fill_color: Color) -> Line {
    let fill = Some(AreaFill { target: FillTarget::Origin, above: None, below: None });
    Line { style: line.style.map(|style| LineStyle { fill, fill_paint: fill_color.into(), ..style }), ..line }
}

/// Returns an invisible line and the area between it and its target.
pub(super) fn area_line(color: Color, target: FillTarget) -> Line {
    let plain = invisible_line(color);
    let fill = Some(AreaFill { target, above: None, below: None });
    Line { style: plain.style.map(|style| LineStyle { fill, fill_paint: color.into(), ..style }), ..plain }
}

/// Returns a line that is not drawn.
pub(super) fn invisible_line(paint: impl Into<Paint>) -> Line {
    Line::from_stroke(Stroke::solid(paint, 0.0))
}

/// Returns the line as a step line if the sprint's changes are known to the instant.
pub(super) fn stepped_by_resolution(context: &TemplateContext, line: Line) -> Line {
    if context.sprint.resolution != Resolution::Instant {
        return line;
    }
    let curve = Interpolation::Stepped(Stepped::Before);
    Line { style: line.style.map(|style| LineStyle { interpolation: curve, ..style }), ..line }
}

/// Returns a dashed line; `dash` and `gap` are multiples of its width.
pub(super) fn dashed_line(context: &TemplateContext, color: Color, dash: f64, gap: f64) -> Line {
    let width = context.sizes.thin_line;
    Line::from_stroke(Stroke::dashed(color, width, vec![width * dash, width * gap]))
}

/// Returns a marker for the last value and another one for all other values.
pub(super) fn point_markers(values: &[DataPoint], others: &SymbolStyle, last: &SymbolStyle) -> PointSymbols {
    let end = values.iter().rposition(|value| value.value.is_some());
    let style = |index: usize| if Some(index) == end { last.clone() } else { others.clone() };
    PointSymbols { styles: Indexable::from_fn(values.len(), style), radii: Vec::new() }
}

/// Returns a disc with a ring in the card's colour around it.
pub(super) fn ringed_disc(context: &TemplateContext, radius: f64) -> SymbolStyle {
    let theme = context.theme;
    let ring = radius * 0.35;
    let stroke = Stroke::solid(theme.background, ring);
    SymbolStyle::with_ring(Symbol::Circle, radius + ring / 2.0, theme.work, stroke)
}

/// Returns the label at the end of a line.
pub(super) fn end_label(context: &TemplateContext, text: String, color: Color) -> EndLabel {
    EndLabel {
        text,
        font: Font::from_style(context.sizes.label),
        color,
        drop_priority: drop_priority::HEADLINE,
    }
}

/// Moves the end label of a line off its end by a share of the axis, so that it doesn't cover the forecast that
/// continues there. Returns the line without its label, and a dataset that carries the label.
pub(super) fn detach_end_label(set: Dataset, share: f64, axis_max: f64) -> [Dataset; 2] {
    let end = set.data.iter().rev().find_map(|at| at.index.zip(at.value));
    let anchor =
        end.map(|(x, y)| DataPoint::new(x, Some((y + share * axis_max).max(0.0)))).into_iter().collect();
    let Mark::Line(Line { style: Some(style), .. }) = &set.mark else { return [set.clone(), set] };
    let line = invisible_line(style.stroke.paint.clone());
    let label = line_dataset(LABEL_ANCHOR_CLASS, &set.label, set.order, anchor, line);
    [Dataset { end_label: None, ..set.clone() }, Dataset { end_label: set.end_label, ..label }]
}
