//! The input of every template: the sprint with its numbers, the language, the theme and the sizes.

use jiff::Timestamp;

use crate::chart::theme::Theme;
use crate::geometry::Size;
use crate::i18n::Translator;
use crate::sprint::{Amount, Day, Ledger, PastSprint, Sprint, Unit};

use super::axis_days::days_with_forecast;
use super::metrics::SprintMetrics;
use super::options::ReportOptions;
use super::sizes::Sizes;

/// The input of every template.
pub(super) struct TemplateContext<'a> {
    pub(super) sprint: &'a Sprint,
    pub(super) ledger: Ledger,
    pub(super) metrics: SprintMetrics,
    pub(super) options: &'a ReportOptions,
    pub(super) translator: &'a Translator,
    pub(super) theme: Theme,
    pub(super) size: Size,
    pub(super) sizes: Sizes,
    /// The days of the horizontal axis: the sprint's days, and more if the forecast reaches beyond them.
    pub(super) days: Vec<Day>,
    /// The sprints of a velocity report without a sprint of its own. The sprint above is then a placeholder whose dates
    /// mean nothing, so no dates are written.
    pub(super) past_only: Option<&'a [PastSprint]>,
}

impl<'a> TemplateContext<'a> {
    pub(super) fn new(
        sprint: &'a Sprint,
        options: &'a ReportOptions,
        translator: &'a Translator,
        theme: Theme,
        size: Size,
    ) -> Self {
        let ledger = sprint.ledger();
        let metrics = SprintMetrics::new(sprint, &ledger, options);
        let days = days_with_forecast(sprint, metrics.forecast.as_ref());
        let sizes = Sizes::new(size);
        Self { sprint, ledger, metrics, options, translator, theme, size, sizes, days, past_only: None }
    }

    /// Returns the context for drawing in a theme and a size.
    pub(super) fn with_style(self, theme: Theme, size: Size) -> Self {
        Self { theme, size, sizes: Sizes::new(size), ..self }
    }

    /// Returns the context of past sprints alone; its own sprint is a placeholder.
    pub(super) fn with_past_only(self, past: &'a [PastSprint]) -> Self {
        Self { past_only: Some(past), days: Vec::new(), ..self }
    }
}

impl TemplateContext<'_> {
    /// Returns the position of an instant on the horizontal axis, which counts sprint days: every day is equally
    /// wide, also one of 23 or 25 hours.
    pub(super) fn day_position(&self, at: Timestamp) -> f64 {
        let days = &self.days;
        let index = days.partition_point(|day| day.to <= at);
        let Some(day) = days.get(index) else { return days.len() as f64 };
        let seconds = |from: Timestamp, to: Timestamp| to.duration_since(from).as_secs_f64();
        let share = seconds(day.from, at) / seconds(day.from, day.to);
        index as f64 + share.clamp(0.0, 1.0)
    }

    /// Formats an amount with the sprint's unit: "7 points".
    pub(super) fn format_amount(&self, amount: Amount) -> String {
        self.translator.format_amount(amount, self.unit())
    }

    pub(super) fn unit(&self) -> Unit {
        self.sprint.unit
    }

    /// Formats an instant in the team's zone; the end of a sprint day and the start of the first day are written as
    /// that day.
    pub(super) fn format_instant_or_ended_day(&self, at: Timestamp) -> String {
        let is_first_start = self.ledger.days.first().is_some_and(|day| day.day.from == at);
        if is_first_start || self.is_day_end(at) {
            return self.format_ended_day(at);
        }
        self.format_date_time(at)
    }

    /// Formats an instant in the team's zone; the start of a day is written as that day.
    pub(super) fn format_instant_or_started_day(&self, at: Timestamp) -> String {
        let day = self.sprint.calendar.day_at(at);
        if day.from == at {
            return self.translator.format_weekday_date(day.date);
        }
        self.format_date_time(at)
    }

    /// Formats the sprint day that contains an instant or ends at it.
    pub(super) fn format_ended_day(&self, at: Timestamp) -> String {
        let day = self.ledger.days.iter().rfind(|day| day.day.from < at).or(self.ledger.days.first());
        day.map_or_else(String::new, |day| self.translator.format_weekday_date(day.day.date))
    }

    fn format_date_time(&self, at: Timestamp) -> String {
        self.translator.format_date_time(at.to_zoned(self.sprint.calendar.zone.clone()).datetime())
    }

    fn is_day_end(&self, at: Timestamp) -> bool {
        self.ledger.days.iter().any(|day| day.day.to == at || day.day.last_instant() == at)
    }
}
