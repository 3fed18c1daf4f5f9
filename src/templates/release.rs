//! A release over its sprints: Mike Cohn's bars, and the trends of their tops and bottoms.

use jiff::Span;
use jiff::civil::Date;

use crate::chart::{
    Axis, AxisId, BarStyle, Bars, Chart, DataPoint, Dataset, ExplicitTick, Font, Indexable, LabelLines,
    LayoutPosition, Mark, ValueLabel, ValueLabels,
};
use crate::color::Color;
use crate::i18n::fill_placeholders;
use crate::scale::DataRange;
use crate::sprint::{Amount, Release, ReleaseBar};

use super::alt_text::{join_title_and_sentences, push_while_fits, sprint_sentences};
use super::axes::{LABEL_GAP, amount_axis, caption_clearance, tick_style, with_tight_limits};
use super::chart_frame::with_chart_frame;
use super::context::TemplateContext;
use super::legend::legend_keys;
use super::panel::Panel;
use super::series::{dashed_line, line_dataset};
use super::template::Template;
use super::text::{ChartText, join_parts};

/// Maximal number of slots for future sprints as a share of the existing bars, but at least `MIN_FUTURE_SLOTS`.
const MAX_FUTURE_SHARE: f64 = 1.0;
const MIN_FUTURE_SLOTS: usize = 2;

pub(super) const TEMPLATE: Template =
    Template { draw: release_chart, write_text: release_text, extends_to_forecast: false };

/// Draws the release burndown.
fn release_chart(context: &TemplateContext) -> Chart {
    let release = Release::from_sprint(context.sprint, context.options.sprint_days);
    let slots = slot_count(&release);
    let mut datasets = bar_datasets(context, &release);
    datasets.extend(trend_lines(context, &release, slots));
    let mut chart = Chart::new(context.size);
    let dates = chart.axes.push(date_axis(context, &release, slots));
    let extent = value_extent(&datasets);
    let work = amount_axis(context, extent, context.translator.unit_name(context.unit()));
    let span = (extent.max - extent.min).max(1.0);
    let limits = DataRange { min: extent.min - span * 0.03, max: extent.max + span * 0.01 };
    let work = chart.axes.push(Axis {
        value_labels: Some(remaining_labels(context, &release, dates)),
        inset: (0.0, caption_clearance(context)),
        ..with_tight_limits(work, limits)
    });
    Panel { chart: &mut chart, horizontal: dates, vertical: work }.add_all(datasets);
    let keys = legend_keys(context, &chart.datasets);
    with_chart_frame(context, release_text(context), keys, chart)
}

/// Returns the range of all bars and lines, which includes 0.
fn value_extent(datasets: &[Dataset]) -> DataRange {
    let values = datasets.iter().flat_map(|set| &set.data);
    let ends = values.flat_map(|value| {
        let (low, high) = value.floating_range.unzip();
        [low, high, value.value].into_iter().flatten()
    });
    let mut extent = DataRange { min: 0.0, max: 0.0 };
    ends.for_each(|end| extent.include(end));
    extent
}

/// Returns the number of bars and of slots for the trends beyond them.
fn slot_count(release: &Release) -> usize {
    let bars = release.bars.len();
    let max_future = (libm::ceil(bars as f64 * MAX_FUTURE_SHARE) as usize).max(MIN_FUTURE_SLOTS);
    let sprints_left = release.sprints_left.map(|sprints| libm::ceil(sprints) as usize);
    let future = sprints_left.map_or(max_future, |sprints| sprints.saturating_add(1));
    bars + future.min(max_future)
}

fn date_axis(context: &TemplateContext, release: &Release, slots: usize) -> Axis {
    let last = release.bars.len().saturating_sub(1);
    let now = release.bars.last().map(|bar| bar.date);
    let sprint_days = context.options.sprint_days;
    let date = |slot: usize| -> Option<Date> {
        if let Some(bar) = release.bars.get(slot) {
            return Some(bar.date);
        }
        let later = i64::try_from((slot - last).saturating_mul(sprint_days)).unwrap_or(i64::MAX).min(100_000);
        Some(now?.saturating_add(Span::new().days(later)))
    };
    let label = |date| vec![context.translator.format_day_month(date)];
    let tick = |slot: usize| ExplicitTick {
        value: slot as f64 + 0.5,
        label: date(slot).map_or_else(LabelLines::new, label),
        label_when_thinned: LabelLines::new(),
        major: false,
    };
    let ticks = (0..slots).map(tick).collect();
    let gap = context.sizes.figures.size * LABEL_GAP;
    let domain = DataRange { min: 0.0, max: slots as f64 };
    Axis::with_explicit_ticks(LayoutPosition::Bottom, domain, ticks, tick_style(context, gap))
}

/// Returns the remaining work of the first scope above zero, and the added work below.
fn bar_datasets(context: &TemplateContext, release: &Release) -> Vec<Dataset> {
    let (theme, messages) = (context.theme, context.translator.messages);
    let above = bar_values(release, |bar| (bar.bottom.max(Amount::ZERO), bar.top));
    let below = bar_values(release, |bar| (bar.bottom, bar.top.min(Amount::ZERO)));
    let sets = [
        bar_dataset("remaining", messages.remaining, theme.work, above),
        bar_dataset("added", messages.added, theme.scope, below),
    ];
    sets.into_iter().filter(|set| !set.data.is_empty()).collect()
}

/// Returns the part of each bar between two amounts, where it is not empty.
fn bar_values(release: &Release, ends_of: fn(&ReleaseBar) -> (Amount, Amount)) -> Vec<DataPoint> {
    let value = |(index, bar): (usize, &ReleaseBar)| {
        let (low, high) = ends_of(bar);
        let ends = Some((low.to_f64(), high.to_f64()));
        (high > low).then(|| DataPoint {
            floating_range: ends,
            ..DataPoint::new(index as f64 + 0.5, Some(high.to_f64()))
        })
    };
    release.bars.iter().enumerate().filter_map(value).collect()
}

fn bar_dataset(class: &'static str, label: &str, color: Color, values: Vec<DataPoint>) -> Dataset {
    let style = BarStyle::from_fill(color);
    let bars = Bars { grouped: false, inflate: Indexable::uniform(None), ..Bars::new(0.66, style) };
    let mark = Mark::Bars(bars);
    Dataset { class: Some(class), ..Dataset::new(label.to_owned(), values, mark) }
}

/// Returns the remaining work over each bar.
fn remaining_labels(context: &TemplateContext, release: &Release, dates: AxisId) -> ValueLabels {
    let label = |(index, bar): (usize, &ReleaseBar)| ValueLabel {
        cross_value: index as f64 + 0.5,
        value: bar.top.max(Amount::ZERO).to_f64(),
        text: context.translator.format_number(bar.remaining()),
    };
    ValueLabels {
        cross_axis: dates,
        labels: release.bars.iter().enumerate().map(label).collect(),
        font: Font::from_style(context.sizes.figures),
        color: context.theme.text,
        with_background: true,
    }
}

/// Returns the trends from the last bar on: tops fall by the mean of the done work and bottoms by the mean of the added
/// work, until they meet.
fn trend_lines(context: &TemplateContext, release: &Release, slots: usize) -> Vec<Dataset> {
    let (theme, messages) = (context.theme, context.translator.messages);
    let (Some(velocity), Some(growth), Some(last)) = (release.velocity, release.growth, release.bars.last())
    else {
        return Vec::new();
    };
    if last.remaining() <= Amount::ZERO {
        return Vec::new();
    }
    let from = release.bars.len() as f64 - 0.5;
    let room = slots as f64 - from;
    let ahead = release.sprints_left.unwrap_or(room).min(room);
    let trend = |class, label: &str, color, start: Amount, slope: f64| {
        let start = start.to_f64();
        let ends = [(from, start), (from + ahead, start - slope * ahead)];
        let values = ends.map(|(x, y)| DataPoint::new(x, Some(y))).to_vec();
        line_dataset(class, label, -1.0, values, dashed_line(context, color, 3.0, 2.2))
    };
    vec![
        trend("trend-done", messages.trend_done, theme.work, last.top, velocity),
        trend("trend-scope", messages.trend_scope, theme.scope, last.bottom, growth),
    ]
}

/// Returns the texts of the release burndown.
fn release_text(context: &TemplateContext) -> ChartText {
    let messages = context.translator.messages;
    let release = Release::from_sprint(context.sprint, context.options.sprint_days);
    let title = fill_placeholders(messages.alt_title_release, &[("sprint", &context.sprint.name)]);
    let remaining = context.metrics.remaining;
    let left = fill_placeholders(messages.left, &[("amount", &context.format_amount(remaining))]);
    let end = end_sentence(context, &release).filter(|_| !remaining.is_zero());
    let pace = pace_sentence(context, &release);
    let headline = end.is_some().then(|| {
        let pace = pace.clone().filter(|_| !context.sizes.compact);
        join_parts([Some(left.clone()), end.clone(), pace])
    });
    let mut sentences: Vec<String> = [Some(left), end, pace].into_iter().flatten().collect();
    push_while_fits(&mut sentences, sprint_sentences(context).into_iter());
    let alt_text = join_title_and_sentences(title.clone(), sentences);
    ChartText { title, headline, alt_text, footnotes: Vec::new() }
}

/// Returns the number of sprints that are left; `None` without a velocity.
fn end_sentence(context: &TemplateContext, release: &Release) -> Option<String> {
    let translator = context.translator;
    let messages = translator.messages;
    release.velocity?;
    Some(match release.sprints_left {
        Some(sprints) => {
            let sprints = libm::ceil(sprints).min(1e6) as usize;
            translator.format_count(&messages.release_sprints, sprints, &[])
        }
        None => messages.release_never.to_owned(),
    })
}

/// Returns the mean velocity and the mean growth of scope.
fn pace_sentence(context: &TemplateContext, release: &Release) -> Option<String> {
    let translator = context.translator;
    let (velocity, growth) = release.velocity.zip(release.growth)?;
    let to_tenth = |value: f64| Amount::from_f64_saturating((value * 10.0).round() / 10.0);
    let velocity = translator.format_number(to_tenth(velocity));
    let growth = translator.format_signed(to_tenth(growth));
    let values = [("velocity", velocity.as_str()), ("growth", &growth)];
    Some(fill_placeholders(translator.messages.release_pace, &values))
}
