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
mod painter;
mod point_label;
mod point_labels;
mod radial;
mod rule_labels;
mod slices;
mod text;
mod title;

use crate::chart::Chart;
use crate::font::Fonts;
use crate::mark::{StackedValues, cull_offscreen};
use crate::scene::{Item, Scene};

use chart_layout::ChartLayout;
use collapse::VisibleParts;
use context::LayoutContext;
use groups::group_items;
use painter::Painter;

/// Lays out a chart and returns the finished scene.
pub fn build_scene(chart: &Chart, fonts: &Fonts) -> Scene {
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
    let resolved_axes = layout.axes.map(|_, axis| axis.resolved_axis());
    let (layers, overlay_labels) = (layout.draw_layers(), layout.draw_overlay_labels());
    let ChartLayout { plot, radials, .. } = layout;
    let mut items: Vec<Item> = group_items("card", card::card_background(chart)).into_iter().collect();
    items.extend(Painter { chart, plot, resolved_axes, radials }.paint_datasets(
        layers,
        &mut stacks.clone(),
        fonts,
    ));
    items.extend(overlay_labels);
    items.extend(group_items("border", card::card_border(chart)));
    Scene {
        size: chart.size,
        title: chart.title.clone(),
        description: chart.description.clone(),
        lang: chart.lang,
        items: cull_offscreen(items, chart.size, chart.pixel_ratio),
    }
}
