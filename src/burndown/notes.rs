//! What stands on the plot besides data: days off, today, the planned and the real end.

use crate::chart::{
    Along, Annotation, AnnotationShape, Axis, BarCorners, Depth, DrawTime, Flag, Font, Region, RuleStyle,
};
use crate::color::Color;
use crate::scene::Stroke;
use crate::words::fill;

use super::{Context, DAYS, Phase, WORK, gives_way};

/// Everything, and the words over it.
pub(crate) fn all(context: &Context, axes: &[Axis]) -> (Vec<Annotation>, Vec<Flag>) {
    // From the top of the upper panel down over both.
    let top = axes.get(WORK).and_then(|axis| axis.limits.max).unwrap_or(1.0);
    let over_both = |(from, to): (f64, f64), time: DrawTime, shape: AnnotationShape| Annotation {
        depth: Depth { time, z: 0.0 },
        // A rule at the end of the axis stands out over the plot by half its width.
        clip: false,
        widens: false,
        x: [Along::Value(DAYS, from), Along::Value(DAYS, to)],
        y: [Along::Value(WORK, top), Along::Plot(1.0)],
        shape,
        label: None,
    };
    let region = Region {
        fill: Some(context.theme.day_off),
        stroke: Stroke::solid(context.theme.day_off, 0.0),
        rotation: 0.0,
    };
    let shade = || AnnotationShape::Box(region.clone(), BarCorners::default());
    let mut annotations: Vec<_> =
        days_off(context).into_iter().map(|band| over_both(band, DrawTime::First, shade())).collect();
    let mut flags = Vec::new();
    for rule in rules(context) {
        let style = RuleStyle { stroke: rule.stroke, arrows: [None, None], curve: None };
        annotations.push(over_both((rule.at, rule.at), DrawTime::Datasets, AnnotationShape::Line(style)));
        flags.push(Flag {
            at: (DAYS, rule.at),
            over: WORK,
            text: rule.label,
            font: Font::of(context.look.label),
            color: rule.color,
            gives_way: gives_way::DETAILS,
        });
    }
    (annotations, flags)
}

/// Stretches of days off, neighbours joined.
pub(super) fn days_off(context: &Context) -> Vec<(f64, f64)> {
    let mut bands: Vec<(f64, f64)> = Vec::new();
    for (index, _) in context.days.iter().enumerate().filter(|(_, day)| !day.working) {
        let (from, to) = (index as f64, index as f64 + 1.0);
        match bands.last_mut() {
            Some(last) if last.1 == from => last.1 = to,
            _ => bands.push((from, to)),
        }
    }
    bands
}

/// A marked instant.
struct Rule {
    at: f64,
    label: String,
    stroke: Stroke,
    color: Color,
}

/// Today, the planned end and the real end.
fn rules(context: &Context) -> Vec<Rule> {
    let Context { sprint, words, theme, look, .. } = context;
    let rule = |at, label: &str, color, dash: Vec<f64>| Rule {
        at: context.x(at),
        label: label.to_owned(),
        stroke: Stroke::dashed(color, look.rule, dash),
        color,
    };
    let dotted = vec![look.rule * 2.0, look.rule * 3.0];
    let mut rules = Vec::new();
    if context.facts.phase == Phase::Running {
        let label = if sprint.live { words.text.today.to_owned() } else { context.moment_date(sprint.as_of) };
        rules.push(rule(sprint.as_of, &label, theme.ink, vec![]));
    }
    let same_end =
        sprint.closed.is_some_and(|closed| (context.x(closed) - context.x(sprint.end)).abs() < 0.5);
    if !same_end {
        rules.push(rule(sprint.end, words.text.planned_end, theme.muted, dotted));
    }
    if let Some(closed) = sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        rules.push(rule(closed, words.text.closed, theme.ink, vec![]));
    }
    let changed = context.facts.changed.as_ref().map(|changed| changed.since);
    if let Some(since) = changed.filter(|since| sprint.start < *since && *since < sprint.as_of) {
        let label = fill(words.text.since, &[("moment", &context.moment_of(since))]);
        rules.push(rule(since, &label, theme.muted, vec![look.rule]));
    }
    rules
}
