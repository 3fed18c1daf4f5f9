//! Marks on the plot besides data: days off, today, the planned and the real end.

use crate::chart::{
    Annotation, AnnotationCoord, AnnotationShape, AreaStyle, CornerRadii, DrawOrder, DrawTime, Font,
    RuleLabel, RuleStyle, ShapeShadows,
};
use crate::color::Color;
use crate::i18n::fill_placeholders;
use crate::scene::Stroke;

use super::context::TemplateContext;
use super::drop_priority;
use super::metrics::Phase;
use super::panel::Panel;

/// Adds the bands of days off and the rules at marked instants, with their labels. They extend from the top of the panel
/// down over all panels below.
pub(super) fn add_rules_and_bands(context: &TemplateContext, panel: &mut Panel) {
    let region = AreaStyle {
        fill: Some(context.theme.day_off.into()),
        stroke: Stroke::solid(context.theme.day_off, 0.0),
        rotation: 0.0,
        shadows: ShapeShadows::default(),
    };
    for span in days_off(context) {
        let shape = AnnotationShape::Box(region.clone(), CornerRadii::default());
        let band = vertical_mark(panel, span, DrawTime::BeforeDraw, shape);
        panel.chart.annotations.push(band);
    }
    for rule in instant_rules(context) {
        let style =
            RuleStyle { stroke: rule.stroke, arrow_heads: [None, None], control_point: None, shadow: None };
        let span = DaySpan { from: rule.at, to: rule.at };
        let line = vertical_mark(panel, span, DrawTime::BeforeDatasetsDraw, AnnotationShape::Line(style));
        panel.chart.annotations.push(line);
        panel.chart.rule_labels.push(RuleLabel {
            axis: panel.horizontal,
            value: rule.at,
            panel_axis: panel.vertical,
            text: rule.label,
            font: Font::from_style(context.sizes.label),
            color: rule.color,
            drop_priority: drop_priority::DETAILS,
        });
    }
}

/// A stretch of the horizontal axis.
#[derive(Clone, Copy)]
pub(super) struct DaySpan {
    from: f64,
    to: f64,
}

/// Returns a mark from the top of a panel to the bottom of the plot.
fn vertical_mark(panel: &Panel, span: DaySpan, draw_time: DrawTime, shape: AnnotationShape) -> Annotation {
    let top = panel.chart.axes.get(panel.vertical).and_then(|axis| axis.limits.max).unwrap_or(1.0);
    Annotation {
        key: String::new(),
        draw_order: DrawOrder { draw_time, z: 0.0 },
        // A rule at the end of the axis extends beyond the plot by half its width.
        clip: false,
        adjust_scale_range: false,
        x: [span.from, span.to].map(|at| AnnotationCoord::AxisValue(panel.horizontal, at)),
        y: [AnnotationCoord::AxisValue(panel.vertical, top), AnnotationCoord::PlotFraction(1.0)],
        shape,
        label: None,
        has_draw_hooks: false,
    }
}

/// Returns the days off, neighbours joined.
pub(super) fn days_off(context: &TemplateContext) -> Vec<DaySpan> {
    let mut spans: Vec<DaySpan> = Vec::new();
    for (index, _) in context.days.iter().enumerate().filter(|(_, day)| !day.is_working_day) {
        let (from, to) = (index as f64, index as f64 + 1.0);
        match spans.last_mut() {
            Some(last) if last.to == from => last.to = to,
            _ => spans.push(DaySpan { from, to }),
        }
    }
    spans
}

/// A rule at an instant.
struct InstantRule {
    /// Position on the horizontal axis.
    at: f64,
    label: String,
    stroke: Stroke,
    color: Color,
}

/// Returns the rules of today, the planned end, the real end and the instant of comparison.
fn instant_rules(context: &TemplateContext) -> Vec<InstantRule> {
    let TemplateContext { sprint, translator, theme, sizes, .. } = context;
    let messages = translator.messages;
    let rule = |at, label: &str, color, dash: Vec<f64>| InstantRule {
        at: context.day_position(at),
        label: label.to_owned(),
        stroke: Stroke::dashed(color, sizes.rule, dash),
        color,
    };
    let dotted = vec![sizes.rule * 2.0, sizes.rule * 3.0];
    let mut rules = Vec::new();
    if context.metrics.phase == Phase::Running {
        let today = messages.today.to_owned();
        let label = if sprint.is_live { today } else { context.format_ended_day(sprint.as_of) };
        rules.push(rule(sprint.as_of, &label, theme.text, vec![]));
    }
    let same_end = sprint
        .closed
        .is_some_and(|closed| (context.day_position(closed) - context.day_position(sprint.end)).abs() < 0.5);
    if !same_end {
        rules.push(rule(sprint.end, messages.planned_end, theme.muted_text, dotted));
    }
    if let Some(closed) = sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        rules.push(rule(closed, messages.closed, theme.text, vec![]));
    }
    let since = context.metrics.changes.as_ref().map(|changes| changes.since);
    if let Some(since) = since.filter(|since| sprint.start < *since && *since < sprint.as_of) {
        let moment = context.format_instant_or_started_day(since);
        let label = fill_placeholders(messages.since, &[("moment", &moment)]);
        rules.push(rule(since, &label, theme.muted_text, vec![sizes.rule]));
    }
    rules
}
