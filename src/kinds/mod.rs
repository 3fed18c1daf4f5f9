//! The kinds of pictures of a sprint: a [`Sprint`] in, a [`Chart`] out, each with a headline and an alt text of its own.
//! Days, sub-lines, lines and look are the burndown's.

mod burnup;
mod flow;
mod release;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;
mod velocity;

use crate::burndown::{self, Context, Facts, Kind, Said, View};
use crate::chart::Chart;
use crate::chart::theme::Theme;
use crate::geometry::Size;
use crate::sprint::{Ledger, Past, Sprint, Velocity};
use crate::words::Words;

/// The picture of a kind.
pub(crate) fn chart(sprint: &Sprint, view: &View, words: &Words, theme: Theme, size: Size) -> Chart {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let mut context = Context::new(sprint, (&ledger, &facts), words, theme, size);
    if view.kind == Kind::Flow {
        context.days = sprint.days();
    }
    match view.kind {
        Kind::Burndown => burndown::chart(&context, size),
        Kind::Burnup => burnup::chart(&context, size),
        Kind::Flow => flow::chart(&context, size),
        Kind::Velocity => velocity::chart(&context, &Velocity::of(sprint, view.commitment), size),
        Kind::Release => release::chart(&context, view, size),
    }
}

/// The velocity of past sprints without a sprint of their own.
pub(crate) fn velocity(past: &[Past], view: &View, words: &Words, theme: Theme, size: Size) -> Chart {
    of_past(past, view, words, (theme, size), |context, velocity| velocity::chart(context, velocity, size))
}

/// What `describe` says of it in words: the headline and the alt text.
pub(crate) fn velocity_in_words(past: &[Past], view: &View, words: &Words) -> (Option<String>, String) {
    let look = (Theme::LIGHT, Size { width: 1600.0, height: 900.0 });
    let Said { headline, alt, .. } = of_past(past, view, words, look, velocity::said);
    (headline, alt)
}

fn of_past<T>(
    past: &[Past],
    view: &View,
    words: &Words,
    (theme, size): (Theme, Size),
    make: impl Fn(&Context, &Velocity) -> T,
) -> T {
    let sprint = velocity::stand_in(past);
    let ledger = sprint.ledger();
    let facts = Facts::of(&sprint, &ledger, view);
    let context = Context {
        undated: true,
        days: Vec::new(),
        ..Context::new(&sprint, (&ledger, &facts), words, theme, size)
    };
    make(&context, &Velocity::of_past(past, view.commitment))
}

/// What `describe` says in words: the headline, where the data allow one, and the alt text.
pub(crate) fn description(
    sprint: &Sprint,
    view: &View,
    words: &Words,
) -> (Ledger, Facts, Option<String>, String) {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let size = Size { width: 1600.0, height: 900.0 };
    let Said { headline, alt, .. } =
        said(&Context::new(sprint, (&ledger, &facts), words, Theme::LIGHT, size), view);
    (ledger, facts, headline, alt)
}

fn said(context: &Context, view: &View) -> Said {
    match view.kind {
        Kind::Burndown => burndown::said(context),
        Kind::Burnup => burnup::said(context),
        Kind::Flow => flow::said(context),
        Kind::Velocity => velocity::said(context, &Velocity::of(context.sprint, view.commitment)),
        Kind::Release => release::said(context, view),
    }
}
