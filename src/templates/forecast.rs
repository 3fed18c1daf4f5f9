//! The forecast as a cone: straight over working time from now to the dates of its percentiles.

use jiff::Timestamp;

use crate::chart::{DataPoint, Dataset, EndLabel, FillTarget};
use crate::i18n::fill_placeholders;
use crate::limits::MAX_FORECAST_DAYS;
use crate::sprint::{CompletionDate, Forecast};

use super::axis_days::HEADLINE_PERCENT;
use super::context::TemplateContext;
use super::forecast_text::completion_day;
use super::panel::Panel;
use super::series::{area_line, dashed_line, end_label, invisible_line, line_dataset};

/// Class of the cone.
pub(super) const CONE_CLASS: &str = "cone";
/// Opacity of the cone, of 255.
const CONE_ALPHA: u8 = 42;
/// Order of the cone among the lines: behind them.
const ORDER: f64 = 4.0;

/// The value now and the value on the completion date.
pub(super) struct ValueRange {
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Adds the line to the headline's percentile and the cone behind it, which is filled from its early to its late edge.
pub(super) fn add_forecast(context: &TemplateContext, range: &ValueRange, panel: &mut Panel) {
    let Some(forecast) = &context.metrics.forecast else { return };
    let Some(named) = forecast.completion_for_percent(HEADLINE_PERCENT) else { return };
    let (theme, messages) = (context.theme, context.translator.messages);
    let line = dashed_line(context, theme.work, 1.4, 2.0);
    let values = forecast_edge(context, range, named, named.at.unwrap_or(Timestamp::MAX));
    let end_label = forecast_label(context, named);
    let (Some(early), Some(late)) = (percentile(forecast, 50), percentile(forecast, 95)) else {
        let line = line_dataset("forecast", messages.forecast_rate, ORDER, values, line);
        panel.add(Dataset { end_label, clip: None, ..line });
        return;
    };
    let line = line_dataset("forecast", "", ORDER, values, line);
    panel.add(Dataset { end_label, clip: None, ..line });
    let until = late.at.unwrap_or(Timestamp::MAX);
    let late = forecast_edge(context, range, late, until);
    let late_edge = panel.add(line_dataset("cone-95", "", ORDER + 1.0, late, invisible_line(theme.work)));
    let early = forecast_edge(context, range, early, until);
    let area = area_line(theme.work.with_alpha(CONE_ALPHA), FillTarget::Dataset(late_edge));
    panel.add(line_dataset(CONE_CLASS, messages.forecast, ORDER + 1.0, early, area));
}

fn percentile(forecast: &Forecast, percent: u8) -> Option<&CompletionDate> {
    forecast.completion_dates.iter().find(|completion| completion.percent == Some(percent))
}

/// Returns the date as a label if the axis reaches it; in a small picture only the headline has it.
fn forecast_label(context: &TemplateContext, completion: &CompletionDate) -> Option<EndLabel> {
    if context.sizes.compact {
        return None;
    }
    let is_on_axis = |at: &Timestamp| context.days.last().is_some_and(|day| *at <= day.to);
    let date = completion_day(context, completion.at.filter(is_on_axis)?);
    let template = context.translator.messages.forecast_label;
    let text = completion
        .percent
        .map(|percent| fill_placeholders(template, &[("percent", &percent.to_string()), ("date", &date)]));
    Some(end_label(context, text.unwrap_or(date), context.theme.work))
}

/// Returns the line from now to a completion date, and level from there to `until`; as far as the axis reaches.
fn forecast_edge(
    context: &TemplateContext,
    range: &ValueRange,
    completion: &CompletionDate,
    until: Timestamp,
) -> Vec<DataPoint> {
    let (calendar, now) = (&context.sprint.calendar, context.sprint.as_of);
    let total = completion.working_days.unwrap_or(MAX_FORECAST_DAYS as f64).max(1e-6);
    let value = |worked: f64| Some(range.from + (range.to - range.from) * (worked / total).min(1.0));
    let mut line = vec![DataPoint::new(context.day_position(now), Some(range.from))];
    let mut worked = 0.0;
    for day in context.days.iter().filter(|day| day.to > now) {
        let (from, before) = (day.from.max(now), worked);
        worked += calendar.working_days_between(from, day.to);
        let is_within = |at: &Timestamp| from < *at && *at < day.to;
        let corners = [completion.at, Some(until)].into_iter().flatten().filter(is_within);
        let mut corners: Vec<Timestamp> = corners.collect();
        corners.sort_unstable();
        for corner in corners {
            let worked_there = before + calendar.working_days_between(from, corner);
            line.push(DataPoint::new(context.day_position(corner), value(worked_there)));
        }
        if until < day.to {
            break;
        }
        line.push(DataPoint::new(context.day_position(day.to), value(worked)));
        if until == day.to {
            break;
        }
    }
    line
}
