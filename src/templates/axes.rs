//! Axes that the templates share: days along the bottom, amounts of work at the left.

use jiff::civil::Weekday;

use crate::chart::{
    Axis, AxisCaption, ExplicitTick, Font, Grid, LayoutPosition, Scale, Stacking, TickLabels,
};
use crate::scale::{DataRange, round_domain, round_ticks};
use crate::scene::Stroke;
use crate::sprint::{Amount, Day};

use super::context::TemplateContext;
use super::drop_priority;

/// Maximal number of ticks on an axis of amounts.
const MAX_WORK_TICKS: usize = 6;
/// Up to this many days each label has room, and the month is written only on its first day.
const MAX_DAYS_LABELLED_EACH: usize = 21;
/// Gap between labels and plot as a share of the font size.
pub(super) const LABEL_GAP: f64 = 0.5;
/// Height of a caption's line as a share of its line height.
const CAPTION_HEIGHT: f64 = 1.65;

/// Returns the style of the labels at an axis.
pub(super) fn tick_style(context: &TemplateContext, padding: f64) -> TickLabels {
    TickLabels {
        padding,
        drop_priority: drop_priority::DETAILS,
        ..TickLabels::new(Font::from_style(context.sizes.figures), context.theme.muted_text)
    }
}

/// Returns the axis of days along the bottom.
pub(super) fn days_axis(context: &TemplateContext) -> Axis {
    let days = &context.days;
    let fits_each = days.len() <= MAX_DAYS_LABELLED_EACH;
    let mut month = None;
    let ticks = days.iter().enumerate().map(|(index, day)| {
        let date = day.date;
        let with_month = !fits_each || month.replace(date.month()) != Some(date.month());
        ExplicitTick {
            value: index as f64 + 0.5,
            label: day_label(context, day, with_month),
            label_when_thinned: day_label(context, day, true),
            major: date.weekday() == Weekday::Monday,
        }
    });
    let gap = context.sizes.figures.size * LABEL_GAP;
    let domain = DataRange { min: 0.0, max: days.len().max(1) as f64 };
    // The bars of one day are stacked.
    let stacking = Some(Stacking::BySign);
    Axis {
        stacking,
        ..Axis::with_explicit_ticks(LayoutPosition::Bottom, domain, ticks.collect(), tick_style(context, gap))
    }
}

/// Returns the weekday over the date.
fn day_label(context: &TemplateContext, day: &Day, with_month: bool) -> Vec<String> {
    let (translator, date) = (context.translator, day.date);
    let number = if with_month { translator.format_day_month(date) } else { translator.format_day(date) };
    vec![translator.format_weekday(date), number]
}

/// Returns the left axis of a panel, under a caption.
pub(super) fn panel_axis(
    context: &TemplateContext,
    domain: DataRange,
    ticks: Vec<ExplicitTick>,
    caption: &str,
) -> Axis {
    let TemplateContext { theme, sizes, .. } = context;
    let font = Font::from_style(sizes.figures);
    Axis {
        stack: Some("panels".to_owned()),
        grid: Grid::across_plot(theme.grid, sizes.hairline, sizes.figures.size * LABEL_GAP),
        zero_line: Some(Stroke::solid(theme.axis, sizes.hairline)),
        caption: Some(AxisCaption {
            text: caption.to_owned(),
            font,
            color: theme.muted_text,
            height: font.line_height * CAPTION_HEIGHT,
        }),
        ..Axis::with_explicit_ticks(LayoutPosition::Left, domain, ticks, tick_style(context, 0.0))
    }
}

/// Returns a tick labelled with its amount.
pub(super) fn amount_tick(value: f64, format: impl Fn(Amount) -> String) -> ExplicitTick {
    let label = vec![format(Amount::from_f64_saturating(value))];
    ExplicitTick { value, label, label_when_thinned: Vec::new(), major: false }
}

/// Returns the pixels that labels at the ends of bars need.
pub(super) fn value_label_inset(context: &TemplateContext) -> f64 {
    let figures = context.sizes.figures;
    figures.cap_height() + figures.size * 0.45
}

/// Returns the pixels over bars whose labels are directly under the axis' caption.
pub(super) fn caption_clearance(context: &TemplateContext) -> f64 {
    value_label_inset(context) + context.sizes.figures.size * 0.5
}

/// Returns the axis with these limits instead of round ones: where bars are labelled with their values, the axis need
/// not end at a tick.
pub(super) fn with_tight_limits(axis: Axis, limits: DataRange) -> Axis {
    let mut axis = axis;
    if let Scale::Explicit(ticks) = &mut axis.scale {
        ticks.retain(|tick| limits.min <= tick.value && tick.value <= limits.max);
    }
    (axis.limits.min, axis.limits.max) = (Some(limits.min), Some(limits.max));
    axis
}

/// Returns an axis of amounts that covers a range, under a caption.
pub(super) fn amount_axis(context: &TemplateContext, range: DataRange, caption: &str) -> Axis {
    let span = range.max - range.min;
    let domain_and_ticks = |max_ticks: usize| {
        let domain = round_domain(range, max_ticks);
        (domain, round_ticks(domain, if span > 0.0 { max_ticks } else { 2 }))
    };
    // Work mostly comes in whole units: fewer ticks are better than fractions (2.5, 7.5).
    let is_whole = |(_, ticks): &(_, Vec<f64>)| ticks.iter().all(|tick| tick.fract() == 0.0);
    let whole = (2..=MAX_WORK_TICKS).rev().map(domain_and_ticks).find(is_whole).filter(|_| span >= 1.0);
    let (domain, ticks) = whole.unwrap_or_else(|| domain_and_ticks(MAX_WORK_TICKS));
    let format = |amount| context.translator.format_number(amount);
    let ticks = ticks.into_iter().map(|value| amount_tick(value, format));
    panel_axis(context, domain, ticks.collect(), caption)
}
