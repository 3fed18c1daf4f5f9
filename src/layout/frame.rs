//! The two fixed passes that find the plot: strips are measured and summed, then the vertical axes
//! and the labels at line ends take their width.

use crate::chart::{Axis, Chart, Side};
use crate::font::Fonts;
use crate::geometry::Rect;
use crate::scale::Linear;
use crate::scene::Item;

use super::{Panel, axis, end_label, legend, paragraph, strip};

/// Below this share of the content's height or width the plot gets rid of strips around it.
const LEAST_PLOT_SHARE: f64 = 0.35;
/// Labels at line ends that would take more than this share of the width go to the legend.
const MOST_END_LABEL_SHARE: f64 = 0.3;

/// What surrounds the plot, in the order in which it gives way on a small canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    /// Nothing but the plot.
    Bare,
    /// The first title, and labels at line ends.
    Headline,
    /// All titles, axis labels and marks.
    Titles,
    /// The legend as well.
    Legend,
    /// Everything.
    Full,
}

/// The rectangles of the picture and the finished strips around the plot.
pub(super) struct Frame {
    pub(super) titles: Vec<Item>,
    pub(super) legend: Vec<Item>,
    pub(super) footers: Vec<Item>,
    /// Where the labels of rules and the first axis's caption stand; no height when there are none.
    pub(super) strip: Rect,
    /// All panels together.
    pub(super) plot: Rect,
    /// One for each vertical axis, from the top.
    pub(super) panels: Vec<Panel>,
    /// The horizontal axis, from data units to pixels.
    pub(super) x: Linear,
    /// Lines carry their label at their end.
    pub(super) direct_labels: bool,
    /// Axis labels have room.
    pub(super) axis_labels: bool,
    /// The room between the card's edges.
    pub(super) content: Rect,
}

impl Frame {
    /// The frame with as much around the plot as leaves it its share of the height.
    pub(super) fn of(chart: &Chart, fonts: &Fonts) -> Self {
        let full = Self::with(chart, fonts, Detail::Full);
        [Detail::Legend, Detail::Titles, Detail::Headline, Detail::Bare].into_iter().fold(
            full,
            |frame, less| {
                let enough = frame.plot.height >= frame.content.height * LEAST_PLOT_SHARE
                    && frame.plot.width >= frame.content.width * LEAST_PLOT_SHARE;
                if enough { frame } else { Self::with(chart, fonts, less) }
            },
        )
    }

    fn with(chart: &Chart, fonts: &Fonts, detail: Detail) -> Self {
        let content = content(chart);
        let axis_labels = detail >= Detail::Titles;
        let titles = match detail {
            Detail::Bare => &[],
            Detail::Headline => chart.titles.get(..1).unwrap_or_default(),
            _ => chart.titles.as_slice(),
        };
        let (titles, titles_height) = paragraph::stack(titles, fonts, content);
        let footers = if detail == Detail::Full { chart.footers.as_slice() } else { &[] };
        let footers_height =
            if footers.is_empty() { 0.0 } else { paragraph::stack(footers, fonts, content).1 };
        let footer_room =
            Rect::from_edges(content.x, content.bottom() - footers_height, content.right(), content.bottom());
        let (footers, _) = paragraph::stack(footers, fonts, footer_room);
        let direct_labels = detail >= Detail::Headline
            && end_label::widest(chart, fonts) <= content.width * MOST_END_LABEL_SHARE;
        let legend = if detail >= Detail::Legend {
            legend::rows(chart, fonts, content.width, direct_labels)
        } else {
            vec![]
        };
        let legend_height = legend::height(chart, &legend);
        let legend = legend::place(chart, legend, content.x, footer_room.y - legend_height);

        let strip_top = content.y + titles_height;
        let strip_height = if axis_labels { strip::height(chart) } else { 0.0 };
        let x_height = if axis_labels { horizontal(chart).map_or(0.0, axis::height) } else { 0.0 };
        let left = if axis_labels { widest_vertical(chart, fonts) } else { 0.0 };
        let plot = Rect::from_edges(
            content.x + left,
            strip_top + strip_height,
            content.right(),
            footer_room.y - legend_height - x_height,
        );
        let mut frame = Self {
            titles,
            legend,
            footers,
            strip: Rect::from_edges(content.x, strip_top, content.right(), strip_top + strip_height),
            plot,
            panels: Vec::new(),
            x: Linear { domain: (0.0, 1.0), range: (0.0, 1.0) },
            direct_labels,
            axis_labels,
            content,
        };
        frame.set_plot(chart, plot);
        frame.direct_labels &= end_label::height(chart) <= plot.height;
        if frame.direct_labels {
            let gutter = end_label::overhang(chart, fonts, &frame);
            frame.set_plot(chart, Rect::from_edges(plot.x, plot.y, plot.right() - gutter, plot.bottom()));
        }
        frame
    }

    /// Gives the plot its rectangle and every axis its range.
    fn set_plot(&mut self, chart: &Chart, plot: Rect) {
        self.plot = plot;
        self.x = Linear {
            domain: horizontal(chart).map_or((0.0, 1.0), |axis| axis.domain),
            range: (plot.x, plot.right()),
        };
        self.panels = panels(chart, plot);
    }

    /// The panel of a vertical axis.
    pub(super) fn panel(&self, axis: usize) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.axis == axis)
    }
}

fn content(chart: &Chart) -> Rect {
    let padding = chart.frame.padding.min(chart.size.width / 4.0).min(chart.size.height / 4.0);
    Rect::from_edges(padding, padding, chart.size.width - padding, chart.size.height - padding)
}

fn horizontal(chart: &Chart) -> Option<&Axis> {
    chart.axes.iter().find(|axis| axis.side == Side::Bottom)
}

fn verticals(chart: &Chart) -> impl Iterator<Item = (usize, &Axis)> {
    chart.axes.iter().enumerate().filter(|(_, axis)| axis.side == Side::Left)
}

fn widest_vertical(chart: &Chart, fonts: &Fonts) -> f64 {
    verticals(chart).map(|(_, axis)| axis::width(axis, fonts)).fold(0.0, f64::max)
}

/// Shares the height out by weight; a caption takes its line from above its panel, the first one's
/// stands in the strip.
fn panels(chart: &Chart, plot: Rect) -> Vec<Panel> {
    let total: f64 = verticals(chart).map(|(_, axis)| axis.stack_weight).sum();
    let gaps: f64 = verticals(chart).skip(1).map(|(_, axis)| axis::caption_height(axis)).sum();
    let height = (plot.height - gaps).max(0.0);
    let mut top = plot.y;
    let mut panels = Vec::new();
    for (index, axis) in verticals(chart) {
        if !panels.is_empty() {
            top += axis::caption_height(axis);
        }
        let rect = Rect::from_edges(plot.x, top, plot.right(), top + height * axis.stack_weight / total);
        top = rect.bottom();
        let inset = axis.inset.min(rect.height / 3.0);
        let scale = Linear { domain: axis.domain, range: (rect.bottom() - inset, rect.y + inset) };
        panels.push(Panel { axis: index, rect, scale, inset });
    }
    panels
}
