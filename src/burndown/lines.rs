//! The lines of the upper panel: scope, ideal, remaining.

use crate::chart::{
    Clips, Curve, Cycle, Dataset, EndLabel, Fill, Font, Line, LineStyle, Mark, Points, Stepped, Symbol,
    SymbolStyle, Target, Value,
};
use crate::color::Color;
use crate::scene::Stroke;
use crate::sprint::{Amount, Level, Resolution};
use crate::words::fill as fill_in;

use super::cone::{self, Way};
use super::{Context, DAYS, IdealFrom, Phase, WORK, ghost, gives_way, progress};

/// Up to this many readings each one gets a marker.
const MARKED_READINGS: usize = 31;
/// Class of a dataset that only holds the words of another one of its name.
pub(crate) const ANCHOR: &str = "words";
/// How far the words at the end of a line stand off it where the forecast goes on from there, as a share of the axis.
const OFF_LINE: f64 = 0.11;
/// Opacity of the area under the remaining line, of 255.
pub(super) const AREA_ALPHA: u8 = 26;

/// Scope behind, then ideal, remaining in front.
pub(super) fn datasets(context: &Context) -> Vec<Dataset> {
    let mut sets = Vec::new();
    sets.extend(scope(context));
    sets.extend(ideal(context));
    let remaining = remaining(context);
    match (&context.facts.forecast, remaining) {
        (Some(_), Some(set)) => {
            let [line, words] = beside(set, OFF_LINE, highest(context));
            sets.extend([words, line]);
        }
        (_, remaining) => sets.extend(remaining),
    }
    let front = sets.len().checked_sub(1).filter(|_| context.facts.phase != Phase::Ahead);
    sets.extend(front.and_then(|front| progress::band(context, front)));
    sets.extend(replanned(context));
    let way = Way { from: context.facts.remaining.to_f64(), to: 0.0 };
    sets.extend(cone::datasets(context, &way, sets.len()));
    sets.extend(ghost::datasets(context, sets.len()));
    sets
}

/// The highest value any of the lines reaches.
pub(super) fn highest(context: &Context) -> f64 {
    let levels = levels(context);
    let scope_shown = scope_changed(context);
    let of = |level: Level| if scope_shown { level.scope.max(level.remaining()) } else { level.remaining() };
    let highest = levels.iter().filter_map(|(_, level)| *level).map(of).max();
    let highest = highest.unwrap_or_default().max(context.facts.committed).to_f64();
    ghost::highest(context).max(highest)
}

fn scope_changed(context: &Context) -> bool {
    context.ledger.steps.iter().any(|step| step.level.scope != context.ledger.opening.scope)
}

/// What is known of the level, along the horizontal axis; `None` in a gap.
pub(crate) fn levels(context: &Context) -> Vec<(f64, Option<Level>)> {
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

pub(crate) fn values(context: &Context, of: impl Fn(Level) -> Amount) -> Vec<Value> {
    let value = |(x, level): (f64, Option<Level>)| Value::at(x, level.map(|level| of(level).to_f64()));
    levels(context).into_iter().map(value).collect()
}

/// The words at the end of a line, moved off it by a share of the axis so that they don't cover what goes on from there.
pub(crate) fn beside(set: Dataset, share: f64, highest: f64) -> [Dataset; 2] {
    let end = set.values.iter().rev().find_map(|at| at.index.zip(at.value));
    let place = end.map(|(x, y)| Value::at(x, Some((y + share * highest).max(0.0)))).into_iter().collect();
    let Mark::Line(Line { line: Some(style), .. }) = &set.mark else { return [set.clone(), set] };
    let clear = Line::plain(Stroke::solid(style.stroke.color, 0.0));
    let words = dataset(ANCHOR, (&set.label, set.order), place, clear);
    [Dataset { end_label: None, ..set.clone() }, Dataset { end_label: set.end_label, ..words }]
}

/// The ideal line that follows the scope, where it is what counts.
fn replanned(context: &Context) -> Option<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    let values: Vec<_> = facts.replanned.iter().map(|(at, y)| Value::at(context.x(*at), Some(*y))).collect();
    let dash = vec![look.thin_line * 0.8, look.thin_line * 2.0];
    let line = Line::plain(Stroke::dashed(theme.ideal, look.thin_line, dash));
    (!values.is_empty() && facts.ideal_from == IdealFrom::Current)
        .then(|| dataset("replanned", (words.text.replanned, 1.5), values, line))
}

/// A dataset of the upper panel; those of lower `order` are painted in front.
pub(crate) fn dataset(
    class: &'static str,
    (label, order): (&str, f64),
    values: Vec<Value>,
    line: Line,
) -> Dataset {
    Dataset {
        class: Some(class),
        order,
        // Ends and markers stand out over the plot.
        clip: Some(Clips::None),
        ..Dataset::on((DAYS, WORK), label.to_owned(), values, Mark::Line(line))
    }
}

/// A line that holds each value until the next one, or runs straight to it.
pub(crate) fn line(stroke: Stroke, stepped: bool, points: Points) -> Line {
    let plain = Line::plain(stroke);
    let curve = if stepped { Curve::Stepped(Stepped::Before) } else { Curve::Straight };
    Line { line: plain.line.map(|style| LineStyle { curve, ..style }), points, ..plain }
}

/// One marker at the last value, another one at the others.
pub(crate) fn points(values: &[Value], others: &SymbolStyle, last: &SymbolStyle) -> Points {
    let end = values.iter().rposition(|value| value.value.is_some());
    let style = |index: usize| if Some(index) == end { last.clone() } else { others.clone() };
    Points { styles: Cycle::of(values.len(), style), radii: Vec::new() }
}

pub(crate) fn end_label(context: &Context, text: String, color: Color) -> Option<EndLabel> {
    Some(EndLabel { text, font: Font::of(context.look.label), color, gives_way: gives_way::HEADLINE })
}

fn remaining(context: &Context) -> Option<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    if facts.phase == Phase::Ahead {
        return None;
    }
    let values = values(context, |level| level.remaining());
    let by_day = context.sprint.resolution == Resolution::Day;
    let marked = by_day && values.len() <= MARKED_READINGS;
    // A disc with a ring of the card's colour around it.
    let disc = |radius: f64| {
        let ring = radius * 0.35;
        SymbolStyle::ringed(Symbol::Circle, (radius + ring / 2.0, theme.work), (ring, theme.background))
    };
    let reading = if marked { disc(look.hero_line) } else { SymbolStyle::none() };
    let points = points(&values, &reading, &disc(look.hero_line * 1.5));
    let plain = line(Stroke::solid(theme.work, look.hero_line), !by_day, points);
    let fill = Some(Fill { target: Target::Origin, above: None, below: None });
    let fill_color = theme.work.with_alpha(AREA_ALPHA);
    let line = Line { line: plain.line.map(|style| LineStyle { fill, fill_color, ..style }), ..plain };
    let number = words.number(facts.remaining);
    // Of a sprint without any estimate nobody knows what remains.
    let known = !(facts.scope.is_zero() && facts.open_unestimated > 0);
    let text = fill_in(words.text.remaining_n, &[("n", &number)]);
    Some(Dataset {
        end_label: end_label(context, text, theme.work).filter(|_| known),
        ..dataset("remaining", (words.text.remaining, 0.0), values, line)
    })
}

fn scope(context: &Context) -> Option<Dataset> {
    let Context { words, theme, look, facts, .. } = context;
    if !scope_changed(context) {
        return None;
    }
    let values = values(context, |level| level.scope);
    let half = look.thin_line * 1.7;
    let square =
        SymbolStyle::ringed(Symbol::Rect, (half * std::f64::consts::SQRT_2, theme.scope), (0.0, theme.scope));
    let points = points(&values, &SymbolStyle::none(), &square);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let line = line(Stroke::solid(theme.scope, look.thin_line), stepped, points);
    let text = fill_in(words.text.scope_n, &[("n", &words.number(facts.scope))]);
    Some(Dataset {
        end_label: end_label(context, text, theme.scope_text),
        ..dataset("scope", (words.text.scope, 2.0), values, line)
    })
}

/// From the committed scope to nothing at the planned end, over working time only.
fn ideal(context: &Context) -> Option<Dataset> {
    let Context { sprint, words, theme, look, .. } = context;
    if context.facts.committed.is_zero() {
        return None;
    }
    let values: Vec<_> =
        sprint.ideal_line().into_iter().map(|(at, y)| Value::at(context.x(at), Some(y))).collect();
    let dash = vec![look.thin_line * 3.0, look.thin_line * 2.2];
    let line = Line::plain(Stroke::dashed(theme.ideal, look.thin_line, dash));
    let end_label = end_label(context, words.text.ideal_label.to_owned(), theme.muted);
    (!values.is_empty())
        .then(|| Dataset { end_label, ..dataset("ideal", (words.text.ideal, 1.0), values, line) })
}
