//! The burndown template: a [`Sprint`] in, a [`Chart`] out. What is said about the numbers is in
//! `facts` and `headline`, how they look is in `look`.

pub(crate) mod alt;
mod axes;
mod facts;
pub(crate) mod headline;
mod lines;
mod look;
mod movements;
pub(crate) mod outlook;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;
mod view;

pub(crate) use facts::{Facts, Phase};
pub use view::{IdealFrom, Kind, View};

use crate::chart::{Band, Chart, Frame, Legend, Rule, Title, theme::Theme};
use crate::geometry::Size;
use crate::scene::Stroke;
use crate::sprint::{Caveat, Ledger, Sprint};
use crate::words::Words;

pub(crate) use look::Look;

/// Index of the upper panel's axis among the chart's axes.
const WORK: usize = 1;
/// Index of the lower panel's axis.
const CHANGE: usize = 2;

/// Everything the parts of the template read.
pub(crate) struct Context<'a> {
    pub(crate) sprint: &'a Sprint,
    pub(crate) ledger: &'a Ledger,
    pub(crate) facts: &'a Facts,
    pub(crate) words: &'a Words,
    pub(crate) theme: Theme,
    pub(crate) look: Look,
}

/// The burndown of a sprint.
pub(crate) fn chart(sprint: &Sprint, view: &View, words: &Words, theme: Theme, size: Size) -> Chart {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let context = Context { sprint, ledger: &ledger, facts: &facts, words, theme, look: Look::of(size) };
    let look = &context.look;
    let mut datasets = lines::datasets(&context);
    datasets.extend(movements::datasets(&context));
    Chart {
        size,
        lang: words.lang.code(),
        title: alt::title(&context),
        description: alt::text(&context),
        frame: Frame {
            background: theme.background,
            border: Some(Stroke::solid(theme.border, look.border)),
            padding: look.padding,
        },
        titles: headline::titles(&context),
        footers: footers(&context),
        legend: Some(Legend { style: look.small, color: theme.muted }),
        axes: axes::all(&context),
        datasets,
        bands: days_off(&context),
        band_label: Some(words.text.day_off.to_owned()),
        rules: rules(&context),
        label_style: look.label,
    }
}

/// What `describe` says in words: the headline, where the data allow one, and the alt text.
pub(crate) fn description(
    sprint: &Sprint,
    view: &View,
    words: &Words,
) -> (Ledger, Facts, Option<String>, String) {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let look = Look::of(Size { width: 1600.0, height: 900.0 });
    let context = Context { sprint, ledger: &ledger, facts: &facts, words, theme: Theme::LIGHT, look };
    let headline = headline::headline(&context);
    let text = alt::text(&context);
    (ledger, facts, headline, text)
}

impl Context<'_> {
    /// An instant on the horizontal axis, which counts sprint days: every day is equally wide, also
    /// one of 23 or 25 hours.
    fn x(&self, at: jiff::Timestamp) -> f64 {
        let days = &self.ledger.days;
        let index = days.partition_point(|day| day.day.to <= at);
        let Some(day) = days.get(index) else { return days.len() as f64 };
        let seconds = |from: jiff::Timestamp, to: jiff::Timestamp| to.duration_since(from).as_secs_f64();
        let share = seconds(day.day.from, at) / seconds(day.day.from, day.day.to);
        index as f64 + share.clamp(0.0, 1.0)
    }
}

/// Stretches of days off, neighbours joined.
fn days_off(context: &Context) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for (index, _) in context.ledger.days.iter().enumerate().filter(|(_, day)| !day.day.working) {
        let (from, to) = (index as f64, index as f64 + 1.0);
        match bands.last_mut() {
            Some(last) if last.to == from => last.to = to,
            _ => bands.push(Band { from, to, color: context.theme.day_off }),
        }
    }
    bands
}

/// Today, the planned end and the real end.
fn rules(context: &Context) -> Vec<Rule> {
    let Context { sprint, words, theme, look, .. } = context;
    let rule = |at, label: &str, color, dash: Vec<f64>| Rule {
        at: context.x(at),
        label: label.to_owned(),
        stroke: Stroke::dashed(color, look.rule, dash),
        color,
    };
    let dotted = vec![look.rule * 2.0, look.rule * 3.0];
    let mut rules = Vec::new();
    if context.facts.phase == Phase::Running {
        let label = if sprint.live { words.text.today.to_owned() } else { context.moment_date(sprint.as_of) };
        rules.push(rule(sprint.as_of, &label, theme.ink, vec![]));
    }
    let same_end =
        sprint.closed.is_some_and(|closed| (context.x(closed) - context.x(sprint.end)).abs() < 0.5);
    if !same_end {
        rules.push(rule(sprint.end, words.text.planned_end, theme.muted, dotted));
    }
    if let Some(closed) = sprint.closed.filter(|closed| *closed <= sprint.as_of) {
        rules.push(rule(closed, words.text.closed, theme.ink, vec![]));
    }
    rules
}

/// What has to be known about the data, besides items without an estimate.
pub(crate) fn caveats(context: &Context) -> Vec<String> {
    let words = context.words;
    let sentence = |caveat: &Caveat| match caveat {
        Caveat::NetOnly => Some(words.text.net_only.to_owned()),
        Caveat::Gaps(days) => Some(words.count(&words.text.gaps, *days, &[])),
        Caveat::Unestimated { .. } => None,
    };
    context.sprint.caveats.iter().filter_map(sentence).collect()
}

fn footers(context: &Context) -> Vec<Title> {
    let mut notes: Vec<String> = outlook::changed(context).into_iter().collect();
    notes.extend(outlook::note(context));
    notes.extend(caveats(context));
    let text = notes.join(headline::SEPARATOR);
    if text.is_empty() {
        return Vec::new();
    }
    let look = &context.look;
    vec![Title {
        text,
        style: look.small,
        least_size: look.small.size,
        color: context.theme.muted,
        max_lines: 2,
        space_after: 0.0,
    }]
}
