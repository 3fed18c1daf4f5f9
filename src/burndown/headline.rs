//! The sentences over the plot, computed from the data.

use crate::chart::{Title, Wrap};
use crate::geometry::Sides;
use crate::sprint::{Amount, Caveat, Unit};
use crate::words::fill;

use super::guides::paragraph;
use super::{Context, Phase, gives_way, outlook};

/// Before this many working days, or this share of a short sprint, a distance from the plan says nothing.
const LEAST_WORKING_DAYS: f64 = 1.0;
const LEAST_SHARE: f64 = 0.25;
/// Distances below this many units are said with a decimal.
const FEW: f64 = 3.0;

/// What stands between facts on one line; a line breaks after it where that is enough.
pub(crate) const SEPARATOR: &str = "\u{a0}· ";

/// The facts of a line, each with what stands behind it.
pub(super) fn facts_of(line: &str) -> Vec<String> {
    line.split_inclusive(SEPARATOR).map(|fact| fact.trim_end().to_owned()).collect()
}

/// The headline, where there is one, and the sub-lines that every picture of a sprint has.
pub(super) fn titles(context: &Context, headline: Option<String>) -> Vec<Title> {
    let Context { sprint, words, theme, look, .. } = context;
    let name = Some(isolated(&sprint.name));
    let goal = sprint.goal.as_ref().map(|goal| fill(words.text.goal, &[("goal", &isolated(goal))]));
    let has_headline = headline.is_some();
    let (headline, who) = match headline {
        Some(headline) => (headline, joined([name.clone(), goal])),
        None => (sprint.name.clone(), goal.unwrap_or_default()),
    };
    let subline = |text: String, color, space_after: f64| Title {
        padding: Sides { bottom: space_after * look.unit, ..Sides::default() },
        gives_way: gives_way::DETAILS,
        ..Title::paragraph(
            facts_of(&text),
            paragraph(look.subline),
            color,
            Wrap { least_size: look.least_subline, max_lines: 2 },
        )
    };
    let wrap = Wrap { least_size: look.least_headline, max_lines: 3 };
    let mut titles = vec![Title {
        padding: Sides { bottom: 8.0 * look.unit, ..Sides::default() },
        gives_way: gives_way::HEADLINE,
        ..Title::paragraph(facts_of(&headline), paragraph(look.headline), theme.ink, wrap)
    }];
    if context.undated {
        let up_to = fill(words.text.alt_title_velocity, &[("sprint", &isolated(&sprint.name))]);
        titles.push(subline(up_to, theme.ink, 14.0));
        return titles;
    }
    if look.compact {
        let name = name.filter(|_| has_headline);
        titles.push(subline(joined([name, Some(stamp(context))]), theme.muted, 8.0));
        return titles;
    }
    if !who.is_empty() {
        titles.push(subline(who, theme.ink, 2.0));
    }
    titles.push(subline(when(context), theme.muted, 14.0));
    titles
}

/// The facts that matter most; `None` while the data are thin.
pub(crate) fn headline(context: &Context) -> Option<String> {
    let facts = context.facts;
    let verdict = verdict(context)?;
    let text = context.words.text;
    let left_over = facts.phase == Phase::Ended && !facts.remaining.is_zero();
    // With three facts on the line the first one names the unit for all.
    let shown = |amount| if left_over { context.words.number(amount) } else { context.amount(amount) };
    let fact = |template: &str, amount: Amount| {
        (!amount.is_zero()).then(|| fill(template, &[("amount", &shown(amount))]))
    };
    let finished = (facts.flow.completed - facts.flow.reopened).max(Amount::ZERO);
    let completed = fact(text.completed_so_far, finished).filter(|_| left_over);
    let scope = if facts.flow.removed > facts.flow.added {
        fact(text.removed_since_start, facts.flow.removed)
    } else {
        fact(text.added_since_start, facts.flow.added)
    };
    let forecast = outlook::verdict(context);
    // Two facts are what a small picture has room for.
    let has_two = forecast.is_some() || completed.is_some();
    let scope = scope.filter(|_| !(context.look.compact && has_two));
    Some(joined([Some(verdict), completed, forecast, scope]))
}

/// How the sprint stands: against the plan while it runs, what is left when it is over.
pub(crate) fn verdict(context: &Context) -> Option<String> {
    let (facts, words) = (context.facts, context.words);
    let with = |template: &str, amount: Amount| fill(template, &[("amount", &context.amount(amount))]);
    let nothing_to_tell = facts.scope.is_zero() && facts.flow.completed.is_zero();
    if nothing_to_tell || facts.phase == Phase::Ahead || facts.known_at < context.sprint.as_of {
        return None;
    }
    // What has no estimate may be a lot of work.
    if facts.remaining.is_zero() && !facts.done.is_zero() && facts.open_unestimated == 0 {
        return Some(with(words.text.all_done, facts.done));
    }
    if facts.phase == Phase::Ended {
        return Some(with(words.text.left_at_end, facts.remaining));
    }
    let Some(behind) = facts.behind else { return Some(with(words.text.left, facts.remaining)) };
    if facts.working_days_elapsed < LEAST_WORKING_DAYS.min(facts.working_days * LEAST_SHARE) {
        return None;
    }
    let distance =
        Amount::nearest(if behind.abs() < FEW { (behind * 10.0).round() / 10.0 } else { behind.round() });
    Some(match behind {
        _ if behind.abs() < near(context) => words.text.on_plan.to_owned(),
        behind if behind > 0.0 => with(words.text.behind_plan, distance),
        _ => with(words.text.ahead_of_plan, -distance),
    })
}

/// How close to the ideal line is on plan: half a unit, less for a small sprint, nothing past the planned end.
fn near(context: &Context) -> f64 {
    let committed = context.facts.committed.to_f64();
    if context.sprint.as_of >= context.sprint.end {
        0.0
    } else {
        (committed * 0.05).min(0.5).max(committed * 0.01)
    }
}

/// Dates, the as-of stamp with its zone, the time left, items without an estimate.
fn when(context: &Context) -> String {
    let Context { sprint, words, .. } = context;
    let days = &context.ledger.days;
    let last = days.iter().rfind(|day| day.day.from < sprint.end).or(days.last());
    let range = days.first().zip(last).map(|(a, b)| words.range(a.day.date, b.day.date));
    let stamp = format!("{}, {}", stamp(context), sprint.calendar.zone_name);
    joined([range, Some(stamp), time_left(context), unestimated(context)])
}

/// The instant the picture tells of.
fn stamp(context: &Context) -> String {
    let Context { sprint, words, facts, .. } = context;
    let (template, at) = match sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        Some(closed) => (words.text.closed_on, closed),
        None if facts.phase == Phase::Ahead => (words.text.starts_on, sprint.start),
        None => (words.text.as_of, sprint.as_of),
    };
    fill(template, &[("moment", &context.moment(at))])
}

/// How many items have no estimate.
pub(crate) fn unestimated(context: &Context) -> Option<String> {
    let words = context.words;
    context.sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Unestimated { items, of } => {
            Some(words.count(&words.text.unestimated, *items, &[("of", &of.to_string())]))
        }
        _ => None,
    })
}

/// Working days to the planned end, or over it, while the sprint runs.
fn time_left(context: &Context) -> Option<String> {
    let Context { sprint, words, facts, .. } = context;
    // A day that has begun counts; what is less than a minute of one does not.
    let days = |from, to| (sprint.calendar.working_days_between(from, to) - 1e-3).ceil() as usize;
    if facts.phase != Phase::Running || facts.working_days == 0.0 {
        None
    } else if sprint.as_of > sprint.end {
        Some(days(sprint.end, sprint.as_of)).filter(|n| *n > 0).map(|n| words.count(&words.text.late, n, &[]))
    } else {
        Some(words.count(&words.text.working_days_left, days(sprint.as_of, sprint.end), &[]))
    }
}

/// A text of the user's, which keeps its own direction within our sentence (UAX #9, first strong isolate).
pub(crate) fn isolated(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

pub(crate) fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
}

impl Context<'_> {
    /// "7 points".
    pub(crate) fn amount(&self, amount: Amount) -> String {
        self.words.amount(amount, self.unit())
    }

    pub(crate) fn unit(&self) -> Unit {
        self.sprint.unit
    }

    /// An instant in the team's zone; where it is the end of a sprint day or the first one's begin, that day.
    pub(crate) fn moment(&self, at: jiff::Timestamp) -> String {
        let begins = self.ledger.days.first().is_some_and(|day| day.day.from == at);
        if begins || self.ends_a_day(at) {
            return self.moment_date(at);
        }
        self.words.moment(at.to_zoned(self.sprint.calendar.zone.clone()).datetime())
    }

    /// An instant in the team's zone; where a day begins with it, that day.
    pub(crate) fn moment_of(&self, at: jiff::Timestamp) -> String {
        let day = self.sprint.calendar.day_at(at);
        if day.from == at {
            return self.words.weekday_date(day.date);
        }
        self.words.moment(at.to_zoned(self.sprint.calendar.zone.clone()).datetime())
    }

    /// The sprint day that an instant belongs to or ends.
    pub(crate) fn moment_date(&self, at: jiff::Timestamp) -> String {
        let before = self.ledger.days.iter().rfind(|day| day.day.from < at).or(self.ledger.days.first());
        before.map_or_else(String::new, |day| self.words.weekday_date(day.day.date))
    }

    fn ends_a_day(&self, at: jiff::Timestamp) -> bool {
        self.ledger.days.iter().any(|day| day.day.to == at || day.day.last_instant() == at)
    }
}
