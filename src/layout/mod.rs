//! Lays out a [`Chart`]: boxes around a plot, and the items in the order in which Chart.js 4.6.1 draws them.

mod annotation;
mod axis;
mod bars;
mod boxes;
mod card;
mod chart_layout;
mod clip;
mod collapse;
mod context;
mod data_labels;
mod dodge;
mod end_label_size;
mod end_labels;
mod fill_area;
mod gauge;
mod groups;
mod legend;
mod legend_entries;
mod lines;
mod paint_step;
mod painter;
mod place;
mod point_label;
mod point_labels;
mod radial;
mod rule_labels;
mod slices;
mod text;
mod title;

use crate::chart::{Chart, PlacedChart};
use crate::font::Fonts;
use crate::mark::{StackedValues, cull_offscreen};
use crate::scene::{Item, Scene};

use chart_layout::ChartLayout;
use collapse::VisibleParts;
use context::LayoutContext;
use groups::group_items;
use paint_step::PaintSteps;
pub use paint_step::{DrawHook, PaintStep};
use painter::Painter;
pub use place::place_chart;
use place::placed_boxes;

/// A chart that is laid out, and the steps in which it is painted.
pub struct LaidOutChart {
    /// In painting order.
    pub steps: Vec<PaintStep>,
    /// The places of the parts, for code of a configuration.
    pub placed: PlacedChart,
}

/// Lays out a chart and returns the finished scene.
pub fn build_scene(chart: &Chart, fonts: &Fonts) -> Scene {
    let items = lay_out(chart, fonts).steps.into_iter().flat_map(PaintStep::into_items);
    finish_scene(chart, items.collect())
}

/// Makes a scene of the painted items of a chart.
pub fn finish_scene(chart: &Chart, items: Vec<Item>) -> Scene {
    Scene {
        size: chart.size,
        title: chart.title.clone(),
        description: chart.description.clone(),
        lang: chart.lang,
        items: cull_offscreen(items, chart.size, chart.pixel_ratio),
    }
}

/// Lays out a chart and paints its parts.
pub fn lay_out(chart: &Chart, fonts: &Fonts) -> LaidOutChart {
    let fonts = &fonts.with_measure_cache();
    let stacks = StackedValues::from_chart(chart);
    let mut layout = ChartLayout::from_context(LayoutContext {
        chart,
        fonts,
        stacks: &stacks,
        visible_parts: VisibleParts::before_any_drop(chart, fonts),
    });
    while let Some(visible_parts) = layout.context.visible_parts.drop_next(chart, layout.plot) {
        layout = ChartLayout::from_context(LayoutContext { visible_parts, ..layout.context });
    }
    let mut placed = if chart.has_draw_hooks { placed_boxes(&layout) } else { PlacedChart::default() };
    let resolved_axes = layout.axes.map(|_, axis| axis.resolved_axis());
    let (layers, overlay_labels) = (layout.draw_layers(), layout.draw_overlay_labels());
    let ChartLayout { plot, radials, .. } = layout;
    let painter = Painter { chart, plot, resolved_axes, radials };
    if chart.has_draw_hooks {
        placed.datasets = painter.placed_marks(&mut stacks.clone());
        placed.annotations = painter.placed_annotations(fonts);
    }
    let mut steps = PaintSteps::default();
    steps.extend(group_items("card", card::card_background(chart)));
    painter.paint_datasets(&mut steps, layers, &mut stacks.clone(), fonts);
    steps.extend(overlay_labels);
    steps.extend(group_items("border", card::card_border(chart)));
    LaidOutChart { steps: steps.into_steps(), placed }
}
