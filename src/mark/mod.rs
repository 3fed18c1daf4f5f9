//! Marks: data and coordinates in, scene items out.

mod arc;
mod bar;
mod bars;
mod bounds;
mod curve;
mod extent;
mod fill;
mod line;
mod note;
mod pen;
mod spline;
mod stacks;
mod symbol;
mod trim;

pub(crate) use arc::{Slice, normalized, slice};
pub(crate) use bar::{Stack, shape as bar_shape};
pub(crate) use bars::{Bar, rounded_rect};
pub(crate) use bounds::{Property, angle_between, interpolate};
pub(crate) use curve::{Course, Joining, Node, Trail};
pub(crate) use extent::cut;
pub(crate) use fill::{Area, Boundary};
pub(crate) use note::{band, rule};
pub(crate) use pen::{Arc, Pen, rectangle};
pub(crate) use stacks::{Stacks, visible};
pub(crate) use symbol::{symbol, wide_symbol};
pub(crate) use trim::trimmed;

use crate::chart::{Dataset, Mark};
use crate::geometry::Point;
use crate::scale::Linear;
use crate::scene::Item;

/// The two scales a dataset is drawn on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    /// Data units to pixels.
    pub(crate) x: Linear,
    /// Data units to pixels.
    pub(crate) y: Linear,
}

impl Field {
    fn point(&self, value: crate::chart::Value) -> Point {
        Point::new(self.x.position(value.x), self.y.position(value.y))
    }
}

/// A dataset as items; bars go on top of what `stack` holds already.
pub(crate) fn dataset(set: &Dataset, field: &Field, stack: &mut Stack) -> Item {
    let items = match &set.mark {
        Mark::Line(line) => line::items(line, &set.values, field),
        Mark::Bar(bar) => bar::items(bar, &set.values, field, stack),
    };
    Item::Group(set.class, items)
}
