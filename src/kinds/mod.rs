//! The kinds of pictures beside the burndown: a [`Sprint`] in, a [`Figure`] out, each with a headline and an alt
//! text of its own. Names, calendar, sub-lines and look are the burndown's.

mod burnup;
mod cone;
mod flow;
mod line;
mod release;
mod sheet;
#[cfg(feature = "builtin-fonts")]
#[cfg(test)]
mod tests;
mod timeline;
mod velocity;

use crate::burndown::{Context, Facts, Kind, Look, View};
use crate::chart::figure::Figure;
use crate::chart::theme::Theme;
use crate::geometry::Size;
use crate::sprint::Sprint;
use crate::words::Words;

use sheet::Said;

/// The picture of a kind; `None` for a burndown.
pub(crate) fn figure(
    sprint: &Sprint,
    view: &View,
    words: &Words,
    theme: Theme,
    size: Size,
) -> Option<Figure> {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let context = Context { sprint, ledger: &ledger, facts: &facts, words, theme, look: Look::of(size) };
    Some(match view.kind {
        Kind::Burndown => return None,
        Kind::Burnup => burnup::figure(&context, size),
        Kind::Flow => flow::figure(&context, size),
        Kind::Velocity => velocity::figure(&context, view, size),
        Kind::Release => release::figure(&context, view, size),
    })
}

/// What a kind says: its headline, where the data allow one, and its alt text; `None` for a burndown.
pub(crate) fn said(sprint: &Sprint, view: &View, words: &Words) -> Option<(Option<String>, String)> {
    let ledger = sprint.ledger();
    let facts = Facts::of(sprint, &ledger, view);
    let look = Look::of(Size { width: 1600.0, height: 900.0 });
    let context = Context { sprint, ledger: &ledger, facts: &facts, words, theme: Theme::LIGHT, look };
    let Said { headline, alt, .. } = match view.kind {
        Kind::Burndown => return None,
        Kind::Burnup => burnup::said(&context),
        Kind::Flow => flow::said(&context),
        Kind::Velocity => velocity::said(&context, view),
        Kind::Release => release::said(&context, view),
    };
    Some((headline, alt))
}
