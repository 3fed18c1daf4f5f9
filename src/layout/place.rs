//! The places of a chart's parts after the layout, for code of a configuration.

use crate::chart::{Chart, DatasetId, PlacedChart, PlacedMark, PlacedRadialAxis};
use crate::font::Fonts;
use crate::geometry::Rect;
use crate::mark::{Bar, Slice, StackedValues};

use super::boxes::Edges;
use super::chart_layout::ChartLayout;
use super::collapse::VisibleParts;
use super::context::LayoutContext;
use super::lines::PlacedLines;
use super::painter::{DatasetMarks, Painter};

/// Lays out a chart and returns the places of its parts, without drawing it.
pub fn place_chart(chart: &Chart, fonts: &Fonts) -> PlacedChart {
    let fonts = &fonts.with_measure_cache();
    let stacks = StackedValues::from_chart(chart);
    let visible_parts = VisibleParts::before_any_drop(chart, fonts);
    let layout = ChartLayout::from_context(LayoutContext { chart, fonts, stacks: &stacks, visible_parts });
    let mut placed = placed_boxes(&layout);
    let resolved_axes = layout.axes.map(|_, axis| axis.resolved_axis());
    let ChartLayout { plot, radials, .. } = layout;
    let painter = Painter { chart, plot, resolved_axes, radials };
    placed.datasets = painter.placed_marks(&mut stacks.clone());
    placed.annotations = painter.placed_annotations(fonts);
    placed
}

/// The places of the plot, the legend and the axes.
pub(super) fn placed_boxes(layout: &ChartLayout) -> PlacedChart {
    PlacedChart {
        plot: rect_of(layout.plot),
        legend: layout.legend_edges().map(rect_of),
        axes: layout.axes.map(|_, axis| axis.state()),
        radial_axes: layout.radials.map(|_, radial| PlacedRadialAxis {
            state: radial.axis.state(),
            center: (radial.center.x, radial.center.y),
            outer_radius: radial.outer_radius,
            label_count: radial.label_count(),
        }),
        last_font_size: last_font_size(layout),
        leaves_middle_baseline: layout.has_legend_in_rows(),
        ..PlacedChart::default()
    }
}

/// The size of the font with which Chart.js measures last: the labels of vertical axes come after those of horizontal ones.
fn last_font_size(layout: &ChartLayout) -> Option<f64> {
    let shown = |horizontal: bool| {
        let mut axes =
            layout.axes.iter().filter(move |axis| axis.is_visible() && axis.axis.horizontal == horizontal);
        axes.next_back().map(|axis| axis.axis.tick_labels.fonts.get(0).style.size)
    };
    shown(false).or_else(|| shown(true)).or_else(|| layout.legend_font_size())
}

fn rect_of(edges: Edges) -> Rect {
    Rect::from_edges(edges.left, edges.top, edges.right, edges.bottom)
}

impl Painter<'_> {
    /// Returns the places of the marks of all datasets, by data index.
    pub(super) fn placed_marks(
        &self,
        stacks: &mut StackedValues,
    ) -> crate::chart::IdList<DatasetId, Vec<PlacedMark>> {
        let lines = self.place_lines(stacks);
        self.chart.datasets.map(|id, set| {
            let mut placed = vec![PlacedMark::Missing; set.data.len()];
            for (index, mark) in self.dataset_marks(id, &lines, stacks) {
                if let Some(place) = placed.get_mut(index) {
                    *place = mark;
                }
            }
            placed
        })
    }

    fn dataset_marks(
        &self,
        id: DatasetId,
        lines: &PlacedLines,
        stacks: &mut StackedValues,
    ) -> Vec<(usize, PlacedMark)> {
        match self.place_marks(id, stacks) {
            DatasetMarks::Bars(bars) => bars.iter().map(|(index, bar)| (*index, placed_bar(bar))).collect(),
            DatasetMarks::Slices(slices) => {
                slices.iter().map(|(index, slice)| (*index, placed_arc(slice))).collect()
            }
            DatasetMarks::Line => {
                let nodes =
                    lines.get(id).and_then(Option::as_ref).into_iter().flat_map(|line| &line.polyline.nodes);
                let shown = nodes.enumerate().filter(|(_, node)| !node.skip);
                shown
                    .map(|(index, node)| {
                        (index, PlacedMark::Point { x: node.position.x, y: node.position.y })
                    })
                    .collect()
            }
        }
    }
}

fn placed_bar(bar: &Bar) -> PlacedMark {
    let length = (bar.head - bar.base).abs();
    let (x, y, width, height) = if bar.horizontal {
        (bar.head, bar.center, length, bar.thickness)
    } else {
        (bar.center, bar.head, bar.thickness, length)
    };
    PlacedMark::Bar { x, y, base: bar.base, width, height, horizontal: bar.horizontal }
}

fn placed_arc(slice: &Slice) -> PlacedMark {
    PlacedMark::Arc {
        x: slice.center.x,
        y: slice.center.y,
        start_angle: slice.start_angle,
        end_angle: slice.end_angle,
        inner_radius: slice.inner_radius,
        outer_radius: slice.outer_radius,
    }
}
