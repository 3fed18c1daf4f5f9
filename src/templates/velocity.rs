//! Velocity: the committed and the completed work of each sprint.

use jiff::Timestamp;

use crate::chart::{
    Axis, AxisId, BarStyle, Bars, Chart, DataPoint, Dataset, ExplicitTick, FillPattern, Font, Indexable,
    LabelLines, LayoutPosition, LegendItem, Mark, ValueLabel, ValueLabels,
};
use crate::color::Color;
use crate::i18n::fill_placeholders;
use crate::scale::DataRange;
use crate::sprint::{
    Amount, Calendar, Commitment, Level, PastSprint, Resolution, Sprint, Velocity, VelocityBar,
};

use super::alt_text::{join_title_and_sentences, push_while_fits};
use super::axes::{LABEL_GAP, amount_axis, caption_clearance, tick_style, with_tight_limits};
use super::caveats::partial_sentence;
use super::chart_frame::with_chart_frame;
use super::context::TemplateContext;
use super::legend::legend_keys;
use super::panel::Panel;
use super::series::{dashed_line, end_label, line_dataset};
use super::template::Template;
use super::text::{ChartText, bidi_isolated, join_parts, truncate_start};

/// Maximal number of sprints in a picture; the last ones are shown.
const MAX_SPRINTS: usize = 12;
/// Minimal number of slots: with fewer sprints the slots beside them stay empty, so that bars don't get too wide.
const MIN_SLOTS: usize = 5;
/// Share of a slot that both bars take.
const BARS_SHARE: f64 = 0.72;
/// Maximal characters of a sprint's name under its bars.
const MAX_NAME_CHARS: usize = 16;

pub(super) const TEMPLATE: Template =
    Template { draw: velocity_chart, write_text: velocity_text, extends_to_forecast: false };

/// Draws the velocity of the context's sprints.
pub(super) fn velocity_chart(context: &TemplateContext) -> Chart {
    let velocity = sprint_velocity(context);
    let bars = shown_bars(&velocity);
    let slots = BarSlots::for_sprints(bars.len());
    let highest = bars.iter().map(|bar| bar.completed.max(bar.committed.unwrap_or_default())).max();
    let highest = highest.filter(|amount| !amount.is_zero()).map_or(1.0, Amount::to_f64);
    let translator = context.translator;
    let unit = translator.unit_name(context.unit());
    let caption = fill_placeholders(translator.messages.per_sprint, &[("unit", unit)]);
    let range = DataRange { min: 0.0, max: highest };
    let mut chart = Chart::new(context.size);
    let sprints = chart.axes.push(slot_axis(context, bars, &slots));
    let work = chart.axes.push(Axis {
        value_labels: Some(bar_labels(context, bars, &slots, sprints)),
        inset: (0.0, caption_clearance(context)),
        ..with_tight_limits(amount_axis(context, range, &caption), range)
    });
    let mut panel = Panel { chart: &mut chart, horizontal: sprints, vertical: work };
    panel.add(committed_bars(context, bars, &slots));
    panel.add(completed_bars(context, bars, &slots));
    panel.add_all(mean_line(context, &velocity, bars, &slots));
    // The label at the end of the mean is only a number, so the legend keeps the name.
    let keep_name = |key| LegendItem { end_label_dataset: None, ..key };
    let keys = legend_keys(context, &chart.datasets).into_iter().map(keep_name).collect();
    with_chart_frame(context, velocity_chart_text(context, &velocity), keys, chart)
}

/// Returns the texts of the velocity chart.
pub(super) fn velocity_text(context: &TemplateContext) -> ChartText {
    velocity_chart_text(context, &sprint_velocity(context))
}

fn sprint_velocity(context: &TemplateContext) -> Velocity {
    let commitment = context.options.commitment;
    match context.past_only {
        Some(past) => Velocity::from_past_sprints(past, commitment),
        None => Velocity::from_sprint(context.sprint, commitment),
    }
}

fn shown_bars(velocity: &Velocity) -> &[VelocityBar] {
    let from = velocity.bars.len().saturating_sub(MAX_SPRINTS);
    velocity.bars.get(from..).unwrap_or_default()
}

/// Slots along the axis; the sprints are in the middle of it.
struct BarSlots {
    count: usize,
    first: usize,
}

impl BarSlots {
    fn for_sprints(sprints: usize) -> Self {
        let count = sprints.max(MIN_SLOTS);
        Self { count, first: (count - sprints) / 2 }
    }

    fn slot_center(&self, sprint: usize) -> f64 {
        (self.first + sprint) as f64 + 0.5
    }
}

/// Returns the axis with the names under their bars. Empty slots have ticks too, since the bars' width depends on them.
fn slot_axis(context: &TemplateContext, bars: &[VelocityBar], slots: &BarSlots) -> Axis {
    let bar_at = |slot: usize| slot.checked_sub(slots.first).and_then(|sprint| bars.get(sprint));
    let label = |bar: &VelocityBar| vec![bidi_isolated(&truncate_start(&bar.name, MAX_NAME_CHARS))];
    let tick = |slot: usize| ExplicitTick {
        value: slot as f64 + 0.5,
        label: bar_at(slot).map_or_else(LabelLines::new, label),
        label_when_thinned: LabelLines::new(),
        major: slot + 1 == slots.first + bars.len(),
    };
    let ticks = (0..slots.count).map(tick).collect();
    let gap = context.sizes.figures.size * LABEL_GAP;
    let domain = DataRange { min: 0.0, max: slots.count as f64 };
    Axis::with_explicit_ticks(LayoutPosition::Bottom, domain, ticks, tick_style(context, gap))
}

fn bar_dataset(
    class: &'static str,
    label: &str,
    values: Vec<DataPoint>,
    styles: Indexable<BarStyle>,
) -> Dataset {
    let style = BarStyle::from_fill(Color::from_hex(0));
    let bars = Bars {
        category_fraction: BARS_SHARE,
        inflate: Indexable::uniform(None),
        styles,
        ..Bars::new(0.94, style)
    };
    let mark = Mark::Bars(bars);
    Dataset { class: Some(class), ..Dataset::new(label.to_owned(), values, mark) }
}

fn committed_bars(context: &TemplateContext, bars: &[VelocityBar], slots: &BarSlots) -> Dataset {
    let (theme, messages) = (context.theme, context.translator.messages);
    let hollow =
        FillPattern { color: theme.ideal, line_width: context.sizes.thin_line * 0.8, hatched: false };
    let style = BarStyle { pattern: Some(hollow), ..BarStyle::from_fill(theme.ideal) };
    let value = |(index, bar): (usize, &VelocityBar)| {
        DataPoint::new(slots.slot_center(index), bar.committed.map(Amount::to_f64))
    };
    let values = bars.iter().enumerate().map(value).collect();
    bar_dataset("committed", messages.committed, values, Indexable::uniform(style))
}

fn completed_bars(context: &TemplateContext, bars: &[VelocityBar], slots: &BarSlots) -> Dataset {
    let (theme, messages) = (context.theme, context.translator.messages);
    let hatched = FillPattern { color: theme.work, line_width: context.sizes.thin_line * 0.8, hatched: true };
    // The work completed so far in a running sprint is not its final value.
    let style = |index: usize| BarStyle {
        pattern: bars.get(index).filter(|bar| !bar.finished).map(|_| hatched),
        ..BarStyle::from_fill(theme.work)
    };
    let value = |(index, bar): (usize, &VelocityBar)| {
        DataPoint::new(slots.slot_center(index), Some(bar.completed.to_f64()))
    };
    let values = bars.iter().enumerate().map(value).collect();
    bar_dataset("completed", messages.completed, values, Indexable::from_fn(bars.len(), style))
}

/// Returns the amounts over both bars of each sprint.
fn bar_labels(
    context: &TemplateContext,
    bars: &[VelocityBar],
    slots: &BarSlots,
    sprints: AxisId,
) -> ValueLabels {
    let label = |index: usize, side: f64, amount: Amount| ValueLabel {
        cross_value: slots.slot_center(index) + side * BARS_SHARE / 4.0,
        value: amount.to_f64(),
        text: context.translator.format_number(amount),
    };
    let labels = |(index, bar): (usize, &VelocityBar)| {
        let committed = bar.committed.map(|amount| label(index, -1.0, amount));
        committed.into_iter().chain([label(index, 1.0, bar.completed)]).collect::<Vec<_>>()
    };
    ValueLabels {
        cross_axis: sprints,
        labels: bars.iter().enumerate().flat_map(labels).collect(),
        font: Font::from_style(context.sizes.figures),
        color: context.theme.text,
        with_background: true,
    }
}

/// Returns the mean of the last finished sprints as a line from the first of them to the end of the axis.
fn mean_line(
    context: &TemplateContext,
    velocity: &Velocity,
    bars: &[VelocityBar],
    slots: &BarSlots,
) -> Option<Dataset> {
    let (mean, theme, translator) = (velocity.mean?, context.theme, context.translator);
    let last = bars.iter().rposition(|bar| bar.finished)?;
    let first = (last + 1).saturating_sub(velocity.mean_sprint_count);
    let label = translator.format_count(&translator.messages.mean_of, velocity.mean_sprint_count, &[]);
    let line = dashed_line(context, theme.text, 3.0, 2.2);
    let ends = [slots.slot_center(first) - 0.5, slots.count as f64].map(|x| DataPoint::new(x, Some(mean)));
    let number = translator.format_number(rounded_to_tenth(mean));
    let end_label = Some(end_label(context, number, theme.text));
    Some(Dataset { end_label, ..line_dataset("mean", &label, 9.0, ends.to_vec(), line) })
}

fn rounded_to_tenth(mean: f64) -> Amount {
    Amount::from_f64_saturating((mean * 10.0).round() / 10.0)
}

/// Returns the sprint of a context that has only past sprints: with the name and unit of the last one. Its dates mean
/// nothing and are not written (see [`TemplateContext::past_only`]).
pub(super) fn placeholder_sprint(past: &[PastSprint]) -> Sprint {
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
        is_live: false,
        opening: Level::default(),
        items: Vec::new(),
        item_names: Vec::new(),
        events: Vec::new(),
        started_work: Vec::new(),
        resolution: Resolution::Day,
        gaps: Vec::new(),
        caveats: Vec::new(),
        past_sprints: Vec::new(),
    }
}

fn velocity_chart_text(context: &TemplateContext, velocity: &Velocity) -> ChartText {
    let translator = context.translator;
    let messages = translator.messages;
    let title = fill_placeholders(messages.alt_title_velocity, &[("sprint", &context.sprint.name)]);
    let mean = velocity.mean.map(|mean| {
        let amount = context.format_amount(rounded_to_tenth(mean));
        translator.format_count(&messages.velocity_mean, velocity.mean_sprint_count, &[("amount", &amount)])
    });
    let bars = shown_bars(velocity);
    let last = bars.iter().rev().find(|bar| bar.finished).map(|bar| velocity_sentence(context, bar));
    let headline = mean.as_ref().map(|_| join_parts([mean.clone(), last]));
    let rule = match velocity.commitment {
        Commitment::Start => messages.commitment_start,
        Commitment::End => messages.commitment_end,
    };
    let mut sentences: Vec<String> =
        partial_sentence(context).into_iter().chain(mean).chain([rule.to_owned()]).collect();
    // The latest sprint comes first, so that the oldest one is dropped when there is no room.
    push_while_fits(&mut sentences, bars.iter().rev().map(|bar| velocity_sentence(context, bar)));
    let alt_text = join_title_and_sentences(title.clone(), sentences);
    ChartText { title, headline, alt_text, footnotes: vec![rule.to_owned()] }
}

fn velocity_sentence(context: &TemplateContext, bar: &VelocityBar) -> String {
    let translator = context.translator;
    let messages = translator.messages;
    let name = bidi_isolated(&truncate_start(&bar.name, MAX_NAME_CHARS));
    let name = if bar.finished { name } else { fill_placeholders(messages.so_far, &[("sprint", &name)]) };
    let completed = translator.format_number(bar.completed);
    let Some(committed) = bar.committed else {
        let values = [("sprint", name.as_str()), ("completed", &completed)];
        return fill_placeholders(messages.velocity_only, &values);
    };
    let committed = translator.format_number(committed);
    let values = [("sprint", name.as_str()), ("completed", &completed), ("committed", &committed)];
    fill_placeholders(messages.velocity_row, &values)
}
