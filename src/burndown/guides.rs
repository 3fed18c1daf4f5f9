//! What stands around the plot: the headline with its sub-lines, the legend, the footer.

use crate::chart::{
    BarStyle, Dataset, Font, Guide, Key, Legend, Line, LineStyle, Mark, Position, Title, Wrap,
};
use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::Sides;
use crate::scene::Stroke;
use crate::sprint::Caveat;

use super::lines::ANCHOR;
use super::{Context, cone, gives_way, headline, notes, progress};

/// Line height as a share of the font's own, for paragraphs of several lines.
const LEADING: f64 = 1.08;
/// Length of a line in the legend, as a share of the font size.
const LINE_LENGTH: f64 = 1.6;
/// Width of the edge around a shade in the legend, which alone is too faint on so small an area, as a share of the font
/// size.
const SHADE_EDGE: f64 = 0.05;

/// All of it; of the titles the first one stands outermost.
pub(super) fn all(
    context: &Context,
    headline: Option<String>,
    notes: Vec<String>,
    keys: Vec<Key>,
) -> Vec<Guide> {
    let mut titles = headline::titles(context, headline);
    for (index, title) in titles.iter_mut().rev().enumerate() {
        title.weight = index as f64;
    }
    let legend = Legend {
        gives_way: gives_way::LEGEND,
        ..Legend::rows(Font::of(context.look.small), context.theme.muted, keys)
    };
    let around = titles.into_iter().chain(footer(context, notes)).map(Guide::Title);
    around.chain([Guide::Legend(legend)]).collect()
}

/// The font of a paragraph.
pub(super) fn paragraph(style: TextStyle) -> Font {
    Font { style, line_height: style.line_height() * LEADING }
}

/// An entry for each dataset with a name and, but in a small picture, one for the days off.
pub(crate) fn keys(context: &Context, datasets: &[Dataset]) -> Vec<Key> {
    let mut keys = keys_of(context, datasets);
    if !context.look.compact && !notes::days_off(context).is_empty() {
        let edge = Stroke::solid(context.theme.muted, context.look.small.size * SHADE_EDGE);
        let text = context.words.text.day_off.to_owned();
        keys.push(Key { stroke: edge, ..Key::plain(text, context.theme.day_off) });
    }
    keys
}

/// An entry for each dataset with a name.
pub(crate) fn keys_of(context: &Context, datasets: &[Dataset]) -> Vec<Key> {
    let small = context.look.small.size;
    let key = |set: &Dataset| {
        let text = set.label.clone();
        let words = datasets.iter().position(|other| other.label == set.label && other.end_label.is_some());
        match &set.mark {
            Mark::Line(Line { line: Some(LineStyle { stroke, fill_color, .. }), .. })
                if stroke.width == 0.0 =>
            {
                let (fill, stroke) = shade(context, set.class, *fill_color);
                Key { stroke, end_label_of: words, ..Key::plain(text, fill) }
            }
            Mark::Line(Line { line: Some(LineStyle { stroke, .. }), .. }) => Key {
                stroke: stroke.clone(),
                line: Some(small * LINE_LENGTH),
                end_label_of: words,
                ..Key::plain(text, stroke.color)
            },
            Mark::Bars(bars) => {
                let BarStyle { fill, pattern, .. } = *bars.styles.get(0);
                Key { pattern, ..Key::plain(text, fill) }
            }
            _ => Key::plain(text, context.theme.muted),
        }
    };
    let named = |set: &&Dataset| !set.label.is_empty() && set.class != Some(ANCHOR);
    datasets.iter().filter(named).map(key).collect()
}

/// How a shade looks in the legend, and its edge. The forecast's is dashed like its line, so that it is not taken for the work in
/// progress, which has the same hue.
fn shade(context: &Context, class: Option<&str>, fill: Color) -> (Color, Stroke) {
    let (theme, edge) = (context.theme, context.look.small.size * SHADE_EDGE);
    match class {
        Some(progress::CLASS) if fill.alpha < u8::MAX => {
            (progress::as_seen(fill), Stroke::solid(theme.work, edge))
        }
        Some(cone::CLASS) => (fill, Stroke::dashed(theme.work, edge * 1.6, vec![edge * 4.0, edge * 2.8])),
        _ => (fill, Stroke::solid(theme.muted, edge)),
    }
}

/// What has to be known about the data, besides items without an estimate.
pub(crate) fn caveats(context: &Context) -> Vec<String> {
    let (words, text) = (context.words, &context.words.text);
    let sentence = |caveat: &Caveat| {
        let said = match caveat {
            Caveat::Unestimated { .. } => return None,
            Caveat::Gaps(days) => return Some(words.count(&text.gaps, *days, &[])),
            Caveat::HistoryCut(items) => return Some(words.count(&text.history_cut, *items, &[])),
            Caveat::NetOnly => text.net_only,
            Caveat::DailyTotals => text.daily_totals,
            Caveat::NoHistory => text.no_history,
            Caveat::JoinedWhenCreated => text.joined_when_created,
            Caveat::EstimatesOfToday => text.estimates_of_today,
            Caveat::StatesGuessed => text.states_guessed,
            Caveat::ItemsCounted => text.items_counted,
            Caveat::ZoneAssumed => text.zone_assumed,
            Caveat::ZoneUncertain => text.zone_uncertain,
        };
        Some(said.to_owned())
    };
    context.sprint.caveats.iter().filter_map(sentence).collect()
}

/// Under everything.
fn footer(context: &Context, notes: Vec<String>) -> Option<Title> {
    let notes: Vec<String> = notes.into_iter().chain(caveats(context)).collect();
    let text = notes.join(headline::SEPARATOR);
    if text.is_empty() {
        return None;
    }
    let style = context.look.small;
    let wrap = Wrap { least_size: style.size, max_lines: 2 };
    Some(Title {
        position: Position::Bottom,
        padding: Sides { top: style.size * 0.4, ..Sides::default() },
        weight: 2.0,
        gives_way: gives_way::FOOTERS,
        ..Title::paragraph(headline::facts_of(&text), paragraph(style), context.theme.muted, wrap)
    })
}
