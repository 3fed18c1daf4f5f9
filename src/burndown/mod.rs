//! The burndown template: a [`Sprint`] in, a [`Chart`] out. What is said about the numbers is in
//! `facts` and `headline`, how they look is in `look`.

mod alt;
mod axes;
mod facts;
mod guides;
mod headline;
mod lines;
mod look;
mod movements;
mod notes;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;

pub(crate) use facts::{Facts, Phase};

use crate::chart::theme::Theme;
use crate::chart::{Card, Chart};
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;
use crate::sprint::{Ledger, Sprint};
use crate::words::Words;

use look::Look;

/// Indices of the axes: days, work on the upper panel, its change on the lower one.
const DAYS: usize = 0;
const WORK: usize = 1;
const CHANGE: usize = 2;

/// What a small picture gives up first, second and so on, before its plot gets too small.
mod gives_way {
    pub(super) const FOOTERS: u8 = 1;
    pub(super) const LEGEND: u8 = 2;
    pub(super) const DETAILS: u8 = 3;
    pub(super) const HEADLINE: u8 = 4;
}

/// The share of width and height that the plot keeps.
const LEAST_PLOT: f64 = 0.4;

/// Everything the parts of the template read.
struct Context<'a> {
    sprint: &'a Sprint,
    ledger: &'a Ledger,
    facts: &'a Facts,
    words: &'a Words,
    theme: Theme,
    look: Look,
}

/// The burndown of a sprint.
pub(crate) fn chart(sprint: &Sprint, words: &Words, theme: Theme, size: Size) -> Chart {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger);
    let context = Context { sprint, ledger: &ledger, facts: &facts, words, theme, look: Look::of(size) };
    let look = &context.look;
    let padding = look.padding.min(size.width / 4.0).min(size.height / 4.0);
    let mut datasets = lines::datasets(&context);
    datasets.extend(movements::datasets(&context));
    let axes = axes::all(&context);
    let (annotations, flags) = notes::all(&context, &axes);
    Chart {
        lang: words.lang.code(),
        title: alt::title(&context),
        description: alt::text(&context),
        card: Some(Card {
            background: theme.background,
            border: Some(Stroke::solid(theme.border, look.border)),
        }),
        padding: Sides::all(padding),
        least_plot: LEAST_PLOT,
        guides: guides::all(&context, &datasets),
        axes,
        datasets,
        annotations,
        flags,
        ..Chart::empty(size)
    }
}

/// What `describe` says in words: the headline, where the data allow one, and the alt text.
pub(crate) fn description(sprint: &Sprint, words: &Words) -> (Ledger, Facts, Option<String>, String) {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger);
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
