//! A [`Chart`] laid out: boxes around a plot, and what is drawn in the order in which Chart.js 4.6.1 draws it.

mod annotation;
mod axis;
mod bars;
mod boxes;
mod card;
mod clip;
mod data_labels;
mod end_label;
mod flags;
mod groups;
mod legend;
mod lines;
mod radial;
mod radial_labels;
mod room;
mod slices;
mod spread;
mod text;
mod title;

use crate::chart::{
    Along, Annotation, AnnotationShape, Chart, Display, DrawTime, FillTime, Guide, Mark, Position,
};
use crate::font::Fonts;
use crate::mark::{Bar, Slice, Stacks, slice, trimmed};
use crate::scene::{Item, Scene, Text};

use axis::{AxisBox, Ground};
use clip::widest_mark;
use groups::{group, joined};
use legend::LegendBox;
use radial::RadialBox;
use room::Shown;
use title::TitleBox;

use boxes::{Answer, Edges, Offer, Request};

/// Anything that takes room beside the plot, or is the plot.
enum Boxed<'a> {
    Legend(LegendBox<'a>),
    Title(TitleBox<'a>),
    Axis(usize),
    Radial(usize),
    /// Room for labels at the ends of datasets.
    Gutter,
}

/// A picture while it is laid out.
struct Picture<'a> {
    ground: Ground<'a>,
    boxes: Vec<Boxed<'a>>,
    axes: Vec<AxisBox<'a>>,
    radials: Vec<RadialBox<'a>>,
    plot: Edges,
    /// Width of the room for labels at the ends of datasets.
    gutter: f64,
}

/// Items that are painted at a depth.
type Depths = Vec<(f64, Vec<Item>)>;

/// The finished picture.
pub fn scene(chart: &Chart, fonts: &Fonts) -> Scene {
    let fonts = &fonts.remembering();
    let stacks = Stacks::of(chart);
    let mut picture =
        Picture::laid_out(Ground { chart, fonts, stacks: &stacks, shown: Shown::all(chart, fonts) });
    while let Some(shown) = picture.ground.shown.less(chart, picture.plot) {
        picture = Picture::laid_out(Ground { shown, ..picture.ground });
    }
    let tracks = picture.axes.iter().map(AxisBox::track).collect();
    let (layers, words) = (picture.layers(), picture.words());
    let Picture { plot, radials, .. } = picture;
    let mut items: Vec<Item> = group("card", card::ground(chart)).into_iter().collect();
    items.extend(Painter { chart, plot, tracks, radials }.paint(layers, &mut stacks.clone(), fonts));
    items.extend(words);
    items.extend(group("border", card::border(chart)));
    Scene {
        size: chart.size,
        title: chart.title.clone(),
        description: chart.description.clone(),
        lang: chart.lang,
        items: trimmed(items, chart.size, chart.pixel_ratio),
    }
}

impl<'a> Picture<'a> {
    fn new(ground: Ground<'a>) -> Self {
        let chart = ground.chart;
        let shown = ground.shown;
        let guides = chart.guides.iter().filter_map(|guide| match guide {
            Guide::Legend(legend) => {
                shown.keeps(legend.gives_way).then(|| Boxed::Legend(LegendBox::new(legend, shown.end_labels)))
            }
            Guide::Title(title) => shown.keeps(title.gives_way).then(|| Boxed::Title(TitleBox::new(title))),
        });
        let gutter = shown.end_labels.then_some(Boxed::Gutter);
        let axes = (0..chart.axes.len()).map(Boxed::Axis);
        let radials = (0..chart.radials.len()).map(Boxed::Radial);
        Self {
            ground,
            boxes: guides.chain(axes).chain(radials).chain(gutter).collect(),
            axes: chart
                .axes
                .iter()
                .enumerate()
                .map(|(index, axis)| AxisBox::new(axis, index, &ground))
                .collect(),
            radials: chart
                .radials
                .iter()
                .enumerate()
                .map(|(index, radial)| RadialBox::new(radial, index, &ground))
                .collect(),
            plot: Edges::default(),
            gutter: 0.0,
        }
    }

    /// A picture with everything in its place.
    fn laid_out(ground: Ground<'a>) -> Self {
        let mut picture = Self::new(ground);
        picture.lay_out();
        let gutter = picture.end_gutter();
        if gutter > 0.0 {
            picture.gutter = gutter;
            picture.lay_out();
        }
        picture
    }

    fn requests(&self) -> Vec<Request> {
        let side = |position: Position| matches!(position, Position::Top | Position::Bottom);
        let beside = |position: Position, shown: bool| Request {
            position,
            horizontal: false,
            full_size: false,
            weight: 0.0,
            stack: None,
            stack_weight: 1.0,
            shown,
        };
        let request = |boxed: &Boxed| match boxed {
            Boxed::Legend(legend) => legend.request(),
            Boxed::Title(title) => title.request(),
            Boxed::Axis(index) => {
                let axis = self.ground.chart.axes.get(*index);
                Request {
                    position: axis.map_or(Position::Area, |axis| axis.position),
                    horizontal: axis.is_some_and(|axis| axis.horizontal || side(axis.position)),
                    full_size: false,
                    weight: axis.map_or(0.0, |axis| axis.weight),
                    stack: axis.and_then(|axis| axis.stack.clone()),
                    stack_weight: axis.map_or(1.0, |axis| axis.stack_weight),
                    shown: axis.is_some_and(|axis| axis.display != Display::No),
                }
            }
            Boxed::Radial(_) => beside(Position::Area, true),
            Boxed::Gutter => beside(Position::Right, false),
        };
        self.boxes.iter().map(request).collect()
    }

    fn lay_out(&mut self) {
        let (chart, ground) = (self.ground.chart, self.ground);
        let requests = self.requests();
        let spill = if chart.auto_padding { widest_mark(chart) } else { 0.0 };
        let (boxes, axes, gutter) = (&mut self.boxes, &mut self.axes, self.gutter);
        let mut update = |index: usize, offer: Offer| match boxes.get_mut(index) {
            Some(Boxed::Legend(legend)) => legend.update(offer, ground.fonts),
            Some(Boxed::Title(title)) => title.update(offer, ground.fonts),
            Some(Boxed::Gutter) => Answer { width: gutter, height: offer.height, ..Answer::default() },
            Some(Boxed::Axis(axis)) => {
                axes.get_mut(*axis).map_or_else(Answer::default, |axis| axis.update(offer, &ground))
            }
            _ => Answer::default(),
        };
        let (plot, placed) = boxes::fit(&requests, chart.size, chart.padding, spill, &mut update);
        self.plot = plot;
        for (boxed, edges) in self.boxes.iter_mut().zip(placed) {
            match boxed {
                Boxed::Legend(legend) => legend.set_edges(edges),
                Boxed::Title(title) => title.edges = edges,
                Boxed::Axis(index) => {
                    if let Some(axis) = self.axes.get_mut(*index) {
                        axis.set_edges(edges);
                    }
                }
                Boxed::Radial(index) => {
                    if let Some(radial) = self.radials.get_mut(*index) {
                        radial.update(plot, &ground);
                    }
                }
                Boxed::Gutter => {}
            }
        }
    }

    /// Legend, titles and axes by depth.
    fn layers(&self) -> Depths {
        let ground = &self.ground;
        let no_plot = self.plot.width() <= 0.0 || self.plot.height() <= 0.0;
        let mut layers: Depths = Vec::new();
        let mut add = |depth: f64, items: Option<Item>| layers.push((depth, items.into_iter().collect()));
        for boxed in &self.boxes {
            match boxed {
                Boxed::Legend(legend) => add(0.0, group("legend", legend.items(ground.fonts))),
                Boxed::Title(title) => add(0.0, group(title.class(), title.items(ground.fonts))),
                Boxed::Axis(index) => {
                    let Some(axis) = self.axes.get(*index).filter(|axis| axis.is_visible()) else { continue };
                    let class = if axis.axis.horizontal { "x-axis" } else { "y-axis" };
                    add(axis.axis.grid.z, group("grid", axis.grid(self.plot, &self.axes, ground)));
                    add(axis.axis.grid.z, group("axis-title", axis.title(self.plot, &self.axes, ground)));
                    add(axis.axis.border.z, group(class, axis.border(self.plot, &self.axes, ground)));
                    add(axis.axis.ticks.z, group(class, axis.labels(self.plot, &self.axes, ground)));
                }
                Boxed::Radial(index) => {
                    let Some(radial) =
                        self.radials.get(*index).filter(|radial| radial.is_visible() && !no_plot)
                    else {
                        continue;
                    };
                    add(radial.axis.axis.grid.z, group("grid", radial.grid(ground)));
                    add(radial.axis.axis.ticks.z, group("r-axis", radial.labels(ground)));
                }
                Boxed::Gutter => {}
            }
        }
        layers.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers
    }

    /// What is written over the data: flags, captions, the numbers at bars, labels at the ends of datasets.
    fn words(&self) -> Vec<Item> {
        let flags = self.flags();
        let (mut plates, mut captions, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        for (index, axis) in self.axes.iter().enumerate().filter(|(_, axis)| axis.is_visible()) {
            let start = flags.starts.iter().find(|(over, _)| *over == index);
            let end = start.map_or(f64::INFINITY, |(_, start)| *start);
            captions.extend(axis.caption(self.plot, end, &self.ground));
            let own = axis.value_texts(&self.axes, &self.ground);
            let card = self.ground.chart.card.as_ref();
            let card = card.filter(|_| axis.axis.values.as_ref().is_some_and(|values| values.on_plates));
            plates.extend(card.iter().flat_map(|card| own.iter().map(|n| card::plate(n, card.background))));
            numbers.extend(own);
        }
        let chart = self.ground.chart;
        let rules: Vec<f64> = chart.annotations.iter().filter_map(|at| self.upright(at)).collect();
        let legible =
            |texts: Vec<Text>| texts.into_iter().flat_map(|text| card::over_rules(text, &rules, chart));
        plates.extend(legible(numbers));
        let groups = [
            group("flags", flags.items),
            group("captions", legible(captions)),
            group("values", plates),
            group("end-labels", self.end_labels()),
        ];
        groups.into_iter().flatten().collect()
    }

    /// Where an upright line stands.
    fn upright(&self, annotation: &Annotation) -> Option<f64> {
        match (&annotation.shape, annotation.x) {
            (AnnotationShape::Line(_), [Along::Value(axis, from), Along::Value(_, to)]) if from == to => {
                self.axes.get(axis).map(|axis| axis.pixel(from))
            }
            _ => None,
        }
    }
}

/// Paints the datasets between the layers.
struct Painter<'a> {
    chart: &'a Chart,
    plot: Edges,
    tracks: Vec<crate::scale::Track>,
    radials: Vec<RadialBox<'a>>,
}

/// What a dataset is drawn of, by the places in the data.
enum Placed<'a> {
    Bars(Vec<(usize, Bar<'a>)>),
    Slices(Vec<(usize, Slice<'a>)>),
    /// Its points are those of its line.
    Line,
}

impl<'a> Painter<'a> {
    fn placed(&self, dataset: usize, stacks: &mut Stacks) -> Placed<'a> {
        match self.chart.datasets.get(dataset).map(|set| &set.mark) {
            Some(Mark::Bars(_)) => Placed::Bars(self.bars(dataset, stacks)),
            Some(Mark::Doughnut(_)) => Placed::Slices(self.doughnut(dataset)),
            Some(Mark::Polar(_)) => Placed::Slices(self.polar(dataset)),
            Some(Mark::Line(_) | Mark::Radar(_)) | None => Placed::Line,
        }
    }

    fn paint(&self, layers: Depths, stacks: &mut Stacks, fonts: &Fonts) -> Vec<Item> {
        let mut order = stacks.order.clone();
        order.reverse();
        let trails = self.trails(stacks);
        let mut annotations = self.annotations(fonts);
        let mut items = Vec::new();
        let fill_time = self.chart.fill_time;
        let area = |dataset: usize| group(self.class(dataset), self.area(dataset, &trails));
        if fill_time == FillTime::First {
            items.extend(order.iter().filter_map(|dataset| area(*dataset)));
        }
        items.extend(annotations.at(DrawTime::First));
        let (below, above): (Vec<_>, Vec<_>) = layers.into_iter().partition(|(depth, _)| *depth <= 0.0);
        items.extend(joined(below.into_iter().flat_map(|(_, items)| items)));
        if fill_time == FillTime::Datasets {
            items.extend(order.iter().filter_map(|dataset| area(*dataset)));
        }
        items.extend(annotations.at(DrawTime::Datasets));
        // Bars of a least length move what stands on them: in the order of the data, as Chart.js updates them.
        let placed: Vec<_> =
            (0..self.chart.datasets.len()).map(|dataset| self.placed(dataset, stacks)).collect();
        for dataset in order.iter().copied() {
            let area = if fill_time == FillTime::Dataset { area(dataset) } else { None };
            let between = annotations.at(DrawTime::Dataset(dataset));
            let drawn = match placed.get(dataset) {
                Some(Placed::Bars(bars)) => bars.iter().flat_map(|(_, bar)| bar.items()).collect(),
                Some(Placed::Slices(slices)) => {
                    slices.iter().flat_map(|(_, one)| slice(one, self.chart.size)).collect()
                }
                Some(Placed::Line) => self.line(dataset, &trails),
                None => Vec::new(),
            };
            let drawn = group(self.class(dataset), self.clipped(dataset, drawn));
            items.extend(joined(area.into_iter().chain(between).chain(drawn)));
        }
        items.extend(group("data-labels", self.data_labels(&placed, &trails, fonts)));
        items.extend(annotations.at(DrawTime::AfterDatasets));
        items.extend(joined(above.into_iter().flat_map(|(_, items)| items)));
        items.extend(annotations.at(DrawTime::Last));
        items
    }

    fn class(&self, dataset: usize) -> &'static str {
        self.chart.datasets.get(dataset).and_then(|set| set.class).unwrap_or("dataset")
    }
}
