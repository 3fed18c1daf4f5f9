//! Paints datasets, annotations and layers in the order of Chart.js 4.6.1.

use crate::chart::{AxisId, Chart, DatasetId, DrawTime, FillDrawTime, IdList, Mark, RadialAxisId};
use crate::font::Fonts;
use crate::mark::{Bar, Slice, StackedValues, draw_slice};
use crate::scale::ResolvedAxis;
use crate::scene::Item;

use super::boxes::Edges;
use super::groups::{group_items, merge_adjacent_groups};
use super::paint_step::{DrawHook, PaintSteps};
use super::radial::RadialBox;

/// Items with the depth (`z`) that they are painted at.
pub(super) type Layers = Vec<(f64, Vec<Item>)>;

/// Paints the datasets between the layers.
pub(super) struct Painter<'a> {
    pub(super) chart: &'a Chart,
    pub(super) plot: Edges,
    pub(super) resolved_axes: IdList<AxisId, ResolvedAxis>,
    pub(super) radials: IdList<RadialAxisId, RadialBox<'a>>,
}

/// The marks of a dataset with their data indices.
pub(super) enum DatasetMarks<'a> {
    Bars(Vec<(usize, Bar<'a>)>),
    Slices(Vec<(usize, Slice<'a>)>),
    /// The points are those of the dataset's [`PlacedLine`](super::lines::PlacedLine).
    Line,
}

impl<'a> Painter<'a> {
    pub(super) fn place_marks(&self, dataset: DatasetId, stacks: &mut StackedValues) -> DatasetMarks<'a> {
        match self.chart.datasets.get(dataset).map(|set| &set.mark) {
            Some(Mark::Bars(_)) => DatasetMarks::Bars(self.place_bars(dataset, stacks)),
            Some(Mark::Doughnut(_)) => DatasetMarks::Slices(self.place_doughnut(dataset)),
            Some(Mark::PolarArea(_)) => DatasetMarks::Slices(self.place_polar_area(dataset)),
            Some(Mark::Line(_) | Mark::Radar(_)) | None => DatasetMarks::Line,
        }
    }

    /// Paints the layers and the datasets between them, in the order in which Chart.js draws them.
    pub(super) fn paint_datasets(
        &self,
        items: &mut PaintSteps,
        layers: Layers,
        stacks: &mut StackedValues,
        fonts: &Fonts,
    ) {
        let mut order = stacks.front_to_back.clone();
        order.reverse();
        let lines = self.place_lines(stacks);
        let mut annotations = self.draw_annotations(fonts);
        let fill_time = self.chart.fill_draw_time;
        let area =
            |dataset: DatasetId| group_items(self.dataset_class(dataset), self.draw_area(dataset, &lines));
        if fill_time == FillDrawTime::BeforeDraw {
            items.extend(order.iter().filter_map(|dataset| area(*dataset)));
        }
        items.append(annotations.take_drawn_at(DrawTime::BeforeDraw));
        items.hook(DrawHook::BeforeDraw);
        let (below, above): (Vec<_>, Vec<_>) = layers.into_iter().partition(|(depth, _)| *depth <= 0.0);
        items.extend(merge_adjacent_groups(below.into_iter().flat_map(|(_, items)| items)));
        if fill_time == FillDrawTime::BeforeDatasetsDraw {
            items.extend(order.iter().filter_map(|dataset| area(*dataset)));
        }
        items.append(annotations.take_drawn_at(DrawTime::BeforeDatasetsDraw));
        items.hook(DrawHook::BeforeDatasetsDraw);
        // In data order, as in Chart.js: a bar with a minimum length moves those stacked on it.
        let marks = self.chart.datasets.map(|dataset, _| self.place_marks(dataset, stacks));
        for dataset in order.iter().copied() {
            let area = if fill_time == FillDrawTime::BeforeDatasetDraw { area(dataset) } else { None };
            let between = annotations.take_drawn_at(DrawTime::BeforeDatasetDraw(dataset));
            let drawn = match marks.get(dataset) {
                Some(DatasetMarks::Bars(bars)) => bars.iter().flat_map(|(_, bar)| bar.draw_bar()).collect(),
                Some(DatasetMarks::Slices(slices)) => {
                    let drawn = slices.iter().flat_map(|(_, slice)| draw_slice(slice, self.chart.size));
                    self.draw_gauge(slices, fonts).into_iter().chain(drawn).collect()
                }
                Some(DatasetMarks::Line) => self.draw_line_and_points(dataset, &lines),
                None => Vec::new(),
            };
            let drawn = group_items(self.dataset_class(dataset), self.clip_items(dataset, drawn));
            let is_visible = self.chart.datasets.get(dataset).is_some_and(|set| set.visible);
            if self.chart.has_draw_hooks {
                items.extend(area);
                items.append(between);
                items.extend_between(drawn, is_visible.then_some(DrawHook::BeforeDatasetDraw(dataset)));
            } else {
                let parts = area.into_iter().chain(between.into_items()).chain(drawn);
                items.extend(merge_adjacent_groups(parts));
            }
        }
        items.extend(group_items("data-labels", self.draw_data_labels(&marks, &lines, fonts)));
        items.append(annotations.take_drawn_at(DrawTime::AfterDatasetsDraw));
        items.hook(DrawHook::AfterDatasetsDraw);
        items.extend(merge_adjacent_groups(above.into_iter().flat_map(|(_, items)| items)));
        items.append(annotations.take_drawn_at(DrawTime::AfterDraw));
        items.hook(DrawHook::AfterDraw);
    }

    fn dataset_class(&self, dataset: DatasetId) -> &'static str {
        self.chart.datasets.get(dataset).and_then(|set| set.class).unwrap_or("dataset")
    }
}
