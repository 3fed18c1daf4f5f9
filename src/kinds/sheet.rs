//! What every picture has around its plot: the card, headline and sub-lines, the legend, the foot.

use crate::burndown::headline::{self, SEPARATOR};
use crate::burndown::{Context, caveats};
use crate::chart::Title as Paragraph;
use crate::chart::figure::{Align, Card, Figure, FillTime, Font, Guide, Key, Legend, Position, Title, Wrap};
use crate::geometry::{Sides, Size};
use crate::scene::Stroke;

/// Below this share of the picture the plot gets rid of what is around it.
const LEAST_PLOT: f64 = 0.35;

/// When things give way on a small picture.
pub(super) const FOOT_GIVES_WAY: u8 = 1;
pub(super) const LEGEND_GIVES_WAY: u8 = 2;
/// Axis labels, sub-lines and marks.
pub(super) const TITLES_GIVE_WAY: u8 = 3;
/// The headline, and labels at the ends of lines.
pub(super) const HEADLINE_GIVES_WAY: u8 = 4;

/// What a picture says in words.
pub(super) struct Said {
    /// What it is.
    pub(super) title: String,
    /// The sentence over it; `None` while the data are thin.
    pub(super) headline: Option<String>,
    /// All of it, for those who don't see it.
    pub(super) alt: String,
    /// What has to be known besides, for the foot.
    pub(super) notes: Vec<String>,
}

/// A picture with everything but a plot.
pub(super) fn figure(context: &Context, size: Size, said: Said, keys: Vec<Key>) -> Figure {
    let Context { words, theme, look, .. } = context;
    let padding = look.padding.min(size.width / 4.0).min(size.height / 4.0);
    let titles = headline::titled(context, said.headline);
    let mut guides: Vec<Guide> = Vec::new();
    for (index, title) in titles.into_iter().enumerate() {
        let gives_way = if index == 0 { HEADLINE_GIVES_WAY } else { TITLES_GIVE_WAY };
        guides.push(Guide::Title(paragraph(title, Position::Top, (-(index as f64) + 2000.0, gives_way))));
    }
    if !keys.is_empty() {
        guides.push(Guide::Legend(legend(context, keys)));
    }
    let notes: Vec<String> = said.notes.into_iter().chain(caveats(context)).collect();
    if !notes.is_empty() {
        let foot = Paragraph {
            text: notes.join(SEPARATOR),
            style: look.small,
            least_size: look.small.size,
            color: theme.muted,
            max_lines: 2,
            space_after: 0.0,
        };
        guides.push(Guide::Title(paragraph(foot, Position::Bottom, (2000.0, FOOT_GIVES_WAY))));
    }
    Figure {
        lang: words.lang.code(),
        title: said.title,
        description: said.alt,
        card: Some(Card {
            background: theme.background,
            border: Some(Stroke::solid(theme.border, look.border)),
        }),
        padding: Sides { left: padding, top: padding, right: padding, bottom: padding },
        least_plot: LEAST_PLOT,
        guides,
        fill_time: FillTime::First,
        ..Figure::empty(size)
    }
}

fn paragraph(given: Paragraph, position: Position, (weight, gives_way): (f64, u8)) -> Title {
    Title {
        text: vec![given.text],
        display: true,
        position,
        align: Align::Start,
        font: Font::of(given.style),
        color: given.color,
        padding: Sides { bottom: given.space_after, ..Sides::default() },
        full_size: true,
        weight,
        wrap: Some(Wrap { least_size: given.least_size, max_lines: given.max_lines }),
        gives_way,
    }
}

fn legend(context: &Context, keys: Vec<Key>) -> Legend {
    let look = &context.look;
    let size = look.small.size;
    Legend {
        display: true,
        position: Position::Bottom,
        align: Align::Start,
        full_size: true,
        weight: 1000.0,
        max_width: None,
        max_height: None,
        rtl: false,
        font: Font::of(look.small),
        color: context.theme.muted,
        box_width: size * 0.8,
        box_height: size * 0.8,
        padding: size * 1.2,
        row_gap: size * 0.4,
        inset: Sides { top: size * 0.7, bottom: size * 0.2, ..Sides::default() },
        shortens: true,
        text_align: None,
        symbols: None,
        title: None,
        keys,
        gives_way: LEGEND_GIVES_WAY,
    }
}
