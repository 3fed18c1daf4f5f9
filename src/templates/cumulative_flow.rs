//! Cumulative flow: work by state, one area on the other. The height of the middle area is the work in progress.

use crate::chart::{Chart, DataPoint, Dataset, FillTarget};
use crate::color::Color;
use crate::i18n::fill_placeholders;
use crate::scale::DataRange;
use crate::sprint::{Amount, FlowState};

use super::alt_text::{join_title_and_sentences, push_while_fits, sprint_sentences};
use super::axes::{amount_axis, days_axis};
use super::changes_text::changes_sentence;
use super::chart_frame::with_chart_frame;
use super::context::TemplateContext;
use super::legend::keys_with_days_off;
use super::metrics::Phase;
use super::panel::Panel;
use super::rules_and_bands::add_rules_and_bands;
use super::series::{
    LABEL_ANCHOR_CLASS, area_line, end_label, flow_values, invisible_line, line_dataset,
    stepped_by_resolution,
};
use super::template::Template;
use super::text::{ChartText, join_parts};

/// An area of the chart.
struct FlowLayer {
    class: &'static str,
    name: &'static str,
    /// The template of the end label.
    label: &'static str,
    /// The amount of the end label.
    amount: Amount,
    /// The upper edge of the area.
    top: fn(&FlowState) -> Amount,
    /// Opacity, of 255; done work is darkest.
    alpha: u8,
}

/// Returns the areas from the bottom up.
fn flow_layers(context: &TemplateContext) -> Vec<FlowLayer> {
    let messages = context.translator.messages;
    let now = latest_state(context);
    let mut layers = vec![FlowLayer {
        class: "done",
        name: messages.done,
        label: messages.done_n,
        amount: now.done,
        top: |state| state.done,
        alpha: 205,
    }];
    if context.sprint.knows_started_work() {
        layers.push(FlowLayer {
            class: "in-progress",
            name: messages.in_progress,
            label: messages.in_progress_n,
            amount: now.started,
            top: |state| state.done + state.started,
            alpha: 115,
        });
    }
    layers.push(FlowLayer {
        class: "to-do",
        name: messages.to_do,
        label: messages.to_do_n,
        amount: now.to_do,
        top: FlowState::scope,
        alpha: 42,
    });
    layers
}

fn latest_state(context: &TemplateContext) -> FlowState {
    context.sprint.flow_steps(true).last().map(|step| step.state).unwrap_or_default()
}

pub(super) const TEMPLATE: Template =
    Template { draw: cumulative_flow_chart, write_text: cumulative_flow_text, extends_to_forecast: false };

/// Draws the cumulative flow of a sprint.
fn cumulative_flow_chart(context: &TemplateContext) -> Chart {
    let steps = context.sprint.flow_steps(true);
    let highest = steps.iter().map(|step| step.state.scope()).max().unwrap_or_default().to_f64();
    let caption = context.translator.unit_name(context.sprint.flow_unit());
    let mut chart = Chart::new(context.size);
    let days = chart.axes.push(days_axis(context));
    let work = chart.axes.push(amount_axis(context, DataRange { min: 0.0, max: highest }, caption));
    let mut panel = Panel { chart: &mut chart, horizontal: days, vertical: work };
    add_rules_and_bands(context, &mut panel);
    if context.metrics.phase != Phase::NotStarted {
        add_areas(context, &mut panel);
        panel.add_all(label_datasets(context));
    }
    let keys = keys_with_days_off(context, &chart.datasets);
    with_chart_frame(context, cumulative_flow_text(context), keys, chart)
}

/// Adds the areas from the bottom up, each filled down to the one below.
fn add_areas(context: &TemplateContext, panel: &mut Panel) {
    let theme = context.theme;
    let steps = context.sprint.flow_steps(true);
    let mut target = FillTarget::Origin;
    for (index, layer) in flow_layers(context).into_iter().enumerate() {
        let area = area_line(opaque_blend(theme.work, theme.background, layer.alpha), target);
        let values = flow_values(context, &steps, |state| (layer.top)(state).to_f64());
        let line = stepped_by_resolution(context, area);
        let dataset = line_dataset(layer.class, layer.name, index as f64, values, line);
        target = FillTarget::Dataset(panel.add(dataset));
    }
}

/// Returns the labels at the right ends of the areas, each in the middle of its area.
fn label_datasets(context: &TemplateContext) -> Vec<Dataset> {
    let (now, mut below) = (latest_state(context), 0.0);
    let dataset = |(index, layer): (usize, FlowLayer)| {
        let top = (layer.top)(&now).to_f64();
        let middle = (below + top) / 2.0;
        below = top;
        let number = context.translator.format_number(layer.amount);
        let text = fill_placeholders(layer.label, &[("n", &number)]);
        let color = if index == 0 { context.theme.work } else { context.theme.text };
        let anchor = vec![DataPoint::new(context.day_position(context.sprint.as_of), Some(middle))];
        Dataset {
            end_label: Some(end_label(context, text, color)),
            ..line_dataset(LABEL_ANCHOR_CLASS, layer.name, 9.0, anchor, invisible_line(color))
        }
    };
    flow_layers(context).into_iter().enumerate().map(dataset).collect()
}

/// Blends a colour of this opacity over a background into an opaque colour, so that areas don't show through each other.
fn opaque_blend(color: Color, background: Color, alpha: u8) -> Color {
    let share = f64::from(alpha) / 255.0;
    let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
    let [r, g, b] = color.rgb;
    let [x, y, z] = background.rgb;
    Color { rgb: [mix(r, x), mix(g, y), mix(b, z)], alpha: 255 }
}

/// Returns the texts of the cumulative flow.
fn cumulative_flow_text(context: &TemplateContext) -> ChartText {
    let translator = context.translator;
    let template = translator.messages.alt_title_flow;
    let title = fill_placeholders(template, &[("sprint", &context.sprint.name)]);
    let unit = context.sprint.flow_unit();
    // The first fact names the unit for all.
    let part = |(index, layer): (usize, &FlowLayer)| {
        let amount = layer.amount;
        let n = if index == 0 {
            translator.format_amount(amount, unit)
        } else {
            translator.format_number(amount)
        };
        fill_placeholders(layer.label, &[("n", &n)])
    };
    let parts: Vec<String> = flow_layers(context).iter().enumerate().map(part).collect();
    let has_started = context.metrics.phase != Phase::NotStarted;
    let has_headline = has_started && !latest_state(context).scope().is_zero();
    let mut parts = parts.into_iter();
    let headline = join_parts([parts.next(), parts.next(), parts.next()]);
    let mut sentences: Vec<String> = has_headline.then(|| headline.clone()).into_iter().collect();
    push_while_fits(&mut sentences, sprint_sentences(context).into_iter());
    ChartText {
        headline: has_headline.then_some(headline),
        alt_text: join_title_and_sentences(title.clone(), sentences),
        footnotes: changes_sentence(context).into_iter().collect(),
        title,
    }
}
