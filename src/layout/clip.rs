//! How far marks stand out over the plot, and where they are cut.

use crate::chart::{Chart, ClipSide, Clips, Dataset, Mark};
use crate::geometry::Size;
use crate::layout::boxes::Edges;
use crate::mark::cut;
use crate::scale::Track;
use crate::scene::Item;

use super::Painter;

/// How far marks stand out over the plot.
pub(super) fn widest_mark(chart: &Chart) -> f64 {
    let spill = |set: &Dataset| overflow(&set.mark, set.values.len(), false).unwrap_or(0.0);
    chart.datasets.iter().map(spill).fold(0.0, f64::max)
}

/// How far a dataset's marks stand out over their places; `None` where nothing is cut because of it. When room is
/// left for them, Chart.js does not know the line's border yet.
fn overflow(mark: &Mark, count: usize, with_border: bool) -> Option<f64> {
    let Mark::Line(line) = mark else { return matches!(mark, Mark::Bars(_)).then_some(0.0) };
    let size = |index: usize| {
        let style = line.points.styles.get(index);
        match line.points.radii.get(index) {
            Some(0.0) => 0.0,
            Some(radius) => (radius.max(style.hover_radius) + style.stroke.width) * 2.0,
            None => style.size(),
        }
    };
    let Some(style) = &line.line else {
        let most = (0..count).map(size).fold(0.0, f64::max) / 2.0;
        return (most > 0.0).then_some(most);
    };
    let border = if with_border { style.stroke.width } else { 0.0 };
    if count == 0 {
        return Some(border);
    }
    Some(border.max(size(0)).max(size(count - 1)) / 2.0)
}

impl Painter<'_> {
    /// What a dataset's items are cut at, where they are.
    pub(super) fn clip(&self, dataset: usize) -> Option<Edges> {
        let set = self.chart.datasets.get(dataset)?;
        let mut area = self.plot;
        let axes = set.axes.and_then(|(i, v)| {
            let (first, second) = (self.tracks.get(i)?, self.tracks.get(v)?);
            let (x, y) = if first.horizontal { (i, v) } else { (v, i) };
            let (x_track, y_track) = if first.horizontal { (first, second) } else { (second, first) };
            Some(((x, x_track), (y, y_track)))
        });
        let mut sides = [ClipSide::Beyond(0.0); 4];
        if let Some(((x, x_track), (y, y_track))) = axes {
            let clips = |index: usize| self.chart.axes.get(index).is_some_and(|axis| axis.clip);
            if clips(x) {
                (area.left, area.right) = (x_track.edges[0], x_track.edges[2]);
            }
            if clips(y) {
                (area.top, area.bottom) = (y_track.edges[1], y_track.edges[3]);
            }
        }
        match set.clip {
            Some(Clips::None | Clips::All) => return None,
            Some(Clips::Sides(given)) => sides = given,
            None => {
                let allowed = overflow(&set.mark, set.values.len(), true)?;
                if let Some(((x, x_track), (y, y_track))) = axes {
                    let [left, right] = self.ends(x, x_track, allowed);
                    let [bottom, top] = self.ends(y, y_track, allowed);
                    sides = [left, top, right, bottom];
                }
            }
        }
        let [left, top, right, bottom] = sides;
        let Size { width, height } = self.chart.size;
        let edge = |side: ClipSide, at: f64, out: f64, sign: f64| match side {
            ClipSide::Open => out,
            ClipSide::Beyond(pixels) => at + sign * pixels,
        };
        Some(Edges {
            left: edge(left, area.left, 0.0, -1.0),
            top: edge(top, area.top, 0.0, -1.0),
            right: edge(right, area.right, width, 1.0),
            bottom: edge(bottom, area.bottom, height, 1.0),
        })
    }

    /// Whether nothing is left of a dataset.
    pub(super) fn is_cut_away(&self, dataset: usize) -> bool {
        self.chart.datasets.get(dataset).is_some_and(|set| set.clip == Some(Clips::All))
    }

    /// How far marks may stand out at both ends of an axis: not at all where the end was given.
    fn ends(&self, index: usize, track: &Track, allowed: f64) -> [ClipSide; 2] {
        let (min, max) = track.given;
        let room = |given: Option<f64>| ClipSide::Beyond(if given.is_some() { 0.0 } else { allowed });
        let reverse = self.chart.axes.get(index).is_some_and(|axis| axis.reverse);
        if reverse { [room(max), room(min)] } else { [room(min), room(max)] }
    }

    pub(super) fn clipped(&self, dataset: usize, items: Vec<Item>) -> Vec<Item> {
        if self.is_cut_away(dataset) {
            return Vec::new();
        }
        let Some(area) = self.clip(dataset) else { return items };
        cut(items, [area.left, area.top, area.right, area.bottom], self.chart.pixel_ratio)
    }
}
