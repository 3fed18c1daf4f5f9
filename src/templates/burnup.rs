//! The burnup: done work rises towards the scope.

use jiff::Timestamp;

use crate::chart::{Chart, DataPoint, Dataset, PointSymbols, SymbolStyle};
use crate::i18n::fill_placeholders;
use crate::scale::DataRange;
use crate::scene::Stroke;
use crate::sprint::Resolution;

use super::alt_text::{join_title_and_sentences, sprint_sentences};
use super::axes::{amount_axis, days_axis};
use super::changes_text::changes_sentence;
use super::chart_frame::with_chart_frame;
use super::context::TemplateContext;
use super::forecast::{ValueRange, add_forecast};
use super::forecast_text::{forecast_note, forecast_verdict};
use super::headline::plan_verdict;
use super::legend::keys_with_days_off;
use super::metrics::Phase;
use super::panel::Panel;
use super::rules_and_bands::add_rules_and_bands;
use super::scope_text::scope_label;
use super::series::{
    AREA_ALPHA, dashed_line, detach_end_label, end_label, level_values, line_dataset, point_markers,
    ringed_disc, stepped_line, with_area_below,
};
use super::template::Template;
use super::text::{ChartText, join_parts};

/// Distance of the end label under the line where the forecast continues there, as a share of the axis.
const END_LABEL_OFFSET: f64 = 0.07;

pub(super) const TEMPLATE: Template =
    Template { draw: burnup_chart, write_text: burnup_text, extends_to_forecast: true };

/// Draws the burnup of a sprint.
fn burnup_chart(context: &TemplateContext) -> Chart {
    let mut chart = Chart::new(context.size);
    let caption = context.translator.unit_name(context.unit());
    let days = chart.axes.push(days_axis(context));
    let range = DataRange { min: 0.0, max: axis_max(context) };
    let work = chart.axes.push(amount_axis(context, range, caption));
    let mut panel = Panel { chart: &mut chart, horizontal: days, vertical: work };
    add_lines(context, &mut panel);
    add_rules_and_bands(context, &mut panel);
    let keys = keys_with_days_off(context, &chart.datasets);
    with_chart_frame(context, burnup_text(context), keys, chart)
}

fn axis_max(context: &TemplateContext) -> f64 {
    let ledger = &context.ledger;
    let scopes = ledger.steps.iter().map(|step| step.level.scope).chain([ledger.opening.scope]);
    // Leaves room over the scope for its end label.
    scopes.max().unwrap_or_default().to_f64() * 1.1
}

/// Adds scope, both ideal lines, the done work in front, the forecast behind.
fn add_lines(context: &TemplateContext, panel: &mut Panel) {
    let metrics = &context.metrics;
    if metrics.phase != Phase::NotStarted {
        let done = done_line(context);
        if metrics.forecast.is_some() {
            panel.add_all(detach_end_label(done, -END_LABEL_OFFSET, axis_max(context)));
        } else {
            panel.add(done);
        }
        panel.add(scope_line(context));
    }
    panel.add_all(ideal_lines(context));
    let range = ValueRange { from: metrics.done.to_f64(), to: metrics.scope.to_f64() };
    add_forecast(context, &range, panel);
}

fn done_line(context: &TemplateContext) -> Dataset {
    let TemplateContext { translator, theme, sizes, metrics, .. } = context;
    let messages = translator.messages;
    let values = level_values(context, |level| level.done);
    let disc = ringed_disc(context, sizes.thick_line * 1.5);
    let points = point_markers(&values, &SymbolStyle::invisible(), &disc);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let line = stepped_line(Stroke::solid(theme.work, sizes.thick_line), stepped, points);
    let line = with_area_below(line, theme.work.with_alpha(AREA_ALPHA));
    let text = fill_placeholders(messages.done_n, &[("n", &translator.format_number(metrics.done))]);
    let end_label = Some(end_label(context, text, theme.work));
    Dataset { end_label, ..line_dataset("done", messages.done, 0.0, values, line) }
}

fn scope_line(context: &TemplateContext) -> Dataset {
    let TemplateContext { translator, theme, sizes, metrics, .. } = context;
    let messages = translator.messages;
    let values = level_values(context, |level| level.scope);
    let stepped = context.sprint.resolution == Resolution::Instant;
    let line =
        stepped_line(Stroke::solid(theme.scope, sizes.thin_line), stepped, PointSymbols::without_symbols());
    let text = fill_placeholders(messages.scope_n, &[("n", &translator.format_number(metrics.scope))]);
    let end_label = Some(end_label(context, text, theme.scope_text));
    Dataset { end_label, ..line_dataset("scope", &scope_label(context), 1.0, values, line) }
}

/// Returns the ideal line of the committed work, and the re-planned one from the first change of scope on.
fn ideal_lines(context: &TemplateContext) -> Vec<Dataset> {
    let TemplateContext { translator, theme, metrics, .. } = context;
    let messages = translator.messages;
    if metrics.committed.is_zero() {
        return Vec::new();
    }
    let opening_scope = context.ledger.opening.scope.to_f64();
    let corners = context.sprint.ideal_line().into_iter();
    let committed =
        corners.map(|(at, left)| DataPoint::new(context.day_position(at), Some(opening_scope - left)));
    let line = dashed_line(context, theme.ideal, 3.0, 2.2);
    let end_label = Some(end_label(context, messages.ideal_label.to_owned(), theme.muted_text));
    let ideal = line_dataset("ideal", messages.ideal, 2.0, committed.collect(), line);
    let line = dashed_line(context, theme.ideal, 0.8, 2.2);
    let replanned = line_dataset("replanned", messages.replanned, 3.0, replanned_values(context), line);
    let sets = [Dataset { end_label, ..ideal }, replanned];
    sets.into_iter().filter(|set| !set.data.is_empty()).collect()
}

/// Returns the planned done work of the scope as it was planned from each change on.
fn replanned_values(context: &TemplateContext) -> Vec<DataPoint> {
    let mut scope = context.ledger.opening.scope.to_f64();
    let mut values = Vec::new();
    let mut before: Option<(Timestamp, f64)> = None;
    for (at, left) in &context.metrics.replanned {
        match before.filter(|(instant, _)| instant == at) {
            // A change has two corners at its instant. Scope and remaining work move alike there, so the planned done
            // work stays the same.
            Some((_, left_before)) => scope += left - left_before,
            None => values.push(DataPoint::new(context.day_position(*at), Some(scope - left))),
        }
        before = Some((*at, *left));
    }
    values
}

/// Returns the texts of the burnup.
fn burnup_text(context: &TemplateContext) -> ChartText {
    let TemplateContext { translator, metrics, .. } = context;
    let messages = translator.messages;
    let title = fill_placeholders(messages.alt_title_burnup, &[("sprint", &context.sprint.name)]);
    let done = translator.format_number(metrics.done);
    let scope = context.format_amount(metrics.scope);
    let progress = fill_placeholders(messages.done_of_scope, &[("done", &done), ("scope", &scope)]);
    let verdict = plan_verdict(context);
    let has_headline = verdict.is_some();
    let headline = join_parts([Some(progress), verdict, forecast_verdict(context)]);
    ChartText {
        headline: has_headline.then_some(headline),
        alt_text: join_title_and_sentences(title.clone(), sprint_sentences(context)),
        footnotes: [changes_sentence(context), forecast_note(context)].into_iter().flatten().collect(),
        title,
    }
}
