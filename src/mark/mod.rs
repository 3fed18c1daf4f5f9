//! Marks: data and coordinates in, scene items out.

mod bar;
mod line;
mod note;

pub(crate) use bar::{Stack, shape as bar_shape};
pub(crate) use note::{band, rule};

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
