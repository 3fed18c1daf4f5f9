//! The burnup: done work rises towards the scope, and both are seen.

use crate::burndown::headline::{self, joined};
use crate::burndown::{Context, Phase, alt, outlook};
use crate::chart::figure::{Dataset, Figure, Fill, Key, Target, Value};
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Level, Resolution};
use crate::words::fill;

use super::cone::{self, Way};
use super::line::{Stroked, at};
use super::sheet::{self, Said};
use super::timeline::{Timeline, over_days};

/// Opacity of the area under the line of done work, of 255.
const AREA_ALPHA: u8 = 26;

pub(super) fn figure(context: &Context, size: Size) -> Figure {
    let timeline = Timeline::of(context);
    let highest = highest(context);
    let axes = over_days(context, &timeline, highest, context.words.unit(context.unit()));
    let (mut sets, mut keys) = lines(context, &timeline);
    let level = context.ledger.latest();
    let way = Way { from: level.done.to_f64(), to: level.scope.to_f64() };
    if let Some((cone, key)) = cone::datasets(context, &timeline, &way, sets.len()) {
        sets.extend(cone);
        keys.push(key);
    }
    let top = axes.get(super::line::WORK).and_then(|axis| axis.limits.max).unwrap_or(highest);
    if let Some((shade, key)) = timeline.days_off(context, top) {
        sets.push(shade);
        keys.push(key);
    }
    Figure { axes, datasets: sets, ..sheet::figure(context, size, said(context), keys) }
}

/// The lines from front to back: done work, scope, both ideals.
fn lines(context: &Context, timeline: &Timeline) -> (Vec<Dataset>, Vec<Key>) {
    let Context { words, theme, look, facts, .. } = context;
    let stepped = context.sprint.resolution == Resolution::Instant;
    let (mut sets, mut keys) = (Vec::new(), Vec::new());
    let mut put = |line: Stroked, values: Vec<Value>| {
        let index = sets.len();
        if values.len() > 1 {
            keys.push(Key { end_label_of: line.end_label.as_ref().map(|_| index), ..line.key(context) });
            sets.push(line.dataset(context, values));
        }
    };
    if facts.phase != Phase::Ahead {
        let text = fill(words.text.done_n, &[("n", &words.number(facts.done))]);
        let area = Fill { target: Target::Origin, above: None, below: None };
        put(
            Stroked {
                stepped,
                fill: Some((theme.work.with_alpha(AREA_ALPHA), area)),
                end: Some(look.hero_line * 1.5),
                end_label: Some((text, theme.work)),
                ..Stroked::new("done", words.text.done, theme.work, look.hero_line)
            },
            values(context, timeline, |level| level.done.to_f64()),
        );
        let text = fill(words.text.scope_n, &[("n", &words.number(facts.scope))]);
        put(
            Stroked {
                stepped,
                end_label: Some((text, theme.scope_text)),
                ..Stroked::new("scope", words.text.scope, theme.scope, look.thin_line)
            },
            values(context, timeline, |level| level.scope.to_f64()),
        );
    }
    let at_start = context.ledger.opening.scope.to_f64();
    let ideal = context.sprint.ideal_line().into_iter().filter(|_| !facts.committed.is_zero());
    let dashed = |color, on: f64| {
        Stroke::dashed(color, look.thin_line, vec![look.thin_line * on, look.thin_line * 2.2])
    };
    put(
        Stroked {
            stroke: dashed(theme.ideal, 3.0),
            end_label: Some((words.text.ideal_label.to_owned(), theme.muted)),
            ..Stroked::new("ideal", words.text.ideal, theme.ideal, look.thin_line)
        },
        ideal.map(|(when, left)| at(timeline.x(when), at_start - left)).collect(),
    );
    put(
        Stroked {
            stroke: dashed(theme.ideal, 0.8),
            ..Stroked::new("replanned", words.text.replanned, theme.ideal, look.thin_line)
        },
        replanned(context, timeline),
    );
    (sets, keys)
}

/// The re-planned ideal: what should be done of the scope as it was planned from each change on.
fn replanned(context: &Context, timeline: &Timeline) -> Vec<Value> {
    let line = &context.facts.replanned;
    let mut scope = context.ledger.opening.scope.to_f64();
    let mut values = Vec::new();
    let mut before: Option<(jiff::Timestamp, f64)> = None;
    for (when, left) in line {
        // A change stands twice at its instant: scope and remaining move alike, and what should be done does not.
        if let Some((_, was)) = before.filter(|(at, _)| at == when) {
            scope += left - was;
        } else {
            values.push(at(timeline.x(*when), scope - left));
        }
        before = Some((*when, *left));
    }
    values
}

/// What is known of a level, along the days; without a value in a gap.
pub(super) fn values(context: &Context, timeline: &Timeline, of: impl Fn(Level) -> f64) -> Vec<Value> {
    let (sprint, ledger) = (context.sprint, context.ledger);
    let mut values = vec![at(timeline.x(sprint.start), of(ledger.opening))];
    match sprint.resolution {
        Resolution::Instant => {
            values.extend(ledger.steps.iter().map(|step| at(timeline.x(step.at), of(step.level))));
            values.push(at(timeline.x(sprint.as_of), of(ledger.latest())));
        }
        Resolution::Day => {
            let past = ledger.days.iter().filter(|row| row.day.from < sprint.as_of);
            values.extend(past.map(|row| Value {
                index: Some(timeline.x(row.day.to.min(sprint.as_of))),
                value: row.closing.map(&of),
                float: None,
            }));
        }
    }
    values
}

fn highest(context: &Context) -> f64 {
    let ledger = context.ledger;
    let scopes = ledger.steps.iter().map(|step| step.level.scope).chain([ledger.opening.scope]);
    scopes.max().unwrap_or_default().to_f64()
}

pub(super) fn said(context: &Context) -> Said {
    let (words, facts) = (context.words, context.facts);
    let title = fill(words.text.alt_title_burnup, &[("sprint", &context.sprint.name)]);
    let progress = fill(
        words.text.done_of_scope,
        &[("done", &words.number(facts.done)), ("scope", &context.amount(facts.scope))],
    );
    let verdict = headline::verdict(context);
    let headline = verdict.is_some().then(|| joined([Some(progress), verdict, outlook::verdict(context)]));
    let alt = alt::composed(title.clone(), alt::facts(context));
    let notes = [outlook::changed(context), outlook::note(context)].into_iter().flatten().collect();
    Said { title, headline, alt, notes }
}
