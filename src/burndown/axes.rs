//! The three axes: days along the bottom, work on the upper panel, its change on the lower one.

use jiff::civil::Weekday;

use crate::chart::{Axis, Side, Tick};
use crate::scale::{round_domain, round_ticks};
use crate::scene::Stroke;
use crate::sprint::{Amount, LedgerDay};

use super::{Context, lines, movements};

/// Most ticks on the upper panel.
const WORK_TICKS: usize = 6;
/// Most ticks on the lower panel.
const CHANGE_TICKS: usize = 4;
/// Up to this many days every day's label has room, and the month stands only where it changes.
const DAYS_LABELLED_EACH: usize = 21;
/// Height of the upper panel in heights of the lower one.
const WORK_WEIGHT: f64 = 1.85;

/// All axes: the horizontal one, then [`super::WORK`] and [`super::CHANGE`].
pub(super) fn all(context: &Context) -> Vec<Axis> {
    vec![days(context), work(context), change(context)]
}

fn axis(context: &Context, side: Side, domain: (f64, f64), ticks: Vec<Tick>) -> Axis {
    Axis {
        side,
        domain,
        stack_weight: 1.0,
        inset: 0.0,
        ticks,
        caption: None,
        bar_labels: Vec::new(),
        style: context.look.figures,
        color: context.theme.muted,
        grid: None,
        zero_line: None,
    }
}

fn days(context: &Context) -> Axis {
    let days = &context.ledger.days;
    let each = days.len() <= DAYS_LABELLED_EACH;
    let mut month = None;
    let ticks = days.iter().enumerate().map(|(index, day)| {
        let date = day.day.date;
        let named = !each || month.replace(date.month()) != Some(date.month());
        Tick {
            value: index as f64 + 0.5,
            label: day_label(context, day, named),
            sparse_label: day_label(context, day, true),
            major: date.weekday() == Weekday::Monday,
        }
    });
    let ticks = ticks.collect();
    axis(context, Side::Bottom, (0.0, days.len().max(1) as f64), ticks)
}

/// The weekday over the date, with the month where it has to be named.
fn day_label(context: &Context, day: &LedgerDay, with_month: bool) -> Vec<String> {
    let (words, date) = (context.words, day.day.date);
    let number = if with_month { words.day_month(date) } else { words.day(date) };
    vec![words.weekday(date), number]
}

fn work(context: &Context) -> Axis {
    let highest = lines::highest(context);
    // Work mostly comes in whole units: no fractions between 0 and a few of them.
    let most = if highest >= 1.0 { WORK_TICKS.min(highest.ceil() as usize + 1) } else { WORK_TICKS };
    let domain = round_domain((0.0, highest), most);
    let ticks = round_ticks(domain, if highest > 0.0 { most } else { 2 }).into_iter().map(|value| Tick {
        value,
        label: label(value, |amount| context.words.number(amount)),
        sparse_label: Vec::new(),
        major: false,
    });
    Axis {
        stack_weight: WORK_WEIGHT,
        caption: Some(context.words.unit(context.unit()).to_owned()),
        grid: Some(Stroke::solid(context.theme.grid, context.look.hairline)),
        zero_line: Some(Stroke::solid(context.theme.axis, context.look.hairline)),
        ..axis(context, Side::Left, domain, ticks.collect())
    }
}

fn change(context: &Context) -> Axis {
    let (down, up) = movements::reach(context);
    let still = down == up;
    let domain = if still { (-1.0, 1.0) } else { (down, up) };
    let values = if still { Vec::new() } else { round_ticks(domain, CHANGE_TICKS) };
    let ticks = values.into_iter().map(|value| Tick {
        value,
        label: label(value, |amount| context.words.signed(amount)),
        sparse_label: Vec::new(),
        major: false,
    });
    let figures = context.look.figures;
    Axis {
        inset: figures.cap_height() + figures.size * 0.45,
        caption: Some(context.words.text.per_day.to_owned()),
        bar_labels: movements::labels(context),
        grid: Some(Stroke::solid(context.theme.grid, context.look.hairline)),
        zero_line: Some(Stroke::solid(context.theme.axis, context.look.hairline)),
        ..axis(context, Side::Left, domain, ticks.collect())
    }
}

fn label(value: f64, format: impl Fn(Amount) -> String) -> Vec<String> {
    vec![format(Amount::nearest(value))]
}
