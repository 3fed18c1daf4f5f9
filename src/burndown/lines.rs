//! The lines of the upper panel: scope, ideal, remaining.

use crate::chart::{Dataset, Line, Mark, Marker, Value};
use crate::color::Color;
use crate::scene::Stroke;
use crate::sprint::{Amount, Level, Resolution};
use crate::words::fill;

use super::{Context, Phase, WORK};

/// Up to this many readings each one gets a marker.
const MARKED_READINGS: usize = 31;
/// Opacity of the area under the remaining line, of 255.
const AREA_ALPHA: u8 = 26;

/// Scope behind, then ideal, remaining in front.
pub(super) fn datasets(context: &Context) -> Vec<Dataset> {
    let mut sets = Vec::new();
    sets.extend(scope(context));
    sets.extend(ideal(context));
    sets.extend(remaining(context));
    sets
}

/// The highest value any of the lines reaches.
pub(super) fn highest(context: &Context) -> f64 {
    let levels = levels(context);
    let scope_shown = scope_changed(context);
    let of = |level: Level| if scope_shown { level.scope.max(level.remaining()) } else { level.remaining() };
    let highest = levels.iter().filter_map(|(_, level)| *level).map(of).max();
    highest.unwrap_or_default().max(context.facts.committed).to_f64()
}

fn scope_changed(context: &Context) -> bool {
    context.ledger.steps.iter().any(|step| step.level.scope != context.ledger.opening.scope)
}

/// What is known of the level, along the horizontal axis; `None` in a gap.
fn levels(context: &Context) -> Vec<(f64, Option<Level>)> {
    let (sprint, ledger) = (context.sprint, context.ledger);
    if context.facts.phase == Phase::Ahead {
        return Vec::new();
    }
    let mut levels = vec![(context.x(sprint.start), Some(ledger.opening))];
    match sprint.resolution {
        Resolution::Instant => {
            levels.extend(ledger.steps.iter().map(|step| (context.x(step.at), Some(step.level))));
            let last = levels.last().and_then(|(_, level)| *level);
            levels.push((context.x(sprint.as_of), last));
        }
        Resolution::Day => {
            let past = ledger.days.iter().filter(|day| day.day.from < sprint.as_of);
            levels.extend(past.map(|day| (context.x(day.day.to.min(sprint.as_of)), day.closing)));
        }
    }
    levels
}

fn values(context: &Context, of: impl Fn(Level) -> Amount) -> Vec<Option<Value>> {
    let value = |(x, level): (f64, Option<Level>)| level.map(|level| Value { x, y: of(level).to_f64() });
    levels(context).into_iter().map(value).collect()
}

fn dataset(class: &'static str, label: &str, values: Vec<Option<Value>>, line: Line) -> Dataset {
    Dataset {
        label: label.to_owned(),
        class,
        y_axis: WORK,
        values,
        mark: Mark::Line(line),
        end_label: None,
        always_in_legend: false,
    }
}

fn remaining(context: &Context) -> Option<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    if facts.phase == Phase::Ahead {
        return None;
    }
    let values = values(context, |level| level.remaining());
    let by_day = context.sprint.resolution == Resolution::Day;
    let marked = by_day && values.len() <= MARKED_READINGS;
    let line = Line {
        stroke: Stroke::solid(theme.work, look.hero_line),
        stepped: !by_day,
        area: Some(theme.work.with_alpha(AREA_ALPHA)),
        marker: marked.then_some(Marker::Disc(look.hero_line, theme.background)),
        end_marker: Some(Marker::Disc(look.hero_line * 1.5, theme.background)),
    };
    let number = words.number(facts.remaining);
    // Of a sprint without any estimate nobody knows what remains.
    let known = !(facts.scope.is_zero() && facts.open_unestimated > 0);
    let label = (fill(words.text.remaining_n, &[("n", &number)]), theme.work);
    Some(Dataset {
        end_label: known.then_some(label),
        ..dataset("remaining", words.text.remaining, values, line)
    })
}

fn scope(context: &Context) -> Option<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    if !scope_changed(context) {
        return None;
    }
    let line = Line {
        stroke: Stroke::solid(theme.scope, look.thin_line),
        stepped: context.sprint.resolution == Resolution::Instant,
        area: None,
        marker: None,
        end_marker: Some(Marker::Square(look.thin_line * 1.7)),
    };
    let values = values(context, |level| level.scope);
    let number = words.number(facts.scope);
    Some(Dataset {
        end_label: Some((fill(words.text.scope_n, &[("n", &number)]), theme.scope_text)),
        ..dataset("scope", words.text.scope, values, line)
    })
}

/// From the committed scope to nothing at the planned end, over working time only.
fn ideal(context: &Context) -> Option<Dataset> {
    let Context { sprint, words, theme, look, .. } = context;
    if context.facts.committed.is_zero() {
        return None;
    }
    let value = |(at, y)| Some(Value { x: context.x(at), y });
    let values: Vec<_> = sprint.ideal_line().into_iter().map(value).collect();
    let dash = vec![look.thin_line * 3.0, look.thin_line * 2.2];
    let line = Line {
        stroke: Stroke::dashed(theme.ideal, look.thin_line, dash),
        stepped: false,
        area: None,
        marker: None,
        end_marker: None,
    };
    let label = (words.text.ideal_label.to_owned(), muted(context));
    (!values.is_empty())
        .then(|| Dataset { end_label: Some(label), ..dataset("ideal", words.text.ideal, values, line) })
}

fn muted(context: &Context) -> Color {
    context.theme.muted
}
