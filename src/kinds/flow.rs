//! Cumulative flow: work by how far it is, one area on the other. The height of the middle one is the work in progress.

use crate::burndown::cone::area;
use crate::burndown::headline::joined;
use crate::burndown::lines::{ANCHOR, dataset, end_label};
use crate::burndown::{Context, Phase, Said, alt, axes, guides, notes, outlook, progress, sheet};
use crate::chart::{Chart, Curve, Dataset, Fill, Line, LineStyle, Stepped, Target, Value};
use crate::color::Color;
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Amount, Resolution, Stages};
use crate::words::fill;

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

pub(super) fn chart(context: &Context, size: Size) -> Chart {
    let steps = context.sprint.stages(true);
    let highest = steps.iter().map(|step| step.stages.scope()).max().unwrap_or_default().to_f64();
    let caption = context.words.unit(context.sprint.flow_unit());
    let axes = vec![axes::days(context), axes::amounts(context, (0.0, highest), caption)];
    let (annotations, flags) = notes::all(context, &axes);
    let datasets: Vec<Dataset> = areas(context).into_iter().chain(labels(context)).collect();
    let keys = guides::keys(context, &datasets);
    sheet(context, said(context), keys, Chart { axes, datasets, annotations, flags, ..Chart::empty(size) })
}

/// From the bottom, each reaching down to the one below.
fn areas(context: &Context) -> Vec<Dataset> {
    let theme = context.theme;
    if context.facts.phase == Phase::Ahead {
        return Vec::new();
    }
    let steps = context.sprint.stages(true);
    let area = |(index, layer): (usize, Layer)| {
        let target = index.checked_sub(1).map_or(Target::Origin, Target::Dataset);
        let fill = Fill { target, above: None, below: None };
        let mut line = area(blend(theme.work, theme.background, layer.alpha), Some(fill));
        if context.sprint.resolution == Resolution::Instant {
            let curve = Curve::Stepped(Stepped::Before);
            line.line = line.line.map(|style| LineStyle { curve, ..style });
        }
        let values = progress::values(context, &steps, |stages| (layer.top)(stages).to_f64());
        dataset(layer.class, (layer.name, index as f64), values, line)
    };
    layers(context).into_iter().enumerate().map(area).collect()
}

/// The words at the right ends of the areas, each in the middle of its own.
fn labels(context: &Context) -> Vec<Dataset> {
    if context.facts.phase == Phase::Ahead {
        return Vec::new();
    }
    let (now, mut below) = (latest(context), 0.0);
    let label = |(index, layer): (usize, Layer)| {
        let top = (layer.top)(&now).to_f64();
        let middle = (below + top) / 2.0;
        below = top;
        let text = fill(layer.end.0, &[("n", &context.words.number(layer.end.1))]);
        let color = if index == 0 { context.theme.work } else { context.theme.ink };
        let place = vec![Value::at(context.x(context.sprint.as_of), Some(middle))];
        let none = Line::plain(Stroke::solid(color, 0.0));
        Dataset {
            end_label: end_label(context, text, color),
            ..dataset(ANCHOR, (layer.name, 9.0), place, none)
        }
    };
    layers(context).into_iter().enumerate().map(label).collect()
}

/// A colour on a ground, as if it let so much of it through: areas don't shine through each other.
fn blend(color: Color, ground: Color, alpha: u8) -> Color {
    let share = f64::from(alpha) / 255.0;
    let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    let [r, g, b] = color.rgb;
    let [x, y, z] = ground.rgb;
    Color { rgb: [mix(r, x), mix(g, y), mix(b, z)], alpha: 255 }
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
