//! A [`Figure`] laid out: boxes around a plot, and what is drawn in the order in which Chart.js 4.6.1 draws it.

mod axis;
mod bars;
mod data_labels;
mod legend;
mod lines;
mod radial;
mod radial_labels;
mod slices;
mod text;
mod title;

use crate::chart::figure::{Figure, FillTime, Guide, Mark, Position};
use crate::font::Fonts;
use crate::geometry::Size;
use crate::mark::{Bar, Slice, Stacks, cut, slice, trimmed};
use crate::scene::{Item, Scene};

use axis::{AxisBox, Ground};
use legend::LegendBox;
use radial::RadialBox;
use title::TitleBox;

use super::boxes::{self, Answer, Edges, Offer, Request};

/// Anything that takes room beside the plot, or is the plot.
enum Boxed<'a> {
    Legend(LegendBox<'a>),
    Title(TitleBox<'a>),
    Axis(usize),
    Radial(usize),
}

/// A picture while it is laid out.
struct Picture<'a> {
    ground: Ground<'a>,
    boxes: Vec<Boxed<'a>>,
    axes: Vec<AxisBox<'a>>,
    radials: Vec<RadialBox<'a>>,
    plot: Edges,
}

/// Items that are painted at a depth.
type Depths = Vec<(f64, Vec<Item>)>;

/// The finished picture.
pub fn scene(figure: &Figure, fonts: &Fonts) -> Scene {
    let stacks = Stacks::of(figure);
    let mut picture = Picture::new(Ground { figure, fonts, stacks: &stacks });
    picture.lay_out();
    let tracks = picture.axes.iter().map(AxisBox::track).collect();
    let layers = picture.layers();
    let Picture { plot, radials, .. } = picture;
    let items = Painter { figure, plot, tracks, radials }.paint(layers, &mut stacks.clone(), fonts);
    Scene {
        size: figure.size,
        title: figure.title.clone(),
        description: figure.description.clone(),
        lang: "en",
        items: trimmed(items, figure.size, figure.pixel_ratio),
    }
}

impl<'a> Picture<'a> {
    fn new(ground: Ground<'a>) -> Self {
        let figure = ground.figure;
        let guides = figure.guides.iter().map(|guide| match guide {
            Guide::Legend(legend) => Boxed::Legend(LegendBox::new(legend)),
            Guide::Title(title) => Boxed::Title(TitleBox::new(title)),
        });
        let axes = (0..figure.axes.len()).map(Boxed::Axis);
        let radials = (0..figure.radials.len()).map(Boxed::Radial);
        Self {
            ground,
            boxes: guides.chain(axes).chain(radials).collect(),
            axes: figure
                .axes
                .iter()
                .enumerate()
                .map(|(index, axis)| AxisBox::new(axis, index, &ground))
                .collect(),
            radials: figure
                .radials
                .iter()
                .enumerate()
                .map(|(index, radial)| RadialBox::new(radial, index, &ground))
                .collect(),
            plot: Edges::default(),
        }
    }

    fn requests(&self) -> Vec<Request> {
        let side = |position: Position| matches!(position, Position::Top | Position::Bottom);
        let request = |boxed: &Boxed| match boxed {
            Boxed::Legend(legend) => legend.request(),
            Boxed::Title(title) => title.request(),
            Boxed::Axis(index) => {
                let axis = self.ground.figure.axes.get(*index);
                Request {
                    position: axis.map_or(Position::Area, |axis| axis.position),
                    horizontal: axis.is_some_and(|axis| axis.horizontal || side(axis.position)),
                    full_size: false,
                    weight: axis.map_or(0.0, |axis| axis.weight),
                    stack: axis.and_then(|axis| axis.stack.clone()),
                    stack_weight: axis.map_or(1.0, |axis| axis.stack_weight),
                    shown: axis.is_some_and(|axis| axis.display != crate::chart::figure::Display::No),
                }
            }
            Boxed::Radial(_) => Request {
                position: Position::Area,
                horizontal: false,
                full_size: false,
                weight: 0.0,
                stack: None,
                stack_weight: 1.0,
                shown: true,
            },
        };
        self.boxes.iter().map(request).collect()
    }

    fn lay_out(&mut self) {
        let (figure, ground) = (self.ground.figure, self.ground);
        let requests = self.requests();
        let spill = if figure.auto_padding { widest_mark(figure) } else { 0.0 };
        let (boxes, axes) = (&mut self.boxes, &mut self.axes);
        let mut update = |index: usize, offer: Offer| match boxes.get_mut(index) {
            Some(Boxed::Legend(legend)) => legend.update(offer, ground.fonts),
            Some(Boxed::Title(title)) => title.update(offer),
            Some(Boxed::Axis(axis)) => {
                axes.get_mut(*axis).map_or_else(Answer::default, |axis| axis.update(offer, &ground))
            }
            _ => Answer::default(),
        };
        let (plot, placed) = boxes::fit(&requests, figure.size, figure.padding, spill, &mut update);
        self.plot = plot;
        for (boxed, edges) in self.boxes.iter_mut().zip(placed) {
            match boxed {
                Boxed::Legend(legend) => legend.edges = edges,
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
            }
        }
    }

    /// Legend, titles and axes by depth.
    fn layers(&self) -> Depths {
        let ground = &self.ground;
        let no_plot = self.plot.width() <= 0.0 || self.plot.height() <= 0.0;
        let mut layers: Depths = Vec::new();
        for boxed in &self.boxes {
            match boxed {
                Boxed::Legend(legend) => layers.push((0.0, legend.items(ground.fonts))),
                Boxed::Title(title) => layers.push((0.0, title.items(ground.fonts))),
                Boxed::Axis(index) => {
                    let Some(axis) = self.axes.get(*index).filter(|axis| axis.is_visible()) else { continue };
                    let mut grid = axis.grid(self.plot, &self.axes, ground);
                    grid.extend(axis.title(self.plot, &self.axes, ground));
                    let border = axis.border(self.plot, &self.axes, ground);
                    layers.push((axis.axis.grid.z, grid));
                    layers.push((axis.axis.border.z, border.into_iter().collect()));
                    layers.push((axis.axis.ticks.z, axis.labels(self.plot, &self.axes, ground)));
                }
                Boxed::Radial(index) => {
                    let Some(radial) =
                        self.radials.get(*index).filter(|radial| radial.is_visible() && !no_plot)
                    else {
                        continue;
                    };
                    layers.push((radial.axis.axis.grid.z, radial.grid(ground)));
                    layers.push((radial.axis.axis.ticks.z, radial.labels(ground)));
                }
            }
        }
        layers.sort_by(|a, b| a.0.total_cmp(&b.0));
        layers
    }
}

/// How far marks stand out over the plot.
fn widest_mark(figure: &Figure) -> f64 {
    let spill =
        |set: &crate::chart::figure::Dataset| overflow(&set.mark, set.values.len(), false).unwrap_or(0.0);
    figure.datasets.iter().map(spill).fold(0.0, f64::max)
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

/// Paints the datasets between the layers.
struct Painter<'a> {
    figure: &'a Figure,
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
        match self.figure.datasets.get(dataset).map(|set| &set.mark) {
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
        let mut items = Vec::new();
        let fill_time = self.figure.fill_time;
        let fills = |items: &mut Vec<Item>| {
            for dataset in &order {
                items.extend(self.area(*dataset, &trails));
            }
        };
        if fill_time == FillTime::First {
            fills(&mut items);
        }
        let (below, above): (Vec<_>, Vec<_>) = layers.into_iter().partition(|(depth, _)| *depth <= 0.0);
        items.extend(below.into_iter().flat_map(|(_, items)| items));
        if fill_time == FillTime::Datasets {
            fills(&mut items);
        }
        // Bars of a least length move what stands on them: in the order of the data, as Chart.js updates them.
        let placed: Vec<_> =
            (0..self.figure.datasets.len()).map(|dataset| self.placed(dataset, stacks)).collect();
        for dataset in order.iter().copied() {
            if fill_time == FillTime::Dataset {
                items.extend(self.area(dataset, &trails));
            }
            let drawn = match placed.get(dataset) {
                Some(Placed::Bars(bars)) => bars.iter().flat_map(|(_, bar)| bar.items()).collect(),
                Some(Placed::Slices(slices)) => {
                    slices.iter().flat_map(|(_, one)| slice(one, self.figure.size)).collect()
                }
                Some(Placed::Line) => self.line(dataset, &trails),
                None => Vec::new(),
            };
            items.extend(self.clipped(dataset, drawn));
        }
        items.extend(self.data_labels(&placed, &trails, fonts));
        items.extend(above.into_iter().flat_map(|(_, items)| items));
        items
    }

    /// What a dataset's items are cut at, where they are.
    fn clip(&self, dataset: usize) -> Option<Edges> {
        use crate::chart::figure::{ClipSide, Clips};
        let set = self.figure.datasets.get(dataset)?;
        let mut area = self.plot;
        let axes = set.axes.and_then(|(i, v)| {
            let (first, second) = (self.tracks.get(i)?, self.tracks.get(v)?);
            let (x, y) = if first.horizontal { (i, v) } else { (v, i) };
            let (x_track, y_track) = if first.horizontal { (first, second) } else { (second, first) };
            Some(((x, x_track), (y, y_track)))
        });
        let mut sides = [ClipSide::Beyond(0.0); 4];
        if let Some(((x, x_track), (y, y_track))) = axes {
            let clips = |index: usize| self.figure.axes.get(index).is_some_and(|axis| axis.clip);
            if clips(x) {
                (area.left, area.right) = (x_track.edges[0], x_track.edges[2]);
            }
            if clips(y) {
                (area.top, area.bottom) = (y_track.edges[1], y_track.edges[3]);
            }
        }
        match set.clip {
            Some(Clips::None) => return None,
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
        let Size { width, height } = self.figure.size;
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

    /// How far marks may stand out at both ends of an axis: not at all where the end was given.
    fn ends(
        &self,
        index: usize,
        track: &crate::scale::Track,
        allowed: f64,
    ) -> [crate::chart::figure::ClipSide; 2] {
        use crate::chart::figure::ClipSide::Beyond;
        let (min, max) = track.given;
        let room = |given: Option<f64>| Beyond(if given.is_some() { 0.0 } else { allowed });
        let reverse = self.figure.axes.get(index).is_some_and(|axis| axis.reverse);
        if reverse { [room(max), room(min)] } else { [room(min), room(max)] }
    }

    fn clipped(&self, dataset: usize, items: Vec<Item>) -> Vec<Item> {
        let Some(area) = self.clip(dataset) else { return items };
        cut(items, [area.left, area.top, area.right, area.bottom], self.figure.pixel_ratio)
    }
}
