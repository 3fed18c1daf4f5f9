//! Who gets which rectangle.

mod boxes;
pub mod figure;
