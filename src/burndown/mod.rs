//! The burndown template: a [`Sprint`] in, a [`Chart`] out. What is said about the numbers is in
//! `facts` and `headline`, how they look is in `look`.

pub(crate) mod alt;
pub(crate) mod axes;
pub(crate) mod cone;
mod facts;
mod ghost;
pub(crate) mod guides;
pub(crate) mod headline;
pub(crate) mod lines;
mod look;
mod movements;
pub(crate) mod notes;
pub(crate) mod outlook;
pub(crate) mod progress;
mod view;

pub(crate) use facts::{Facts, Phase};
pub use view::{IdealFrom, Kind, View};

use crate::chart::theme::Theme;
use crate::chart::{Card, Chart, Key};
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;
use crate::sprint::{Day, Ledger, Sprint};
use crate::words::Words;

pub(crate) use look::Look;

/// Indices of the axes: days, work on the upper panel, its change on the lower one.
pub(crate) const DAYS: usize = 0;
pub(crate) const WORK: usize = 1;
const CHANGE: usize = 2;

/// What a small picture gives up first, second and so on, before its plot gets too small.
pub(crate) mod gives_way {
    pub(crate) const FOOTERS: u8 = 1;
    pub(crate) const LEGEND: u8 = 2;
    pub(crate) const DETAILS: u8 = 3;
    pub(crate) const HEADLINE: u8 = 4;
}

/// The share of width and height that the plot keeps.
const LEAST_PLOT: f64 = 0.4;

/// Everything the parts of a template read.
pub(crate) struct Context<'a> {
    pub(crate) sprint: &'a Sprint,
    pub(crate) ledger: &'a Ledger,
    pub(crate) facts: &'a Facts,
    pub(crate) words: &'a Words,
    pub(crate) theme: Theme,
    pub(crate) look: Look,
    /// The days of the horizontal axis: the sprint's, and some more where the forecast goes beyond them.
    pub(crate) days: Vec<Day>,
    /// Sprints of which no dates are known: none are said.
    pub(crate) undated: bool,
}

/// What a picture says in words.
pub(crate) struct Said {
    /// What it is.
    pub(crate) title: String,
    /// The sentence over it; `None` while the data are thin.
    pub(crate) headline: Option<String>,
    /// All of it, for those who don't see it.
    pub(crate) alt: String,
    /// What has to be known besides, for the foot.
    pub(crate) notes: Vec<String>,
}

/// The burndown of a sprint.
pub(crate) fn chart(context: &Context, size: Size) -> Chart {
    let mut datasets = lines::datasets(context);
    if !context.look.compact {
        datasets.extend(movements::datasets(context));
    }
    let axes = axes::all(context);
    let (annotations, flags) = notes::all(context, &axes);
    let keys = guides::keys(context, &datasets);
    sheet(context, said(context), keys, Chart { axes, datasets, annotations, flags, ..Chart::empty(size) })
}

/// What it says.
pub(crate) fn said(context: &Context) -> Said {
    Said {
        title: alt::title(context),
        headline: headline::headline(context),
        alt: alt::text(context),
        notes: [outlook::changed(context), outlook::note(context)].into_iter().flatten().collect(),
    }
}

/// A plot with what every picture has around it: the card, headline and sub-lines, the legend, the foot.
pub(crate) fn sheet(context: &Context, said: Said, keys: Vec<Key>, plot: Chart) -> Chart {
    let Context { words, theme, look, .. } = context;
    let padding = look.padding.min(plot.size.width / 4.0).min(plot.size.height / 4.0);
    Chart {
        lang: words.lang.code(),
        guides: guides::all(context, said.headline, said.notes, keys),
        title: said.title,
        description: said.alt,
        card: Some(Card {
            background: theme.background,
            border: Some(Stroke::solid(theme.border, look.border)),
        }),
        padding: Sides::all(padding),
        least_plot: LEAST_PLOT,
        ..plot
    }
}

impl<'a> Context<'a> {
    /// What is known of a sprint, to be said in a language and drawn in a theme and a size.
    pub(crate) fn new(
        sprint: &'a Sprint,
        (ledger, facts): (&'a Ledger, &'a Facts),
        words: &'a Words,
        theme: Theme,
        size: Size,
    ) -> Self {
        let days = cone::days(sprint, facts);
        Self { sprint, ledger, facts, words, theme, look: Look::of(size), days, undated: false }
    }
}

impl Context<'_> {
    /// An instant on the horizontal axis, which counts sprint days: every day is equally wide, also
    /// one of 23 or 25 hours.
    pub(crate) fn x(&self, at: jiff::Timestamp) -> f64 {
        let days = &self.days;
        let index = days.partition_point(|day| day.to <= at);
        let Some(day) = days.get(index) else { return days.len() as f64 };
        let seconds = |from: jiff::Timestamp, to: jiff::Timestamp| to.duration_since(from).as_secs_f64();
        let share = seconds(day.from, at) / seconds(day.from, day.to);
        index as f64 + share.clamp(0.0, 1.0)
    }
}
