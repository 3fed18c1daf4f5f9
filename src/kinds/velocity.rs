//! Velocity: what each sprint committed to and what it completed.

use crate::burndown::headline::{self, joined};
use crate::burndown::{Context, View, alt};
use crate::chart::figure::{
    Axis, BarStyle, Bars, Cycle, Dataset, EndLabel, Figure, Font, GivenTick, Key, Label, Mark, Pattern,
    Position, Thickness, Value, ValueLabel, ValueLabels,
};
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Amount, Commitment, Velocity, VelocityBar};
use crate::words::fill;

use super::line::{DAYS, Stroked, WORK, at, axes};
use super::sheet::{self, HEADLINE_GIVES_WAY, Said};
use super::timeline::ticks_style;

/// Sprints that a picture shows: the last ones.
const MOST_SPRINTS: usize = 12;
/// Fewer sprints than this leave room beside them, so that bars don't become walls.
const LEAST_PLACES: usize = 5;
/// Share of a place that both bars take.
const BARS_SHARE: f64 = 0.72;
/// Characters of a sprint's name under its bars.
const NAME_CHARS: usize = 16;

pub(super) fn figure(context: &Context, view: &View, size: Size) -> Figure {
    let velocity = Velocity::of(context.sprint, view.commitment);
    let bars = shown(&velocity);
    let places = Places::of(bars.len());
    let highest = bars.iter().map(|bar| bar.completed.max(bar.committed.unwrap_or_default())).max();
    let caption = fill(context.words.text.per_sprint, &[("unit", context.words.unit(context.unit()))]);
    let mut work = axes::work(context, highest.unwrap_or_default().to_f64(), &caption);
    work.values = Some(numbers(context, bars, &places));
    work.inset = (0.0, context.look.figures.size * 1.4);
    let mut sets = Vec::new();
    let mut keys = Vec::new();
    if let Some((line, key)) = mean(context, &velocity, bars, &places) {
        sets.push(line);
        keys.push(key);
    }
    let (committed, completed) = datasets(context, bars, &places);
    keys.splice(0..0, [committed.1, completed.1]);
    sets.extend([committed.0, completed.0]);
    let axes = vec![places.axis(context, bars), work];
    let figure = sheet::figure(context, size, said(context, view), keys);
    Figure { axes, datasets: sets, fill_time: crate::chart::figure::FillTime::Dataset, ..figure }
}

fn shown(velocity: &Velocity) -> &[VelocityBar] {
    let from = velocity.bars.len().saturating_sub(MOST_SPRINTS);
    velocity.bars.get(from..).unwrap_or_default()
}

/// Where sprints stand along the axis, in the middle of it.
struct Places {
    count: usize,
    first: usize,
}

impl Places {
    fn of(sprints: usize) -> Self {
        let count = sprints.max(LEAST_PLACES);
        Self { count, first: (count - sprints) / 2 }
    }

    fn middle(&self, sprint: usize) -> f64 {
        (self.first + sprint) as f64 + 0.5
    }

    /// Names under their bars; places without a sprint have ticks too, since bars take their width from them.
    fn axis(&self, context: &Context, bars: &[VelocityBar]) -> Axis {
        let name = |place: usize| place.checked_sub(self.first).and_then(|sprint| bars.get(sprint));
        let tick = |place: usize| GivenTick {
            value: place as f64 + 0.5,
            label: name(place).map_or_else(Label::new, |bar| vec![headline::isolated(&short(&bar.name))]),
            sparse_label: Label::new(),
            major: place + 1 == self.first + bars.len(),
        };
        let ticks = (0..self.count).map(tick).collect();
        Axis::given(Position::Bottom, (0.0, self.count as f64), ticks, ticks_style(context))
    }
}

/// The end of a long name: that is where its number is.
fn short(name: &str) -> String {
    let chars = name.chars().count();
    if chars <= NAME_CHARS {
        return name.to_owned();
    }
    let kept: String = name.chars().skip(chars - NAME_CHARS + 1).collect();
    format!("…{}", kept.trim_start())
}

fn datasets(context: &Context, bars: &[VelocityBar], places: &Places) -> ((Dataset, Key), (Dataset, Key)) {
    let (theme, look, text) = (context.theme, &context.look, context.words.text);
    let hollow = Pattern { color: theme.ideal, line_width: look.thin_line * 0.8, hatched: false };
    let hatched = Pattern { color: theme.work, line_width: look.thin_line * 0.8, hatched: true };
    let plan = BarStyle { pattern: Some(hollow), ..BarStyle::plain(theme.ideal) };
    let value = |(index, amount): (usize, Option<Amount>)| Value {
        index: Some(places.middle(index)),
        value: amount.map(Amount::to_f64),
        float: None,
    };
    let committed = bars.iter().map(|bar| bar.committed).enumerate().map(value).collect();
    let completed = bars.iter().map(|bar| Some(bar.completed)).enumerate().map(value).collect();
    // What a sprint has done so far is not what it will have done.
    let done = Cycle::of(bars.len(), |index| BarStyle {
        pattern: bars.get(index).filter(|bar| !bar.finished).map(|_| hatched),
        ..BarStyle::plain(theme.work)
    });
    let committed_key = Key { pattern: Some(hollow), ..Key::plain(text.committed.to_owned(), theme.ideal) };
    (
        (set("committed", text.committed, committed, Cycle::one(plan)), committed_key),
        (
            set("completed", text.completed, completed, done),
            Key::plain(text.completed.to_owned(), theme.work),
        ),
    )
}

fn set(class: &'static str, label: &str, values: Vec<Value>, styles: Cycle<BarStyle>) -> Dataset {
    let bars = Bars {
        category_share: BARS_SHARE,
        bar_share: 0.94,
        thickness: Thickness::Fit,
        max_thickness: None,
        min_length: 0.0,
        grouped: true,
        skip_null: false,
        base: None,
        inflate: None,
        styles,
    };
    Dataset {
        label: label.to_owned(),
        class: Some(class),
        kind: "bar",
        visible: true,
        weight: 1.0,
        order: 0.0,
        axes: Some((DAYS, WORK)),
        stack: None,
        values,
        mark: Mark::Bars(bars),
        clip: None,
        labels: Vec::new(),
        end_label: None,
    }
}

fn numbers(context: &Context, bars: &[VelocityBar], places: &Places) -> ValueLabels {
    let label = |index: usize, side: f64, amount: Amount| ValueLabel {
        at: places.middle(index) + side * BARS_SHARE / 4.0,
        value: amount.to_f64(),
        text: context.words.number(amount),
    };
    let both = |(index, bar): (usize, &VelocityBar)| {
        let committed = bar.committed.map(|amount| label(index, -1.0, amount));
        committed.into_iter().chain([label(index, 1.0, bar.completed)]).collect::<Vec<_>>()
    };
    ValueLabels {
        along: DAYS,
        labels: bars.iter().enumerate().flat_map(both).collect(),
        font: Font::of(context.look.figures),
        color: context.theme.ink,
    }
}

/// The mean of the last finished sprints, over them and on to the end.
fn mean(
    context: &Context,
    velocity: &Velocity,
    bars: &[VelocityBar],
    places: &Places,
) -> Option<(Dataset, Key)> {
    let (mean, theme, look) = (velocity.mean?, context.theme, &context.look);
    let last = bars.iter().rposition(|bar| bar.finished)?;
    let first = (last + 1).saturating_sub(velocity.mean_of);
    let label = context.words.count(&context.words.text.mean_of, velocity.mean_of, &[]);
    let stroke = Stroke::dashed(theme.ink, look.thin_line, vec![look.thin_line * 3.0, look.thin_line * 2.2]);
    let line = Stroked { stroke, ..Stroked::new("mean", &label, theme.ink, look.thin_line) };
    let key = line.key(context);
    let ends = vec![at(places.middle(first) - 0.5, mean), at(places.count as f64, mean)];
    let mut set = line.dataset(context, ends);
    set.order = -1.0;
    set.end_label = Some(EndLabel {
        text: context.words.number(rounded(mean)),
        font: Font::of(look.label),
        color: theme.ink,
        gives_way: HEADLINE_GIVES_WAY,
    });
    Some((set, key))
}

/// To a tenth.
fn rounded(mean: f64) -> Amount {
    Amount::nearest((mean * 10.0).round() / 10.0)
}

pub(super) fn said(context: &Context, view: &View) -> Said {
    let (words, sprint) = (context.words, context.sprint);
    let velocity = Velocity::of(sprint, view.commitment);
    let title = fill(words.text.alt_title_velocity, &[("sprint", &sprint.name)]);
    let mean = velocity.mean.map(|mean| {
        let amount = context.amount(rounded(mean));
        words.count(&words.text.velocity_mean, velocity.mean_of, &[("amount", &amount)])
    });
    let bars = shown(&velocity);
    let last = bars.iter().rev().find(|bar| bar.finished).map(|bar| row(context, bar));
    let headline = mean.as_ref().map(|_| joined([mean.clone(), last]));
    let rule = match velocity.commitment {
        Commitment::Start => words.text.commitment_start,
        Commitment::End => words.text.commitment_end,
    };
    let mut sentences: Vec<String> = mean.into_iter().chain([rule.to_owned()]).collect();
    // The latest first: what has no room is the oldest.
    let rows = bars.iter().rev().map(|bar| row(context, bar));
    alt::as_far_as_there_is_room(&mut sentences, rows);
    let alt = alt::composed(title.clone(), sentences);
    Said { title, headline, alt, notes: vec![rule.to_owned()] }
}

fn row(context: &Context, bar: &VelocityBar) -> String {
    let (words, text) = (context.words, context.words.text);
    let name = headline::isolated(&short(&bar.name));
    let name = if bar.finished { name } else { fill(text.so_far, &[("sprint", &name)]) };
    let completed = words.number(bar.completed);
    match bar.committed {
        Some(committed) => fill(
            text.velocity_row,
            &[("sprint", &name), ("completed", &completed), ("committed", &words.number(committed))],
        ),
        None => fill(text.velocity_only, &[("sprint", &name), ("completed", &completed)]),
    }
}
