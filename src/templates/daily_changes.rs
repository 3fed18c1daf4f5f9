//! The bars of the lower panel: the changes of the remaining work, day by day. Changes that raise it are above zero,
//! changes that lower it are below, so each day's bars add up to the step of the line above.

use crate::chart::{
    Axis, AxisId, BarStyle, Bars, DataPoint, Dataset, DatasetClip, FillPattern, Font, Mark, Stacking,
    ValueLabel, ValueLabels,
};
use crate::color::Color;
use crate::scale::{DataRange, round_ticks};
use crate::sprint::{Amount, Flow};

use super::axes::{amount_tick, panel_axis, value_label_inset};
use super::context::TemplateContext;

/// Width of a bar as a share of its day.
const BAR_WIDTH: f64 = 0.62;
/// Minimal length of a bar with a value other than zero, in pixels.
const MIN_BAR_LENGTH: f64 = 2.5;
/// Maximal number of ticks on the axis.
const MAX_TICKS: usize = 4;

/// The fill that distinguishes bars of one colour.
enum BarFill {
    Solid,
    Hollow,
    Hatched,
}

/// The bars of one kind of change.
struct ChangeSeries {
    class: &'static str,
    /// The signed contribution to the remaining work.
    amount_of: fn(&Flow) -> Amount,
    fill: BarFill,
    /// True if the scope changes, false if work is done or undone.
    is_scope: bool,
}

/// All kinds of change, from zero outwards.
const CHANGE_SERIES: [ChangeSeries; 5] = [
    ChangeSeries {
        class: "completed",
        amount_of: |flow| -flow.completed,
        fill: BarFill::Solid,
        is_scope: false,
    },
    ChangeSeries { class: "added", amount_of: |flow| flow.added, fill: BarFill::Solid, is_scope: true },
    ChangeSeries { class: "removed", amount_of: |flow| -flow.removed, fill: BarFill::Hollow, is_scope: true },
    ChangeSeries {
        class: "reestimated",
        amount_of: |flow| flow.reestimated,
        fill: BarFill::Hatched,
        is_scope: true,
    },
    ChangeSeries {
        class: "reopened",
        amount_of: |flow| flow.reopened,
        fill: BarFill::Hollow,
        is_scope: false,
    },
];

/// Returns a dataset for each kind of change that happened.
pub(super) fn change_datasets(context: &TemplateContext) -> Vec<Dataset> {
    CHANGE_SERIES.iter().filter_map(|series| change_dataset(context, series)).collect()
}

fn change_dataset(context: &TemplateContext, series: &ChangeSeries) -> Option<Dataset> {
    let days = context.ledger.days.iter().enumerate();
    let values: Vec<_> = days
        .map(|(index, day)| (index, (series.amount_of)(&day.flow)))
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(index, amount)| DataPoint::new(index as f64 + 0.5, Some(amount.to_f64())))
        .collect();
    let sizes = &context.sizes;
    let color = series_color(context, series);
    let pattern = |hatched| Some(FillPattern { color, line_width: sizes.thin_line * 0.8, hatched });
    let style = BarStyle {
        pattern: match series.fill {
            BarFill::Solid => None,
            BarFill::Hollow => pattern(false),
            BarFill::Hatched => pattern(true),
        },
        ..BarStyle::from_fill(color)
    };
    let bars = Bars {
        max_thickness: Some(64.0 * sizes.unit),
        min_length: MIN_BAR_LENGTH,
        ..Bars::new(BAR_WIDTH, style)
    };
    let label = format!("{} {}", series_name(context, series), series_total(context, series));
    (!values.is_empty()).then(|| Dataset {
        class: Some(series.class),
        clip: Some(DatasetClip::Disabled),
        ..Dataset::new(label, values, Mark::Bars(bars))
    })
}

fn series_name(context: &TemplateContext, series: &ChangeSeries) -> &'static str {
    let messages = context.translator.messages;
    match series.class {
        "completed" => messages.completed,
        "added" => messages.added,
        "removed" => messages.removed,
        "reestimated" => messages.reestimated,
        _ => messages.reopened,
    }
}

/// Returns the sum over the sprint; re-estimates have either sign, so they are summed by sign.
fn series_total(context: &TemplateContext, series: &ChangeSeries) -> String {
    let translator = context.translator;
    let amounts = || context.ledger.days.iter().map(|day| (series.amount_of)(&day.flow));
    if series.class != "reestimated" {
        let total: Amount = amounts().sum();
        return translator.format_number(if total.is_negative() { -total } else { total });
    }
    let sums = [amounts().filter(|a| !a.is_negative()).sum(), amounts().filter(|a| a.is_negative()).sum()];
    let nonzero = sums.into_iter().filter(|sum: &Amount| !sum.is_zero());
    nonzero.map(|sum| translator.format_signed(sum)).collect::<Vec<_>>().join(" ")
}

fn series_color(context: &TemplateContext, series: &ChangeSeries) -> Color {
    if series.is_scope { context.theme.scope } else { context.theme.work }
}

/// Returns the sums of the changes that lower and that raise the remaining work; the first is not positive.
fn split_by_sign(flow: &Flow) -> (Amount, Amount) {
    let amounts = CHANGE_SERIES.iter().map(|series| (series.amount_of)(flow));
    amounts.fold((Amount::ZERO, Amount::ZERO), |(down, up), amount| {
        if amount.is_negative() { (down + amount, up) } else { (down, up + amount) }
    })
}

/// Returns the range of the bars.
fn value_extent(context: &TemplateContext) -> DataRange {
    let sums = context.ledger.days.iter().map(|day| split_by_sign(&day.flow));
    let (down, up) = sums.fold((Amount::ZERO, Amount::ZERO), |(down, up), (d, u)| (down.min(d), up.max(u)));
    DataRange { min: down.to_f64(), max: up.to_f64() }
}

/// Returns the sums at the ends of the bars.
fn sum_labels(context: &TemplateContext) -> Vec<ValueLabel> {
    let days = context.ledger.days.iter().enumerate();
    let label = |index: usize, amount: Amount| ValueLabel {
        cross_value: index as f64 + 0.5,
        value: amount.to_f64(),
        text: context.translator.format_signed(amount),
    };
    days.flat_map(|(index, day)| {
        let (down, up) = split_by_sign(&day.flow);
        let nonzero = [down, up].into_iter().filter(|amount| !amount.is_zero());
        nonzero.map(move |amount| label(index, amount)).collect::<Vec<_>>()
    })
    .collect()
}

/// Returns the axis of the lower panel; `days` is the horizontal axis.
pub(super) fn change_axis(context: &TemplateContext, days: AxisId) -> Axis {
    let extent = value_extent(context);
    let is_empty = extent.min == extent.max;
    let domain = if is_empty { DataRange { min: -1.0, max: 1.0 } } else { extent };
    let ticks = if is_empty { Vec::new() } else { round_ticks(domain, MAX_TICKS) };
    let format = |amount| context.translator.format_signed(amount);
    let ticks = ticks.into_iter().map(|value| amount_tick(value, format));
    let inset = value_label_inset(context);
    Axis {
        inset: (inset, inset),
        stacking: Some(Stacking::BySign),
        value_labels: Some(ValueLabels {
            cross_axis: days,
            labels: sum_labels(context),
            font: Font::from_style(context.sizes.figures),
            color: context.theme.muted_text,
            with_background: false,
        }),
        ..panel_axis(context, domain, ticks.collect(), context.translator.messages.per_day)
    }
}
