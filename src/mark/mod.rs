//! Marks: data and coordinates in, scene items out.

mod arc;
mod bars;
mod bounds;
mod curve;
mod extent;
mod fill;
mod pattern;
mod pen;
mod spline;
mod stacks;
mod symbol;
mod trim;

pub(crate) use arc::{Slice, normalized, slice};
pub(crate) use bars::{Bar, rounded_rect};
pub(crate) use bounds::{Property, angle_between, interpolate};
pub(crate) use curve::{Course, Joining, Node, Trail};
pub(crate) use extent::cut;
pub(crate) use fill::{Area, Boundary};
pub(crate) use pattern::patterned;
pub(crate) use pen::{Arc, Pen, rectangle};
pub(crate) use stacks::{Stacks, visible};
pub(crate) use symbol::{symbol, wide_symbol};
pub(crate) use trim::trimmed;
