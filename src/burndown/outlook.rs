//! What the forecast, the past sprints and the last days say, in words.

use jiff::Timestamp;

use crate::limits::MAX_FORECAST_DAYS;
use crate::sprint::{Amount, Changed, ChangedItem, Finish, Forecast, Happened};
use crate::words::fill;

use super::{Context, headline};

/// The confidence that the headline names: a promise that holds in six of seven cases.
pub(crate) const NAMED_PERCENT: u8 = 85;
/// Characters of an item's key and title that are shown.
const NAME_CHARS: usize = 36;

/// When the work will be done, for the headline.
pub(crate) fn verdict(context: &Context) -> Option<String> {
    let forecast = context.facts.forecast.as_ref()?;
    Some(finish(context, forecast.at(NAMED_PERCENT)?))
}

fn finish(context: &Context, finish: &Finish) -> String {
    let text = context.words.text;
    let percent = finish.percent.map(|percent| percent.to_string()).unwrap_or_default();
    let date = finish.at.map(|at| date(context, at)).unwrap_or_default();
    let days = MAX_FORECAST_DAYS.to_string();
    let template = match (finish.percent, finish.at) {
        (Some(_), Some(_)) => text.forecast_by,
        (Some(_), None) => text.forecast_beyond,
        (None, Some(_)) => text.forecast_average,
        (None, None) => text.average_beyond,
    };
    fill(template, &[("percent", &percent), ("date", &date), ("days", &days)])
}

/// The sprint day that an instant belongs to or ends, also one after the sprint.
pub(crate) fn date(context: &Context, at: Timestamp) -> String {
    let day = context.sprint.calendar.day_at(at);
    let before = context.sprint.calendar.day_of(day.date.yesterday().unwrap_or(day.date));
    let day = if day.from == at && at > context.sprint.start { before } else { day };
    // A line does not break within it.
    context.words.weekday_date(day.date).replace(' ', "\u{a0}")
}

/// What the forecast is drawn from, and how likely the planned end is.
pub(crate) fn note(context: &Context) -> Option<String> {
    let (words, forecast) = (context.words, context.facts.forecast.as_ref()?);
    let drawn = words.count(&words.text.forecast_note, forecast.history_days, &[]);
    let scope = if forecast.growth { words.text.scope_growing } else { words.text.scope_still };
    let chance = chance(context, forecast).map(|chance| format!("; {chance}")).unwrap_or_default();
    Some(format!("{drawn}, {scope}{chance}"))
}

/// Not where the planned end is over.
fn chance(context: &Context, forecast: &Forecast) -> Option<String> {
    let share = forecast.by_end.filter(|_| context.sprint.as_of < context.sprint.end)?;
    // Never sure, never impossible: 10 000 runs don't say so.
    let percent = (share * 100.0).round();
    let shown = match percent {
        p if p < 1.0 => "<1".to_owned(),
        p if p > 99.0 => ">99".to_owned(),
        p => p.to_string(),
    };
    Some(fill(context.words.text.chance, &[("percent", &shown)]))
}

/// All dates of the forecast, for the alt text.
pub(crate) fn dates(context: &Context) -> Option<String> {
    let forecast = context.facts.forecast.as_ref()?;
    let dates: Vec<String> = forecast.finishes.iter().map(|one| finish(context, one)).collect();
    Some(dates.join(", "))
}

/// What changed since the instant that was asked for.
pub(crate) fn changed(context: &Context) -> Option<String> {
    let (words, changed) = (context.words, context.facts.changed.as_ref()?);
    let moment = context.moment_of(changed.since);
    let mut parts: Vec<String> = changed.items.iter().map(|item| named(context, item)).collect();
    if parts.is_empty() {
        parts = totals(context, changed);
    }
    if changed.others > 0 {
        parts.push(words.count(&words.text.others, changed.others, &[]));
    }
    Some(match parts.is_empty() {
        true => fill(words.text.since_nothing, &[("moment", &moment)]),
        false => {
            fill(words.text.since_list, &[("moment", &moment), ("changes", &parts.join(headline::SEPARATOR))])
        }
    })
}

/// "Added SP-15 Show the basket (+8)".
fn named(context: &Context, item: &ChangedItem) -> String {
    let title = item.name.title.as_deref().map(|title| format!(" {title}")).unwrap_or_default();
    let name = headline::isolated(&shortened(&format!("{}{title}", item.name.key)));
    let amount = match item.what {
        Happened::Completed | Happened::Removed => -item.amount,
        Happened::Added | Happened::Reopened | Happened::Reestimated => item.amount,
    };
    format!("{} {name} ({})", kind(context, item.what), context.words.signed(amount))
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_CHARS {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME_CHARS - 1).collect();
    format!("{}…", kept.trim_end())
}

fn kind(context: &Context, what: Happened) -> &'static str {
    let text = context.words.text;
    match what {
        Happened::Completed => text.completed,
        Happened::Reopened => text.reopened,
        Happened::Added => text.added,
        Happened::Removed => text.removed,
        Happened::Reestimated => text.reestimated,
    }
}

/// Where the input tells of no items, the sums.
fn totals(context: &Context, changed: &Changed) -> Vec<String> {
    let flow = changed.flow;
    let kinds = [
        (Happened::Completed, -flow.completed),
        (Happened::Added, flow.added),
        (Happened::Removed, -flow.removed),
        (Happened::Reestimated, flow.reestimated),
        (Happened::Reopened, flow.reopened),
    ];
    let shown = kinds.into_iter().filter(|(_, amount): &(_, Amount)| !amount.is_zero());
    shown.map(|(what, amount)| format!("{} {}", kind(context, what), context.words.signed(amount))).collect()
}
