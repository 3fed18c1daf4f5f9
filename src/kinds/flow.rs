//! Cumulative flow: work by how far it is, one area on the other. The height of the middle one is the work in progress.

use crate::burndown::headline::joined;
use crate::burndown::{Context, Phase, alt, outlook};
use crate::chart::figure::{Dataset, Figure, Fill, Key, Target, Value};
use crate::color::Color;
use crate::geometry::Size;
use crate::sprint::{Amount, Resolution, Stages};
use crate::words::fill;

use super::line::{Stroked, at};
use super::sheet::{self, Said};
use super::timeline::{Timeline, over_days};

/// An area, from the bottom.
struct Layer {
    class: &'static str,
    name: &'static str,
    /// Its words at the end of its line, and how much that is.
    end: (&'static str, Amount),
    /// Its upper edge.
    top: fn(&Stages) -> Amount,
    /// Opacity, of 255: what is done is darkest.
    alpha: u8,
}

fn layers(context: &Context) -> Vec<Layer> {
    let text = context.words.text;
    let now = latest(context);
    let layer = |class, name, end, top: fn(&Stages) -> Amount, alpha| Layer { class, name, end, top, alpha };
    let mut layers = vec![layer("done", text.done, (text.done_n, now.done), |s| s.done, 205)];
    if context.sprint.knows_started() {
        let end = (text.in_progress_n, now.started);
        layers.push(layer("in-progress", text.in_progress, end, |s| s.done + s.started, 115));
    }
    layers.push(layer("to-do", text.to_do, (text.to_do_n, now.to_do), Stages::scope, 42));
    layers
}

fn latest(context: &Context) -> Stages {
    context.sprint.stages(true).last().map(|step| step.stages).unwrap_or_default()
}

pub(super) fn figure(context: &Context, size: Size) -> Figure {
    let timeline = Timeline { days: context.sprint.days() };
    let steps = context.sprint.stages(true);
    let highest = steps.iter().map(|step| step.stages.scope()).max().unwrap_or_default().to_f64();
    let axes = over_days(context, &timeline, highest, context.words.unit(context.sprint.flow_unit()));
    let (mut sets, mut keys) = areas(context, &timeline);
    let top = axes.get(super::line::WORK).and_then(|axis| axis.limits.max).unwrap_or(highest);
    if let Some((shade, key)) = timeline.days_off(context, top) {
        sets.push(shade);
        keys.push(key);
    }
    Figure { axes, datasets: sets, ..sheet::figure(context, size, said(context), keys) }
}

fn areas(context: &Context, timeline: &Timeline) -> (Vec<Dataset>, Vec<Key>) {
    let Context { theme, look, words, .. } = context;
    if context.facts.phase == Phase::Ahead {
        return (Vec::new(), Vec::new());
    }
    let stepped = context.sprint.resolution == Resolution::Instant;
    let (mut sets, mut keys, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let now = latest(context);
    let mut below = Amount::ZERO;
    for (index, layer) in layers(context).into_iter().enumerate() {
        let target = index.checked_sub(1).map_or(Target::Origin, Target::Dataset);
        let color = blend(theme.work, theme.background, layer.alpha);
        let area = Fill { target, above: None, below: None };
        let line = Stroked {
            stepped,
            fill: Some((color, area)),
            ..Stroked::new(layer.class, layer.name, theme.work, look.hairline)
        };
        sets.push(line.dataset(context, values(context, timeline, layer.top)));
        let top = (layer.top)(&now);
        let middle = (below.to_f64() + top.to_f64()) / 2.0;
        below = top;
        let text = fill(layer.end.0, &[("n", &words.number(layer.end.1))]);
        let ink = if index == 0 { theme.work } else { theme.ink };
        let label =
            Stroked { end_label: Some((text, ink)), ..Stroked::new("label", layer.name, theme.work, 0.0) };
        labels.push(label.dataset(context, vec![at(timeline.x(context.sprint.as_of), middle)]));
        keys.push(Key { end_label_of: Some(index), ..Key::plain(layer.name.to_owned(), color) });
    }
    sets.extend(labels);
    (sets, keys)
}

/// A colour on a ground, as if it let so much of it through: areas don't shine through each other.
fn blend(color: Color, ground: Color, alpha: u8) -> Color {
    let share = f64::from(alpha) / 255.0;
    let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    let [r, g, b] = color.rgb;
    let [x, y, z] = ground.rgb;
    Color { rgb: [mix(r, x), mix(g, y), mix(b, z)], alpha: 255 }
}

fn values(context: &Context, timeline: &Timeline, of: fn(&Stages) -> Amount) -> Vec<Value> {
    let (sprint, steps) = (context.sprint, context.sprint.stages(true));
    let value = |stages: &Stages| of(stages).to_f64();
    match sprint.resolution {
        Resolution::Instant => {
            let last = steps.last().map(|step| at(timeline.x(sprint.as_of), value(&step.stages)));
            let steps = steps.iter().map(|step| at(timeline.x(step.at), value(&step.stages)));
            steps.chain(last).collect()
        }
        Resolution::Day => {
            let first = steps.first().map(|step| at(timeline.x(step.at), value(&step.stages)));
            let past = context.ledger.days.iter().filter(|row| row.day.from < sprint.as_of);
            let ends = past.map(|row| {
                let known = steps.iter().rfind(|step| {
                    step.at < row.day.to || step.at <= sprint.as_of && row.day.to >= sprint.as_of
                });
                Value {
                    index: Some(timeline.x(row.day.to.min(sprint.as_of))),
                    value: row.closing.and(known).map(|step| value(&step.stages)),
                    float: None,
                }
            });
            first.into_iter().chain(ends).collect()
        }
    }
}

pub(super) fn said(context: &Context) -> Said {
    let words = context.words;
    let title = fill(words.text.alt_title_flow, &[("sprint", &context.sprint.name)]);
    let unit = context.sprint.flow_unit();
    // The first fact names the unit for all.
    let part = |(index, layer): (usize, &Layer)| {
        let amount = layer.end.1;
        let n = if index == 0 { words.amount(amount, unit) } else { words.number(amount) };
        fill(layer.end.0, &[("n", &n)])
    };
    let parts: Vec<String> = layers(context).iter().enumerate().map(part).collect();
    let told = context.facts.phase != Phase::Ahead && !latest(context).scope().is_zero();
    let mut parts = parts.into_iter();
    let headline = joined([parts.next(), parts.next(), parts.next()]);
    let mut sentences: Vec<String> = told.then(|| headline.clone()).into_iter().collect();
    let facts = alt::facts(context);
    alt::as_far_as_there_is_room(&mut sentences, facts.into_iter());
    let alt = alt::composed(title.clone(), sentences);
    let notes = outlook::changed(context).into_iter().collect();
    Said { title, headline: told.then_some(headline), alt, notes }
}
