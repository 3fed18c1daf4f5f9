//! The sentences over the plot, computed from the data.

use crate::chart::Title;
use crate::sprint::{Amount, Caveat, Unit};
use crate::words::fill;

use super::{Context, Phase};

/// Before this much working time a distance from the plan says nothing.
const LEAST_WORKING_DAYS: f64 = 1.0;

/// What stands between facts on one line.
pub(super) const SEPARATOR: &str = " · ";

/// Headline and sub-lines.
pub(super) fn titles(context: &Context) -> Vec<Title> {
    let Context { sprint, words, theme, look, .. } = context;
    let headline = headline(context);
    let name = Some(sprint.name.clone());
    let goal = sprint.goal.as_ref().map(|goal| fill(words.text.goal, &[("goal", goal)]));
    let (headline, who) = match headline {
        Some(headline) => (headline, joined([name, goal])),
        None => (sprint.name.clone(), goal.unwrap_or_default()),
    };
    let title = |text, style, color, max_lines, space_after| Title { text, style, color, max_lines, space_after };
    let mut titles = vec![title(headline, look.headline, theme.ink, 2, 8.0 * look.unit)];
    if !who.is_empty() {
        titles.push(title(who, look.subline, theme.ink, 2, 2.0 * look.unit));
    }
    titles.push(title(when(context), look.subline, theme.muted, 2, 14.0 * look.unit));
    titles
}

/// The facts that matter most; `None` while the data are thin.
pub(super) fn headline(context: &Context) -> Option<String> {
    let facts = context.facts;
    let verdict = verdict(context)?;
    let words = context.words;
    let since = |template: &str, amount: Amount| {
        (!amount.is_zero()).then(|| fill(template, &[("amount", &context.amount(amount))]))
    };
    let added = since(words.text.added_since_start, facts.flow.added);
    let completed = since(words.text.completed_so_far, facts.flow.completed)
        .filter(|_| facts.phase == Phase::Ended && !facts.remaining.is_zero());
    Some(joined([Some(verdict), added, completed]))
}

/// How the sprint stands: against the plan while it runs, what is left when it is over.
fn verdict(context: &Context) -> Option<String> {
    let (facts, words) = (context.facts, context.words);
    let with = |template: &str, amount: Amount| fill(template, &[("amount", &context.amount(amount))]);
    if facts.scope.is_zero() && facts.flow.completed.is_zero() {
        return None;
    }
    if facts.remaining.is_zero() && !facts.done.is_zero() {
        return Some(with(words.text.all_done, facts.done));
    }
    match facts.phase {
        Phase::Ahead => None,
        Phase::Ended => Some(with(words.text.left_at_end, facts.remaining)),
        Phase::Running if facts.working_days_elapsed < LEAST_WORKING_DAYS => None,
        Phase::Running => {
            let behind = facts.behind?;
            let distance = Amount::from_f64(behind.abs().round())?;
            Some(match behind {
                _ if distance.is_zero() => words.text.on_plan.to_owned(),
                behind if behind > 0.0 => with(words.text.behind_plan, distance),
                _ => with(words.text.ahead_of_plan, distance),
            })
        }
    }
}

/// Dates, the as-of stamp with its zone, items without an estimate.
fn when(context: &Context) -> String {
    let Context { sprint, words, .. } = context;
    let days = &context.ledger.days;
    let last = days.iter().rfind(|day| day.day.from < sprint.end).or(days.last());
    let range = days.first().zip(last).map(|(a, b)| words.range(a.day.date, b.day.date));
    let closed = sprint.closed.filter(|closed| *closed <= sprint.as_of);
    let stamp = match closed {
        Some(closed) => fill(words.text.closed_on, &[("moment", &context.moment(closed))]),
        None => fill(words.text.as_of, &[("moment", &context.moment(sprint.as_of))]),
    };
    let stamp = format!("{stamp}, {}", sprint.calendar.zone_name);
    let unestimated = sprint.caveats.iter().find_map(|caveat| match caveat {
        Caveat::Unestimated { items, of } => {
            Some(words.count(&words.text.unestimated, *items, &[("of", &of.to_string())]))
        }
        _ => None,
    });
    joined([range, Some(stamp), unestimated])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(SEPARATOR)
}

impl Context<'_> {
    /// "7 points".
    pub(super) fn amount(&self, amount: Amount) -> String {
        self.words.amount(amount, self.unit())
    }

    pub(super) fn unit(&self) -> Unit {
        self.sprint.unit
    }

    /// An instant in the team's zone; where it is the end of a sprint day, that day.
    pub(super) fn moment(&self, at: jiff::Timestamp) -> String {
        let ends = self.ledger.days.iter().find(|day| day.day.to == at);
        match ends {
            Some(day) => format!("{} {}", self.words.weekday(day.day.date), self.words.day_month(day.day.date)),
            None => self.words.moment(at.to_zoned(self.sprint.calendar.zone.clone()).datetime()),
        }
    }
}
