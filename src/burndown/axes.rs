//! The three axes: days along the bottom, work on the upper panel, its change on the lower one.

use jiff::civil::Weekday;

use crate::chart::{Axis, Caption, Font, GivenTick, Grid, Position, Scale, Stacked, Ticks, ValueLabels};
use crate::scale::{round_domain, round_ticks};
use crate::scene::Stroke;
use crate::sprint::{Amount, Day};

use super::{Context, DAYS, gives_way, lines, movements};

/// Most ticks on the upper panel.
const WORK_TICKS: usize = 6;
/// Most ticks on the lower panel.
const CHANGE_TICKS: usize = 4;
/// Up to this many days every day's label has room, and the month stands only where it changes.
const DAYS_LABELLED_EACH: usize = 21;
/// Height of the upper panel in heights of the lower one, with their captions.
const WORK_WEIGHT: f64 = 1.62;
/// Room between labels and plot, as a share of the font size.
pub(crate) const LABEL_GAP: f64 = 0.5;
/// Height of a caption's line, as a share of its line height.
const CAPTION_HEIGHT: f64 = 1.65;

/// All axes: the horizontal one, then [`super::WORK`] and, but in a small picture, [`super::CHANGE`].
pub(super) fn all(context: &Context) -> Vec<Axis> {
    let change = (!context.look.compact).then(|| change(context));
    [days(context), work(context)].into_iter().chain(change).collect()
}

/// Labels at an axis.
pub(crate) fn labels(context: &Context, padding: f64) -> Ticks {
    Ticks {
        padding,
        gives_way: gives_way::DETAILS,
        ..Ticks::plain(Font::of(context.look.figures), context.theme.muted)
    }
}

/// Days along the bottom.
pub(crate) fn days(context: &Context) -> Axis {
    let days = &context.days;
    let each = days.len() <= DAYS_LABELLED_EACH;
    let mut month = None;
    let ticks = days.iter().enumerate().map(|(index, day)| {
        let date = day.date;
        let named = !each || month.replace(date.month()) != Some(date.month());
        GivenTick {
            value: index as f64 + 0.5,
            label: day_label(context, day, named),
            sparse_label: day_label(context, day, true),
            major: date.weekday() == Weekday::Monday,
        }
    });
    let gap = context.look.figures.size * LABEL_GAP;
    let ends = (0.0, days.len().max(1) as f64);
    // The bars of a day stand on each other.
    let stacked = Some(Stacked::Yes);
    Axis { stacked, ..Axis::given(Position::Bottom, ends, ticks.collect(), labels(context, gap)) }
}

/// The weekday over the date, with the month where it has to be named.
fn day_label(context: &Context, day: &Day, with_month: bool) -> Vec<String> {
    let (words, date) = (context.words, day.date);
    let number = if with_month { words.day_month(date) } else { words.day(date) };
    vec![words.weekday(date), number]
}

/// A panel with an axis at its left, under a caption.
fn panel(context: &Context, ends: (f64, f64), ticks: Vec<GivenTick>, caption: &str) -> Axis {
    let Context { theme, look, .. } = context;
    let font = Font::of(look.figures);
    Axis {
        stack: Some("panels".to_owned()),
        grid: Grid::across(theme.grid, look.hairline, look.figures.size * LABEL_GAP),
        zero_line: Some(Stroke::solid(theme.axis, look.hairline)),
        caption: Some(Caption {
            text: caption.to_owned(),
            font,
            color: theme.muted,
            height: font.line_height * CAPTION_HEIGHT,
        }),
        ..Axis::given(Position::Left, ends, ticks, labels(context, 0.0))
    }
}

fn tick(value: f64, format: impl Fn(Amount) -> String) -> GivenTick {
    let label = vec![format(Amount::nearest(value))];
    GivenTick { value, label, sparse_label: Vec::new(), major: false }
}

fn work(context: &Context) -> Axis {
    let panel = amounts(context, (0.0, lines::highest(context)), context.words.unit(context.unit()));
    // The one of greater weight stands on top.
    Axis { stack_weight: WORK_WEIGHT, weight: 1.0, ..panel }
}

/// Pixels that numbers at the ends of bars need.
pub(crate) fn value_inset(context: &Context) -> f64 {
    let figures = context.look.figures;
    figures.cap_height() + figures.size * 0.45
}

/// Pixels over bars whose numbers stand right under the axis' caption.
pub(crate) fn captioned_inset(context: &Context) -> f64 {
    value_inset(context) + context.look.figures.size * 0.5
}

/// The axis with these ends instead of round ones: where numbers stand at the values, no tick has to be the last one.
pub(crate) fn closed_in(axis: Axis, (low, high): (f64, f64)) -> Axis {
    let mut axis = axis;
    if let Scale::Given(ticks) = &mut axis.scale {
        ticks.retain(|tick| low <= tick.value && tick.value <= high);
    }
    (axis.limits.min, axis.limits.max) = (Some(low), Some(high));
    axis
}

/// A panel of work between two values, under a caption.
pub(crate) fn amounts(context: &Context, (low, high): (f64, f64), caption: &str) -> Axis {
    let span = high - low;
    let of = |most: usize| {
        let ends = round_domain((low, high), most);
        (ends, round_ticks(ends, if span > 0.0 { most } else { 2 }))
    };
    // Work mostly comes in whole units: rather fewer ticks than fractions (2.5, 7.5).
    let is_whole = |(_, ticks): &(_, Vec<f64>)| ticks.iter().all(|tick| tick.fract() == 0.0);
    let whole = (2..=WORK_TICKS).rev().map(of).find(is_whole).filter(|_| span >= 1.0);
    let (ends, ticks) = whole.unwrap_or_else(|| of(WORK_TICKS));
    let ticks = ticks.into_iter().map(|value| tick(value, |amount| context.words.number(amount)));
    panel(context, ends, ticks.collect(), caption)
}

fn change(context: &Context) -> Axis {
    let (down, up) = movements::reach(context);
    let still = down == up;
    let ends = if still { (-1.0, 1.0) } else { (down, up) };
    let ticks = if still { Vec::new() } else { round_ticks(ends, CHANGE_TICKS) };
    let ticks = ticks.into_iter().map(|value| tick(value, |amount| context.words.signed(amount)));
    let figures = context.look.figures;
    let inset = value_inset(context);
    Axis {
        inset: (inset, inset),
        stacked: Some(Stacked::Yes),
        values: Some(ValueLabels {
            along: DAYS,
            labels: movements::labels(context),
            font: Font::of(figures),
            color: context.theme.muted,
            on_plates: false,
        }),
        ..panel(context, ends, ticks.collect(), context.words.text.per_day)
    }
}
