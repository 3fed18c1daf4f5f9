//! The forecast as a cone: straight over working time from now to the dates of its confidences.

use jiff::Timestamp;

use crate::burndown::{Context, outlook};
use crate::chart::figure::{Dataset, Fill, Key, Target, Value};
use crate::limits::MAX_FORECAST_DAYS;
use crate::scene::Stroke;
use crate::sprint::{Finish, Forecast};
use crate::words::fill;

use super::line::{Stroked, at};
use super::timeline::Timeline;

/// Opacity of the cone, of 255.
const CONE_ALPHA: u8 = 44;
/// The confidence whose line is drawn inside the cone.
const NAMED_PERCENT: u8 = 85;

/// A way from a value now to another one at the finish.
pub(super) struct Way {
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The cone's datasets, from front to back, and its key; `first` is the place of the first of them among the figure's
/// datasets.
pub(super) fn datasets(
    context: &Context,
    timeline: &Timeline,
    way: &Way,
    first: usize,
) -> Option<(Vec<Dataset>, Key)> {
    let forecast = context.facts.forecast.as_ref()?;
    let theme = context.theme;
    let (dash, width) = (context.look.thin_line, context.look.thin_line);
    let named = forecast.at(NAMED_PERCENT)?;
    let mut line = Stroked::new("forecast", "", theme.work, width);
    line.stroke = Stroke::dashed(theme.work, width, vec![dash * 1.2, dash * 2.0]);
    line.end_label = label(context, named).map(|label| (label, theme.work));
    let reach = named.at.unwrap_or(Timestamp::MAX);
    let values = |finish: &Finish, until: Timestamp| edge(context, timeline, way, (finish, until));
    let mut sets = vec![line.dataset(context, values(named, reach))];
    let text = context.words.text;
    if let (Some(early), Some(late)) = (finish(forecast, 50), finish(forecast, 95)) {
        let until = late.at.unwrap_or(Timestamp::MAX);
        let color = theme.work.with_alpha(CONE_ALPHA);
        let area = Fill { target: Target::Dataset(first + 2), above: None, below: None };
        let near = Stroked {
            fill: Some((color, area)),
            ..Stroked::new("forecast-50", text.forecast, theme.work, 0.0)
        };
        let far = Stroked::new("forecast-95", text.forecast, theme.work, 0.0);
        sets.push(near.dataset(context, values(early, until)));
        sets.push(far.dataset(context, values(late, until)));
        return Some((sets, Key::plain(text.forecast.to_owned(), color)));
    }
    let rate = Stroked {
        stroke: Stroke::dashed(theme.work, width, vec![dash * 1.2, dash * 2.0]),
        ..Stroked::new("", text.forecast_rate, theme.work, width)
    };
    Some((sets, rate.key(context)))
}

fn finish(forecast: &Forecast, percent: u8) -> Option<&Finish> {
    forecast.finishes.iter().find(|finish| finish.percent == Some(percent))
}

fn label(context: &Context, finish: &Finish) -> Option<String> {
    let date = outlook::date(context, finish.at?);
    Some(match finish.percent {
        Some(percent) => {
            fill(context.words.text.forecast_label, &[("percent", &percent.to_string()), ("date", &date)])
        }
        None => date,
    })
}

/// From now to a finish, and level from there to an instant; as far as the axis reaches.
fn edge(
    context: &Context,
    timeline: &Timeline,
    way: &Way,
    (finish, until): (&Finish, Timestamp),
) -> Vec<Value> {
    let (calendar, now) = (&context.sprint.calendar, context.sprint.as_of);
    let most = finish.working_days.unwrap_or(MAX_FORECAST_DAYS as f64).max(1e-6);
    let value = |worked: f64| way.from + (way.to - way.from) * (worked / most).min(1.0);
    let mut line = vec![at(timeline.x(now), way.from)];
    let end = finish.at.unwrap_or(Timestamp::MAX);
    let mut worked = 0.0;
    for day in timeline.days.iter().filter(|day| day.to > now) {
        let before = worked;
        let from = day.from.max(now);
        worked += calendar.working_days_between(from, day.to);
        if from < end && end < day.to {
            line.push(at(timeline.x(end), way.to));
        }
        if day.to > until {
            let there = before + calendar.working_days_between(from, until.max(from));
            line.push(at(timeline.x(until), value(there)));
            break;
        }
        line.push(at(timeline.x(day.to), value(worked)));
    }
    // An end within a day may stand twice.
    line.dedup_by(|b, a| a.index == b.index);
    line
}
