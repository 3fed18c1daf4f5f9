//! The bars of the lower panel: what moved the line, day by day. What raises the remaining work
//! stands above zero, what lowers it below, so each day's bars add up to the step of the line above.

use crate::chart::{Bar, BarFill, BarLabel, Dataset, Mark, Value};
use crate::color::Color;
use crate::sprint::{Amount, Flow};

use super::{CHANGE, Context};

/// Width of a bar as a share of its day.
const BAR_WIDTH: f64 = 0.62;

/// One kind of movement.
struct Kind {
    class: &'static str,
    /// Signed: what it adds to the remaining work.
    of: fn(&Flow) -> Amount,
    fill: BarFill,
    /// A change of scope, not work done or undone.
    is_scope: bool,
}

/// From zero outwards.
const KINDS: [Kind; 5] = [
    Kind { class: "completed", of: |flow| -flow.completed, fill: BarFill::Solid, is_scope: false },
    Kind { class: "added", of: |flow| flow.added, fill: BarFill::Solid, is_scope: true },
    Kind { class: "removed", of: |flow| -flow.removed, fill: BarFill::Hollow, is_scope: true },
    Kind { class: "reestimated", of: |flow| flow.reestimated, fill: BarFill::Hatched, is_scope: true },
    Kind { class: "reopened", of: |flow| flow.reopened, fill: BarFill::Hollow, is_scope: false },
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
        .map(|(index, amount)| Some(Value { x: index as f64 + 0.5, y: amount.to_f64() }))
        .collect();
    let look = &context.look;
    let bar = Bar {
        color: color(context, kind),
        fill: kind.fill,
        width: BAR_WIDTH,
        max_width: 64.0 * look.unit,
        line_width: look.thin_line * 0.8,
    };
    (!values.is_empty()).then(|| Dataset {
        label: format!("{} {}", name(context, kind), total(context, kind)),
        class: kind.class,
        y_axis: CHANGE,
        values,
        mark: Mark::Bar(bar),
        end_label: None,
        always_in_legend: true,
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
pub(super) fn labels(context: &Context) -> Vec<BarLabel> {
    let days = context.ledger.days.iter().enumerate();
    let label = |index: usize, amount: Amount| BarLabel {
        x: index as f64 + 0.5,
        y: amount.to_f64(),
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
