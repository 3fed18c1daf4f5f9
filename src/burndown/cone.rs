//! The forecast as a cone: straight over working time from now to the dates of its confidences.

use jiff::Timestamp;

use crate::chart::{Dataset, EndLabel, Fill, Font, Line, LineStyle, Target, Value};
use crate::limits::MAX_FORECAST_DAYS;
use crate::scene::Stroke;
use crate::sprint::{Day, Finish, Forecast, Sprint};
use crate::words::fill;

use super::lines::dataset;
use super::{Context, Facts, gives_way, outlook};

/// Class of the cone.
pub(super) const CLASS: &str = "cone";
/// Opacity of the cone, of 255.
const CONE_ALPHA: u8 = 42;
/// Beyond the sprint's end the axis grows by at most this share of the sprint's days.
const MOST_GROWTH: f64 = 0.7;
/// Order of the cone among the lines: behind them.
const ORDER: f64 = 4.0;

/// The sprint's days and, where the forecast goes beyond them, some more.
pub(crate) fn days(sprint: &Sprint, facts: &Facts) -> Vec<Day> {
    let mut days = sprint.days();
    let finish = facts.forecast.as_ref().and_then(|forecast| forecast.at(outlook::NAMED_PERCENT));
    let Some(finish) = finish else { return days };
    let most = libm::ceil(days.len() as f64 * (1.0 + MOST_GROWTH)) as usize;
    while let Some(last) = days.last().copied() {
        let next = sprint.calendar.day_at(last.to);
        if days.len() >= most || finish.at.is_some_and(|at| at <= last.to) || next.to <= last.to {
            break;
        }
        days.push(next);
    }
    days
}

/// From a value now to another one at the finish.
pub(crate) struct Way {
    pub(crate) from: f64,
    pub(crate) to: f64,
}

/// The line to the named confidence and the cone behind it, the first of them at the place `first` among the
/// chart's datasets.
pub(crate) fn datasets(context: &Context, way: &Way, first: usize) -> Vec<Dataset> {
    let Some(forecast) = &context.facts.forecast else { return Vec::new() };
    let Some(named) = forecast.at(outlook::NAMED_PERCENT) else { return Vec::new() };
    let Context { theme, look, words, .. } = context;
    let reach = named.at.unwrap_or(Timestamp::MAX);
    let dash = vec![look.thin_line * 1.4, look.thin_line * 2.0];
    let line = Line::plain(Stroke::dashed(theme.work, look.thin_line, dash));
    let (Some(early), Some(late)) = (finish(forecast, 50), finish(forecast, 95)) else {
        let line =
            dataset("forecast", (words.text.forecast_rate, ORDER), edge(context, way, named, reach), line);
        return vec![Dataset { end_label: label(context, named), clip: None, ..line }];
    };
    let line = dataset("forecast", ("", ORDER), edge(context, way, named, reach), line);
    let until = late.at.unwrap_or(Timestamp::MAX);
    let target = Fill { target: Target::Dataset(first + 2), above: None, below: None };
    let area = area(theme.work.with_alpha(CONE_ALPHA), Some(target));
    let bare = self::area(theme.work, None);
    vec![
        Dataset { end_label: label(context, named), clip: None, ..line },
        dataset(CLASS, (words.text.forecast, ORDER + 1.0), edge(context, way, early, until), area),
        dataset("cone-95", ("", ORDER + 1.0), edge(context, way, late, until), bare),
    ]
}

/// An edge that is not seen, and what is filled beside it.
pub(crate) fn area(color: crate::color::Color, fill: Option<Fill>) -> Line {
    let plain = Line::plain(Stroke::solid(color, 0.0));
    Line { line: plain.line.map(|style| LineStyle { fill, fill_color: color, ..style }), ..plain }
}

fn finish(forecast: &Forecast, percent: u8) -> Option<&Finish> {
    forecast.finishes.iter().find(|finish| finish.percent == Some(percent))
}

/// The date, where the axis reaches it; in a small picture the headline alone has it.
fn label(context: &Context, finish: &Finish) -> Option<EndLabel> {
    if context.look.compact {
        return None;
    }
    let at = finish.at.filter(|at| context.days.last().is_some_and(|day| *at <= day.to))?;
    let date = outlook::date(context, at);
    let text = finish.percent.map(|percent| {
        fill(context.words.text.forecast_label, &[("percent", &percent.to_string()), ("date", &date)])
    });
    let (font, color) = (Font::of(context.look.label), context.theme.work);
    Some(EndLabel { text: text.unwrap_or(date), font, color, gives_way: gives_way::HEADLINE })
}

/// From now to a finish, and level from there to an instant; as far as the axis reaches.
fn edge(context: &Context, way: &Way, finish: &Finish, until: Timestamp) -> Vec<Value> {
    let (calendar, now) = (&context.sprint.calendar, context.sprint.as_of);
    let most = finish.working_days.unwrap_or(MAX_FORECAST_DAYS as f64).max(1e-6);
    let value = |worked: f64| Some(way.from + (way.to - way.from) * (worked / most).min(1.0));
    let mut line = vec![Value::at(context.x(now), Some(way.from))];
    let mut worked = 0.0;
    for day in context.days.iter().filter(|day| day.to > now) {
        let (from, before) = (day.from.max(now), worked);
        worked += calendar.working_days_between(from, day.to);
        let corners = [finish.at, Some(until)].into_iter().flatten().filter(|at| from < *at && *at < day.to);
        let mut corners: Vec<Timestamp> = corners.collect();
        corners.sort_unstable();
        for corner in corners {
            let there = before + calendar.working_days_between(from, corner);
            line.push(Value::at(context.x(corner), value(there)));
        }
        if until < day.to {
            break;
        }
        line.push(Value::at(context.x(day.to), value(worked)));
        if until == day.to {
            break;
        }
    }
    line
}
