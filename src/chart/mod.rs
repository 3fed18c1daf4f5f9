//! The description of a picture in data units: what both front ends produce and the layout reads.

pub mod figure;
pub mod theme;
