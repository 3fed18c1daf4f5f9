//! A release over its sprints: Mike Cohn's bars, and the trends of their tops and bottoms.

use jiff::Span;
use jiff::civil::Date;

use crate::burndown::headline::joined;
use crate::burndown::lines::dataset;
use crate::burndown::{Context, DAYS, Said, View, WORK, alt, axes, guides, sheet};
use crate::chart::{
    Axis, BarStyle, Bars, Chart, Cycle, Dataset, Font, GivenTick, Label, Line, Mark, Position, Value,
    ValueLabel, ValueLabels,
};
use crate::color::Color;
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Amount, Release, ReleaseBar};
use crate::words::fill;

/// Places for sprints to come, as a share of those that are there; and at least so many.
const MOST_TO_COME: f64 = 1.0;
const LEAST_TO_COME: usize = 2;

pub(super) fn chart(context: &Context, view: &View, size: Size) -> Chart {
    let release = Release::of(context.sprint, view.sprint_days);
    let places = places(&release);
    let mut datasets = bars(context, &release);
    datasets.extend(trends(context, &release, places));
    let reach = |set: &Dataset| {
        let floats = set.values.iter().filter_map(|value| value.float).flat_map(|(low, high)| [low, high]);
        floats.chain(set.values.iter().filter_map(|value| value.value)).collect::<Vec<_>>()
    };
    let ends = datasets.iter().flat_map(reach);
    let ends = ends.fold((0.0, 0.0), |(low, high): (f64, f64), y| (low.min(y), high.max(y)));
    let work = axes::amounts(context, ends, context.words.unit(context.unit()));
    let span = (ends.1 - ends.0).max(1.0);
    let work = Axis {
        values: Some(numbers(context, &release)),
        inset: (0.0, axes::captioned_inset(context)),
        ..axes::closed_in(work, (ends.0 - span * 0.03, ends.1 + span * 0.01))
    };
    let keys = guides::keys_of(context, &datasets);
    let axes = vec![axis(context, &release, (places, view.sprint_days)), work];
    sheet(context, said(context, view), keys, Chart { axes, datasets, ..Chart::empty(size) })
}

/// Bars and room for the trends beyond them.
fn places(release: &Release) -> usize {
    let there = release.bars.len();
    let most = (libm::ceil(there as f64 * MOST_TO_COME) as usize).max(LEAST_TO_COME);
    let wanted =
        release.sprints_left.map_or(most, |sprints| (libm::ceil(sprints) as usize).saturating_add(1));
    there + wanted.min(most)
}

fn axis(context: &Context, release: &Release, (places, days): (usize, usize)) -> Axis {
    let last = release.bars.len().saturating_sub(1);
    let now = release.bars.last().map(|bar| bar.date);
    let date = |place: usize| -> Option<Date> {
        if let Some(bar) = release.bars.get(place) {
            return Some(bar.date);
        }
        let later = i64::try_from((place - last).saturating_mul(days)).unwrap_or(i64::MAX).min(100_000);
        Some(now?.saturating_add(Span::new().days(later)))
    };
    let tick = |place: usize| GivenTick {
        value: place as f64 + 0.5,
        label: date(place).map_or_else(Label::new, |date| vec![context.words.day_month(date)]),
        sparse_label: Label::new(),
        major: false,
    };
    let ticks = (0..places).map(tick).collect();
    let gap = context.look.figures.size * axes::LABEL_GAP;
    Axis::given(Position::Bottom, (0.0, places as f64), ticks, axes::labels(context, gap))
}

/// What remains of the first scope stands above zero, what was added below.
fn bars(context: &Context, release: &Release) -> Vec<Dataset> {
    let (theme, text) = (context.theme, context.words.text);
    let part = |of: fn(&ReleaseBar) -> (Amount, Amount)| -> Vec<Value> {
        let value = |(index, bar): (usize, &ReleaseBar)| {
            let (low, high) = of(bar);
            let ends = Some((low.to_f64(), high.to_f64()));
            (high > low).then(|| Value { float: ends, ..Value::at(index as f64 + 0.5, Some(high.to_f64())) })
        };
        release.bars.iter().enumerate().filter_map(value).collect()
    };
    let above = part(|bar| (bar.bottom.max(Amount::ZERO), bar.top));
    let below = part(|bar| (bar.bottom, bar.top.min(Amount::ZERO)));
    let parts = [("remaining", text.remaining, theme.work, above), ("added", text.added, theme.scope, below)];
    let bars = |color: Color| Bars {
        grouped: false,
        inflate: Cycle::one(None),
        ..Bars::plain(0.66, BarStyle::plain(color))
    };
    let set = |(class, label, color, values): (&'static str, &str, Color, Vec<Value>)| {
        let set = Dataset::on((DAYS, WORK), label.to_owned(), values, Mark::Bars(bars(color)));
        Dataset { class: Some(class), ..set }
    };
    parts.into_iter().filter(|(.., values)| !values.is_empty()).map(set).collect()
}

/// What remains, over each bar.
fn numbers(context: &Context, release: &Release) -> ValueLabels {
    let label = |(index, bar): (usize, &ReleaseBar)| ValueLabel {
        at: index as f64 + 0.5,
        value: bar.top.max(Amount::ZERO).to_f64(),
        text: context.words.number(bar.remaining()),
    };
    ValueLabels {
        along: DAYS,
        labels: release.bars.iter().enumerate().map(label).collect(),
        font: Font::of(context.look.figures),
        color: context.theme.ink,
        on_plates: true,
    }
}

/// From the last bar on, tops fall by the mean of what is done and bottoms by the mean of what is added, until they meet.
fn trends(context: &Context, release: &Release, places: usize) -> Vec<Dataset> {
    let (theme, look, text) = (context.theme, &context.look, context.words.text);
    let (Some(velocity), Some(growth), Some(last)) = (release.velocity, release.growth, release.bars.last())
    else {
        return Vec::new();
    };
    if last.remaining() <= Amount::ZERO {
        return Vec::new();
    }
    let from = release.bars.len() as f64 - 0.5;
    let room = places as f64 - from;
    let ahead = release.sprints_left.unwrap_or(room).min(room);
    let trend = |class, label: &str, color, (start, slope): (f64, f64)| {
        let dash = vec![look.thin_line * 3.0, look.thin_line * 2.2];
        let line = Line::plain(Stroke::dashed(color, look.thin_line, dash));
        let ends = [(from, start), (from + ahead, start - slope * ahead)];
        let values = ends.map(|(x, y)| Value::at(x, Some(y))).to_vec();
        dataset(class, (label, -1.0), values, line)
    };
    vec![
        trend("trend-done", text.trend_done, theme.work, (last.top.to_f64(), velocity)),
        trend("trend-scope", text.trend_scope, theme.scope, (last.bottom.to_f64(), growth)),
    ]
}

pub(super) fn said(context: &Context, view: &View) -> Said {
    let words = context.words;
    let release = Release::of(context.sprint, view.sprint_days);
    let title = fill(words.text.alt_title_release, &[("sprint", &context.sprint.name)]);
    let left = fill(words.text.left, &[("amount", &context.amount(context.facts.remaining))]);
    let end = release.velocity.map(|_| match release.sprints_left {
        Some(sprints) => words.count(&words.text.release_sprints, libm::ceil(sprints).min(1e6) as usize, &[]),
        None => words.text.release_never.to_owned(),
    });
    let pace = release.velocity.zip(release.growth).map(|(velocity, growth)| {
        let tenth = |value: f64| Amount::nearest((value * 10.0).round() / 10.0);
        let (velocity, growth) = (words.number(tenth(velocity)), words.signed(tenth(growth)));
        fill(words.text.release_pace, &[("velocity", &velocity), ("growth", &growth)])
    });
    let done = context.facts.remaining.is_zero();
    let end = end.filter(|_| !done);
    let headline = end
        .as_ref()
        .map(|_| joined([Some(left.clone()), end.clone(), pace.clone().filter(|_| !context.look.compact)]));
    let mut sentences: Vec<String> = [Some(left), end, pace].into_iter().flatten().collect();
    alt::as_far_as_there_is_room(&mut sentences, alt::facts(context).into_iter());
    let alt = alt::composed(title.clone(), sentences);
    Said { title, headline, alt, notes: Vec::new() }
}
