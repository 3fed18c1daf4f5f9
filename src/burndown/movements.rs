//! The bars of the lower panel: what moved the line, day by day. What raises the remaining work
//! stands above zero, what lowers it below, so each day's bars add up to the step of the line above.

use crate::chart::{BarStyle, Bars, Clips, Dataset, Mark, Pattern, Value, ValueLabel};
use crate::color::Color;
use crate::sprint::{Amount, Flow};

use super::{CHANGE, Context, DAYS};

/// Width of a bar as a share of its day.
const BAR_WIDTH: f64 = 0.62;

/// Least length of a bar that is not nothing, in pixels.
const LEAST_LENGTH: f64 = 2.5;

/// How bars of one colour are told apart.
enum Fill {
    Solid,
    Hollow,
    Hatched,
}

/// One kind of movement.
struct Kind {
    class: &'static str,
    /// Signed: what it adds to the remaining work.
    of: fn(&Flow) -> Amount,
    fill: Fill,
    /// A change of scope, not work done or undone.
    is_scope: bool,
}

/// From zero outwards.
const KINDS: [Kind; 5] = [
    Kind { class: "completed", of: |flow| -flow.completed, fill: Fill::Solid, is_scope: false },
    Kind { class: "added", of: |flow| flow.added, fill: Fill::Solid, is_scope: true },
    Kind { class: "removed", of: |flow| -flow.removed, fill: Fill::Hollow, is_scope: true },
    Kind { class: "reestimated", of: |flow| flow.reestimated, fill: Fill::Hatched, is_scope: true },
    Kind { class: "reopened", of: |flow| flow.reopened, fill: Fill::Hollow, is_scope: false },
];

/// A dataset for each kind of movement that happened.
pub(super) fn datasets(context: &Context) -> Vec<Dataset> {
    KINDS.iter().filter_map(|kind| dataset(context, kind)).collect()
}

fn dataset(context: &Context, kind: &Kind) -> Option<Dataset> {
    let days = context.ledger.days.iter().enumerate();
    let values: Vec<_> = days
        .map(|(index, day)| (index, (kind.of)(&day.flow)))
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(index, amount)| Value::at(index as f64 + 0.5, Some(amount.to_f64())))
        .collect();
    let look = &context.look;
    let color = color(context, kind);
    let pattern = |hatched| Some(Pattern { color, line_width: look.thin_line * 0.8, hatched });
    let style = BarStyle {
        pattern: match kind.fill {
            Fill::Solid => None,
            Fill::Hollow => pattern(false),
            Fill::Hatched => pattern(true),
        },
        ..BarStyle::plain(color)
    };
    let bars = Bars {
        max_thickness: Some(64.0 * look.unit),
        min_length: LEAST_LENGTH,
        ..Bars::plain(BAR_WIDTH, style)
    };
    let label = format!("{} {}", name(context, kind), total(context, kind));
    (!values.is_empty()).then(|| Dataset {
        class: Some(kind.class),
        clip: Some(Clips::None),
        ..Dataset::on((DAYS, CHANGE), label, values, Mark::Bars(bars))
    })
}

fn name(context: &Context, kind: &Kind) -> &'static str {
    let text = context.words.text;
    match kind.class {
        "completed" => text.completed,
        "added" => text.added,
        "removed" => text.removed,
        "reestimated" => text.reestimated,
        _ => text.reopened,
    }
}

/// The sum over the sprint; re-estimates go both ways, so theirs are summed by sign.
fn total(context: &Context, kind: &Kind) -> String {
    let amounts = || context.ledger.days.iter().map(|day| (kind.of)(&day.flow));
    if kind.class != "reestimated" {
        let total: Amount = amounts().sum();
        return context.words.number(if total.is_negative() { -total } else { total });
    }
    let sums = [amounts().filter(|a| !a.is_negative()).sum(), amounts().filter(|a| a.is_negative()).sum()];
    let shown = sums.into_iter().filter(|sum: &Amount| !sum.is_zero()).map(|sum| context.words.signed(sum));
    shown.collect::<Vec<_>>().join(" ")
}

fn color(context: &Context, kind: &Kind) -> Color {
    if kind.is_scope { context.theme.scope } else { context.theme.work }
}

/// What lowers and what raises the remaining work within one flow, the first not positive.
fn both_ways(flow: &Flow) -> (Amount, Amount) {
    let amounts = KINDS.iter().map(|kind| (kind.of)(flow));
    amounts.fold((Amount::ZERO, Amount::ZERO), |(down, up), amount| {
        if amount.is_negative() { (down + amount, up) } else { (down, up + amount) }
    })
}

/// How far the bars reach below and above zero.
pub(super) fn reach(context: &Context) -> (f64, f64) {
    let ways = context.ledger.days.iter().map(|day| both_ways(&day.flow));
    let (down, up) = ways.fold((Amount::ZERO, Amount::ZERO), |(down, up), (d, u)| (down.min(d), up.max(u)));
    (down.to_f64(), up.to_f64())
}

/// The sums at the bars' ends.
pub(super) fn labels(context: &Context) -> Vec<ValueLabel> {
    let days = context.ledger.days.iter().enumerate();
    let label = |index: usize, amount: Amount| ValueLabel {
        at: index as f64 + 0.5,
        value: amount.to_f64(),
        text: context.words.signed(amount),
    };
    days.flat_map(|(index, day)| {
        let (down, up) = both_ways(&day.flow);
        [down, up]
            .into_iter()
            .filter(|a| !a.is_zero())
            .map(move |amount| label(index, amount))
            .collect::<Vec<_>>()
    })
    .collect()
}
