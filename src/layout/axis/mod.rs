//! A straight axis: ticks, their labels, and how big it would be.

mod draw;
mod fit;
mod given;
mod kept;
mod labels;
mod measure;
mod panel;
mod range;
mod ticks;

use measure::{LabelSizes, MOST_MEASURED};

use crate::chart::{Axis, Chart, Display, Scale};
use crate::font::Fonts;
use crate::geometry::Sides;
use crate::mark::Stacks;
use crate::scale::time::Unit;
use crate::scale::{Pixels, Positions, Tick, Track};

use crate::layout::boxes::{Answer, Edges, Offer};

use super::room::Shown;

/// What all boxes of a picture look at.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) chart: &'a Chart,
    pub(super) fonts: &'a Fonts,
    pub(super) stacks: &'a Stacks,
    pub(super) shown: Shown,
}

/// An axis while it is laid out.
pub(super) struct AxisBox<'a> {
    pub(super) axis: &'a Axis,
    index: usize,
    visible: bool,
    pub(super) edges: Edges,
    width: f64,
    height: f64,
    max_width: f64,
    max_height: f64,
    max_length: f64,
    margins: Sides,
    padding: Sides,
    /// Height of its caption.
    head: f64,
    /// In data units; ticks may widen it.
    pub(super) min: f64,
    /// In data units; ticks may widen it.
    pub(super) max: f64,
    /// The data's range with its grace.
    range: Option<(f64, f64)>,
    pub(super) ticks: Vec<Tick>,
    sizes: LabelSizes,
    /// Of the labels, in degrees.
    rotation: f64,
    pixels: Pixels,
    /// Device pixels of one pixel, where values stand at whole ones.
    device: Option<f64>,
    length: f64,
    positions: Positions,
    /// Of the ticks of a time axis.
    unit: Option<Unit>,
    major_unit: Option<Unit>,
    /// The data of a time axis, in order.
    times: Vec<f64>,
}

impl<'a> AxisBox<'a> {
    pub(super) fn new(axis: &'a Axis, index: usize, ground: &Ground) -> Self {
        let used = ground.chart.datasets.iter().any(|set| set.visible && uses(set.axes, index));
        let times = match axis.scale {
            Scale::Time(_) => range::instants(index, ground),
            _ => Vec::new(),
        };
        Self {
            axis,
            index,
            visible: match axis.display {
                Display::Yes => true,
                Display::No => false,
                Display::Auto => used,
            },
            edges: Edges::default(),
            width: 0.0,
            height: 0.0,
            max_width: 0.0,
            max_height: 0.0,
            max_length: 0.0,
            margins: Sides::default(),
            padding: Sides::default(),
            head: 0.0,
            min: 0.0,
            max: 1.0,
            range: None,
            ticks: Vec::new(),
            sizes: LabelSizes::default(),
            rotation: 0.0,
            pixels: Pixels::default(),
            device: axis.align_to_pixels.then_some(ground.chart.pixel_ratio),
            length: 0.0,
            positions: Positions::default(),
            unit: None,
            major_unit: None,
            times,
        }
    }

    /// How much room it would take of what it is offered.
    pub(super) fn update(&mut self, offer: Offer, ground: &Ground) -> Answer {
        (self.max_width, self.max_height, self.margins) = (offer.width, offer.height, offer.margins);
        if self.axis.horizontal {
            (self.width, self.edges.left, self.edges.right) = (offer.width, 0.0, offer.width);
            self.max_length = offer.width + offer.margins.width();
        } else {
            (self.height, self.edges.top, self.edges.bottom) = (offer.height, 0.0, offer.height);
            self.max_length = offer.height + offer.margins.height();
        }
        self.padding = Sides::default();
        if self.given().is_some() {
            return self.update_given(ground);
        }
        if self.range.is_none() {
            self.determine_range(ground);
        }
        self.ticks = self.build_ticks(ground);
        self.label_ticks();
        self.sizes = self.measure(ground);
        self.configure();
        self.rotation = self.label_rotation(ground);
        if self.axis.ticks.display && self.skips() {
            let before = self.ticks.len();
            self.skip_ticks();
            if before > MOST_MEASURED {
                self.label_ticks();
            }
            self.sizes = self.measure(ground);
        } else if self.ticks.len() > MOST_MEASURED {
            self.thin_ticks();
            self.label_ticks();
        }
        self.fit(ground)
    }

    /// Lays the scale on the pixels of the box.
    pub(super) fn configure(&mut self) {
        let (start, end, mut reversed) = if self.axis.horizontal {
            (self.edges.left, self.edges.right, self.axis.reverse)
        } else {
            (self.edges.top, self.edges.bottom, !self.axis.reverse)
        };
        if matches!(self.axis.scale, Scale::Category { .. }) && !self.axis.horizontal {
            reversed = !reversed;
        }
        self.length = end - start;
        let (low, high) = self.insets(self.length);
        let first = if reversed { high } else { low };
        self.pixels =
            Pixels { start: start + first, length: self.length - low - high, reversed, device: self.device };
        self.place();
    }

    /// Gives it its final rectangle.
    pub(super) fn set_edges(&mut self, edges: Edges) {
        self.edges = edges;
        (self.width, self.height) = (edges.width(), edges.height());
        self.configure();
    }

    pub(super) fn is_visible(&self) -> bool {
        self.visible
    }

    /// The pixel of a value.
    pub(super) fn pixel(&self, value: f64) -> f64 {
        self.pixels.at(self.positions.share(value))
    }

    /// The pixel of a tick.
    fn tick_pixel(&self, index: usize) -> f64 {
        self.ticks.get(index).map_or(0.0, |tick| self.pixel(tick.value))
    }

    /// What marks see of it.
    pub(super) fn track(&self) -> Track {
        let grid = &self.axis.grid;
        let shown = self.visible && grid.display;
        let width = |index: usize| if shown { grid.lines.get(index).1 } else { 0.0 };
        Track {
            positions: self.positions.clone(),
            pixels: self.pixels,
            horizontal: self.axis.horizontal,
            min: self.min,
            max: self.max,
            given: (self.axis.limits.min, self.axis.limits.max),
            edges: [self.edges.left, self.edges.top, self.edges.right, self.edges.bottom],
            base_is_bottom: matches!(self.axis.scale, Scale::Category { .. }),
            ticks: self.ticks.iter().enumerate().map(|(index, tick)| (tick.value, width(index))).collect(),
        }
    }
}

/// Whether one of a dataset's axes is this one.
fn uses(axes: Option<(usize, usize)>, index: usize) -> bool {
    axes.is_some_and(|(i, v)| i == index || v == index)
}
