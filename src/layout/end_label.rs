//! Labels at the ends of datasets, instead of a legend.

use crate::chart::{Chart, Dataset, EndLabel};
use crate::font::Fonts;
use crate::geometry::Point;
use crate::scene::{Item, Text};

use super::Picture;
use super::card::plate;
use super::room::Shown;
use super::spread::spread;

/// Room between a dataset's end and its label, as a share of the font size.
const GAP: f64 = 0.6;
/// Labels that would take more than this share of the width go to the legend.
const MOST_SHARE: f64 = 0.3;

fn all(chart: &Chart) -> impl Iterator<Item = &EndLabel> {
    chart.datasets.iter().filter(|set| set.visible).filter_map(|set| set.end_label.as_ref())
}

/// Whether there are any, and beside them enough of a width for the plot.
pub(super) fn has_room(chart: &Chart, width: f64, fonts: &Fonts) -> bool {
    let needed = |label: &EndLabel| fonts.width(&label.text, label.font.style) + label.font.style.size * GAP;
    all(chart).next().is_some() && all(chart).all(|label| needed(label) <= width * MOST_SHARE)
}

/// Whether they are kept on a small picture.
pub(super) fn is_kept(chart: &Chart, shown: Shown) -> bool {
    all(chart).all(|label| shown.keeps(label.gives_way))
}

/// Height of all of them one under the other.
pub(super) fn height(chart: &Chart) -> f64 {
    all(chart).map(|label| label.font.line_height).sum()
}

/// A label and the end it belongs to.
struct Tied<'a> {
    label: &'a EndLabel,
    end: Point,
    /// Index of its value axis.
    over: usize,
}

impl Tied<'_> {
    fn left(&self) -> f64 {
        self.end.x + self.label.font.style.size * GAP
    }
}

impl Picture<'_> {
    fn tied(&self) -> Vec<Tied<'_>> {
        let shown = |set: &&Dataset| set.visible && self.ground.shown.end_labels;
        let tied = |set| self.tie(set);
        self.ground.chart.datasets.iter().filter(shown).filter_map(tied).collect()
    }

    fn tie<'d>(&self, set: &'d Dataset) -> Option<Tied<'d>> {
        let (label, (index, over)) = (set.end_label.as_ref()?, set.axes?);
        let last = set.values.iter().rev().find_map(|at| at.index.zip(at.value))?;
        let end = Point::new(self.axes.get(index)?.pixel(last.0), self.axes.get(over)?.pixel(last.1));
        Some(Tied { label, end, over })
    }

    /// The room that labels need right of the plot: a label moves with its dataset's end when the plot gets narrower.
    pub(super) fn end_gutter(&self) -> f64 {
        let plot = self.plot;
        let needed = |tied: &Tied| {
            let width = self.ground.fonts.width(&tied.label.text, tied.label.font.style);
            let share = (tied.end.x - plot.left) / plot.width();
            let most = plot.width() - (tied.left() - tied.end.x) - width;
            if share > 0.0 { plot.width() - most / share } else { 0.0 }
        };
        self.tied().iter().map(needed).fold(0.0, f64::max).min(plot.width().max(0.0))
    }

    /// The labels right of their ends, moved up or down where two would meet, each on a plate so that no line runs
    /// through it.
    pub(super) fn end_labels(&self) -> Vec<Item> {
        let tied = self.tied();
        let style = |tied: &Tied| tied.label.font.style;
        let lines: Vec<_> =
            tied.iter().map(|tied| self.ground.fonts.line(&tied.label.text, style(tied))).collect();
        let spans: Vec<_> = tied
            .iter()
            .zip(&lines)
            .map(|(t, line)| (t.left(), t.left() + line.width, style(t).size))
            .collect();
        let clash = |a: usize, b: usize| match (spans.get(a), spans.get(b)) {
            (Some(a), Some(b)) => a.0 < b.1 + b.2 && b.0 < a.1 + a.2,
            _ => false,
        };
        let mut boxes: Vec<_> = tied.iter().map(|tied| (tied.end.y, tied.label.font.line_height)).collect();
        let size = tied.iter().map(|tied| style(tied).size).fold(0.0, f64::max);
        let tops = tied.iter().filter_map(|tied| Some(self.axes.get(tied.over)?.panel_top()));
        let top = tops.fold(f64::INFINITY, f64::min);
        spread(&mut boxes, (top - size * 0.15, self.plot.bottom + size * 0.2), clash);
        let mut plates = Vec::new();
        let mut texts = Vec::new();
        for ((tied, line), (middle, _)) in tied.iter().zip(lines).zip(boxes) {
            let style = style(tied);
            let at = Point::new(tied.left(), middle + style.middle());
            let text = Text { at, style, color: tied.label.color, outline: None, line };
            plates.extend(self.ground.chart.card.as_ref().map(|card| plate(&text, card.background)));
            texts.push(Item::Text(text));
        }
        plates.extend(texts);
        plates
    }
}
