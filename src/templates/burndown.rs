//! The burndown: scope, ideal and remaining work over the days, and the daily changes below them.

use crate::chart::{Axis, Chart, DataPoint, Dataset, Symbol, SymbolStyle};
use crate::i18n::fill_placeholders;
use crate::scale::DataRange;
use crate::scene::Stroke;
use crate::sprint::{Level, Resolution};

use super::alt_text::{join_title_and_sentences, sprint_sentences};
use super::axes::{amount_axis, days_axis};
use super::changes_text::changes_sentence;
use super::chart_frame::with_chart_frame;
use super::context::TemplateContext;
use super::daily_changes::{change_axis, change_datasets};
use super::forecast::{ValueRange, add_forecast};
use super::forecast_text::forecast_note;
use super::headline::burndown_headline;
use super::historical_band::{add_band, highest_band_value};
use super::legend::keys_with_days_off;
use super::metrics::Phase;
use super::options::IdealBaseline;
use super::panel::Panel;
use super::rules_and_bands::add_rules_and_bands;
use super::scope_text::scope_label;
use super::series::{
    AREA_ALPHA, dashed_line, detach_end_label, end_label, known_levels, level_values, line_dataset,
    point_markers, ringed_disc, stepped_line, with_area_below,
};
use super::template::Template;
use super::text::ChartText;
use super::work_in_progress::in_progress_dataset;

/// Up to this many daily readings each one gets a marker.
const MAX_MARKED_READINGS: usize = 31;
/// Distance of the end label from the line where the forecast continues there, as a share of the axis.
const END_LABEL_OFFSET: f64 = 0.11;
/// Height of the upper panel as a multiple of the lower one, with their captions.
const WORK_PANEL_WEIGHT: f64 = 1.62;

pub(super) const TEMPLATE: Template =
    Template { draw: burndown_chart, write_text: burndown_text, extends_to_forecast: true };

/// Draws the burndown of a sprint.
fn burndown_chart(context: &TemplateContext) -> Chart {
    let mut chart = Chart::new(context.size);
    let days = chart.axes.push(days_axis(context));
    let work = chart.axes.push(work_axis(context));
    let mut upper_panel = Panel { chart: &mut chart, horizontal: days, vertical: work };
    add_lines(context, &mut upper_panel);
    add_rules_and_bands(context, &mut upper_panel);
    if !context.sizes.compact {
        let changes = chart.axes.push(change_axis(context, days));
        Panel { chart: &mut chart, horizontal: days, vertical: changes }.add_all(change_datasets(context));
    }
    let keys = keys_with_days_off(context, &chart.datasets);
    with_chart_frame(context, burndown_text(context), keys, chart)
}

/// Returns the texts of the burndown.
fn burndown_text(context: &TemplateContext) -> ChartText {
    let template = context.translator.messages.alt_title;
    let title = fill_placeholders(template, &[("sprint", &context.sprint.name)]);
    ChartText {
        headline: burndown_headline(context),
        alt_text: join_title_and_sentences(title.clone(), sprint_sentences(context)),
        footnotes: [changes_sentence(context), forecast_note(context)].into_iter().flatten().collect(),
        title,
    }
}

fn work_axis(context: &TemplateContext) -> Axis {
    let caption = context.translator.unit_name(context.unit());
    let axis = amount_axis(context, DataRange { min: 0.0, max: highest_value(context) }, caption);
    // The panel of the greater weight is on top.
    Axis { stack_weight: WORK_PANEL_WEIGHT, weight: 1.0, ..axis }
}

/// Adds the lines of the upper panel: the scope behind, then the ideal line, the remaining work in front.
fn add_lines(context: &TemplateContext, panel: &mut Panel) {
    panel.add_all(scope_line(context));
    panel.add_all(ideal_line(context));
    if let Some(line) = remaining_line(context) {
        add_remaining_work(context, line, panel);
    }
    panel.add_all(replanned_line(context));
    let range = ValueRange { from: context.metrics.remaining.to_f64(), to: 0.0 };
    add_forecast(context, &range, panel);
    add_band(context, panel);
}

/// Adds the line of the remaining work and the band of the work in progress under it.
fn add_remaining_work(context: &TemplateContext, line: Dataset, panel: &mut Panel) {
    let remaining = if context.metrics.forecast.is_some() {
        let [line, label] = detach_end_label(line, END_LABEL_OFFSET, highest_value(context));
        panel.add(label);
        panel.add(line)
    } else {
        panel.add(line)
    };
    panel.add_all(in_progress_dataset(context, remaining));
}

/// Returns the highest value of any line.
fn highest_value(context: &TemplateContext) -> f64 {
    let levels = known_levels(context);
    let shows_scope = has_scope_change(context);
    let level_top = |level: Level| {
        if shows_scope { level.scope.max(level.remaining()) } else { level.remaining() }
    };
    let highest = levels.iter().filter_map(|(_, level)| *level).map(level_top).max();
    let highest = highest.unwrap_or_default().max(context.metrics.committed).to_f64();
    highest_band_value(context).max(highest)
}

fn has_scope_change(context: &TemplateContext) -> bool {
    let ledger = &context.ledger;
    ledger.steps.iter().any(|step| step.level.scope != ledger.opening.scope)
}

/// Returns the ideal line that follows the scope, if the headline compares with it.
fn replanned_line(context: &TemplateContext) -> Option<Dataset> {
    let metrics = &context.metrics;
    let corners = metrics.replanned.iter();
    let values: Vec<_> = corners.map(|(at, y)| DataPoint::new(context.day_position(*at), Some(*y))).collect();
    let line = dashed_line(context, context.theme.ideal, 0.8, 2.0);
    let label = context.translator.messages.replanned;
    (!values.is_empty() && metrics.ideal_baseline == IdealBaseline::Current)
        .then(|| line_dataset("replanned", label, 1.5, values, line))
}

fn remaining_line(context: &TemplateContext) -> Option<Dataset> {
    let TemplateContext { translator, theme, sizes, metrics, .. } = context;
    if metrics.phase == Phase::NotStarted {
        return None;
    }
    let values = level_values(context, |level| level.remaining());
    let by_day = context.sprint.resolution == Resolution::Day;
    let has_markers = by_day && values.len() <= MAX_MARKED_READINGS;
    let reading = if has_markers { ringed_disc(context, sizes.thick_line) } else { SymbolStyle::invisible() };
    let points = point_markers(&values, &reading, &ringed_disc(context, sizes.thick_line * 1.5));
    let line = stepped_line(Stroke::solid(theme.work, sizes.thick_line), !by_day, points);
    let line = with_area_below(line, theme.work.with_alpha(AREA_ALPHA));
    let number = translator.format_number(metrics.remaining);
    // Without any estimate the remaining work is unknown.
    let is_known = !(metrics.scope.is_zero() && metrics.open_unestimated > 0);
    let text = fill_placeholders(translator.messages.remaining_n, &[("n", &number)]);
    Some(Dataset {
        end_label: is_known.then(|| end_label(context, text, theme.work)),
        ..line_dataset("remaining", translator.messages.remaining, 0.0, values, line)
    })
}

/// Returns the line of the scope, if the scope changed.
fn scope_line(context: &TemplateContext) -> Option<Dataset> {
    let TemplateContext { translator, theme, sizes, metrics, .. } = context;
    if !has_scope_change(context) {
        return None;
    }
    let values = level_values(context, |level| level.scope);
    let half = sizes.thin_line * 1.7;
    let radius = half * std::f64::consts::SQRT_2;
    let square = SymbolStyle::with_ring(Symbol::Rect, radius, theme.scope, Stroke::solid(theme.scope, 0.0));
    let points = point_markers(&values, &SymbolStyle::invisible(), &square);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let line = stepped_line(Stroke::solid(theme.scope, sizes.thin_line), stepped, points);
    let number = translator.format_number(metrics.scope);
    let text = fill_placeholders(translator.messages.scope_n, &[("n", &number)]);
    Some(Dataset {
        end_label: Some(end_label(context, text, theme.scope_text)),
        ..line_dataset("scope", &scope_label(context), 2.0, values, line)
    })
}

/// Returns the ideal line from the committed work to zero at the planned end, over working time only.
fn ideal_line(context: &TemplateContext) -> Option<Dataset> {
    let TemplateContext { sprint, translator, theme, .. } = context;
    if context.metrics.committed.is_zero() {
        return None;
    }
    let corners = sprint.ideal_line().into_iter();
    let values: Vec<_> = corners.map(|(at, y)| DataPoint::new(context.day_position(at), Some(y))).collect();
    let line = dashed_line(context, theme.ideal, 3.0, 2.2);
    let end_label = Some(end_label(context, translator.messages.ideal_label.to_owned(), theme.muted_text));
    let label = translator.messages.ideal;
    (!values.is_empty()).then(|| Dataset { end_label, ..line_dataset("ideal", label, 1.0, values, line) })
}
