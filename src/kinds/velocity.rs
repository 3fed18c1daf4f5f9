//! Velocity: what each sprint committed to and what it completed.

use crate::burndown::headline::{self, joined};
use crate::burndown::lines::{dataset, end_label};
use crate::burndown::{Context, DAYS, Said, WORK, alt, axes, guides, sheet};
use crate::chart::{
    Axis, BarStyle, Bars, Chart, Cycle, Dataset, Font, GivenTick, Key, Label, Line, Mark, Pattern, Position,
    Value, ValueLabel, ValueLabels,
};
use crate::color::Color;
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Amount, Calendar, Commitment, Level, Past, Resolution, Sprint, Velocity, VelocityBar};
use crate::words::fill;

use jiff::Timestamp;

/// Sprints that a picture shows: the last ones.
const MOST_SPRINTS: usize = 12;
/// Fewer sprints than this leave room beside them, so that bars don't become walls.
const LEAST_PLACES: usize = 5;
/// Share of a place that both bars take.
const BARS_SHARE: f64 = 0.72;
/// Characters of a sprint's name under its bars.
const NAME_CHARS: usize = 16;

pub(super) fn chart(context: &Context, velocity: &Velocity, size: Size) -> Chart {
    let bars = shown(velocity);
    let places = Places::of(bars.len());
    let highest = bars.iter().map(|bar| bar.completed.max(bar.committed.unwrap_or_default())).max();
    let highest = highest.filter(|amount| !amount.is_zero()).map_or(1.0, Amount::to_f64);
    let mean = mean(context, velocity, bars, &places);
    let caption = fill(context.words.text.per_sprint, &[("unit", context.words.unit(context.unit()))]);
    let work = Axis {
        values: Some(numbers(context, bars, &places)),
        inset: (0.0, axes::captioned_inset(context)),
        ..axes::closed_in(axes::amounts(context, (0.0, highest), &caption), (0.0, highest))
    };
    let mut datasets = vec![committed(context, bars, &places), completed(context, bars, &places)];
    let mut keys = guides::keys_of(context, &datasets);
    // The number at its end does not say what it is.
    let said_here = |key| Key { end_label_of: None, ..key };
    keys.extend(guides::keys_of(context, mean.as_slice()).into_iter().map(said_here));
    datasets.extend(mean);
    let axes = vec![places.axis(context, bars), work];
    sheet(context, said(context, velocity), keys, Chart { axes, datasets, ..Chart::empty(size) })
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
        let gap = context.look.figures.size * axes::LABEL_GAP;
        Axis::given(Position::Bottom, (0.0, self.count as f64), ticks, axes::labels(context, gap))
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

fn bars_of(class: &'static str, label: &str, values: Vec<Value>, styles: Cycle<BarStyle>) -> Dataset {
    let clear = BarStyle::plain(Color::hex(0));
    let bars =
        Bars { category_share: BARS_SHARE, inflate: Cycle::one(None), styles, ..Bars::plain(0.94, clear) };
    Dataset { class: Some(class), ..Dataset::on((DAYS, WORK), label.to_owned(), values, Mark::Bars(bars)) }
}

fn committed(context: &Context, bars: &[VelocityBar], places: &Places) -> Dataset {
    let (theme, text) = (context.theme, context.words.text);
    let hollow = Pattern { color: theme.ideal, line_width: context.look.thin_line * 0.8, hatched: false };
    let style = BarStyle { pattern: Some(hollow), ..BarStyle::plain(theme.ideal) };
    let value = |(index, bar): (usize, &VelocityBar)| {
        Value::at(places.middle(index), bar.committed.map(Amount::to_f64))
    };
    let values = bars.iter().enumerate().map(value).collect();
    bars_of("committed", text.committed, values, Cycle::one(style))
}

fn completed(context: &Context, bars: &[VelocityBar], places: &Places) -> Dataset {
    let (theme, text) = (context.theme, context.words.text);
    let hatched = Pattern { color: theme.work, line_width: context.look.thin_line * 0.8, hatched: true };
    // What a sprint has done so far is not what it will have done.
    let style = |index: usize| BarStyle {
        pattern: bars.get(index).filter(|bar| !bar.finished).map(|_| hatched),
        ..BarStyle::plain(theme.work)
    };
    let value =
        |(index, bar): (usize, &VelocityBar)| Value::at(places.middle(index), Some(bar.completed.to_f64()));
    let values = bars.iter().enumerate().map(value).collect();
    bars_of("completed", text.completed, values, Cycle::of(bars.len(), style))
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
        on_plates: true,
    }
}

/// The mean of the last finished sprints, over them and on to the end.
fn mean(context: &Context, velocity: &Velocity, bars: &[VelocityBar], places: &Places) -> Option<Dataset> {
    let (mean, theme, look) = (velocity.mean?, context.theme, &context.look);
    let last = bars.iter().rposition(|bar| bar.finished)?;
    let first = (last + 1).saturating_sub(velocity.mean_of);
    let label = context.words.count(&context.words.text.mean_of, velocity.mean_of, &[]);
    let dash = vec![look.thin_line * 3.0, look.thin_line * 2.2];
    let line = Line::plain(Stroke::dashed(theme.ink, look.thin_line, dash));
    let ends = [places.middle(first) - 0.5, places.count as f64].map(|x| Value::at(x, Some(mean)));
    let end_label = end_label(context, context.words.number(rounded(mean)), theme.ink);
    Some(Dataset { end_label, ..dataset("mean", (&label, 9.0), ends.to_vec(), line) })
}

/// To a tenth.
fn rounded(mean: f64) -> Amount {
    Amount::nearest((mean * 10.0).round() / 10.0)
}

/// What a template asks of a sprint, for past sprints of which nothing but sums is known: the last one's name, the unit.
/// Its dates mean nothing and are not said ([`Context::undated`]).
pub(super) fn stand_in(past: &[Past]) -> Sprint {
    let last = past.last();
    Sprint {
        name: last.map(|past| past.name.clone()).unwrap_or_default(),
        goal: None,
        unit: last.map(|past| past.unit).unwrap_or_default(),
        calendar: Calendar::default(),
        start: Timestamp::UNIX_EPOCH,
        end: Timestamp::UNIX_EPOCH,
        closed: None,
        as_of: Timestamp::UNIX_EPOCH,
        live: false,
        opening: Level::default(),
        items: Vec::new(),
        names: Vec::new(),
        events: Vec::new(),
        started: Vec::new(),
        resolution: Resolution::Day,
        gaps: Vec::new(),
        caveats: Vec::new(),
        past: Vec::new(),
    }
}

pub(super) fn said(context: &Context, velocity: &Velocity) -> Said {
    let words = context.words;
    let title = fill(words.text.alt_title_velocity, &[("sprint", &context.sprint.name)]);
    let mean = velocity.mean.map(|mean| {
        let amount = context.amount(rounded(mean));
        words.count(&words.text.velocity_mean, velocity.mean_of, &[("amount", &amount)])
    });
    let bars = shown(velocity);
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
