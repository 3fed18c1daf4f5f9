//! The templates: a [`Sprint`] in, a [`Chart`] out, one file for each [`ReportKind`] and one for each part that several
//! of them share. Each template draws a chart and writes its texts: title, headline, alt text, footnotes.
//!
//! A new kind of report needs a file here, its name in `kind`, a row in `template_of` and its messages in `i18n`.

mod alt_text;
mod axes;
mod axis_days;
mod burndown;
mod burnup;
mod caveats;
mod changes_text;
mod chart_frame;
mod context;
mod cumulative_flow;
mod daily_changes;
mod drop_priority;
mod forecast;
mod forecast_text;
mod headline;
mod historical_band;
mod kind;
mod lateness;
mod legend;
#[cfg(feature = "messages")]
mod message_text;
mod metrics;
mod options;
mod panel;
mod release;
mod rules_and_bands;
mod scope_text;
mod series;
mod sizes;
mod template;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;
mod text;
mod titles;
#[cfg(feature = "trackers")]
mod tracker_caveats;
mod velocity;
mod work_in_progress;

pub use kind::ReportKind;
#[cfg(feature = "messages")]
pub use message_text::{ChangeText, ChangesText, MessageText};
pub(crate) use metrics::{Phase, SprintMetrics};
pub use options::{IdealBaseline, ReportOptions};

use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::geometry::Size;
use crate::i18n::Translator;
use crate::sprint::{Ledger, PastSprint, Sprint};
use context::TemplateContext;
use template::Template;
use text::ChartText;

/// The size for which texts are written that are not drawn: large enough for all facts.
const TEXT_SIZE: Size = Size { width: 1600.0, height: 900.0 };

/// Returns the template of a kind of report.
fn template_of(kind: ReportKind) -> Template {
    match kind {
        ReportKind::Burndown => burndown::TEMPLATE,
        ReportKind::Burnup => burnup::TEMPLATE,
        ReportKind::CumulativeFlow => cumulative_flow::TEMPLATE,
        ReportKind::Velocity => velocity::TEMPLATE,
        ReportKind::Release => release::TEMPLATE,
    }
}

/// The report of a sprint: its numbers, computed once, from which the texts are written and the chart is drawn.
pub(crate) struct SprintReport<'a> {
    context: TemplateContext<'a>,
    template: Template,
}

impl<'a> SprintReport<'a> {
    pub(crate) fn new(sprint: &'a Sprint, options: &'a ReportOptions, translator: &'a Translator) -> Self {
        let context = TemplateContext::new(sprint, options, translator, Theme::LIGHT, TEXT_SIZE);
        Self { context, template: template_of(options.kind) }
    }

    pub(crate) fn sprint(&self) -> &'a Sprint {
        self.context.sprint
    }

    pub(crate) fn options(&self) -> &'a ReportOptions {
        self.context.options
    }

    pub(crate) fn ledger(&self) -> &Ledger {
        &self.context.ledger
    }

    pub(crate) fn metrics(&self) -> &SprintMetrics {
        &self.context.metrics
    }

    /// Writes the texts; the headline is `None` while the data are thin.
    pub(crate) fn text(&self) -> ChartText {
        (self.template.write_text)(&self.context)
    }

    /// Writes the texts for a message beside the picture.
    #[cfg(feature = "messages")]
    pub(crate) fn message(&self) -> MessageText {
        message_text::message_text(&self.context)
    }

    /// Draws the chart.
    pub(crate) fn draw_chart(self, theme: Theme, size: Size) -> Chart {
        let mut context = self.context.with_style(theme, size);
        if !self.template.extends_to_forecast {
            context.days = context.sprint.days();
        }
        (self.template.draw)(&context)
    }
}

/// Draws the velocity of past sprints without a sprint of their own.
pub(crate) fn past_velocity_chart(
    past: &[PastSprint],
    options: &ReportOptions,
    translator: &Translator,
    theme: Theme,
    size: Size,
) -> Chart {
    let sprint = velocity::placeholder_sprint(past);
    let context = TemplateContext::new(&sprint, options, translator, theme, size);
    velocity::velocity_chart(&context.with_past_only(past))
}

/// Writes the texts of the velocity of past sprints without a sprint of their own.
pub(crate) fn past_velocity_text(
    past: &[PastSprint],
    options: &ReportOptions,
    translator: &Translator,
) -> ChartText {
    let sprint = velocity::placeholder_sprint(past);
    let context = TemplateContext::new(&sprint, options, translator, Theme::LIGHT, TEXT_SIZE);
    velocity::velocity_text(&context.with_past_only(past))
}
