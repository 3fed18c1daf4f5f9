//! The forecast in words.

use jiff::Timestamp;

use crate::i18n::fill_placeholders;
use crate::limits::MAX_FORECAST_DAYS;
use crate::sprint::{CompletionDate, Forecast, ForecastMethod};

use super::axis_days::HEADLINE_PERCENT;
use super::context::TemplateContext;
use super::lateness::lateness_suffix;
use super::metrics::Phase;

/// Returns the date of completion for the headline, with its distance from the planned end.
pub(super) fn forecast_verdict(context: &TemplateContext) -> Option<String> {
    let forecast = context.metrics.forecast.as_ref()?;
    let completion = forecast.completion_for_percent(HEADLINE_PERCENT)?;
    Some(completion_text(context, completion) + &lateness_suffix(context, completion.at))
}

fn completion_text(context: &TemplateContext, completion: &CompletionDate) -> String {
    let messages = context.translator.messages;
    let percent = completion.percent.map(|percent| percent.to_string()).unwrap_or_default();
    let date = completion.at.map(|at| completion_day(context, at)).unwrap_or_default();
    let days = MAX_FORECAST_DAYS.to_string();
    let template = match (completion.percent, completion.at) {
        (Some(_), Some(_)) => messages.forecast_by,
        (Some(_), None) => messages.forecast_beyond,
        (None, Some(_)) => messages.forecast_average,
        (None, None) => messages.average_beyond,
    };
    fill_placeholders(template, &[("percent", &percent), ("date", &date), ("days", &days)])
}

/// Formats the working day that contains an instant or ends at it, also a day after the sprint.
pub(super) fn completion_day(context: &TemplateContext, at: Timestamp) -> String {
    let day = context.sprint.calendar.day_at(at);
    let before = context.sprint.calendar.day_of(day.date.yesterday().unwrap_or(day.date));
    let day = if day.from == at && at > context.sprint.start { before } else { day };
    // No line break within the date.
    context.translator.format_weekday_date(day.date).replace(' ', "\u{a0}")
}

/// Returns the basis of the forecast and the likelihood of the planned end, or why there is none, for the footer.
pub(super) fn forecast_note(context: &TemplateContext) -> Option<String> {
    let Some(forecast) = &context.metrics.forecast else { return missing_forecast_note(context) };
    let translator = context.translator;
    let messages = translator.messages;
    let basis = translator.format_count(&messages.forecast_note, forecast.history_days, &[]);
    let scope = if forecast.growth { messages.scope_growing } else { messages.scope_still };
    let chance = chance_text(context, forecast).map(|chance| format!("; {chance}")).unwrap_or_default();
    Some(format!("{basis}, {scope}{chance}"))
}

/// Returns why a running sprint with open work has no forecast.
fn missing_forecast_note(context: &TemplateContext) -> Option<String> {
    let TemplateContext { translator, metrics, options, sprint, .. } = context;
    let is_wanted = options.forecast != ForecastMethod::Off && metrics.phase == Phase::Running;
    if !is_wanted || metrics.remaining.is_zero() {
        return None;
    }
    if metrics.known_at < sprint.as_of {
        return Some(translator.messages.no_forecast_in_gap.to_owned());
    }
    Some(translator.format_count(&translator.messages.no_forecast, metrics.missing_history?, &[]))
}

/// Returns the likelihood of the planned end; `None` once that end has passed.
pub(super) fn chance_text(context: &TemplateContext, forecast: &Forecast) -> Option<String> {
    let share = forecast.probability_by_end.filter(|_| context.sprint.as_of < context.sprint.end)?;
    // A model of a team doesn't prove that completion is certain or impossible.
    let percent = match (share * 100.0).round() {
        p if p < 1.0 => "<1".to_owned(),
        p if p > 99.0 => ">99".to_owned(),
        p => p.to_string(),
    };
    Some(fill_placeholders(context.translator.messages.chance, &[("percent", &percent)]))
}

/// Returns all dates of the forecast, for the alt text.
pub(super) fn completion_dates_text(context: &TemplateContext) -> Option<String> {
    let forecast = context.metrics.forecast.as_ref()?;
    let dates = forecast.completion_dates.iter().map(|completion| completion_text(context, completion));
    Some(dates.collect::<Vec<_>>().join(", "))
}
