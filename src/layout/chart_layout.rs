//! A chart during the layout: the boxes around the plot, and the items that are drawn in and over them.

use crate::chart::{
    Annotation, AnnotationCoord, AnnotationShape, AxisDisplay, AxisId, Guide, IdList, LayoutPosition,
    RadialAxisId,
};
use crate::scene::{Item, Text};

use super::axis::{AxisBox, AxisBoxes};
use super::boxes::{self, AvailableSpace, BoxOptions, Edges, RequiredSpace};
use super::card;
use super::clip::largest_mark_overflow;
use super::context::LayoutContext;
use super::groups::group_items;
use super::legend::LegendBox;
use super::painter::Layers;
use super::radial::RadialBox;
use super::title::TitleBox;

/// A box beside the plot, or the plot itself.
enum LayoutBox<'a> {
    Legend(LegendBox<'a>),
    Title(TitleBox<'a>),
    Axis(AxisId),
    Radial(RadialAxisId),
    /// Space for the labels at the ends of datasets.
    Gutter,
}

/// A chart during the layout.
pub(super) struct ChartLayout<'a> {
    pub(super) context: LayoutContext<'a>,
    boxes: Vec<LayoutBox<'a>>,
    pub(super) axes: AxisBoxes<'a>,
    pub(super) radials: IdList<RadialAxisId, RadialBox<'a>>,
    pub(super) plot: Edges,
    /// Width of the space for end labels, in pixels.
    gutter_width: f64,
}

impl<'a> ChartLayout<'a> {
    fn new(context: LayoutContext<'a>) -> Self {
        let chart = context.chart;
        let visible = context.visible_parts;
        let guides = chart.guides.iter().filter_map(|guide| match guide {
            Guide::Legend(legend) => visible
                .is_visible(legend.drop_priority)
                .then(|| LayoutBox::Legend(LegendBox::new(legend, visible.end_labels))),
            Guide::Title(title) => {
                visible.is_visible(title.drop_priority).then(|| LayoutBox::Title(TitleBox::new(title)))
            }
        });
        let gutter = visible.end_labels.then_some(LayoutBox::Gutter);
        let axes = chart.axes.ids().map(LayoutBox::Axis);
        let radials = chart.radial_axes.ids().map(LayoutBox::Radial);
        Self {
            context,
            boxes: guides.chain(axes).chain(radials).chain(gutter).collect(),
            axes: chart.axes.map(|id, axis| AxisBox::new(axis, Some(id), &context)),
            radials: chart.radial_axes.map(|id, radial| RadialBox::new(radial, id, &context)),
            plot: Edges::default(),
            gutter_width: 0.0,
        }
    }

    /// Places all boxes of a chart.
    pub(super) fn from_context(context: LayoutContext<'a>) -> Self {
        let mut layout = Self::new(context);
        layout.place_boxes();
        let gutter = layout.required_gutter_width();
        if gutter > 0.0 {
            layout.gutter_width = gutter;
            layout.place_boxes();
        }
        layout
    }

    fn all_box_options(&self) -> Vec<BoxOptions> {
        let is_horizontal =
            |position: LayoutPosition| matches!(position, LayoutPosition::Top | LayoutPosition::Bottom);
        let beside = |position: LayoutPosition, shown: bool| BoxOptions {
            position,
            horizontal: false,
            full_size: false,
            weight: 0.0,
            stack: None,
            stack_weight: 1.0,
            shown,
        };
        let options_of = |layout_box: &LayoutBox| match layout_box {
            LayoutBox::Legend(legend) => legend.box_options(),
            LayoutBox::Title(title) => title.box_options(),
            LayoutBox::Axis(id) => {
                let axis = self.context.chart.axes.get(*id);
                BoxOptions {
                    position: axis.map_or(LayoutPosition::ChartArea, |axis| axis.position),
                    horizontal: axis.is_some_and(|axis| axis.horizontal || is_horizontal(axis.position)),
                    full_size: false,
                    weight: axis.map_or(0.0, |axis| axis.weight),
                    stack: axis.and_then(|axis| axis.stack.clone()),
                    stack_weight: axis.map_or(1.0, |axis| axis.stack_weight),
                    shown: axis.is_some_and(|axis| axis.display != AxisDisplay::Hidden),
                }
            }
            LayoutBox::Radial(_) => beside(LayoutPosition::ChartArea, true),
            LayoutBox::Gutter => beside(LayoutPosition::Right, false),
        };
        self.boxes.iter().map(options_of).collect()
    }

    fn place_boxes(&mut self) {
        let (chart, context) = (self.context.chart, self.context);
        let options = self.all_box_options();
        let mark_overflow = if chart.auto_padding { largest_mark_overflow(chart) } else { 0.0 };
        let (boxes, axes, gutter) = (&mut self.boxes, &mut self.axes, self.gutter_width);
        let mut fit_box = |index: usize, available: AvailableSpace| match boxes.get_mut(index) {
            Some(LayoutBox::Legend(legend)) => legend.fit_to(available, context.fonts),
            Some(LayoutBox::Title(title)) => title.fit_to(available, context.fonts),
            Some(LayoutBox::Gutter) => {
                RequiredSpace { width: gutter, height: available.height, ..RequiredSpace::default() }
            }
            Some(LayoutBox::Axis(id)) => {
                axes.get_mut(*id).map_or_else(RequiredSpace::default, |axis| axis.fit_to(available, &context))
            }
            _ => RequiredSpace::default(),
        };
        let (plot, placed) =
            boxes::fit_boxes(&options, chart.size, chart.padding, mark_overflow, &mut fit_box);
        self.plot = plot;
        for (layout_box, edges) in self.boxes.iter_mut().zip(placed) {
            match layout_box {
                LayoutBox::Legend(legend) => legend.set_edges(edges),
                LayoutBox::Title(title) => title.edges = edges,
                LayoutBox::Axis(id) => {
                    if let Some(axis) = self.axes.get_mut(*id) {
                        axis.set_edges(edges);
                    }
                }
                LayoutBox::Radial(id) => {
                    if let Some(radial) = self.radials.get_mut(*id) {
                        radial.fit_to_plot(plot, &context);
                    }
                }
                LayoutBox::Gutter => {}
            }
        }
    }

    fn legend(&self) -> Option<&LegendBox<'a>> {
        self.boxes.iter().find_map(|layout_box| match layout_box {
            LayoutBox::Legend(legend) if legend.legend.display => Some(legend),
            _ => None,
        })
    }

    /// Returns the edges of the legend, if there is one.
    pub(super) fn legend_edges(&self) -> Option<Edges> {
        self.legend().map(|legend| legend.edges)
    }

    /// Returns the size of the font of the legend, if there is one.
    pub(super) fn legend_font_size(&self) -> Option<f64> {
        self.legend().map(|legend| legend.legend.font.style.size)
    }

    /// Returns true if there is a legend whose entries are in rows.
    pub(super) fn has_legend_in_rows(&self) -> bool {
        self.legend().is_some_and(LegendBox::is_horizontal)
    }

    /// Draws the legend, titles and axes, sorted by depth.
    pub(super) fn draw_layers(&self) -> Layers {
        let context = &self.context;
        let no_plot = self.plot.width() <= 0.0 || self.plot.height() <= 0.0;
        let mut layers: Layers = Vec::new();
        let mut add = |depth: f64, items: Option<Item>| layers.push((depth, items.into_iter().collect()));
        for layout_box in &self.boxes {
            match layout_box {
                LayoutBox::Legend(legend) => add(0.0, group_items("legend", legend.draw(context.fonts))),
                LayoutBox::Title(title) => {
                    add(0.0, group_items(title.group_class(), title.draw(context.fonts)));
                }
                LayoutBox::Axis(id) => {
                    let Some(axis) = self.axes.get(*id).filter(|axis| axis.is_visible()) else { continue };
                    let class = if axis.axis.horizontal { "x-axis" } else { "y-axis" };
                    add(
                        axis.axis.grid.z,
                        group_items("grid", axis.draw_grid(self.plot, &self.axes, context)),
                    );
                    add(
                        axis.axis.grid.z,
                        group_items("axis-title", axis.draw_title(self.plot, &self.axes, context)),
                    );
                    add(
                        axis.axis.border.z,
                        group_items(class, axis.draw_border(self.plot, &self.axes, context)),
                    );
                    add(
                        axis.axis.tick_labels.z,
                        group_items(class, axis.draw_labels(self.plot, &self.axes, context)),
                    );
                }
                LayoutBox::Radial(id) => {
                    let Some(radial) = self.radials.get(*id).filter(|radial| radial.is_visible() && !no_plot)
                    else {
                        continue;
                    };
                    add(radial.axis.axis.grid.z, group_items("grid", radial.draw_grid(context)));
                    add(
                        radial.axis.axis.tick_labels.z,
                        group_items("r-axis", radial.draw_tick_labels(context)),
                    );
                }
                LayoutBox::Gutter => {}
            }
        }
        layers.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers
    }

    /// Draws the texts over the data: rule labels, captions, value labels and end labels.
    pub(super) fn draw_overlay_labels(&self) -> Vec<Item> {
        let rule_labels = self.place_rule_labels();
        let (mut value_items, mut captions, mut value_texts) = (Vec::new(), Vec::new(), Vec::new());
        for (id, axis) in self.axes.entries().filter(|(_, axis)| axis.is_visible()) {
            let start = rule_labels.row_starts.iter().find(|(panel_axis, _)| *panel_axis == id);
            let end = start.map_or(f64::INFINITY, |(_, start)| *start);
            captions.extend(axis.caption_text(self.plot, end, &self.context));
            let texts = axis.value_texts(&self.axes, &self.context);
            let card = self.context.chart.background.as_ref();
            let card =
                card.filter(|_| axis.axis.value_labels.as_ref().is_some_and(|values| values.with_background));
            value_items.extend(
                card.iter()
                    .flat_map(|card| texts.iter().map(|text| card::label_background(text, card.color))),
            );
            value_texts.extend(texts);
        }
        let chart = self.context.chart;
        let rules: Vec<f64> =
            chart.annotations.iter().filter_map(|annotation| self.vertical_rule_x(annotation)).collect();
        let with_backgrounds = |texts: Vec<Text>| {
            texts.into_iter().flat_map(|text| card::with_background_over_rules(text, &rules, chart))
        };
        value_items.extend(with_backgrounds(value_texts));
        let groups = [
            group_items("flags", rule_labels.items),
            group_items("captions", with_backgrounds(captions)),
            group_items("values", value_items),
            group_items("end-labels", self.draw_end_labels()),
        ];
        groups.into_iter().flatten().collect()
    }

    /// Returns the x coordinate of a vertical line annotation.
    fn vertical_rule_x(&self, annotation: &Annotation) -> Option<f64> {
        match (&annotation.shape, annotation.x) {
            (
                AnnotationShape::Line(_),
                [AnnotationCoord::AxisValue(axis, from), AnnotationCoord::AxisValue(_, to)],
            ) if from == to => self.axes.get(axis).map(|axis| axis.pixel_for_value(from)),
            _ => None,
        }
    }
}
